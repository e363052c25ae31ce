"""A mapping is followed to the letter, or stops."""

import csv
from dataclasses import replace

import pytest
from tests.unit.importers.exports import imported, source, workbook
from tests.unit.importers.guided import sheets

from rebond.errors import CountsNotPosts, MappingDoesNotFit
from rebond.importers import Mappings, recognise
from rebond.importers.guided.mapping import TableMapping

HEADER = ("Vu le", "Paru le", "Qui", "Propos", "Présentation", "Portée", "Cœurs")
VISIBRAIN = TableMapping(
    tool="Visibrain", columns={"published_at": "Paru le", "text": "Propos", "likes": "Cœurs"}, header=HEADER,
    order="dmy", zone="Europe/Paris", platform="facebook",
)  # fmt: skip


def posts(data, mapping=VISIBRAIN, zone=None):
    file = source(data)
    found = recognise(file, zone, Mappings((mapping,)))
    from rebond.importers import read

    return found, [post for batch in read(file, found) for post in batch.posts.to_pylist()]


def why(data, mapping=VISIBRAIN):
    with pytest.raises(MappingDoesNotFit) as refused:
        recognise(source(data), None, Mappings(kept=(mapping,)))
    return refused.value.values["why"]


def test_every_column_named_is_read_and_no_other():
    found, read = posts(sheets.visibrain())
    assert set(found.mapping.columns) == {"published_at", "text", "likes"}
    assert {post["handle"] for post in read} == {None}  # "Qui" is recognised by its values, and was not named
    first = min(read, key=lambda post: post["published_at"])
    assert f"{first['published_at']:%Y-%m-%d %H:%M}" == "2025-10-03 06:00"  # 08:00 in Paris, in summer
    assert (first["text"], first["likes"], first["platform"]) == (sheets.text(0), 0, "facebook")


def test_the_zone_of_the_tool_goes_before_that_of_the_organisation():
    assert posts(sheets.visibrain(), zone="America/Toronto")[0].dates.zone == "Europe/Paris"
    assert (
        posts(sheets.visibrain(), replace(VISIBRAIN, zone=None), "America/Toronto")[0].dates.zone == "America/Toronto"
    )


def test_columns_in_another_order_and_a_workbook_are_read_alike():
    rows = list(csv.reader(sheets.visibrain().splitlines(), delimiter=";"))
    turned = "\n".join(";".join(reversed(row)) for row in rows)
    _, there = posts(sheets.visibrain())
    assert [post["text"] for post in posts(turned)[1]] == [post["text"] for post in there]
    _, in_book = posts(workbook(rows))
    assert [(post["published_at"], post["likes"]) for post in in_book] == [
        (post["published_at"], post["likes"]) for post in there
    ]


def test_a_column_that_is_gone_is_named():
    with pytest.raises(MappingDoesNotFit) as refused:
        recognise(source(sheets.visibrain().replace("Propos", "Corps")), None, Mappings((VISIBRAIN,)))
    assert refused.value.values["why"].value("column").text == "Propos"


def test_dates_that_are_none_are_shown():
    rows = [("x", f"il y a {day} jours", "a", "Bonjour à vous tous", "", "1", "2") for day in range(2, 20)]
    told = why(sheets.table(HEADER, rows, ";"))
    assert (told.value("column").text, told.value("example").text) == ("Paru le", "il y a 2 jours")


def test_dates_that_contradict_the_order_are_not_turned_round():
    """Of the 13th on, a date month first cannot be one day first."""
    american = sheets.table(HEADER, [("x", f"10/{day:02d}/2025 10:00", "a", "Bonjour à vous tous", "", "1", "2")
                                     for day in range(3, 29)], ";")  # fmt: skip
    assert why(american).text == "its dates are written month first"
    assert posts(american, replace(VISIBRAIN, order="mdy"))[0].dates.order == "mdy"


def test_an_order_goes_before_what_is_only_likely():
    """The 10th of each month from January to March: three days of October, to whoever knows no order."""
    monthly = sheets.table(HEADER, [("x", f"10/{month:02d}/2025 {hour}:00", "a", "Bonjour à vous tous", "", "1", "2")
                                    for month in (1, 2, 3) for hour in range(10, 16)], ";")  # fmt: skip
    assert recognise(source(monthly.replace("Paru le", "Date").replace("Propos", "Texte"))).dates.order == "mdy"
    _, read = posts(monthly)
    assert {post["published_at"].month for post in read} == {1, 2, 3}


def test_an_order_says_nothing_of_dates_that_need_none():
    iso = sheets.table(HEADER, [("x", f"2025-10-{day:02d} 10:00", "a", "Bonjour à vous tous", "", "1", "2")
                                for day in range(3, 29)], ";")  # fmt: skip
    assert len(posts(iso, replace(VISIBRAIN, order="mdy"))[1]) == 26


def test_a_mapping_given_is_not_needed_where_the_format_is_known():
    names = ("date", "title", "text", "author", "authorFollowers", "url", "source", "sourceType", "country", "language",
             "sentiment", "sentimentScore", "reach", "likes", "shares", "comments")  # fmt: skip
    said = (
        "t",
        "Bonjour",
        "lea",
        "10",
        "https://site.ca/1",
        "site.ca",
        "s",
        "CA",
        "fr",
        "neutral",
        "1",
        "2",
        "3",
        "4",
        "5",
    )
    rows = [(f"2025-10-{day}", *said) for day in range(10, 20)]
    brand24 = sheets.table(names, rows, ",")
    assert recognise(source(brand24), None, Mappings((VISIBRAIN,))).known == "brand24"


def test_a_mapping_without_a_text_or_an_account_makes_no_posts():
    with pytest.raises(CountsNotPosts):
        posts(sheets.visibrain(), replace(VISIBRAIN, columns={"published_at": "Paru le", "likes": "Cœurs"}))


def test_a_file_without_names_is_read_by_number():
    bare = sheets.visibrain().split("\n", 1)[1]
    numbered = TableMapping(tool="a", columns={"published_at": 2, "text": 4}, order="dmy")
    assert sorted(post["text"] for post in posts(bare, numbered)[1]) == sorted(map(sheets.text, range(sheets.POSTS)))
    with pytest.raises(MappingDoesNotFit):
        posts("a;b\nc;d\n", replace(numbered, columns={"published_at": 9, "text": 4}))


def test_without_a_mapping_the_rivals_are_told():
    told = [question.text for question in imported(sheets.visibrain()).found.questions]
    assert sum(text.startswith("Which column holds this") for text in told) == 2


def test_a_file_narrower_than_a_number_of_the_mapping_is_refused_and_never_read_askew():
    wide = TableMapping(tool="a", columns={"published_at": 2, "text": 8}, header=(*HEADER, ""), order="dmy")
    with pytest.raises(MappingDoesNotFit) as refused:
        posts(sheets.visibrain(), wide)
    assert refused.value.values["why"].value("number") == 8
