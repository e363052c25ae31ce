"""review.json: the same review for programs. Documented in docs/{en,fr}/review-json.md; versioned by `version`.

Times are UTC, ISO 8601. Durations are seconds. Null means "not known", never zero. Nothing here names a person:
it is part of the shareable output, so a group of fewer than five authors is null as well, and marked withheld.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import numpy as np

from rebond.analysis.coverage import PlatformCoverage
from rebond.analysis.measure import Amount, Window
from rebond.analysis.shapes import Boundary, Phase
from rebond.crisis import Crisis
from rebond.evidence.figures import Figure, Finding
from rebond.evidence.sealed import sealed
from rebond.review.blocks import Review
from rebond.review.titles import NAME
from rebond.sentences import Sentence, Value
from rebond.wording.voice import Voice

VERSION = 1


def record(
    crisis: Crisis, review: Review, findings: tuple[Finding, ...], voices: tuple[Voice, ...], program: str
) -> bytes:
    """The file, UTF-8, keys in a fixed order. program: name and version that drew it."""
    told = _Teller(voices)
    content = {
        "version": VERSION,
        "program": program,
        "drawn_at": _plain(review.drawn_at),
        "inputs_hash": crisis.inputs_hash,
        "case": _case(crisis, told),
        "window": _window(crisis.window),
        "corpus": _corpus(crisis),
        "coverage": _coverage(crisis),
        "baseline": _baseline(crisis, told),
        "phases": [_phase(phase) for phase in crisis.phases.phases],
        "turning_points": {
            name: _boundary(getattr(crisis.phases, name), told) for name in ("warning", "outbreak", "exit", "normal")
        },
        "recovery_shape": crisis.phases.recovery_shape,
        "new_level": crisis.phases.new_level,
        "onset": crisis.phases.onset_kind,
        "figures": [_figure(figure, crisis, told) for figure in review.figures],
        "findings": [_finding(finding, told) for finding in findings],
        "parameters_changed": crisis.settings.parameters.changed(),
        "problems": dict(sorted(crisis.problems.items())),
        "limits": [told(sentence) for sentence in review.limits],
    }  # fmt: skip
    return (json.dumps(content, ensure_ascii=False, indent=1, default=_plain) + "\n").encode()


class _Teller:
    """A sentence in each language asked for: {"fr": …, "en": …}."""

    def __init__(self, voices: tuple[Voice, ...]) -> None:
        self.voices = voices

    def __call__(self, sentence: Sentence | Value) -> dict[str, str] | None:
        if sentence is None:
            return None
        return {voice.lang: voice.text(sentence) for voice in self.voices}


def _case(crisis: Crisis, told: _Teller) -> dict[str, Any]:
    sheet = crisis.sheet
    return {
        "organisation": sheet.organisation,
        "kind": sheet.kind,
        "title": None if sheet.title is None else told(sealed(sheet.title, NAME)),
        "time_zone": sheet.time_zone,
        "languages_owed": list(sheet.languages_owed),
        "targets": {name: _plain(getattr(sheet.targets, name)) for name in ("detect", "answer", "other_language")},
    }


def _corpus(crisis: Crisis) -> dict[str, Any]:
    c = crisis.corpus
    return {
        "captured": c.captured, "counted": c.counted, "own": c.ours, "off_topic": c.off_topic,
        "outside_window": c.outside_window, "relevance_checked": not c.unchecked, "reposts": c.reposts,
        "distinct_texts": c.distinct_texts, "accounts": None if crisis.few_spoke else c.accounts,
        "files": c.files, "chosen_by_people": len(crisis.picked.items), "only_chosen": crisis.picked.alone,
        "by_platform": _by(crisis, c.by_platform, c.accounts_by_platform),
        "by_declared_language": _by(crisis, c.by_lang, c.accounts_by_lang),
    }  # fmt: skip


def _by(crisis: Crisis, posts: Mapping[str, int], accounts: Mapping[str, int]) -> dict[str, int | None]:
    """Posts by key; null where too few accounts (or posts, when the exports name nobody) stand behind them.

    What is withheld is known together, from the total: the smallest of the others joins it while it is one group, or
    of too few accounts in all.
    """
    floor = crisis.settings.parameters.cell_floor_authors
    spoke = {key: accounts.get(key) or n for key, n in posts.items()}
    few = {key for key in posts if spoke[key] < floor}
    others = sorted((n, key) for key, n in posts.items() if key not in few)
    while few and others and (len(few) == 1 or sum(spoke[key] for key in few) < floor):
        few.add(others.pop(0)[1])
    return {key or "unknown": None if key in few else n for key, n in sorted(posts.items())}


def _is_withheld(figure: Figure, crisis: Crisis) -> bool:
    """Whether it tells of fewer authors than a shareable output may: of one platform, one post, the top hundredth."""
    floor, (_, _, facet) = crisis.settings.parameters.cell_floor_authors, figure.id.partition(".")
    if figure.id == "volume.accounts":
        return crisis.few_spoke
    if figure.id in ("coverage.deleted", "coverage.without_text"):
        part = crisis.measure(figure.id)
        return part is not None and 0 < part.details.get("posts", floor) < floor
    if figure.metric in ("platform_lag", "coverage"):
        accounts = crisis.corpus.accounts_by_platform.get(facet) or figure.n
        return accounts < floor
    if figure.metric == "top1_share":
        return -(-figure.n // 100) < floor
    if figure.metric == "amplifiers":
        return isinstance(figure.value, int) and figure.value < floor
    if figure.metric == "language_demand":
        measure = crisis.measure(figure.id)
        return measure is not None and measure.details.get("accounts", floor) < floor
    return figure.metric == "tipping_post" and figure.n < floor


def _coverage(crisis: Crisis) -> dict[str, Any]:
    observed = crisis.volume.observed
    return {
        "bin_seconds": crisis.volume.seconds,
        "bins": len(observed),
        "bins_observed": int(observed.sum()),
        "gaps": [
            {**_window(gap.window), "why": gap.why, "platform": gap.platform, "certain": gap.certain}
            for gap in crisis.volume.gaps
        ],
        "platforms": [_platform(one, crisis) for one in crisis.coverage.platforms],
        "cut_exports": [
            {"by": one.by, "starts": _plain(one.starts), "ends": _plain(one.ends), "platforms": list(one.platforms)}
            for one in crisis.coverage.missing
        ],
        "perhaps_cut": crisis.coverage.doubtful,
        "absent_fields": dict(crisis.coverage.absent or {}),
    }


def _platform(one: PlatformCoverage, crisis: Crisis) -> dict[str, Any]:
    """Hours of a platform; its posts are in `corpus` and `figures`, where few authors are withheld."""
    return {
        "platform": one.platform, "hours": one.hours, "hours_observed": one.observed,
        "hours_missing": dict(one.reasons), "lacking": one.lacking,
    }  # fmt: skip


def _baseline(crisis: Crisis, told: _Teller) -> dict[str, Any]:
    b = crisis.baseline
    return {
        "kind": b.kind, "posts_per_day": b.per_day, "spread_per_day": b.spread_per_day, "days": b.days,
        "window": None if b.window is None else _window(b.window), "why": told(b.why),
    }  # fmt: skip


def _phase(phase: Phase) -> dict[str, Any]:
    return {
        "key": phase.key,
        "number": phase.number,
        "starts": _plain(phase.starts),
        "ends": _plain(phase.ends),
        "starts_range": [_plain(t) for t in phase.starts_range],
        "ends_range": [_plain(t) for t in phase.ends_range],
        "posts": phase.posts,
        "provisional": phase.provisional,
    }


def _boundary(boundary: Boundary, told: _Teller) -> dict[str, Any]:
    return {
        "computed": _plain(boundary.computed),
        "range": [_plain(boundary.low), _plain(boundary.high)],
        "declared": None if boundary.declared is None else [_plain(t) for t in boundary.declared],
        "retained": _plain(boundary.retained),
        "censored": boundary.censored,
        "why": told(boundary.why),
    }


def _figure(figure: Figure, crisis: Crisis, told: _Teller) -> dict[str, Any]:
    withheld = _is_withheld(figure, crisis)
    return {
        "id": figure.id,
        "metric": figure.metric,
        "value": None if withheld else _plain(figure.value),
        "withheld": withheld,
        "printed": None if withheld else told(figure.printed),
        "unit": figure.unit,
        "window": None if figure.window is None else _window(figure.window),
        "n": None if withheld else figure.n,
        "n_of": figure.n_of,
        "interval": None if withheld or figure.interval is None else [_plain(end) for end in figure.interval],
        "interval_is": figure.interval_is,
        "method_version": figure.method_version,
        "inputs_hash": figure.inputs_hash,
        "confidence": figure.confidence,
        "censored": figure.censored,
        "not_recorded": figure.not_recorded,
        "why_not": told(figure.why_not),
        "against": _plain(figure.against),
        "against_is": figure.against_is,
        "caveats": [told(caveat) for caveat in figure.caveats],
        "notes": [told(note) for note in figure.notes],
    }


def _finding(finding: Finding, told: _Teller) -> dict[str, Any]:
    return {
        "id": finding.id, "kind": finding.kind, "area": finding.area, "subject": finding.subject,
        "strength": finding.strength, "figures": list(finding.figures), "proposal": finding.proposal,
        "sentence": told(finding.sentence),
    }  # fmt: skip


def _window(window: Window) -> dict[str, str]:
    return {"starts": _plain(window.starts), "ends": _plain(window.ends)}


def _plain(value: Amount | Any) -> Any:
    """JSON's own types: an instant as ISO UTC, a duration as seconds, a number to twelve digits.

    The thirteenth is not a fact: logarithms and sums end otherwise from one release of NumPy to the next.
    """
    if isinstance(value, datetime):
        return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
    if isinstance(value, timedelta):
        return value.total_seconds()
    number = value.item() if isinstance(value, np.generic) else value
    return float(f"{number:.12g}") if isinstance(number, float) else number
