"""A whole column of dates at once.

One value is read by `dates.read_date`; every value of the same length with digits and marks in the same places is then
read from the same places, in NumPy. What is left over (odd rows) is read one by one.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from rebond.importers.dates import NEWEST, OLDEST, Reading, month_of, offset_of, read_date
from rebond.importers.source import Dates

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
PRECISIONS = ("second", "minute", "hour", "day")
FORMS = 24  # shapes tried on a chunk before reading the rest one by one
EPOCH = datetime(1970, 1, 1)
SECOND = 1_000_000
NO_OFFSET = np.int64(2**40)
DAY = 86_400 * SECOND
QUARTER = 900  # zones shift by whole quarters of an hour
DISORDER = 0.01  # share of steps the wrong way in a file that is in the order of time


@dataclass(slots=True)
class Instants:
    """A column read. micros: since 1970, UTC; valid only where `read`. precision: index in PRECISIONS."""

    micros: Ints
    read: Flags
    precision: npt.NDArray[np.int8]
    swapped: Flags  # day and month in the other order than the column's
    doubled: Flags  # of an hour that comes twice in autumn, where the order of the rows does not tell which it is


def read_column(values: pa.StringArray, how: Dates) -> Instants:
    """The instants of a column of text. Null and unreadable values are not `read`."""
    n = len(values)
    no = (np.zeros(n, bool) for _ in range(3))
    found = Instants(np.zeros(n, np.int64), next(no), np.zeros(n, np.int8), next(no), next(no))
    offsets = np.full(n, NO_OFFSET)
    lengths = np.asarray(pc.fill_null(pc.binary_length(values), 0))
    left = np.flatnonzero(lengths)
    for _ in range(FORMS):
        if not len(left):
            break
        left = _read_like_first(values, left, lengths, how, found, offsets)
    for at in left:
        _put(found, offsets, int(at), read_date(values[int(at)].as_py(), how))
    _to_utc(found, offsets, how)
    if how.day_only:
        found.precision[:] = PRECISIONS.index("day")
        found.doubled[:] = False
    return found


def _put(found: Instants, offsets: Ints, at: int, reading: Reading | None) -> None:
    if reading is not None:
        found.micros[at] = (reading.at - EPOCH) // timedelta(microseconds=1)
        found.read[at] = True
        found.precision[at] = PRECISIONS.index(reading.precision)
        found.swapped[at] = reading.swapped
        offsets[at] = NO_OFFSET if reading.offset is None else reading.offset


def _read_like_first(
    values: pa.StringArray, left: Ints, lengths: Ints, how: Dates, found: Instants, offsets: Ints
) -> Ints:
    """Reads every value shaped like the first one left; gives those still to read."""
    first = int(left[0])
    text = values[first].as_py()
    reading = read_date(text, how)
    _put(found, offsets, first, reading)
    if reading is None or reading.swapped or not reading.spans:
        return left[1:]
    alike = left[lengths[left] == lengths[first]]
    table = _bytes(values, alike, int(lengths[first]))
    spans = {name: (len(text[:a].encode()), len(text[:b].encode())) for name, (a, b) in reading.spans.items()}
    fits = _same_shape(table, spans)
    micros, offset, sound = _times(table[fits], spans)
    rows = alike[fits][sound]
    found.micros[rows], found.read[rows] = micros[sound], True
    found.precision[rows] = PRECISIONS.index(reading.precision)
    offsets[rows] = offset[sound]
    done = np.zeros(len(lengths), bool)
    done[rows] = done[first] = True
    return left[~done[left]]


def _bytes(values: pa.StringArray, rows: Ints, length: int) -> npt.NDArray[np.uint8]:
    """The values as a table of bytes, one row each. All have `length` bytes."""
    some = values if len(rows) == len(values) else values.take(pa.array(rows))
    buffers = some.buffers()
    starts = np.frombuffer(buffers[1], np.int32, len(some) + 1, some.offset * 4)
    data = np.frombuffer(buffers[2], np.uint8)[starts[0] : starts[0] + len(some) * length]
    return data.reshape(len(some), length)


def _same_shape(table: npt.NDArray[np.uint8], spans: Mapping[str, tuple[int, int]]) -> Flags:
    """Rows with digits where the first row has digits, letters where it has letters, else the very same marks."""
    first = table[0]
    fits = np.ones(len(table), bool)
    sign = spans["zone"][0] if "zone" in spans and chr(first[spans["zone"][0]]) in "+-" else -1
    for at, byte in enumerate(first):
        column = table[:, at]
        if 48 <= byte <= 57:
            fits &= (column >= 48) & (column <= 57)
        elif at == sign:
            fits &= (column == 43) | (column == 45)
        elif chr(byte).isalpha() or byte >= 128:
            fits &= ((column | 32) >= 97) & ((column | 32) <= 122) | (column >= 128)
        else:
            fits &= column == byte
    return fits


def _times(table: npt.NDArray[np.uint8], spans: Mapping[str, tuple[int, int]]) -> tuple[Ints, Ints, Flags]:
    """(microseconds since 1970 as written, offset in seconds or NO_OFFSET, whether it is a real date)."""
    n = len(table)

    def number(name: str, absent: int = 0) -> Ints:
        return _number(table, spans[name]) if name in spans else np.full(n, absent, np.int64)

    if "epoch" in spans:
        digits = spans["epoch"][1] - spans["epoch"][0]
        scale = {9: SECOND, 10: SECOND, 13: 1_000, 16: 1}[digits]
        micros = number("epoch") * scale
        oldest, newest = ((datetime(year, 1, 1) - EPOCH) // timedelta(microseconds=1) for year in (OLDEST, NEWEST + 1))
        return micros, np.zeros(n, np.int64), (micros >= oldest) & (micros < newest)
    year, day = number("year"), number("day")
    year = year + 2000 if spans["year"][1] - spans["year"][0] == 2 else year
    month = _each(table, spans["letters"], lambda word: month_of(word) or 0) if "letters" in spans else number("month")
    hour, minute, second = number("hour"), number("minute"), number("second")
    if "half" in spans:
        late = np.isin(table[:, spans["half"][0]], (80, 112))
        hour = hour % 12 + np.where(late, 12, 0)
    fraction = number("fraction")
    if "fraction" in spans:
        digits = spans["fraction"][1] - spans["fraction"][0]
        fraction = fraction * 10 ** (6 - digits) if digits <= 6 else fraction // 10 ** (digits - 6)
    sound = (year >= OLDEST) & (year <= NEWEST) & (month >= 1) & (month <= 12) & (day >= 1)
    sound &= (hour < 24) & (minute < 60) & (second < 60)
    days, longest = _days(year, np.where(sound, month, 1))
    sound &= day <= longest
    micros = ((days + day - 1) * 86_400 + hour * 3600 + minute * 60 + second) * SECOND + fraction
    offset = np.full(n, NO_OFFSET)
    if "zone" in spans:
        offset = _each(table, spans["zone"], lambda zone: int(NO_OFFSET) if (o := offset_of(zone)) is None else o)
        sound &= offset != NO_OFFSET
    return micros, offset, sound


def _number(table: npt.NDArray[np.uint8], span: tuple[int, int]) -> Ints:
    total = np.zeros(len(table), np.int64)
    for at in range(*span):
        total = total * 10 + (table[:, at].astype(np.int64) - 48)
    return total


def _each(table: npt.NDArray[np.uint8], span: tuple[int, int], meaning: Callable[[str], int]) -> Ints:
    """What each distinct piece of text means. There are few: months, zones."""
    pieces = np.ascontiguousarray(table[:, span[0] : span[1]])
    size, fixed = pieces.shape[1], pa.py_buffer(pieces)
    coded = pc.dictionary_encode(pa.FixedSizeBinaryArray.from_buffers(pa.binary(size), len(table), [None, fixed]))
    kinds = (kind.decode("utf-8", errors="replace") for kind in coded.dictionary.to_pylist())
    return np.array([meaning(kind) for kind in kinds], np.int64)[coded.indices.to_numpy()]


def _days(year: Ints, month: Ints) -> tuple[Ints, Ints]:
    """(days from 1970 to the first of the month, days in the month)."""
    months = (year - 1970) * 12 + month - 1
    first = months.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    following = (months + 1).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)
    return first, following - first


def _to_utc(found: Instants, offsets: Ints, how: Dates) -> None:
    """Times with an offset lose it; the others are local to the zone of the column."""
    stated = (offsets != NO_OFFSET) & how.trust_offsets
    found.micros[stated] -= offsets[stated] * SECOND
    local = found.read & ~stated
    if how.zone != "UTC" and local.any():
        east, found.doubled[local] = zone_offsets(found.micros[local], how.zone)
        found.micros[local] -= east * SECOND


def zone_offsets(micros: Ints, zone: str) -> tuple[Ints, Flags]:
    """(seconds east of UTC of each local time, whether it comes twice in autumn and may be the other of the two).

    micros: local times, in the order of the file. Most exports are in the order of time, and go back by an hour where
    the clocks did: what follows is of the second hour. Where nothing tells, the first is taken.
    """
    place = ZoneInfo(zone)
    quarters, which = np.unique(micros // (QUARTER * SECOND), return_inverse=True)
    starts = [(EPOCH + timedelta(seconds=int(q) * QUARTER)).replace(tzinfo=place) for q in quarters]
    once, again = (np.array([_east(at.replace(fold=fold)) for at in starts], np.int64) for fold in (0, 1))
    twice = (again < once)[which]  # in spring an hour is missing, and the other way round
    second, told = _second_hour(micros, twice)
    return np.where(second, again[which], once[which]), twice & ~told


def _east(at: datetime) -> int:
    shift = at.utcoffset()
    return int(shift.total_seconds()) if shift else 0


def _second_hour(micros: Ints, twice: Flags) -> tuple[Flags, Flags]:
    """(rows of the second of two equal hours, rows of which the order tells), autumn by autumn."""
    second, told = np.zeros(len(micros), bool), np.zeros(len(micros), bool)
    rows = np.flatnonzero(twice)
    way = _way(micros, twice) if len(rows) else 0
    for autumn in np.split(rows, np.flatnonzero(np.abs(np.diff(micros[rows])) > DAY) + 1):
        back = np.flatnonzero(np.diff(micros[autumn]) * way < 0) + 1
        if len(back) == 1:
            second[autumn[back[0] :] if way > 0 else autumn[: back[0]]] = True
            told[autumn] = True
    return second, told


def _way(micros: Ints, twice: Flags) -> int:
    """1: the rows go from the oldest to the newest, -1: from the newest to the oldest, 0: in no order."""
    steps = np.diff(micros)
    way = 1 if np.count_nonzero(steps > 0) >= np.count_nonzero(steps < 0) else -1
    elsewhere = steps[~(twice[:-1] & twice[1:])]
    return way if np.count_nonzero(elsewhere * way < 0) <= DISORDER * len(elsewhere) else 0


def first_and_last(found: Instants) -> tuple[datetime | None, datetime | None]:
    """Earliest and latest instants read."""
    if not found.read.any():
        return None, None
    times = found.micros[found.read]
    start = EPOCH.replace(tzinfo=UTC)
    return start + timedelta(microseconds=int(times.min())), start + timedelta(microseconds=int(times.max()))
