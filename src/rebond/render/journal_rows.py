"""What the log to complete asks about: the crisis alone, where an answer would change the review, on few rows.

Every entry of the log of those days, every peak, the long silences, then our own posts nearest the peaks, up to sixty
rows. A list of everything that was published is no log, and nobody would fill it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from rebond.actions import Action, When
from rebond.analysis.measure import Window
from rebond.analysis.silences import certain_silences
from rebond.crisis import Crisis
from rebond.render._book import both, label
from rebond.sentences import N_, Sentence, Term, Verbatim, say, say_count

MOST, MOST_SILENCES = 60, 15  # rows
LONGEST = timedelta(days=14)  # after the last peak, where no end was dated
AROUND = timedelta(days=1)  # before the outbreak and after the end: what was known, what was still said
QUOTED = 80  # characters of an own post
HAPPENED = N_("%(seen)s What happened here?")


@dataclass(frozen=True, slots=True)
class Prefilled:
    """One row, before it is written. cells: by field of the log; look: how it is drawn."""

    when: When
    id: str
    look: str
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class OwnPost:
    """What lets people recognise a post of theirs. None: not in the export."""

    text: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the log to complete holds. posts: own posts, each with a row; left_out: how many of these days have none."""

    rows: tuple[Prefilled, ...]
    posts: tuple[Action, ...]
    left_out: int

    @property
    def post_ids(self) -> tuple[str, ...]:
        """Of the posts whose text and link are wanted."""
        return tuple(action.id.removeprefix("post-") for action in self.posts)


def asked(crisis: Crisis) -> Asked:
    """What is asked about this crisis."""
    zone, days = ZoneInfo(crisis.sheet.time_zone or "UTC"), _days(crisis)
    actions = [a for a in crisis.log.actions if days.starts <= a.when.latest and a.when.earliest < days.ends]
    mine = [a for a in actions if a.source == "posts"]
    rows = [_recorded(action) for action in actions if action.source != "posts"]
    rows += _replies([a for a in mine if a.kind == "reply"], zone)
    rows += [*_peaks(crisis), *_silences(crisis)]
    spoken = sorted((a for a in mine if a.kind != "reply"), key=lambda a: (_from_a_peak(a, crisis), a.id))
    kept = spoken[: max(0, MOST - len(rows))]
    return Asked(tuple(rows), tuple(kept), len(spoken) - len(kept))


def rows_of(found: Asked, own: Mapping[str, OwnPost]) -> tuple[Prefilled, ...]:
    """Every row, in time order. own: by post_id."""
    posts = (_own_post(action, own.get(id)) for action, id in zip(found.posts, found.post_ids, strict=True))
    return tuple(sorted((*found.rows, *posts), key=lambda row: (row.when.earliest, row.when.latest, row.id)))


def _days(crisis: Crisis) -> Window:
    """From a day before the outbreak to a day after the return to normal, else the exit, else two weeks of the peak."""
    phases = crisis.phases
    hot = max((peak.window.ends for peak in phases.peaks), default=phases.outbreak.retained or crisis.window.ends)
    ends = phases.normal.retained or phases.exit.retained or min(crisis.window.ends, hot + LONGEST)
    starts = crisis.window.starts if phases.outbreak.retained is None else phases.outbreak.retained - AROUND
    return Window(starts, ends + AROUND) if ends > starts else crisis.window


def _from_a_peak(action: Action, crisis: Crisis) -> timedelta:
    """How far a post is from the nearest peak; from the outbreak where no peak stands out."""
    at, start = action.when.earliest, crisis.phases.outbreak.retained or crisis.window.starts
    spans = [(peak.window.starts, peak.window.ends) for peak in crisis.phases.peaks] or [(start, start)]
    return min(max(first - at, at - last, timedelta()) for first, last in spans)


def _recorded(action: Action) -> Prefilled:
    cells = {
        "seen": both(N_("In the log")),
        "what": action.title,
        "kind": label("event_kind" if action.is_event else "action_kind", action.kind),
        "visibility": "" if action.is_event else label("visibility", action.visibility),
        "channel": ", ".join(_channel(channel) for channel in action.channels),
        "lang": ", ".join(label("language", lang).partition(" / ")[0] for lang in action.langs),
        "who": action.by_role or "",
        "note": action.note or "",
    }
    return Prefilled(action.when, action.id, "known", cells)


def _own_post(action: Action, post: OwnPost | None) -> Prefilled:
    where = ", ".join(_channel(channel) for channel in action.channels)
    seen = both(say(N_("Your own post (%(platform)s)"), platform=Verbatim(where)))
    told = (seen, _quoted(post.text), post.url) if post else (seen,)
    cells = {"seen": "\n".join(filter(None, told)), "visibility": label("visibility", "public"), "channel": where,
             "lang": ", ".join(label("language", lang).partition(" / ")[0] for lang in action.langs)}  # fmt: skip
    return Prefilled(action.when, action.id, "own", cells)


def _quoted(text: str | None) -> str | None:
    line = " ".join((text or "").split())
    return line if len(line) <= QUOTED else f"{line[:QUOTED].rstrip()}…"


def _channel(key: str) -> str:
    return both(Term(vocabulary="platform", key=key), " / ").partition(" / ")[0]


def _replies(replies: Sequence[Action], zone: ZoneInfo) -> Iterator[Prefilled]:
    """One row a day: a service desk may have answered thousands of posts."""
    days = Counter(action.when.earliest.astimezone(zone).date() for action in replies)
    for day, n in sorted(days.items()):
        times = [a.when.earliest for a in replies if a.when.earliest.astimezone(zone).date() == day]
        seen = say_count(N_("%(n)s reply of yours captured"), N_("%(n)s replies of yours captured"), n)
        cells = {"seen": both(seen), "visibility": label("visibility", "public")}
        yield Prefilled(When(min(times), max(times)), f"replies-{day}", "own", cells)


def _peaks(crisis: Crisis) -> Iterator[Prefilled]:
    for n, peak in enumerate(crisis.phases.peaks, start=1):
        seen = say_count(N_("Peak: %(n)s post at its highest."), N_("Peak: %(n)s posts at its highest."), peak.posts)
        yield _asked(When(peak.window.starts, peak.window.ends), f"peak-{n}", "peak", seen)


def _silences(crisis: Crisis) -> Iterator[Prefilled]:
    """The longest stretches of the crisis in which the log holds no public act; nothing says that none was done."""
    window = _silent(crisis)
    hot = max((peak.window.ends for peak in crisis.phases.peaks), default=window.ends)
    hours = crisis.settings.parameters
    found = []
    for gap in certain_silences(crisis.log, window):
        least = hours.silence_hours_hot if gap.starts < hot else hours.silence_hours_decline
        if gap.lasts >= timedelta(hours=least):
            found.append(gap)
    longest = sorted(found, key=lambda gap: (-gap.lasts, gap.starts))[:MOST_SILENCES]
    for n, gap in enumerate(sorted(longest, key=lambda gap: gap.starts), start=1):
        seen = say(N_("No public act in the log for %(length)s."), length=gap.lasts)
        yield _asked(When(_minute(gap.starts), _minute(gap.ends)), f"silence-{n}", "silence", seen)


def _silent(crisis: Crisis) -> Window:
    """Where a silence is one of the crisis: from its outbreak to its measured exit."""
    days, phases = _days(crisis), crisis.phases
    starts = phases.outbreak.retained or crisis.window.starts
    ends = min(phases.exit.retained or crisis.window.ends, days.ends)
    return Window(starts, ends) if ends > starts else crisis.window


def _asked(when: When, id: str, look: str, seen: Sentence) -> Prefilled:
    return Prefilled(when, id, look, {"seen": both(say(HAPPENED, seen=seen))})


def _minute(at: datetime) -> datetime:
    return at.replace(second=0, microsecond=0)
