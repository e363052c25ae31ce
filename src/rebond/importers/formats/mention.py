"""Mention: the objects of its API, and the table of the same names.

Times of the API state their offset; those of a table do not. `created_at` is when Mention found the post: left aside.
The id is Mention's own; a post of X is told by its address. `reach` is an estimate and `engagement` often one figure
for all: likes, shares and comments are only read where they stand apart. It never tells views nor followers.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="mention",
    name=Verbatim("Mention"),
    signatures=(Signature(("description_short", "original_url", "tone")),),
    columns={
        "published_at": ("published_at",),
        "text": ("description", "description_short"),
        "title": ("title",),
        "handle": ("author.username", "author.name", "author"),
        "author_name": ("author.name",),
        "native_id": ("id",),
        "url": ("original_url",),
        "platform": ("source_type", "source_name"),
        "lang_declared": ("language",),
        "likes": ("engagement.likes",),
        "reposts": ("engagement.shares",),
        "replies": ("engagement.comments",),
        "tone_declared": ("tone",),
    },
    never=("views", "followers", "is_owned", "verified"),
)
