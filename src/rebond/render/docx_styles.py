"""The styles of the Word document: few, named as Word names its own, so that people restyle it in one place."""

from collections.abc import Iterator
from dataclasses import dataclass

from rebond.render.docx_parts import ACCENT, INK, MUTED, OURS, OUTSIDE, PALE, RULE, edge, el

FACE = "Calibri"  # on every Windows and Mac; Carlito, which LibreOffice puts in its place, has the same widths
STAND_IN = "Carlito"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style. size: points; before, after: points around a paragraph; line: share of the usual line height."""

    id: str
    name: str
    size: float | None = None
    bold: bool | None = None
    colour: str | None = None
    before: float = 0
    after: float = 0
    line: float = 0.82
    keep: bool = False
    outline: int | None = None
    extra: str = ""  # further paragraph properties, placed before spacing
    indent: str = ""
    right: bool = False
    run: str = ""  # further run properties
    base: str | None = "Normal"
    next: str | None = None


PARAGRAPHS = (
    Style(id="Normal", name="Normal", size=9, colour=INK, base=None),
    Style(id="Title", name="Title", size=16.5, bold=True, after=4, line=0.86, keep=True, next="Normal"),
    Style(id="Heading1", name="heading 1", size=10, bold=True, colour=ACCENT, keep=True, outline=0, next="Title"),
    Style(id="Heading2", name="heading 2", size=10.5, bold=True, after=1.5, keep=True, outline=1, next="Normal"),
    Style(id="Heading3", name="heading 3", size=9.5, bold=True, after=1, keep=True, outline=2, next="Normal"),
    Style(id="Caption", name="caption", size=8.5, colour=MUTED, before=2),
    Style(id="ListBullet", name="List Bullet", after=2, line=1.0,
          extra=el("numPr", el("ilvl", val=0), el("numId", val=1)), indent=el("ind", left=227, hanging=227)),
    Style(id="Header", name="header", size=8.5, colour=MUTED),
    Style(id="Footer", name="footer", size=8, colour=MUTED),
    Style(id="Small", name="Small", size=8.5),
    Style(id="State", name="State", size=8),
    Style(id="FigureValue", name="Figure Value", size=18, bold=True, colour=ACCENT, line=0.86),
    Style(id="FigureLong", name="Figure Value Long", size=13, bold=True, colour=ACCENT, before=3, line=0.86),
    Style(id="FigureWords", name="Figure in Words", size=10, bold=True, colour=MUTED, before=4),
    Style(id="FigureLabel", name="Figure Label", size=9),
    Style(id="Against", name="Figure Comparison", size=8, colour=MUTED, before=1),
    Style(id="Confidence", name="Figure Confidence", size=7.5, colour=MUTED, before=1.5),
    Style(id="Label", name="Label", bold=True),
    Style(id="Pair", name="Pair Label", colour=MUTED),
    Style(id="Finding", name="Finding", before=1.5, after=1.5,
          extra=el("pBdr", edge("top", 0.5, RULE, space=2), edge("between", 0.5, RULE, space=2))),
    Style(id="Verdict", name="Verdict", bold=True, colour=ACCENT, before=1),
    Style(id="TableHead", name="Table Head", size=8.5, colour=MUTED),
    Style(id="TableText", name="Table Text", size=9),
    Style(id="TableNumber", name="Table Number", size=9, right=True),
    Style(id="TableStrong", name="Table Strong", size=9, bold=True),
    Style(id="Rule", name="To Complete", size=9, before=3,
          extra=el("pBdr", el("bottom", val="single", sz=5, space=1, color=MUTED)), keep=True),
    Style(id="RuleBy", name="To Complete By", size=7.5, colour=MUTED, before=0.5, line=0.86),
    Style(id="Picture", name="Picture", line=1.0, after=2),
    Style(id="Spacer", name="Spacer", size=1, line=0.2),
    Style(id="Gap", name="Gap", size=3, line=1.0),
    Style(id="WideGap", name="Wide Gap", size=5, line=1.0),
)  # fmt: skip

CHARACTERS = (
    Style(id="Tag", name="Tag", size=7.5, bold=False, colour=MUTED,
          run=el("bdr", val="single", sz=4, space=0, color=RULE)),
    Style(id="Muted", name="Muted", colour=MUTED),
    Style(id="Strong", name="Strong", bold=True),
    Style(id="Squares", name="Squares", size=7, bold=False, colour=MUTED),
    Style(id="SquaresLeft", name="Squares Left", size=7, bold=False, colour=PALE),
    Style(id="OurMark", name="Our Act", size=8.5, bold=True, run=el("shd", val="clear", color="auto", fill=OURS)),
    Style(id="EventMark", name="Outside Event", size=8.5, bold=True, colour="FFFFFF",
          run=el("shd", val="clear", color="auto", fill=OUTSIDE)),
)  # fmt: skip


def styles(tag: str) -> str:
    """styles.xml. tag: language of the document, for the spell checker and for screen readers."""
    return el(
        "styles", _defaults(tag), *(_paragraph(s) for s in PARAGRAPHS), *(_character(s) for s in CHARACTERS), *_tables()
    )


def _defaults(tag: str) -> str:
    fonts = el("rFonts", ascii=FACE, hAnsi=FACE, cs=FACE, eastAsia=FACE)
    return el(
        "docDefaults",
        el("rPrDefault", el("rPr", fonts, *_size(10), el("lang", val=tag, eastAsia=tag, bidi="ar-SA"))),
        el("pPrDefault", el("pPr", el("spacing", before=0, after=0, line=240, lineRule="auto"))),
    )


def _size(points: float) -> tuple[str, str]:
    return el("sz", val=round(points * 2)), el("szCs", val=round(points * 2))


def _paragraph(style: Style) -> str:
    return el(
        "style",
        el("name", val=style.name),
        el("basedOn", val=style.base) if style.base else "",
        el("next", val=style.next) if style.next else "",
        el("qFormat"),
        el(
            "pPr",
            el("keepNext") if style.keep else "",
            el("keepLines") if style.keep else "",
            style.extra,
            el("spacing", before=round(style.before * 20), after=round(style.after * 20), line=round(style.line * 240),
               lineRule="auto"),
            style.indent,
            el("jc", val="right") if style.right else "",
            el("outlineLvl", val=style.outline) if style.outline is not None else "",
        ),
        _run_properties(style),
        type="paragraph", styleId=style.id, default=1 if style.id == "Normal" else None,
        customStyle=None if style.name[0].islower() or style.name in BUILT_IN else 1,
    )  # fmt: skip


BUILT_IN = ("Normal", "Title", "List Bullet", "Strong")


def _character(style: Style) -> str:
    return el(
        "style",
        el("name", val=style.name),
        el("qFormat"),
        _run_properties(style),
        type="character", styleId=style.id, customStyle=None if style.name in BUILT_IN else 1,
    )  # fmt: skip


def _run_properties(style: Style) -> str:
    """In the order of the schema: bold, colour, size, border, shading."""
    parts = (
        el("b") + el("bCs") if style.bold else el("b", val=0) if style.bold is False else "",
        el("color", val=style.colour) if style.colour else "",
        *(_size(style.size) if style.size else ()),
        style.run,
    )
    return el("rPr", *parts) if any(parts) else ""


def _tables() -> Iterator[str]:
    margins = el("tblCellMar", *(el(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")))
    plain = el("tblPr", el("tblInd", w=0, type="dxa"), margins)
    yield el("style", el("name", val="Normal Table"), plain, type="table", default=1, styleId="TableNormal")
    yield el(
        "style", el("name", val="Review Layout"), el("basedOn", val="TableNormal"),
        plain, type="table", customStyle=1, styleId="ReviewLayout",
    )  # fmt: skip
    inner = el("tblCellMar", el("top", w=40, type="dxa"), el("left", w=0, type="dxa"), el("bottom", w=40, type="dxa"),
               el("right", w=90, type="dxa"))  # fmt: skip
    borders = el("tblBorders", edge("bottom", 0.5, RULE), edge("insideH", 0.5, RULE))
    head = el("tblStylePr", el("tcPr", el("tcBorders", edge("bottom", 1, INK))), type="firstRow")
    yield el(
        "style", el("name", val="Review Table"), el("basedOn", val="TableNormal"),
        el("tblPr", el("tblInd", w=0, type="dxa"), borders, inner), head,
        type="table", customStyle=1, styleId="ReviewTable",
    )  # fmt: skip


def font_table() -> str:
    """fontTable.xml: the face, and the one to put in its place where it is missing."""
    return el(
        "fonts",
        el("font", el("altName", val=STAND_IN), el("panose1", val="020F0502020204030204"), el("charset", val="00"),
           el("family", val="swiss"), el("pitch", val="variable"), name=FACE),
    )  # fmt: skip


def numbering() -> str:
    """numbering.xml: one bullet."""
    level = el("lvl", el("start", val=1), el("numFmt", val="bullet"), el("lvlText", val="•"), el("lvlJc", val="left"),
               el("pPr", el("ind", left=227, hanging=227)), ilvl=0)  # fmt: skip
    kind = el("abstractNum", el("multiLevelType", val="singleLevel"), level, abstractNumId=0)
    return el("numbering", kind, el("num", el("abstractNumId", val=0), numId=1))


def settings(tag: str) -> str:
    """settings.xml: today's layout engine, not that of Word 2007; no question asked on opening."""
    compat = el("compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=15)
    return el(
        "settings",
        el("zoom", percent=100),
        el("defaultTabStop", val=720),
        el("characterSpacingControl", val="doNotCompress"),
        el("compat", compat),
        el("themeFontLang", val=tag),
        el("decimalSymbol", val="." if tag.startswith("en") else ","),
        el("listSeparator", val="," if tag.startswith("en") else ";"),
    )
