"""Colours, sizes and the small Vega-Lite pieces that the pictures are made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from rebond.review.figures._place import Box, hatching
from rebond.sentences import Value

INK, MUTED, PAPER = "#17212B", "#5B6873", "#FFFFFF"
CURVE, NEUTRAL, OURS, OUTSIDE, CAPTURED = "#0B5563", "#9AA5AF", "#C98A12", "#6B4E9B", "#5E8C97"
TINT = {
    "baseline": "#FFFFFF", "warning": "#FFF4DC", "outbreak": "#FBE3DC", "peak": "#F6CFC4", "lull": "#E8EEF2",
    "decline": "#E8EEF2", "exit": "#F4F6F8", "return_to_normal": "#F4F6F8", "relapse": "#FBE3DC",
    "resurgence": "#FBE3DC",
}  # fmt: skip
Layer = dict[str, Any]
Text = Value | list[Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Sizes of one layout, in points. width: of the whole picture; margin: left of the curve, for its labels."""

    width: float
    margin: float
    curve: float  # height that the highest bin takes
    text: float  # size of the labels
    mark: float  # diameter of a disc
    bars: float  # height of the bars when they stand below the curve
    stacked: bool  # bars below the curve instead of beside it

    @property
    def row(self) -> float:
        """Height of a line of labels."""
        return self.text * 1.35


PAGE = Frame(width=528, margin=38, curve=72, text=8, mark=11.5, bars=60, stacked=False)
PHONE = Frame(width=358, margin=52, curve=180, text=12, mark=17, bars=84, stacked=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One pair of axes: points from its top left corner to times and posts. most: posts at the top."""

    width: float
    height: float
    starts: datetime
    ends: datetime
    most: float
    shift: timedelta  # from UTC to the organisation's clock; one for a whole panel, so that no hour is drawn twice

    def x(self, at: datetime) -> float:
        return (at - self.starts) / (self.ends - self.starts) * self.width

    def y(self, posts: float) -> float:
        return self.height * (1 - posts / self.most)

    def time(self, x: float) -> str:
        return self.stamp(self.starts + (self.ends - self.starts) * (x / self.width))

    def posts(self, y: float) -> float:
        return round(self.most * (1 - y / self.height), 4)

    def stamp(self, at: datetime) -> str:
        return (at + self.shift).strftime("%Y-%m-%dT%H:%M:%SZ")

    def at(self, box: Box) -> dict[str, Any]:
        """The corners of a box as data."""
        return {"t": self.time(box.left), "t2": self.time(box.right),
                "v": self.posts(box.top), "v2": self.posts(box.bottom)}  # fmt: skip


X: Mapping[str, Any] = {"field": "t", "type": "temporal", "title": None}
Y: Mapping[str, Any] = {"field": "v", "type": "quantitative", "title": None}
SPAN = {"x": X, "x2": {"field": "t2"}, "y": Y, "y2": {"field": "v2"}}


def ground(panel: Panel, ticks: list[str], form: str, counts: list[int], frame: Frame, reach: Box,
           **axis: Any) -> list[Layer]:  # fmt: skip
    """Scales and axes, and an unseen frame that gives every drawing of this layout the same outline.

    reach: how far labels go beyond the axes, so that two languages have the same size.
    """
    labels = {"labelFontSize": frame.text, "grid": False}
    times = {**labels, "values": ticks, "format": form, "domainColor": MUTED, "tickColor": MUTED, "tickSize": 4,
             "labelColor": INK, "labelPadding": 2, "labelFlush": False, "labelOverlap": False, **axis}  # fmt: skip
    posts = {**labels, "values": counts, "format": ",d", "domain": False, "ticks": False, "labelColor": MUTED,
             "labelPadding": 4}  # fmt: skip
    x_scale = {"type": "utc", "domain": [panel.time(0), panel.time(panel.width)], "nice": False}
    return [
        {
            "data": {"values": [panel.at(reach)]},
            "mark": {"type": "rect", "opacity": 0},
            "encoding": {
                **SPAN,
                "x": {**X, "scale": x_scale, "axis": times},
                "y": {**Y, "scale": {"domain": [0, panel.most], "nice": False}, "axis": posts},
            },
        }
    ]


def boxes(panel: Panel, filled: Iterable[tuple[Box, str]], **mark: Any) -> Layer:
    """Filled rectangles."""
    values = [{**panel.at(box), "c": colour} for box, colour in filled]
    colour = {"field": "c", "type": "nominal", "scale": None, "legend": None}
    return {"data": {"values": values}, "mark": {"type": "rect", **mark}, "encoding": {**SPAN, "color": colour}}


def lines(panel: Panel, drawn: Iterable[Box], colour: str, wide: float = 0.9, **mark: Any) -> Layer:
    """Straight strokes, from a box's left top to its right bottom corner."""
    values = [panel.at(box) for box in drawn]
    return {"data": {"values": values}, "encoding": dict(SPAN),
            "mark": {"type": "rule", "color": colour, "strokeWidth": wide, **mark}}  # fmt: skip


def hatched(panel: Panel, areas: Iterable[Box], step: float, colour: str = MUTED, wide: float = 0.5) -> Layer:
    """Diagonals over areas."""
    strokes = [Box(x, y, x2, y2) for area in areas for x, y, x2, y2 in hatching(area, step)]
    return lines(panel, strokes, colour, wide, opacity=0.75)


def words(panel: Panel, said: Iterable[tuple[float, float, Text]], size: float, **mark: Any) -> Layer:
    """Labels at (x, y)."""
    values = [{"t": panel.time(x), "v": panel.posts(y), "s": text} for x, y, text in said]
    style = {"type": "text", "fontSize": size, "color": INK, "baseline": "middle", "lineBreak": "\n", **mark}
    return {"data": {"values": values}, "mark": style, "encoding": {"x": X, "y": Y, "text": {"field": "s"}}}


def points(panel: Panel, at: Iterable[tuple[float, float]], shape: str, size: float, colour: str) -> Layer:
    """Discs or diamonds of `size` points across."""
    area = 3.1416 * size * size / 4 if shape == "circle" else size * size * 1.3
    values = [{"t": panel.time(x), "v": panel.posts(y)} for x, y in at]
    mark = {"type": "point", "shape": shape, "filled": True, "size": round(area, 1), "opacity": 1, "color": colour}
    return {"data": {"values": values}, "mark": mark, "encoding": {"x": X, "y": Y}}
