"""The docs page on one more tool: its example, run as it stands."""

import re
from pathlib import Path

import pytest
from tests.unit.importers.exports import imported, source

from rebond.importers import format as formats_of
from rebond.importers.format import Format

DOCS = Path(__file__).parents[3] / "docs"
EXPORT = """Mention ID,Found at,Message,Profile link,Applause,Sort
m-1,2025-10-14 17:02,Prélevé deux fois,https://exemplia.example/people/lea.b,12,
m-2,2025-10-14 17:05,Moi aussi,https://exemplia.example/people/omar,n/a,answer
m-3,2025-10-14 17:09,Moi aussi,https://exemplia.example/people/ana,0,boost
"""


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_example_of_the_page_reads_its_tool(lang, monkeypatch):
    (code,) = re.findall(r"```python\n(.*?)```", (DOCS / lang / "new-format.md").read_text("utf-8"), re.S)
    names: dict[str, object] = {}
    exec(code, names)
    one = names["FORMAT"]
    assert isinstance(one, Format)
    known = {**formats_of.formats(), one.key: one}
    for module in ("rebond.importers.format", "rebond.importers.posts", "rebond.importers.recognition"):
        monkeypatch.setattr(f"{module}.formats", lambda: known, raising=False)
    done = imported(source(EXPORT.encode()))
    assert done.found.known == "exemplia" and done.found.dates.zone == "UTC" and not done.found.questions
    assert [(p["handle"], p["likes"], p["kind"]) for p in done.posts] == [
        ("lea.b", 12, "post"), ("omar", None, "reply"), ("ana", 0, "repost"),
    ]  # fmt: skip
