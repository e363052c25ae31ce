"""The files that are measured: real ones kept beside the repository, simulated ones made once in benchmarks/data/."""

import csv
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path

from rebond.drill.plan import load_plan
from rebond.drill.simulate import simulate

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "benchmarks" / "data"
REAL = ROOT.parent / "shared" / "data"
SEED = 20251014
COLUMNS = (
    "id", "platform", "created_at", "username", "name", "followers", "text", "lang", "likes", "reposts", "replies",
    "url",
)  # fmt: skip


def airlines() -> Path | None:
    """14,640 real posts about six airlines; None where the real data is not there."""
    path = REAL / "us_airlines_2015" / "Tweets.csv"
    return path if path.is_file() else None


def simulated(posts: int) -> Path:
    """A CSV of `posts` simulated posts, made once."""
    path = DATA / f"simulated-{posts}.csv"
    if not path.is_file():
        DATA.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".part")
        with unfinished.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(COLUMNS)
            writer.writerows(_rows(posts))
        unfinished.rename(path)
    return path


def cut_before_the_last(csv_file: Path, last: int, folder: Path) -> tuple[Path, Path]:
    """(all but the last rows, the last rows) of a file, each with its header."""
    with csv_file.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        header, most = next(rows), sum(1 for _ in rows) - last
    parts = folder / "known.csv", folder / "new.csv"
    with csv_file.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream)
        next(rows)
        for part, some in zip(parts, (islice(rows, most), rows), strict=True):
            with part.open("w", encoding="utf-8", newline="") as out:
                csv.writer(out).writerows(chain([header], some))
    return parts


def _rows(posts: int):
    for post in simulate(load_plan(), SEED, posts=posts).posts():
        at = datetime.fromtimestamp(post.ms / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S+00:00")
        who = post.author
        yield (post.native_id, post.platform, at, who.handle, who.name, who.followers, post.text, post.lang,
               post.likes, post.reposts, post.replies, post.url)  # fmt: skip
