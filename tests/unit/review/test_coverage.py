"""The table of what was observed, and the paragraph on how the rest could bend the findings, in both languages."""

import runpy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rebond.analysis.coverage import Coverage, PlatformCoverage
from rebond.analysis.measure import Window
from rebond.analysis.missing import Missing
from rebond.analysis.shapes import Gap
from rebond.review.coverage import bends, table, why_unseen
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).parents[1] / "render" / "sample_crisis.py"))
X = PlatformCoverage(platform="x", posts=6_000, hours=1_000, observed=700, reasons=(("capped", 200), ("hole", 100)),
                     deleted=60, without_text=0)  # fmt: skip
REDDIT = PlatformCoverage(platform="reddit", posts=40, hours=1_000, observed=1_000, deleted=2, without_text=None)


def crisis(*platforms, gaps=(), accounts=None, **coverage):
    whole = SAMPLE["sample_crisis"]()
    corpus = replace(whole.corpus, accounts_by_platform=accounts or {one.platform: 30 for one in platforms})
    volume = replace(whole.volume, gaps=tuple(gaps))
    return replace(whole, corpus=corpus, volume=volume, coverage=Coverage(platforms=platforms, **coverage))


def plain(lang, value):
    return Voice.of(lang).text(value).replace("\u00a0", " ").replace("\u202f", " ")


def rows(lang, whole):
    return [[plain(lang, cell) for cell in row] for row in table(whole).rows]


def test_a_row_a_platform_with_the_reasons_of_the_hours_not_observed():
    assert rows("en", crisis(X, REDDIT)) == [
        ["X", "6,000", "700 of 1,000",
         "an export cut at its maximum (200 h) and an outage of the collection (100 h)", "1%",
         "none"],
        ["Reddit", "40", "1,000 of 1,000", "none", "fewer than 5", "no text in these exports"],
    ]  # fmt: skip


def test_the_same_rows_in_french():
    first, second = rows("fr", crisis(X, REDDIT))
    assert first[2:5] == ["700 sur 1 000", "export coupé à son plafond (200 h) et panne de collecte (100 h)", "1 %"]
    assert second[4:] == ["moins de 5", "aucun texte dans ces exports"]


def test_a_platform_of_few_accounts_is_withheld_with_the_next_smallest():
    found = rows(
        "en", crisis(X, REDDIT, replace(REDDIT, platform="facebook"), accounts={"x": 900, "reddit": 2, "facebook": 9})
    )
    assert [row[1] for row in found] == ["6,000", "withheld", "withheld"]


def test_hours_in_which_only_the_most_engaged_were_captured_say_so():
    assert "the most engaged posts alone" in rows("en", crisis(replace(X, lacking="engagement")))[0][3]


def test_nothing_captured_is_no_table():
    assert table(crisis()) is None


def test_where_no_hole_is_known_a_sentence_of_its_own_says_it():
    whole = crisis(replace(X, reasons=(), observed=1_000, deleted=0))
    assert plain("en", bends(whole)).startswith("No hole, cut or late start is known")
    assert plain("fr", bends(whole)).startswith("Aucun trou, aucune coupure, aucun départ tardif n’est connu")


def within(whole, start, end):
    lasts = whole.window.lasts
    return Window(whole.window.starts + start * lasts, whole.window.starts + end * lasts)


@pytest.mark.parametrize(("start", "end", "said"), [
    (0.0, 0.2, "first signs may be earlier"),
    (0.4, 0.5, "Hours are missing inside the period captured"),
    (0.8, 1.0, "there may be later peaks, and a later end"),
])  # fmt: skip
def test_each_kind_of_hole_says_which_way_it_could_bend(start, end, said):
    whole = crisis(X)
    holed = replace(whole, volume=replace(whole.volume, gaps=(Gap(window=within(whole, start, end), why="capped"),)))
    assert said in plain("en", bends(holed))


def test_a_cut_whose_end_no_file_tells_is_before_or_after_all_that_was_captured():
    at = datetime(2025, 10, 14, tzinfo=UTC)
    lost = Missing(by="newest_first", starts=None, ends=at, platforms=("x",))
    assert "first signs may be earlier" in plain("en", bends(crisis(X, missing=(lost,))))


def test_an_outbreak_that_is_not_dated_may_itself_be_earlier_or_lie_in_a_hole():
    whole = crisis(X)
    undated = replace(whole, phases=replace(whole.phases, outbreak=replace(whole.phases.outbreak, computed=None)))
    for start, end, said in (
        (0.0, 0.2, "first signs and outbreak may be"),
        (0.4, 0.5, "the outbreak or a peak may lie"),
    ):
        gaps = (Gap(window=within(whole, start, end), why="hole"),)
        assert said in plain("en", bends(replace(undated, volume=replace(whole.volume, gaps=gaps))))


def test_engagement_platforms_deletions_fields_and_doubts_have_their_sentences():
    lost = Missing(by="engagement", starts=None, ends=None, platforms=("x",))
    late = Gap(window=Window(datetime(2025, 1, 1, tzinfo=UTC), datetime(2025, 1, 9, tzinfo=UTC)),
               why="before_collection", platform="reddit")  # fmt: skip
    whole = crisis(X, gaps=[late], missing=(lost,), files=3, absent={"views": 3, "likes": 1}, doubtful=1)
    told = plain("en", bends(whole))
    for said in (
        "accounts with a large audience weigh more here than they did",
        "Not observed all along: Reddit.",
        "Posts deleted since keep their place in the counts",
        "Not carried by every file: views (in no file) and interactions (absent from 1 of 3 files).",
        "1 file is as full as an export often may be",
    ):
        assert said in told


def test_no_verb_of_cause_is_used():
    lost = Missing(by="engagement", starts=None, ends=None, platforms=("x",))
    told = plain("en", bends(crisis(X, missing=(lost,), files=1, absent={"text": 1}, doubtful=2))).lower()
    assert not any(word in told for word in ("because", "caused", "due to", "thanks to", "led to"))


def test_the_reasons_of_a_stretch_are_those_of_the_gaps_that_meet_it():
    whole = crisis(X)
    gaps = (Gap(window=within(whole, 0.1, 0.2), why="hole"), Gap(window=within(whole, 0.1, 0.3), why="capped"),
            Gap(window=within(whole, 0.6, 0.7), why="abrupt_end"))  # fmt: skip
    holed = replace(whole, volume=replace(whole.volume, gaps=gaps))
    assert [plain("en", one) for one in why_unseen(holed, within(whole, 0.0, 0.5))] == [
        "an export cut at its maximum", "an outage of the collection",
    ]  # fmt: skip
