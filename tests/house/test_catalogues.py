"""Two equal languages: every text we say is in both catalogues, whole, with the same places."""

import ast
import re
from collections import Counter
from functools import cache

import pytest
from babel.messages.pofile import read_po
from tests.house.source import SRC, at, calls, dotted, files, nothing, tree

LANGUAGES = ("en", "fr")
PLACE = re.compile(r"%\(\w+\)s")
LETTERS = re.compile(r"[^\W\d_]{2,}")
# Texts that are rightly the same in both languages.
SAME = {
    "OPTION", "Options:", "FORMAT", "EXPORT…", "%(n)s export", "page", "Action", "Date", "Danger",
    "communications", "Signatures", "six",
    "15 min", "30 min", "30 min, 2 h, 15 min", "@cooprivage, facebook.com/cooprivage", "Coopérative Rivage",
    "Montréal, Paris, America/Toronto",
}  # fmt: skip


@cache
def spoken():
    """Every text marked N_("…") in the source, with where it stands."""
    found: dict[str, str] = {}
    for path in files():
        for call in calls(path):
            if dotted(call.func) == "N_" and call.args and isinstance(call.args[0], ast.Constant):
                found.setdefault(call.args[0].value, at(path, call))
    return found


@cache
def paired():
    """(singular, plural) of every count that is said in one place."""
    found = {}
    for path in files():
        for call in calls(path):
            marked = [
                a.args[0].value for a in call.args if isinstance(a, ast.Call) and dotted(a.func) == "N_" and a.args
            ]
            if dotted(call.func).rpartition(".")[2] in ("say_count", "plural") and len(marked) == 2:
                found[tuple(marked)] = at(path, call)
    return found


@cache
def entries(lang):
    """(domain, message) of every entry of a language."""
    found = []
    for path in sorted((SRC / "locale" / lang).glob("*.po")):
        with path.open("rb") as stream:
            catalogue = read_po(stream, locale=lang, abort_invalid=True)
        found += [(path.stem, message) for message in catalogue if message.id]
    return tuple(found)


def ids(message):
    return message.id if isinstance(message.id, tuple) else (message.id,)


def strings(message):
    return message.string if isinstance(message.string, tuple) else (message.string,)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_text_is_in_the_catalogue(lang):
    known = {text for _, message in entries(lang) for text in ids(message)}
    nothing({text: where for text, where in spoken().items() if text not in known})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_count_has_its_plural(lang):
    known = {message.id for _, message in entries(lang) if isinstance(message.id, tuple)}
    nothing({pair: where for pair, where in paired().items() if pair not in known})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_entry_is_empty_or_doubtful(lang):
    empty = [(domain, ids(m)[0]) for domain, m in entries(lang) if not all(s and s.strip() for s in strings(m))]
    fuzzy = [(domain, ids(m)[0]) for domain, m in entries(lang) if m.fuzzy]
    short = [(domain, ids(m)[0]) for domain, m in entries(lang) if len(ids(m)) == 2 and len(strings(m)) != 2]
    nothing([*empty, *fuzzy, *short])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_entry_is_stale(lang):
    """A text that is no longer said leaves both catalogues."""
    said = set(spoken())
    nothing([(domain, ids(m)[0]) for domain, m in entries(lang) if not set(ids(m)) & said])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_one_text_has_one_home(lang):
    """Domains are merged on loading: a text in two of them would be said by whichever came last."""
    homes: dict[str, set[str]] = {}
    for _, message in entries(lang):
        homes.setdefault(ids(message)[0], set()).add("|".join(strings(message)))
    nothing({text: ways for text, ways in homes.items() if len(ways) > 1})
    twice = Counter((domain, ids(m)[0]) for domain, m in entries(lang))
    nothing([one for one, times in twice.items() if times > 1])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_places_are_the_same_as_in_the_text(lang):
    """A count may leave out its number (“one post”), nothing else."""
    odd = []
    for domain, message in entries(lang):
        wanted = set().union(*(PLACE.findall(text) for text in ids(message)))
        for string in strings(message):
            found = set(PLACE.findall(string))
            if found - wanted or (wanted - found) - ({"%(n)s"} if len(ids(message)) == 2 else set()):
                odd.append((domain, ids(message)[0], string))
    nothing(odd)


def test_english_says_what_the_source_says():
    nothing([(d, ids(m)[0], strings(m)[0]) for d, m in entries("en") if ids(m)[0] != strings(m)[0]])


def test_french_is_not_english():
    same = {
        ids(m)[0] for _, m in entries("fr") if ids(m)[0] == strings(m)[0] and LETTERS.search(PLACE.sub("", ids(m)[0]))
    }
    nothing(same - SAME)


def test_french_is_typed_as_the_catalogues_type_it():
    """Straight apostrophes and plain spaces in the source: `wording.typography` sets the rest."""
    odd = [
        (domain, string)
        for domain, message in entries("fr")
        for string in strings(message)
        if re.search(r"[\u00a0\u202f]|\w ?\.\.\.|[\w)][;!?»]|«\S|\w:(?!\S)", PLACE.sub("x", string))
    ]
    nothing(odd)


def test_both_languages_have_the_same_domains():
    english, french = ({path.name for path in (SRC / "locale" / lang).glob("*.po")} for lang in LANGUAGES)
    assert english == french


PROSE = re.compile(r"^[A-Z][^%{}<>_/]*\b[a-z]+ [a-z]+ [a-z]+\b|\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b")
DEVELOPERS = {"ValueError", "TypeError", "KeyError", "RuntimeError", "AssertionError", "NotImplementedError"}


def test_no_prose_reaches_a_reader_outside_the_catalogues():
    """In the rooms that talk. A sentence for developers (ValueError …) and a docstring are not for readers."""
    found = []
    for path in files("cli", "desk", "review", "evidence", "render"):
        quiet = set()
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Call) and dotted(node.func) in ("N_", *DEVELOPERS):
                quiet |= {id(inner) for inner in ast.walk(node)}
            if isinstance(node, ast.Assert) and node.msg:
                quiet |= {id(inner) for inner in ast.walk(node.msg)}
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
                quiet.add(id(node.value))
        found += [
            f"{at(path, node)} {node.value[:60]!r}"
            for node in ast.walk(tree(path))
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in quiet
            and PROSE.search(node.value)
            and "SELECT" not in node.value
            and "\\" not in node.value  # a pattern
        ]
    nothing(found)
