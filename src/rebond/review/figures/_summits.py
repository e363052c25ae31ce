"""The labels of the peaks, each at its summit: its name, unless its band bears it, and its height."""

from itertools import pairwise

from rebond.analysis.shapes import Peak
from rebond.crisis import Crisis
from rebond.review.dates import by_the_day
from rebond.review.figures._ink import CURVE, Frame, Layer, Panel, words
from rebond.review.figures._phases import bands, name_of, peak_name, tint_at
from rebond.review.figures._place import Box, Sheet, over
from rebond.review.figures._scene import Scene
from rebond.sentences import N_, Moment, Sentence, Value, say

LABELLED = 4  # peaks that carry a label
FIGURES = 3.7  # ems of "at 19:00" beside a count
FAR = 2.5  # ems from a summit to the nearest edge of its label


def strokes(scene: Scene, panel: Panel) -> list[Box]:
    """Where the curve runs: a box for each stroke of it."""
    ends = [(panel.x(at + scene.bin / 2), None if n is None else panel.y(n)) for at, n in scene.bins]
    return [
        Box(x1, min(y1, y2), x2, max(y1, y2))
        for (x1, y1), (x2, y2) in pairwise(ends)
        if y1 is not None and y2 is not None
    ]


def highest(crisis: Crisis, scene: Scene) -> list[tuple[int, Peak]]:
    """The peaks that carry a label, with their numbers: those of the curve, highest first."""
    assert scene.hot is not None
    inside = [(n, p) for n, p in enumerate(crisis.phases.peaks, start=1) if scene.hot.starts <= p.at < scene.hot.ends]
    return sorted(inside, key=lambda item: (-item[1].posts, item[0]))[:LABELLED]


def label(peak: Peak, number: int, scene: Scene, panel: Panel, frame: Frame, sheet: Sheet, gaps: list[Box],
          crisis: Crisis) -> list[Layer]:  # fmt: skip
    """The label of a peak at its summit, where it covers least of the curve and then of the hatching."""
    posts = max((n or 0 for at, n in scene.bins if at <= peak.at < at + scene.bin), default=peak.posts)
    said = [*_own_name(number, scene, panel, frame, crisis), _height(peak, posts, crisis)]
    size = frame.text + 1
    wide, tall = (len(str(posts)) * 0.53 + FIGURES) * size, size * (1.15 * len(said))
    summit = panel.x(peak.at + scene.bin / 2), panel.y(posts)
    line = strokes(scene, panel)
    spots = sorted(
        _beside(summit, wide, tall, size, scene, panel),
        key=lambda spot: (sum(map(spot[0].meets, line)), sum(map(spot[0].meets, gaps))),
    )
    chosen = sheet.place(box for box, _ in spots)
    if chosen is None:
        return []
    box, side = spots[chosen]
    x = {"left": box.left, "right": box.right, "center": (box.left + box.right) / 2}[side]
    style = {"align": side, "fontWeight": 600, "lineHeight": size * 1.12}
    tint = tint_at(crisis, scene, panel, (box.left + box.right) / 2)
    text = [(x, box.top + size * 0.6, said)]
    return [
        words(panel, text, size, **style, **{"color": tint, "stroke": tint, "strokeWidth": 4}),  # opens what lies under
        words(panel, text, size, **style, **{"color": CURVE}),
    ]


def _own_name(number: int, scene: Scene, panel: Panel, frame: Frame, crisis: Crisis) -> list[Value]:
    """The name of a peak whose band is too narrow to bear it."""
    peaks = [(phase, box) for phase, box in bands(crisis, scene, panel, 0) if phase.key == "peak"]
    named = {phase.number for phase, box in peaks if name_of(phase, box, crisis, frame) is not None}
    return [] if number in named else [peak_name(number, len(crisis.phases.peaks))]


def _height(peak: Peak, posts: int, crisis: Crisis) -> Sentence:
    if by_the_day(crisis):
        return say(N_("%(n)s on %(at)s"), n=posts, at=Moment(peak.at, "short"))
    return say(N_("%(n)s at %(time)s"), n=posts, time=Moment(peak.at, "time"))


def _beside(summit: tuple[float, float], wide: float, tall: float, size: float, scene: Scene,
            panel: Panel) -> list[tuple[Box, str]]:  # fmt: skip
    """Places for the label of a peak, best first: at the right of its summit, at its left, above it, then lower.

    None is so far aside that it could be taken for that of another.
    """
    at, top = summit
    spots: list[tuple[Box, str]] = []
    for drop in (0.0, size, 2 * size, -size):
        y = top - 2 + drop
        right, left = _clear(scene, panel, at, y + tall, 1) + 4, _clear(scene, panel, at, y + tall, -1) - 4
        spots += [(Box(right, y, right + wide, y + tall), "left"), (Box(left - wide, y, left, y + tall), "right")]
        if not drop:
            lefts = [over(at, wide, panel.width) - wide / 2 + wide * part / 8 for part in (0, 2, -2, 3, -3, 4, -4)]
            spots += [(Box(left, top - 3 - tall, left + wide, top - 3), "center") for left in lefts]
    return [(box, side) for box, side in spots if box.left - FAR * size <= at <= box.right + FAR * size]


def _clear(scene: Scene, panel: Panel, at: float, bottom: float, way: int) -> float:
    """Nearest x beside a peak where the curve is below the bottom of its label."""
    xs = [(panel.x(start + scene.bin / 2), panel.y(n or 0)) for start, n in scene.bins]
    beside = sorted(((x, y) for x, y in xs if (x - at) * way > 0), key=lambda p: way * p[0])
    return next((x for x, y in beside if y >= min(bottom, panel.height - 2)), at + way * 1e6)
