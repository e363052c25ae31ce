"""Questions, progress, and who hears what."""

import io

from rebond.cli._talk import Talk
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
