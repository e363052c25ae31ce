"""Who posts: invented accounts, few that speak often and many that speak once, each on one platform."""

from dataclasses import dataclass
from random import Random

from rebond.drill.plan import Plan, VoiceKind, read_toml

OFFICES = ("media", "elected", "partners")  # institutions: few, each with one account a platform
SAY_WHO = 0.55  # people whose profile has a text
VERIFIED = 0.8


@dataclass(frozen=True, slots=True)
class Account:
    """An account on one platform. office: it writes for an institution."""

    platform: str
    handle: str
    name: str
    profile: str
    followers: int
    verified: bool
    kind: str
    lang: str
    office: bool = False


class Public:
    """Draws who speaks. Each post makes its account likelier to speak again (Yule and Simon's process)."""

    def __init__(self, plan: Plan, random: Random) -> None:
        self.random = random
        self._kinds = {kind.name: kind for kind in plan.voices}
        self._words = read_toml(plan.folder, "people")
        self._spoken: dict[tuple[str, str, str], list[Account]] = {}
        self._offices: dict[tuple[str, str], Account] = {}
        self._made = 0

    def speaker(self, platform: str, lang: str, kind: str) -> Account:
        """An account of that kind: one that spoke before, or a new one."""
        spoken = self._spoken.setdefault((platform, lang, kind), [])
        if spoken and self.random.random() >= self._kinds[kind].new:
            account = spoken[int(self.random.random() * len(spoken))]
        else:
            account = self._new(platform, lang, self._kinds[kind])
        spoken.append(account)
        return account

    def _new(self, platform: str, lang: str, kind: VoiceKind) -> Account:
        if kind.name not in OFFICES:
            self._made += 1
            words = self._words[lang]
            first = self._one(words["first_names"])
            handle = f"{_plain(first)}{self._one(words['links'])}{self._one(words['words'])}{self._made}".lower()
            return self._account(platform, lang, kind, handle, f"{first} {self._one(words['initials'])}.")
        name = self._one(self._words[lang][kind.name])
        if (platform, name) not in self._offices:
            self._offices[platform, name] = self._account(platform, lang, kind, _plain(name), name)
        return self._offices[platform, name]

    def _account(self, platform: str, lang: str, kind: VoiceKind, handle: str, name: str) -> Account:
        profiles = self._words[lang]["profiles"][kind.name]
        office = kind.name in OFFICES
        followers = int(kind.followers * self.random.lognormvariate(0.0, 0.5 if office else 1.25)) + 3
        said = self._one(profiles) if office or self.random.random() < SAY_WHO else ""
        verified = kind.verified and self.random.random() < VERIFIED
        return Account(platform, handle, name, said, followers, verified, kind.name, lang, office)

    def _one(self, words: list[str]) -> str:
        return words[int(self.random.random() * len(words))]


def _plain(name: str) -> str:
    """A name as a handle: letters only, no accent."""
    accents = str.maketrans("éèêëàâîïôûùçÉÈÀÎÔ", "eeeeaaiiouucEEAIO")
    return "".join(letter for letter in name.translate(accents) if letter.isascii() and letter.isalnum())
