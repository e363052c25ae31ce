"""Feeds: what is one, what its dates say, and what a hostile one cannot do."""

import pytest
from tests.unit.importers.exports import imported, source

from rebond.errors import EmptyFeed, FeedTooLarge, NotATable
from rebond.importers import feeds, recognise

GMT = "Wed, 01 Oct 2025 14:22:45 GMT"


def feed(*dates: str, title: str = "Rivage", before: str = "") -> str:
    items = (f"<item><title>{title}</title><guid>https://b.example/{n}</guid><pubDate>{date}</pubDate></item>"
             for n, date in enumerate(dates))  # fmt: skip
    return f"{before}<rss version='2.0'><channel><title>Blogue</title>{''.join(items)}</channel></rss>"


# --- what is a feed -----------------------------------------------------------------------------------
@pytest.mark.parametrize("before", [
    '<?xml version="1.0"?>', "<!-- <html> --> <?xml-stylesheet href='a.css'?>\n", "<!DOCTYPE rss [<!ENTITY a 'b'>]>",
    '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://b.example/rss.dtd">', "\ufeff\n",
])  # fmt: skip
def test_what_stands_before_the_root_is_passed_over(before):
    assert imported(feed(GMT, before=before)).column("text") == ["Rivage"]


def test_a_feed_of_two_bytes_a_letter():
    text = feed(GMT, title="Prélèvement 😡", before='<?xml version="1.0" encoding="UTF-16"?>')
    assert imported(source(text.encode("utf-16"))).column("text") == ["Prélèvement 😡"]


@pytest.mark.parametrize(
    "page", ["<html><body><rss></rss></body></html>", "<?xml version='1.0'?><bookmarks/>", "<rssx/>"]
)
def test_other_markup_is_no_feed(page):
    assert feeds.IMPORTER.recognise(source(page), None) is None
    with pytest.raises(NotATable):
        recognise(source(page))


@pytest.mark.parametrize(
    "start", ["<!--" + "<?" * 30_000, "<?" * 30_000, "<!DOCTYPE " + "[" * 30_000, "<!DOCTYPE [" + "] " * 30_000]
)
def test_declarations_without_end_come_to_an_end(start):
    assert feeds.IMPORTER.recognise(source(start), None) is None


def test_a_feed_without_entries_or_without_dates_is_refused_in_words():
    for undated in (feed(), feed("", "")):
        with pytest.raises(EmptyFeed):
            recognise(source(undated))


def test_a_feed_too_large_is_not_read():
    text = feed(GMT, before=f"<!-- {'x' * feeds.LARGEST} -->")
    assert feeds.IMPORTER.recognise(source(text), None) is None  # its root is nowhere near
    with pytest.raises(FeedTooLarge):
        recognise(source(feed(GMT, title="x" * feeds.LARGEST)))


# --- dates --------------------------------------------------------------------------------------------
def test_a_day_stays_a_day_and_a_zone_nobody_wrote_is_asked_for():
    done = imported(feed("2025-10-01", "Thu, 02 Oct 2025 14:22:45"))
    assert done.column("precision") == ["day", "second"]
    assert done.found.dates.zone_is == "assumed" and done.found.questions


def test_days_stand_before_months_as_elsewhere():
    assert [one.day for one in imported(feed("01/10/2025 14:22", "02/10/2025 14:22", "30/10/2025 14:22")).column(
        "published_at")] == [1, 2, 30]  # fmt: skip


def test_dates_written_oddly_are_read_and_those_of_a_month_are_not():
    done = imported(feed("Wed, 01 Oct 25 14:22:45 GMT", "Wed, 01 Oct 25 10:22:45 -0400", GMT, "2025-10"))
    assert {one.isoformat() for one in done.column("published_at")} == {"2025-10-01T14:22:45+00:00"}
    assert done.codes == ["bad-date"]


# --- hostile feeds ------------------------------------------------------------------------------------
def test_entities_that_call_each_other_are_never_expanded():
    calls = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    text = feed(GMT, title="&a9;", before=f'<!DOCTYPE rss [<!ENTITY a0 "ha">{calls}]>')
    assert imported(text).column("text") == ["&a9;"]
    assert imported(source(text.encode("utf-16"))).column("text") == ["&a9;"]


@pytest.mark.parametrize(
    "before", ['<?xml version="1.0" encoding="\0UTF-8"?>', '<?xml version="1.0" encoding="\udcff"?>']
)
def test_a_declaration_that_is_damaged_is_no_crash(before):
    with pytest.raises(NotATable):
        recognise(source(feed(GMT, before=before).encode("utf-8", "surrogateescape")))


def test_a_name_that_is_damaged_is_no_crash():
    entry = "<a:entry><a:updated>2025-10-01T14:22:45Z</a:updated></a:entry>"
    with pytest.raises(NotATable):
        recognise(source(f"<a:feed xmlns:a='http ://www.w3.org/2005/Atom'>{entry}</a:feed>"))


def test_files_of_the_machine_are_never_read(tmp_path):
    (tmp_path / "secret.txt").write_text("mot de passe")
    entity = f'<!DOCTYPE rss [<!ENTITY leak SYSTEM "{(tmp_path / "secret.txt").as_uri()}">]>'
    assert "mot de passe" not in str(imported(feed(GMT, title="&leak;", before=entity)).posts)


def test_scripts_of_a_text_are_let_go():
    text = feed(GMT).replace(
        "<guid>", "<description>&lt;b onclick=x()>a&lt;/b>&lt;script>x()&lt;/script></description><guid>"
    )
    assert imported(text).column("text") == ["Rivage\na"]
