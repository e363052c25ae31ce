"""The internal evidence: one anchor a figure, with the posts, the log entries, the formula and the limits behind it.

Never to be passed around: it shows posts (under pseudonyms) and names the files they came from. Each figure of the
shareable pages links here, to internal/evidence.<lang>.html#<figure>.
"""

from datetime import timedelta
from typing import Any
from urllib.parse import quote

from rebond.actions import Action
from rebond.analysis.measure import Window
from rebond.analysis.shapes import Boundary
from rebond.crisis import Crisis
from rebond.evidence.figures import Figure
from rebond.evidence.grade import amount
from rebond.evidence.picked import Pick
from rebond.evidence.trace import Post, Trace
from rebond.render.page import page
from rebond.render.spoken import SQUARES
from rebond.review import marks
from rebond.review.blocks import Blank, Line, Review, Table
from rebond.sentences import (
    N_,
    Between,
    Moment,
    Sentence,
    Term,
    Value,
    Verbatim,
    say,
    say_count,
)  # fmt: skip
from rebond.vocabulary import load
from rebond.vocabulary.figures import metric
from rebond.wording.overlays import overlay
from rebond.wording.typography import set_type
from rebond.wording.voice import Voice

WORDS = {
    "seal": N_("INTERNAL: do not circulate"),
    "sealed": N_("posts and pseudonyms, for those who may read them"),
    "title": N_("The evidence behind each figure"),
    "back": N_("Back to the review"), "skip": N_("Skip to content"), "top": N_("All figures"),
    "lead": N_("Each figure of the review, with what it counts, how sure it is, and the posts or log entries behind "
               "it. Accounts stand under a pseudonym, those named in a text as […]; your log stands as you wrote it."),
    "recount": N_("To count again: posts.csv, in this folder, holds every post on one line, with the file and line it "
                  "was read from. Each figure gives its conditions on those columns."),
    "figures": N_("The figures"), "turning": N_("The turning points"), "log": N_("The log, as read"),
    "limits": N_("How this was done, and its limits"), "counts": N_("What it counts"), "how": N_("How it is counted"),
    "rests": N_("Rests on"), "period": N_("Period"), "sure": N_("Confidence"), "interval": N_("May lie between"),
    "compared": N_("Compared with"), "careful": N_("To keep in mind"), "why_not": N_("Why it is not given"),
    "entries": N_("Log entries"), "method": N_("Method"), "filter": N_("In posts.csv"),
    "when": N_("When"), "platform": N_("Platform"), "account": N_("Account"), "kind": N_("Kind"), "text": N_("Text"),
    "source": N_("File, line"), "what": N_("What"), "turning_point": N_("Turning point"), "measured": N_("Measured"),
    "range": N_("Range"), "declared": N_("Declared"), "note": N_("Note"), "nothing": N_("nothing"),
    "also": N_("It also tells"), "itself": N_("The post itself"), "received": N_("Received"),
    "ranked": N_("The accounts that received most"), "first_post": N_("First post captured"),
    "chronology": N_("Items chosen by people, and the log, in order of time"), "shot": N_("Screenshot"),
    "no_log": N_("No log was given."), "inputs": N_("Inputs"),
}  # fmt: skip
OTHER = {"fr": {"lang": "en", "name": "English"}, "en": {"lang": "fr", "name": "Français"}}
INTERVAL = {
    "log_range": N_("what the log's times allow"), "boundary": N_("what the turning points allow"),
    "wilson95": N_("95% interval"), "poisson95": N_("95% interval"), "bootstrap95": N_("95% interval"),
    "usual95": N_("95% interval of what is usual"),
}  # fmt: skip
REPEATED = N_("a post that an export holds as well")
AGAINST = {"plan": N_("the plan"), "normal": N_("the usual level, per day"), "previous": N_("the previous crisis")}
POINTS = (
    ("warning", N_("first signs")), ("outbreak", N_("outbreak")), ("exit", N_("exit")),
    ("normal", N_("return to normal")),
)  # fmt: skip
FACETS = {
    "accounts": N_("distinct accounts"),
    "peak_hour": N_("highest hour"),
    "deleted": N_("deleted since"),
    "without_text": N_("without text"),
    "other_languages": N_("other languages"),
    "several_languages": N_("two languages in one post"),
    "unknown": N_("language not stated"),
    "to_approval": N_("from draft to approval"),
    "to_publication": N_("from approval to publication"),
}

COUNTED_AS = {  # parts of a metric that count something else than the whole
    "accounts": N_("The distinct accounts that published these posts."),
    "peak_hour": N_("The posts of the hour that holds most of them."),
    "deleted": N_("Of the posts whose export carries texts, those that the platform has replaced by a mark since."),
    "without_text": N_("Of the posts whose export carries texts, those that came without one; reposts left out."),
}


def render(
    review: Review, crisis: Crisis, traces: tuple[Trace, ...], items: tuple[Pick, ...], voice: Voice
) -> bytes:  # fmt: skip
    """The page, UTF-8. traces: of every figure of the review, as `evidence.trace` gives them; items: picked posts."""
    content = _Witness(review, crisis, voice).content(traces, items)
    return page("evidence.html.j2", ("review.css", "evidence.css"), content)


class _Witness:
    """Puts what the traces hold into the words of one language."""

    def __init__(self, review: Review, crisis: Crisis, voice: Voice) -> None:
        self.review, self.crisis, self.voice = review, crisis, voice

    def content(self, traces: tuple[Trace, ...], items: tuple[Pick, ...]) -> dict[str, Any]:
        by_id = {trace.figure: trace for trace in traces}
        figures = [self.figure(figure, by_id[figure.id]) for figure in self.review.figures]
        return {
            "lang": self.voice.lang, "tag": self.voice.tag, "other": OTHER[self.voice.lang],
            "organisation": self.text(self.review.organisation), "kind": self.text(self.review.kind),
            "drawn": self.text(Moment(self.review.drawn_at, "day_year")), "inputs_hash": self.crisis.inputs_hash,
            "words": {key: self.text(say(text)) for key, text in WORDS.items()},
            "figures": figures, "points": self.points(), "limits": [self.text(one) for one in self.review.limits],
            "coverage": None if self.review.coverage is None else self.coverage(self.review.coverage),
            "picked": None if not items else self.text(self.crisis.picked.why) if self.crisis.picked.items else "",
            "alone": self.crisis.picked.alone, "chronology": self.chronology(items) if items else [],
            "log": [self.entry(action) for action in self.crisis.log.actions if action.source != "posts"],
        }  # fmt: skip

    def text(self, value: Sentence | Value) -> str:
        return self.voice.text(value)

    # --- one figure -----------------------------------------------------------------------------------
    def figure(self, figure: Figure, trace: Trace) -> dict[str, Any]:
        formula = metric(figure.metric).formula(self.voice.lang)
        formula = set_type(overlay(formula, self.voice.tag), self.voice.lang)
        if (part := figure.id.partition(".")[2]) in COUNTED_AS:
            formula = self.text(say(COUNTED_AS[part]))
        return {
            "id": figure.id, "label": self.label(figure), "value": self.text(_value(figure)),
            "withheld": figure.value is None and figure.interval is None,
            "why_not": None if figure.why_not is None else self.text(figure.why_not),
            "period": None if figure.window is None else self.window(figure.window),
            "rests": self.text(_rests(figure)), "interval": self.interval(figure), "against": self.against(figure),
            "squares": SQUARES[figure.confidence],
            "confidence": self.text(Term(vocabulary="confidence", key=figure.confidence)),
            "formula": formula, "method": figure.method_version,
            "caveats": [self.text(one) for one in figure.caveats if one != figure.why_not],
            "notes": [self.text(one) for one in figure.notes],
            "conditions": [self.text(one) for one in trace.conditions], "filter": trace.filter,
            "found": None if trace.found is None else self.text(_found(trace)),
            "posts": [self.post(post) for post in trace.shown],
            "itself": [] if trace.about is None else [self.post(trace.about)], "ranked": self.ranked(figure),
            "actions": [self.entry(action) for action in trace.actions],
        }  # fmt: skip

    def ranked(self, figure: Figure) -> list[dict[str, str]]:
        """The accounts of a ranking, highest first, under their pseudonyms."""
        measure = self.crisis.measure(figure.id)
        rows = () if measure is None else measure.details.get("ranked", ())
        return [
            {"account": who[:8], "received": self.voice.count(n), "first": "–" if at is None else self.text(Moment(at))}
            for who, n, at in rows
        ]

    def label(self, figure: Figure) -> str:
        name = self.text(Term(vocabulary="metric", key=figure.metric))
        _, _, facet = figure.id.partition(".")
        if not facet:
            return name
        return self.text(say(N_("%(metric)s: %(part)s"), metric=name, part=_facet(facet)))

    def window(self, window: Window) -> str:
        return self.text(say(N_("from %(start)s to %(end)s"),
                             start=Moment(window.starts, "full"), end=Moment(window.ends, "full")))  # fmt: skip

    def interval(self, figure: Figure) -> str | None:
        """Both ends and what kind of interval it is; nothing when the value itself is already the range."""
        if figure.interval is None or figure.interval_is == "none" or isinstance(figure.printed, Sentence):
            return None  # "before the outbreak" says it all
        low, high = (amount(end, figure.unit) for end in figure.interval)
        return self.text(
            say(N_("%(range)s (%(kind)s)"), range=Between(low, high), kind=say(INTERVAL[figure.interval_is]))
        )

    def against(self, figure: Figure) -> str | None:
        if figure.against is None or figure.against_is not in AGAINST:
            return None
        unit = "duration" if figure.unit == "duration" else "ratio"
        return self.text(say(N_("%(what)s: %(value)s"), what=say(AGAINST[figure.against_is]),
                             value=amount(figure.against, unit)))  # fmt: skip

    def post(self, post: Post) -> dict[str, str]:
        return {
            "when": self.text(Moment(post.at)), "platform": self.text(Term(vocabulary="platform", key=post.platform)),
            "account": (post.account or "–")[:8], "kind": self.text(Term(vocabulary="post_kind", key=post.kind)),
            "text": post.text, "times": self.times(post), "file": post.raw_file, "line": self.voice.count(post.raw_row),
        }  # fmt: skip

    # --- picked items -------------------------------------------------------------------------------------
    def chronology(self, items: tuple[Pick, ...]) -> list[dict[str, Any]]:
        """Items and log in order of time; last, the rows whose post an export holds as well."""
        log = [action for action in self.crisis.log.actions if action.source != "posts"]
        told = [(item.when, n, self.item(item)) for n, item in enumerate(items) if item.when is not None]
        told += [(action.when, n, {**self.entry(action), "account": "", "shots": []}) for n, action in enumerate(log)]
        told.sort(key=lambda one: (one[0].earliest, one[0].latest, one[1]))
        return [*(line for _, _, line in told), *(self.item(item) for item in items if item.when is None)]

    def item(self, item: Pick) -> dict[str, Any]:
        kind = (item.kind, item.platform) if item.kind and item.platform else None
        return {
            "when": "–" if item.when is None else self.text(marks.moment_of(item.when)),
            "kind": self.text(say(REPEATED)) if kind is None else self.text(say(
                N_("%(kind)s, %(platform)s"), kind=Term(vocabulary="post_kind", key=kind[0]),
                platform=Term(vocabulary="platform", key=kind[1]))),
            "account": (item.account or "–")[:8], "what": item.text, "file": item.raw_file,
            "line": self.voice.count(item.raw_row),
            "shots": [{"name": name, "href": f"../raw/{quote(name)}"} for name in item.shots],
        }  # fmt: skip

    def times(self, post: Post) -> str:
        """Nothing for what was said once."""
        return "" if post.times == 1 else self.text(say(N_("said %(n)s times, nearly word for word"), n=post.times))

    def entry(self, action: Action) -> dict[str, str]:
        kind = Term(vocabulary="event_kind" if action.is_event else "action_kind", key=action.kind)
        # In its own words, whole: this page stays inside.
        what = Verbatim(action.title) if action.title else marks.named(action, self.crisis.sheet)
        return {
            "when": self.text(marks.moment(action)), "kind": self.text(kind), "what": self.text(what),
            "file": action.raw_file, "line": self.voice.count(action.raw_row) if action.raw_row else "",
        }  # fmt: skip

    def coverage(self, table: Table) -> dict[str, Any]:
        """What was observed, in the words of the shareable table."""
        return {
            "title": self.text(table.title), "header": [self.text(one) for one in table.header],
            "rows": [[self.text(cell) for cell in row if not isinstance(cell, Line | Blank)] for row in table.rows],
            "note": "" if table.note is None else self.text(table.note),
        }  # fmt: skip

    # --- turning points -----------------------------------------------------------------------------------
    def points(self) -> list[dict[str, str]]:
        return [self.point(name, getattr(self.crisis.phases, key)) for key, name in POINTS]

    def point(self, name: str, boundary: Boundary) -> dict[str, str]:
        """A boundary that cannot be told says why; one the data stop before says so."""
        unseen = N_("not yet observed") if boundary.censored else N_("cannot tell")
        return {
            "name": self.text(say(name)),
            "measured": self.text(Moment(boundary.computed, "full") if boundary.computed else say(unseen)),
            "range": self.text(Between(Moment(boundary.low), Moment(boundary.high)))
            if boundary.low and boundary.high else "–",
            "declared": "–" if boundary.declared is None
            else self.text(Between(*(Moment(at) for at in boundary.declared))),
            "note": "" if boundary.why is None else self.text(boundary.why),
        }  # fmt: skip


def _value(figure: Figure) -> Sentence | Value:
    """As the pages print it; the platform that lags are counted from has none."""
    is_first = figure.metric == "platform_lag" and figure.value == timedelta(0)
    return say(N_("the first reached")) if is_first else figure.printed


def _facet(facet: str) -> Sentence | Value:
    if facet in FACETS:
        return say(FACETS[facet])
    for vocabulary in ("platform", "language"):
        if facet in load(vocabulary):
            return Term(vocabulary=vocabulary, key=facet)
    return Verbatim(facet)


def _rests(figure: Figure) -> Sentence:
    told = {
        "posts": (N_("%(n)s post"), N_("%(n)s posts")), "accounts": (N_("%(n)s account"), N_("%(n)s accounts")),
        "entries": (N_("%(n)s log entry"), N_("%(n)s log entries")), "days": (N_("%(n)s day"), N_("%(n)s days")),
    }  # fmt: skip
    return say_count(*told[figure.n_of], figure.n) if figure.n else say(WORDS["nothing"])


def _found(trace: Trace) -> Sentence:
    found = trace.found or 0
    if found == 0:
        return say(N_("No post meets these conditions."))
    if found == sum(post.times for post in trace.shown):
        return say_count(
            N_("The post that meets these conditions"), N_("The %(n)s posts that meet these conditions"), found
        )
    return say(N_("%(shown)s wordings drawn at random, always the same, among the %(found)s posts that meet these "
                  "conditions"), shown=len(trace.shown), found=found)  # fmt: skip
