"""What is no export, given among the exports: refused before its lines are counted as posts."""

import re

from rebond.errors import NotAnExport
from rebond.importers.guided.mapping import ENDING
from rebond.importers.source import Source
from rebond.sentences import N_, Verbatim, say
from rebond.tables import POSTS_FILE

OURS = POSTS_FILE[:5]
WHAT = {"log": N_("a log of what was done"), "sheet": N_("a case sheet")}
LIST = N_("the list of posts of a review")
MAPPING = N_("a mapping of columns")
TYPED = 2_000_000  # bytes of what people type, at most


def refuse_other(source: Source) -> None:
    """Raises NotAnExport for a log, a case sheet, a mapping, or the list of posts that a review wrote."""
    what = MAPPING if source.name.endswith(ENDING) else LIST if is_list_of_posts(source) else _typed(source)
    if what is not None:
        raise NotAnExport(file=Verbatim(source.name), what=say(what))


def is_list_of_posts(source: Source) -> bool:
    """Whether the file is posts.csv, of this version or of another, or saved again by a spreadsheet."""
    names = re.split(r"[,;\t]", source.head(2_000).split(b"\n")[0].decode("utf-8-sig", "replace"))
    return [name.strip('" \r') for name in names[: len(OURS)]] == list(OURS)


def _typed(source: Source) -> str | None:
    if source.size > TYPED:
        return None
    from rebond.importers.people.given import what_is  # all that reads logs: a large export does not wait for it

    with source.open() as stream:
        kind = what_is(source.name, stream.read())
    return WHAT.get(kind.name.lower()) if kind else None
