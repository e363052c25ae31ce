"""What a renderer is: one file of this room that offers RENDERER (`registered("rebond.render", "RENDERER")`)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rebond.review.blocks import Review
from rebond.wording.voice import Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A picture in one language. svg: for a page; narrow: for a phone, if there is one; png: svg at 3 dots a point."""

    svg: str
    narrow: str | None
    png: bytes


Pictures = Mapping[str, Drawing]  # by Picture.key


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """One format of the review.

    key: what `--format` calls it. suffix: of the file, with its dot. render: the bytes of the file; equal arguments
    give equal bytes. It prints every line and every figure of the tree and adds none.
    """

    key: str
    suffix: str
    render: Callable[[Review, Voice, Pictures], bytes]
