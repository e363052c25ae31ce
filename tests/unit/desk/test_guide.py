"""A person settles a file that Rebond does not know; the next one is read unasked."""

from collections.abc import Iterable

import pytest
from tests.unit.importers.guided import sheets

from rebond.casefile.case import open_case
from rebond.casefile.sources import open_source
from rebond.desk.bring_in import bring_in
from rebond.desk.check import examine
from rebond.desk.guide import understood
from rebond.desk.mapped import at_hand
from rebond.errors import MappingDoesNotFit, NoDateColumn, NotAnExport
from rebond.importers import Mappings, recognise
from rebond.importers.guided.mapping_file import read_mapping
from rebond.wording.voice import Voice


class Person:
    """Who answers as scripted: to a question by its kind, yes or no to "right?", a name for the tool."""

    def __init__(self, answers=(), right=(), tool="Visibrain"):
        self.answers, self.right, self.tool = dict(answers), list(right), tool
        self.asked: list[str] = []
        self.shown: list[list[str]] = []
        self.told: list[str] = []

    def choose(self, question):
        self.asked.append(question.kind)
        wanted = self.answers.get(question.kind)
        names = [option for option in question.options if wanted in (option.value, _name(option.label))]
        return names[0].value if names else wanted if question.typed else None

    def agree(self, asked):
        return self.right.pop(0) if self.right else True

    def type(self, asked):
        return self.tool

    def tell(self, value):
        self.told.append(Voice.of("en").text(value))

    def show(self, posts: Iterable, zone: str):
        self.shown.append([Voice.of("en", zone).text(line) for post in posts for line in post])


def _name(label):
    return dict(getattr(label, "values", ())).get("name", label).text if getattr(label, "values", ()) else None


@pytest.fixture
def veille(tmp_path):
    path = tmp_path / "exports" / "veille.csv"
    path.parent.mkdir()
    path.write_text(sheets.visibrain(), "utf-8")
    return path


def test_two_questions_then_five_posts_then_a_file_that_may_be_shared(veille):
    person = Person({"published_at": "Vu le"})
    (mapping,) = understood([veille], None, Mappings(), person).kept
    assert person.asked == ["published_at", "text"]
    assert (mapping.tool, mapping.columns["published_at"], mapping.columns["text"]) == ("Visibrain", "Vu le", "Propos")
    assert mapping.order == "dmy"  # the file shows it: one date falls after the 12th in no other order
    assert sum(line.startswith("@") or " · @compte_" in line for line in person.shown[0]) == 5
    kept = veille.parent / "visibrain.mapping.toml"
    assert read_mapping(kept.name, kept.read_bytes()) == mapping
    assert not any(sheets.SAID[0][:12] in kept.read_text("utf-8") or "compte_" in kept.read_text("utf-8") for _ in "a")


def test_the_next_file_of_the_tool_is_read_unasked(veille):
    understood([veille], None, Mappings(), Person())
    following = veille.with_name("semaine-2.csv")
    following.write_text(sheets.visibrain().replace("(1)", "(1000)"), "utf-8")
    silent = Person()
    mappings = at_hand([following], ())
    assert understood([following], None, mappings, silent) == mappings
    assert silent.asked == [] and silent.told == []
    assert recognise(open_source(following), None, mappings).mapped.tool == "Visibrain"


def test_no_means_naming_what_is_wrong_and_seeing_it_again(veille):
    person = Person({"wrong": "likes", "likes": "Cœurs"}, right=[False])
    (mapping,) = understood([veille], None, Mappings(), person).kept
    assert person.asked[-2:] == ["wrong", "likes"]
    assert mapping.columns["likes"] == "Cœurs"
    assert not any(line.startswith("likes:") for line in person.shown[0])
    assert any(line.startswith("likes:") for line in person.shown[1])


def test_a_date_that_a_file_hides_is_named_by_the_person_with_its_zone(tmp_path):
    path = tmp_path / "maison.csv"
    path.write_text(sheets.in_house(), "utf-8")
    person = Person({"published_at": "Ajouté le", "zone": "Montréal"}, tool="")
    (mapping,) = understood([path], None, Mappings(), person).kept
    assert person.asked == ["published_at", "zone"]
    assert (mapping.tool, mapping.zone) == ("maison", "America/Toronto")
    found = recognise(open_source(path), None, Mappings((mapping,)))
    assert f"{found.first:%Y-%m-%d %H:%M}" == "2025-10-03 12:00"  # 08:00 in Montréal


def test_i_do_not_know_leaves_the_refusal_as_it_was(tmp_path):
    path = tmp_path / "maison.csv"
    path.write_text(sheets.in_house(), "utf-8")
    with pytest.raises(NoDateColumn):
        understood([path], None, Mappings(), Person())


def test_a_column_that_holds_no_date_is_not_taken_for_one(tmp_path):
    path = tmp_path / "vague.csv"
    rows = [(f"il y a {n} jours", sheets.text(n), "Facebook") for n in range(2, 40)]
    path.write_text(sheets.table(("Quand", "Propos", "Origine"), rows, ","), "utf-8")
    person = Person({"published_at": "Quand"})
    with pytest.raises(NoDateColumn):
        understood([path], None, Mappings(), person)
    assert any("That cannot be the date" in line and "il y a 2 jours" in line for line in person.told)


def test_the_zone_is_left_to_the_case_sheet_where_it_asks(tmp_path):
    path = tmp_path / "maison.csv"
    path.write_text(sheets.in_house(), "utf-8")
    person = Person({"published_at": "Ajouté le"})
    understood([path], None, Mappings(), person, asks_zone=False)
    assert person.asked == ["published_at"]


@pytest.mark.parametrize("data", [
    "Date;Auteur;Texte\n19/07/2024 19:10;lea;La box ne répond plus\n20/07/2024 19:12;omar;Toujours rien\n",
    "tweet_id,created_at,author,text\n1814500000000000000,2024-07-20T08:00:00Z,lea,La box ne répond plus\n",
])  # fmt: skip
def test_names_that_say_it_all_start_no_talk(tmp_path, data):
    (tmp_path / "a.csv").write_text(data, "utf-8")
    person = Person()
    assert understood([tmp_path / "a.csv"], None, Mappings(), person) == Mappings()
    assert person.asked == [] and person.shown == []


def test_a_mapping_given_is_used_without_questions_or_refused(veille):
    understood([veille], None, Mappings(), Person())
    given = at_hand([], [veille.parent / "visibrain.mapping.toml"])
    person = Person()
    assert understood([veille], None, given, person) == given
    veille.write_text(sheets.visibrain().replace("Propos", "Corps"), "utf-8")
    with pytest.raises(MappingDoesNotFit):
        understood([veille], None, given, person)
    assert person.asked == []


def test_an_answer_that_cannot_be_written_beside_the_export_still_serves(veille, monkeypatch):
    def full(folder, mapping):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rebond.desk.guide.lay", full)
    person = Person()
    assert len(understood([veille], None, Mappings(), person).kept) == 1
    assert any("No space left on device" in line for line in person.told)


# --- the case ---------------------------------------------------------------------------------------
def imported(case, files, mappings):
    return [
        Voice.of("en").text(line) for line in bring_in(case, tuple(files), "Europe/Paris", lambda _: None, mappings)
    ]


def when(case):
    return sorted(
        f"{at:%d %H:%M}" for at in case.posts().to_table(columns=["published_at"])["published_at"].to_pylist()
    )


def test_a_case_keeps_the_mapping_and_reads_the_next_export_with_it(veille, tmp_path):
    case = open_case(tmp_path / "case")
    imported(case, [veille], understood([veille], None, Mappings(), Person(tool="0")))
    assert not list(veille.parent.glob("*.toml"))
    assert [path.name for path in (case.folder / "mappings").iterdir()] == ["veille.mapping.toml"]
    elsewhere = tmp_path / "elsewhere.csv"
    elsewhere.write_text(sheets.visibrain().replace("Facturé", "Débité"), "utf-8")
    mappings = at_hand([elsewhere], (), case.folder)
    assert understood([elsewhere], None, mappings, Person()) == mappings
    imported(case, [elsewhere], mappings)
    assert [file.facts["mapping"] for file in case.manifest().files] == ["veille.mapping.toml"] * 2


def test_a_mapping_mended_later_reads_the_files_of_the_case_again(veille, tmp_path):
    case = open_case(tmp_path / "case")
    imported(case, [veille], understood([veille], None, Mappings(), Person()))
    assert when(case)[0] == "03 06:00"  # "Paru le", 08:00 in Paris
    kept = veille.parent / "visibrain.mapping.toml"
    kept.write_text(kept.read_text("utf-8").replace('published_at = "Paru le"', 'published_at = "Vu le"'), "utf-8")
    told = imported(case, [veille], at_hand([veille], (), case.folder))
    assert told[0] == "veille.csv: it is now read with the mapping “Visibrain”."
    assert when(case)[0] == "04 12:00"  # "Vu le", thirty hours later
    assert imported(case, [veille], at_hand([veille], (), case.folder))[0].endswith(
        "already in the case, nothing changed."
    )


def test_a_file_read_by_guess_is_read_again_once_a_mapping_says_otherwise(veille, tmp_path):
    case = open_case(tmp_path / "case")
    imported(case, [veille], Mappings())
    mappings = understood([veille], None, Mappings(), Person({"published_at": "Vu le"}))
    assert imported(case, [veille], mappings)[0].startswith("veille.csv: it is now read")
    assert when(case)[0] == "04 12:00"


def test_what_is_said_of_a_file_without_names_serves_for_that_file(veille, tmp_path):
    veille.write_text(sheets.visibrain().split("\n", 1)[1], "utf-8")
    mappings = understood([veille], None, Mappings(), Person({"published_at": 0}))
    case = open_case(tmp_path / "case")
    imported(case, [veille], mappings)
    assert when(case)[0] == "04 12:00"  # the first column, "Vu le"
    told = imported(case, [veille], at_hand([veille], [veille.parent / "visibrain.mapping.toml"], case.folder))
    assert told[0] == "veille.csv: already in the case, nothing changed."


# --- what check says --------------------------------------------------------------------------------
def test_check_settles_then_reports(veille):
    lines = [Voice.of("en").text(line) for line in examine(veille, None, Mappings(), Person())]
    assert lines[0].endswith("read with the mapping “Visibrain”")
    assert not any("Which column" in line for line in lines)


def test_a_mapping_is_no_export_and_check_says_how_to_give_it(veille):
    understood([veille], None, Mappings(), Person())
    kept = veille.parent / "visibrain.mapping.toml"
    (line,) = (Voice.of("en").text(line) for line in examine(kept, None))
    assert line.startswith("visibrain.mapping.toml: a mapping of columns, made for Visibrain. Give it with --mapping")
    with pytest.raises(NotAnExport):
        understood([kept], None, Mappings(), Person())
