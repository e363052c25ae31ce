"""The log to complete: prefilled at the right places, adds nothing until people write in it."""

import io
import runpy
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from rebond.actions import Action, ActionLog, Confirmation, When
from rebond.importers.people.log import LogReading, read_log
from rebond.importers.people.merging import merged
from rebond.render.journal import journal_to_complete
from rebond.render.journal_rows import MOST, OwnPost, asked

SAMPLE = runpy.run_path(str(Path(__file__).with_name("sample_crisis.py")))
HERE = runpy.run_path(str(Path(__file__).parents[1] / "importers" / "people" / "filled.py"))
filled, row_marked, write_row = (HERE[name] for name in ("filled", "row_marked", "write_row"))
at = SAMPLE["at"]


def exactly(when: datetime) -> When:
    return When(when, when)


def post(n: int, when: datetime, kind: str = "other") -> Action:
    return Action(id=f"post-{n:08x}", kind=kind, when=exactly(when), title="", visibility="public",
                  channels=("facebook",), langs=("fr",), source="posts", raw_file="export.csv", raw_row=n)  # fmt: skip


LOGGED = (
    Action(id="log-aaa", kind="detection", when=When(at(15, 8), at(15, 8, 30)), title="=1+1 détection", raw_row=2),
    Action(id="log-bbb", kind="statement", when=exactly(at(15, 11, 5)), title="avis publié, en anglais",
           visibility="public", channels=("facebook", "web"), langs=("en",), by_role="communications", raw_row=3),
    Action(id="log-ccc", kind="news", when=exactly(at(15, 18)), title="sujet au téléjournal", is_event=True,
           visibility="public", raw_row=4),
    Action(id="log-ddd", kind="apology", when=exactly(at(17, 14, 40)), title="excuses", visibility="public", raw_row=5),
)  # fmt: skip
POSTS = (post(1, at(15, 12, 3)), post(2, at(15, 13, 0), "reply"), post(3, at(15, 14, 0), "reply"))


@pytest.fixture(scope="module")
def crisis():
    """Coopérative Rivage: peaks on 15 October 17:00–22:00 and 17 October 11:00–15:00, Toronto."""
    actions = tuple(sorted((*LOGGED, *POSTS), key=lambda a: a.when.earliest))
    return replace(SAMPLE["sample_crisis"](), log=ActionLog(actions=actions))


OWN = {"00000001": OwnPost("Bonjour à toutes et à tous. " * 9, "https://example.org/1")}


def written(crisis) -> bytes:
    return journal_to_complete(crisis, asked(crisis), OWN)


@pytest.fixture(scope="module")
def journal(crisis) -> bytes:
    return written(crisis)


def read(data: bytes) -> LogReading:
    return read_log("journal-a-completer.xlsx", data, "America/Toronto", None)


def rows(data: bytes) -> dict[str, list[str]]:
    page = load_workbook(io.BytesIO(data)).worksheets[0]
    return {
        row[0].split("#")[0]: [str(cell or "") for cell in row[1:]]
        for row in page.iter_rows(values_only=True)
        if row[0] and "#" in str(row[0])
    }


def test_untouched_it_adds_nothing(journal):
    assert read(journal) == LogReading(ActionLog(), ())


def test_equal_crises_give_equal_bytes_and_no_formula(crisis, journal):
    assert written(crisis) == journal
    with zipfile.ZipFile(io.BytesIO(journal)) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_it_holds_log_own_posts_peaks_and_long_silences_in_the_zone_of_the_organisation(journal):
    found = rows(journal)
    assert found["post-00000001"][:3] == [
        "2025-10-15",
        "12:03",
        "Votre publication (Facebook)\nYour own post (Facebook)\n"
        "Bonjour à toutes et à tous. Bonjour à toutes et à tous. Bonjour à toutes et à to…\nhttps://example.org/1",
    ]
    assert found["replies-2025-10-15"][1] == "13:00 → 14:00"
    assert found["peak-1"][:2] == ["2025-10-15", "17:00 → 22:00"]
    assert "412" in found["peak-1"][2] and "What happened here?" in found["peak-1"][2]
    assert found["log-aaa"][1] == "08:00 → 08:30"
    # Public acts: 15 Oct. 11:05, 12:03, 13:00, 14:00, 17 Oct. 14:40. Outbreak 14 Oct. 17:00, exit 20 Oct. 9:00.
    silences = [row[:2] for id, row in found.items() if id.startswith("silence")]
    assert silences == [
        ["2025-10-14", "17:00 → 2025-10-15 11:05"], ["2025-10-15", "14:00 → 2025-10-17 14:40"],
        ["2025-10-17", "14:40 → 2025-10-20 09:00"],
    ]  # fmt: skip


def test_only_rows_that_people_filled_add_entries(journal):
    def fill(page):
        peak = {"Ce qui a été fait": "Une influenceuse en parle", "Nature": "Parole d'un tiers / Third-party statement"}
        write_row(page, row_marked(page, "peak-1"), peak)
        write_row(page, row_marked(page, "silence-2"), {"Ce qui a été fait": "On décide d'attendre les faits"})
        write_row(page, row_marked(page, "post-00000001"), {"Nature": "Consigne au public / Public instruction"})
        below = row_marked(page, "log-ddd") + 2
        write_row(page, below, {"Heure": "vers 16 h", "Date": "2025-10-17", "Ce qui a été fait": "Note aux employés"})

    reading = read(filled(journal, fill))
    assert [(a.kind, a.is_event, a.when.earliest, a.when.latest) for a in reading.log.actions] == [
        ("instruction", False, at(15, 12, 3), at(15, 12, 3)),
        ("decision", False, at(15, 14), at(17, 14, 40)),
        ("third_party", True, at(15, 17), at(15, 22)),
        ("internal_note", False, at(17, 15, 30), at(17, 16, 30)),
    ]  # fmt: skip
    assert reading.log.actions[0].id == "post-00000001"  # the post itself, now with its kind: not a second act


def test_a_corrected_entry_takes_the_place_of_the_one_it_corrects(crisis, journal):
    def fill(page):
        write_row(page, row_marked(page, "log-bbb"), {"Heure": "10:55"})

    corrected = read(filled(journal, fill)).log
    assert [(a.id, a.when.earliest) for a in corrected.actions] == [("log-bbb", at(15, 10, 55))]
    whole = merged([ActionLog(actions=LOGGED), corrected]).log
    assert len(whole.actions) == len(LOGGED)
    assert next(a for a in whole.actions if a.id == "log-bbb").when == exactly(at(15, 10, 55))


def test_what_is_ticked_as_complete_is_confirmed(journal):
    def fill(page):
        row = row_marked(page, "confirm-own_account")
        write_row(
            page, row, {"Oui": "Oui / Yes", "Du": "2025-10-14", "Au": "2025-10-20", "Par (fonction)": "DG"}, "Oui"
        )

    assert read(filled(journal, fill, sheet=1)).log.confirmed == (
        Confirmation(what="own_account", starts=at(14), ends=at(21), by_role="DG"),
    )


def test_a_crisis_that_could_not_be_dated_and_has_no_log_still_gives_a_log_to_fill(crisis):
    bare = replace(crisis, log=ActionLog(), phases=replace(crisis.phases, peaks=(), phases=(), main_peak=None))
    found = rows(written(bare))
    assert list(found) == ["silence-1", *[id for id in found if id.startswith("confirm")]]


def test_thousands_of_replies_make_one_row_a_day(crisis):
    start = datetime(2025, 10, 15, 12, tzinfo=UTC)
    replies = tuple(post(n, start + timedelta(minutes=n), "reply") for n in range(3000))
    found = rows(written(replace(crisis, log=ActionLog(actions=replies))))
    assert sum(id.startswith("replies") for id in found) == 3
    assert not any(id.startswith("post") for id in found)


def test_only_the_days_of_the_crisis_are_asked_about(crisis):
    """Outbreak on 14 October at 17:00: they begin on the 13th at 17:00."""
    posts = (post(1, at(13, 12)), post(2, at(13, 18)), post(3, datetime(2021, 5, 1, tzinfo=UTC)))
    found = asked(replace(crisis, log=ActionLog(actions=posts)))
    assert found.post_ids == ("00000002",)


def test_sixty_rows_at_most_those_nearest_the_peaks_and_the_others_counted(crisis):
    """Peaks on 15 October 17:00–22:00 and 17 October 11:00–15:00."""
    posts = tuple(post(n, at(14, 18) + timedelta(minutes=30 * n)) for n in range(240))
    one = replace(crisis, log=ActionLog(actions=posts))
    found = asked(one)
    assert len(found.rows) + len(found.posts) == MOST
    assert found.left_out == 240 - len(found.posts)
    far = at(16, 12)  # half-way between the peaks
    assert all(abs(a.when.earliest - far) > timedelta(hours=6) for a in found.posts)
    page = load_workbook(io.BytesIO(written(one))).worksheets[0]
    lead = " ".join(str(cell) for row in page.iter_rows(max_row=9, values_only=True) for cell in row if cell)
    assert f"{found.left_out} autres de vos publications" in lead
