"""The two faces of our pages and pictures, in a folder of their own."""

import shutil
import tempfile
from functools import cache
from pathlib import Path

FAMILY = "Source Sans Pro"
FACES = {400: "SourceSansPro-Regular.ttf", 600: "SourceSansPro-Semibold.ttf"}


def face(weight: int) -> Path:
    """The TrueType file of a weight: 400 or 600."""
    import font_source_sans_pro

    return Path(font_source_sans_pro.font_directory) / FACES[weight]


@cache
def folder() -> tempfile.TemporaryDirectory[str]:
    """A folder with these two files only, removed when the program ends.

    The package's own folder holds each face twice (OpenType and TrueType): the two mingle, and a face that a drawing
    tool does not find is replaced without a word.
    """
    held = tempfile.TemporaryDirectory(prefix="rebond-fonts-", ignore_cleanup_errors=True)
    for weight in FACES:
        shutil.copy(face(weight), held.name)
    return held
