"""rebond review: from raw exports to the two pages."""

from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from rebond.sentences import N_, Verbatim
from rebond.sentences import say as sentence
from rebond.wording.voice import Voice


def register(app: typer.Typer, voice: Voice, say: Callable[[str], str]) -> None:
    """Add the verb `review`."""

    @app.command("review", help=say(N_("Draw the review: two pages in French and English, from your export files.")))
    def review(
        exports: Annotated[
            list[Path] | None,
            typer.Argument(
                metavar="EXPORT…",
                help=say(
                    N_(
                        "Export files, as they came out of the tool (CSV, XLSX, JSON lines). Leave out to redraw an existing case."
                    )
                ),
            ),
        ] = None,
        sheet: Annotated[
            Path | None, typer.Option(help=say(N_("Case sheet: who you are, what happened, target delays.")))
        ] = None,
        log: Annotated[
            list[Path] | None, typer.Option(help=say(N_("Log of what was done, as people wrote it.")))
        ] = None,
        org: Annotated[str | None, typer.Option(help=say(N_("Name of the organisation, as people write it.")))] = None,
        own: Annotated[
            list[str] | None, typer.Option(help=say(N_("One of your own accounts; may be repeated.")))
        ] = None,
        series: Annotated[
            list[Path] | None,
            typer.Option(help=say(N_("A dated count from outside social media: calls, departures, gifts, price."))),
        ] = None,
        lang: Annotated[
            str, typer.Option(help=say(N_("Language of the documents: fr-CA, fr-FR, en or both.")))
        ] = "both",
        tz: Annotated[
            str | None, typer.Option(help=say(N_("Time zone, for example America/Toronto or Europe/Paris.")))
        ] = None,
        from_: Annotated[
            str | None, typer.Option("--from", help=say(N_("Count posts from this day or time on.")))
        ] = None,
        to: Annotated[str | None, typer.Option(help=say(N_("Count posts up to this day or time.")))] = None,
        formats: Annotated[
            list[str] | None,
            typer.Option("--format", help=say(N_("html, pdf or docx; may be repeated. All three by default."))),
        ] = None,
        out: Annotated[Path | None, typer.Option(help=say(N_("Folder of the case; made if it is not there.")))] = None,
        ask: Annotated[
            bool, typer.Option("--ask/--no-ask", help=say(N_("Ask in the terminal for what is missing.")))
        ] = True,
    ) -> None:
        from rebond.cli._talk import Talk
        from rebond.desk.review import Request, draw

        talk = Talk(voice)
        request = Request(
            exports=tuple(exports or ()), sheet=sheet, logs=tuple(log or ()), organisation=org, own=tuple(own or ()),
            series=tuple(series or ()), lang=lang, zone=tz, starts=from_, ends=to, formats=tuple(formats or ()), out=out,
        )  # fmt: skip
        with talk.working() as step:
            done = draw(request, step=step, ask=talk.ask if ask and talk.with_a_person else None)
        for told in done.told:
            talk.say(told)
        talk.say(sentence(N_("Written in %(folder)s:"), folder=Verbatim(str(done.folder))))
        for path in done.files:
            talk.say(Verbatim(f"  {path.relative_to(done.folder)}"))
        for told in done.next_steps:
            talk.say(told)
