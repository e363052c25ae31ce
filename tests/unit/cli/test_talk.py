"""Questions, progress, and who hears what."""

import io

from rebond.cli._talk import Talk, laid_out
from rebond.errors import FileNotThere
from rebond.sentences import Verbatim, say
from rebond.wording.voice import Voice


def test_a_question_goes_to_the_person_and_never_into_the_results(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.StringIO("  Rivage \n"))
    assert Talk(Voice.of("en")).ask(say("What is the name?")) == "Rivage"
    said = capsys.readouterr()
    assert said.out == "" and "What is the name?" in said.err


def test_an_answer_left_open_is_empty(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert Talk(Voice.of("en")).ask(say("What is the name?")) == ""


def test_progress_is_one_plain_line_a_step_when_nobody_watches(capsys):
    with Talk(Voice.of("en")).working() as step:
        step(say("Reading %(file)s", file=Verbatim("a.csv")))
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "Reading a.csv\n")


def test_square_brackets_in_a_file_name_stay_as_they_are(capsys):
    Talk(Voice.of("en")).fail(FileNotThere(file=Verbatim("[red]posts[/red].csv")))
    assert "“[red]posts[/red].csv”" in capsys.readouterr().err


def test_lines_break_between_words_under_their_first_word_and_never_inside_a_command():
    told = "– Publications du 26 décembre 2022 au 27 décembre 2022 ; le jour le plus chargé."
    assert laid_out(told, 30).split("\n") == [
        "– Publications du 26 décembre",
        "  2022 au 27 décembre 2022 ;",  # never before a semicolon: a narrow space holds it
        "  le jour le plus chargé.",
    ]
    command = "Next: .venv/bin/rebond review --out case --log case/internal/journal-a-completer.xlsx"
    assert laid_out(command, 30) == command
    assert laid_out("a\n  b", 30) == "a\n  b" and laid_out("", 30) == ""
