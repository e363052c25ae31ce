"""The simulated posts as files people would really hold: two tools' exports that overlap, and one plain table.

The first is what an international listening tool gives: a preamble, English names, UTC. The second comes from a French
tool: semicolons, French names, the organisation's own clock. Both carry the X posts of the crisis.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from rebond.drill.plan import Plan
from rebond.drill.post import Post
from rebond.drill.storm import LANGS

LISTENED = ("x", "reddit", "bluesky")  # platforms of the first tool
FOLLOWED = ("facebook", "instagram")  # platforms of the second, with X while the crisis lasts
BOTH_FROM, BOTH_UNTIL = 43, 60  # days of the plan between which both tools were listening to X
NETWORKS = {"x": "X", "reddit": "Reddit", "bluesky": "Bluesky", "facebook": "Facebook", "instagram": "Instagram"}
KINDS = {"post": "Publication", "repost": "Partage", "reply": "Réponse"}
ENTRIES = {"post": "post", "repost": "share", "reply": "reply"}
LISTENING = ["Query Name", "Date", "Content Source Name", "Page Type", "Url", "Author", "Full Name", "Full Text",
             "Language", "Thread Entry Type", "X Reply to", "X Repost of", "Followers", "Verified", "Likes", "Reposts",
             "Replies", "Impressions", "Profile", "Resource Id"]  # fmt: skip
FOLLOWING = ["Réseau", "Date de publication", "Compte", "Nom affiché", "Abonnés", "Texte", "Type", "Langue", "J'aime",
             "Partages", "Commentaires", "Lien", "Identifiant", "En réponse à", "Partage de"]  # fmt: skip
PLAIN = ["platform", "post_id", "published_at_utc", "username", "followers", "text", "lang", "type", "in_reply_to_id",
         "retweet_id", "likes", "reposts", "replies", "url"]  # fmt: skip


def listening_export(plan: Plan, posts: Iterable[Post]) -> bytes:
    """CSV in UTF-8 with a preamble of quoted lines, as a listening tool writes it."""
    out = io.StringIO(newline="")
    first, last = (f"{at:%Y-%m-%d %H:%M:%S}" for at in (plan.starts, plan.ends))
    out.write(
        f'"Report:","Bulk Mentions Download"\n"Brand:","Rivage Co-op"\n"From:","{first} UTC"\n"To:","{last} UTC"\n\n'
    )
    return _table(out, LISTENING, (_listened(p) for p in posts if p.platform in LISTENED), ",").encode("utf-8-sig")


def following_export(plan: Plan, posts: Iterable[Post]) -> bytes:
    """CSV with semicolons, French names and local times, in UTF-8 with its mark."""
    zone, start = ZoneInfo(plan.zone), int(plan.starts.timestamp() * 1000)
    days = [start + day * 86_400_000 for day in (BOTH_FROM, BOTH_UNTIL)]
    kept = (p for p in posts if p.platform in FOLLOWED or (p.platform == "x" and days[0] <= p.ms < days[1]))
    return _table(io.StringIO(newline=""), FOLLOWING, (_followed(p, zone) for p in kept), ";").encode("utf-8-sig")


def plain_table(posts: Iterable[Post], rows: int = 20_000) -> Iterator[bytes]:
    """Every post in one table, by pieces of so many rows: what trials of speed read."""
    names: Sequence[Sequence[object]] = [PLAIN]
    held: list[Sequence[object]] = [*names]
    for post in posts:
        held.append(_plain(post))
        if len(held) >= rows:
            yield _lines(held)
            held = []
    yield _lines(held)


def _lines(rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def _table(out: io.StringIO, header: Sequence[str], rows: Iterable[Sequence[object]], delimiter: str) -> str:
    write = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    write.writerow(header)
    write.writerows(rows)
    return out.getvalue()


def _listened(post: Post) -> Sequence[object]:
    parent, author = post.parent, post.author
    linked = parent.url if parent and post.platform == "x" else ""  # the tool keeps these links for X alone
    return (
        "Rivage", f"{_at(post.ms):%Y-%m-%d %H:%M:%S}.0", NETWORKS[post.platform], post.platform, post.url,
        author.handle, author.name, _shown(post), post.lang, ENTRIES[post.kind],
        linked if post.kind == "reply" else "", linked if post.kind == "repost" else "", author.followers,
        "true" if author.verified else "false", post.likes, post.reposts, post.replies,
        "" if post.views is None else post.views, author.profile, post.native_id,
    )  # fmt: skip


def _followed(post: Post, zone: ZoneInfo) -> Sequence[object]:
    author, parent = post.author, post.parent
    shown = _shown(post) if post.platform == "x" else post.text
    language = "Français" if post.lang == LANGS[0] else "Anglais"
    return (
        NETWORKS[post.platform], f"{_at(post.ms).astimezone(zone):%d/%m/%Y %H:%M:%S}", author.handle, author.name,
        author.followers, shown, KINDS[post.kind], language, post.likes, post.reposts, post.replies, post.url,
        post.native_id, parent.native_id if parent and post.kind == "reply" else "",
        parent.native_id if parent and post.kind == "repost" else "",
    )  # fmt: skip


def _plain(post: Post) -> Sequence[object]:
    parent = post.parent.native_id if post.parent else ""
    return (
        post.platform, post.native_id, f"{_at(post.ms):%Y-%m-%dT%H:%M:%SZ}", post.author.handle, post.author.followers,
        post.text, post.lang, post.kind, parent if post.kind == "reply" else "",
        parent if post.kind == "repost" else "", post.likes, post.reposts, post.replies, post.url,
    )  # fmt: skip


def _shown(post: Post) -> str:
    """The text as tools show it: a repost begins with the account reposted."""
    return f"RT @{post.parent.author.handle}: {post.text}" if post.parent and post.kind == "repost" else post.text


def _at(ms: int) -> datetime:
    return datetime.fromtimestamp(ms // 1000, tz=UTC)
