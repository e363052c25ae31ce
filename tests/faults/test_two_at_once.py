"""Two commands on one case at once: both end well, and the pages that stand are those of one drawing."""

import json
import threading
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from rebond.casefile.case import open_case
from rebond.desk.request import Request
from rebond.desk.review import draw

NAMES = ("Rivage", "Estran")


def test_two_reviews_of_one_case_never_mix_their_pages(tmp_path):
    export, case = tmp_path / "a.csv", tmp_path / "case"
    rows = (f"2025-10-14T{17 + n // 60:02d}:{n % 60:02d}:00Z,u{n},Panne {n}\n" for n in range(200))
    export.write_text("created_at,username,text\n" + "".join(rows), "utf-8")
    draw(Request(exports=(export,), everything=True, out=case, formats=("html",)), lambda _: None, ask=None)
    failed: list[BaseException] = []

    def again(name: str, day: int) -> None:
        try:
            asked = Request(organisation=name, everything=True, out=case, formats=("html",))
            draw(asked, lambda _: None, ask=None, now=datetime(2026, 1, day, tzinfo=UTC))
        except BaseException as error:  # a thread would swallow it
            failed.append(error)

    both = [threading.Thread(target=again, args=(name, day)) for day, name in enumerate(NAMES, start=1)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert not failed
    assert _standing(case)
    assert open_case(case).settings().sheet.organisation in NAMES


def _standing(case: Path) -> bool:
    """Whether each page is as the memory of its drawing says, and names the organisation that all others name."""
    files = json.loads((case / "reviews" / "written.json").read_text("utf-8"))["files"]
    texts = [(case / name).read_text("utf-8") for name in files if name.endswith((".html", ".json"))]
    named = sorted(sum(name in text for text in texts) for name in NAMES)
    same = all(sha256((case / name).read_bytes()).hexdigest() == digest for name, digest in files.items())
    return same and named == [0, len(texts)] and not list(case.rglob("*.part"))
