"""Records of a delimited text, each with its first physical line. A broken quote costs one row, not the file.

Rule for an unclosed quote: when the quoted field does not close into a record of the right width, it is closed
before the next line that, read alone, has the right number of columns. That row is a counted problem.
"""

import csv
import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field

from rebond.importers.decode import MAX_LINE
from rebond.importers.source import Problem

csv.field_size_limit(MAX_LINE + 1)
DELIMITERS = ",;\t|"
CHUNK = 20_000                                 # physical lines parsed at a time
OPEN_LINES = 400                               # lines a quoted field may span before it is taken for broken


@dataclass(slots=True)
class Chunk:
    """Some records. rows[i] starts at physical line lines[i]."""

    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def chunks(stream: io.TextIOWrapper, delimiter: str, width: int) -> Iterator[Chunk]:
    """Records of the stream. width: the right number of columns, used only to mend broken quotes."""
    lines = _Lines(stream)
    for base, block, damaged in _blocks(lines, delimiter, width):
        chunk = Chunk()
        if damaged:
            chunk.rows.append(_closed(block, delimiter))
            chunk.lines.append(base)
            chunk.problems.append(Problem(base, "unclosed-quote", value=block[0][:200]))
        else:
            _parse(block, base, delimiter, chunk)
        chunk.problems.extend(lines.take_refused())
        yield chunk


def _blocks(lines: "_Lines", delimiter: str, width: int) -> Iterator[tuple[int, list[str], bool]]:
    """(first physical line, lines, damaged): stretches that hold whole records, or one damaged record."""
    good: list[str] = []
    base = 1
    while (line := lines.next()) is not None:
        good.append(line)
        if line.count('"') % 2:                # a quoted field goes on over the line end
            record = good[-1:] + lines.until_closed()
            broken_at = _broken_at(record, delimiter, width)
            if broken_at is None:
                good.extend(record[1:])
            else:
                lines.give_back(record[broken_at:])
                first = base + len(good) - 1
                yield base, good[:-1], False
                yield first, record[:broken_at], True
                good, base = [], first + broken_at
        if len(good) >= CHUNK:
            yield base, good, False
            base, good = base + len(good), []
    yield base, good, False


def _broken_at(record: list[str], delimiter: str, width: int) -> int | None:
    """Index of the line before which the quote must be closed; None when the record is sound as it is."""
    closed = sum(line.count('"') for line in record) % 2 == 0
    if closed and _width("".join(record), delimiter) == width:
        return None
    for n, line in enumerate(record[1:], start=1):
        if line.count('"') % 2 == 0 and _width(line, delimiter) == width:
            return n
    return None if closed else len(record)


def _width(text: str, delimiter: str) -> int:
    return len(next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), []))


def _closed(block: list[str], delimiter: str) -> list[str]:
    text = "".join(block).rstrip("\r\n") + '"'
    return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])


def _parse(block: list[str], base: int, delimiter: str, chunk: Chunk) -> None:
    reader = csv.reader(block, delimiter=delimiter)
    before = 0
    for row in reader:
        if row:
            chunk.rows.append(row)
            chunk.lines.append(base + before)
        before = reader.line_num


class _Lines:
    """Physical lines, with lines given back read again, and lines beyond the limit refused one by one."""

    def __init__(self, stream: io.TextIOWrapper) -> None:
        self.stream = stream
        self.waiting: deque[str] = deque()
        self.read = 0
        self.refused: list[Problem] = []

    def next(self) -> str | None:
        if self.waiting:
            return self.waiting.popleft()
        line = self.stream.readline(MAX_LINE)
        if not line:
            return None
        self.read += 1
        if len(line) < MAX_LINE or line.endswith(("\n", "\r")):
            return line.replace("\x00", "") if "\x00" in line else line
        self.refused.append(Problem(self.read, "row-too-long", value=line[:200], refused=True))
        while (rest := self.stream.readline(MAX_LINE)) and not rest.endswith(("\n", "\r")):
            pass
        return "\n"                            # keeps the count of physical lines; a blank line is no record

    def until_closed(self) -> list[str]:
        """Lines up to the one that closes the quote, or OPEN_LINES of them."""
        found: list[str] = []
        while len(found) < OPEN_LINES and (line := self.next()) is not None:
            found.append(line)
            if line.count('"') % 2:
                break
        return found

    def give_back(self, lines: list[str]) -> None:
        self.waiting.extendleft(reversed(lines))

    def take_refused(self) -> list[Problem]:
        taken, self.refused = self.refused, []
        return taken


def sniff(sample: str) -> tuple[str, int]:
    """(delimiter, usual number of columns) of a sample of lines: the delimiter that cuts them most evenly."""
    best, best_score, best_width = ",", -1.0, 1
    for delimiter in DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row][:300]
        except csv.Error:
            continue
        if not widths:
            continue
        usual = max(set(widths), key=lambda w: (widths.count(w), w))
        score = widths.count(usual) / len(widths) + (0.0 if usual > 1 else -1.0) + min(usual, 60) / 1000
        if score > best_score:
            best, best_score, best_width = delimiter, score, usual
    return best, best_width
