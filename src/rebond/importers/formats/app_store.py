"""Apple's App Store: the table of the collector app_store_scraper, and the feed of reviews as JSON, Apple's or parsed.

The feed writes its offset; the table writes UTC without saying so. An edited review bears the date of its last words.
The text is the title, then the review. The feed gives the last 500 reviews of a country. Votes for a review are no
likes of it: left aside, as is the language of the feed. It never tells an address.
"""

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import N_, say


def adapt(table: Table) -> Table:
    """The number of the review, which stands at the end of an address that changes; accounts by their number."""
    found = {}
    own, account, named = table.get("native_id"), table.get("_account"), table.get("handle")
    if own is not None:
        found["native_id"] = pc.coalesce(_number(own), own)
    if account is not None and named is not None:
        found |= {"handle": pc.coalesce(_number(account), named), "author_name": named}
    return table.having(**found)


def _number(cells: pa.StringArray) -> pa.StringArray:
    """The last figures of each cell; null where there are none."""
    return pc.struct_field(pc.extract_regex(cells, r"(?P<number>\d+)$"), "number")


FORMAT = Format(
    key="app_store",
    name=say(N_("App Store (reviews)")),
    caps=(500,),
    by_period=False,
    signatures=(
        Signature(("isEdited", "userName", "review", "rating")),
        Signature(("im_rating", "im_votesum")),
        Signature(("im:rating.label", "im:version.label")),
    ),
    zone="UTC",
    platform="app_store",
    kind="review",
    columns={
        "published_at": ("updated.label", "updated", "date"),
        "text": ("content.label", "content", "review"),
        "title": ("title.label", "title"),
        "handle": ("author.name.label", "author", "userName"),
        "_account": ("author.uri.label", "href"),
        "native_id": ("id.label", "id"),
        "rating": ("im:rating.label", "im_rating", "rating"),
    },
    never=("url", "likes", "views", "lang_declared"),
    titled=True,
    adapt=adapt,
)
