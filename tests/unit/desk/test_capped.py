"""What rebond check says of a file as full as an export may be: how it was cut, and what to ask for."""

import csv
from datetime import UTC, datetime, timedelta

import pytest

from rebond.analysis.missing import find_missing
from rebond.casefile.case import open_case
from rebond.corpus.exports import Export
from rebond.desk.bring_in import bring_in
from rebond.desk.check import examine
from rebond.importers.cuts import Cut
from rebond.importers.format import formats
from rebond.wording.voice import Voice

NINE = datetime(2025, 10, 14, 13, tzinfo=UTC)  # 9:00 in Montréal


def told(path, lang="en", zone=None):
    voice = Voice.of(lang)
    return [voice.text(line).replace("\u00a0", " ").replace("\u202f", " ") for line in examine(path, zone)]


@pytest.fixture
def export(tmp_path):
    """An export of instants, with a count of likes, in the order given."""

    def written(rows, header=("date", "username", "text", "likes")):
        path = tmp_path / "export.csv"
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(header)
            writer.writerows((at.isoformat(), f"u{n}", f"post {n}", likes) for n, (at, likes) in enumerate(rows))
        return path

    return written


def newest_first(n, minutes):
    return [(NINE + timedelta(minutes=minutes * k), 0) for k in reversed(range(n))]


def test_a_thousand_rows_that_stop_in_the_morning_were_cut_by_date(export):
    lines = told(export(newest_first(1_000, 2)), zone="America/Toronto")
    assert lines[lines.index(next(line for line in lines if "was cut" in line)) :] == [
        "– It was cut: it holds 1,000 rows, a maximum of many tools, and its rows show that others are missing.",
        "– Cut by date: rows run from the newest to the oldest and stop in the middle of 14 October 2025, with 30 "
        "posts an hour coming. What is older is missing.",
        "– Until the others are there, a review gives the volume as “at least”, and dates neither the usual volume nor "
        "an end across the cut.",
        "– Ask for these exports, each under 1,000 rows at the busiest pace seen (days of America/Toronto):",
        "  · 12 October 2025",
        "  · 13 October 2025",
        "  · 14 October 2025",
        "  · from 14 September 2025 to 11 October 2025, the 28 days before: for the usual volume",
        "– If one of them comes back full, halve its period, or ask for one platform or one language at a time.",
        "– How, tool by tool: the page “Exports cut at their maximum” (docs/en/capped-exports.md).",
    ]


def test_french_says_as_many_lines_and_names_its_own_page(export):
    path = export(newest_first(1_000, 2))
    assert len(told(path, "fr")) == len(told(path))
    assert told(path, "fr")[-1].endswith("(docs/fr/capped-exports.md).")


def test_a_complete_file_of_a_thousand_rows_may_be_cut_and_nothing_more_is_said(export):
    """From midnight to midnight, a post every 86 seconds, in a tool whose maximum nobody knows."""
    start = datetime(2025, 10, 14, tzinfo=UTC)
    path = export([(start + timedelta(seconds=86 * k), 0) for k in reversed(range(1_000))])
    assert [line for line in told(path) if "cut" in line] == [
        "– It may be cut: it holds exactly 1,000 rows, a maximum of many tools, and nothing in it shows that posts are "
        "missing. Compare with the number the tool announces."
    ]


def test_a_file_of_another_number_of_rows_is_not_spoken_of(export):
    assert not [line for line in told(export(newest_first(1_001, 2))) if "cut" in line]


def test_rows_from_the_most_liked_were_cut_by_engagement_and_are_asked_for_by_date(export):
    shuffled = [NINE + timedelta(minutes=(k * 617) % 10_000) for k in range(1_000)]
    lines = told(export([(at, 5_000 - k) for k, at in enumerate(shuffled)]))
    assert any("sorted by number of interactions, the most first" in line for line in lines)
    assert any("no share, ranking, multiple" in line for line in lines)
    assert any("sorted by date and each well under 1,000 rows" in line for line in lines)


def test_a_tool_whose_maximum_is_known_is_named_with_the_columns_to_tick(tmp_path):
    path = tmp_path / "pulsar.csv"
    rows = ((NINE - timedelta(seconds=k)).strftime("%d/%m/%Y %H:%M:%S") for k in range(200_000))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("Date", "Search", "Application", "Content", "Parent", "Source"))
        writer.writerows((at, "us", "TRAC", "text", "0", "TWITTER") for at in rows)
    lines = told(path)
    assert "– It was cut: it holds 200,000 rows, the most that an export of Pulsar TRAC may." in lines
    assert any(line.startswith("– Columns to tick as well") and "(“URL”)" in line for line in lines)


def test_a_feed_that_takes_no_dates_is_not_asked_for_other_dates(tmp_path):
    """App Store: the last 500 reviews of a country, and no others."""
    path = tmp_path / "reviews.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("userName", "review", "rating", "date", "title", "isEdited"))
        writer.writerows((f"u{k}", f"r{k}", 5, (NINE - timedelta(hours=k)).strftime("%Y-%m-%d %H:%M:%S"), "t", "False")
                         for k in range(500))  # fmt: skip
    lines = told(path)
    assert "– It was cut: it holds 500 rows, the most that an export of App Store (reviews) may." in lines
    assert not [line for line in lines if "Ask for these" in line]


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_each_tool_with_a_known_maximum_has_its_section(repo, lang):
    page = (repo / "docs" / lang / "capped-exports.md").read_text("utf-8")
    for one in formats().values():
        if one.caps:
            section = page.partition(f"\n## {Voice.of(lang).text(one.name)}\n")[2].partition("\n## ")[0]
            numbers = {f"{cap:,}".replace(",", " " if lang == "fr" else ",") for cap in one.caps}
            assert all(number in section for number in numbers), one.key


def imported(folder, *paths):
    voice, case = Voice.of("en"), open_case(folder / "case")
    return case, [voice.text(line).replace("\u00a0", " ") for line in bring_in(case, paths, "UTC", lambda step: None)]


def test_an_import_says_that_a_file_was_cut_and_the_manifest_keeps_how(export, tmp_path):
    case, told_of = imported(tmp_path, export(newest_first(1_000, 2)))
    assert "– It was cut at 1,000 rows: what is older is missing." in told_of
    assert "– rebond check lists the exports to ask for." in told_of
    (file,) = case.manifest().files
    cut = Cut.of(file.facts["cut"])
    assert (cut.cap, cut.sure, cut.ending.by, cut.ending.at) == (1_000, True, "newest_first", NINE)


def test_an_import_of_a_complete_thousand_says_that_it_may_be_cut(export, tmp_path):
    start = datetime(2025, 10, 14, tzinfo=UTC)
    _, told_of = imported(tmp_path, export([(start + timedelta(seconds=86 * k), 0) for k in range(1_000)]))
    assert "– It holds exactly 1,000 rows: it may be cut." in told_of


def test_an_import_of_another_number_of_rows_says_nothing(export, tmp_path):
    case, told_of = imported(tmp_path, export(newest_first(900, 2)))
    assert not [line for line in told_of if "cut" in line] and case.manifest().files[0].facts["cut"] is None


def test_the_missing_piece_lifts_the_cut(export, tmp_path):
    """The day asked for comes in a second file of the same tool: nothing is missing any more."""
    cut = export(newest_first(1_000, 2)).rename(tmp_path / "cut.csv")
    piece = export([(NINE - timedelta(minutes=2 * k), 0) for k in range(-100, 400)]).rename(tmp_path / "piece.csv")
    for files, missing in (((cut,), 1), ((cut, piece), 0)):
        case, _ = imported(tmp_path / str(missing), *files)
        assert len(find_missing([Export.of(file.facts) for file in case.manifest().files])) == missing
