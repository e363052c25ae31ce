"""Use case: write the workbooks people fill. What somebody has begun to fill is never written over."""

from collections.abc import Callable
from pathlib import Path

from rebond.errors import CannotWrite
from rebond.render.workbooks import case_sheet, hand_collected, log
from rebond.sentences import Verbatim

TEMPLATES: dict[str, Callable[[], bytes]] = {
    "fiche-du-cas_case-sheet.xlsx": case_sheet,
    "journal_log.xlsx": log,
    "releve-a-la-main_hand-collected.xlsx": hand_collected,
}


def write_templates(out: Path) -> tuple[Path, ...]:
    """The three workbooks in a folder, made if it is not there: their paths. Raises CannotWrite.

    Beside a workbook that holds something else, a numbered copy is written: people run this again with answers in it.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        return tuple(_written(out / name, make()) for name, make in TEMPLATES.items())
    except OSError as error:
        raise CannotWrite(file=Verbatim(str(error.filename or out)),
                          why=Verbatim(error.strerror or str(error))) from error  # fmt: skip


def _written(path: Path, data: bytes) -> Path:
    """The path that holds `data`: this one, or the first numbered one that is free or already holds it."""
    here, n = path, 1
    while True:
        try:
            with here.open("xb") as stream:
                stream.write(data)
            return here
        except FileExistsError:
            if here.is_file() and here.read_bytes() == data:
                return here
        n += 1
        here = path.with_stem(f"{path.stem}-{n}")
