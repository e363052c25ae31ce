"""rebond template: the workbooks to fill (case sheet, log, hand-collected posts), in both languages."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rebond.cli._app import verb
from rebond.cli._options import FOLDER, Say, option
from rebond.sentences import N_, Verbatim
from rebond.sentences import say as sentence
from rebond.wording.voice import Voice

ABOUT = N_("Write the bilingual workbooks to fill: case sheet, log, hand-collected posts.")
NEXT = N_("Fill what you know, leave the rest empty, then: %(rebond)s review EXPORT… --sheet FILE --log FILE")


def register(app: typer.Typer, voice: Voice, say: Say) -> None:
    """Add the verb `template`."""

    @verb(app, "template", say(ABOUT))
    def template(
        out: Annotated[Path, option(say, FOLDER, N_("Folder to write them in."))] = Path(),
    ) -> None:
        from rebond.cli._talk import Talk, typed_as
        from rebond.desk.template import write_templates

        talk = Talk(voice)
        for path in write_templates(out):
            talk.say(sentence(N_("Written: %(file)s"), file=Verbatim(str(path))))
        talk.say(sentence(NEXT, rebond=Verbatim(typed_as(sys.argv[0]))))
