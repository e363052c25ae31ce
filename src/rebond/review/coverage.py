"""What was observed, platform by platform, and how what was not could bend the findings (M-46). No cell of few.

Where it could bend them is said by kind of hole, with the figures concerned and the direction where it is certain.
"""

from collections.abc import Iterator, Mapping
from datetime import timedelta

from rebond.analysis.coverage import PlatformCoverage
from rebond.analysis.measure import Window
from rebond.crisis import Crisis
from rebond.review.blocks import Cell, Table
from rebond.sentences import N_, Listing, Sentence, Share, Term, Value, say, say_count

# Why hours were not observed (`Gap.why`), most telling first.
WHY: Mapping[str, str] = {
    "capped": N_("an export cut at its maximum"), "abrupt_end": N_("the collection stops"),
    "abrupt_start": N_("the collection begins later"), "hole": N_("an outage of the collection"),
    "before_collection": N_("not collected yet"), "after_collection": N_("no longer collected"),
}  # fmt: skip
LACKING = {
    "engagement": N_("in the others, the most engaged posts alone"),
    "unknown": N_("in the others, not all posts"),
}
EDGE = timedelta(hours=1)  # a gap that ends this near an end of the window is at that end

HEADER = (
    N_("Platform"), N_("Posts captured"), N_("Hours observed"), N_("The other hours"), N_("Deleted since"),
    N_("Without text"),
)  # fmt: skip
CLOSED = N_("Closed groups and private messages: not observable.")


def why_unseen(crisis: Crisis, window: Window) -> tuple[Sentence, ...]:
    """The reasons for which a stretch was not observed on all platforms, each once, the most telling first."""
    met = {
        gap.why
        for gap in crisis.volume.gaps
        if gap.platform is None and gap.window.starts < window.ends and window.starts < gap.window.ends
    }
    return tuple(say(words) for why, words in WHY.items() if why in met)


# --- the table ---------------------------------------------------------------------------------------------
def table(crisis: Crisis) -> Table | None:
    """One row a platform; None where nothing was captured."""
    platforms = crisis.coverage.platforms
    if not platforms:
        return None
    few = _few(crisis)
    return Table(
        title=say(N_("What was observed")),
        header=tuple(map(say, HEADER)),
        rows=tuple(_row(one, crisis, one.platform in few) for one in platforms),
        widths=(1.3, 1.1, 1.1, 2.6, 1.1, 1.1),
        note=say(CLOSED),
    )


def _row(one: PlatformCoverage, crisis: Crisis, is_few: bool) -> tuple[Cell, ...]:
    floor = crisis.settings.parameters.cell_floor_authors
    withheld = say(N_("withheld"))
    return (
        Term(vocabulary="platform", key=one.platform),
        withheld if is_few else one.posts,
        say(N_("%(observed)s of %(hours)s"), observed=one.observed, hours=one.hours),
        _others(one),
        withheld if is_few else _part(one.deleted, one.posts, floor),
        withheld if is_few else _part(one.without_text, one.posts, floor),
    )


def _others(one: PlatformCoverage) -> Value:
    reasons = [say(N_("%(why)s (%(hours)s h)"), why=say(WHY[why]), hours=hours) for why, hours in one.reasons]
    reasons += [say(LACKING[one.lacking])] if one.lacking in LACKING else []
    return Listing(tuple(reasons)) if reasons else say(N_("none"))


def _part(part: int | None, posts: int, floor: int) -> Cell:
    """A share; words where there is none, too few to be told apart, or no text to tell it from."""
    if part is None:
        return say(N_("no text in these exports"))
    if part == 0:
        return say(N_("none"))
    return say(N_("fewer than %(n)s"), n=floor) if part < floor else Share(part / posts, 1)


def _few(crisis: Crisis) -> set[str]:
    """Platforms whose number of posts is withheld: of few accounts, and the next smallest where one would show."""
    floor, spoke = crisis.settings.parameters.cell_floor_authors, crisis.corpus.accounts_by_platform
    platforms = crisis.coverage.platforms
    few = {one.platform for one in platforms if (spoke.get(one.platform) or one.posts) < floor}
    others = [one.platform for one in reversed(platforms) if one.platform not in few]
    if len(few) == 1 and others:
        few.add(others[0])
    return few


# --- how it could bend the findings --------------------------------------------------------------------------
NOTHING = N_("No hole, cut or late start is known in what was captured: nothing known bends the findings. What was "
             "said in closed spaces stays out of sight.")  # fmt: skip
BENDS = N_("How this could bend the findings. %(list)s")
AT_START = {  # by whether the outbreak is dated
    True: N_("Posts are missing before the first ones captured: first signs may be earlier, and the usual volume other "
             "than told."),
    False: N_("Posts are missing before the first ones captured: first signs and outbreak may be earlier, and the "
              "usual volume other than told."),
}  # fmt: skip
AT_END = N_("Posts are missing after the last ones captured: there may be later peaks, and a later end.")
INSIDE = {
    True: N_("Hours are missing inside the period captured: a peak may lie in them, and the volume can only be "
             "higher."),
    False: N_("Hours are missing inside the period captured: the outbreak or a peak may lie in them, and the volume "
              "can only be higher."),
}  # fmt: skip
ENGAGED = N_("Posts that few people reacted to are missing: accounts with a large audience weigh more here than they "
             "did, and the volume can only be higher.")  # fmt: skip
UNKNOWN = N_("Posts are missing that nothing tells apart: the volume can only be higher, and shares may go either way.")
PLATFORMS = N_(
    "Not observed all along: %(list)s. They may have been reached earlier, and more may have been said there."
)
DELETED = N_("Posts deleted since keep their place in the counts; their words are lost.")
FIELDS = N_(
    "Not carried by every file: %(list)s. Figures on these rest on the files that carry them, or are not given."
)
GROUPS = {"likes": N_("interactions"), "parent_id": N_("individual replies")}  # fields told together
DOUBT = (
    N_("%(n)s file is as full as an export often may be, and may be cut: its figures are taken as they are."),
    N_("%(n)s files are as full as exports often may be, and may be cut: their figures are taken as they are."),
)


def bends(crisis: Crisis) -> Sentence:
    """The paragraph: one sentence a kind of hole; a sentence of its own where none is known."""
    told = tuple(_bends(crisis))
    if not told:
        return say(NOTHING)
    joined = told[0]
    for one in told[1:]:
        joined = say("%(before)s %(after)s", before=joined, after=one)
    return say(BENDS, list=joined)


def _bends(crisis: Crisis) -> Iterator[Sentence]:
    coverage, window = crisis.coverage, crisis.window
    gaps = [gap for gap in crisis.volume.gaps if gap.platform is None and gap.why != "cap"]
    cuts = [one for one in coverage.missing if one.by_date]
    is_dated = crisis.phases.outbreak.retained is not None
    if any(gap.window.starts <= window.starts + EDGE for gap in gaps) or any(one.starts is None for one in cuts):
        yield say(AT_START[is_dated])
    if any(gap.window.ends >= window.ends - EDGE for gap in gaps) or any(one.ends is None for one in cuts):
        yield say(AT_END)
    if any(window.starts + EDGE < gap.window.starts and gap.window.ends < window.ends - EDGE for gap in gaps):
        yield say(INSIDE[is_dated])
    ways = {one.by for one in coverage.missing}
    yield from (say(words) for by, words in (("engagement", ENGAGED), ("unknown", UNKNOWN)) if by in ways)
    late = sorted({gap.platform for gap in crisis.volume.gaps if gap.platform is not None and gap.why != "cap"})
    if late:
        yield say(PLATFORMS, list=Listing(tuple(Term(vocabulary="platform", key=key) for key in late)))
    if any(one.deleted for one in coverage.platforms):
        yield say(DELETED)
    if coverage.absent:
        yield say(FIELDS, list=Listing(tuple(_absent(crisis))))
    if coverage.doubtful:
        yield say_count(*DOUBT, coverage.doubtful)


def _absent(crisis: Crisis) -> Iterator[Sentence]:
    coverage = crisis.coverage
    for aspect, files in (coverage.absent or {}).items():
        field = say(GROUPS[aspect]) if aspect in GROUPS else Term(vocabulary="post_field", key=aspect)
        if files == coverage.files:
            yield say(N_("%(field)s (in no file)"), field=field)
        else:
            text = N_("%(field)s (absent from %(n)s of %(files)s files)")
            yield say(text, field=field, n=files, files=coverage.files)
