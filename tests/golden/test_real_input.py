"""Real input whole: every file that people may hold is read to its last row, or refused in a sentence."""

import csv
import io
import json
import re
import sys
import tarfile
from collections import Counter
from datetime import UTC, datetime
from html import unescape

import pytest
from tests.golden.test_cases import case_of
from tests.unit.importers.exports import imported, source
from tests.unit.render.test_html import Parsed

from rebond.desk.enrich import opened
from rebond.desk.request import Request
from rebond.desk.review import draw
from rebond.errors import CountsNotPosts
from rebond.importers import recognise
from rebond.settings import CaseSheet, Settings
from rebond.tables import collect
from rebond.wording.voice import Voice


# --- D4: 296 threads of X, a file a post ------------------------------------------------------------------
def speaks_to_others(post: dict) -> bool:
    """A repost typed by hand under the post it carries on, or a quote: it continues no thread."""
    return bool(re.match(r"RT ?[@:]", post["text"])) or post.get("is_quote_status", False)


def test_the_5185_posts_of_296_threads_are_a_case_with_its_threads(shared_data, tmp_path):
    with tarfile.open(shared_data / "rumoureval2017/rumoureval2017_dev.tar.gz") as archive:
        folders = ("source-tweet", "replies")
        posts = [json.load(archive.extractfile(one)) for one in archive if one.name.split("/")[-2:-1][0] in folders
                 and one.name.endswith(".json") and one.isfile()]  # fmt: skip
    export = tmp_path / "rumours.jsonl"
    export.write_text("\n".join(map(json.dumps, posts)), "utf-8")
    case, told = case_of(tmp_path, export)
    assert told[0] == "rumours.jsonl: 5,185 rows, all kept." and case.manifest().rows == 5185
    parents = {post["id_str"]: None if speaks_to_others(post) else post["in_reply_to_status_id_str"] for post in posts}

    def start(one: str) -> str:
        return one if parents.get(one) is None else start(parents[one])

    by_hand = Counter(Counter(map(start, parents)).values())  # how many threads of each size
    with opened(case, Settings(sheet=CaseSheet(organisation="Sydney"))) as prepared:
        threads = prepared.posts.mutate(thread=prepared.posts.thread_id.fill_null(prepared.posts.post_id))
        sizes = collect(threads.group_by("thread").aggregate(n=threads.count()), by="thread")["n"]
    assert Counter(sizes.to_pylist()) == by_hand and sum(by_hand.values()) > 296


# --- D6: a sample of each tool ----------------------------------------------------------------------------
SAMPLES = {  # columns: text, date, likes, whether it is a repost
    "bluesky": ("text", "created_at", "like_count", lambda row: row["is_repost"] == "TRUE"),
    "mastodon": ("content", "created_at", "favourites_count", lambda row: row["is_reblog"] == "TRUE"),
    "twitter": ("Text", "Tweet_Created At", "Tweet_Likes", lambda row: row["Text"].startswith("RT @")),
}


@pytest.mark.parametrize("name", SAMPLES)
def test_each_row_of_the_platform_samples_is_a_post(shared_data, name):
    data = (shared_data / f"eval_kit/platform_samples/rebranding_{name}.csv").read_bytes()
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    text, date, likes, is_repost = SAMPLES[name]
    done = imported(data)
    assert len(done.posts) == done.rows_in == len(rows) == 50
    assert done.column("likes") == [int(row[likes]) for row in rows]
    assert [kind == "repost" for kind in done.column("kind")] == [is_repost(row) for row in rows]
    assert done.column("text") == [unescape(row[text].replace("\r\n", "\n")) for row in rows]
    when = "%a %b %d %H:%M:%S %z %Y" if name == "twitter" else None
    stated = (datetime.strptime(row[date], when) if when else datetime.fromisoformat(row[date]) for row in rows)
    assert done.column("published_at") == list(stated)


@pytest.mark.parametrize("name", ["2sets", "brexit", "noflat", "edited", "geo_tweets", "quoted_edit"])
def test_each_post_of_the_answers_of_x_is_read(shared_data, name):
    data = (shared_data / f"eval_kit/x_api_v2_jsonl/{name}.jsonl").read_bytes()
    pages = [json.loads(line) for line in data.splitlines() if line.strip()]
    there = [post for page in pages for post in (page["data"] if isinstance(page["data"], list) else [page["data"]])]
    done = imported(data)
    assert done.found.known == "x_v2" and done.column("native_id") == [post["id"] for post in there]
    instants = [datetime.fromisoformat(post["created_at"]) for post in there]
    assert done.column("published_at") == instants


def test_counts_of_x_are_told_from_posts(shared_data):
    with pytest.raises(CountsNotPosts):
        recognise(source((shared_data / "eval_kit/x_api_v2_jsonl/counts.jsonl").read_bytes()))


def test_the_two_workbooks_are_read_to_their_last_row(shared_data, tmp_path):
    """PROVENANCE: 8,815 comments of YouTube, 624 of them in one hour; 2,000 reviews."""
    folder = shared_data / "eval_kit/platform_samples"
    case, told = case_of(tmp_path, folder / "youtube_comments_gorman.xlsx", folder / "appstore_reviews_podcast.xlsx")
    assert [line for line in told if line.endswith("kept.")] == [
        "youtube_comments_gorman.xlsx: 8,815 rows, all kept.", "appstore_reviews_podcast.xlsx: 2,000 rows, all kept."
    ]  # fmt: skip
    posts = case.posts().to_table(columns=["platform", "published_at", "rating"]).to_pylist()
    hours = Counter(f"{post['published_at']:%Y-%m-%d %H}" for post in posts if post["platform"] == "youtube")
    assert hours.most_common(1) == [("2021-01-20 13", 624)]
    assert Counter(post["rating"] is not None for post in posts if post["platform"] == "app_store") == {True: 2000}


# --- D8: what production made of raw frames ---------------------------------------------------------------
def test_the_events_served_by_production_are_read(shared_data):
    """Ten events: a like, a follow… and one reply, one repost, that alone are posts."""
    data = (shared_data / "live_reference/golden_v1.jsonl").read_bytes()
    events = [json.loads(line) for line in data.splitlines()]
    done = imported(data)
    said = [one for one in events if one["kind"] == "commit" and one["commit"]["operation"] == "create"
            and one["commit"]["collection"] in ("app.bsky.feed.post", "app.bsky.feed.repost")]  # fmt: skip
    assert (done.rows_in, len(done.posts), done.codes) == (10, 2, ["not-a-post"] * 8)
    assert done.column("handle") == [one["did"] for one in said]
    assert done.column("native_id") == [
        f"at://{one['did']}/{one['commit']['collection']}/{one['commit']['rkey']}" for one in said
    ]
    records = [one["commit"]["record"] for one in said]
    assert done.column("parent_id") == [one.get("reply", {}).get("parent", {}).get("uri") for one in records]
    assert done.column("repost_of") == [one.get("subject", {}).get("uri") for one in records]


# --- D7: made to break things (its feeds: benchmarks/checks/odd_feeds.py) ---------------------------------
NAMES = ('"><img src=x onerror=alert(1)>.csv', "'; DROP TABLE posts;--.csv", "${7*7}{{7*7}}<script>.csv")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no files of such names")
def test_hostile_texts_handles_addresses_and_file_names_are_words_on_every_page(shared_data, tmp_path):
    payloads = (shared_data / "hostile/xss-payload-list.txt").read_text("utf-8", "replace").splitlines()[::7]
    naughty = [one for one in json.loads((shared_data / "hostile/blns.json").read_text("utf-8")) if one.strip()]
    hostile = [one.replace("\r", " ").replace("\0", " ") for one in (*payloads, *naughty)]
    for n, name in enumerate(NAMES):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(("created_at", "username", "text", "url", "likes"))
            writer.writerows(
                (f"2024-07-{12 + at // 300:02d}T{at % 24:02d}:{at % 60:02d}:{n:02d}Z", one, f"Rivage {one}",
                 "javascript:alert(1)", at) for at, one in list(enumerate(hostile))[n::3]
            )  # fmt: skip
    asked = Request(
        exports=tuple(tmp_path / name for name in NAMES), lang="both", zone="America/Toronto", out=tmp_path / "case",
        organisation="Rivage", own=(payloads[0],), formats=("html",),
    )  # fmt: skip
    done = draw(asked, lambda step: None, None, now=datetime(2026, 11, 25, tzinfo=UTC))
    english = Voice.of("en")
    assert any(NAMES[0] in english.text(line) for line in done.told)
    pages = list(done.folder.rglob("*.html"))
    assert len(pages) == 4
    shown = ""
    for page in pages:
        parsed = Parsed(page.read_text("utf-8"))
        assert not {"script", "iframe", "object", "embed", "img", "form", "input", "marquee"} & set(parsed.elements)
        assert not [name for _, name in parsed.attributes if name.startswith("on")]
        assert {link.partition(":")[0] for link in parsed.links if ":" in link} <= {"https", "http"}
        shown += "".join(parsed.text)
    assert NAMES[0] in shown and "onerror" in shown
