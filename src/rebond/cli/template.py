"""rebond template: the workbooks to fill (case sheet, log, hand-collected posts), in both languages."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from rebond.sentences import N_, Verbatim
from rebond.sentences import say as sentence
from rebond.wording.voice import Voice


def register(app: typer.Typer, voice: Voice, say: Callable[[str], str]) -> None:
    """Add the verb `template`."""

    @app.command(
        "template", help=say(N_("Write the bilingual workbooks to fill: case sheet, log, hand-collected posts."))
    )
    def template(
        out: Annotated[Path, typer.Option(help=say(N_("Folder to write them in.")))] = Path(),
    ) -> None:
        from rebond.cli._talk import Talk
        from rebond.desk.template import write_templates

        talk = Talk(voice)
        for path in write_templates(out):
            talk.say(sentence(N_("Written: %(file)s"), file=Verbatim(str(path))))
        talk.say(
            sentence(
                N_("Fill what you know, leave the rest empty, then: rebond review EXPORT… --sheet FILE --log FILE")
            )
        )
