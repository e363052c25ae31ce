"""Some posts as a file will be read: by the very code that will read it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rebond.importers.glimpse import Glimpse
from rebond.importers.posts import build
from rebond.importers.source import Recognition
from rebond.sentences import N_, Listing, Moment, Sentence, Term, Value, Verbatim, say, say_count

SHOWN = 5
TEXT = 160  # characters of a text shown
COUNTS = ("likes", "reposts", "replies", "views", "rating")
HEADS = N_("%(when)s · %(who)s · %(where)s")
COUNT = N_("%(what)s: %(count)s")
NOBODY, NO_TEXT = N_("no account"), N_("no text")
LEFT_OUT = (
    N_("Of the rows looked at, %(n)s has no date that can be read: it would be left out."),
    N_("Of the rows looked at, %(n)s have no date that can be read: they would be left out."),
)


@dataclass(frozen=True, slots=True)
class Preview:
    """Posts spread over the file, in its order. left_out: rows of the sample without a date that can be read."""

    posts: tuple[dict[str, Any], ...]  # rows of RAW_POSTS
    looked_at: int
    left_out: int

    def told(self) -> Iterator[tuple[Sentence | Value, ...]]:
        """Each post in two or three lines, then what would be left out."""
        yield from (tuple(_lines(post)) for post in self.posts)
        if self.left_out:
            yield (say_count(*LEFT_OUT, self.left_out),)


def previewed(glimpse: Glimpse, found: Recognition) -> Preview:
    """The sample read as the file will be, and five of its posts. A sheet or a list bears no line here."""
    rows = [list(row) for row in glimpse.sample]
    batch = build(rows, list(range(1, len(rows) + 1)), found, ())
    posts = batch.posts.to_pylist()
    spread = sorted({len(posts) * n // SHOWN for n in range(SHOWN)}) if posts else []
    return Preview(tuple(posts[at] for at in spread), batch.rows_in, batch.rows_in - len(posts))


def _lines(post: dict[str, Any]) -> Iterator[Sentence | Value]:
    who = Verbatim(f"@{post['handle']}") if post["handle"] else say(NOBODY)
    when = Moment(post["published_at"], "day_year" if post["precision"] == "day" else "full_year")
    yield say(HEADS, when=when, who=who, where=Term(vocabulary="platform", key=post["platform"]))
    text = " ".join(post["text"].split())
    yield Verbatim(text if len(text) <= TEXT else text[: TEXT - 1] + "…") if text else say(NO_TEXT)
    counts = tuple(_count(name, post[name]) for name in COUNTS if post[name] is not None)
    if counts:
        yield Listing(counts)


def _count(field: str, count: int | float) -> Sentence:
    return say(COUNT, what=Term(vocabulary="post_field", key=field), count=int(count) if count == int(count) else count)
