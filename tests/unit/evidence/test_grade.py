"""How a delay is printed: never negative, a range never reversed, and in words where it lies before the outbreak."""

from datetime import timedelta

import pytest

from rebond.analysis.clock import AS_TOLD
from rebond.analysis.measure import Measure
from rebond.evidence.grade import forward, is_wide, printed, usual
from rebond.sentences import say
from rebond.wording.voice import Voice


def minutes(n: float | None) -> timedelta | None:
    return None if n is None else timedelta(minutes=n)


def delay(metric: str, value: float | None, low: float | None, high: float | None, **more) -> Measure:
    return Measure(
        metric=metric, value=minutes(value), low=minutes(low), high=minutes(high), unit="duration", n=1, n_of="entries",
        interval_is="log_range" if value is None else "boundary", **more,
    )  # fmt: skip


def said(measure: Measure) -> tuple[str, str]:
    return tuple(Voice.of(lang).text(printed(forward(measure))).replace("\xa0", " ") for lang in ("en", "fr"))


@pytest.mark.parametrize(("measure", "english", "french"), [
    (delay("ttfr", None, 60, 180), "1 h to 3 h", "1 h à 3 h"),
    (delay("ttfr", None, -74, 285), "at most 4 h 45 min", "4 h 45 au plus"),
    (delay("ttfr", None, 0, 285), "at most 4 h 45 min", "4 h 45 au plus"),
    (delay("ttfr", None, -180, -60), "before the outbreak", "avant le déclenchement"),
    (delay("ttfr", -12, -14, -10), "before the outbreak", "avant le déclenchement"),
    (delay("ttfr", 12, -3, 30), "12 min", "12 min"),
    (delay("ttd_sign", None, -60, -10), "before the first sign", "avant le premier signe"),
    (delay("rtb", None, 60, None, censored=True), "at least 1 h", "1 h au moins"),
    (delay("language_gap", None, 0, 360), "at most 6 h", "6 h au plus"),
    (delay("exit_gap", None, 0, 60), "0 min to 1 h", "0 min à 1 h"),
    (delay("ttfr", -12, -14, -10, caveats=(say(AS_TOLD),)),
     "before the start stated on the case sheet", "avant le début indiqué sur la fiche du cas"),
    (delay("exit_gap", None, -120, -60), "−2 h to −1 h", "−2 h à −1 h"),  # a gap has two directions
])  # fmt: skip
def test_a_delay_from_the_outbreak_runs_forward(measure, english, french):
    assert said(measure) == (english, french)


def test_an_interval_that_begins_before_the_outbreak_begins_at_it():
    assert forward(delay("ttfr", 12, -3, 30)).low == timedelta(0)


def test_only_a_detection_may_have_come_before():
    detected, answered = (forward(delay(metric, None, -74, 285)) for metric in ("ttd_outbreak", "ttfr"))
    assert [Voice.of("en").text(c) for c in detected.caveats] == ["Perhaps before the outbreak."]
    assert answered.caveats == ()


def test_a_range_of_days_says_why():
    assert is_wide(minutes(106), timedelta(days=8)) and is_wide(timedelta(0), timedelta(days=1))
    assert not is_wide(minutes(60), minutes(180)) and not is_wide(timedelta(days=6), timedelta(days=8))


def test_a_usual_level_is_never_printed_as_nothing():
    levels = [Voice.of("en").text(usual(level)) for level in (0.0, 0.036, 1.0, 3.5, 15.5, 152.5)]
    assert levels == ["less than one", "less than one", "1", "3.5", "15.5", "152.5"]
