"""What was answered, on the clock of the conversation. Nothing here says what an answer caused."""

from datetime import datetime, timedelta

import ibis
import pyarrow as pa

from rebond.actions import Action, ActionLog, When
from rebond.analysis.counted import ours
from rebond.analysis.measure import Window
from rebond.analysis.picked import when_of
from rebond.analysis.shapes import Phases, Volume, posts_between
from rebond.analysis.sides import Response
from rebond.settings import CaseSheet
from rebond.tables import collect

AROUND = timedelta(hours=6)  # posts are counted this long before and after an act
FOLLOWS = timedelta(hours=48)  # a peak within this delay "follows" and is always commented
SAME_ACT = timedelta(minutes=20)  # an own post that may be this near a logged public act is that act


def complete_log(log: ActionLog, posts: ibis.Table, window: Window, zone: str = "UTC") -> ActionLog:
    """The log, plus our own captured posts that it does not already hold.

    posts: WALK_POSTS; zone: IANA, of the days of posts whose export tells no hour. An own post is a public act whether
    or not somebody wrote it down; its kind is not guessed. Our reposts of others are left out.
    """
    known = [action.when for action in log.public]
    found = tuple(_as_action(row, zone) for row in _own_posts(posts, window).to_pylist())
    new = tuple(a for a in found if not any(_may_be_one(a.when, when) for when in known))
    merged = sorted((*log.actions, *new), key=lambda a: (a.when.earliest, a.when.latest, a.id))
    return ActionLog(actions=tuple(merged), confirmed=log.confirmed)


def _own_posts(posts: ibis.Table, window: Window) -> pa.Table:
    kept = ours(posts, window)
    kept = kept.filter(kept.kind != "repost")
    columns = kept.select("post_id", "published_at", "precision", "platform", "kind", "lang", "raw_file", "raw_row")
    return collect(columns, by="post_id")


def _as_action(row: dict[str, object], zone: str) -> Action:
    at = row["published_at"]
    assert isinstance(at, datetime)
    when = when_of(at, str(row["precision"]), zone)
    return Action(
        id=f"post-{row['post_id']}",
        kind="reply" if row["kind"] in ("reply", "comment") else "other",
        when=when,
        title="",
        visibility="public",
        channels=(str(row["platform"]),),
        langs=(str(row["lang"])[:2],) if row["lang"] else (),
        published_at=at if when.earliest == when.latest else None,
        source="posts",
        raw_file=str(row["raw_file"]),
        raw_row=int(str(row["raw_row"])),
    )


def _may_be_one(one: When, other: When) -> bool:
    return one.earliest <= other.latest + SAME_ACT and other.earliest <= one.latest + SAME_ACT


def match_responses(log: ActionLog, volume: Volume, phases: Phases, sheet: CaseSheet) -> tuple[Response, ...]:
    """Public acts of the crisis, with their delay and what the curve did around them.

    From a day before the outbreak for what is recorded, from the outbreak for our captured posts, to the return to
    normal. When neither was dated: every public act, without a delay.
    """
    start, over = phases.outbreak.retained, phases.normal.retained or phases.normal.high
    kept = [a for a in log.public if over is None or a.when.earliest <= over]
    if start is not None:
        lead = {"posts": timedelta(0)}
        kept = [a for a in kept if a.when.latest >= start - lead.get(a.source, timedelta(days=1))]
    return tuple(_response(action, start, volume, phases, sheet) for action in kept)


def _response(action: Action, start: datetime | None, volume: Volume, phases: Phases, sheet: CaseSheet) -> Response:
    at = action.when
    delay = None if start is None else tuple(d.total_seconds() for d in at.since(start))
    return Response(
        action=action,
        delay=delay,  # type: ignore[arg-type]
        target_met=_met(delay, sheet.targets.answer),
        posts_before=_seen_between(volume, Window(at.earliest - AROUND, at.earliest)),
        posts_after=_seen_between(volume, Window(at.latest, at.latest + AROUND)),
        peak_after=_peak_after(at, phases),
        missing_langs=tuple(lang for lang in sheet.languages_owed if action.langs and lang not in action.langs),
    )


def _seen_between(volume: Volume, window: Window) -> int | None:
    """Posts in the window; None where part of it was not observed, or where days alone are known: that is not zero."""
    if volume.seconds > (window.ends - window.starts).total_seconds():
        return None
    first, last = volume.bin_of(window.starts), volume.bin_of(window.ends - timedelta(microseconds=1))
    if first < 0 or last >= len(volume.posts) or not volume.observed[first : last + 1].all():
        return None
    return posts_between(volume, window)


def _met(delay: tuple[float, ...] | None, target: timedelta | None) -> bool | None:
    if delay is None or target is None:
        return None
    low, high = (d <= target.total_seconds() for d in delay)
    return high if low == high else None


def _peak_after(at: When, phases: Phases) -> float | None:
    """Seconds from the act to the next peak, when one comes within 48 h."""
    later = [(peak.at - at.latest) for peak in phases.peaks if timedelta(0) <= peak.at - at.latest <= FOLLOWS]
    return min(later).total_seconds() if later else None
