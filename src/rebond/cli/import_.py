"""rebond import: add export files to a case without drawing anything."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from rebond.sentences import N_
from rebond.wording.voice import Voice


def register(app: typer.Typer, voice: Voice, say: Callable[[str], str]) -> None:
    """Add the verb `import`."""

    @app.command("import", help=say(N_("Add export files to a case; repeats and overlaps are counted once.")))
    def import_(
        case: Annotated[
            Path, typer.Argument(metavar="CASE", help=say(N_("Folder of the case; made if it is not there.")))
        ],
        files: Annotated[list[Path], typer.Argument(metavar="EXPORT…", help=say(N_("Export files.")))],
        tz: Annotated[
            str | None, typer.Option(help=say(N_("Time zone, for example America/Toronto or Europe/Paris.")))
        ] = None,
    ) -> None:
        from rebond.cli._talk import Talk
        from rebond.desk.bring_in import bring_in, open_case

        talk = Talk(voice)
        with talk.working() as step:
            told = bring_in(open_case(case), tuple(files), tz, step)
        for line in told:
            talk.say(line)
