"""The review in Word: two pages to correct, whose figures the next run updates while the words people changed stay.

What was written is recorded inside the file (`docx_package.RECORD`); `docx_edits` reads the file again after people.
"""

import hashlib
import json
from collections.abc import Mapping

from rebond.evidence.room import room
from rebond.render import docx_styles
from rebond.render.docx_blocks import WIDTH, blocks
from rebond.render.docx_body import Body
from rebond.render.docx_package import Document, packed, relation
from rebond.render.docx_parts import clean, el, field, paragraph, run, text
from rebond.render.docx_picture import file_of
from rebond.render.paper import paper_of
from rebond.render.renderer import Pictures, Renderer
from rebond.render.spoken import Plain, put
from rebond.review.blocks import Review
from rebond.review.edits import named
from rebond.review.state import printed
from rebond.review.written import Written
from rebond.sentences import N_, Term, say
from rebond.vocabulary import load
from rebond.wording.voice import Voice

PAPERS = {"letter": (12240, 15840), "a4": (11906, 16838)}  # twentieths of a point
TOP, BOTTOM, HEAD, FOOT = 620, 560, 320, 280
LIMITS = N_("How this was done, and its limits")
PAGE = N_("page")


def render(review: Review, voice: Voice, pictures: Pictures) -> bytes:
    """The document: two pages for ordinary content, then a page on how it was done. Dated by `review.drawn_at`."""
    told = put(named(review), voice, words=clean)
    body, page_word = Body(pictures, _measured(review, voice)), clean(voice.text(say(PAGE)))
    sections = [_page(body, page) for page in told["pages"]]
    feet = [page["foot"] for page in told["pages"]]
    if told["limits"]:
        sections.append(_limits(body, told, clean(voice.text(say(LIMITS)))))
        feet.append("")
    parts = {
        "document.xml": el("document", el("body", *_sections(sections, paper_of(review.zone, voice)))),
        "styles.xml": docx_styles.styles(voice.tag),
        "settings.xml": docx_styles.settings(voice.tag),
        "fontTable.xml": docx_styles.font_table(),
        "numbering.xml": docx_styles.numbering(),
        "header1.xml": el("hdr", _header(told)),
        **{f"footer{n}.xml": el("ftr", _footer(foot, page_word)) for n, foot in enumerate(feet, start=1)},
    }
    media = {file_of(key): drawing.png for key, drawing in sorted(pictures.items())}
    return packed(
        Document(
            parts=parts,
            media=media,
            record=json.dumps(
                _written(body, review, voice, media).to_plain(), ensure_ascii=True, separators=(",", ":")
            ),
            title="".join(stretch["t"] for stretch in told["pages"][0]["title"]["runs"]),
            author=told["organisation"],
            subject=told["kind"],
            lang=voice.tag,
            dated=review.drawn_at,
        )
    )


def _written(body: Body, review: Review, voice: Voice, media: Mapping[str, bytes]) -> Written:
    digests = tuple(hashlib.sha256(content).hexdigest() for content in media.values())
    return Written(lang=voice.lang, tag=voice.tag, items=tuple(body.items), pictures=digests,
                   figures=printed(review, voice))  # fmt: skip


def _measured(review: Review, voice: Voice) -> dict[str, str]:
    """What each figure measures: the title its content control shows."""
    known = load("metric")
    return {
        figure.id: clean(voice.label(Term(vocabulary="metric", key=figure.metric)))
        for figure in review.figures
        if figure.metric in known
    }


def _page(body: Body, page: Plain) -> str:
    kicker = body.fixed("Heading1", page["kicker"])
    title = body.line("Title", page["title"])
    return kicker + title + "".join(blocks(body, page))


def _limits(body: Body, told: Plain, heading: str) -> str:
    title = body.fixed("Heading1", heading)
    limits = "".join(body.fixed("ListBullet", *body.said(limit)) for limit in told["limits"])
    if told["coverage"] is None:
        return title + limits
    return title + limits + paragraph("Gap", ()) + "".join(blocks(body, {"blocks": [told["coverage"]]}))


def _sections(sections: list[str], paper: str) -> list[str]:
    """Each page is a section, for it has a foot of its own."""
    drawn = []
    for n, section in enumerate(sections, start=1):
        layout = _layout(paper, n)
        last = n == len(sections)
        drawn.append(section + (paragraph("Spacer", ()) + layout if last else paragraph("Spacer", (), layout)))
    return drawn


def _layout(paper: str, n: int) -> str:
    width, height = PAPERS[paper]
    side = (width - WIDTH) // 2
    return el(
        "sectPr",
        f'<w:headerReference w:type="default" r:id="{relation("header1.xml")}"/>',
        f'<w:footerReference w:type="default" r:id="{relation(f"footer{n}.xml")}"/>',
        el("type", val="nextPage"),
        el("pgSz", w=width, h=height),
        el("pgMar", top=TOP, right=width - WIDTH - side, bottom=BOTTOM, left=side, header=HEAD, footer=FOOT, gutter=0),
    )


RIGHT = el("tabs", el("tab", val="right", pos=WIDTH))


ONE_LINE = 134  # small letters that the head of a page holds


def _header(told: Plain) -> str:
    """Who and what on the left, the seal on the right; under it where both do not hold on one line."""
    whole = sum(room(told[part]) for part in ("organisation", "kind", "seal", "sealed"))
    between = "\t" if whole <= ONE_LINE else "\n\t"
    pieces = [
        text(told["organisation"], "Strong"), text(f"  {told['kind']}{between}"), text(told["seal"], "Strong"),
        text(f"  {told['sealed']}"),
    ]  # fmt: skip
    return paragraph("Header", pieces, RIGHT)


def _footer(foot: str, page: str) -> str:
    numbers = f"{run(f'{page} ')}{field('PAGE')}{run(' / ')}{field('NUMPAGES')}"
    return el("p", el("pPr", el("pStyle", val="Footer"), RIGHT), run(f"{foot}\t"), numbers)


RENDERER = Renderer(key="docx", suffix=".docx", render=render)
