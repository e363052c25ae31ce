"""The screenshots that a list of picked posts names: found beside it, kept untouched, told where they are missing.

They are copied and never opened: no picture can do harm here. Which row names which is read again from the kept list
at each draw, so that a picture given later takes its place.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from rebond.casefile.case import Case
from rebond.casefile.manifest import RawFile
from rebond.casefile.sources import open_source
from rebond.casefile.writing import Writing
from rebond.errors import RebondError
from rebond.importers.by_hand import Shot, screenshots
from rebond.sentences import N_, Sentence, Verbatim, say, say_count
from rebond.tables import BY_HAND

SCREENSHOT = "screenshot"  # role in the manifest
MISSING = "no-screenshot"  # vocabulary problem_code
LARGEST = 20 << 20  # bytes: a screenshot has one or two millions
MOST_FILES = 10_000  # names of a folder looked at
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"BM", b"II*\x00", b"MM\x00*", b"%PDF")
BOXED = b"ftyp"  # HEIC and AVIF, which telephones write


@dataclass(frozen=True, slots=True)
class Taken:
    """Pictures on their way into a case. facts: by SHA-256, the names they were given under."""

    told: tuple[Sentence, ...]
    facts: Mapping[str, Mapping[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a case holds of them. shots: (file, row) of a list → names in raw/. missing: names no kept picture bears."""

    shots: Mapping[tuple[str, int], tuple[str, ...]]
    missing: int

    @property
    def problems(self) -> dict[str, int]:
        return {MISSING: self.missing} if self.missing else {}


# --- on the way in ----------------------------------------------------------------------------------------
def take_screenshots(change: Writing, path: Path) -> Taken:
    """Copy the pictures a list names from beside it into the change. path: of the list."""
    told, names = list[Sentence](), dict[str, list[str]]()
    for _, found, refusal in _looked_for(path):
        if refusal is not None:
            told.append(refusal)
            continue
        kept = change.take(found, SCREENSHOT)
        if not kept.known or kept.sha256 in names:
            names.setdefault(kept.sha256, []).append(found.name)
    if names:
        told.insert(0, say_count(N_("%(n)s screenshot kept beside the posts."),
                                 N_("%(n)s screenshots kept beside the posts."), len(names)))  # fmt: skip
    return Taken(tuple(told), {sha256: {"names": sorted(set(given))} for sha256, given in names.items()})


def told_of_screenshots(path: Path) -> tuple[Sentence, ...]:
    """The same for a check, which keeps nothing."""
    looked = _looked_for(path)
    if not looked:
        return ()
    refused = tuple(refusal for _, _, refusal in looked if refusal is not None)
    there = len(looked) - len(refused)
    if not there:
        return (say(N_("No screenshot is found beside the file.")), *refused)
    found = N_("%(n)s screenshot found beside the file."), N_("%(n)s screenshots found beside the file.")
    return say_count(*found, there), *refused


def _looked_for(path: Path) -> list[tuple[Shot, Path, Sentence | None]]:
    """Each picture that a list names, where it is looked for, and why it is not kept if it is not."""
    lists = open_source(path)
    named = screenshots(lists)
    beside = _beside(path.parent) if named else {}
    looked = []
    for shot in named:
        found = _found(shot.name, path.parent, beside)
        words, file = _refusal(found), Verbatim(lists.name)
        why = None if words is None else say(
            words, file=file, line=shot.raw_row, name=Verbatim(shot.name), most=LARGEST >> 20
        )  # fmt: skip
        looked.append((shot, found or path, why))
    return looked


def _refusal(found: Path | None) -> str | None:
    """Why a picture is not kept; None when it is."""
    if found is None:
        return N_("%(file)s, line %(line)s: the screenshot “%(name)s” is not beside the file. "
                  "Put it there and give the file again.")  # fmt: skip
    try:
        source = open_source(found)
    except RebondError:
        return N_("%(file)s, line %(line)s: the screenshot “%(name)s” cannot be opened: it is not kept.")
    if source.size > LARGEST:
        return N_("%(file)s, line %(line)s: the screenshot “%(name)s” is over %(most)s MB: it is not kept.")
    head = source.head(16)
    if not head.startswith(PICTURES) and head[4:8] != BOXED:
        return N_("%(file)s, line %(line)s: “%(name)s” is no picture: it is not kept.")
    return None


def _beside(folder: Path) -> dict[str, list[Path]]:
    """Files of a folder by the forms people may type their names in."""
    found: dict[str, list[Path]] = {}
    for _, one in zip(range(MOST_FILES), sorted(folder.iterdir()), strict=False):
        for form in _forms(one.name):
            found.setdefault(form, []).append(one)
    return found


def _found(name: str, folder: Path, beside: Mapping[str, list[Path]]) -> Path | None:
    """The file a name means: in the folder of the list or under it, never elsewhere."""
    typed = PurePosixPath(name.replace("\\", "/"))
    if typed.is_absolute() or ".." in typed.parts or ":" in typed.parts[0]:
        return None
    if len(typed.parts) > 1:
        place = folder.joinpath(*typed.parts[:-1])
        beside = _beside(place) if place.is_dir() else {}
    return _only(typed.name, beside)


def _only(name: str, files: Mapping[str, list[Path]]) -> Path | None:
    """The one file of that name; typed without its ending, it must be the only one of that stem."""
    candidates = files.get(_written(name), [])
    exact = [one for one in candidates if _written(one.name) == _written(name)]
    return (exact or candidates)[0] if len(exact or candidates) == 1 else next(iter(exact), None)


def _forms(name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((_written(name), _written(PurePosixPath(name).stem))))


def _written(name: str) -> str:
    """Without what eyes do not see: case, kinds of spaces (macOS puts a narrow one), composed accents."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


# --- at each draw -------------------------------------------------------------------------------------------
def kept_screenshots(case: Case) -> Kept:
    """Which row of which list has which pictures, of those kept last under each name."""
    manifest = case.manifest()
    pictures = _by_name(manifest.in_use(SCREENSHOT))
    shots: dict[tuple[str, int], tuple[str, ...]] = {}
    missing = 0
    for file in manifest.files:
        if file.role != "posts" or file.facts.get("importer") != BY_HAND:
            continue
        for shot in screenshots(open_source(case.raw_path(file.name))):
            name = _kept_as(shot, pictures)
            missing += name is None
            if name is not None:
                place = (file.name, shot.raw_row)
                shots[place] = (*shots.get(place, ()), name)
    return Kept(shots, missing)


def _by_name(files: Iterable[RawFile]) -> dict[str, str]:
    """Form of a name it was given under → name in raw/."""
    return {
        form: file.name
        for file in files
        for given in file.facts.get("names", (file.given_as,))
        for form in _forms(given)
    }


def _kept_as(shot: Shot, pictures: Mapping[str, str]) -> str | None:
    return pictures.get(_written(PurePosixPath(shot.name.replace("\\", "/")).name))
