"""rebond demo: a simulated bilingual crisis, opened as a finished review."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from rebond.cli._app import verb
from rebond.cli._options import FOLDER, Say, option
from rebond.sentences import N_, Verbatim
from rebond.sentences import say as sentence
from rebond.wording.voice import Voice

FOLDER_OF_DEMO = Path("rebond-demo")


def register(app: typer.Typer, voice: Voice, say: Say) -> None:
    """Add the verb `demo`."""

    @verb(app, "demo", say(N_("Draw the review of a simulated crisis, then open it.")))
    def demo(
        out: Annotated[Path, option(say, FOLDER, N_("Folder of the demo; made if it is not there."))] = FOLDER_OF_DEMO,
        no_open: Annotated[bool, typer.Option("--no-open", help=say(N_("Do not open the browser.")))] = False,
    ) -> None:
        from rebond.cli._talk import Talk, typed_as
        from rebond.desk.demo import show

        talk = Talk(voice)
        with talk.working() as step:
            done = show(out, step=step, command=typed_as(sys.argv[0]))
        talk.say(sentence(N_("An invented case: Rivage Co-op, members charged twice in October 2025.")))
        for path in done.files:
            talk.say(Verbatim(f"  {path}"))
        for told in done.next_steps:
            talk.say(told)
        if not no_open and not os.environ.get("CI"):
            import webbrowser

            page = next(p for p in done.files if p.name == f"review.{voice.lang}.html")
            webbrowser.open(page.resolve().as_uri())
