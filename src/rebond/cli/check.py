"""rebond check: what is this file, what does it carry, what does it lack, what is wrong with it."""

from pathlib import Path
from typing import Annotated

import typer

from rebond.cli._app import verb
from rebond.cli._options import Say, ask_option, exports_argument, mapping_option, zone_option
from rebond.sentences import N_
from rebond.wording.voice import Voice


def register(app: typer.Typer, voice: Voice, say: Say) -> None:
    """Add the verb `check`."""

    @verb(app, "check", say(N_("Say what export files are, carry and lack, without importing anything.")))
    def check(
        exports: Annotated[list[Path], exports_argument(say, N_("Export files."))],
        tz: Annotated[str | None, zone_option(say)] = None,
        mapping: Annotated[list[Path] | None, mapping_option(say)] = None,
        ask: Annotated[bool, ask_option(say)] = True,
    ) -> None:
        from rebond.cli._interview import TerminalInterview
        from rebond.cli._talk import Talk
        from rebond.desk.check import examine
        from rebond.desk.mapped import at_hand
        from rebond.errors import RebondError

        talk, failed = Talk(voice), 0
        person = TerminalInterview(talk) if ask and talk.with_a_person else None
        for path in exports:  # each file gets its report, even after one that cannot be read
            try:
                for told in examine(path, tz, at_hand([path], mapping or ()), person):
                    talk.say(told)
            except RebondError as error:
                failed = failed or error.exit_code
                talk.fail(error)
        if failed:
            raise typer.Exit(failed)
