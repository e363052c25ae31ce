"""Columns by their names, else by what they hold."""

import pytest

from rebond.importers.columns import header_row, map_columns
from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

WHEN = [f"2024-07-{day:02d} 19:10" for day in range(10, 20)]
TEXTS = [f"La box ne répond plus depuis {n} jours, c'est long" for n in range(10)]
WHO = [f"compte_{n}" for n in range(10)]
STATUS = [f"https://x.com/{who}/status/18145{n:014d}" for n, who in enumerate(WHO)]


def rows(*columns):
    return [list(row) for row in zip(*columns, strict=True)]


@pytest.mark.parametrize("header", [
    ("Date", "Author", "Text"), ("DATE DE PUBLICATION", "Pseudo", "Texte intégral"),
    ("created_at", "user.screen_name", "full_text"),
    ("publishedAt", "authorName", "Message"), ("Date (ET)", "X Author ID", "Hit Sentence"),
    ("Jour", "Compte", "Verbatim"),
])  # fmt: skip
def test_names_in_two_languages_and_of_many_tools(header):
    found = map_columns(header, rows(WHEN, WHO, TEXTS))
    assert (found.at("published_at"), found.at("handle"), found.at("text")) == (0, 1, 2)
    assert set(found.by.values()) == {"name"}


def test_values_say_what_names_do_not():
    found = map_columns(("a", "b", "c", "d"), rows(TEXTS, STATUS, WHO, WHEN))
    assert found.columns == {"text": 0, "url": 1, "handle": 2, "published_at": 3}
    assert set(found.by.values()) == {"values"}


def test_a_name_of_a_format_may_end_anyhow_and_serve_two_fields():
    tool = Format(
        key="tool", name=Verbatim("Tool"), signatures=(Signature(("Sound Bite",)),),
        columns={"published_at": ("Published Date*",), "handle": ("Pseudo", "Full Author"),
                 "author_name": ("Full Author",)},
    )  # fmt: skip
    header = ("Full Author", "Pseudo", "Published Date (GMT-04:00) New York", "Sound Bite")
    found = map_columns(header, rows(WHO, WHO, WHEN, TEXTS), tool).columns
    assert found == {"published_at": 2, "handle": 1, "handle/2": 0, "author_name": 0, "text": 3}


def test_a_name_that_its_values_deny_is_not_believed():
    found = map_columns(("date", "text", "when"), rows(WHO, TEXTS, WHEN))
    assert found.at("published_at") == 2


def test_the_date_of_the_account_is_not_the_date_of_the_post():
    joined = [f"20{n + 10}-01-01 00:00" for n in range(10)]
    found = map_columns(("user_created_at", "text", "created_at"), rows(joined, TEXTS, WHEN))
    assert found.at("published_at") == 2


@pytest.mark.parametrize("name", ["author.url", "profile_image_url", "links", "Expanded URLs"])
def test_the_address_of_something_else_is_not_that_of_the_post(name):
    found = map_columns(("date", "text", name), rows(WHEN, TEXTS, [f"https://cdn.example/{n}.jpg" for n in range(10)]))
    assert found.at("url") is None


def test_links_in_a_few_posts_are_not_their_addresses():
    found = map_columns((), rows(WHEN, TEXTS, ["https://a.example/1", *[""] * 9]))
    assert found.at("url") is None


def test_the_handle_is_the_name_of_the_account_and_not_the_name_shown():
    shown = [f"Compte numéro {n}" for n in range(10)]
    found = map_columns(("user.name", "created_at", "text", "user.screen_name"), rows(shown, WHEN, TEXTS, WHO))
    assert (found.at("handle"), found.at("author_name")) == (3, 0)


@pytest.mark.parametrize("lines, at", [
    ([["Date", "Auteur", "Texte"], ["2024-07-19", "lea", "x"]], 0),
    ([["Report:", "Mentions"], ["Brand:", "Rivage"], [], ["Date", "Author", "Text"], ["2024-07-19", "lea", "x"]], 3),
    ([["sep=;"], ["Date", "Auteur", "Texte"], ["2024-07-19", "lea", "x"]], 1),
    ([["2024-07-19 10:00", "lea", "un deux trois"], ["2024-07-19 11:00", "zoe", "quatre"]], None),
    ([["zz", "yy", "xx"], ["2024-07-19 10:00", "lea", "un"]], 0),
])  # fmt: skip
def test_the_header_is_found_under_a_preamble_or_found_missing(lines, at):
    assert header_row(lines, 3) == at


@pytest.mark.parametrize("header", [("date", "text"), ("timestamp", "text"), ("text", "timestamp", "url")])
def test_tables_that_analysis_tools_take_are_read_by_names_any_file_may_use(header):
    """pyMABED and BERTrend: names so common that they are the mark of no tool."""
    cells = {"date": WHEN, "timestamp": WHEN, "text": TEXTS, "url": STATUS}
    found = map_columns(header, rows(*(cells[name] for name in header)))
    assert (found.name_of("published_at"), found.name_of("text")) == (({*header} & {"date", "timestamp"}).pop(), "text")


def test_a_column_named_as_the_date_is_the_date_though_half_of_it_is_none():
    rows = [[f"p{n}", "n/a" if n % 2 else f"2025-03-01 02:{n % 60:02d}", "ana", f"texte {n}"] for n in range(400)]
    assert map_columns(("id", "date", "auteur", "texte"), rows).columns["published_at"] == 1
    empty = [[f"p{n}", "n/a", "ana", f"texte {n}"] for n in range(400)]
    assert "published_at" not in map_columns(("id", "date", "auteur", "texte"), empty).columns
