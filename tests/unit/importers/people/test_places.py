"""Where an act stood, and when a link proves that it was a post of ours."""

import pytest

from rebond.importers.people.acts import act_of

OURS = "https://x.com/Rivage/status/1978000000000000001"
THEIRS = "https://x.com/jeanne/status/1978000000000000001"


@pytest.mark.parametrize(("words", "cells", "own"), [
    ("On explique la cause", {"note": OURS}, ("@rivage",)),
    ("On explique la cause", {"channel": "X @Rivage", "note": OURS}, ()),  # the channel names the account that spoke
    (f"On explique la cause {OURS}.", {}, ("Rivage",)),
    ("On explique la cause", {"text": f"Voir {OURS}"}, ("rivage",)),
])  # fmt: skip
def test_a_link_to_a_post_of_ours_makes_the_act_public(words: str, cells: dict[str, str], own: tuple[str, ...]):
    act = act_of(words, cells, own)
    assert (act.kind, act.visibility, act.channels, act.is_event) == ("statement", "public", ("x",), False)


@pytest.mark.parametrize(("words", "cells", "own"), [
    ("On explique la cause", {"note": THEIRS}, ("rivage",)),
    ("On explique la cause", {"note": OURS}, ()),  # nobody said whose account it is
    ("Brouillon du message", {"note": OURS}, ("rivage",)),
    ("Premières plaintes sous notre message", {"note": OURS}, ("rivage",)),
])  # fmt: skip
def test_a_link_makes_nothing_else_public(words: str, cells: dict[str, str], own: tuple[str, ...]):
    assert act_of(words, cells, own).visibility == "internal"


@pytest.mark.parametrize(("cell", "channels"), [
    ("X @Rivage", ("x",)), ("Facebook @rivage.coop, X @Rivage", ("facebook", "x")),
    ("Mastodon @rivage@social.example", ("mastodon",)), ("DM @jeanne_x", ("other",)),
])  # fmt: skip
def test_the_account_that_spoke_is_no_part_of_the_place(cell: str, channels: tuple[str, ...]):
    assert act_of("On explique", {"channel": cell}).channels == channels


def test_what_an_account_of_others_does_is_no_act_of_ours():
    assert act_of("@jeanne publie une vidéo", {"channel": "X"}, ("rivage",)).is_event
    assert not act_of("@Rivage publie une vidéo", {"channel": "X"}, ("rivage",)).is_event
    assert not act_of("@jeanne publie une vidéo", {"channel": "X"}).is_event  # which accounts are ours is not known
