"""What people tell us of the case: the sheet they filled, the options they typed, the questions they answer.

An option typed wins over the sheet given, which wins over what the case already holds; an answer only fills a blank.
"""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta

from rebond.casefile.sources import open_source
from rebond.corpus.relevance import EVERYTHING
from rebond.desk.records_told import told_of_problems
from rebond.desk.request import Request
from rebond.errors import UnknownLanguage, UnknownZone, UnreadableTime
from rebond.importers.people.days import Nearby
from rebond.importers.people.questions import answered, missing
from rebond.importers.people.sheet import read_sheet
from rebond.importers.people.times import read_time
from rebond.importers.people.zones import zone_named
from rebond.sentences import N_, Sentence, Verbatim, say
from rebond.settings import CaseSheet, Settings
from rebond.wording.voice import Voice

READ_IN_UTC = N_("The times of the case sheet were read in UTC: give it again with --sheet to have them in %(zone)s.")


def with_request(settings: Settings, request: Request) -> tuple[Settings, tuple[Sentence, ...]]:
    """Settings with the sheet and the options of a request, and what to tell of the answers of the sheet.

    Raises SheetError, UnknownZone, UnreadableTime.
    """
    sheet, told = settings.sheet, tuple[Sentence, ...]()
    zone = _zone(request.zone) if request.zone else sheet.time_zone
    if request.sheet is not None:
        with open_source(request.sheet).open() as stream:
            reading = read_sheet(request.sheet.name, stream.read(), zone)
        sheet, told = over(sheet, reading.sheet), tuple(told_of_problems(request.sheet.name, reading.problems))
    elif zone and sheet.time_zone is None and sheet.happened_at:
        told = (say(READ_IN_UTC, zone=Verbatim(zone)),)
    sheet = replace(
        sheet,
        organisation=request.organisation or sheet.organisation,
        names=_joined(sheet.names, (request.organisation,) if request.organisation else ()),
        queries=_joined(sheet.queries, (EVERYTHING,) if request.everything else ()),
        accounts=_joined(sheet.accounts, tuple(name.lstrip("@") for name in request.own)),
        time_zone=zone if request.zone else sheet.time_zone,
    )
    return replace(settings, sheet=sheet, window=_window(request, settings, sheet)), told


def over(below: CaseSheet, above: CaseSheet) -> CaseSheet:
    """Two sheets in one: what `above` says, and what `below` says where `above` is blank."""
    blank = CaseSheet()
    said = {f.name: getattr(above, f.name) for f in fields(above) if getattr(above, f.name) != getattr(blank, f.name)}
    if "targets" in said:
        told = {f.name: value for f in fields(above.targets) if (value := getattr(above.targets, f.name)) is not None}
        said["targets"] = replace(below.targets, **told)
    return replace(below, **said)


def with_answers(settings: Settings, ask: Callable[[Sentence], str]) -> Settings:
    """Ask what the sheet leaves open. A question not understood is put once more, then left open."""
    sheet = settings.sheet
    for question in missing(sheet):
        text = ask(question.said())
        told = answered(sheet, question.key, text) if text else sheet
        if told is None and (text := ask(question.again())):
            told = answered(sheet, question.key, text)
        sheet = told or sheet
    return replace(settings, sheet=sheet)


def voices_of(lang: str, zone: str | None) -> tuple[Voice, ...]:
    """The languages to write in. "both", "fr": French of France where the clock is that of Europe, else of Québec.

    Raises UnknownLanguage.
    """
    french = "fr-FR" if (zone or "").startswith("Europe/") else "fr-CA"
    asked = {"both": (french, "en"), "fr": (french,), "en": ("en",), "fr-CA": ("fr-CA",), "fr-FR": ("fr-FR",)}
    if lang not in asked:
        raise UnknownLanguage(lang=Verbatim(lang))
    return tuple(Voice.of(tag, zone or "UTC") for tag in asked[lang])


def _joined(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    return (*one, *(name for name in other if name.casefold() not in {known.casefold() for known in one}))


def _zone(name: str) -> str:
    """America/Toronto, or as people say it: Montréal, heure de l'Est. Raises UnknownZone."""
    zone = zone_named(name)
    if zone is None:
        raise UnknownZone(zone=Verbatim(name))
    return zone


def _window(request: Request, settings: Settings, sheet: CaseSheet) -> tuple[datetime, datetime] | None:
    """--from and --to, both included, in the organisation's zone; one alone leaves the other as the case has it."""
    if request.starts is None and request.ends is None:
        return settings.window
    starts, ends = settings.window or (_far(1970), _far(9999))
    starts = _instants(request.starts, sheet)[0] if request.starts else starts
    ends = _instants(request.ends, sheet)[1] if request.ends else ends
    if ends <= starts:
        typed = f"{request.starts or f'{starts:%Y-%m-%d}'} – {request.ends or f'{ends:%Y-%m-%d}'}"
        raise UnreadableTime(text=Verbatim(typed), why=say(N_("it ends before it starts")))
    return starts, ends


def _instants(text: str, sheet: CaseSheet) -> tuple[datetime, datetime]:
    found = read_time(text, Nearby())
    if found is None:
        raise UnreadableTime(text=Verbatim(text), why=say(N_("it is not a day or a day and an hour")))
    when = found.when(sheet.time_zone or "UTC")
    return when.earliest, when.latest + timedelta(minutes=1)  # the last minute is inside


def _far(year: int) -> datetime:
    return datetime(year, 1, 1, tzinfo=UTC)
