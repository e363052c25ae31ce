"""M-07 on small tables: outbreak at 10:00, two posts an hour; a silence is stated on a confirmed record alone."""

from tests.unit.analysis.drawn_log import at, log, phases
from tests.unit.analysis.test_times import measured, minutes

from rebond.analysis.measure import Window
from rebond.analysis.silences import certain_silences

ACTS = "11:00 | statement | public\n+1 09:00 | update | public"


def test_no_silence_is_stated_on_a_record_nobody_confirmed():
    assert measured(ACTS)["max_silence"].not_recorded


def test_the_longest_silence_lies_between_two_public_acts_or_the_exit():
    """10:00–11:00, 11:00–9:00 next day (22 h), then to the exit at 10:00 two days later (25 h)."""
    found = measured(ACTS, complete="-1 0:00 .. +3 0:00")["max_silence"]
    assert minutes(found.value) == 25 * 60 and found.n == 2 and not found.censored


def test_a_silence_after_an_imprecise_act_is_a_range():
    """The act lies between 11:00 and 12:00: 22 to 23 h before the exit at 10:00 the next day."""
    found = measured("11:00-12:00 | statement | public", turns=phases("10:00", exit="+1 10:00"),
                     complete="-1 0:00 .. +3 0:00")["max_silence"]  # fmt: skip
    assert (found.value, minutes(found.low), minutes(found.high)) == (None, 22 * 60, 23 * 60)


def test_a_silence_that_lasts_to_the_last_post_is_not_over():
    found = measured("11:00 | statement | public", turns=phases("10:00"), complete="-1 0:00 .. +9 0:00")["max_silence"]
    assert found.censored and minutes(found.value) == (5 * 24 + 13) * 60  # 11:00 to midnight, then five days


def test_the_loud_silence_is_the_one_in_which_most_was_said():
    """Two posts an hour: 25 h of silence hold 50 of them."""
    found = measured(ACTS, complete="-1 0:00 .. +3 0:00")["loud_silence"]
    assert found.value == found.n == 50


def test_an_act_known_roughly_may_divide_a_silence_in_its_middle():
    """10:00 to 22:00, one act between 11:00 and 20:00: 6 h where it came at 16:00, 11 h where it came at 11:00."""
    found = measured(
        "11:00-20:00 | statement | public", turns=phases("10:00", exit="22:00"), complete="0:00 .. +1 0:00"
    )  # fmt: skip
    silence, loud = found["max_silence"], found["loud_silence"]
    assert (silence.value, minutes(silence.low), minutes(silence.high)) == (None, 6 * 60, 11 * 60)
    assert silence.window == Window(at("11:00"), at("22:00"))
    assert (loud.value, loud.low, loud.high, loud.n) == (None, 12, 22, 22)


def test_acts_in_doubtful_order_cannot_all_be_spread_out():
    """10:00 to 16:00, acts in 11:00-12:00 and 10:00-15:00: 2 h at the least (12:00, 14:00), else 5 h (both 11:00)."""
    table = "11:00-12:00 | statement | public\n10:00-15:00 | update | public"
    found = measured(table, turns=phases("10:00", exit="16:00"), complete="0:00 .. +1 0:00")["max_silence"]
    assert (minutes(found.low), minutes(found.high)) == (2 * 60, 5 * 60)


def test_a_silence_is_certain_where_no_act_can_lie():
    """The act of 8:00 to 16:00 may lie anywhere around the two others."""
    acts = log("8:00-16:00 | statement | public\n9:00 | update | public\n10:00 | update | public")
    assert certain_silences(acts, Window(at("7:00"), at("18:00"))) == (
        Window(at("7:00"), at("8:00")), Window(at("16:00"), at("18:00")),
    )  # fmt: skip
