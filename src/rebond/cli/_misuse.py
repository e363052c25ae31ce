"""What Typer refuses, said in our own words, so that a slip of the keyboard is answered in the user's language."""

from difflib import get_close_matches
from pathlib import Path

import typer

# Typer keeps these classes in a private module; pyproject.toml holds Typer to one minor version for that reason.
from typer._click.exceptions import BadOptionUsage, MissingParameter, NoSuchOption, UsageError

from rebond import errors
from rebond.casefile.atomic import is_disk_full
from rebond.sentences import Verbatim


def spoken(raised: Exception) -> errors.RebondError:
    """The error of ours that says what was raised; the error without a name for what we did not foresee."""
    if isinstance(raised, OSError) and raised.filename is None:  # of files of ours, the rooms that write them tell
        return errors.OutputNotWritten(why=Verbatim(raised.strerror or str(raised)))
    if is_disk_full(raised):
        return errors.DiskFull(folder=Verbatim(str(Path.cwd())))
    if not isinstance(raised, UsageError):
        return errors.RebondError()
    help_ = Verbatim(f"{raised.ctx.command_path} --help" if raised.ctx else "rebond --help")
    if isinstance(raised, NoSuchOption):
        option = Verbatim(raised.option_name)
        if raised.possibilities:
            nearest = get_close_matches(raised.option_name, sorted(raised.possibilities), n=1, cutoff=0)
            return errors.MistypedOption(option=option, nearest=Verbatim(nearest[0]))
        return errors.UnknownOption(option=option, help=help_)
    if isinstance(raised, MissingParameter) and raised.param is not None:
        return errors.MissingWord(what=Verbatim(raised.param.display_name_raw), help=help_)
    if isinstance(raised, BadOptionUsage):
        kind = errors.MissingValue if "requires" in raised.message else errors.NeedlessValue
        return kind(option=Verbatim(raised.option_name), help=help_)
    if isinstance(raised, typer.BadParameter) and raised.param is not None:
        return errors.WrongValue(option=Verbatim(raised.param.opts[0]), help=help_)
    return errors.Misuse(help=help_)
