"""The phases behind the curve: their bands, where they were observed, and the names of these."""

from rebond.analysis.measure import Window
from rebond.analysis.shapes import Phase
from rebond.crisis import Crisis
from rebond.review.figures._ink import PAPER, TINT, Frame, Panel
from rebond.review.figures._place import Box, over
from rebond.review.figures._scene import Scene, observed
from rebond.sentences import N_, Sentence, say

# Words of the bands, and the letters of the longer of the two languages: both pages must share one layout.
NAMES = {
    "warning": (N_("signs"), 6), "outbreak": (N_("outbreak"), 13), "lull": (N_("lull"), 8),
    "decline": (N_("decline"), 7), "exit": (N_("exit"), 6), "return_to_normal": (N_("usual level"), 13),
    "relapse": (N_("relapse"), 7), "resurgence": (N_("resurgence"), 10),
}  # fmt: skip
PEAK = 5  # letters of the name of a peak
EM = 0.5  # mean width of a letter of the face, in ems
Name = tuple[Sentence, float]  # of a band, and its width
Placed = tuple[float, Sentence, int, float]  # x, name, row, width


def bands(crisis: Crisis, scene: Scene, panel: Panel, top: float) -> list[tuple[Phase, Box]]:
    """The phases as far as they were observed, in order: no phase is drawn where nobody was looking."""
    found = []
    for phase in crisis.phases.phases:
        for seen in observed(Window(phase.starts, phase.ends), scene.unobserved):
            left, right = max(0.0, panel.x(seen.starts)), min(panel.width, panel.x(seen.ends))
            if right > left and phase.key in TINT:
                found.append((phase, Box(left, top, right, panel.height)))
    return found


def names(crisis: Crisis, scene: Scene, panel: Panel, frame: Frame) -> list[Placed]:
    """Where the names stand: row 0 inside the band; 1, 2 … above it with a tick, where the band is too narrow.

    A name may run over into a neighbour that carries none: normal time, or a short peak, which is named on the curve.
    """
    named = _named(crisis, scene, panel, frame)
    ends: dict[int, float] = {}
    found = []
    for at, (name, box) in enumerate(named):
        if name is None:
            continue
        text, wide = name
        centre = (box.left + box.right) / 2
        low, high = _room(named, at, panel.width)
        low = max(low, ends.get(0, 0.0))
        if wide <= high - low:
            x = max(low + wide / 2, min(centre, high - wide / 2))
            ends[0] = x + wide / 2
            found.append((x, text, 0, wide))
            continue
        x = over(centre, wide, panel.width)
        row = next(r for r in range(1, 9) if ends.get(r, -1e9) <= x - wide / 2)
        ends[row] = x + wide / 2 + 3
        found.append((x, text, row, wide))
    return found


def heights(placed: list[Placed], frame: Frame, above: int) -> list[tuple[float, float, Sentence]]:
    """(x, y, name), under as many rows of names as are above the bands."""
    return [
        (x, (above - row) * frame.row + frame.row * (0.62 if row == 0 else 0.4), text) for x, text, row, _ in placed
    ]


def _named(crisis: Crisis, scene: Scene, panel: Panel, frame: Frame) -> list[tuple[Name | None, Box]]:
    """The name of each band, or none. A phase that a hole cuts in two is named once, on its wider part."""
    found = bands(crisis, scene, panel, 0)
    widest = {phase.starts: box for phase, box in sorted(found, key=lambda band: band[1].right - band[1].left)}
    return [(name_of(phase, box, crisis, frame) if box is widest[phase.starts] else None, box) for phase, box in found]


def name_of(phase: Phase, box: Box, crisis: Crisis, frame: Frame) -> Name | None:
    """What a band is called in it; a peak only where its band is wide enough, else on the curve; never normal time."""
    if phase.key in NAMES:
        text, letters = NAMES[phase.key]
        return say(text), letters * frame.text * EM + 2
    wide = PEAK * frame.text * EM + 2
    is_short = phase.key != "peak" or box.right - box.left < wide
    return None if is_short else (peak_name(phase.number or 1, len(crisis.phases.peaks)), wide)


def peak_name(number: int, of: int) -> Sentence:
    """Numbered where there are several."""
    return say(N_("peak")) if of == 1 else say(N_("peak %(k)s"), k=number)


def _room(named: list[tuple[Name | None, Box]], at: int, width: float) -> tuple[float, float]:
    """From where to where the name of band `at` may stand."""
    low, high = named[at][1].left, named[at][1].right
    if at == 0:
        low = 0.0
    elif named[at - 1][0] is None:
        low = named[at - 1][1].left
    if at + 1 == len(named):
        high = width
    elif named[at + 1][0] is None:
        high = named[at + 1][1].right
    return low, high


def tint_at(crisis: Crisis, scene: Scene, panel: Panel, x: float) -> str:
    """The colour that lies under a label."""
    return next((TINT[p.key] for p, box in bands(crisis, scene, panel, 0) if box.left <= x <= box.right), PAPER)
