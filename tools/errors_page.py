"""Write the tables of docs/{en,fr}/errors.md from the error classes, which own the words.

    .venv/bin/python tools/errors_page.py

Each table follows a mark `<!-- exits 20-29 -->`; the words around the tables are written by hand.
"""

import re
from pathlib import Path

from rebond.errors import RebondError, error_classes
from rebond.wording.catalogue import catalogue
from rebond.wording.typography import set_type

DOCS = Path(__file__).resolve().parents[1] / "docs"
HEADS = {
    "en": ("Exit", "Code", "What is told", "What to do"),
    "fr": ("Sortie", "Code", "Ce qui est dit", "Que faire"),
}
MARK = re.compile(r"(<!-- exits (\d+)-(\d+) -->\n).*?(?=\n#|\Z)", re.DOTALL)


def drawn(text: str, lang: str) -> str:
    """The page with its tables drawn again."""
    return MARK.sub(lambda mark: f"{mark[1]}{table(range(int(mark[2]), int(mark[3]) + 1), lang)}\n", text)


def table(exits: range, lang: str) -> str:
    found = {cls.code: cls for cls in error_classes() if "code" in vars(cls) and cls.exit_code in exits}
    rows = [row(cls, lang) for cls in sorted(found.values(), key=lambda cls: (cls.exit_code, cls.code))]
    head = HEADS[lang]
    return "\n".join([f"| {' | '.join(head)} |", "|" + "---|" * len(head), *rows])


def row(cls: type[RebondError], lang: str) -> str:
    return f"| {cls.exit_code} | `{cls.code}` | {words(cls.sentence, lang)} | {words(cls.remedy, lang)} |"


def words(text: str, lang: str) -> str:
    """A sentence with its places left open."""
    told = re.sub(r"%\(\w+\)s", "…", catalogue(lang).gettext(text))
    return set_type(told, lang).replace("….", "…").replace("|", "\\|")


if __name__ == "__main__":
    for lang in HEADS:
        page = DOCS / lang / "errors.md"
        page.write_text(drawn(page.read_text("utf-8"), lang), "utf-8")
