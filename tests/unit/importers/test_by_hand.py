"""Lists of picked posts: recognised by their header, dated by what is typed or by the link, refused row by row."""

import io
import runpy
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.unit.importers.exports import imported, source, workbook

from rebond.errors import ExportError, HeaderOnly
from rebond.importers import recognise
from rebond.importers.by_hand import screenshots
from rebond.render.workbooks import hand_collected

HERE = runpy.run_path(str(Path(__file__).parent / "people" / "filled.py"))
filled, header_of, write_row = (HERE[name] for name in ("filled", "header_of", "write_row"))
LINK = "Lien (Link)"
ZONE = "America/Toronto"
X = "https://x.com/lea_b/status/1978200000000000000"  # (id >> 22) + 1288834974657 ms: 2025-10-14 20:43:27 UTC
HEADER = ["Lien", "Date", "Heure", "Plateforme", "Compte", "Texte", "Capture d'écran"]


def typed(*rows):
    return imported(source(workbook([HEADER, *([*row, *[""] * (7 - len(row))] for row in rows)]), "releve.xlsx"), ZONE)


def told(done):
    return [(f"{post['published_at']:%Y-%m-%d %H:%M}", post["precision"]) for post in done.posts]


def test_the_workbook_of_the_template_is_read_as_people_fill_it():
    def fill(page):
        first = header_of(page, LINK)[0] + 1
        write_row(page, first, {LINK: X})
        cells = {"Date": "14 octobre 2025", "Heure (Time)": "17 h 05", "Plateforme (Platform)": "WhatsApp",
                 "Compte (Account)": "Une membre", "Texte (Text)": "Prélevée deux fois !"}  # fmt: skip
        write_row(page, first + 1, cells)

    done = imported(source(filled(hand_collected(), fill), "releve.xlsx"), ZONE)
    assert done.found.importer == "by_hand" and not done.problems
    assert told(done) == [("2025-10-14 20:43", "second"), ("2025-10-14 21:05", "minute")]
    assert done.column("platform") == ["x", "whatsapp"]
    assert done.column("handle") == ["lea_b", "Une membre"]
    assert done.column("native_id") == ["1978200000000000000", None]


def test_a_link_pasted_as_the_title_of_its_page_is_followed_to_its_address():
    def fill(page):
        first, columns = header_of(page, LINK)
        cell = page.cell(row=first + 1, column=columns[LINK], value="Léa B. sur X : « Encore prélevée »")
        cell.hyperlink = X + "?s=20&t=a"

    done = imported(source(filled(hand_collected(), fill), "releve.xlsx"), ZONE)
    assert told(done) == [("2025-10-14 20:43", "second")] and done.column("handle") == ["lea_b"] and not done.problems


def test_the_template_not_filled_holds_no_post():
    with pytest.raises(HeaderOnly):
        recognise(source(hand_collected(), "releve.xlsx"))


def test_each_platform_that_the_template_offers_is_understood():
    lists = load_workbook(io.BytesIO(hand_collected())).worksheets[-1]
    offered = [cell.value for (cell,) in lists.iter_rows(max_col=1) if cell.value]
    done = typed(*(["", "2025-10-14", "", label, "", f"texte {label}"] for label in offered))
    assert len(set(done.column("platform"))) == len(offered) == 18 and not done.problems


@pytest.mark.parametrize(("day", "hour", "expected"), [
    ("2025-10-14", "17:05", ("2025-10-14 21:05", "minute")),
    ("14/10/2025", "5:05 pm", ("2025-10-14 21:05", "minute")),
    ("14 octobre 2025", "vers 17 h", ("2025-10-14 20:30", "hour")),
    ("14 octobre 2025", "après-midi", ("2025-10-14 04:00", "day")),  # rougher than an hour is a day
    ("2025-10-14", "", ("2025-10-14 04:00", "day")),
    ("2025-10-14", "tantôt peut-être", ("2025-10-14 04:00", "day")),
])  # fmt: skip
def test_a_date_is_as_exact_as_it_is_typed(day, hour, expected):
    assert told(typed(["https://exemple.org/1", day, hour])) == [expected]


@pytest.mark.parametrize(("row", "code"), [
    (["https://exemple.org/1"], "no-date"), (["https://exemple.org/1", "mardi"], "bad-date"),
    (["https://exemple.org/1", "octobre 2025"], "bad-date"), (["", "2025-10-14", "17:00", "Forum"], "not-a-post"),
])  # fmt: skip
def test_a_row_without_a_date_or_a_post_is_refused_with_its_line(row, code):
    done = typed([X], row)
    (problem,) = [one for one in done.problems if one.refused]
    assert (problem.code, problem.raw_row, len(done.posts)) == (code, 3, 1)


def test_the_link_is_believed_where_the_typed_date_agrees_within_any_zone():
    assert told(typed([X, "2025-10-14"], [X + "1", "15/10/2025"]))[0] == ("2025-10-14 20:43", "second")
    assert not typed([X, "2025-10-15"]).problems  # the 15th in Tokyo


def test_a_typed_date_of_another_day_stays_and_is_told():
    done = typed([X, "2025-11-20"])
    assert told(done) == [("2025-11-20 05:00", "day")] and done.codes == ["implausible-date"]


def test_a_typed_minute_is_finer_than_the_hour_an_upload_began():
    done = typed(["https://www.instagram.com/p/CEWsh68Kc5C/", "2020-08-26", "10:15"])
    assert told(done) == [("2020-08-26 14:15", "minute")]


def test_a_link_that_several_posts_share_is_the_id_of_none_and_dates_none():
    page = "https://www.tiktok.com/@rivage/video/7560000000000000000"
    done = typed([page, "2025-10-14", "9:00", "", "lea", "Honteux"], [page, "2025-10-14", "9:30", "", "omar", "Enfin"],
                 [page, "", "", "", "ana", "Bravo"])  # fmt: skip
    assert done.column("native_id") == [None, None] and done.column("handle") == ["lea", "omar"]
    assert done.column("platform") == ["tiktok", "tiktok"] and done.codes == ["no-date"]


def test_screenshots_are_named_by_their_row():
    rows = [[*HEADER], [X, "", "", "", "", "", "a.png; dossier/b c.jpg"], [X, "", "", "", "", "", ""],
            [X, "", "", "", "", "", "d.png\ne.png"]]  # fmt: skip
    found = screenshots(source(workbook(rows), "releve.xlsx"))
    assert [(one.raw_row, one.name) for one in found] == [
        (2, "a.png"), (2, "dossier/b c.jpg"), (4, "d.png"), (4, "e.png"),
    ]  # fmt: skip


def test_saved_as_text_it_is_the_same_list():
    done = imported(source(f"Link;Date;Screenshot\n{X};;a.png\n", "releve.csv"))
    assert done.found.importer == "by_hand" and done.found.dates.zone_is == "proved" and len(done.posts) == 1


def test_an_export_without_screenshots_is_none_of_ours():
    assert imported(source(f"Link;Date;Text\n{X};2025-10-14 20:43:27;capture\n")).found.importer == "text_table"


def test_hours_without_a_zone_are_asked_for():
    found = recognise(source("Link,Date,Time,Screenshot\nhttps://a.org/1,2025-10-14,17:00,\n"))
    assert found.dates.zone_is == "assumed" and found.questions


def test_a_damaged_workbook_is_for_the_other_readers_to_tell():
    whole = bytearray(hand_collected())
    for at in range(200, len(whole), 97):
        whole[at] ^= 0x55
    with pytest.raises(ExportError):
        recognise(source(bytes(whole), "releve.xlsx"))
