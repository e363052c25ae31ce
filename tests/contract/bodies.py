"""Bodies of posts on which engines are compared: one drawn with ties everywhere, the demo's, and a real one."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pyarrow as pa
from tests.golden.walk_posts import walk_posts

from rebond.actions import ActionLog
from rebond.casefile.case import open_case
from rebond.corpus.exports import Export
from rebond.desk.bring_in import bring_in
from rebond.desk.demo import FOLLOWING, LISTENING, LOG, SHEET, write_files
from rebond.desk.enrich import opened
from rebond.importers.cuts import Cut, Ending
from rebond.importers.people.log import read_log
from rebond.importers.people.sheet import read_sheet
from rebond.settings import CaseSheet, Settings
from rebond.tables import AUTHORS, WALK_POSTS

START = datetime(2024, 5, 6, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Posts ready for the walk, and what goes with them. posts: WALK_POSTS; authors: AUTHORS."""

    posts: pa.Table
    authors: pa.Table
    log: ActionLog
    settings: Settings
    exports: tuple[Export, ...] = ()


# Facebook's file stopped at its thousand newest rows, two days into the three weeks.
CUT = Cut(cap=1_000, sure=True, ending=Ending(rows=1_000, by="newest_first", at=START + timedelta(days=2)))
FILES = (
    Export(platforms=("x",), first=START, last=START + timedelta(days=21)),
    Export(platforms=("facebook",), first=START + timedelta(days=2), last=START + timedelta(days=21), cut=CUT),
)


def ties(folder: Path) -> Body:
    """Three weeks of a few posts an hour and a storm, on two platforms, with ties wherever ties can be."""
    rng = np.random.default_rng(7)
    rate = np.full(24 * 21, 3.0)
    rate[24 * 14 :] += 80 * (1 + np.arange(24 * 7) / 3) ** -1.5
    rows = [
        {
            "published_at": START + timedelta(hours=hour, seconds=int(rng.integers(0, 3600))),
            "platform": str(rng.choice(["x", "facebook"], p=[0.8, 0.2])),
            "author_id": f"u{rng.integers(0, 120)}",
            "kind": str(rng.choice(["post", "repost", "reply"])),
            "root_id": f"p{rng.integers(900, 1100):07d}" if rng.random() < 0.3 else None,
            "repost_of": f"p{rng.integers(1, 9):07d}" if rng.random() < 0.3 else None,
            "likes": int(rng.integers(0, 4)) if rng.random() < 0.7 else None,
            "views": int(rng.integers(0, 50)) if rng.random() < 0.2 else None,
            "lang": str(rng.choice(["fr", "en", "es"])),
            "relevance": str(rng.choice(["about_us", "off_topic"], p=[0.9, 0.1])),
            "is_ours": bool(rng.random() < 0.01),
        }
        for hour, n in enumerate(rng.poisson(rate))
        for _ in range(n)
    ]
    posts = walk_posts(rows).to_pyarrow().select(WALK_POSTS.names)
    sheet = CaseSheet(languages_owed=("en", "fr"))
    return Body(
        posts=posts, authors=AUTHORS.empty_table(), log=ActionLog(), settings=Settings(sheet=sheet), exports=FILES
    )  # fmt: skip


def demo(folder: Path) -> Body:
    """The demo's exports, its case sheet and its log."""
    files = write_files(folder / "exports")
    settings = Settings(sheet=read_sheet(SHEET, files[SHEET].read_bytes()).sheet)
    log = read_log(LOG, files[LOG].read_bytes(), "America/Toronto", date(2025, 10, 14)).log
    return _brought_in(folder, (files[LISTENING], files[FOLLOWING]), settings, log)


def airlines(folder: Path, data: Path) -> Body:
    """D2, for JetBlue: one airline among six, and 155 repeated ids. data: where the real data lies."""
    sheet = CaseSheet(organisation="JetBlue", accounts=("JetBlue",), languages_owed=("en",))
    return _brought_in(folder, (data / "us_airlines_2015" / "Tweets.csv",), Settings(sheet=sheet), ActionLog())


def _brought_in(folder: Path, exports: tuple[Path, ...], settings: Settings, log: ActionLog) -> Body:
    case = open_case(folder / "case")
    bring_in(case, exports, "UTC", step=lambda _: None)
    with opened(case, settings) as prepared:
        return Body(
            posts=prepared.posts.to_pyarrow(), authors=prepared.authors, log=log, settings=settings,
            exports=prepared.exports,
        )  # fmt: skip
