"""What the product says, in each language: gettext catalogues, one domain a room, merged on loading.

`.po` files are the source; a build hook compiles them to `.mo`. In a checkout, a `.po` newer than its `.mo`
(or without one) is compiled in memory, so that nobody ever reads a stale catalogue.
"""

import gettext
import io
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

LANGUAGES = ("en", "fr")


@cache
def catalogue(lang: str) -> gettext.NullTranslations:
    """Every domain of a language as one catalogue. Raises KeyError for a language the product does not speak."""
    if lang not in LANGUAGES:
        raise KeyError(lang)
    merged: gettext.NullTranslations = gettext.NullTranslations()
    room = resources.files("rebond") / "locale" / lang
    stems = {entry.name.rpartition(".")[0] for entry in room.iterdir() if entry.name.endswith((".po", ".mo"))}
    for stem in sorted(stems):
        part = gettext.GNUTranslations(io.BytesIO(_compiled(room, stem)))
        part.add_fallback(merged)
        merged = part
    return merged


def _compiled(room: Traversable, stem: str) -> bytes:
    po, mo = room / f"{stem}.po", room / f"{stem}.mo"
    if mo.is_file() and not (po.is_file() and _newer(po, mo)):
        return mo.read_bytes()
    return compile_po(po.read_bytes())


def _newer(po: Traversable, mo: Traversable) -> bool:
    """Only real files have dates; inside a zip the .mo is the one that was built."""
    return isinstance(po, Path) and isinstance(mo, Path) and po.stat().st_mtime > mo.stat().st_mtime


def compile_po(source: bytes) -> bytes:
    """The .mo of one .po."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(source)))
    return compiled.getvalue()
