"""What was said in each language (M-08), on a few posts whose words are counted by hand."""

import pytest
from tests.golden.walk_posts import walk_posts
from tests.unit.analysis.drawn_log import at, log

from rebond.actions import ActionLog
from rebond.analysis.counted import behind
from rebond.analysis.language_shares import measure_language_shares
from rebond.analysis.measure import Measure, Window

CRISIS = Window(at("10:00"), at("+1 10:00"))
OWED = ("en", "fr")


def said(*langs: str | None) -> list[dict]:
    return [{"lang": lang, "author_id": f"u{n}"} for n, lang in enumerate(langs)]


def own(lang: str | None, text: str, **more) -> dict:
    return {"lang": lang, "text": text, "is_ours": True, **more}


def measured(rows: list[dict], acts: ActionLog | None = None, owed=OWED) -> dict[str, Measure]:
    posts = walk_posts({"published_at": at("11:00"), **row} for row in rows)
    found = {m.id: m for m in measure_language_shares(posts, acts or ActionLog(), owed, CRISIS)}
    for one in found.values():
        if one.facet in OWED and one.metric == "language_demand":
            assert behind(posts, one.rows).count().to_pyarrow().as_py() == round(one.value * one.n)
    return found


def shares(found: dict[str, Measure], metric: str) -> dict[str, float]:
    return {m.facet: m.value for m in found.values() if m.metric == metric}


def test_posts_by_language_with_the_part_that_states_none():
    found = measured(said("fr", "fr", "fr", "en", "es", "de", None, None))
    assert shares(found, "language_demand") == {
        "en": 1 / 8,
        "fr": 3 / 8,
        "other_languages": 2 / 8,
        "no_language": 2 / 8,
    }
    french = found["language_demand.fr"]
    assert french.n == 8 and french.low < 3 / 8 < french.high and french.details["accounts"] == 3
    assert [note.n for note in french.notes] == [2, None]  # too short; and that languages were read, not declared


def test_posts_in_two_languages_stand_apart():
    found = measured(said("fr", "en", "mul", "mul"))
    assert shares(found, "language_demand") == {"en": 1 / 4, "fr": 1 / 4, "several_languages": 2 / 4}


def test_our_words_by_language_reposts_left_out():
    """Four words of six in English, two in French; what we reposted is not our word."""
    rows = [own("en", "We are sorry today"), own("fr", "Nous regrettons"), own("en", "a b c d e", kind="repost")]
    found = measured([*rows, *said("fr")])
    assert shares(found, "language_supply") == pytest.approx({"en": 4 / 6, "fr": 2 / 6})
    assert found["language_supply.fr"].n == 2 and found["language_supply.fr"].rows.ours


def test_without_our_posts_the_acts_of_the_log_are_counted_and_it_is_said():
    acts = log("11:00 | statement | public | en fr\n12:00 | update | public | en\n13:00 | update | public")
    found = measured(said("fr"), acts)
    assert shares(found, "language_supply") == {"en": 2 / 4, "fr": 1 / 4, "no_language": 1 / 4}
    one = found["language_supply.en"]
    assert one.n_of == "entries" and one.n == 3 and "public acts" in one.caveats[0].text


def test_a_language_owed_in_which_nothing_was_said_has_a_share_of_zero():
    assert shares(measured([own("en", "Sorry"), *said("en")]), "language_supply") == {"en": 1, "fr": 0}


def test_what_no_export_states_is_not_told():
    found = measured(said(None, None))
    assert found["language_demand"].value is None and "do not state" in found["language_demand"].why_not.text
    assert found["language_supply"].value is None


def test_without_languages_owed_nothing_is_compared():
    found = measured(said("fr"), owed=())
    assert set(found) == {"language_supply", "language_demand"}
    assert all(one.value is None and one.why_not is not None for one in found.values())
