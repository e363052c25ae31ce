"""Meltwater: two generations of its tables (the older in UTF-16, with tabs), and the JSON of its API, older and newer.

JSON is UTC; a table bears the hour of the account, often in a column of its own, and does not say whose. X is told by
its own id; elsewhere the address is the id, since parents and threads are addresses. Reach, echo, AVE and estimated
views are estimates: views are only those the platform counts. The API gives no text of X.
"""

import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.format import Format, Signature
from rebond.importers.table import Table
from rebond.sentences import Verbatim
from rebond.tables import NOTHING


def adapt(table: Table) -> Table:
    """The longer of two extracts; a network by its name, another source by its kind."""
    found = {}
    text, opening = table.get("text"), table.get("_opening")
    sort, place = table.get("_sort"), table.get("_place")
    if opening is not None:
        found["text"] = opening if text is None else _longer(opening, text)
    if sort is not None:
        sort = pc.if_else(pc.match_substring(sort, "social", ignore_case=True), NOTHING, sort)
    told = [one for one in (sort, place) if one is not None]
    if told:
        found["platform"] = pc.coalesce(*told)
    return table.having(**found)


def _longer(one: pa.StringArray, other: pa.StringArray) -> pa.StringArray:
    """Of each pair of cells, the one that says more."""
    is_longer = pc.greater(pc.utf8_length(one), pc.fill_null(pc.utf8_length(other), 0))
    return pc.if_else(pc.fill_null(is_longer, False), one, other)


FORMAT = Format(
    key="meltwater",
    name=Verbatim("Meltwater"),
    caps=(20_000,),
    signatures=(
        Signature(("Hit Sentence", "Opening Text")),
        Signature(("document_url", "document_opening_text", "source_information_type")),
        Signature(("published_date", "indexed_date", "source.information_type")),
    ),
    columns={
        "published_at": ("Date", "published_date", "publish_date", "document_publish_date"),
        "time": ("Time",),
        "text": ("Body", "content.body", "Hit Sentence", "matched.hit_sentence", "document_hit_sentence"),
        "_opening": ("Opening Text", "content.opening_text", "document_opening_text"),
        "title": ("Headline", "Title", "content.title", "document_title"),
        "handle": ("Author Handle", "Influencer", "Twitter Screen Name", "Author Name", "document_author"),
        "author_name": ("Author Name", "Twitter Screen Name"),
        "profile": ("Twitter Bio",),
        "followers": ("Twitter Followers",),
        "native_id": ("Tweet Id", "external_id", "document_external_id"),
        "_own": ("Document ID", "id"),
        "url": ("URL", "document_url"),
        "platform": ("Source",),
        "_sort": ("Source Type", "source_information_type"),
        "_place": ("Source Domain", "Source Name"),
        "lang_declared": ("Language", "enrichments.language_code", "language_code", "document_language_code"),
        "kind": ("Content Type",),
        "parent_id": ("parent.url",),
        "root_id": ("thread.url",),
        "likes": ("Likes", "Reactions", "metrics.engagement.likes", "metrics.engagement.reactions"),
        "reposts": ("Reposts", "Shares", "metrics.engagement.reposts", "metrics.engagement.shares"),
        "replies": ("Comments", "Replies", "metrics.engagement.comments", "metrics.engagement.replies"),
        "views": ("Views", "metrics.views", "document_views"),
        "tone_declared": ("Sentiment", "enrichments.sentiment", "document_sentiment"),
    },
    never=("is_owned", "verified", "rating"),
    kinds={
        "news article": "post", "social post": "post", "forum post": "post", "blog post": "post", "video": "post",
        "audio": "post", "forum post reply": "reply", "direct message": "",
    },
    adapt=adapt,
    makes=("text", "platform"),
)  # fmt: skip
