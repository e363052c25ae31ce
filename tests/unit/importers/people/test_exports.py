"""An export of posts given as a log, a case sheet or a count is refused: what strangers wrote is no act of ours."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest

from rebond.errors import PostsNotRecords, SheetEmpty
from rebond.importers.people.log import read_log
from rebond.importers.people.series import read_series
from rebond.importers.people.sheet import read_sheet

START = datetime(2025, 10, 14, 17, 0)


def rows(header: str, line: Callable[[int], str], n: int = 40) -> bytes:
    return "\n".join([header, *(line(i) for i in range(n))]).encode()


def at(n: int) -> str:
    return f"{START + timedelta(minutes=7 * n):%Y-%m-%d %H:%M}"


EXPORTS = {
    "ids and likes": rows("date,tweet_id,text,likes", lambda n: f"{at(n)},{19 * 10**17 + n},Still down {n},{n % 5}"),
    "handles and addresses": rows(
        "Date,Username,Texte,Lien", lambda n: f"{at(n)},lea{n % 7},Panne {n},https://www.facebook.com/p/{n}"
    ),
    "many voices": rows("Date;Auteur;Texte", lambda n: f"{at(n)};membre{n};Panne {n}"),
    "many an hour": rows("Date;Texte", lambda n: f"2025-10-14 17:{n % 60:02d};Panne {n}", 200),
}
# Each holds one thing that exports hold too.
LOGS = {
    "people who act": rows("Date;Action;Qui", lambda n: f"{at(n)};Étape {n};{('Marie', 'Jean', 'DG')[n % 3]}"),
    "links to what was published": rows(
        "Date;Action;Lien", lambda n: f"{at(n)};Publié {n};https://rivage.coop/avis/{n}"
    ),
    "numbered": rows("N°;Date;Texte", lambda n: f"{n + 1};{at(n)};Avis {n} publié"),
    "how often it was seen": rows("Date,Message,Views", lambda n: f"{at(n)},Notice {n} published,{n * 10}"),
    "a busy service desk": rows("Date;Action", lambda n: f"2025-10-14 17:{n % 60:02d};Réponse {n}", 100),
}


def as_log(data: bytes) -> Any:
    return read_log("given.csv", data, "UTC", START.date())


@pytest.mark.parametrize("data", EXPORTS.values(), ids=EXPORTS)
def test_an_export_is_no_log(data):
    with pytest.raises(PostsNotRecords):
        as_log(data)


@pytest.mark.parametrize("data", LOGS.values(), ids=LOGS)
def test_a_log_with_something_of_an_export_is_read(data):
    assert len(as_log(data).log.actions) == data.count(b"\n")


@pytest.mark.parametrize("name", ["ids and likes", "handles and addresses", "many voices"])
def test_an_export_is_no_case_sheet_and_no_count(name):
    with pytest.raises(PostsNotRecords):
        read_sheet("given.csv", EXPORTS[name])
    with pytest.raises(PostsNotRecords):
        read_series("given.csv", EXPORTS[name], "UTC")


def test_the_count_of_followers_of_a_page_is_a_count():
    data = rows("Date,Page name,Followers,Likes", lambda n: f"{START + timedelta(days=n):%Y-%m-%d},Rivage,{900 + n},7")
    assert [one.name for one in read_series("page.csv", data, "UTC").series] == ["Followers", "Likes"]


def test_a_table_of_other_things_answers_no_question():
    with pytest.raises(SheetEmpty):
        read_sheet("given.csv", b"Date;Auteur;Texte\n2025-10-14 17:00;lea;Panne\n")
