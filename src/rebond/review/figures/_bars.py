"""The days of the timeline: grey bars on a scale of their own, the usual level dashed, a relapse with its count."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rebond.crisis import Crisis
from rebond.evidence.grade import usual
from rebond.review.figures._acts import Marks, Placed, place, rows_needed, stems, symbols
from rebond.review.figures._ink import (
    INK,
    MUTED,
    NEUTRAL,
    Frame,
    Layer,
    Panel,
    boxes,
    ground,
    hatched,
    lines,
    words,
)
from rebond.review.figures._place import Box, Sheet, steps
from rebond.review.figures._scene import DAY, Day, Scene
from rebond.sentences import N_, Number, Sentence, Value, say

EM = 0.5
SCALE = 24  # width of the numbers of a second scale, beside a curve
# The first label starts at its tick and the last ends there, so that neither runs out of the picture.
ENDS = {"condition": [{"test": "datum.index == 0", "value": "left"}, {"test": "datum.index == 1", "value": "right"}],
        "value": "center"}  # fmt: skip
WASH = "#F4F6F8"
Label = tuple[float, float, Value]  # x, y, what is said there


def bars_panel(crisis: Crisis, scene: Scene, marks: Marks, frame: Frame, width: float, height: float | None) -> Layer:
    """The bars as one Vega-Lite view. height: of the curve beside it, None below a curve or alone."""
    zone = ZoneInfo(crisis.sheet.time_zone or "UTC")
    starts = _midnight(scene.days[0].first)
    ends = _midnight(scene.days[-1].first + timedelta(days=scene.bar_days))
    bare = Panel(width=width, height=1, starts=starts, ends=ends, most=1, shift=timedelta(0))
    rows = rows_needed(_shifted(bare, zone), marks, frame)
    head = 4 + rows * (frame.mark + 2) + frame.row * 1.6
    tall = head + frame.bars if height is None else height
    most = max([day.posts for day in scene.days] + [round(crisis.baseline.per_day or 0), 2])
    panel = Panel(
        width=width, height=tall, starts=starts, ends=ends, most=most * tall / (tall - head), shift=timedelta(0)
    )
    counts = steps(most)
    placed = place(_shifted(panel, zone), marks, frame, 4)
    bars = [(_bar(panel, scene, day), day) for day in scene.days]
    away = [Box(b.left, panel.height - frame.curve * 0.3, b.right, panel.height) for b, d in bars if d.observed == 0]
    layers = [
        *ground(panel, _ticks(panel, scene, frame), "%-d %b", counts, frame,
                Box(-frame.margin if frame.stacked or scene.hot is None else -SCALE, -frame.row * 1.4, width,
                    tall + frame.row * 1.6), labelAlign=ENDS),
        boxes(panel, [(Box(0, 0, width, tall), WASH)]),
        hatched(panel, away, frame.text * 0.8),
        *stems(panel, placed),
        boxes(panel, [(box, NEUTRAL) for box, day in bars if day.posts]),
        *_usual(crisis, panel, scene),
        *_labels(crisis, scene, panel, frame, bars, placed, zone),
        *symbols(panel, placed, frame),
        words(panel, [(0, -frame.row * 0.8, _title(scene))], frame.text + 0.5, align="left", color=MUTED),
    ]  # fmt: skip
    kept = [one for one in layers if one["data"]["values"]]
    return {"width": width, "height": tall, "view": {"stroke": None}, "layer": kept}


def _midnight(day: date) -> datetime:
    """Bars are local days laid side by side: a day has one width, whether it had 23, 24 or 25 hours."""
    return datetime.combine(day, time(), UTC)


def _shifted(panel: Panel, zone: ZoneInfo) -> Panel:
    """The same axes, read with true UTC instants: for marks, which are not counted by day."""
    off = panel.starts.replace(tzinfo=zone).utcoffset() or timedelta(0)
    return Panel(width=panel.width, height=panel.height, starts=panel.starts - off, ends=panel.ends - off,
                 most=panel.most, shift=panel.shift + off)  # fmt: skip


def _title(scene: Scene) -> Sentence:
    if scene.hot is None:
        return say(N_("Posts captured per day")) if scene.bar_days == 1 else say(N_("Posts captured per week"))
    return say(N_("Then per day, other scale")) if scene.bar_days == 1 else say(N_("Then per week, other scale"))


def _bar(panel: Panel, scene: Scene, day: Day) -> Box:
    wide = panel.width / len(scene.days)
    left = panel.x(_midnight(day.first))
    gap = min(1.4, wide * 0.22)
    return Box(left + gap / 2, panel.y(day.posts), min(left + wide, panel.width) - gap / 2, panel.height)


def _ticks(panel: Panel, scene: Scene, frame: Frame) -> list[str]:
    """The first day, the last, and as many between as have room."""
    count = len(scene.days)
    room = 1.5 * (8 * frame.text * EM + 4)  # the last label lies wholly on this side of its tick, the one before half
    parts = max(1, min(6, count - 1, int(panel.width / room - panel.width / room / count))) if count > 1 else 0
    indexes = sorted({round(n * (count - 1) / parts) for n in range(parts + 1)}) if parts else [0]
    return [panel.stamp(_midnight(scene.days[i].first)) for i in indexes]


def _usual(crisis: Crisis, panel: Panel, scene: Scene) -> list[Layer]:
    """The usual level, dashed."""
    level = _level(crisis, scene)
    if level is None:
        return []
    y = panel.y(level)
    return [lines(panel, [Box(0, y, panel.width, y)], INK, 0.8, strokeDash=[3, 2])]


def _level(crisis: Crisis, scene: Scene) -> float | None:
    """The usual level of one bar: as many times the usual day, as it is printed, as the bar has days."""
    return None if crisis.baseline.per_day is None else round(crisis.baseline.per_day, 1) * scene.bar_days


def _labels(crisis: Crisis, scene: Scene, panel: Panel, frame: Frame, bars: list[tuple[Box, Day]],
            placed: list[Placed], zone: ZoneInfo) -> list[Layer]:  # fmt: skip
    """Counts first, then the usual level in words: each where no bar, mark, stem or label stands; else left out."""
    half = frame.mark / 2
    sheet = Sheet(Box(0, 0, panel.width, panel.height), [box for box, day in bars if day.posts])
    sheet.taken += [Box(p.shown - half, p.y - half, p.shown + half, p.y + half) for p in placed]
    sheet.taken += [Box(min(p.shown, p.x) - 1, p.y, max(p.shown, p.x) + 1, panel.height) for p in placed]
    return [
        words(panel, _counts(crisis, scene, frame, bars, sheet, zone), frame.text + 1, align="left", fontWeight=600),
        words(panel, _usual_told(crisis, scene, panel, frame, sheet), frame.text, align="left"),
    ]


def _counts(crisis: Crisis, scene: Scene, frame: Frame, bars: list[tuple[Box, Day]], sheet: Sheet,
            zone: ZoneInfo) -> list[Label]:  # fmt: skip
    """Counts beside the bars that tell something: relapses, and the highest where there is no curve."""
    days = {w.starts.astimezone(zone).date() + n * DAY for w in crisis.phases.relapses
            for n in range(max(1, -(-w.lasts // DAY)))}  # fmt: skip
    told = [(b, d) for b, d in bars if any(d.first <= x < d.first + scene.bar_days * DAY for x in days)]
    if scene.hot is None and not told:
        told = [max(bars, key=lambda item: (item[1].posts, -item[0].left))] if bars else []
    said: list[Label] = []
    for box, day in sorted(told, key=lambda item: -item[1].posts)[:2]:
        wide, size = (len(str(day.posts)) + 1) * (frame.text + 1) * 0.55, frame.text + 1
        y, centre = box.top + size * 0.55, (box.left + box.right) / 2
        spots = [Box(box.right + 3, y - size * 0.6, box.right + 3 + wide, y + size * 0.6),
                 Box(box.left - 3 - wide, y - size * 0.6, box.left - 3, y + size * 0.6),
                 Box(centre - wide / 2, box.top - size * 1.3, centre + wide / 2, box.top - 1)]  # fmt: skip
        spot = sheet.place(spots) if day.posts else None
        if spot is not None:
            said.append((spots[spot].left, (spots[spot].top + spots[spot].bottom) / 2, Number(day.posts, 0)))
    return said


def _usual_told(crisis: Crisis, scene: Scene, panel: Panel, frame: Frame, sheet: Sheet) -> list[Label]:
    """Right above its line where there is room for it, else higher."""
    level = _level(crisis, scene)
    if level is None:
        return []
    wide, tall, steps_across = (11 + len(f"{level:.4g}")) * frame.text * 0.43, frame.text * 1.3, 8
    line = panel.y(level)
    spots = [
        Box(left, line - 1 - tall - up, left + wide, line - 1 - up)
        for up in (0.0, *(tall * n / 2 for n in range(1, 2 + int(2 * line / tall))))
        for left in ((panel.width - wide - 1) * (1 - n / steps_across) + 0.5 for n in range(steps_across + 1))
    ]
    spot = sheet.place(spots)
    said = say(N_("usual: %(n)s"), n=usual(level))
    return [] if spot is None else [(spots[spot].left, (spots[spot].top + spots[spot].bottom) / 2, said)]
