"""One wording, however it was copied: the text a post is compared by, and its key."""

import unicodedata
from collections.abc import Callable
from hashlib import blake2b

import pyarrow as pa
import pyarrow.compute as pc

from rebond.corpus.marks import Bytes
from rebond.corpus.pseudonyms import BYTES, bytes_of, digests

REPOST = r"^(?:\s*(?i:rt)\s*(?:@\s*[\w.\-]{1,50}\s*:?|:))+\s*"  # "RT @a: RT @b: …", "rt : …"
ADDRESS = r"https?://\S*"  # of a text in lower case; platforms shorten addresses anew for each copy
# Characters that NFKC leaves alone: ASCII, letters of western Europe, usual quotes and dashes, pictures. A text of
# these only need not be normalised, which costs as much as all the rest; the others are.
STEADY = (
    r"\x00-\x9f\x{ab}\x{bb}\x{c0}-\x{ff}\x{152}\x{153}\x{200d}\x{2010}\x{2013}\x{2014}\x{2018}-\x{201e}\x{20ac}"
    r"\x{2600}-\x{27bf}\x{fe0f}\x{1f300}-\x{1f6ff}\x{1f900}-\x{1faff}"
)
MAY_CHANGE = f"[^{STEADY}]"
UNEVEN = r"\s{2,}|[\t\n\r\f\v]"
START = blake2b(digest_size=BYTES)
WORDLESS = digests([b""], START)[0].as_py()  # the key of all posts without words: no copies of each other


def without_repost(texts: pa.StringArray) -> pa.StringArray:
    """Texts without the "RT @x:" in front: what is carried on, not who carried it."""
    marked = pc.match_substring_regex(texts, r"^\s*(?i:rt)\s*[@:]")
    return _where(marked, texts, lambda some: pc.replace_substring_regex(some, REPOST, ""))


def wordings(bare: pa.StringArray) -> pa.StringArray:
    """Texts in the form they are compared in: one width, no case, no address, single spaces.

    bare: texts without their repost prefix. Mentions and hashtags stay: who is spoken to is part of what is said.
    """
    wide = pc.match_substring_regex(bare, MAY_CHANGE)
    plain = pc.utf8_lower(_where(wide, bare, lambda some: pc.utf8_normalize(some, "NFKC")))
    read = Bytes(plain)
    linked, uneven = read.having(read.addresses()), read.having(read.uneven_spaces())
    plain = _where(linked, plain, lambda some: pc.replace_substring_regex(some, ADDRESS, " "))
    plain = _where(pc.or_(linked, uneven), plain, lambda some: pc.replace_substring_regex(some, UNEVEN, " "))
    return pc.utf8_trim_whitespace(plain)


def text_keys(bare: pa.StringArray) -> pa.StringArray:
    """The key of each wording. Not keyed by the case: the text itself lies beside it."""
    return digests(bytes_of(wordings(bare)), START)


def folded(plain: pa.StringArray) -> pa.StringArray:
    """Wordings without accents, so that names are found however they are typed."""
    accented = pc.invert(pc.string_is_ascii(plain))
    return _where(accented, plain, _without_accents)


def folded_text(text: str) -> str:
    """One text as `folded` does for a column, whatever its case."""
    marked = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).lower())
    return "".join(mark for mark in marked if unicodedata.category(mark) != "Mn")


def _without_accents(plain: pa.StringArray) -> pa.StringArray:
    return pc.replace_substring_regex(pc.utf8_normalize(plain, "NFKD"), r"\p{Mn}+", "")


def _where(
    mask: pa.BooleanArray, texts: pa.StringArray, change: Callable[[pa.StringArray], pa.StringArray]
) -> pa.StringArray:
    """Texts changed where the mask is true; regular expressions cost, and few rows need them."""
    if not pc.any(mask, min_count=0).as_py():
        return texts
    return pc.replace_with_mask(texts, mask, change(texts.filter(mask)))
