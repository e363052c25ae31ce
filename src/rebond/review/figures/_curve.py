"""The hot stretch of the timeline: phases, marks, curve, peaks, exit, what was not observed, and the lanes below."""

from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from rebond.analysis.measure import Window
from rebond.crisis import Crisis
from rebond.review.coverage import why_unseen
from rebond.review.dates import on_one_day
from rebond.review.figures._acts import Marks, place, rows_needed, stems, symbols
from rebond.review.figures._ink import (
    CAPTURED,
    CURVE,
    INK,
    MUTED,
    OURS,
    PAPER,
    TINT,
    Frame,
    Layer,
    Panel,
    X,
    Y,
    boxes,
    ground,
    hatched,
    lines,
    words,
)  # fmt: skip
from rebond.review.figures._phases import EM, bands, heights, names
from rebond.review.figures._place import Box, Sheet, over, steps
from rebond.review.figures._scene import DAY, HOUR, Scene
from rebond.review.figures._summits import highest, label, strokes
from rebond.sentences import N_, Moment, Sentence, Term, say

REASON_LETTERS = 30  # of the longest reason for which nothing was observed


def hot_panel(crisis: Crisis, scene: Scene, marks: Marks, unwatched: tuple[Window, ...], frame: Frame,
              width: float) -> Layer:  # fmt: skip
    """The curve as one Vega-Lite view. scene.hot must not be None."""
    assert scene.hot is not None
    zone = ZoneInfo(crisis.sheet.time_zone or "UTC")
    bare = Panel(width=width, height=1, starts=scene.hot.starts, ends=scene.hot.ends, most=1, shift=timedelta(0))
    named = names(crisis, scene, bare, frame)
    above = max((row for _, _, row, _ in named), default=0)  # rows of names that do not fit in their band
    band = above * frame.row + (3 if above else 0)
    first_row = band + frame.row + 4
    rows = rows_needed(bare, marks, frame)
    top = first_row + rows * (frame.mark + 2) + frame.text
    most = max((n for _, n in scene.bins if n is not None), default=1) or 1
    height = top + frame.curve
    panel = Panel(
        width=width, height=height, starts=scene.hot.starts, ends=scene.hot.ends,
        most=most * height / frame.curve, shift=scene.hot.starts.astimezone(zone).utcoffset() or timedelta(0),
    )  # fmt: skip
    ticks, form, hours = _ticks(scene.hot, zone, panel, frame)
    below = height + frame.row * (2.8 if hours else 1.8)
    lanes, bottom = _lanes(crisis, scene, unwatched, panel, frame, below)
    placed = place(panel, marks, frame, first_row)
    counts = steps(most)
    gaps = [Box(panel.x(w.starts), band + frame.row, panel.x(w.ends), height) for w in scene.unobserved]
    layers = [
        *ground(panel, ticks, form, counts, frame, Box(-frame.margin, -frame.row * 1.4, width, bottom),
                **_days(frame, bool(hours))),
        boxes(panel, [(box, TINT[phase.key]) for phase, box in bands(crisis, scene, panel, band)]),
        lines(panel, [Box(0, panel.y(n), width, panel.y(n)) for n in counts[1:]], PAPER, 0.7),
        boxes(panel, [(box, PAPER) for box in gaps], opacity=0.55),
        hatched(panel, gaps, frame.text * 0.8),
        *stems(panel, placed),
        *_line(scene, panel),
        *_labels(crisis, scene, panel, frame, Box(0, top - frame.text, width, height), gaps),
        words(panel, heights(named, frame, above), frame.text, color=MUTED),
        lines(panel, [Box(x, (above - row + 0.9) * frame.row, x, band + 3) for x, _, row, _ in named if row],
              MUTED, 0.6),
        *symbols(panel, placed, frame),
        words(panel, hours, frame.text, baseline="top"),
        words(panel, [(0, -frame.row * 0.8, _title(crisis, scene))], frame.text + 0.5, align="left", color=MUTED),
        *lanes,
    ]  # fmt: skip
    return {"width": width, "height": height, "view": {"stroke": None}, "layer": [one for one in layers if _drawn(one)]}


def _drawn(layer: Layer) -> bool:
    return bool(layer["data"]["values"])


def _title(crisis: Crisis, scene: Scene) -> Sentence:
    assert scene.hot is not None
    first, last = scene.hot.starts, scene.bins[-1][0]
    ends = {"first": Moment(first, "day"), "last": Moment(last, "day")}
    if scene.bin == HOUR and on_one_day(crisis, first, last):
        return say(N_("Posts captured per hour, %(day)s"), day=ends["first"])
    if scene.bin == HOUR:
        return say(N_("Posts captured per hour, %(first)s – %(last)s"), **ends)
    if scene.bin == DAY:
        return say(N_("Posts captured per day, %(first)s – %(last)s"), **ends)
    return say(N_("Posts captured every %(length)s, %(first)s – %(last)s"), length=scene.bin, **ends)


# --- the curve and its labels -----------------------------------------------------------------------------
def _line(scene: Scene, panel: Panel) -> list[Layer]:
    """Area and line, broken where nothing was observed: absent is not zero."""
    values, part = [], 0
    for at, posts in scene.bins:
        if posts is None:
            part += 1
        else:
            values.append({"t": panel.stamp(at + scene.bin / 2), "v": posts, "part": part})
    shared = {"x": X, "y": {**Y, "stack": None}, "detail": {"field": "part", "type": "nominal"}}
    data = {"values": values}
    return [
        {"data": data, "mark": {"type": "area", "color": CURVE, "opacity": 0.16}, "encoding": shared},
        {"data": data, "encoding": shared,
         "mark": {"type": "line", "color": CURVE, "strokeWidth": 1.5, "strokeJoin": "round"}},
    ]  # fmt: skip


def _labels(crisis: Crisis, scene: Scene, panel: Panel, frame: Frame, room: Box, gaps: list[Box]) -> list[Layer]:
    """Peaks first, then the measured exit, then the words on the hatching: each where nothing else stands."""
    sheet, drawn = Sheet(Box(0, room.top, panel.width, panel.height)), []
    for number, peak in highest(crisis, scene):
        drawn += label(peak, number, scene, panel, frame, sheet, gaps, crisis)
    sheet.taken += strokes(scene, panel)
    drawn += _exit(crisis, panel, frame, sheet)
    for window, gap in zip(scene.unobserved, gaps, strict=True):
        drawn += _unseen(gap, why_unseen(crisis, window), panel, frame, sheet)
    return drawn


def _unseen(gap: Box, why: tuple[Sentence, ...], panel: Panel, frame: Frame, sheet: Sheet) -> list[Layer]:
    """The words of a hatched band: on it where it is wide enough, with the reason where that holds, else beside it."""
    has_room = why and gap.right - gap.left >= REASON_LETTERS * frame.text * EM
    text = say(N_("not observed:\n%(why)s"), why=why[0]) if has_room else say(N_("not\nobserved"))
    wide, tall = (REASON_LETTERS if has_room else 8) * frame.text * EM + 4, frame.text * 2.3 + 2
    middles = [panel.height - frame.curve * part for part in (0.6, 0.8, 0.4)]
    on = gap.right - gap.left >= wide
    centres = [(gap.left + gap.right) / 2] if on else [gap.right + wide / 2 + 2, gap.left - wide / 2 - 2]
    spots = [(x, y) for y in middles for x in centres]
    chosen = sheet.place(Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2) for x, y in spots)
    if chosen is None:
        return []  # the key says what hatching means
    x, y = spots[chosen]
    under = [boxes(panel, [(Box(x - wide / 2, y - tall / 2, x + wide / 2, y + tall / 2), PAPER)])] if on else []
    return [*under, words(panel, [(x, y - frame.text * 0.5, text)], frame.text,
                          lineHeight=frame.text * 1.1, align="center")]  # fmt: skip


def _exit(crisis: Crisis, panel: Panel, frame: Frame, sheet: Sheet) -> list[Layer]:
    at = crisis.phases.exit.retained
    if at is None or not panel.starts <= at <= panel.ends:
        return []
    x, wide, tall = panel.x(at), 8 * frame.text * EM + 4, frame.text * 2.4
    tops = [panel.height - frame.curve * part for part in (0.95, 0.75, 0.55, 0.85, 0.65)]
    beside = wide / 2 + 1
    spots = [(centre, top) for centre in (over(x, wide, panel.width), x + beside, x - beside) for top in tops]
    spot = sheet.place(Box(c - wide / 2, top, c + wide / 2, top + tall) for c, top in spots)
    if spot is None:
        return [lines(panel, [Box(x, panel.height - frame.curve * 0.6, x, panel.height)], INK, 0.7)]
    centre, top = spots[spot]
    start = top if abs(centre - x) >= beside else top + tall  # beside its line, or over it
    text = [(centre, top + frame.text * 0.6, say(N_("measured\nexit")))]
    return [
        lines(panel, [Box(x, start, x, panel.height)], INK, 0.7),
        words(panel, text, frame.text, lineHeight=frame.text * 1.1),
    ]


# --- time axis, lanes -----------------------------------------------------------------------------------
def _ticks(
    hot: Window, zone: ZoneInfo, panel: Panel, frame: Frame
) -> tuple[list[str], str, list[tuple[float, float, Moment]]]:
    """Days where there are several; hours, written out, in a stretch of two days or less."""
    midnights = _midnights(hot, zone)
    if hot.lasts > 2.2 * DAY:
        room = 7 * frame.text * EM + 6
        every = -(-room // (DAY / hot.lasts * panel.width))
        return [panel.stamp(m) for m in midnights[:: int(every)]], "%a %-d", []
    every_hours = next(
        h for h in (1, 2, 3, 6, 12) if h * HOUR / hot.lasts * panel.width > 7 * frame.text * EM or h == 12
    )
    first = hot.starts.replace(minute=0, second=0, microsecond=0)
    hours = [first + n * HOUR for n in range(int(hot.lasts / HOUR) + 2)]
    kept = [h for h in hours if hot.starts <= h <= hot.ends and h.astimezone(zone).hour % every_hours == 0]
    return (
        [panel.stamp(h) for h in midnights],
        "%a %-d",
        [(panel.x(h), panel.height + 5, Moment(h, "time")) for h in kept if h not in midnights],
    )


def _midnights(hot: Window, zone: ZoneInfo) -> list[datetime]:
    day, last = hot.starts.astimezone(zone).date(), hot.ends.astimezone(zone).date()
    found = []
    while day <= last:
        at = datetime.combine(day, time(), zone).astimezone(UTC)
        if hot.starts <= at < hot.ends:
            found.append(at)
        day += DAY
    return found


def _days(frame: Frame, hours: bool) -> dict[str, Any]:
    """Days stand to the right of a long tick: a label under midnight would leave in doubt which day is meant."""
    top = 4 + (frame.row if hours else 0)
    return {"tickSize": top + frame.text, "labelPadding": -frame.text, "labelAlign": "left", "labelOffset": 3}


def _lanes(crisis: Crisis, scene: Scene, unwatched: tuple[Window, ...], panel: Panel, frame: Frame,
           y: float) -> tuple[list[Layer], float]:  # fmt: skip
    """What was captured, platform by platform where they differ; who was on watch, only where the log says so."""
    whole = Box(0, 0, panel.width, 0)
    lanes: list[tuple[Sentence | Term, list[Window], bool]] = [(say(N_("captured")), list(scene.unobserved), True)]
    seen = scene.hot or crisis.window
    gaps = [g for g in crisis.volume.gaps if g.window.starts < seen.ends and seen.starts < g.window.ends]
    for key in sorted({g.platform for g in gaps if g.platform is not None})[:2]:
        own = [g.window for g in gaps if g.platform == key]
        lanes.append((Term(vocabulary="platform", key=key), own, True))
    if unwatched:
        lanes.append((say(N_("on watch")), list(unwatched), False))
    tall, drawn = frame.text * 0.6, []
    for name, missing, captured in lanes:
        away = [Box(max(0.0, panel.x(w.starts)), y, min(panel.width, panel.x(w.ends)), y + tall) for w in missing]
        away = [box for box in away if box.right > box.left]
        colour = CAPTURED if captured else OURS
        if captured:
            drawn.append(boxes(panel, [(Box(whole.left, y, whole.right, y + tall), colour)]))
        drawn.append(boxes(panel, [(box, PAPER) for box in away], stroke=MUTED, strokeWidth=0.6))
        drawn.append(hatched(panel, away, 3, MUTED if captured else OURS, 0.9))
        drawn.append(words(panel, [(-4, y + tall / 2, name)], frame.text - 0.5, align="right", color=MUTED))
        if not captured:
            last = max((box.right for box in away), default=0.0)
            drawn.append(words(panel, [(last + 4, y + tall / 2, say(N_("nobody, according to the log")))],
                               frame.text - 0.5, align="left", color=MUTED))  # fmt: skip
        y += tall + frame.text * 0.65
    return drawn, y - frame.text * 0.65 + 1
