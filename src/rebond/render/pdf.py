"""The review on paper: Typst, PDF/UA-1 and PDF/A-2a, the same bytes for the same review."""

import json
from importlib import resources

from rebond.render import fonts
from rebond.render.paper import paper_of
from rebond.render.printable import Printable
from rebond.render.renderer import Pictures, Renderer
from rebond.render.spoken import put
from rebond.review.blocks import Review
from rebond.sentences import N_, say, say_count
from rebond.wording.voice import Voice

PAPERS = {"a4": "a4", "letter": "us-letter"}  # as Typst names them
NAMED = (N_("%(n)s sign that the typeface lacks is named in square brackets or left out."),
         N_("%(n)s signs that the typeface lacks are named in square brackets or left out."))  # fmt: skip


def render(review: Review, voice: Voice, pictures: Pictures, paper: str | None = None) -> bytes:
    """The PDF. paper: "a4" or "us-letter"; None: that of the organisation's place.

    Two pages for ordinary content; longer text flows on to a further page rather than shrink. The date inside is
    `review.drawn_at`, never the clock's.
    """
    import typst

    drawable = Printable(voice)
    told = put(review, voice, words=drawable)
    told["drawn_at"] = [review.drawn_at.year, review.drawn_at.month, review.drawn_at.day]
    told["page"] = voice.text(say(N_("page")))
    told["named"] = None if not drawable.replaced else voice.text(say_count(*NAMED, drawable.replaced))
    # Its stubs want every input to be of one type; the page is bytes and the folder of faces a path.
    content = typst.compile(  # type: ignore[misc]
        resources.files("rebond.render").joinpath("templates/review.typ").read_bytes(),
        sys_inputs={
            "review": json.dumps(told, ensure_ascii=False, sort_keys=True),
            "charts": json.dumps({key: drawing.svg for key, drawing in sorted(pictures.items())}, ensure_ascii=False),
            "paper": paper or PAPERS[paper_of(review.zone, voice)],
        },
        font_paths=[fonts.folder().name],
        ignore_system_fonts=True,
        pdf_standards=["ua-1", "a-2a"],  # accessible and archivable: the compiler refuses a file that is not
        timestamp=review.drawn_at,
    )
    assert isinstance(content, bytes)
    return content


RENDERER = Renderer(key="pdf", suffix=".pdf", render=render)
