"""rebond import: add export files to a case without drawing anything."""

from pathlib import Path
from typing import Annotated

import typer

from rebond.cli._app import verb
from rebond.cli._options import CASE, CASE_HELP, Say, ask_option, exports_argument, mapping_option, zone_option
from rebond.sentences import N_
from rebond.wording.voice import Voice


def register(app: typer.Typer, voice: Voice, say: Say) -> None:
    """Add the verb `import`."""

    @verb(app, "import", say(N_("Add export files to a case; repeats and overlaps are counted once.")))
    def import_(
        case: Annotated[Path, typer.Argument(metavar=say(CASE), help=say(CASE_HELP))],
        exports: Annotated[list[Path], exports_argument(say, N_("Export files."))],
        tz: Annotated[str | None, zone_option(say)] = None,
        mapping: Annotated[list[Path] | None, mapping_option(say)] = None,
        ask: Annotated[bool, ask_option(say)] = True,
    ) -> None:
        from rebond.cli._interview import TerminalInterview
        from rebond.cli._talk import Talk
        from rebond.desk.bring_in import bring_in, open_case
        from rebond.desk.guide import understood
        from rebond.desk.mapped import at_hand
        from rebond.desk.turn import in_turn

        talk = Talk(voice)
        mappings = at_hand(exports, mapping or (), case)
        if ask and talk.with_a_person:
            mappings = understood(exports, tz, mappings, TerminalInterview(talk))
        with talk.working() as step:
            told = bring_in(in_turn(open_case(case), step), tuple(exports), tz, step, mappings)
        for line in told:
            talk.say(line)
