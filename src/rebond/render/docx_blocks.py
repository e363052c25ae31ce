"""The blocks of a review as paragraphs and tables of Word: one function a block, named as in `spoken`."""

from collections.abc import Callable, Iterator, Sequence

from rebond.evidence.room import room
from rebond.render.docx_body import Body, chips, squares
from rebond.render.docx_parts import (
    INK,
    RULE,
    Box,
    Piece,
    columns,
    edge,
    el,
    grid,
    paragraph,
    row,
    table,
    text,
)  # fmt: skip
from rebond.render.docx_picture import picture
from rebond.render.spoken import Plain, Runs

WIDTH = 10560  # of the text, in twentieths of a point: the same on both papers
NUMBER = 400  # of a first column that only numbers its rows
ASIDE, GUTTER = (0.185, 1.0), 120  # a label and what it says
LABEL = columns(WIDTH, ASIDE, GUTTER)[0] + GUTTER
HANGING = el("ind", left=300, hanging=300)  # what follows a mark stands under itself
PAIR = 84  # small letters of a text that is kept on one line
LONG = 9  # characters above which one of the six figures is printed smaller
ROOMY = ("table", "cards", "signatures")  # page two breathes more between its parts


def blocks(body: Body, page: Plain) -> Iterator[str]:
    """Every block of a page, in order; two half-width tables in a row stand side by side."""
    waiting = list(page["blocks"])
    while waiting:
        block = waiting.pop(0)
        if block.get("half") and waiting and waiting[0].get("half"):
            yield _beside(body, block, waiting.pop(0))
        else:
            yield DRAWN[block["block"]](body, block)
        if waiting:
            yield paragraph("WideGap" if waiting[0]["block"] in ROOMY else "Gap", ())


# --- page one ------------------------------------------------------------------------------------------
def statebox(body: Body, block: Plain) -> str:
    """Where the review stands, and what it is founded on."""
    steps = [body.fixed("State", text(block["label"], "Muted"))]
    steps += [body.step(n, step, n == block["now"]) for n, step in enumerate(block["steps"])]
    if block["note"]:
        steps.append(body.fixed("Against", block["note"]))
    facts = [
        body.fixed("State", text(name, "Muted")) + body.fixed("State", *body.said(value))
        for name, value in block["facts"]
    ]
    boxes = [
        Box(blocks=one, wash=True, above=60, below=60, aside=80 if n == 0 else 0)
        for n, one in enumerate(["".join(steps), *facts])
    ]
    return grid(columns(WIDTH, [1.15, 1.3, *(0.95 for _ in facts[1:])], 120), [boxes], 120)


def told(body: Body, block: Plain) -> str:
    """A short label on the left, its sentences on the right, each in a paragraph of its own."""
    rows = [
        [
            Box(blocks=body.fixed("Label", label)),
            Box(blocks="".join(body.line("Normal", one) for one in lines), below=36),
        ]
        for label, lines in block["rows"]
    ]
    return grid(columns(WIDTH, ASIDE, GUTTER), rows, GUTTER)


def keyfigures(body: Body, block: Plain) -> str:
    """The six: value, what it is, compared with what, how sure. Four shared rows, so that they align."""
    found, top = block["cells"], edge("top", 1, INK)
    rows = [
        [Box(blocks=_value(body, one), borders=top, above=30) for one in found],
        [Box(blocks=body.fixed("FigureLabel", one["label"])) for one in found],
        [Box(blocks="".join(body.fixed("Against", *body.said(a)) for a in one["against"])) for one in found],
        [Box(blocks=_sure(body, one)) for one in found],
    ]
    return grid(columns(WIDTH, [1.0] * len(found), 180), rows, 180)


def notice(body: Body, block: Plain) -> str:
    """What stands where figures would."""
    ruled = el("pBdr", edge("top", 1, INK, space=4))
    said = body.fixed("FigureLong", block["text"], properties=ruled)
    return said + (body.fixed("Against", block["note"]) if block["note"] else "")


def _value(body: Body, figure: Plain) -> str:
    shown = "".join(stretch["t"] for stretch in figure["value"])
    style = "FigureWords" if figure["withheld"] else "FigureLong" if len(shown) > LONG else "FigureValue"
    return body.fixed(style, *body.said(figure["value"]))


def _sure(body: Body, figure: Plain) -> str:
    if figure["confidence"] is None:
        return ""
    return body.fixed("Confidence", *squares(figure["squares"], 3), f" {figure['confidence']}")


def strip(body: Body, block: Plain) -> str:
    """A line or two between two hairlines, the second under the first name."""
    pieces = [text(block["label"], "Strong")]
    for n, (name, value) in enumerate(block["items"]):
        between = "        " if n else "\t"
        pieces += [text(between), *body.said(name, style="Muted"), text("\u00a0\u00a0"), *body.said(_together(value))]
    ruled = el("pBdr", edge("top", 0.5, RULE, space=3), edge("bottom", 0.5, RULE, space=3))
    return body.fixed("Normal", *pieces, properties=ruled + el("ind", left=LABEL, hanging=LABEL))


def _together(runs: Runs) -> Runs:
    """A short text on one line: what does not fit goes to the next line whole."""
    if room("".join(run["t"] for run in runs)) > PAIR:
        return runs
    return [{**run, "t": run["t"].replace(" ", "\u00a0")} for run in runs]


def curve(body: Body, block: Plain) -> str:
    """The picture with its alternative text, the list of its marks, its notes."""
    heading = body.fixed("Heading2", block["title"])
    drawn = picture(body.pictures[block["key"]].png, block["key"], block["alt"], WIDTH, body.number())
    marks = [_marked(body, "Small", mark, _when_and_what(body, mark)) for mark in block["marks"]]
    listed = _three(marks, below=16) if marks else ""
    return heading + drawn + listed + (body.fixed("Caption", " ".join(block["note"])) if block["note"] else "")


def _when_and_what(body: Body, mark: Plain) -> list[Piece]:
    return [*body.said(mark["when"], style="Muted"), text("  "), *body.said(mark["what"]), *chips(mark["tags"])]


def _marked(body: Body, style: str, mark: Plain, pieces: Sequence[Piece]) -> str:
    chip = text(f"\u00a0{mark['symbol']}\u00a0", "OurMark" if mark.get("ours", True) else "EventMark")
    return body.fixed(style, chip, text("\t"), *pieces, properties=HANGING)


def _three(cells: list[str], below: int = 0) -> str:
    """Three columns, as many rows as it takes."""
    boxes = [Box(blocks=one, below=below) for one in cells]
    return grid(columns(WIDTH, [1.0] * 3, 240), [boxes[n : n + 3] for n in range(0, len(boxes), 3)], 240)


def afterresponses(body: Body, block: Plain) -> str:
    """What followed each response, and one line of verdict."""
    heading = body.fixed("Heading2", block["title"])
    if not block["items"]:
        return heading + (body.fixed("Normal", block["empty"]) if block["empty"] else "")
    return heading + _three([_followed(body, item) for item in block["items"]])


def _followed(body: Body, item: Plain) -> str:
    name = _marked(body, "Heading3", item, body.said(item["name"]))
    return (
        name + body.line("Normal", item["line"]) + (body.fixed("Verdict", item["verdict"]) if item["verdict"] else "")
    )


def findings(body: Body, block: Plain) -> str:
    """Worked beside worked less well, each column with its own hairlines: a long line in one leaves no hole beside."""
    stacks = [
        body.fixed("Heading2", name) + "".join(body.cell(one, "Finding") for one in found)
        for name, found in block["columns"]
    ]
    return grid(columns(WIDTH, [1.0, 1.0], 320), [[Box(blocks=stack) for stack in stacks]], 320)


def short_lines(body: Body, block: Plain) -> str:
    """A title and short sentences side by side."""
    heading = body.fixed("Heading2", block["title"])
    return heading + (_three([body.cell(one, "Normal") for one in block["lines"]]) if block["lines"] else "")


# --- page two ----------------------------------------------------------------------------------------------
def data_table(body: Body, block: Plain, width: int = WIDTH) -> str:
    """A table with its header row marked as one; a first column of numbers is narrow and bold."""
    rows, heading = block["rows"], body.fixed("Heading2", block["title"])
    counted = [
        bool(rows) and all(c["kind"] == "text" and c["number"] for c in column) for column in zip(*rows, strict=True)
    ]
    counted = counted or [False] * len(block["header"])
    ranked = counted[0]
    widths = [NUMBER, *columns(width - NUMBER, block["widths"][1:])] if ranked else columns(width, block["widths"])
    styles = ["TableNumber" if number else "TableText" for number in counted]
    if ranked:
        asks = not any(c["kind"] == "state" for one in rows for c in one)  # what is asked stands out
        styles = ["TableStrong", "TableStrong" if asks else styles[1], *styles[2:]]
    head = [
        Box(
            blocks=body.fixed("TableHead", name, properties=el("jc", val="right") if style == "TableNumber" else "")
        ).cell(w)
        for name, style, w in zip(block["header"], styles, widths, strict=True)
    ]
    drawn = [
        row(Box(blocks=body.cell(c, style)).cell(w) for c, style, w in zip(one, styles, widths, strict=True))
        for one in rows
    ]
    note = body.fixed("Caption", block["note"]) if block["note"] else ""
    return (
        heading
        + table(widths, [row(head, header=True), *drawn], style="ReviewTable", title=block["title"], header=True)
        + note
    )


def _beside(body: Body, left: Plain, right: Plain) -> str:
    widths = columns(WIDTH, [0.95, 1.0], 320)
    return grid(
        widths,
        [[Box(blocks=data_table(body, one, width)) for one, width in zip((left, right), widths, strict=True)]],
        320,
    )


def cards(body: Body, block: Plain) -> str:
    """Up to three cards a row."""
    return _three([_card(body, card) for card in block["cards"]], below=40)


def _card(body: Body, card: Plain) -> str:
    title = body.fixed("Heading2", card["title"])
    main = body.cell(card["body"], "Normal") if card["body"] is not None else ""
    pairs = [
        [Box(blocks=body.fixed("Pair", name)), Box(blocks=body.cell(content, "Normal"), below=30)]
        for name, content in card["pairs"]
    ]
    width = columns(WIDTH, [1.0] * 3, 240)[0]
    return title + main + (grid(columns(width, [0.36, 1.0], 60), pairs, 60) if pairs else "")


def signatures(body: Body, block: Plain) -> str:
    """The strip at the end: next date, and boxes to sign."""
    first = body.fixed("Heading2", block["next"]) + body.cell(block["value"], "Verdict")
    first += body.fixed("Small", block["note"]) if block["note"] else ""
    boxes = [
        body.fixed("Against", name) + paragraph("Normal", ()) + body.blank(blank, name)
        for name, blank in block["boxes"]
    ]
    drawn = [Box(blocks=one, wash=True, above=90, below=90, aside=80) for one in (first, *boxes)]
    return grid(columns(WIDTH, [1.15, *(1.0 for _ in boxes)], 60), [drawn], 60)


DRAWN: dict[str, Callable[[Body, Plain], str]] = {
    "statebox": statebox, "told": told, "keyfigures": keyfigures, "notice": notice, "strip": strip,
    "curve": curve,
    "afterresponses": afterresponses, "findings": findings, "columns": short_lines, "table": data_table,
    "cards": cards, "signatures": signatures,
}  # fmt: skip
