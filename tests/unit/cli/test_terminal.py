"""Letters that a terminal does not know."""

import io

from rebond.cli._terminal import never_fail_on_a_letter, plainer


def test_each_of_our_signs_has_a_plainer_one():
    assert plainer("« À 17 h, ≥ 3 % » — l’été…") == '" A 17 h, >= 3 % " - l\'ete...'


def test_a_letter_without_a_plainer_one_becomes_a_question_mark():
    assert plainer("字") == "?"


def test_a_stream_keeps_what_it_can_write():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252")
    never_fail_on_a_letter(stream)
    stream.write("« été » ≥ 3")
    stream.flush()
    assert raw.getvalue().decode("cp1252") == "« été » >= 3"
