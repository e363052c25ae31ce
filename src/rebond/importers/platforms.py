"""The platform a post was published on, from its address or from what a source column says."""

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.cells import by_distinct
from rebond.importers.names import plain

HOST = r"^(?i:https?:)?//(?:[^/@\s]*@)?(?P<host>[^/:?#\s]+)"
SUBJECTS = ("web", "news", "blog", "forum", "tv", "radio", "print", "podcast")  # kinds of place, not places


def of_column(named: pa.StringArray | None, urls: pa.StringArray | None, whole: str | None, n: int) -> pa.StringArray:
    """Platforms of n rows. named: a source column; whole: the platform of the whole file, if it is proved."""
    if whole is not None:
        return pa.repeat(pa.scalar(whole), n)
    by_word = pa.nulls(n, pa.string()) if named is None else by_distinct(named, of_word, pa.string())
    exact = pc.if_else(pc.is_in(by_word, pa.array(SUBJECTS)), pa.scalar(None, pa.string()), by_word)
    if not exact.null_count:
        return exact
    by_host = pa.nulls(n, pa.string())
    if urls is not None:
        by_host = by_distinct(pc.struct_field(pc.extract_regex(urls, HOST), "host"), of_host, pa.string())
    known = pc.if_else(pc.equal(by_host, "web"), pa.scalar(None, pa.string()), by_host)
    return pc.fill_null(pc.coalesce(exact, known, by_word, by_host), "unknown")


@lru_cache(maxsize=4096)
def of_host(host: str) -> str:
    """The platform of a host; a host of nowhere known is the web."""
    parts = host.lower().strip(".").split(".")
    for start in range(len(parts) - 1):
        found = _hosts().get(".".join(parts[start:]))
        if found:
            return found
    if "mastodon" in host or "mstdn" in host:
        return "mastodon"
    return "news" if parts[0] == "news" else "forum" if parts[0] in ("forum", "forums") else "web"


@lru_cache(maxsize=4096)
def of_word(text: str) -> str | None:
    """The platform a source column names ("Twitter", "SOCIALMEDIA_FACEBOOK", "www.reddit.com"), or None."""
    if re.search(r"\w\.\w{2,}", text):
        found = of_host(re.sub(r"^\w+://", "", text.strip()).split("/")[0])
        return None if found == "web" else found
    words = plain(text)
    if words in _words():
        return _words()[words]
    return next((key for word, key in _words().items() if len(word) > 3 and f" {word} " in f" {words} "), None)


@cache
def _table() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads((resources.files("rebond.importers") / "platforms.toml").read_text("utf-8"))


@cache
def _hosts() -> dict[str, str]:
    return {host: key for key, entry in _table().items() for host in entry["hosts"]}


@cache
def _words() -> dict[str, str]:
    return {word: key for key, entry in _table().items() for word in entry["words"]}
