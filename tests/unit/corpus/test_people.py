"""What is known of accounts: one row each, whatever came first."""

from datetime import timedelta

import pyarrow as pa
import pytest
from tests.unit.corpus.raw_posts import AT, assembled

from rebond.corpus.people import followers_bands, last_seen, one_identity_each


@pytest.mark.parametrize(
    ("followers", "band"),
    [(0, "0-99"), (99, "0-99"), (100, "100-999"), (9_999, "1k-9k"), (10_000, "10k-99k"), (999_999, "100k-999k"),
     (1_000_000, "1M+"), (None, None)],
)  # fmt: skip
def test_followers_are_kept_in_bands(followers, band):
    assert followers_bands(pa.array([followers, 5], pa.int64())).to_pylist()[0] == band


def test_an_account_is_as_its_last_post_shows_it():
    made = assembled(
        {"handle": "ana", "followers": 50, "profile": "infirmière", "published_at": AT},
        {"handle": "Ana", "followers": 5_000, "profile": "députée", "published_at": AT + timedelta(days=1)},
        {"handle": "ana", "published_at": AT + timedelta(days=2)},  # says nothing of her
    )
    (ana,) = last_seen(made.accounts).to_pylist()
    assert (ana["followers_band"], ana["profile"]) == ("1k-9k", "députée")


def test_the_order_of_files_does_not_decide():
    one = assembled({"handle": "ana", "profile": "a"}).accounts
    other = assembled({"handle": "ana", "profile": "b", "verified": True}).accounts
    assert last_seen(pa.concat_tables([one, other])) == last_seen(pa.concat_tables([other, one]))


def test_an_identity_keeps_the_name_and_every_account_mentioned():
    made = assembled({"handle": "@Ana", "author_name": "Ana B.", "text": "@Jo bonjour"}, {"handle": "ana"})
    told = one_identity_each(made.named).to_pylist()
    assert sorted((row["native"], row["name"]) for row in told) == [("Ana", "Ana B."), ("Jo", None)]


def test_an_account_known_by_its_display_name_alone():
    made = assembled({"author_name": "Ana B."})
    assert made.posts.to_pylist()[0]["author_id"] == made.accounts.to_pylist()[0]["author_id"]
