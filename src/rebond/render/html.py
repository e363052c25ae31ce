"""The review on screen: one page that opens from disk, asks nobody for anything, and works without script."""

from typing import Any

from rebond.render.page import ours, page
from rebond.render.renderer import Pictures, Renderer
from rebond.render.spoken import Plain, put
from rebond.review.blocks import Review
from rebond.sentences import N_, say
from rebond.wording.voice import Voice

WORDS = {
    "skip": N_("Skip to content"), "evidence": N_("internal evidence"), "state": N_("State of this review"),
    "three": N_("Three sentences"), "figures": N_("Key figures"), "marks": N_("Our acts and outside events"),
    "table": N_("Figures of the picture, in a table"), "signatures": N_("Signatures"), "ours": N_("our act"),
    "event": N_("outside event"), "limits": N_("How this was done, and its limits"),
    "underlined": N_("The underlined figures lead to the posts behind them, in the internal folder that stays with "
                     "the few who may read it: sent alone, this page keeps its figures, and these links lead nowhere."),
}  # fmt: skip
OTHER = {"fr": {"lang": "en", "name": "English"}, "en": {"lang": "fr", "name": "Français"}}


def render(review: Review, voice: Voice, pictures: Pictures) -> bytes:
    """The page, UTF-8. Everything people wrote is escaped; the policy lets nothing run and nothing load."""
    told = put(review, voice)
    return page(
        "review.html.j2",
        ("review.css",),
        {
            **_with_tables(told),
            "pictures": {key: _Marked(drawing) for key, drawing in pictures.items()},
            "words": {key: voice.text(say(text)) for key, text in WORDS.items()},
            "other": OTHER[voice.lang],
            "plain_title": "".join(run["t"] for run in told["pages"][0]["title"]["runs"]),
        },
    )


class _Marked:
    """Drawings are our own markup: they go into the page as they are."""

    def __init__(self, drawing: Any) -> None:
        self.svg = ours(drawing.svg)
        self.narrow = None if drawing.narrow is None else ours(drawing.narrow)


def _with_tables(told: Plain) -> Plain:
    """What a table needs to know of its columns: which hold numbers, whether one holds the state of lessons."""
    blocks = [block for sheet in told["pages"] for block in sheet["blocks"]]
    for block in (*blocks, *filter(None, [told["coverage"]])):
        if block["block"] == "table":
            columns = list(zip(*block["rows"], strict=True))
            block["numbers"] = [all(c["kind"] == "text" and c["number"] for c in column) for column in columns]
            block["numbers"] = block["numbers"] or [False] * len(block["header"])
            block["has_state"] = any(c["kind"] == "state" for column in columns for c in column)
    return told


RENDERER = Renderer(key="html", suffix=".html", render=render)
