"""Real exports, held to what is known of them from outside: their PROVENANCE.md, and the clock inside X ids."""

import csv
import gzip
import io
import json
import re
import tarfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from functools import cache

import feedparser
import pytest
from tests.unit.importers.exports import imported, source

from rebond.errors import CountsNotPosts, EmptyFile, RebondError
from rebond.importers import recognise, text_table

X_EPOCH = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=1_288_834_974_657)
KEPT = ("native_id", "published_at", "text", "handle", "platform", "kind", "raw_row")


def issued(native_id: str) -> datetime:
    return X_EPOCH + timedelta(milliseconds=int(native_id) >> 22)


@pytest.fixture(scope="module")
def freebox(shared_data):
    return (shared_data / "freebox_fr/free_tweet_export_until_2024-09-30.csv").read_bytes()


@pytest.fixture(scope="module")
def airlines(shared_data):
    return (shared_data / "us_airlines_2015/Tweets.csv").read_bytes()


@cache
def whole(data: bytes):
    return imported(data)


def same_posts(data: bytes, true: bytes, *, fields=KEPT, shift=0):
    """The two files give the same posts, field by field; shift: lines taken from the top of the first."""
    found, wanted = imported(data), whole(true)
    for field in fields:
        column = wanted.column(field)
        if field == "raw_row":
            column = [line - shift for line in column]
        assert found.column(field) == column, field


def test_real_tables_are_the_same_read_at_once_and_row_by_row(shared_data, freebox, airlines, monkeypatch):
    with tarfile.open(shared_data / "crisislex_t26/CrisisLexT26_22events.tar.gz") as archive:
        lexes = [archive.extractfile(one).read() for one in archive.getmembers() if one.name.endswith("labeled.csv")]
    files = [freebox, airlines, *lexes]
    at_once = [imported(data) for data in files]
    monkeypatch.setattr(text_table, "IN_BLOCKS", ())
    for one, data in zip(at_once, files, strict=True):
        slowly = imported(data)
        assert (one.posts, one.problems, one.rows_in) == (slowly.posts, slowly.problems, slowly.rows_in)


# --- D1: a French operator, July 2024 ----------------------------------------------------------------
def test_freebox_ids_come_from_addresses_and_not_from_the_running_number(freebox):
    done = whole(freebox)
    assert len(done.posts) == done.rows_in == 1583
    assert done.posts[0]["native_id"] == "1343458257915031553"
    assert set(done.column("platform")) == {"x"}
    assert all(abs(post["published_at"] - issued(post["native_id"])) < timedelta(seconds=1) for post in done.posts)


def test_freebox_reposts_are_those_that_start_with_rt(freebox):
    texts = [row["text"] for row in csv.DictReader(io.StringIO(freebox.decode()))]
    kinds = [("repost" if text.startswith("rt :") else "post") for text in texts]
    assert whole(freebox).column("kind") == kinds


def test_freebox_text_is_untouched_but_for_escaped_ampersands(freebox):
    rows = list(csv.DictReader(io.StringIO(freebox.decode())))
    assert whole(freebox).column("text") == [
        row["text"].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for row in rows
    ]
    assert whole(freebox).column("handle") == [row["author"] for row in rows]


@pytest.mark.parametrize("header", ["zzz,a1,qqq,bbb,ccc", "col1,col2,col3,col4,col5"])
def test_freebox_with_other_column_names_gives_the_same_posts(freebox, header):
    same_posts(header.encode() + b"\n" + freebox.split(b"\n", 1)[1], freebox)


def test_freebox_without_column_names_gives_the_same_posts(freebox):
    same_posts(freebox.split(b"\n", 1)[1], freebox, shift=1)


def test_freebox_saved_again_by_a_french_spreadsheet_gives_the_same_posts(freebox):
    """Semicolons, CR LF, day first, no seconds, and times of Paris that nothing states: the ids prove them."""
    rows = list(csv.reader(io.StringIO(freebox.decode())))
    saved = io.StringIO()
    writer = csv.writer(saved, delimiter=";", lineterminator="\r\n")
    writer.writerow(["N°", "Auteur", "Texte", "Date", "Lien"])
    for number, who, text, when, url in rows[1:]:
        at = datetime.fromisoformat(when)
        summer = "04" <= f"{at:%m}" <= "09"
        local = at + timedelta(hours=2 if summer else 1)
        if at.month not in (3, 10):  # the months in which the clock changes are left out of this copy
            writer.writerow([number, who, text, f"{local:%d/%m/%Y %H:%M}", url])
    done = imported(saved.getvalue().encode("utf-8-sig"))
    assert (done.found.dates.zone, done.found.dates.zone_is) == ("Europe/Paris", "proved")
    assert (done.found.dates.order, done.found.questions) == ("dmy", ())
    assert all(timedelta(0) <= issued(p["native_id"]) - p["published_at"] < timedelta(minutes=1) for p in done.posts)


# --- D2: six airlines, February 2015 ------------------------------------------------------------------
def test_airlines_accounts_are_people_and_not_companies(airlines):
    done = whole(airlines)
    assert len(done.posts) == 14640
    rows = list(csv.DictReader(io.StringIO(airlines.decode())))
    assert done.column("handle") == [row["name"] for row in rows]
    assert done.column("tone_declared") == [row["airline_sentiment"] for row in rows]
    ids = Counter(done.column("native_id"))
    assert sum(n - 1 for n in ids.values()) == 155
    assert all(abs(p["published_at"] - issued(p["native_id"])) < timedelta(seconds=2) for p in done.posts)


def test_airlines_with_other_column_names_give_the_same_posts(airlines):
    names = b",".join(b"zz%d" % n for n in range(15))
    same_posts(names + b"\n" + airlines.split(b"\n", 1)[1], airlines)


def test_airlines_without_column_names_give_the_same_posts(airlines):
    same_posts(airlines.split(b"\n", 1)[1], airlines, shift=1)


def test_airlines_with_a_wrong_offset_are_put_right_by_their_ids(airlines):
    """The offset written is six hours off; the times are those of Los Angeles, and the ids say so."""
    same_posts(airlines.replace(b" -0800,", b" -0200,"), airlines, fields=("published_at",))


def test_airlines_lines_are_those_of_the_file(airlines):
    lines = airlines.decode().splitlines()
    for post in whole(airlines).posts[::97]:
        assert lines[post["raw_row"] - 1].startswith(post["native_id"])


# --- D3: crises by their ids --------------------------------------------------------------------------
def test_crisislex_timelines_and_labelled_posts_are_dated(shared_data):
    with tarfile.open(shared_data / "crisislex_t26/CrisisLexT26_22events.tar.gz") as archive:
        names = [name for name in archive.getnames() if "2013_Alberta_floods" in name and name.endswith(".csv")]
        files = {name.rpartition("-")[2]: archive.extractfile(name).read() for name in names}
    timeline, labelled = imported(files["tweetids_entire_period.csv"]), imported(files["tweets_labeled.csv"])
    assert timeline.found.platform == labelled.found.platform == "x"
    assert labelled.found.dates.shape == "ids"
    assert all(p["published_at"] == issued(p["native_id"]) for p in labelled.posts)
    assert all(abs(p["published_at"] - issued(p["native_id"])) < timedelta(seconds=5) for p in timeline.posts)


# --- D4: threads in X's own JSON ------------------------------------------------------------------------
def test_rumoureval_posts_keep_their_threads(shared_data):
    with tarfile.open(shared_data / "rumoureval2017/rumoureval2017_dev.tar.gz") as archive:
        posts = [
            json.load(archive.extractfile(member))
            for member in archive
            if member.isfile()
            and "/ferguson/" in member.name
            and member.name.split("/")[-2] in ("replies", "source-tweet")
        ]
    done = imported("\n".join(json.dumps(post) for post in posts))
    assert done.found.known == "x_v1"
    assert len(done.posts) == len(posts) > 1000
    assert done.column("likes") == [post["favorite_count"] for post in posts]
    assert all(abs(p["published_at"] - issued(p["native_id"])) < timedelta(seconds=2) for p in done.posts)
    assert done.column("native_id") == [post["id_str"] for post in posts]
    assert done.column("handle") == [post["user"]["screen_name"] for post in posts]
    assert done.column("author_name") == [post["user"]["name"].strip() or None for post in posts]
    assert done.column("parent_id") == [post["in_reply_to_status_id_str"] for post in posts]
    assert done.column("followers") == [post["user"]["followers_count"] for post in posts]
    assert done.column("raw_row") == list(range(1, len(posts) + 1))


# --- D5: one file a week ------------------------------------------------------------------------------
def test_boycott_weeks_are_read_and_the_empty_ones_named(shared_data):
    empty = rows = 0
    with tarfile.open(shared_data / "boycott_india/boycott_weekly_csv.tar.gz") as archive:
        weeks = [m for m in archive if m.isfile() and "/2019/" in m.name and m.name.endswith(".csv")]
        for member in weeks:
            data = archive.extractfile(member).read()
            if not data.strip():
                with pytest.raises(EmptyFile):
                    recognise(source(data))
                empty += 1
                continue
            done = imported(data)
            rows += len(done.posts)
            assert set(done.column("url")) == {None}  # its column of links is not the address of the posts
            assert done.refused == 0
            assert done.found.known == "snscrape" and not any("\\n" in (one or "") for one in done.column("profile"))
    assert len(weeks) - empty > 40 and rows > 1000


# --- D6: samples of several tools ---------------------------------------------------------------------
def test_x_api_pages_give_each_post_with_its_author(shared_data):
    """Two pages of 100 on two lines: each post's line is its page's."""
    done = imported((shared_data / "eval_kit/x_api_v2_jsonl/2sets.jsonl").read_bytes())
    assert done.found.known == "x_v2"
    assert len(done.posts) == 200
    assert None not in done.column("handle")
    assert all(abs(p["published_at"] - issued(p["native_id"])) < timedelta(seconds=2) for p in done.posts)
    kinds = Counter(done.column("kind"))
    assert kinds["repost"] == sum(text.startswith("RT @") for text in done.column("text"))
    assert kinds["quote"] and kinds["reply"]


def test_youtube_comments_are_comments(shared_data):
    done = imported((shared_data / "eval_kit/platform_samples/youtube_comments_gorman.xlsx").read_bytes())
    assert len(done.posts) == 8815
    assert set(done.column("kind")) == {"comment"}
    assert set(done.column("platform")) == {"youtube"}
    assert len(set(done.column("native_id"))) == 8815
    answers = [post for post in done.posts if "." in post["native_id"]]
    assert all(post["parent_id"] == post["native_id"].split(".")[0] for post in answers)


def test_a_stream_with_a_broken_line_loses_that_line_alone(shared_data):
    data = (shared_data / "eval_kit/x_api_v2_jsonl/streaming_output_with_error.jsonl").read_bytes()
    done = imported(data)
    assert (done.found.known, len(done.posts), done.codes) == ("x_v2", 7, ["bad-json"])


def test_reviews_of_an_app_in_a_packed_feed_and_in_a_workbook(shared_data):
    """The feed gives each date twice, and once in UTC."""
    packed = (shared_data / "eval_kit/platform_samples/appstore_rss_reviews_de.json.gz").read_bytes()
    feed = [review for page in json.loads(gzip.decompress(packed)) for review in page]
    done = imported(packed)
    assert done.found.known == "app_store"
    assert done.column("published_at") == [datetime(*review["updated_parsed"][:6], tzinfo=UTC) for review in feed]
    assert done.column("rating") == [float(review["im_rating"]) for review in feed]
    assert all(post["url"] is None and post["text"] for post in done.posts)
    book = imported((shared_data / "eval_kit/platform_samples/appstore_reviews_podcast.xlsx").read_bytes())
    assert (book.found.known, len(book.posts), set(book.column("kind"))) == ("app_store", 2000, {"review"})


# --- D8: the live stream of Bluesky -------------------------------------------------------------------
def test_events_of_the_live_stream_are_posts_reposts_or_counted(shared_data):
    """Of the 152 events, 17 create posts and 15 reposts; deletes, likes, follows and the rest are no posts."""
    data = (shared_data / "live_reference/expected_v1.jsonl").read_bytes()
    events = [json.loads(line) for line in data.splitlines()]
    created = [
        one for one in events
        if one["kind"] == "commit" and one["commit"]["operation"] == "create"
        and one["commit"]["collection"] in ("app.bsky.feed.post", "app.bsky.feed.repost")
    ]  # fmt: skip
    done = imported(data)
    assert (done.found.known, done.rows_in, len(done.posts)) == ("jetstream", 152, 32)
    assert done.codes == ["not-a-post"] * 120
    assert done.column("handle") == [one["did"] for one in created]
    assert done.column("text") == [one["commit"]["record"].get("text", "") for one in created]
    seen = [datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=one["time_us"]) for one in created]
    assert done.column("published_at") == seen
    assert Counter(done.column("kind")) == {"post": 9, "reply": 8, "repost": 15}


def test_series_of_counts_are_told_from_posts(shared_data):
    for path in sorted((shared_data / "eval_kit/nab_tweet_volume").glob("Twitter_volume_*.csv")):
        with pytest.raises(CountsNotPosts):
            recognise(source(path.read_bytes()))


# --- D7: feeds of every wrong kind --------------------------------------------------------------------
TAGS = {b"item": (b"pubDate", b"guid"), b"entry": (b"published", b"id")}


def dated(feed: bytes) -> bytes:
    """The same feed, a date and an id given to each entry: hardly any of these has both."""

    def opened(found: re.Match[bytes]) -> bytes:
        date, own = TAGS[found[2]]
        return b"%b<%b%b>Wed, 01 Oct 2025 14:22:45 GMT</%b%b><%b%b>urn:b:1</%b%b>" % (
            found[0], found[1], date, found[1], date, found[1], own, found[1], own
        )  # fmt: skip

    return re.sub(rb"<((?:\w+:)?)(item|entry)(?:\s[^>]*[^/>])?>", opened, feed)


def test_every_entry_of_odd_feeds_is_read(shared_data):
    """Of 2,106 feeds made to break readers, a third: each is read to its last entry, or refused in a sentence."""
    read = refused = 0
    with tarfile.open(shared_data / "hostile/feedparser_tests.tar.xz") as archive:
        for member in [one for one in archive if one.isfile() and one.name.endswith(".xml")][::3]:
            feed = dated(archive.extractfile(member).read())
            there = len(feedparser.parse(io.BytesIO(feed)).entries)
            try:
                done = imported(source(feed, member.name))
            except RebondError:
                refused += there > 0
                continue
            read += 1
            assert done.rows_in == there and done.refused == 0, member.name
    assert read > 350
    assert refused < 0.02 * read  # channels of 1997, whose entries bear other names
