"""Clocks of links, held to real posts whose times are known from elsewhere, and two real posts typed by hand."""

import csv
import io
import json
from datetime import UTC, datetime, timedelta

import pytest
from tests.unit.importers.exports import imported, source

from rebond.desk.request import Request
from rebond.desk.review import draw
from rebond.importers.issued import address_of

NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def freebox(shared_data):
    data = (shared_data / "freebox_fr/free_tweet_export_until_2024-09-30.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(data)))


def test_each_link_to_x_gives_the_second_at_which_it_was_posted(freebox):
    for row in freebox:
        posted = datetime.fromisoformat(row["date"])
        assert address_of(row["url"]).issued.replace(microsecond=0) == posted


def test_a_record_key_of_bluesky_is_as_its_author_dates_it(shared_data):
    """Of the posts that the network relayed, each key says what its author's program wrote, to five seconds."""
    events = map(json.loads, (shared_data / "live_reference/expected_v1.jsonl").read_text("utf-8").splitlines())
    apart = []
    for event in events:
        commit = event.get("commit", {})
        if (commit.get("collection"), commit.get("operation")) == ("app.bsky.feed.post", "create"):
            address = address_of(f"https://bsky.app/profile/{event['did']}/post/{commit['rkey']}")
            apart.append(abs(address.issued - datetime.fromisoformat(commit["record"]["createdAt"])))
    assert len(apart) == 17 and max(apart) < timedelta(seconds=5)


def listed(rows) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["Lien", "Date", "Heure", "Capture d'écran"])
    writer.writerows([row["url"], "", "", ""] for row in rows)
    return out.getvalue()


def test_real_links_alone_make_a_list_with_platform_account_and_time(freebox):
    chosen = freebox[:400:20]
    done = imported(source(listed(chosen), "releve.csv"))
    assert done.found.importer == "by_hand" and set(done.column("platform")) == {"x"} and not done.problems
    assert [row["author"] for row in chosen] == done.column("handle")
    assert [f"{at:%Y-%m-%d %H:%M:%S}" for at in done.column("published_at")] == [row["date"][:19] for row in chosen]


def test_links_picked_out_of_a_real_export_add_nothing_to_it(freebox, shared_data, tmp_path):
    """All of the picked posts are in the export: it is the same review, whatever the order of the files."""
    export = shared_data / "freebox_fr/free_tweet_export_until_2024-09-30.csv"
    (tmp_path / "releve.csv").write_text(listed(freebox[:400:20]), "utf-8")
    figures = []
    for name, files in (("without", (export,)), ("with", (tmp_path / "releve.csv", export))):
        asked = Request(exports=files, organisation="Free", own=("Freebox",), zone="Europe/Paris", lang="en",
                        formats=("html",), out=tmp_path / name)  # fmt: skip
        folder = draw(asked, step=lambda _: None, ask=None, now=NOW).folder
        drawn = json.loads((folder / "review.json").read_text("utf-8"))
        figures.append([(one["id"], one["value"], one["n"], one["interval"]) for one in drawn["figures"]])
        assert drawn["corpus"]["chosen_by_people"] == 0
    assert figures[0] == figures[1]
