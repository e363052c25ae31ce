"""What people corrected in the Word documents: read before they are replaced, kept in reviews/ for every later run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from rebond.casefile.atomic import write_whole
from rebond.casefile.case import REVIEWS
from rebond.errors import CorrectionsDamaged, RebondError
from rebond.render.docx_edits import read_edits, told, written_in
from rebond.review.edits import Edits, from_plain, to_plain
from rebond.review.written import Written
from rebond.sentences import N_, Sentence, Verbatim, say

EDITS = "corrections.json"
DOCUMENTS = ("review.fr.docx", "review.en.docx")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """Everything people changed so far, and what to tell them of it."""

    edits: Edits
    told: tuple[Sentence, ...] = ()


def read_corrections(folder: Path, written: Mapping[str, str]) -> Corrections:
    """Known corrections, and those of the documents that stand in `folder`. written: SHA-256 of each as drawn.

    A document that cannot be read again stops nothing: it is put aside with the others, and that is said. The list of
    known corrections is in no other place: raises CorrectionsDamaged.
    """
    edits, sentences = _known(folder), []
    for name in DOCUMENTS:
        path = folder / name
        if not path.is_file() or sha256(data := path.read_bytes()).hexdigest() == written.get(name):
            continue
        try:
            reading = read_edits(name, data, edits, _as_drawn(folder, name))
        except RebondError as error:
            sentences += [error.told(), say(N_("It is kept in %(folder)s."), folder=Verbatim(str(folder / REVIEWS)))]
            continue
        edits = reading.edits
        if reading.changed:
            sentences += told(reading)
    return Corrections(edits=edits, told=tuple(sentences))


def keep_corrections(folder: Path, corrections: Corrections) -> None:
    """Keep the corrections of all runs. Raises OSError, and then those kept before are whole."""
    write_whole(folder / REVIEWS / EDITS, _json(to_plain(corrections.edits)))


def keep_as_drawn(folder: Path, content: Mapping[str, bytes]) -> None:
    """Keep what each new document says, for editors that drop our record inside it."""
    for name in DOCUMENTS:
        if name in content:
            write_whole(folder / REVIEWS / _record_of(name), _json(written_in(name, content[name]).to_plain()))


def _known(folder: Path) -> Edits:
    path = folder / REVIEWS / EDITS
    try:
        return from_plain(json.loads(path.read_bytes()))
    except FileNotFoundError:
        return Edits()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise CorrectionsDamaged(file=Verbatim(str(path))) from None


def _as_drawn(folder: Path, name: str) -> Written | None:
    try:
        return Written.from_plain(json.loads((folder / REVIEWS / _record_of(name)).read_bytes()))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _record_of(name: str) -> str:
    return f"{name.removesuffix('.docx')}.written.json"


def _json(plain: Any) -> bytes:
    return json.dumps(plain, ensure_ascii=False, indent=1).encode()
