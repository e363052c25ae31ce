"""Feeds made to break readers, as they are: each is read to its last entry, or refused in one sentence."""

import io
import random
import tarfile

import feedparser

from benchmarks.checks import Check
from benchmarks.fuzzing.readers import hold
from benchmarks.inputs import REAL
from rebond.errors import RebondError
from rebond.importers import Source, read, recognise
from rebond.wording.voice import Voice

FEEDS = REAL / "hostile" / "feedparser_tests.tar.xz"
VOICES = (Voice.of("fr"), Voice.of("en"))


def run(times: int, seed: int) -> None:
    """times: how many of them, drawn from the seed; all where that is more than there are."""
    with tarfile.open(FEEDS) as archive:
        feeds = [(one.name, archive.extractfile(one).read()) for one in archive if one.isfile()]
    random.Random(seed).shuffle(feeds)
    refused = sum(_refused(name, data) for name, data in feeds[:times])
    assert refused < times


def _refused(name: str, data: bytes) -> bool:
    """Whether it is refused; what it is read to is held to its entries. Raises AssertionError."""
    source = Source(name.rpartition("/")[2], len(data), lambda: io.BytesIO(data))
    try:
        found = recognise(source)
        batches = list(read(source, found))
        hold(batches)
        if found.importer == "feeds":
            there = len(feedparser.parse(io.BytesIO(data)).entries)
            assert sum(batch.rows_in for batch in batches) == there, name
        return False
    except RebondError as refusal:
        assert all(voice.text(refusal.told()) and voice.text(refusal.mended()) for voice in VOICES)
        return True
    except AssertionError:
        raise
    except Exception as unexpected:
        raise AssertionError(f"{name}: {type(unexpected).__name__}: {unexpected}") from unexpected


def missing() -> str | None:
    return None if FEEDS.is_file() else "the feeds are not beside the repository (../shared/data)"


CHECK = Check(claim="Feeds made to break readers are read to their last entry, or refused in one sentence",
              full=2_106, few=106, run=run, missing=missing)  # fmt: skip
