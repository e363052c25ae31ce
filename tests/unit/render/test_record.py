"""review.json: every key documented in both languages, nothing that may not circulate, null where nothing is known."""

import json
import re
import runpy
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from rebond.analysis.measure import Measure, Rows
from rebond.evidence.figures import Finding
from rebond.render.record import VERSION, _plain, record
from rebond.sentences import say
from rebond.settings import CaseSheet, Settings
from rebond.wording.voice import Voice

SAMPLE = runpy.run_path(str(Path(__file__).with_name("sample_review.py")))
CRISIS, REVIEW = SAMPLE["CASE"]["sample_crisis"](), SAMPLE["sample_review"]()
VOICES = (Voice.of("fr", REVIEW.zone), Voice.of("en", REVIEW.zone))
FOUND = Finding(
    id="ttfr.worked", kind="worked", area="social", subject="communication", strength="logged", figures=("ttfr",),
    sentence=say("The matter was noticed before volume left its normal level."),
)  # fmt: skip
TOLD, TIME = {"fr": str, "en": str}, re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{6})?Z")
WINDOW = {"starts": TIME, "ends": TIME}
BOUNDARY = {"computed": [TIME, None], "range": list, "declared": [list, None], "retained": [TIME, None],
            "censored": bool, "why": [TOLD, None]}  # fmt: skip
SCHEMA: dict[str, Any] = {
    "version": int, "program": str, "drawn_at": TIME, "inputs_hash": str,
    "case": {"organisation": [str, None], "kind": str, "title": [TOLD, None], "time_zone": [str, None],
             "languages_owed": list, "targets": {"detect": [float, None], "answer": [float, None],
                                                 "other_language": [float, None]}},
    "window": WINDOW,
    "corpus": {"captured": int, "counted": int, "own": int, "off_topic": int, "outside_window": int,
               "relevance_checked": bool, "reposts": int, "distinct_texts": int, "accounts": int, "files": int,
               "chosen_by_people": int, "only_chosen": bool,
               "by_platform": dict, "by_declared_language": dict},
    "coverage": {"bin_seconds": int, "bins": int, "bins_observed": int, "gaps": list,
                 "platforms": list, "cut_exports": list, "perhaps_cut": int, "absent_fields": dict},
    "baseline": {"kind": str, "posts_per_day": [float, None], "spread_per_day": [float, None], "days": int,
                 "window": [WINDOW, None], "why": [TOLD, None]},
    "phases": ({"key": str, "number": [int, None], "starts": TIME, "ends": TIME, "starts_range": list,
                "ends_range": list, "posts": int, "provisional": bool},),
    "turning_points": {"warning": BOUNDARY, "outbreak": BOUNDARY, "exit": BOUNDARY, "normal": BOUNDARY},
    "recovery_shape": str, "new_level": [float, None], "onset": str,
    "figures": ({"id": str, "metric": str, "value": [float, int, TIME, None], "withheld": bool,
                 "printed": [TOLD, None], "unit": str, "window": [WINDOW, None], "n": [int, None], "n_of": str,
                 "interval": [list, None], "interval_is": str, "method_version": str, "inputs_hash": str,
                 "confidence": str, "censored": bool, "not_recorded": bool, "why_not": [TOLD, None],
                 "against": [float, int, None], "against_is": str, "caveats": list, "notes": list},),
    "findings": ({"id": str, "kind": str, "area": str, "subject": str, "strength": str, "figures": list,
                  "proposal": bool, "sentence": TOLD},),
    "parameters_changed": dict, "problems": dict, "limits": (TOLD,),
}  # fmt: skip


def drawn(crisis: Any = CRISIS, review: Any = REVIEW) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(record(crisis, review, (FOUND,), VOICES, "rebond 1"))
    return content


def check(value: Any, asked: Any, at: str) -> None:
    """asked: a type, a pattern, None, a list of alternatives, a tuple for "a list of these", a dictionary of keys."""
    if isinstance(asked, dict):
        assert isinstance(value, dict) and list(value) == list(asked), at
        for key, part in asked.items():
            check(value[key], part, f"{at}.{key}")
    elif isinstance(asked, tuple):
        assert isinstance(value, list), at
        for part in value:
            check(part, asked[0], f"{at}[]")
    elif isinstance(asked, list):
        assert any(_fits(value, one, at) for one in asked), (at, value)
    else:
        assert _fits(value, asked, at), (at, value)


def _fits(value: Any, asked: Any, at: str) -> bool:
    if asked is None:
        return value is None
    if isinstance(asked, re.Pattern):
        return isinstance(value, str) and asked.fullmatch(value) is not None
    if isinstance(asked, dict):
        return isinstance(value, dict) and list(value) == list(asked)
    return type(value) is asked or (asked is float and type(value) is int)


def test_the_file_has_its_documented_shape():
    content = drawn()
    check(content, SCHEMA, "review")
    assert content["version"] == VERSION == 1


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_every_key_is_documented(repo: Path, lang: str):
    page = (repo / "docs" / lang / "review-json.md").read_text("utf-8")
    documented = set(re.findall(r"`([a-z_]+)`", page))
    keys: set[str] = set()

    def walk(part: Any) -> None:
        if isinstance(part, dict) and part is not TOLD:
            keys.update(part)
            for value in part.values():
                walk(value)
        elif isinstance(part, list | tuple):
            for value in part:
                walk(value)

    walk(SCHEMA)
    assert keys <= documented


def test_instants_durations_and_numbers_are_plain():
    content = drawn()
    figures = {figure["id"]: figure for figure in content["figures"]}
    assert figures["ttfr"]["value"] == 18 * 3600 + 5 * 60
    assert figures["ttfr"]["printed"] == {"fr": "18\u00a0h\u00a005", "en": "18\u00a0h\u00a05\u00a0min"}
    assert content["turning_points"]["outbreak"]["retained"] == "2025-10-14T21:00:00Z"
    assert content["phases"][1]["starts"] == "2025-10-14T21:00:00Z"
    assert content["drawn_at"] == "2025-11-21T15:00:00Z"


def test_a_group_of_fewer_than_five_authors_is_withheld():
    corpus = replace(
        CRISIS.corpus, by_platform={"x": 900, "facebook": 40, "reddit": 4},
        accounts_by_platform={"x": 300, "facebook": 4, "reddit": 0},
    )  # fmt: skip
    lag = replace(REVIEW.figures[0], id="platform_lag.facebook", metric="platform_lag", n=40)
    wide = replace(lag, id="platform_lag.x", n=900)
    top = replace(lag, id="top1_share", metric="top1_share", unit="share", n=399, n_of="accounts")
    content = drawn(replace(CRISIS, corpus=corpus), replace(REVIEW, figures=(lag, wide, top)))
    assert content["corpus"]["by_platform"] == {"facebook": None, "reddit": None, "x": 900}
    assert [(f["id"], f["withheld"], f["value"] is None, f["n"] is None) for f in content["figures"]] == [
        ("platform_lag.facebook", True, True, True),
        ("platform_lag.x", False, False, False),
        ("top1_share", True, True, True),
    ]


def test_a_group_that_could_be_worked_out_from_the_total_takes_another_with_it():
    corpus = replace(
        CRISIS.corpus, by_platform={"x": 900, "facebook": 40, "reddit": 4},
        accounts_by_platform={"x": 300, "facebook": 30, "reddit": 3},
    )  # fmt: skip
    content = json.loads(record(replace(CRISIS, corpus=corpus), REVIEW, (), VOICES, "test"))
    assert content["corpus"]["by_platform"] == {"facebook": None, "reddit": None, "x": 900}


def test_two_groups_that_together_are_too_few_take_another_with_them():
    corpus = replace(
        CRISIS.corpus, by_platform={"x": 900, "facebook": 40, "reddit": 2, "youtube": 2},
        accounts_by_platform={"x": 300, "facebook": 30, "reddit": 2, "youtube": 1},
    )  # fmt: skip
    content = json.loads(record(replace(CRISIS, corpus=corpus), REVIEW, (), VOICES, "test"))
    assert content["corpus"]["by_platform"] == {"facebook": None, "reddit": None, "x": 900, "youtube": None}


def test_when_four_accounts_wrote_it_all_their_number_is_not_told():
    corpus = replace(CRISIS.corpus, accounts=4)
    content = json.loads(record(replace(CRISIS, corpus=corpus), REVIEW, (), VOICES, "test"))
    assert content["corpus"]["accounts"] is None


def test_the_share_of_a_language_spoken_by_four_accounts_is_withheld():
    few = Measure(metric="language_demand", facet="es", value=0.01, unit="share", n=900, method="m",
                  details={"accounts": 4})  # fmt: skip
    wide = replace(few, facet="fr", details={"accounts": 5})
    figures = tuple(replace(REVIEW.figures[0], id=m.id, metric=m.metric, n=900) for m in (few, wide))
    told = drawn(replace(CRISIS, measures=(few, wide)), replace(REVIEW, figures=figures))["figures"]
    assert [(f["id"], f["withheld"]) for f in told] == [("language_demand.es", True), ("language_demand.fr", False)]


def test_nothing_of_what_a_figure_counts_leaks():
    rows = Rows(author_ids=("0123456789abcdef",), post_ids=("fedcba9876543210",), points_to="feedfacefeedface")
    sheet = CaseSheet(organisation="Rivage", title="Voir https://x.com/a/1 et @jean", accounts=("rivage_qc",))
    crisis = replace(CRISIS, settings=Settings(sheet=sheet))
    told = json.dumps(drawn(crisis, replace(REVIEW, figures=tuple(replace(f, rows=rows) for f in REVIEW.figures))))
    for secret in ("0123456789abcdef", "fedcba9876543210", "feedfacefeedface", "x.com", "@jean", "rivage_qc"):
        assert secret not in told


def test_equal_inputs_give_equal_bytes():
    one, other = (record(CRISIS, REVIEW, (FOUND,), VOICES, "rebond 1") for _ in range(2))
    assert one == other
    later = replace(REVIEW, drawn_at=datetime(2026, 1, 1, tzinfo=UTC))
    assert record(CRISIS, later, (FOUND,), VOICES, "rebond 1") != one


def test_the_last_digits_of_a_float_are_not_facts():
    assert _plain(76.06016475303326) == _plain(76.06016475303328) == 76.060164753
