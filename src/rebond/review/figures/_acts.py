"""Our acts and outside events above a curve: numbered discs, lettered diamonds, each on its stem."""

from dataclasses import dataclass

from rebond.actions import Action
from rebond.review.figures._ink import INK, OURS, OUTSIDE, PAPER, Frame, Layer, Panel, lines, points, words
from rebond.review.figures._place import Box, stagger

Marks = tuple[tuple[str, Action], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    symbol: str
    action: Action
    x: float  # where it happened
    shown: float  # where its mark stands
    y: float
    reach: tuple[float, float]  # earliest and latest, when people only knew it roughly


def rows_needed(panel: Panel, marks: Marks, frame: Frame) -> int:
    """How many rows the marks take."""
    placed = stagger([_x(panel, action) for _, action in marks], frame.mark + 1, panel.width)
    return max((row for _, row in placed), default=-1) + 1


def place(panel: Panel, marks: Marks, frame: Frame, top: float) -> list[Placed]:
    """top: of the first row."""
    xs = [_x(panel, action) for _, action in marks]
    spots = stagger(xs, frame.mark + 1, panel.width)
    return [
        Placed(
            symbol=symbol, action=action, x=x, shown=shown, y=top + row * (frame.mark + 2) + frame.mark / 2,
            reach=(_within(panel, panel.x(action.when.earliest)), _within(panel, panel.x(action.when.latest))),
        )
        for (symbol, action), x, (shown, row) in zip(marks, xs, spots, strict=True)
    ]  # fmt: skip


def stems(panel: Panel, placed: list[Placed]) -> list[Layer]:
    """Lines from each mark down to the axis; a broad pale one where the time is a range."""
    drawn: list[Layer] = []
    for is_event, colour, dash in ((False, OURS, {}), (True, OUTSIDE, {"strokeDash": [2, 2]})):
        mine = [p for p in placed if p.action.is_event is is_event]
        broad = [Box(p.reach[0], p.y, p.reach[1], p.y) for p in mine if p.reach[1] - p.reach[0] > 1]
        if broad:
            drawn.append(lines(panel, broad, colour, 3, opacity=0.35))
        drawn.append(lines(panel, [Box(p.shown, p.y, p.x, panel.height) for p in mine], colour, 0.9, **dash))
    return drawn


def symbols(panel: Panel, placed: list[Placed], frame: Frame) -> list[Layer]:
    """Shape differs as well as colour: a disc with a dark digit, a diamond with a white letter."""
    drawn: list[Layer] = []
    for is_event, shape, colour, ink in ((False, "circle", OURS, INK), (True, "diamond", OUTSIDE, PAPER)):
        mine = [p for p in placed if p.action.is_event is is_event]
        drawn.append(points(panel, [(p.shown, p.y) for p in mine], shape, frame.mark, colour))
        drawn.append(
            words(panel, [(p.shown, p.y + 0.4, p.symbol) for p in mine], frame.text, color=ink, fontWeight=600)
        )
    return drawn


def _x(panel: Panel, action: Action) -> float:
    return _within(panel, panel.x(action.when.middle))


def _within(panel: Panel, x: float) -> float:
    return max(0.0, min(panel.width, x))
