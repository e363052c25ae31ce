"""rebond check: what is this file, what does it carry, what does it lack, what is wrong with it."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from rebond.sentences import N_
from rebond.wording.voice import Voice


def register(app: typer.Typer, voice: Voice, say: Callable[[str], str]) -> None:
    """Add the verb `check`."""

    @app.command("check", help=say(N_("Say what export files are, carry and lack, without importing anything.")))
    def check(
        files: Annotated[list[Path], typer.Argument(metavar="FILE…", help=say(N_("Export files.")))],
        tz: Annotated[
            str | None, typer.Option(help=say(N_("Time zone, for example America/Toronto or Europe/Paris.")))
        ] = None,
    ) -> None:
        from rebond.cli._talk import Talk
        from rebond.desk.check import examine
        from rebond.errors import RebondError

        talk, failed = Talk(voice), 0
        for path in files:
            try:
                for told in examine(path, tz):
                    talk.say(told)
            except RebondError as error:
                failed = failed or error.exit_code
                talk.say(error.told())
                talk.say(error.mended())
        if failed:
            raise typer.Exit(failed)
