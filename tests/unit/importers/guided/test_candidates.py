"""Which columns could be a field, and when there is no doubt."""

from tests.unit.importers.guided import sheets

from rebond.importers.guided.candidates import candidates, differing, examples, nameable, rivals
from rebond.importers.recognition import best_reading


def names(glimpse, found):
    return [glimpse.header[one.at] for one in found]


def rivalling(field, data):
    glimpse = sheets.glimpse(data)
    return names(glimpse, rivals(field, glimpse, best_reading(glimpse)))


def test_two_dates_rival_and_so_do_two_texts():
    assert rivalling("published_at", sheets.visibrain()) == ["Paru le", "Vu le"]
    assert rivalling("text", sheets.visibrain()) == ["Propos", "Présentation"]
    assert rivalling("handle", sheets.visibrain()) == []


def test_a_name_ends_the_doubt():
    named = sheets.visibrain().replace("Paru le", "Date de publication").replace("Propos", "Texte")
    assert rivalling("published_at", named) == rivalling("text", named) == []


def test_what_few_rows_have_is_no_rival():
    rows = [(f"{sheets.at(n):%Y-%m-%dT%H:%MZ}", sheets.text(n), sheets.text(n)[::-1] if n % 3 == 0 else "")
            for n in range(60)]  # fmt: skip
    assert rivalling("text", sheets.table(("Un", "Deux", "Trois"), rows, ",")) == []


def test_a_column_named_as_another_thing_is_no_candidate():
    glimpse = sheets.glimpse(sheets.visibrain().replace("Vu le", "Ajouté le"))
    assert names(glimpse, candidates("published_at", glimpse)) == ["Paru le"]


def test_any_column_whose_values_agree_may_be_named():
    glimpse = sheets.glimpse(sheets.visibrain())
    assert [glimpse.header[at] for at in nameable("likes", glimpse)] == ["Portée", "Cœurs"]
    assert [glimpse.header[at] for at in nameable("published_at", glimpse)] == ["Vu le", "Paru le"]
    assert nameable("url", glimpse) == tuple(range(7))  # none is an address: the person may know better


def test_how_much_hangs_on_a_choice_is_counted_in_rows():
    glimpse = sheets.glimpse("a,b,c\n2025-10-03 10:00,2025-10-03 10:20,x\n2025-10-03 10:00,2025-10-04 10:00,y\n")
    assert differing("published_at", glimpse, 0, 1) == 0.5  # twenty minutes are one hour of a review
    assert differing("text", glimpse, 0, 1) == 1.0
    assert differing("text", glimpse, 0, 0) == 0.0


def test_examples_are_distinct_and_short():
    glimpse = sheets.glimpse("a,b\n" + f"x,{'mot ' * 50}\n" * 2 + "x,court\n")
    assert [one.text for one in examples(glimpse, 0)] == ["x"]
    long, short = examples(glimpse, 1)
    assert (len(long.text), long.text[-1], short.text) == (70, "…", "court")
