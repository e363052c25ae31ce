"""From what a file states to what the case keeps."""

from datetime import UTC, datetime, timedelta

from tests.unit.corpus.raw_posts import AT, assembled, assembler, posts, raw

from rebond.tables import IDENTITIES, POSTS


def test_a_post_is_known_by_its_native_id_whatever_else_changes():
    one, other = posts({"native_id": "1", "text": "a", "likes": 1}, {"native_id": "1", "text": "b", "handle": "x"})
    assert one["post_id"] == other["post_id"]


def test_without_an_id_account_minute_and_text_make_the_post():
    same, again, later, else_, own = posts(
        {"handle": "Ana", "text": "Panne", "published_at": AT},
        {"handle": "@ana", "text": "panne ", "published_at": AT + timedelta(seconds=59)},
        {"handle": "Ana", "text": "Panne", "published_at": AT + timedelta(seconds=60)},
        {"handle": "Jo", "text": "Panne", "published_at": AT},
        {"handle": "Ana", "text": "RT @jo: Panne", "published_at": AT, "kind": "repost"},
    )
    assert same["post_id"] == again["post_id"]
    assert len({p["post_id"] for p in (same, later, else_, own)}) == 4


def test_posts_that_nobody_signed_are_not_merged_and_meet_their_like_in_another_file():
    row = {"text": "Panne"}
    first = assembler().assemble(raw(row, row)).posts.column("post_id").to_pylist()
    second = assembler().assemble(raw(row, row, row)).posts.column("post_id").to_pylist()
    assert len(set(first)) == 2 and first == second[:2] and len(set(second)) == 3


def test_numbering_runs_through_the_batches_of_a_file():
    one_file = assembler()
    row = {"text": "Panne"}
    parts = [one_file.assemble(raw(row)).posts.column("post_id")[0].as_py() for _ in range(2)]
    assert parts == assembler().assemble(raw(row, row)).posts.column("post_id").to_pylist()


def test_an_answer_and_a_repost_point_to_the_post_they_follow():
    first, reply, repost = posts(
        {"native_id": "1"},
        {"native_id": "2", "kind": "reply", "parent_id": "1", "root_id": "1"},
        {"native_id": "3", "kind": "repost", "repost_of": "1", "repost_of_handle": "Rivage"},
    )
    assert reply["parent_id"] == reply["root_id"] == repost["repost_of"] == first["post_id"]
    assert repost["repost_of_author"] == posts({"handle": "rivage"})[0]["author_id"]


def test_what_is_absent_stays_null():
    (post,) = posts({"native_id": "1"})
    for name in ("author_id", "parent_id", "likes", "rating", "is_owned", "lang_declared", "repost_of_author"):
        assert post[name] is None
    assert post["links"] == post["hashtags"] == post["mentioned_ids"] == []


def test_the_account_reposted_is_not_a_mention():
    repost, speaker = posts({"text": "RT @Rivage: bonjour @ana", "kind": "repost"}, {"handle": "ANA"})
    assert repost["mentioned_ids"] == [speaker["author_id"]]


def test_no_handle_id_or_address_lies_among_posts():
    made = assembled(
        {"native_id": "570306133677760513", "handle": "ana_b", "url": "https://x.com/ana_b/status/570306133677760513"}
    )
    (post,) = made.posts.to_pylist()
    assert not any("ana_b" in str(value) or "5703061336" in str(value) for value in post.values())
    told = [*made.post_identities.to_pylist(), *made.named.to_pylist()]
    assert {row["native"] for row in told} == {"570306133677760513", "ana_b"}
    assert {row["id"] for row in told} == {post["post_id"], post["author_id"]}


def test_one_text_on_two_platforms_is_one_wording_and_names_an_account_of_each():
    said = {"text": "Bravo @ana.lyse", "platform": "x"}
    found = posts(*[{**said, "native_id": "1"}, {**said, "native_id": "2", "platform": "instagram"}] * 20)
    on_x, on_instagram = found[0], found[1]
    assert on_x["text_key"] == on_instagram["text_key"]
    named = {row["id"]: row["native"] for row in assembled(said, {**said, "platform": "instagram"}).named.to_pylist()}
    assert [named[one] for one in on_x["mentioned_ids"]] == ["ana"]
    assert [named[one] for one in on_instagram["mentioned_ids"]] == ["ana.lyse"]
    assert found[2]["mentioned_ids"] == on_x["mentioned_ids"]


def test_the_day_is_that_of_utc():
    late, early = posts(
        {"published_at": datetime(2025, 10, 14, 23, 59, 59, tzinfo=UTC)},
        {"published_at": datetime(1969, 12, 31, 23, 0, tzinfo=UTC)},
    )
    assert (late["day"], early["day"]) == ("2025-10-14", "1969-12-31")


def test_a_batch_without_rows():
    made = assembler().assemble(raw())
    assert made.posts.num_rows == 0 and made.posts.schema == POSTS and made.named.schema == IDENTITIES
