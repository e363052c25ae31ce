"""What addresses tell. Each clock is held against an instant known from its platform, not from us."""

from datetime import UTC, datetime, timedelta

import pytest

from rebond.importers.issued import address_of


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(("url", "platform", "known", "precision"), [
    # The example of X's own announcement of its ids, and of methods of this house.
    ("https://twitter.com/jack/status/1050118621198921728", "x", "2018-10-10 20:19:24", "second"),
    # atcute, a library of the protocol: 3l25zusnsfctk is 1724171495793000 µs.
    ("https://bsky.app/profile/lea.bsky.social/post/3l25zusnsfctk", "bluesky", "2024-08-20 16:31:35", "second"),
    # Discord's reference: 175928847299117063 is of 1462015105796 ms.
    ("https://discord.com/channels/1/2/175928847299117063", "discord", "2016-04-30 11:18:25", "second"),
    # LinkedIn's documentation: created at 1506560133675 ms.
    ("https://www.linkedin.com/feed/update/urn:li:activity:6318971194909560123", "linkedin", "2017-09-28 00:55:33",
     "second"),
    # A post whose time a scraper gives: 1764952408517 ms.
    ("https://www.linkedin.com/posts/ibrainglobal_day-activity-7402746946853253120-EGae?rcm=x", "linkedin",
     "2025-12-05 16:33:28", "second"),
    # Two media whose times people asked about, 2384288897814875714 and 2383568809444681765.
    ("https://www.instagram.com/p/CEWsh68Kc5C/", "instagram", "2020-08-26 13:43:27", "hour"),
    ("https://www.instagram.com/rivage/reel/CEUIzRfpawl", "instagram", "2020-08-25 13:52:46", "hour"),
])  # fmt: skip
def test_an_id_gives_the_instant_its_platform_gives(url, platform, known, precision):
    address = address_of(url)
    assert (address.platform, address.precision) == (platform, precision)
    assert timedelta(0) <= address.issued - at(known) < timedelta(seconds=1)


def test_a_mastodon_id_is_milliseconds_and_sixteen_bits_on_any_server():
    posted = at("2025-06-26 13:38:09")
    id = int(posted.timestamp() * 1000) << 16 | 4242
    for url in (f"https://mastodon.social/@lea/{id}", f"https://piaille.fr/@lea@mastodon.social/{id}"):
        address = address_of(url)
        assert (address.platform, address.issued, address.native_id) == ("mastodon", posted, None)


def test_a_tiktok_id_is_exact_to_the_minute():
    posted = at("2025-10-14 21:05:07")
    address = address_of(f"https://www.tiktok.com/@rivage.coop/video/{int(posted.timestamp()) << 32 | 77}?_r=1")
    assert (address.issued, address.precision, address.handle) == (posted, "minute", "rivage.coop")


@pytest.mark.parametrize(("cell", "platform", "handle"), [
    ("x.com/lea_b/status/1845936279110492423?s=20", "x", "lea_b"),
    ("https://x.com/i/web/status/1845936279110492423", "x", None),
    ("https://www.facebook.com/RivageCoop/posts/pfbid02", "facebook", "RivageCoop"),
    ("https://www.facebook.com/groups/1/posts/2", "facebook", None),
    ("https://t.me/rivage/12", "telegram", "rivage"),
    ("https://www.reddit.com/r/montreal/comments/1abc/rivage/", "reddit", None),
    ("https://www.tripadvisor.ca/ShowUserReviews-1", "tripadvisor", None),
    ("https://exemple.org/avis", "web", None),
])  # fmt: skip
def test_the_host_gives_the_platform_and_the_path_the_account(cell, platform, handle):
    address = address_of(cell)
    assert (address.platform, address.handle) == (platform, handle)


def test_what_follows_readers_about_is_no_part_of_an_address():
    plain = address_of("https://exemple.org/a?id=3")
    assert address_of("http://www.exemple.org/a/?utm_source=x&id=3&fbclid=9#haut") == plain


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "vu dans le groupe",
        "capture.png ou pas",
        "http://[::1",
        "https://",
        "n/a",
        "https://exemple.org/" + "a" * 3_000,
    ],
)
def test_what_is_no_address_gives_none(cell):
    assert address_of(cell) is None


@pytest.mark.parametrize("url", [
    "https://bsky.app/profile/a/post/2222222222222",  # the year 1970
    "https://www.tiktok.com/@a/video/100000000000000000",  # 1970 as well
    "https://www.youtube.com/watch?v=dQw4w9WgXcQ",
])  # fmt: skip
def test_an_id_that_cannot_be_of_a_post_gives_no_time(url):
    assert address_of(url).issued is None
