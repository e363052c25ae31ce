"""The pages tell all there is, in both languages: commands, options, settings, errors."""

import importlib.util
import re
from dataclasses import fields

import pytest
import typer.main
from tests.house.source import ROOT, nothing

from rebond.cli._app import build
from rebond.errors import error_classes
from rebond.importers.format import formats
from rebond.settings import BOUNDS, CaseSheet, Parameters, Targets
from rebond.wording.voice import Voice

LANGUAGES = ("en", "fr")
DOCS = ROOT / "docs"


def page(lang, name):
    path = DOCS / lang / f"{name}.md"
    return path.read_text("utf-8") if path.is_file() else ""


def section(text, heading):
    """What stands under a heading, up to the next of the same rank."""
    found = re.search(rf"^(#+) .*{re.escape(heading)}.*$", text, re.MULTILINE)
    if not found:
        return ""
    rest = text[found.end() :]
    end = re.search(rf"^#{{1,{len(found.group(1))}}} ", rest, re.MULTILINE)
    return rest[: end.start()] if end else rest


def verbs():
    return typer.main.get_command(build(Voice.of("en"))).commands


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_command_and_each_option_has_its_words(lang):
    text = page(lang, "commands")
    missing = []
    for name, verb in verbs().items():
        told = section(text, f"`rebond {name}`")
        names = [opt for p in verb.params for opt in (*p.opts, *p.secondary_opts) if opt.startswith("--")]
        missing += [f"rebond {name}"] if not told else [f"rebond {name} {o}" for o in names if f"`{o}" not in told]
    nothing(missing, f"docs/{lang}/commands.md does not tell:")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_command_or_option_is_told_that_is_not_there(lang):
    text = page(lang, "commands")
    known = {opt for verb in verbs().values() for p in verb.params for opt in (*p.opts, *p.secondary_opts)}
    known |= {"--help", "--version", "--debug"}
    stale = [option for option in re.findall(r"(?<![\w-])--[a-z][a-z-]+", text) if option not in known]
    stale += [f"rebond {name}" for name in re.findall(r"^#+ `rebond (\w+)`", text, re.MULTILINE) if name not in verbs()]
    nothing(stale, f"docs/{lang}/commands.md tells of what is not there:")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("shape", [CaseSheet, Targets, Parameters])
def test_each_setting_has_its_line(lang, shape):
    rows = re.findall(r"^\| `(\w+)` \|", page(lang, "settings"), re.MULTILINE)
    nothing({f.name for f in fields(shape)} - set(rows), f"docs/{lang}/settings.md does not tell ({shape.__name__}):")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_setting_is_told_that_is_not_there(lang):
    rows = re.findall(r"^\| `(\w+)` \|", page(lang, "settings"), re.MULTILINE)
    known = {f.name for shape in (CaseSheet, Targets, Parameters) for f in fields(shape)}
    nothing(set(rows) - known, f"docs/{lang}/settings.md tells of what is not there:")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_defaults_told_are_the_defaults(lang):
    told = dict(re.findall(r"^\| `(\w+)` \| ([\d.,/]+) \|", page(lang, "settings"), re.MULTILINE))
    wrong = []
    for f in fields(Parameters):
        number = told.get(f.name, "").replace(",", ".")
        value = 1 / 3 if number == "1/3" else float(number or "nan")
        if value != f.default:
            wrong.append(f"{f.name}: {told.get(f.name)} on the page, {f.default} in the code")
    nothing(wrong, f"docs/{lang}/settings.md:")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_bounds_told_are_the_bounds(lang):
    rows = re.findall(r"^\| `(\w+)` \| [\d.,/]+ \| ([\d.,]+), ([\d.,]+) \|", page(lang, "settings"), re.MULTILINE)
    told = {name: tuple(float(end.replace(",", ".")) for end in ends) for name, *ends in rows}
    assert told == BOUNDS
    assert all(Parameters.allows(f.name, f.default) for f in fields(Parameters))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_format_has_its_line_under_the_name_the_command_gives_it(lang):
    names = [row.strip() for row in re.findall(r"^\| ([^|]+) \|", page(lang, "exports"), re.MULTILINE)]
    there = {Voice.of(lang).text(known.name) for known in formats().values()}
    nothing({name.replace("\u2019", "'") for name in there} - set(names), f"docs/{lang}/exports.md does not tell of:")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_error_has_its_line_with_its_exit_number(lang):
    told = set(re.findall(r"^\| (\d+) \| `([\w.-]+)` \|", page(lang, "errors"), re.MULTILINE))
    there = {(str(cls.exit_code), cls.code) for cls in error_classes() if "code" in vars(cls)}
    nothing(there - told, f"docs/{lang}/errors.md does not tell:")
    nothing(told - there, f"docs/{lang}/errors.md tells of what is not there:")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_each_error_in_the_words_of_the_command(lang):
    spec = importlib.util.spec_from_file_location("errors_page", ROOT / "tools" / "errors_page.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    text = page(lang, "errors")
    assert tool.drawn(text, lang) == text, "run: .venv/bin/python tools/errors_page.py"


def test_every_page_stands_in_both_languages_with_the_same_headings():
    names = {path.relative_to(DOCS / lang) for lang in LANGUAGES for path in (DOCS / lang).rglob("*.md")}
    alone = [f"{lang}/{name}" for name in names for lang in LANGUAGES if not (DOCS / lang / name).is_file()]
    nothing(alone, "missing pages:")
    uneven = [
        f"{name}: {ranks('en', name)} in English, {ranks('fr', name)} in French"
        for name in names
        if ranks("en", name) != ranks("fr", name)
    ]
    nothing(uneven, "headings differ:")


def ranks(lang, name):
    """The rank of each heading, in order, code blocks left out."""
    text = re.sub(r"^```.*?^```", "", (DOCS / lang / name).read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    return [len(marks) for marks in re.findall(r"^(#+) ", text, re.MULTILINE)]


def test_every_link_leads_somewhere():
    broken = []
    for path in [*ROOT.glob("*.md"), *DOCS.rglob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", path.read_text("utf-8")):
            if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists():
                broken.append(f"{path.relative_to(ROOT)} → {target}")
    nothing(broken)


def test_the_two_readmes_have_the_same_headings():
    counts = [
        re.findall(r"^(#+) ", (ROOT / name).read_text("utf-8"), re.MULTILINE) for name in ("README.md", "README.fr.md")
    ]
    assert counts[0] == counts[1]
