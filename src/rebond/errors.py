"""Errors people can repair: one class per cause, under one base.

The class owns its code, its exit number, its sentence and its remedy; call sites give
values only. Codes and exit numbers are documented in docs/{en,fr}/errors.md and never reused.

Exit numbers: 2 wrong use of the command · 1x machine and set-up · 2x exports ·
3x case sheet, log, series · 4x the case folder · 5x the review and its documents.
"""

from collections.abc import Iterator
from typing import Any, ClassVar

from rebond.sentences import N_, Sentence, say


class RebondError(Exception):
    """Base of all errors a reader may see. Never shown as a traceback."""

    code: ClassVar[str] = "internal"
    exit_code: ClassVar[int] = 10
    sentence: ClassVar[str] = N_("Something went wrong inside Rebond; your files are untouched.")
    remedy: ClassVar[str] = N_("Run the command again with --debug and send us the lines it prints.")

    def __init__(self, **values: Any) -> None:
        self.values = values
        super().__init__(self.code, values)

    def told(self) -> Sentence:
        """What happened, where."""
        return say(self.sentence, **self.values)

    def mended(self) -> Sentence:
        """What to do about it."""
        return say(self.remedy, **self.values)


def error_classes(base: type[RebondError] = RebondError) -> Iterator[type[RebondError]]:
    """Every error class loaded, for the docs and for the tests that hold them to it."""
    yield base
    for child in base.__subclasses__():
        yield from error_classes(child)


# --- 1x: machine and set-up ----------------------------------------------------------------
class MachineError(RebondError):
    """Something about the machine or the installation."""


# --- 2x: exports -----------------------------------------------------------------------------
class ExportError(RebondError):
    """A file of posts cannot be read as it is."""


class FileNotThere(ExportError):
    code, exit_code = "export.not-there", 20
    sentence = N_("There is no file “%(file)s”.")
    remedy = N_("Check the name and the folder, or drag the file onto the window after typing the command.")


# --- 3x: case sheet, log, series ---------------------------------------------------------------
class SheetError(RebondError):
    """The case sheet, the log or a series cannot be read as it is."""


# --- 4x: the case folder -----------------------------------------------------------------------
class CaseError(RebondError):
    """The case folder cannot be opened or written."""


# --- 5x: the review and its documents ------------------------------------------------------------
class ReviewError(RebondError):
    """The review cannot be drawn or written."""
