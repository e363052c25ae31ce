"""No export at all: a workbook filled by hand, its screenshots beside it, and the review that comes of them."""

import csv
import io
import json
import re
import runpy
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from rebond.casefile.case import open_case
from rebond.desk.check import examine
from rebond.desk.request import Request
from rebond.desk.review import draw
from rebond.desk.screenshots import LARGEST, kept_screenshots
from rebond.importers.ids import X_EPOCH_MS
from rebond.render.workbooks import hand_collected
from rebond.wording.voice import Voice

HERE = runpy.run_path(str(Path(__file__).parents[1] / "importers" / "people" / "filled.py"))
filled, header_of, write_row = (HERE[name] for name in ("filled", "header_of", "write_row"))
TWO_PAGES = runpy.run_path(str(Path(__file__).with_name("test_two_pages.py")))
JOURNAL = {"fr": " journal", "en": " log"}
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
PNG, JPEG = b"\x89PNG\r\n\x1a\n" + b"1" * 40, b"\xff\xd8\xff" + b"2" * 40
LINK, TEXT, SHOT = "Lien (Link)", "Texte (Text)", "Capture d’écran (Screenshot)"
X = "https://x.com/lea_b/status/1978200000000000000"  # 2025-10-14 16:43 in Toronto
ROWS = (
    {LINK: X, TEXT: "Encore prélevée deux fois"},
    {LINK: "https://www.facebook.com/groups/12/posts/34", "Date": "14 octobre 2025", "Heure (Time)": "vers 17 h",
     "Compte (Account)": "Une membre", TEXT: "Personne ne répond", SHOT: "capture-1.png; absente.png"},
    {"Date": "2025-10-15", "Plateforme (Platform)": "WhatsApp", "Compte (Account)": "un parent",
     TEXT: "Dans le groupe des parents", SHOT: "Capture d’écran 2"},
    {LINK: "https://www.facebook.com/rivage/posts/99"},
)  # fmt: skip
LOG = """Date,Time,Action,Visibility
2025-10-14,16:40,Alerte vue au service aux membres,internal
2025-10-14,20:15,Avis publié : nous vérifions,public
"""


def hand_list(folder: Path, rows=ROWS) -> Path:
    def fill(page):
        first = header_of(page, LINK)[0] + 1
        for n, row in enumerate(rows):
            write_row(page, first + n, row)

    path = folder / "releve.xlsx"
    path.write_bytes(filled(hand_collected(), fill))
    (folder / "capture-1.png").write_bytes(PNG)
    (folder / "Capture d\u2019e\u0301cran\u202f2.jpg").write_bytes(JPEG)  # as macOS writes names
    return path


def drawn(tmp_path: Path, out: str = "case", **changes: object):
    asked = {
        "exports": (hand_list(tmp_path),), "organisation": "Rivage", "own": ("@rivagecoop",), "zone": "America/Toronto",
        "lang": "both", "formats": ("html",), "out": tmp_path / out,
    }  # fmt: skip
    return draw(Request(**{**asked, **changes}), step=lambda _: None, ask=None, now=NOW)  # type: ignore[arg-type]


def said(lines, lang: str = "en") -> str:
    return "\n".join(Voice.of(lang).text(line) for line in lines).replace("\u00a0", " ").replace("\u202f", " ")


def page(done, name: str) -> str:
    text = (done.folder / name).read_text("utf-8")
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u202f", " "))


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    folder = tmp_path_factory.mktemp("alone")
    (folder / "journal.csv").write_text(LOG, "utf-8")
    return drawn(folder, logs=(folder / "journal.csv",))


@pytest.mark.parametrize(("lang", "barred"), [
    ("en", "3 items chosen by people: no share, trend or effect can be drawn"),
    ("fr", "3 éléments choisis par des personnes : on ne peut en tirer ni part, ni tendance, ni effet"),
])  # fmt: skip
def test_the_page_says_it_where_figures_would_be(alone, lang, barred):
    html = page(alone, f"review.{lang}.html")
    assert '<section class="part notice" aria-labelledby="happened-3"><h2 class="spoken" id="happened-3">' in html
    assert f"<strong>{barred}</strong>" in html
    assert 'class="six"' not in html and 'class="picture"' not in html and 'class="verdict"' not in html


def test_items_and_log_stand_in_order_of_time_with_their_ranges(alone):
    html = page(alone, "review.en.html")
    rows = re.findall(
        r'<td data-label="When"[^>]*><div>(.*?)</div></td><td data-label="What"[^>]*><div>(.*?)</div>', html
    )
    assert [(when, what) for when, what in rows] == [
        ("14 Oct, 16:30 to 17:29", "Post, Facebook"), ("14 Oct, 16:40", "Detection"), ("14 Oct, 16:43", "Post, X"),
        ("14 Oct, 20:15", "Holding statement"), ("15 Oct, hour not recorded", "Post, WhatsApp"),
    ]  # fmt: skip


def test_nothing_that_may_be_shared_holds_a_text_an_account_a_link_or_a_picture(alone):
    for name in ("review.en.html", "review.fr.html", "review.json"):
        text = (alone.folder / name).read_text("utf-8")
        for word in ("prélevée", "Personne", "membre", "lea_b", "x.com", "1978200000000000000", "capture-1", "../raw"):
            assert word not in text.replace("service aux membres", ""), (name, word)


def test_the_evidence_leads_each_item_to_its_screenshot(alone):
    html = page(alone, "internal/evidence.fr.html")
    assert "Personne ne répond" in html and 'href="../raw/capture-1.png"' in html
    assert len(re.findall(r'href="\.\./raw/Capture[^"]*2\.jpg"', html)) == 1
    kept = {one.role: one for one in open_case(alone.folder).manifest().files}
    assert {"posts", "log", "screenshot"} == kept.keys()
    assert (alone.folder / "raw" / "capture-1.png").read_bytes() == PNG


def test_what_people_can_mend_is_told_line_by_line(alone):
    told = said(alone.told)
    assert re.search(r"releve.xlsx, line \d+, left out: no date\.", told)
    assert re.search(r"releve.xlsx, line \d+: the screenshot “absente.png” is not beside the file\.", told)
    assert "2 screenshots kept beside the posts." in told
    problems = json.loads((alone.folder / "review.json").read_text("utf-8"))["problems"]
    assert (problems["no-date"], problems["no-screenshot"]) == (1, 1)


def test_every_figure_on_posts_is_null_with_the_reason(alone):
    figures = json.loads((alone.folder / "review.json").read_text("utf-8"))
    assert (figures["corpus"]["chosen_by_people"], figures["corpus"]["only_chosen"]) == (3, True)
    assert figures["phases"] == [] and figures["baseline"]["posts_per_day"] is None
    volume = next(one for one in figures["figures"] if one["id"] == "volume")
    assert volume["value"] is None and volume["why_not"]["en"].startswith("3 items chosen by people")


def test_a_picture_given_later_is_found_when_the_list_is_given_again(tmp_path):
    first = drawn(tmp_path)
    assert kept_screenshots(open_case(first.folder)).missing == 1
    (tmp_path / "absente.png").write_bytes(PNG + b"3")
    again = draw(Request(exports=(tmp_path / "releve.xlsx",), lang="en", formats=("html",), out=tmp_path / "case"),
                 step=lambda _: None, ask=None, now=NOW)  # fmt: skip
    assert "1 screenshot kept beside the posts." in said(again.told)
    assert kept_screenshots(open_case(first.folder)).missing == 0
    assert 'href="../raw/absente.png"' in page(again, "internal/evidence.en.html")


def test_twice_the_same(tmp_path):
    names = ("review.en.html", "review.fr.html", "review.json")
    once, again = drawn(tmp_path), drawn(tmp_path, out="other")
    for name in names:
        assert (once.folder / name).read_bytes() == (again.folder / name).read_bytes()


@pytest.mark.parametrize(("name", "content", "why"), [
    ("big.png", PNG + b"0" * LARGEST, "is over 20 MB: it is not kept."), ("note.png", b"bonjour", "is no picture"),
    ("../secret.png", PNG, "is not beside the file"), ("/etc/hosts", None, "is not beside the file"),
])  # fmt: skip
def test_a_picture_that_is_not_one_or_lies_elsewhere_is_not_kept(tmp_path, name, content, why):
    folder = tmp_path / "liste"
    folder.mkdir()
    path = hand_list(folder, ({LINK: X, SHOT: name},))
    if content is not None:
        (folder / name).write_bytes(content)
    told = said(examine(path, "America/Toronto"))
    assert why in told and "No screenshot is found beside the file." in told


def test_a_picture_in_a_folder_beside_or_typed_without_its_ending_is_found(tmp_path):
    (tmp_path / "captures").mkdir()
    (tmp_path / "captures" / "Un.PNG").write_bytes(PNG)
    path = hand_list(tmp_path, ({LINK: X, SHOT: "captures/un; capture-1"},))
    assert "2 screenshots found beside the file." in said(examine(path, None))


def captured(folder: Path) -> Path:
    """Four posts a day for 40 days, 60 in the hour of the crisis; the first of them is the one people picked too."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow(["id", "created_at", "username", "text"])
    rows.writerow(["1978200000000000000", "2025-10-14T20:43:27Z", "lea_b", "Rivage : encore prélevée deux fois"])
    calm = [datetime(2025, 9, 10, 16, 0, tzinfo=UTC) + timedelta(hours=6 * n) for n in range(160)]
    storm = [datetime(2025, 10, 14, 21, n, tzinfo=UTC) for n in range(60)]
    for n, at in enumerate((*calm, *storm)):
        id = (int(at.timestamp() * 1000) - X_EPOCH_MS) << 22 | n
        rows.writerow([str(id), at.isoformat(), f"u{n}", f"Rivage prélèvement {n}"])
    path = folder / "veille.csv"
    path.write_text(out.getvalue(), "utf-8")
    return path


def test_beside_an_export_items_are_kept_told_and_left_out_of_every_count(tmp_path):
    export = captured(tmp_path)
    without = drawn(tmp_path, out="without", exports=(export,))
    both = drawn(tmp_path, out="both", exports=(hand_list(tmp_path), export))  # whatever their order
    one, other = (json.loads((done.folder / "review.json").read_text("utf-8")) for done in (without, both))
    assert [(f["id"], f["value"], f["n"]) for f in other["figures"]] == [
        (f["id"], f["value"], f["n"]) for f in one["figures"]
    ]
    # The post that the export holds as well is the export's: two of the three items are left.
    assert (other["corpus"]["captured"], other["corpus"]["chosen_by_people"]) == (221, 2)
    assert "2 items were chosen by people: kept" in page(both, "review.en.html")
    evidence = page(both, "internal/evidence.en.html")
    assert "Items chosen by people, and the log, in order of time" in evidence and "Personne ne répond" in evidence
    with (both.folder / "internal" / "posts.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["side"] for row in csv.DictReader(stream)].count("picked") == 2


def test_however_much_people_type_there_are_two_pages_in_each_format(tmp_path):
    """More items and acts than a page holds, over two years, and every free text of the sheet at its longest."""
    days = [datetime(2024, 12, 20, 9, 0, tzinfo=UTC) + timedelta(hours=17 * n) for n in range(30)]
    rows = [{LINK: f"https://www.tripadvisor.ca/avis-{n}", "Date": f"{at:%Y-%m-%d}", "Heure (Time)": f"{at:%H:%M}"}
            for n, at in enumerate(days)]  # fmt: skip
    (tmp_path / "long").mkdir()
    typed = "Une panne nationale prive les abonnés de leurs services essentiels, " * 5
    done = drawn(
        tmp_path, exports=(hand_list(tmp_path / "long", rows),), formats=("pdf", "docx"), organisation=None,
        sheet=TWO_PAGES["sheet"](tmp_path / "sheet.csv", typed), logs=(TWO_PAGES["log"](tmp_path / "log.csv", typed),),
    )  # fmt: skip
    for lang, barred in (("fr", "30 éléments choisis par des personnes"), ("en", "30 items chosen by people")):
        pages = PdfReader(io.BytesIO((done.folder / f"review.{lang}.pdf").read_bytes())).pages
        text = " ".join(pages[0].extract_text().split()).replace("\u00a0", " ")
        assert len(pages) == 2 and barred in text
        assert text.count(JOURNAL[lang]) >= 12  # every act stands in the order of time, whatever the number of items
        with zipfile.ZipFile(done.folder / f"review.{lang}.docx") as archive:
            assert barred in archive.read("word/document.xml").decode().replace("\u00a0", " ")
