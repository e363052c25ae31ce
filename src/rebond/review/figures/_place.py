"""Where marks and labels go so that none covers another. Plain geometry, in points; y grows downwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

ROWS = 3  # of marks above a curve; more would push the curve off the page


def stagger(xs: Sequence[float], size: float, width: float, rows: int = ROWS) -> list[tuple[float, int]]:
    """Centre and row (0 nearest the top) of each mark, in the order given, none overlapping another.

    A mark keeps its own x while a row has room for it; with every row taken at that place, it is moved aside within
    the row where it moves least. Any number fits as long as rows * width / size is not exceeded.
    """
    held: list[list[tuple[float, int]]] = [[] for _ in range(rows)]
    for index in sorted(range(len(xs)), key=lambda i: (xs[i], i)):
        free = [row for row in held if not row or xs[index] - row[-1][0] >= size]
        row = free[0] if free else min(held, key=lambda r: r[-1][0])
        row.append((xs[index] if free else row[-1][0] + size, index))
    placed: dict[int, tuple[float, int]] = {}
    for number, row in enumerate(held):
        limit = width
        for x, index in reversed(row):  # what ran over the right edge is pushed back
            limit = min(x, limit)
            placed[index] = (limit, number)
            limit -= size
    return [placed[index] for index in range(len(xs))]


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def inside(self, other: "Box") -> bool:
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.top <= self.top
            and self.bottom <= other.bottom
        )


@dataclass(slots=True)
class Sheet:
    """What is already taken on a drawing."""

    bounds: Box
    taken: list[Box] = field(default_factory=list)

    def place(self, candidates: Iterable[Box]) -> int | None:
        """Take the first candidate that is inside and free; its index, or None when all are taken."""
        for index, box in enumerate(candidates):
            if box.inside(self.bounds) and not any(box.meets(other) for other in self.taken):
                self.taken.append(box)
                return index
        return None


def over(centre: float, wide: float, limit: float) -> float:
    """The centre of a label `wide` points long, moved so that it stays between 0 and `limit`."""
    return max(wide / 2, min(centre, limit - wide / 2))


def steps(most: float, few: int = 2, many: int = 3) -> list[int]:
    """0 and two or three round values up to `most` (whole posts)."""
    scale = 1
    while True:
        for factor in (1, 2, 5):
            count = int(most // (scale * factor))
            if count <= many:
                step = scale * factor
                return [step * n for n in range(count + 1)] if count >= few else [0, max(1, int(most))]
        scale *= 10


def hatching(box: Box, step: float = 5.0) -> list[tuple[float, float, float, float]]:
    """Diagonals (x, y, x2, y2) at 45 degrees clipped to the box: a pattern that survives a grey printer."""
    width, height = box.right - box.left, box.bottom - box.top
    strokes = []
    for n in range(1, int((width + height) / step) + 1):
        reach = n * step
        x1, x2 = max(0.0, reach - height), min(width, reach)
        if x2 > x1:
            strokes.append((box.left + x1, box.top + reach - x1, box.left + x2, box.top + reach - x2))
    return strokes
