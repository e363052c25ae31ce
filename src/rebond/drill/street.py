"""Who says what: the posts of a schedule, made one by one by people who see what others wrote a little earlier."""

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

from rebond.drill.manners import compose
from rebond.drill.people import OFFICES, Account, Public
from rebond.drill.plan import Plan, Talk
from rebond.drill.post import Post, address, native_id
from rebond.drill.schedule import OFF_TOPIC, OURS, SIGN, OwnPost, Schedule, own_posts
from rebond.drill.storm import LANGS
from rebond.drill.words import Moment, Tongue

HELD = 3_000  # posts that can still be answered
CIRCLE = 60  # recent posts of one platform and language that people see
SEEN_MS = 40 * 3_600_000  # how old a post may be and still be carried on
CARRIES = ("x", "facebook", "bluesky")  # platforms with a button for it
COMMENTED = 2.4  # the others are places for comments: that many more answers
NAMES = ("rivagecoop", "cooprivage", "coop rivage", "coopérative rivage", "cooperative rivage", "rivage co-op")


class Street:
    """Makes the posts one by one, remembering those that people can still see."""

    def __init__(self, plan: Plan, seed: int) -> None:
        self.plan = plan
        self.random = Random(seed)  # noqa: S311 – drawn for show, not for secrets
        self.zone = ZoneInfo(plan.zone)
        self.fact = self.plan.first_sign.astimezone(self.zone).date()
        self.tongues = {lang: Tongue(self.plan.folder, lang, self.random) for lang in LANGS}
        self.public = Public(self.plan, self.random)
        self.talks = [int(talk.at.timestamp() * 1000) for talk in self.plan.talks]
        self.arrivals = sorted((int(p.arrives.timestamp() * 1000), n) for n, p in enumerate(self.plan.platforms))
        self.weights: dict[tuple[int, int], list[float]] = {}
        self.held: deque[Post] = deque()
        self.recent: dict[tuple[str, str], deque[Post]] = {}
        self.ours = own_posts(self.plan)

    def walk(self, schedule: Schedule) -> Iterator[Post]:
        """Every post in time order, handed on once nobody can answer it any more."""
        columns = (schedule.ms, schedule.lang, schedule.what, schedule.own)
        rows = zip(*(column.tolist() for column in columns), strict=True)
        for number, (ms, lang, what, own) in enumerate(rows):
            if len(self.held) > HELD:
                yield self.held.popleft()
            self.held.append(self._post(number, ms, LANGS[lang], what, own))
        yield from self.held

    def _post(self, number: int, ms: int, lang: str, what: int, own: int) -> Post:
        place = max(0, bisect_right(self.talks, ms) - 1)
        talk = self.plan.talks[place]
        if what == OURS:
            return self._ours(number, self.ours[own])
        if what == OFF_TOPIC:
            platform = self._platform(ms, 0)
            return self._original(number, ms, self.public.speaker(platform, lang, "public"), talk, "off_topic")
        if what == SIGN:
            return self._original(number, ms, self.public.speaker("facebook", lang, "members"), talk, "double_charge")
        platform, kind = self._platform(ms, place), self._kind(talk)
        author = self.public.speaker(platform, lang, kind)
        draw = self.random.random()
        reposts = talk.share_reposts if platform in CARRIES else 0.0
        answers = talk.share_replies * (1.0 if platform in CARRIES else COMMENTED)
        if draw < reposts + answers and kind not in OFFICES:
            seen = self._seen(platform, lang, ms)
            if seen is not None and draw < reposts:
                return self._repost(number, ms, author, talk, seen)
            if seen is not None:
                return self._reply(number, ms, author, talk, seen)
        return self._original(number, ms, author, talk, None)

    # --- forms ------------------------------------------------------------------------------------------
    def _original(self, number: int, ms: int, author: Account, talk: Talk, narrative: str | None) -> Post:
        first = narrative or self._narrative(author, talk)
        tongue = self.tongues[author.lang]
        pool = first if first in tongue.pools else f"people_{first}"
        pools: tuple[str, ...] = (pool,)
        if narrative is None and not author.office and self.random.random() < talk.more_share:
            content = "everyday" in pool or tongue.pools[pool].tone == "positive"
            pools = (pool, "more_calm" if content else f"more_{self._weighted(talk.more)}")
        now = self._now(ms)
        if pool == "off_topic":
            text, frame = tongue.sentence(pool, now)
            frames: tuple[str, ...] = (frame,)
        else:
            text, frames = compose(tongue, pools, now, tags=_tags(pool), plain=author.office)
            text = _named(text, author)
        post = self._made(number, ms, author, text, "post", None)
        post.about_us = pool != "off_topic"
        post.narrative, post.tone, post.frames, post.talk = first, tongue.pools[pool].tone, frames, talk.name
        self._show(post)
        return post

    def _reply(self, number: int, ms: int, author: Account, talk: Talk, to: Post) -> Post:
        pool = "people_reply_everyday" if talk.name in ("ordinary", "tail") else "people_reply"
        tongue = self.tongues[author.lang]
        pools = (pool, f"more_{self._weighted(talk.more)}") if self.random.random() < 0.45 else (pool,)
        text, frames = compose(tongue, pools, self._now(ms), tags=_tags(pool), plain=False)
        post = self._made(number, ms, author, _named(text, author), "reply", to)
        post.narrative, post.tone, post.frames, post.talk = to.narrative, tongue.pools[pool].tone, frames, talk.name
        to.replies += 1
        return post

    def _repost(self, number: int, ms: int, author: Account, talk: Talk, of: Post) -> Post:
        post = self._made(number, ms, author, of.text, "repost", of)
        post.narrative, post.tone, post.talk = of.narrative, of.tone, talk.name
        post.likes = post.reposts = post.replies = 0
        of.reposts += 1
        return post

    def _ours(self, number: int, own: OwnPost) -> Post:
        post = self._made(number, own.ms, _own_account(own.platform, own.lang), own.text, "post", None)
        post.owned, post.narrative, post.talk, post.appeal = True, "ours", "ours", 9.0
        self._show(post)
        return post

    def _made(self, number: int, ms: int, author: Account, text: str, kind: str, parent: Post | None) -> Post:
        native = native_id(author.platform, ms, number)
        post = Post(number, ms, author, text, kind, native, address(author.platform, author.handle, native), parent)
        draw = self.random.lognormvariate(0.1, 1.1)
        post.appeal = draw
        reach = author.followers**0.36
        post.likes = int(0.16 * draw * reach)
        post.replies = int(0.02 * draw * reach)
        post.reposts = int(0.025 * draw * reach) if author.platform in CARRIES else 0
        post.views = int(author.followers * 0.2 + 26 * draw * reach) if author.platform == "x" else None
        return post

    # --- draws ------------------------------------------------------------------------------------------
    def _platform(self, ms: int, place: int) -> str:
        """Where: ordinary shares, then those of the storm among platforms the matter has reached."""
        reached = bisect_right(self.arrivals, (ms, len(self.arrivals)))
        key = (place, reached)
        if key not in self.weights:
            ordinary = self.plan.talks[place].name == "ordinary"
            here = {n for _, n in self.arrivals[:reached]}
            self.weights[key] = [
                p.ordinary if ordinary else p.storm if n in here else 0.01 for n, p in enumerate(self.plan.platforms)
            ]
        return self.random.choices(self.plan.platforms, self.weights[key])[0].name

    def _kind(self, talk: Talk) -> str:
        """Who speaks; an office that has nothing to say yet keeps silent."""
        ordinary = talk.name == "ordinary"
        weights = [
            0.0 if kind.name in OFFICES and kind.name not in talk.offices else kind.ordinary if ordinary else kind.storm
            for kind in self.plan.voices
        ]
        return self.random.choices(self.plan.voices, weights)[0].name

    def _narrative(self, author: Account, talk: Talk) -> str:
        return talk.offices.get(author.kind) or self._weighted(talk.people)

    def _weighted(self, weights: Mapping[str, float]) -> str:
        return self.random.choices(list(weights), list(weights.values()))[0]

    def _seen(self, platform: str, lang: str, ms: int) -> Post | None:
        """A recent post somebody came across: the more appealing of a few, if it is still seen."""
        circle = self.recent.get((platform, lang))
        if not circle:
            return None
        first_held = self.held[0].number if self.held else 0
        found = None
        for _ in range(4):
            one = circle[int(self.random.random() * len(circle))]
            fresh = one.number >= first_held and ms - one.ms <= SEEN_MS
            if fresh and (found is None or one.appeal > found.appeal):
                found = one
        return found

    def _show(self, post: Post) -> None:
        if post.about_us:
            self.recent.setdefault((post.platform, post.lang), deque(maxlen=CIRCLE)).append(post)

    def _now(self, ms: int) -> Moment:
        at = datetime.fromtimestamp(ms // 1000, tz=UTC).astimezone(self.zone)
        return Moment(at, (at.date() - self.fact).days)


def _tags(pool: str) -> str:
    """The hashtags that go with what is said."""
    if "language" in pool or "english" in pool:
        return "language_tags"
    return "calm_tags" if "everyday" in pool else "tags"


def _named(text: str, author: Account) -> str:
    """The tools people watch with only keep texts that name us: one that does not, is addressed to us."""
    plain = text.lower()
    if any(name in plain for name in NAMES):
        return text
    if author.platform in ("x", "bluesky", "instagram"):
        return f"@rivagecoop {text}"
    return f"{text} #CoopRivage" if author.lang == "fr" else f"{text} #RivageCoop"


def _own_account(platform: str, lang: str) -> Account:
    handle = "coop_rivage" if platform == "facebook" else "rivagecoop"
    name = "Coopérative Rivage / Rivage Co-op"
    about = "Services à domicile, Gatineau et Ottawa. Home services, Gatineau and Ottawa."
    return Account(platform, handle, name, about, 6_400, True, "organisation", lang, True)
