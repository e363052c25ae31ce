"""Errors people can repair: one class per cause, under one base.

The class owns its code, its exit number, its sentence and its remedy; call sites give
values only. Codes and exit numbers are documented in docs/{en,fr}/errors.md and never reused.

Exit numbers: 2 wrong use of the command · 1x machine and set-up · 2x exports ·
3x case sheet, log, series · 4x the case folder · 5x the review and its documents ·
6x mappings of columns.
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


# --- 2: wrong use of the command -----------------------------------------------------------
class Misuse(RebondError):
    """What was typed cannot be understood; nothing was done."""

    code, exit_code = "use", 2
    sentence = N_("The command cannot be understood as it was typed.")
    remedy = N_("What it accepts: %(help)s")


class UnknownCommand(Misuse):
    code, exit_code = "use.unknown-command", 2
    sentence = N_("Rebond has no command “%(word)s”.")
    remedy = N_("The commands there are: %(help)s")


class MistypedCommand(Misuse):
    code, exit_code = "use.mistyped-command", 2
    sentence = N_("Rebond has no command “%(word)s”.")
    remedy = N_("The nearest is: %(nearest)s")


class UnknownOption(Misuse):
    code, exit_code = "use.unknown-option", 2
    sentence = N_("There is no option %(option)s.")
    remedy = N_("The options there are: %(help)s")


class MistypedOption(Misuse):
    code, exit_code = "use.mistyped-option", 2
    sentence = N_("There is no option %(option)s.")
    remedy = N_("The nearest is: %(nearest)s")


class MissingWord(Misuse):
    code, exit_code = "use.missing-word", 2
    sentence = N_("Something is missing at the end of the command: %(what)s")
    remedy = N_("What it accepts: %(help)s")


class MissingValue(Misuse):
    code, exit_code = "use.missing-value", 2
    sentence = N_("The option %(option)s needs a value after it.")
    remedy = N_("What it accepts: %(help)s")


class NeedlessValue(Misuse):
    code, exit_code = "use.needless-value", 2
    sentence = N_("The option %(option)s takes no value.")
    remedy = N_("Write the option alone.")


class WrongValue(Misuse):
    code, exit_code = "use.wrong-value", 2
    sentence = N_("The value given to %(option)s cannot be used.")
    remedy = N_("What it accepts: %(help)s")


class UnexpectedWords(Misuse):
    code, exit_code = "use.unexpected-words", 2
    sentence = N_("The command does not know what to do with “%(words)s”.")
    remedy = N_("Put quotes around a name that has a space in it. What the command accepts: %(help)s")


# --- 1x: machine and set-up ----------------------------------------------------------------
class MachineError(RebondError):
    """Something about the machine or the installation."""


class OutputNotWritten(MachineError):
    code, exit_code = "machine.output", 11
    sentence = N_("What the command says cannot be written: %(why)s.")
    remedy = N_("Check the file or the program that reads it; what the command made is kept.")


class DiskFull(MachineError):
    code, exit_code = "machine.disk-full", 12
    sentence = N_("There is no room left on the disk to write “%(folder)s”.")
    remedy = N_("Free some space, then run the same command again: what was there before is whole.")


# --- 2x: exports -----------------------------------------------------------------------------
class ExportError(RebondError):
    """A file of posts cannot be read as it is."""


class FileNotThere(ExportError):
    code, exit_code = "export.not-there", 20
    sentence = N_("There is no file “%(file)s”.")
    remedy = N_("Check the name and the folder, or drag the file onto the window after typing the command.")


class FileNotOpened(ExportError):
    code, exit_code = "export.not-opened", 20
    sentence = N_("“%(file)s” cannot be opened: it is a folder, or this account may not read it.")
    remedy = N_("Give the files themselves, one by one or as folder/*.csv; close the file if another program holds it.")


class EmptyFile(ExportError):
    code, exit_code = "export.empty", 21
    sentence = N_("“%(file)s” is empty.")
    remedy = N_("Run the export again; if it stays empty, the query found nothing for these dates.")


class HeaderOnly(ExportError):
    code, exit_code = "export.header-only", 22
    sentence = N_("“%(file)s” holds column names and not one post.")
    remedy = N_("Widen the dates or the query in the tool, then export again.")


class EmptyFeed(HeaderOnly):
    code, exit_code = "export.empty-feed", 22
    sentence = N_("“%(file)s” is a feed without a dated entry.")
    remedy = N_("Open the address of the feed in a browser, and save it again once it shows entries and their dates.")


class BinaryFile(ExportError):
    code, exit_code = "export.not-text", 23
    sentence = N_("“%(file)s” is neither a text table nor a workbook that can be read.")
    remedy = N_("Export as CSV, XLSX or JSON lines; unpack an archive first.")


class PdfOrImage(BinaryFile):
    code, exit_code = "export.picture", 23
    sentence = N_("“%(file)s” is a picture or a PDF, not a table of posts.")
    remedy = N_(
        "Ask the tool for the data behind it (CSV or XLSX), or type the posts into the hand-collected workbook."
    )


class OldWorkbook(BinaryFile):
    code, exit_code = "export.old-workbook", 23
    sentence = N_("“%(file)s” is a workbook of before 2007 or a document, and cannot be read.")
    remedy = N_("Open it, then save it as XLSX or CSV.")


class ProtectedWorkbook(BinaryFile):
    code, exit_code = "export.protected", 23
    sentence = N_("“%(file)s” is protected by a password.")
    remedy = N_("Open it with the password, save a copy without one, and give that copy.")


class ArchiveOfSeveral(BinaryFile):
    code, exit_code = "export.several-inside", 23
    sentence = N_("“%(file)s” holds %(count)s files, among them: %(files)s.")
    remedy = N_("Unpack it, then give the files that hold posts, one by one or as folder/*.csv.")


class DamagedArchive(BinaryFile):
    code, exit_code = "export.damaged", 23
    sentence = N_("“%(file)s” is a packed file that is damaged or cut short.")
    remedy = N_("Download or copy it again; if it stays so, unpack it and give the file inside.")


class UnpacksTooFar(BinaryFile):
    code, exit_code = "export.unpacks-too-far", 23
    sentence = N_("“%(file)s” unpacks to hundreds of times its size, as no file of posts does: it is left closed.")
    remedy = N_("Ask where it comes from; unpack it elsewhere, and give the file of posts inside.")


class WindowTooWide(BinaryFile):
    code, exit_code = "export.window-too-wide", 23
    sentence = N_("“%(file)s” was packed so that gigabytes of memory are needed to unpack it.")
    remedy = N_("Unpack it first, with zstd -d --long=31 and its name, and give the file that comes out.")


class NoDateColumn(ExportError):
    code, exit_code = "export.no-date", 24
    sentence = N_("“%(file)s” has no column of dates; its columns are: %(columns)s.")
    remedy = N_(
        "If one of them is the date, name it: rebond check %(file)s asks, in a terminal. Otherwise export again with "
        "the date and hour of each post."
    )


class UnreadableDates(ExportError):
    code, exit_code = "export.unreadable-dates", 24
    sentence = N_("The column “%(column)s” of “%(file)s” holds no date that can be read, for example “%(example)s”.")
    remedy = N_(
        "If another column is the date, name it: rebond check %(file)s asks, in a terminal. Otherwise export again "
        "with dates like 2024-07-19 19:10 or 19/07/2024 19:10."
    )


class NotATable(ExportError):
    code, exit_code = "export.not-a-table", 25
    sentence = N_("“%(file)s” does not read as a table of posts.")
    remedy = N_("Export as CSV, XLSX or JSON lines, one post a line.")


class LineTooLong(NotATable):
    code, exit_code = "export.line-too-long", 25
    sentence = N_("The first line of “%(file)s” is too long for a table of posts; it starts with “%(start)s”.")
    remedy = N_("Export as CSV, XLSX or JSON lines, one post a line.")


class ListTooLong(NotATable):
    code, exit_code = "export.list-too-long", 25
    sentence = N_("“%(file)s” is one JSON list of %(size)s MB; a list of at most %(most)s MB can be read.")
    remedy = N_("Export as JSON lines, one post a line (of any size), or in several files.")


class FeedTooLarge(NotATable):
    code, exit_code = "export.feed-too-large", 25
    sentence = N_("“%(file)s” is a feed of %(size)s MB; a feed of at most %(most)s MB can be read.")
    remedy = N_("Save the feed in several files, or export its entries as a table.")


class TooManyColumns(ExportError):
    code, exit_code = "export.too-many-columns", 26
    sentence = N_("“%(file)s” has %(columns)s columns; a table of posts has at most %(most)s.")
    remedy = N_("Check that rows and columns were not swapped, or that the right sheet was exported.")


class SheetTooLarge(TooManyColumns):
    code, exit_code = "export.sheet-too-large", 26
    sentence = N_("The sheet of “%(file)s” reaches row %(rows)s and column %(columns)s: too far to be read at once.")
    remedy = N_("Copy its rows alone into a new workbook, or save the sheet as CSV: one stray cell makes it so large.")


class UnknownZone(ExportError):
    code, exit_code = "export.unknown-zone", 27
    sentence = N_("“%(zone)s” is not a time zone.")
    remedy = N_("Write it as a region and a city: America/Toronto, Europe/Paris.")


class NothingKept(ExportError):
    code, exit_code = "export.nothing-kept", 28
    sentence = N_("Not one row of “%(file)s” could be kept: %(reason)s.")
    remedy = N_("Run rebond check on the file: it says what is wrong, line by line.")


class CountsNotPosts(ExportError):
    code, exit_code = "export.counts", 29
    sentence = N_("“%(file)s” holds dated counts, not posts.")
    remedy = N_("To put them on the clock of the crisis, give the file with --series.")


# --- 3x: case sheet, log, series ---------------------------------------------------------------
class SheetError(RebondError):
    """The case sheet, the log or a series cannot be read as it is."""


class SheetUnreadable(SheetError):
    code, exit_code = "sheet.unreadable", 30
    sentence = N_("“%(file)s” does not read as a case sheet: it is neither a workbook, nor a text table, nor TOML.")
    remedy = N_("Run rebond template, copy your answers into the case sheet it writes, and give that file.")


class SheetEmpty(SheetError):
    code, exit_code = "sheet.empty", 31
    sentence = N_("“%(file)s” answers no question of the case sheet.")
    remedy = N_("Check that the file is the case sheet and not the log; rebond template writes an empty one.")


class LogUnreadable(SheetError):
    code, exit_code = "log.unreadable", 32
    sentence = N_("“%(file)s” does not read as a log: it is neither a workbook, nor a text, nor an e-mail.")
    remedy = N_("Save it as XLSX, CSV or plain text; type a PDF or a picture into the log that rebond template writes.")


class LogEmpty(SheetError):
    code, exit_code = "log.empty", 33
    sentence = N_("“%(file)s” holds no entry: no line says what was done.")
    remedy = N_("Check that the file is the log; a column for the date and one for what was done are enough.")


class SeriesUnreadable(SheetError):
    code, exit_code = "series.unreadable", 34
    sentence = N_("“%(file)s” does not read as a dated count: it is neither a workbook nor a text table.")
    remedy = N_("Save it as XLSX or CSV, with one column of dates and one or more columns of numbers.")


class SeriesNoDates(SheetError):
    code, exit_code = "series.no-dates", 35
    sentence = N_("“%(file)s” has no column of dates; its columns are: %(columns)s.")
    remedy = N_("Add a column with the day (or the day and hour) of each count, on every line.")


class SeriesNoValues(SheetError):
    code, exit_code = "series.no-values", 36
    sentence = N_("“%(file)s” has dates and no column of numbers.")
    remedy = N_("Add a column with the count of each day, and write in its header what is counted.")


class FileProtected(SheetError):
    code, exit_code = "sheet.protected", 37
    sentence = N_("“%(file)s” is protected by a password.")
    remedy = N_("Open it with the password, save a copy without one, and give that copy.")


class PostsNotRecords(SheetError):
    code, exit_code = "sheet.posts", 38
    sentence = N_(
        "“%(file)s” looks like an export of posts: it holds what the public wrote, not what the organisation did."
    )
    remedy = N_("Give it as an export, without --log, --sheet or --series before it.")


class NotAnExport(SheetError):
    code, exit_code = "sheet.not-an-export", 39
    sentence = N_("“%(file)s” is %(what)s, not an export of posts.")
    remedy = N_("To see how to give it: rebond check %(file)s")


# --- 4x: the case folder -----------------------------------------------------------------------
class CaseError(RebondError):
    """The case folder cannot be opened or written."""


class NotACase(CaseError):
    code, exit_code = "case.not-a-case", 40
    sentence = N_("“%(folder)s” is not a case, and other files lie in it.")
    remedy = N_("Give the folder of a case, or the name of a new folder.")


class NoCaseThere(CaseError):
    code, exit_code = "case.not-there", 40
    sentence = N_("There is no case in “%(folder)s”.")
    remedy = N_("Check the name of the folder; to make a case there, give export files before --out.")


class CaseBusy(CaseError):
    code, exit_code = "case.busy", 41
    sentence = N_("Another command is writing in the case “%(folder)s”.")
    remedy = N_("Wait until it is done, then run yours again; nothing was changed.")


class CaseTooNew(CaseError):
    code, exit_code = "case.too-new", 42
    sentence = N_("The case “%(folder)s” was written by a newer version of Rebond (format %(format)s).")
    remedy = N_("Install the latest version of Rebond, then run the command again; the case was not touched.")


class SettingsDamaged(CaseError):
    code, exit_code = "case.settings-damaged", 43
    sentence = N_("The settings of the case cannot be read: “%(file)s”, at “%(place)s”.")
    remedy = N_("Mend that place, or put back a copy of the file; it was not touched.")


class ManifestDamaged(CaseError):
    code, exit_code = "case.manifest-damaged", 44
    sentence = N_("The list of what the case holds cannot be read: “%(file)s”.")
    remedy = N_("Put back a copy of that file, or make a new case from the exports kept in raw.")


class CaseFilesMissing(CaseError):
    code, exit_code = "case.files-missing", 45
    sentence = N_("Files of the case are missing or damaged, first of them “%(file)s”.")
    remedy = N_("Put back the folder from a copy, or make a new case from the exports kept in raw.")


class CaseOfYourOwn(CaseError):
    code, exit_code = "case.not-the-demo", 47
    sentence = N_("“%(folder)s” holds a case of yours: the demo is not mixed into it.")
    remedy = N_("Give --out the name of a new folder, or leave it out.")


class CaseInACase(CaseError):
    code, exit_code = "case.in-a-case", 48
    sentence = N_("“%(folder)s” lies inside the case “%(outer)s”.")
    remedy = N_("Give the folder of the outer case to draw it again, or a folder beside it to make another.")


class LockUnusable(CaseError):
    code, exit_code = "case.lock-unusable", 49
    sentence = N_("The file that guards the case against two commands at once is not ours: “%(file)s”.")
    remedy = N_("Delete that file while no command runs on the case, then run yours again; the case was not touched.")


class CaseNotWritten(CaseError):
    code, exit_code = "case.not-written", 46
    sentence = N_("The case “%(folder)s” cannot be written: %(why)s.")
    remedy = N_("Check that the disk is not full and that you may write there, then try again; the case is as it was.")


# --- 5x: the review and its documents ------------------------------------------------------------
class ReviewError(RebondError):
    """The review cannot be drawn or written."""


class NoPosts(ReviewError):
    code, exit_code = "review.no-posts", 50
    sentence = N_("The case holds no post yet.")
    remedy = N_("Give one or more export files: rebond review EXPORT…")


class NothingInWindow(ReviewError):
    code, exit_code = "review.nothing-in-window", 51
    sentence = N_("No post was captured in the period asked for.")
    remedy = N_("Widen --from and --to, or leave them out; rebond check says from when to when a file goes.")


class NothingAboutYou(ReviewError):
    code, exit_code = "review.nothing-about-you", 59
    sentence = N_(
        "Of the posts of the case (%(n)s), none names you (looked for: %(names)s). What they name most often: %(seen)s."
    )
    remedy = N_("Check the spelling after --org and --own, or add --all if all exports are about you.")


class UnreadableTime(ReviewError):
    code, exit_code = "review.unreadable-time", 52
    sentence = N_("“%(text)s” cannot be used for --from and --to: %(why)s.")
    remedy = N_('Write a day, or a day and an hour: 2025-10-14 or "2025-10-14 17:00".')


class UnknownLanguage(ReviewError):
    code, exit_code = "review.unknown-language", 53
    sentence = N_("Rebond does not write in “%(lang)s”.")
    remedy = N_("Choose fr-CA, fr-FR, en or both.")


class UnknownFormat(ReviewError):
    code, exit_code = "review.unknown-format", 54
    sentence = N_("Rebond does not write the format “%(format)s”.")
    remedy = N_("Choose among: %(known)s.")


class CannotWrite(ReviewError):
    code, exit_code = "review.cannot-write", 55
    sentence = N_("“%(file)s” cannot be written: %(why)s.")
    remedy = N_(
        "Close the file if it is open in another program, check that the folder can be written, then run again."
    )


class CorrectionsDamaged(ReviewError):
    code, exit_code = "review.corrections-damaged", 58
    sentence = N_("What people corrected in the review cannot be read: “%(file)s”.")
    remedy = N_("Put back a copy of that file, or move it away to draw the review without it; it was not touched.")


class DocumentUnreadable(ReviewError):
    code, exit_code = "review.document-unreadable", 56
    sentence = N_("“%(file)s” is not a Word document that can be read (DOCX).")
    remedy = N_("Open it in Word or LibreOffice and save it as DOCX, without a password.")


class DocumentNotOurs(ReviewError):
    code, exit_code = "review.document-not-ours", 57
    sentence = N_("“%(file)s” does not look like a review written by Rebond: its sentences are not found in it.")
    remedy = N_("Correct the latest review.fr.docx or review.en.docx, and keep its order of paragraphs.")


# --- 6x: mappings of columns -----------------------------------------------------------------------
class MappingUnreadable(ExportError):
    code, exit_code = "mapping.unreadable", 60
    sentence = N_("“%(file)s” cannot be read as a mapping of columns, at “%(place)s”.")
    remedy = N_("Mend that place, or leave the file out: rebond check, in a terminal, makes another.")


class MappingDoesNotFit(ExportError):
    code, exit_code = "mapping.does-not-fit", 61
    sentence = N_("“%(file)s” does not fit the mapping “%(mapping)s”: %(why)s.")
    remedy = N_(
        "To answer again, type rebond check %(file)s in a terminal; the mapping is a text file that you may mend."
    )
