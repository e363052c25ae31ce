"""What stands for a value in the help (`--log FILE`), and the options that several verbs share."""

from collections.abc import Callable

import typer

from rebond.sentences import N_

FILE, FOLDER, NAME, ACCOUNT = N_("FILE"), N_("FOLDER"), N_("NAME"), N_("ACCOUNT")
LANGUAGE, ZONE, DAY, FORMAT = N_("LANGUAGE"), N_("ZONE"), N_("DAY"), N_("FORMAT")
CASE, EXPORTS = N_("CASE"), N_("EXPORT…")

ZONE_HELP = N_("Time zone, for example America/Toronto or Europe/Paris.")
CASE_HELP = N_("Folder of the case; made if it is not there.")
MAPPING_HELP = N_("Mapping of columns, for a tool that Rebond does not know.")
ASK_HELP = N_("Ask in the terminal for what is missing, or leave it open.")
REPEATED = N_("%(told)s May be repeated.")

Say = Callable[..., str]


def option(say: Say, stands_for: str, told: str, *names: str, repeated: bool = False):  # type: ignore[no-untyped-def]
    """An option whose help and placeholder are in the user's language."""
    help_ = say(REPEATED, told=say(told)) if repeated else say(told)
    return typer.Option(*names, metavar=say(stands_for), help=help_, readable=False)  # the one that opens it refuses it


def legible(typed: str) -> str:
    """What was typed, as text: a terminal in another encoding may send bytes that are no letter here."""
    return typed.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def zone_option(say: Say):  # type: ignore[no-untyped-def]
    """--tz, the same for every verb that reads exports."""
    return option(say, ZONE, ZONE_HELP, "--tz")


def mapping_option(say: Say):  # type: ignore[no-untyped-def]
    """--mapping, the same for every verb that reads exports."""
    return option(say, FILE, MAPPING_HELP, repeated=True)


def ask_option(say: Say):  # type: ignore[no-untyped-def]
    """--ask and --no-ask, the same for every verb that may ask."""
    return typer.Option("--ask/--no-ask", help=say(ASK_HELP))


def exports_argument(say: Say, told: str):  # type: ignore[no-untyped-def]
    """One or more export files."""
    return typer.Argument(metavar=say(EXPORTS), help=say(told), readable=False)
