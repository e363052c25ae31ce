"""First inputs: the samples of the contract suite for exports, a few lines as people write them for what they keep."""

import importlib
import io
import zipfile
from collections.abc import Iterator

from tests.contract.formats import Sample
from tests.contract.test_importers import SAMPLES
from tests.unit.importers.exports import workbook

from benchmarks.fuzzing.containers import BOOKS, IN_ARCHIVES, KEPT, PACKED, PARTS
from rebond.importers.format import formats

LARGEST = 8_192  # bytes: what grows from a longer one is mostly slow
PLAIN_TEXTS = {
    "log": (
        "Date;Heure;Action;Qui\n14 octobre;17 h 40;Première plainte vue sur Facebook;Marie\n;vers 8 h 15;Cellule;DG\n",
        "14 octobre 2025\n17 h 40 Première plainte\n9:05 pm - Called the supplier (Jean)\nhier soir : rien\n",
        "[14/10/2025 17:40:12] Marie: on répond ?\n[14/10/2025 17:41:00] Jean: oui, tout de suite\n",
        "From: a@rivage.example\nSubject: Point\nDate: Tue, 14 Oct 2025 17:40:00 -0400\n\n<p>Ok",
        "Nous confirmons : toutes nos réponses sont consignées du 14 au 16 octobre 2025.\n",
    ),
    "sheet": (
        "Organisation;Rivage\nFuseau;Montréal\nQuand;14 octobre 2025, vers 17 h\nCible;30 min\n",
        'organisation = "Rivage"\ntime_zone = "America/Toronto"\nhappened_at = 2025-10-14T17:00:00-04:00\n[targets]\n',
        "Organisation: Rivage\nTime zone: Eastern time\nNames: Rivage, Coop Rivage\nAccounts: @cooprivage\n",
    ),
    "series": (
        "Date;Appels (appels);Départs\n2025-10-13;1\u202f234;3\n14/10/2025;2 345,5;—\nTotal;9;9\n",
        "date,indicateur,valeur,unité\n2025-10-13,appels,12,appels\n2025-10-13,dons,300,$\n",
        'Semaine du,Dons ($)\n6 octobre 2025,"1,234"\noctobre 2025,"2,345"\n2025-W41,3\n2025-10-14 08:00,4\n',
    ),
    "mapping": (
        'format = 1\ntool = "Ours"\norder = "dmy"\nzone = "Europe/Paris"\nplatform = "x"\n[columns]\n'
        'published_at = "Jour"\ntext = 2\n[made_for]\nheader = ["Jour", "Dit \\"ainsi\\"", "x", "x"]\n',
    ),
}  # fmt: skip
PEOPLE = ("log", "sheet", "series", "by_hand", "given")


def seeds(reader: str) -> tuple[bytes, ...]:
    """The first inputs of a reader, those of READERS."""
    return tuple(one for one in _inputs(reader) if len(one) <= LARGEST)


def _inputs(reader: str) -> Iterator[bytes]:
    if reader == "workbook":
        books = [workbook([*map(list, _rows(one))]) for one in _tables()] + [SAMPLES["workbook"]]
        yield from _parts(books, BOOKS.index(BOOKS[0]))
    elif reader == "packed":
        for at in range(len(PACKED)):
            yield from (bytes([at]) + one for one in (_archived(at), SAMPLES["text_table"]) if one)
    elif reader in PEOPLE:
        texts = [text.encode() for name in (PEOPLE if reader == "given" else (reader,))
                 for text in PLAIN_TEXTS.get(name, ())] + [SAMPLES["by_hand"]]  # fmt: skip
        yield from (bytes([0]) + text for text in texts)
        yield from _parts([workbook([line.split(";") for line in text.decode().split("\n")]) for text in texts], 1)
    elif reader == "mapping":
        yield from (text.encode() for text in PLAIN_TEXTS[reader])
    else:
        yield SAMPLES[reader]
        yield from (one.file for one in _samples() if _reads(reader, one))


def _samples() -> Iterator[Sample]:
    for key in sorted(formats()):
        yield from importlib.import_module(f"tests.contract.formats.{key}").SAMPLES


def _reads(reader: str, sample: Sample) -> bool:
    kinds = {"text_table": bool(sample.columns), "json_lines": sample.file[:1] in (b"{", b"[", b"w"),
             "feeds": sample.file[:1] == b"<"}  # fmt: skip
    return kinds[reader]


def _tables() -> list[Sample]:
    return [one for one in _samples() if one.columns][::8]


def _rows(sample: Sample) -> Iterator[tuple[str, ...]]:
    yield sample.columns
    yield from (tuple(row.get(name, "") for name in sample.columns) for row in sample.rows)


def _archived(at: int) -> bytes:
    """What lies in the archive of a platform, for the containers that bear its names."""
    name = {1: "mastodon_archive", 2: "x_archive"}.get(at - len(PACKED) + len(IN_ARCHIVES) + 1)
    return importlib.import_module(f"tests.contract.formats.{name}").SAMPLES[0].file if name else b""


def _parts(books: list[bytes], first: int) -> Iterator[bytes]:
    """Each part of workbooks, behind the byte of its container; first: the container of PARTS[0]."""
    assert len(BOOKS) == len(KEPT) == len(PARTS) + 1
    for book in books:
        with zipfile.ZipFile(io.BytesIO(book)) as archive:
            yield from (bytes([first + at]) + archive.read(name) for at, name in enumerate(PARTS))
