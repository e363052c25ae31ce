"""Record-batch functions on all cores: for what is decided text by text, and takes longer than to start a process.

Processes are spawned, never forked: an engine may have threads by then.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import TypeVar

Given = TypeVar("Given")
Made = TypeVar("Made")
MOST = 8  # each holds its own model and libraries


def mapped(work: Callable[[Given], Made], parts: Iterable[Given], *, alone: bool) -> Iterator[Made]:
    """What `work` makes of each part, in their order. work: importable by name; alone: in this process."""
    workers = min(MOST, os.cpu_count() or 1)
    if alone or workers < 2:
        yield from map(work, parts)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting, parts = [], iter(parts)
        for part in islice(parts, 2 * workers):  # no more in memory than they can take
            waiting.append(pool.submit(work, part))
        while waiting:
            yield waiting.pop(0).result()
            for part in islice(parts, 1):
                waiting.append(pool.submit(work, part))
