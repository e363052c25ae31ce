"""The command speaks one language at a time, whole: help, slips, errors."""

import re

import pytest

from rebond.cli import run
from rebond.cli._app import interface_voice
from rebond.registry import modules_of

VERBS = [module.__name__.rpartition(".")[2].strip("_") for module in modules_of("rebond.cli")]
# Words of Typer and of English that must not be seen in French, and the other way round.
ENGLISH = re.compile(r"\b(Usage|Options|Arguments|Commands|Error|Show|Try|Missing|Invalid|default|required|TEXT)\b")
FRENCH = re.compile(r"\b(Utilisation|Afficher|Commandes|Dossier|Fichiers|Par défaut|Il manque|La commande)\b")
SAME_IN_BOTH = "Options :"


def typed(words, lang, capsys):
    """Exit number, standard output, standard error of what was typed after `rebond`; hard spaces read as spaces."""
    number = run(words.split(), {"REBOND_LANG": lang})
    said = capsys.readouterr()
    return number, *(re.sub(r"[\u00a0\u202f]", " ", text) for text in (said.out, said.err))


@pytest.mark.parametrize("words", ["--help", *(f"{verb} --help" for verb in VERBS)])
def test_help_is_whole_in_each_language(words, capsys):
    number, french, errors = typed(words, "fr", capsys)
    assert (number, errors) == (0, "")
    assert french.startswith("Utilisation : rebond")
    assert ENGLISH.findall(french.replace(SAME_IN_BOTH, "")) == []
    number, english, errors = typed(words, "en", capsys)
    assert (number, errors) == (0, "")
    assert english.startswith("Usage: rebond")
    assert FRENCH.findall(english) == []


def test_rebond_alone_shows_its_help(capsys):
    assert typed("", "en", capsys) == typed("--help", "en", capsys)


def test_the_version_is_told(capsys):
    assert re.match(r"rebond \d+\.\d+\.\d+ \(Python 3\.\d+", typed("--version", "en", capsys)[1])


@pytest.mark.parametrize(
    ("words", "code", "french", "english"),
    [
        ("chek", "use.mistyped-command", "La plus proche : check", "The nearest is: check"),
        ("xyzzy", "use.unknown-command", "« xyzzy »", "“xyzzy”"),
        ("review --lng fr", "use.mistyped-option", "--lang", "--lang"),
        ("demo --zzz", "use.unknown-option", "L’option --zzz n’existe pas.", "There is no option --zzz."),
        ("import", "use.missing-word", "CAS", "CASE"),
        ("check", "use.missing-word", "EXPORT…", "EXPORT…"),
        ("review --lang", "use.missing-value", "rebond review --help", "rebond review --help"),
        ("demo --no-open=3", "use.needless-value", "--no-open", "--no-open"),
        ("demo here there", "use.unexpected-words", "« here there »", "“here there”"),
    ],
)
def test_a_slip_is_answered_in_one_sentence_with_its_remedy(words, code, french, english, capsys):
    number, out, errors = typed(words, "fr", capsys)
    assert (number, out) == (2, "")
    assert french in errors and f"[{code}]" in errors
    assert ENGLISH.findall(errors) == []
    number, out, errors = typed(words, "en", capsys)
    assert (number, out) == (2, "")
    assert english in errors and f"[{code}]" in errors


def test_an_error_of_ours_gives_its_number_its_sentence_and_its_remedy(tmp_path, capsys):
    number, _, errors = typed(f"check {tmp_path / 'absent.csv'}", "fr", capsys)
    assert number == 20
    assert "Il n’y a pas de fichier" in errors and "[export.not-there]" in errors


def test_the_language_comes_from_rebond_lang_then_from_the_machine():
    assert interface_voice({"REBOND_LANG": "fr", "LANG": "en_CA.UTF-8"}).tag == "fr-CA"
    assert interface_voice({"REBOND_LANG": "en", "LANG": "fr_CA.UTF-8"}).tag == "en-CA"
    assert interface_voice({"LANG": "fr_FR.UTF-8"}).lang == "fr"
    assert interface_voice({"LC_ALL": "de_DE.UTF-8"}).lang == "en"
    assert interface_voice({"LC_ALL": "", "LANG": "C"}).lang == "en"
