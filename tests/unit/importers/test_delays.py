"""Delays as platforms and people write them, and what they date."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from tests.unit.importers.exports import imported, workbook

from rebond.importers.delays import Delay, counted_back, read_delay
from rebond.wording.voice import Voice

AT = datetime(2025, 10, 14, 18, 0, tzinfo=UTC)  # 14:00 in Montréal
MONTREAL = ZoneInfo("America/Toronto")


@pytest.mark.parametrize(("text", "n", "unit"), [
    ("il y a 3 h", 3, "hour"), ("Il y a 3 heures", 3, "hour"), ("il y a une heure", 1, "hour"), ("3h", 3, "hour"),
    ("an hour ago", 1, "hour"), ("about 2 hours ago", 2, "hour"), ("3 hrs", 3, "hour"), ("2 days ago", 2, "day"),
    ("il y a 2 jours", 2, "day"), ("3d", 3, "day"), ("3 j", 3, "day"), ("5 min", 5, "minute"), ("5m", 5, "minute"),
    ("il y a 5\u202fmin", 5, "minute"), ("40s", 40, "second"), ("just now", 0, "minute"), ("À l’instant", 0, "minute"),
    ("2 sem.", 2, ""), ("1w", 1, ""), ("3 mois", 3, ""), ("2 ans", 2, ""), ("1 yr", 1, ""), ("3 h •", 3, "hour"),
])  # fmt: skip
def test_delays_are_read_in_both_languages(text, n, unit):
    assert read_delay(text) == Delay(n, unit)


@pytest.mark.parametrize(("text", "shift", "minute"), [
    ("hier à 14 h 05", 1, 845), ("Hier, 14:05", 1, 845), ("yesterday at 2:05 pm", 1, 845), ("hier", 1, None),
    ("Aujourd’hui à 9 h", 0, 540), ("avant-hier", 2, None), ("today", 0, None),
])  # fmt: skip
def test_days_named_are_of_the_calendar(text, shift, minute):
    assert read_delay(text) == Delay(shift, "day", named=True, minute=minute)


@pytest.mark.parametrize("text", [
    "", "2025-10-14", "14/10/2025 18:00", "3", "h", "12345 h", "il y a", "3 h de retard", "hier à 31 h", "an",
    "5 minutos", "1234567890", "3 h 5", "a", "aujourd’hui nous", "x" * 50,
])  # fmt: skip
def test_what_is_no_delay_is_left(text):
    assert read_delay(text) is None


@pytest.mark.parametrize(("text", "starts", "precision"), [
    ("3 h", "2025-10-14 14:00", "hour"),  # four to three hours before six o'clock
    ("5 min", "2025-10-14 17:54", "minute"), ("now", "2025-10-14 17:59", "minute"),
    ("2 days ago", "2025-10-12 04:00", "day"),  # the 12th begins at 04:00 UTC in Montréal
    ("hier à 14 h 05", "2025-10-13 18:05", "minute"), ("hier", "2025-10-13 04:00", "day"),
])  # fmt: skip
def test_a_delay_is_a_range_before_the_collection(text, starts, precision):
    at, exact = counted_back(read_delay(text), AT, "second", MONTREAL)
    assert (f"{at:%Y-%m-%d %H:%M}", exact) == (starts, precision)


def test_where_the_day_of_collection_alone_is_known_hours_are_not_dated_and_days_are():
    assert counted_back(read_delay("3 h"), AT, "day", MONTREAL) is None
    assert counted_back(read_delay("hier à 14 h 05"), AT, "day", MONTREAL)[1] == "minute"
    assert counted_back(read_delay("2 j"), AT, "day", MONTREAL)[1] == "day"
    assert counted_back(read_delay("2 sem."), AT, "second", MONTREAL) is None


# --- in exports -----------------------------------------------------------------------------------------
ROWS = (("ana", "il y a 3 h", "Prélevée deux fois ce mois-ci"), ("bob", "2 days ago", "no network since monday"),
        ("zoé", "5 min", "toujours rien ce soir"), ("jo", "1 sem.", "je change de fournisseur"))  # fmt: skip
DATED = [("2025-10-14T14:00", "hour"), ("2025-10-12T04:00", "day"), ("2025-10-14T17:54", "minute")]


def read(done):
    return [(f"{post['published_at']:%Y-%m-%dT%H:%M}", post["precision"]) for post in done.posts]


def table(*rows):
    return "\n".join(",".join(row) for row in rows)


def test_a_column_of_the_hour_of_collection_dates_the_rows():
    rows = [(*row, "2025-10-14T18:00:00Z") for row in ROWS]
    done = imported(table(("author", "date", "text", "collected_at"), *rows), "America/Toronto")
    assert [at[:10] for at, _ in read(done)] == ["2025-10-14", "2025-10-12", "2025-10-14"]
    assert done.codes == ["relative-date"] and done.problems[-1].value == "1 sem."
    (told,) = [one for one in map(Voice.of("fr").text, done.found.warnings) if "délais" in one]
    assert "il y a 3 h" in told and "collected_at" in told


@pytest.mark.parametrize("line", [
    "Exporté le 14 octobre 2025 à 14 h 00", "Export date: 2025-10-14 18:00 UTC", "Generated on Oct 14, 2025 2:00 PM",
])  # fmt: skip
def test_the_date_of_the_export_above_the_table_dates_them(line):
    sheet = [["Rapport de veille"], [line], ["author", "date", "text"], *map(list, ROWS)]
    assert read(imported(workbook(sheet), "America/Toronto")) == DATED
    text = f'Rapport de veille,,\n"{line}",,\n' + table(("author", "date", "text"), *ROWS)
    assert read(imported(text, "America/Toronto")) == DATED


def test_without_the_hour_of_collection_each_row_is_a_counted_problem_that_says_so():
    done = imported(table(("author", "date", "text"), *ROWS))
    assert not done.posts and done.codes == ["relative-date"] * 4
    assert any("ne dit quand" in Voice.of("fr").text(one) for one in done.found.warnings)


def test_old_posts_with_a_date_and_fresh_ones_with_a_delay_are_read_together():
    dated = [(f"u{n}", f"{n + 1:02d}/10/2025 09:00", "une coupure de plus", "14/10/2025 14:00") for n in range(13)]
    fresh = [("ana", "3 h", "encore une coupure", "14/10/2025 14:00")]
    done = imported(table(("auteur", "date", "texte", "date de collecte"), *dated, *fresh), "America/Toronto")
    assert len(done.posts) == 14 and read(done)[-1] == ("2025-10-14T14:00", "hour")


def test_x_ids_are_believed_before_delays():
    links = [(who, "3 h", text, f"https://x.com/{who}/status/{1814500000000000000 + n}")
             for n, (who, _, text) in enumerate(ROWS)]  # fmt: skip
    done = imported(table(("author", "date", "text", "url"), *links))
    assert done.found.dates.shape == "ids" and set(done.column("precision")) == {"second"}
