"""Names of columns: the form they are compared in, and the fields they propose, in French and English."""

import re
import tomllib
import unicodedata
from functools import cache
from importlib import resources

# Words that tools put before the name of a thing.
PREFIX = re.compile(
    r"^(?:tweet|twitter|x|post|facebook|instagram|youtube|reddit|linkedin|tiktok|message|status|public metrics|data|"
    r"statistics|snippet|mention|ori|im|publication) "
)


def plain(name: str) -> str:
    """A name without case, accents and marks; words of "camelCase" apart."""
    bare = unicodedata.normalize("NFKD", name.replace("\ufeff", "")).encode("ascii", "ignore").decode()
    spaced = bare if bare.isupper() else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", spaced.lower()).split())


@cache
def synonyms() -> dict[str, tuple[str, ...]]:
    """field → names, in order of preference."""
    return {field: tuple(entry["names"]) for field, entry in _table().items()}


@cache
def impostors(field: str) -> frozenset[str]:
    """Names that look like a field and are another thing, without spaces."""
    return frozenset(name.replace(" ", "") for name in _table()[field].get("not", ()))


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((resources.files("rebond.importers") / "fields.toml").read_text("utf-8"))


@cache
def _known() -> frozenset[str]:
    return frozenset(name.replace(" ", "") for names in synonyms().values() for name in names)


def squeezed(name: str) -> str:
    """A name without its spaces: "tweetId", "Tweet-ID" and "tweet id" are one."""
    return plain(name).replace(" ", "")


def forms(name: str) -> tuple[str, ...]:
    """The squeezed forms a name is looked up by: as it is, without what stands in brackets, without a tool's prefix."""
    full = plain(name)
    short = plain(re.sub(r"[(\[].*?[)\]]", " ", name))
    return tuple(dict.fromkeys(form.replace(" ", "") for form in (full, short, PREFIX.sub("", full)) if form))


def is_known(name: str) -> bool:
    """Whether a name is one of a field of ours."""
    return any(form in _known() for form in forms(name))
