"""Sysomos (MAP and Heartbeat, now in Meltwater): mentions as a table, day and hour in two columns.

The names say Eastern time: the hour of New York, summer included. The id is its own; a post of X is told by its
address. `View` is the count a video site shows; `Favourites` are no likes: left aside, as are its authority and the
rating of videos. It never tells likes, reposts nor who is answered.
"""

from rebond.importers.format import Format, Signature
from rebond.sentences import Verbatim

FORMAT = Format(
    key="sysomos",
    name=Verbatim("Sysomos"),
    signatures=(Signature(("Date(ET)", "UniqueId")),),
    columns={
        "published_at": ("Date(ET)",),
        "time": ("Time(ET)", "time(Eastern Standard Time)"),
        "text": ("Contents", "Snippet", "Description"),
        "title": ("Title",),
        "handle": ("AuthorName", "AuthorId"),
        "profile": ("Bio",),
        "native_id": ("UniqueId",),
        "url": ("Link",),
        "platform": ("Source", "Host"),
        "lang_declared": ("Language",),
        "replies": ("Comments",),
        "views": ("View",),
        "followers": ("Followers",),
        "tone_declared": ("Sentiment",),
    },
    never=("likes", "reposts", "rating", "parent_id", "is_owned"),
)
