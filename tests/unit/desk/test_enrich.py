"""Posts made ready for the walk: what is about us, ours, addressed to us."""

import csv
from pathlib import Path

import pytest

from rebond.casefile.case import Case, open_case
from rebond.desk.bring_in import bring_in
from rebond.desk.enrich import opened
from rebond.settings import CaseSheet, Settings
from rebond.tables import WALK_POSTS, collect

HEADER = ("id", "date", "username", "text", "type", "in_reply_to_id", "retweeted_id", "lang", "source")
RIVAGE = CaseSheet(organisation="Rivage", accounts=("@RivageCoop",))


def case_of(folder: Path, *rows: dict[str, str]) -> Case:
    """A case of posts given by what matters."""
    path = folder / "export.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, HEADER)
        writer.writeheader()
        for n, row in enumerate(rows):
            writer.writerow({"date": f"2024-07-12 10:{n:02d}:00+00:00", "username": "ana", "source": "facebook", **row})
    case = open_case(folder / "case")
    bring_in(case, (path,), "UTC", lambda step: None)
    return case


def read(case: Case, sheet: CaseSheet, *columns: str) -> dict[str, tuple]:
    """id written in the text after the last " ~" → columns."""
    with opened(case, Settings(sheet=sheet)) as prepared:
        rows = collect(prepared.posts, by="post_id", schema=WALK_POSTS).to_pylist()
    return {row["text"].rpartition(" ~")[2]: tuple(row[name] for name in columns) for row in rows}


@pytest.fixture
def case(tmp_path: Path) -> Case:
    return case_of(
        tmp_path,
        {"id": "p10000001", "text": "Rivage est en panne ~named"},
        {"id": "p10000002", "text": "@rivagecoop alors ? ~mention"},
        {"id": "p10000003", "text": "Nous vérifions. ~own", "username": "RivageCoop"},
        {"id": "p10000004", "text": "Encore ? ~answer", "type": "reply", "in_reply_to_id": "p10000003"},
        {"id": "p10000005", "text": "RT @jo: Rivage est en panne ~copy", "type": "repost"},
        {"id": "p10000006", "text": "RT @jo: Riv… ~cut", "type": "repost", "retweeted_id": "p10000001"},
        {"id": "p10000007", "text": "RT @RivageCoop: Nous vérifions. ~carried", "type": "repost"},
        {"id": "p10000008", "text": "Il pleut ~else"},
        {"id": "p10000009", "text": "Il pleut encore ~else2", "type": "reply", "in_reply_to_id": "p10000008"},
        {"id": "p10000010", "text": "RT @jo: @rivagecoop répondez ~passed on", "type": "repost"},
    )


def test_each_rule_of_relevance(case):
    found = read(case, RIVAGE, "relevance")
    off = {name for name, (relevance,) in found.items() if relevance == "off_topic"}
    assert off == {"else", "else2"} and len(found) == 10


def test_ours_are_the_posts_of_our_accounts_only(case):
    assert [name for name, (ours,) in read(case, RIVAGE, "is_ours").items() if ours] == ["own"]


def test_directed_is_said_to_us_by_somebody_in_their_own_words(case):
    directed = {name for name, (is_directed,) in read(case, RIVAGE, "is_directed").items() if is_directed}
    assert directed == {"mention", "answer"}


def test_a_sheet_that_names_nothing_leaves_all_unchecked(case):
    found = read(case, CaseSheet(), "relevance", "is_ours")
    assert set(found.values()) == {("unchecked", False)}


def test_another_sheet_is_another_answer_and_the_first_comes_back(case):
    first = read(case, RIVAGE, "relevance")
    rain = read(case, CaseSheet(queries=("pleut",)), "relevance")
    assert {name for name, (relevance,) in rain.items() if relevance == "about_us"} == {"else", "else2"}
    assert read(case, RIVAGE, "relevance") == first


def test_new_posts_are_enriched_too(case, tmp_path):
    read(case, RIVAGE, "relevance")
    more = tmp_path / "more.csv"
    more.write_text("id,date,username,text\np20000001,2024-07-13T10:00:00Z,jo,Rivage encore ~more\n")
    bring_in(case, (more,), "UTC", lambda step: None)
    assert read(case, RIVAGE, "relevance")["more"] == ("about_us",)


def test_the_digest_is_that_of_the_posts_not_of_the_sheet_or_the_case(case, tmp_path):
    (tmp_path / "again").mkdir()
    other = open_case(tmp_path / "again" / "case")
    bring_in(other, (tmp_path / "export.csv",), "UTC", lambda step: None)
    with opened(case, Settings(sheet=RIVAGE)) as one, opened(other, Settings()) as two:
        assert one.posts_digest == two.posts_digest
    with opened(open_case(tmp_path / "empty"), Settings()) as none:
        assert none.posts_digest != one.posts_digest
        assert none.posts.count().to_pyarrow().as_py() == 0 and none.authors.num_rows == 0 and none.problems == {}


def test_problems_are_counted_by_code(tmp_path):
    rows = [{"id": f"p1000000{n}", "text": "a", "date": "2024-07-12 10:00:00+00:00" if n else "???"} for n in range(4)]
    with opened(case_of(tmp_path, *rows, rows[1]), Settings()) as prepared:
        assert prepared.problems == {"bad-date": 1, "repeated-id": 1}


def test_nothing_is_left_in_the_folder_of_the_case(case):
    read(case, RIVAGE, "relevance")
    assert not [one for one in case.folder.iterdir() if one.name.startswith(".engine")]


def test_a_language_is_the_declared_one_else_that_of_the_text_else_that_of_its_author(tmp_path):
    long = "Encore une panne ce matin et personne ne répond au téléphone"
    case = case_of(
        tmp_path,
        {"id": "p10000001", "text": f"{long} ~declared", "lang": "en", "username": "jo"},
        {"id": "p10000002", "text": f"{long} depuis hier ~read", "username": "ana"},
        {"id": "p10000003", "text": "ah bon ? ~short", "username": "ana"},
        {"id": "p10000004", "text": "ok ~stranger", "username": "luc"},
    )
    found = read(case, RIVAGE, "lang_declared", "lang")
    assert found == {"declared": ("en", "en"), "read": (None, "fr"), "short": (None, "fr"), "stranger": (None, None)}


PANNE = "encore une panne ce matin chez rivage et personne ne répond au téléphone"


def test_near_copies_bear_the_oldest_of_them_and_posts_without_words_bear_none(tmp_path):
    case = case_of(
        tmp_path,
        {"id": "p10000001", "text": f"{PANNE} ~oldest"},
        {"id": "p10000002", "text": f"@jo {PANNE.replace('matin', 'soir')} 😡 ~changed"},
        {"id": "p10000003", "text": f"RT @ana: {PANNE} ~oldest"},
        {"id": "p10000004", "text": "oui ~short"},
        {"id": "p10000005", "text": ""},
    )
    found = read(case, RIVAGE, "family_id", "text_key")
    oldest = found["oldest"][1]
    assert [found[name][0] for name in ("oldest", "changed", "short", "")] == [oldest, oldest, found["short"][1], None]
    assert found["changed"][1] != oldest


def test_families_are_the_same_whatever_the_order_of_the_lines_and_the_sheet(tmp_path):
    texts = [
        PANNE,
        PANNE.replace("ce matin", "hier soir"),
        f"{PANNE} depuis une heure",
        "tout autre chose, il fait beau ici",
    ]
    rows = [
        {"id": f"p1000000{n}", "text": f"{text} ~{n}", "date": f"2024-07-1{n} 10:00:00"} for n, text in enumerate(texts)
    ]
    (tmp_path / "one").mkdir(), (tmp_path / "other").mkdir()
    one, other = case_of(tmp_path / "one", *rows), case_of(tmp_path / "other", *reversed(rows))
    found = read(one, RIVAGE, "family_id")
    assert found == read(other, CaseSheet(queries=("pluie",)), "family_id")
    assert len({family for (family,) in found.values()}) == 2


def test_a_thread_is_followed_through_a_post_nobody_captured(case, tmp_path):
    found = read(case, RIVAGE, "thread_id")
    assert found["own"] == found["answer"] != (None,) and found["else"] == found["else2"] != found["own"]
    assert found["named"] == (None,)
    (tmp_path / "lost").mkdir()
    lost = case_of(
        tmp_path / "lost",
        {"id": "p10000021", "text": "moi aussi ~one", "type": "reply", "in_reply_to_id": "p10000020"},
        {"id": "p10000022", "text": "pareil ~two", "type": "reply", "in_reply_to_id": "p10000020"},
    )
    assert len({*(found := read(lost, RIVAGE, "thread_id")).values()}) == 1 and (None,) not in found.values()
