"""How few accounts drew most of the interactions: M-19 and M-20 of domain.md 3.4, with intervals over accounts."""

from collections.abc import Callable, Iterator

import ibis
import numpy as np
import pyarrow as pa

from rebond.analysis.counted import counted
from rebond.analysis.measure import Measure, Rows, Unit, Window, untold
from rebond.sentences import N_, say
from rebond.tables import collect

METHOD = "concentration/2"
FEW_ACCOUNTS = 30  # below: concentration is not told (domain.md M-19)
SEED = 20_251_014
DRAWS = 400  # resamples of the accounts…
MOST_DRAWN = 40_000_000  # …fewer where that would draw more accounts than this: a second or two at any size
LEAST_DRAWS = 100

NO_INTERACTIONS = N_("The exports do not carry interactions.")
FEW = N_("Fewer than 30 accounts have interactions.")


def measure_concentration(posts: ibis.Table, crisis: Window) -> tuple[Measure, ...]:
    """Gini, share of the top hundredth, and how many equal voices would give the same."""
    table = interactions_by_author(posts, crisis)
    return tuple(_concentration(table["interactions"].to_numpy(), crisis))


def interactions_by_author(posts: ibis.Table, crisis: Window) -> pa.Table:
    """author_id, interactions (likes + reposts + replies), for the accounts of which an export gives any of the three.

    What an export shows on a repost was received by the post reposted: it is left out.
    """
    kept = counted(posts, crisis)
    kept = kept.filter(kept.author_id.notnull() & (kept.kind != "repost"))
    kept = kept.filter(kept.likes.notnull() | kept.reposts.notnull() | kept.replies.notnull())
    received = kept.likes.fill_null(0) + kept.reposts.fill_null(0) + kept.replies.fill_null(0)
    kept = kept.mutate(received=received)
    return collect(kept.group_by("author_id").aggregate(interactions=kept.received.sum()), by="author_id")


def _concentration(x: np.ndarray, crisis: Window) -> Iterator[Measure]:
    why = say(NO_INTERACTIONS) if not len(x) else say(FEW) if len(x) < FEW_ACCOUNTS or x.sum() == 0 else None
    if why is not None:
        yield from (untold(METHOD, name, unit, why) for name, unit, _ in INDICES)
        return
    amounts, holders = np.unique(x, return_counts=True)
    again = np.array([[index(amounts, one) for _, _, index in INDICES] for one in _resampled(amounts, holders)])
    lows, highs = np.quantile(again, [0.025, 0.975], axis=0, method="inverted_cdf")
    for (name, unit, index), low, high in zip(INDICES, lows, highs, strict=True):
        value = index(amounts, holders)
        yield Measure(
            metric=name, unit=unit, value=value, low=min(float(low), value), high=max(float(high), value),
            interval_is="bootstrap95", n=len(x), n_of="accounts", window=crisis, method=METHOD,
            rows=Rows(window=crisis, original=True),
        )  # fmt: skip


def _resampled(amounts: np.ndarray, holders: np.ndarray) -> Iterator[np.ndarray]:
    """Accounts drawn with replacement, as many as there are: how many hold each amount, one array a draw.

    Whole numbers alone are drawn, so a seed gives the same draws on every machine. A draw without a single
    interaction says nothing of their concentration, and is left out.
    """
    n, rng = int(holders.sum()), np.random.default_rng(SEED)
    which = np.repeat(np.arange(len(holders)), holders)
    draws = max(LEAST_DRAWS, min(DRAWS, MOST_DRAWN // n))
    for _ in range(draws):
        drawn = np.bincount(which[rng.integers(0, n, size=n)], minlength=len(holders))
        if (drawn * amounts).any():
            yield drawn


# --- indices: amounts in rising order, and how many accounts hold each, shapes (d,) --------------------------
def gini(amounts: np.ndarray, holders: np.ndarray) -> float:
    """0 when all hold the same, (n − 1)/n when one of n holds everything (M-19)."""
    n, total = int(holders.sum()), float((amounts * holders).sum())
    before = np.cumsum(holders) - holders
    ranks = holders * before + holders * (holders + 1) / 2  # sum of the ranks of those who hold an amount
    return float(2 * (ranks * amounts).sum() / (n * total) - (n + 1) / n)


def top_share(amounts: np.ndarray, holders: np.ndarray) -> float:
    """Share of the total held by the top ⌈1 %⌉ of accounts (M-20)."""
    top = -(-int(holders.sum()) // 100)
    above = np.cumsum(holders[::-1])[::-1] - holders
    taken = np.clip(top - above, 0, holders)
    return float((taken * amounts).sum() / (amounts * holders).sum())


def effective_voices(amounts: np.ndarray, holders: np.ndarray) -> float:
    """How many equal shares would give the same sum of squared shares (M-20)."""
    amounts = amounts.astype(float)
    return float((amounts * holders).sum() ** 2 / (amounts**2 * holders).sum())


INDICES: tuple[tuple[str, Unit, Callable[[np.ndarray, np.ndarray], float]], ...] = (
    ("gini_author", "index", gini),
    ("top1_share", "share", top_share),
    ("effective_voices", "count", effective_voices),
)
