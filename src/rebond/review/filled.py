"""Page two once people have written on it: what it says of itself follows."""

from dataclasses import replace

from rebond.review.blocks import Blank, Block, Page, Table
from rebond.sentences import N_, Listing, say, say_count

POINTS = N_("%(n)s point to decide"), N_("%(n)s points to decide")  # whether it was decided is for its row to say
WRITTEN_LESSONS = N_("%(n)s lesson"), N_("%(n)s lessons")


def as_filled(page: Page) -> Page:
    """Page two once people have written in it: it no longer says that nothing is decided, or promised."""
    if page.key != "decide":
        return page
    decisions, lessons, promises, *rest = page.blocks
    if isinstance(promises, Table) and _filled_rows(promises) and isinstance(promises.rows[0][0], Blank):
        promises = replace(promises, note=say(N_("As the team wrote them down.")))
    written = tuple(
        say_count(*words, n)
        for words, block in ((POINTS, decisions), (WRITTEN_LESSONS, lessons)) if (n := _filled_rows(block))
    )  # fmt: skip
    title = page.title
    if written:
        title = replace(title, sentence=say(N_("Written down by the team: %(list)s"), list=Listing(written)))
    return replace(page, title=title, blocks=(decisions, lessons, promises, *rest))


def _filled_rows(block: Block) -> int:
    """Rows that people wrote on."""
    rows = block.rows if isinstance(block, Table) else ()
    return sum(any(isinstance(cell, Blank) and cell.filled for cell in row) for row in rows)
