"""Crimson Hexagon (ForSight, closed in 2020): the bulk export of a monitor, and the table that was uploaded into one.

The bulk export names its zone in the name of the date ("Date (EST)", which follows New York, summer included); an
upload does not say whose hour it holds. `GUID` is its own: the address goes for an upload. Klout is an estimate. It
never tells likes, reposts, replies nor views.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="crimson_hexagon",
    name=Verbatim("Crimson Hexagon"),
    signatures=(
        Signature(("GUID", "Contents", "Klout Score")),
        Signature(("author", "contents", "title", "url", "type", "language"),
                  where={"date": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"}),
    ),
    columns={
        "published_at": ("Date (EST)", "Date (EDT)", "Date (GMT)", "Date (UTC)", "date"),
        "text": ("Contents",),
        "title": ("title",),
        "handle": ("Author", "Name"),
        "author_name": ("Name",),
        "native_id": ("GUID",),
        "url": ("URL",),
        "platform": ("Source", "type"),
        "lang_declared": ("language",),
        "followers": ("Followers",),
    },
    never=("likes", "reposts", "replies", "views", "is_owned", "verified"),
)  # fmt: skip
