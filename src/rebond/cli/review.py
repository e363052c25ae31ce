"""rebond review: from raw exports to the two pages."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from rebond.cli import _options as word
from rebond.cli._app import verb
from rebond.cli._options import Say, ask_option, exports_argument, legible, mapping_option, option, zone_option
from rebond.sentences import N_, Verbatim
from rebond.sentences import say as sentence
from rebond.wording.voice import Voice

ABOUT = N_("Draw the review: two pages in French and English, from your export files.")
EXPORTS = N_(
    "Export files, as they came out of the tool (CSV, XLSX, JSON lines). Leave out to redraw an existing case."
)
SHEET = N_("Case sheet: who you are, what happened, target delays.")
LOG = N_("Log of what was done, as people wrote it.")
ORG = N_("Name of the organisation, as people write it.")
OWN = N_("One of your own accounts.")
SERIES = N_("A dated count from outside social media: calls, departures, gifts, price.")
LANG = N_("Language of the documents: fr-CA, fr-FR, en or both.")
FROM, TO = N_("Count posts from this day or time on."), N_("Count posts up to this day or time.")
FORMATS = N_("html, pdf or docx; all three when left out.")
ALL = N_("All of the exports are about this matter: no post is set aside.")


def register(app: typer.Typer, voice: Voice, say: Say) -> None:
    """Add the verb `review`."""

    @verb(app, "review", say(ABOUT))
    def review(
        exports: Annotated[list[Path] | None, exports_argument(say, EXPORTS)] = None,
        sheet: Annotated[Path | None, option(say, word.FILE, SHEET)] = None,
        log: Annotated[list[Path] | None, option(say, word.FILE, LOG, repeated=True)] = None,
        org: Annotated[str | None, option(say, word.NAME, ORG)] = None,
        own: Annotated[list[str] | None, option(say, word.ACCOUNT, OWN, repeated=True)] = None,
        series: Annotated[list[Path] | None, option(say, word.FILE, SERIES, repeated=True)] = None,
        lang: Annotated[str, option(say, word.LANGUAGE, LANG)] = "both",
        tz: Annotated[str | None, zone_option(say)] = None,
        mapping: Annotated[list[Path] | None, mapping_option(say)] = None,
        from_: Annotated[str | None, option(say, word.DAY, FROM, "--from")] = None,
        to: Annotated[str | None, option(say, word.DAY, TO)] = None,
        formats: Annotated[list[str] | None, option(say, word.FORMAT, FORMATS, "--format", repeated=True)] = None,
        out: Annotated[Path | None, option(say, word.FOLDER, word.CASE_HELP)] = None,
        everything: Annotated[bool, typer.Option("--all", help=say(ALL))] = False,
        ask: Annotated[bool, ask_option(say)] = True,
    ) -> None:
        from rebond.cli._interview import TerminalInterview
        from rebond.cli._talk import Talk, typed_as
        from rebond.desk.request import Request
        from rebond.desk.review import draw

        talk = Talk(voice)
        request = Request(
            exports=tuple(exports or ()), mappings=tuple(mapping or ()), sheet=sheet, logs=tuple(log or ()),
            organisation=legible(org) if org else None, own=tuple(map(legible, own or ())),
            series=tuple(series or ()), lang=lang, zone=tz, starts=from_, ends=to, formats=_each(formats), out=out,
            everything=everything, command=typed_as(sys.argv[0]),
        )  # fmt: skip
        there = ask and talk.with_a_person
        with talk.working() as step:
            done = draw(request, step=step, ask=talk.ask if there else None,
                        person=TerminalInterview(talk) if there else None)  # fmt: skip
        for told in done.told:
            talk.say(told)
        talk.say(sentence(N_("Written in %(folder)s:"), folder=Verbatim(str(done.folder))))
        for path in done.files:
            talk.say(Verbatim(f"  {path.relative_to(done.folder)}"))
        for told in done.next_steps:
            talk.say(told)


def _each(formats: list[str] | None) -> tuple[str, ...]:
    """`--format html,pdf` says the same as `--format html --format pdf`."""
    words = (word.strip().lower() for given in formats or () for word in given.split(","))
    return tuple(dict.fromkeys(word for word in words if word))
