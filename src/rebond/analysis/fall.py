"""How it fell: time to half the peak, and which of two families of decay the fall follows (M-16 of domain.md 3.4)."""

from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from rebond.analysis.baseline import expected_posts
from rebond.analysis.measure import Measure, Rows, Window, untold
from rebond.analysis.shapes import Baseline, Phases, Volume, posts_between
from rebond.sentences import N_, Number, Sentence, say

METHOD = "fall/1"
HOUR = 3600
WIDTHS, ENOUGH = (3, 5, 7, 9, 13, 25), 60  # bins of a mean: the fewest in which the highest holds so many posts
HELD = timedelta(hours=6)
LEAST_BINS, LEAST_POSTS = 12, 60  # of a fall whose family may be told
CLEAR = 4.0  # gap in quasi-AIC from which it is told

NO_NORMAL = N_("There is no normal level to compare with.")
NO_PEAK = N_("Too few posts to tell a peak.")
FAMILIES = {
    "exponential": N_("From the peak to the exit, the fall is closer to an exponential than to a power law (quasi-AIC "
                      "gap: %(gap)s). This is the curve of one crisis: it announces nothing."),
    "power_law": N_("From the peak to the exit, the fall is closer to a power law, whose tail is long, than to an "
                    "exponential (quasi-AIC gap: %(gap)s). This is the curve of one crisis: it announces nothing."),
}  # fmt: skip


# --- half-life -----------------------------------------------------------------------------------------
def measure_half_life(volume: Volume, baseline: Baseline, phases: Phases) -> Measure:
    """Time for the smoothed volume to fall half-way back from the main peak and stay there 6 h.

    The daily rhythm is taken out first: a night is not a fall. details: `decay`, when the family is told.
    """
    peak = phases.main_peak
    if peak is None or phases.too_few:
        return untold(METHOD, "half_life", "duration", no_peak(phases))
    if baseline.per_day is None:
        return untold(METHOD, "half_life", "duration", baseline.why or say(NO_NORMAL))
    first = volume.bin_of(peak.at)
    at, fell = _half_way(volume, baseline, first)
    lasted = timedelta(seconds=volume.seconds * (at - first))
    window = Window(peak.at, peak.at + (lasted if fell else max(lasted, timedelta(hours=1))))
    decay = decay_of(volume, baseline, phases)
    return Measure(
        metric="half_life",
        unit="duration",
        value=lasted,
        censored=not fell,
        n=posts_between(volume, window),
        window=window,
        method=METHOD,
        notes=() if decay is None else (decay.sentence,),
        details={} if decay is None else {"decay": decay.family},
        rows=Rows(window=window),
    )


def no_peak(phases: Phases) -> Sentence:
    """Why there is no peak to tell of: too few posts, or none that stand out."""
    return say(NO_PEAK) if phases.too_few or phases.outbreak.why is None else phases.outbreak.why


def _half_way(volume: Volume, baseline: Baseline, first: int) -> tuple[int, bool]:
    """The bin from which the volume is half-way back, and True; where it was not seen, the last bin seen, and False."""
    expected = expected_posts(volume, baseline)
    floor = float(np.mean(expected))
    smooth = smoothed(volume.posts * floor / expected)
    half, hold = floor + (smooth[first] - floor) / 2, max(1, int(HELD.total_seconds()) // volume.seconds)
    seen = len(volume.posts) if volume.observed[first:].all() else first + int(np.argmin(volume.observed[first:]))
    for at in range(first + 1, seen - hold + 1):
        if (smooth[at : at + hold] <= half).all():
            return at, True
    return max(first, seen), False


def smoothed(posts: np.ndarray) -> np.ndarray:
    """Centred means, shape (n,), wider where posts are few (domain.md 1.1)."""
    means = (np.convolve(posts, np.ones(w) / w, "same")[: len(posts)] for w in WIDTHS if w <= max(3, len(posts)))
    widest = posts.astype(float)
    for mean, width in zip(means, WIDTHS, strict=False):
        widest = mean
        if mean.max(initial=0.0) * width >= ENOUGH:
            break
    return widest


# --- family of the decay -------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Decay:
    family: str  # exponential, power_law
    gap: float  # of quasi-AIC

    @property
    def sentence(self) -> Sentence:
        return say(FAMILIES[self.family], gap=Number(self.gap, 0))


def decay_of(volume: Volume, baseline: Baseline, phases: Phases) -> Decay | None:
    """The family that the fall from the main peak to the exit follows clearly better; None where neither does.

    Told only of one fall that was seen whole: an exit is dated, no later peak interrupts it. Each family adds to the
    normal level, follows the daily rhythm, and is fitted to the counts as quasi-Poisson.
    """
    peak, ends = phases.main_peak, phases.exit.computed
    if peak is None or ends is None or volume.seconds > HOUR or any(p.at > peak.at for p in phases.peaks):
        return None
    first, last = volume.bin_of(peak.at), volume.bin_of(ends)
    bins = np.arange(first + 1, last)[volume.observed[first + 1 : last]]
    posts = volume.posts[bins]
    if len(bins) < LEAST_BINS or posts.sum() < LEAST_POSTS:
        return None
    normal = expected_posts(volume, baseline)
    hours = (bins - first) * volume.seconds / HOUR
    shapes = _shapes(hours)
    rhythm = normal[bins] / normal.mean()
    fits = {
        name: min(_best_fit(posts, level * normal[bins], rhythm**power * s) for power in RHYTHMS for level in LEVELS)
        for name, s in shapes.items()
    }
    spread = max(1.0, min(pearson for _, pearson in fits.values()) / (len(bins) - 5))
    scores = {name: deviance / spread + 2 * FREE[name] for name, (deviance, _) in fits.items()}
    gap = scores["power_law"] - scores["exponential"]
    if abs(gap) <= CLEAR:
        return None
    return Decay("exponential" if gap > 0 else "power_law", abs(gap))


# How closely the fall keeps to the daily rhythm, and how well the normal level is known: as each family likes best.
RHYTHMS, LEVELS = (0.5, 1.0, 1.5), (0.75, 1.0, 1.33)
FREE = {"exponential": 4, "power_law": 5}  # these two and the height; a time, or a power and its first hours


def _shapes(hours: np.ndarray) -> dict[str, np.ndarray]:
    """Heights of each family at these hours after the peak, 1 at the peak, shapes (k, n), over a grid of parameters."""
    times = np.geomspace(0.5, 10 * max(float(hours[-1]), 1.0), 60)
    powers, scales = np.linspace(0.2, 4, 39), np.array([0.5, 1.0, 2.0, 4.0, 8.0, 16.0])
    log = np.log1p(hours[None, :] / scales[:, None])
    return {
        "exponential": np.exp(-hours[None, :] / times[:, None]),
        "power_law": np.exp(-powers[:, None, None] * log[None, :, :]).reshape(-1, len(hours)),
    }


def _best_fit(posts: np.ndarray, normal: np.ndarray, shapes: np.ndarray) -> tuple[float, float]:
    """Poisson deviance and Pearson sum of the best of the shapes, each with its best height above normal."""
    totals = np.maximum(shapes.sum(axis=1), 1e-12)
    height = np.maximum((posts - normal).sum(), 1.0) / totals
    for _ in range(30):  # expectation–maximisation: each step fits better, and the height stays positive
        height = height * ((posts / (normal + height[:, None] * shapes)) * shapes).sum(axis=1) / totals
    mean = normal + height[:, None] * shapes
    told = np.where(posts > 0, posts * np.log(np.maximum(posts, 1) / mean), 0.0)
    deviance = 2 * (told - (posts - mean)).sum(axis=1)
    best = int(np.argmin(deviance))
    return float(deviance[best]), float(((posts - mean[best]) ** 2 / mean[best]).sum())
