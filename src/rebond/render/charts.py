"""Pictures: a Vega-Lite dictionary and a voice give SVG and PNG, offline, from the bundle vl-convert carries."""

import json
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from rebond.render import fonts
from rebond.render.renderer import Drawing, Pictures
from rebond.review.blocks import Curve, Picture, Review
from rebond.sentences import AtLeast, Between, InWords, Listing, Moment, Number, Sentence, Share, Term, Token, Verbatim
from rebond.wording.voice import Voice

SPOKEN = (Sentence, Term, Verbatim, InWords, Share, Number, Moment, Between, AtLeast, Listing, Token, timedelta)
DOTS = 3.0  # of the PNG, per point


def draw_pictures(review: Review, voice: Voice) -> Pictures:
    """Every picture of a review, by key."""
    found = [block.picture for page in review.pages for block in page.blocks if isinstance(block, Curve)]
    return {picture.key: draw(picture, voice) for picture in found}


def draw(picture: Picture, voice: Voice) -> Drawing:
    """One picture in one language."""
    import vl_convert

    svg = _svg(picture.spec, voice)
    narrow = None if picture.narrow is None else _svg(picture.narrow, voice)
    return Drawing(svg=svg, narrow=narrow, png=vl_convert.svg_to_png(_on_paper(svg), scale=DOTS))


def _on_paper(svg: str) -> str:
    """A white ground: word processors show a transparent picture on whatever lies behind it."""
    head, _, rest = svg.partition(">")
    return f'{head}><rect width="100%" height="100%" fill="#FFFFFF"/>{rest}'


def _svg(spec: Mapping[str, Any], voice: Voice) -> str:
    _register_fonts()
    import vl_convert

    numbers, times = voice.vega_locale()
    text = json.dumps(_put(_dressed(spec), voice), ensure_ascii=False)
    return vl_convert.vegalite_to_svg(text, format_locale=numbers, time_format_locale=times)


@cache
def _register_fonts() -> None:
    import vl_convert

    vl_convert.register_font_directory(fonts.folder().name)


def _dressed(spec: Mapping[str, Any]) -> dict[str, Any]:
    """The house's face; no description of parts, since a picture carries one alternative text as a whole."""
    config = {"font": fonts.FAMILY, "aria": False, **spec.get("config", {})}
    return {**spec, "config": config, "background": None}


def _put(part: Any, voice: Voice) -> Any:
    """The specification with every sentence and value in it put into words."""
    if isinstance(part, SPOKEN):
        return voice.text(part)
    if isinstance(part, Mapping):
        return {key: _put(value, voice) for key, value in part.items()}
    if isinstance(part, list | tuple):
        return [_put(value, voice) for value in part]
    return part
