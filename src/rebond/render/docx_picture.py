"""A picture inside a paragraph, with the text that stands for it."""

import struct
from xml.sax.saxutils import quoteattr

from rebond.render.docx_package import relation
from rebond.render.docx_parts import Piece, el, paragraph

EMU = 635  # English metric units in a twentieth of a point


def file_of(key: str) -> str:
    """Where the picture lies in word/."""
    return f"media/{key}.png"


def picture(png: bytes, key: str, alt: str, width: int, number: int) -> str:
    """The picture on the whole measure. width: twentieths of a point."""
    across, down = struct.unpack(">II", png[16:24])  # the first words of a PNG
    size = f'cx="{width * EMU}" cy="{width * EMU * down // across}"'
    called = f'id="{number}" name={quoteattr(key)} descr={quoteattr(alt)}'
    blip = f'<a:blip r:embed="{relation(file_of(key))}"/><a:stretch><a:fillRect/></a:stretch>'
    shape = f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    drawn = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/><wp:docPr {called}/>'
        '<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic>'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        f"<pic:nvPicPr><pic:cNvPr {called}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>{blip}</pic:blipFill>"
        f"<pic:spPr>{shape}</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    return paragraph("Picture", [Piece("", el("r", drawn))])
