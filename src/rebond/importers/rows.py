"""Records of a delimited text, each with its first physical line. A broken quote costs one row, not the file.

Rule for an unclosed quote: when a quoted field that runs over a line end does not close into a well-formed record of
the right width, it is closed before the next line that, read alone, has the right number of columns. That row is a
counted problem. Memory is bounded by the block, not by the record or the file.
"""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice, repeat
from operator import contains

from rebond.importers.decode import byte_blocks, keeps_line_ends, text_blocks
from rebond.importers.source import CUT, Problem, Source

csv.field_size_limit(2**31 - 1)  # the bound is ours: MAX_LINE and OPEN_CHARACTERS
DELIMITERS = ",;\t|"
MAX_LINE = 4_000_000  # characters; a longer line is refused, not kept in memory
OPEN_LINES = 100  # lines searched for the place where a broken quote must be closed
OPEN_CHARACTERS = 1_000_000  # a quoted field that runs further is broken


@dataclass(slots=True)
class Chunk:
    """Some records. rows[i] starts at physical line lines[i]. damaged: some characters could not be decoded."""

    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    damaged: bool = False

    def __len__(self) -> int:
        return len(self.rows)


def physical_lines(source: Source, codec: str, longest: int = MAX_LINE) -> Iterator[tuple[list[str], list[Problem]]]:
    """Blocks of lines with their line ends. A line over `longest` is refused: an empty line stands in its place."""
    if keeps_line_ends(codec):
        return _refused(_byte_lines(byte_blocks(source), codec, longest), longest, 0)
    return _refused(_text_lines(source, codec, longest), longest, 0)


def _refused(blocks: Iterable[list[str]], longest: int, count: int) -> Iterator[tuple[list[str], list[Problem]]]:
    """Blocks of lines, `count` lines into the file, and those that are too long."""
    for lines in blocks:
        refused = []
        for n, line in enumerate(lines):
            if len(line) > longest:
                refused.append(Problem(count + n + 1, "row-too-long", value=line[:CUT], refused=True))
                lines[n] = "\n"
        count += len(lines)
        yield lines, refused


def _byte_lines(blocks: Iterable[bytes], codec: str, longest: int) -> Iterator[list[str]]:
    """Lines cut as bytes, then decoded: most are plain ASCII, and cost little. A very long one is cut short."""
    rest: list[bytes] = []
    held = 0
    for block in blocks:
        cut = line_end(block)
        if cut:
            lines = b"".join([*rest, block[:cut]]).splitlines(keepends=True)
            rest, held = [block[cut:]], len(block) - cut
            yield decoded(lines, codec)
        elif held <= 4 * longest:  # a character has 4 bytes at most
            rest.append(block)
            held += len(block)
    yield decoded(b"".join(rest).splitlines(keepends=True), codec)


def line_end(block: bytes) -> int:
    """How many bytes its whole lines are; a last return may be half a line end."""
    return max(block.rfind(b"\n"), block.rfind(b"\r", 0, -1)) + 1


def decoded(lines: list[bytes], codec: str) -> list[str]:
    """Lines as text. A byte that cannot be read becomes U+FFFD."""
    codec = "utf-8" if codec == "utf-8-sig" else codec
    return [str(line, codec, "replace") for line in lines]


def _text_lines(source: Source, codec: str, longest: int) -> Iterator[list[str]]:
    rest: list[str] = []
    held = 0
    for block in text_blocks(source, codec):
        cut = block.rfind("\n") + 1
        if cut:
            yield list(io.StringIO("".join([*rest, block[:cut]])))
            rest, held = [block[cut:]], len(block) - cut
        elif held <= longest:
            rest.append(block)
            held += len(block)
    yield list(io.StringIO("".join(rest)))


def records(source: Source, codec: str, delimiter: str, width: int) -> Iterator[Chunk]:
    """Records of a file. width: the right number of columns, used only to mend broken quotes."""
    return _records(physical_lines(source, codec), 1, delimiter, width)


def records_of(blocks: Iterable[bytes], codec: str, delimiter: str, width: int, line: int) -> Iterator[Chunk]:
    """Records of the rest of a file, whose first physical line is `line`."""
    lines = _refused(_byte_lines(blocks, codec, MAX_LINE), MAX_LINE, line - 1)
    return _records(lines, line, delimiter, width)


def _records(
    blocks: Iterable[tuple[list[str], list[Problem]]], base: int, delimiter: str, width: int
) -> Iterator[Chunk]:
    carried: list[str] = []
    for lines, refused in blocks:
        lines = carried + lines
        chunk, used = parse(lines, base, delimiter, width, is_last=False)
        chunk.problems.extend(refused)
        carried, base = lines[used:], base + used
        if chunk.rows or chunk.problems:
            yield chunk
    yield parse(carried, base, delimiter, width, is_last=True)[0]


def parse(lines: list[str], base: int, delimiter: str, width: int, *, is_last: bool) -> tuple[Chunk, int]:
    """(records, lines used): all lines, save those of a last record that may go on in the next block."""
    chunk = Chunk(damaged=any(map(contains, lines, repeat("\ufffd"))))
    reader = csv.reader(lines, delimiter=delimiter)
    rows, ends = [], []
    for row in reader:
        rows.append(row)
        ends.append(reader.line_num)
    starts = [0, *ends[:-1]]
    doubt = _first_doubt(lines, rows, starts, ends, delimiter, width)
    kept = [n for n, row in enumerate(rows[:doubt]) if row]
    chunk.rows, chunk.lines = [rows[n] for n in kept], [base + starts[n] for n in kept]
    at = len(lines) if doubt is None else starts[doubt]
    while at < len(lines):
        at, stopped = _sound_stretch(lines, at, base, delimiter, width, is_last, chunk)
        if stopped == "open":
            break
        if stopped == "broken":
            end = _end_of_broken(lines, at, delimiter, width, is_last)
            if end is None:
                break
            _close(lines[at:end], base + at, delimiter, width, chunk)
            at = end
    return chunk, at


def _first_doubt(
    lines: list[str], rows: list[list[str]], starts: list[int], ends: list[int], delimiter: str, width: int
) -> int | None:
    """The first record that may be broken or cut; None when all are sound."""
    if len(rows) < len(lines):
        for n, (start, end) in enumerate(zip(starts, ends, strict=True)):
            if end - start > 1 and not _is_sound(lines[start:end], delimiter, width):
                return n
    # Of the last record, quotes are not merely counted: one that stands inside a bare cell closes nothing.
    if rows and any('"' in line for line in lines[starts[-1] :]) and not _closes(lines[starts[-1] :], delimiter):
        return len(rows) - 1
    return None


def _sound_stretch(
    lines: list[str], at: int, base: int, delimiter: str, width: int, is_last: bool, chunk: Chunk
) -> tuple[int, str]:
    """Takes records from line `at` on; gives where it stopped and why: end, open (needs more lines) or broken."""
    reader = csv.reader(islice(lines, at, None), delimiter=delimiter)
    start = at
    for row in reader:
        end = at + reader.line_num
        if end - start > 1 or (end == len(lines) and '"' in lines[start]):
            record = lines[start:end]
            is_open = end == len(lines) and not _closes(record, delimiter)
            if is_open and not is_last and sum(map(len, record)) < OPEN_CHARACTERS:
                return start, "open"
            if is_open or not _is_sound(record, delimiter, width):
                return start, "broken"
        if row:
            chunk.rows.append(row)
            chunk.lines.append(base + start)
        start = end
    return start, "end"


def _closes(record: list[str], delimiter: str) -> bool:
    """Whether the record ends outside quotes: an empty line more would then be a record of its own."""
    text = "".join(record).rstrip("\r\n") + "\n\n"
    return len(list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))) > 1


def _is_sound(record: list[str], delimiter: str, width: int) -> bool:
    """Well-formed and of the right width; or of another width, but with no line inside that would be a whole record."""
    cells = _strict(record, delimiter)
    if cells is not None and len(cells) == width:
        return True
    return len(record) == 1 or (cells is not None and _next_record(record, 0, delimiter, width) is None)


def _strict(record: list[str], delimiter: str) -> list[str] | None:
    """The cells of exactly one well-formed record, or None."""
    try:
        rows = list(csv.reader(record, delimiter=delimiter, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _next_record(lines: list[str], at: int, delimiter: str, width: int, *, well_formed: bool = True) -> int | None:
    """The next line after `at` that is a whole record by itself."""
    for n in range(at + 1, min(len(lines), at + OPEN_LINES)):
        if not well_formed:
            cells: list[str] | None = _loose(lines[n], delimiter)
        else:
            cells = None if lines[n].count('"') % 2 else _strict(lines[n : n + 1], delimiter)
        if cells is not None and len(cells) == width:
            return n
    return None


def _end_of_broken(lines: list[str], at: int, delimiter: str, width: int, is_last: bool) -> int | None:
    """The line before which the broken record at line `at` is closed; None when more lines are needed to tell."""
    end = _next_record(lines, at, delimiter, width)
    if end is not None:
        return end
    few = len(lines) - at <= OPEN_LINES
    if few and not is_last and sum(map(len, lines[at:])) < OPEN_CHARACTERS:
        return None
    # No sound line follows. Where every quote of a file is broken, the next line of the right width will do.
    end = _next_record(lines, at, delimiter, width, well_formed=False)
    if end is not None:
        return end
    return len(lines) if few else at + 1


def _close(record: list[str], line: int, delimiter: str, width: int, chunk: Chunk) -> None:
    """Takes a broken record as one row, its last quote closed."""
    text = "".join(record).rstrip("\r\n")
    cells = _loose(text, delimiter)
    if len(cells) != width or not _closes([text], delimiter):
        cells = _loose(text + '"', delimiter)
    chunk.rows.append(cells)
    chunk.lines.append(line)
    chunk.problems.append(Problem(line, "unclosed-quote", value=record[0][:CUT].rstrip("\r\n")))


def _loose(text: str, delimiter: str) -> list[str]:
    return next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])


def sniff(sample: str) -> tuple[str, int]:
    """(delimiter, usual number of columns) of some lines: the delimiter that cuts them most evenly."""
    best, best_score, best_width = ",", -1.0, 1
    for delimiter in DELIMITERS:
        widths = Counter(len(row) for row in islice(csv.reader(io.StringIO(sample), delimiter=delimiter), 300) if row)
        if not widths:
            continue
        usual, count = max(widths.items(), key=lambda item: (item[1], item[0]))
        score = count / widths.total() + (0.0 if usual > 1 else -1.0) + min(usual, 60) / 1000
        if score > best_score:
            best, best_score, best_width = delimiter, score, usual
    return best, best_width
