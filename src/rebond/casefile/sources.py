"""Files on disk as importers see them: a name, a size, and a stream to open as often as needed."""

from pathlib import Path

from rebond.errors import FileNotOpened, FileNotThere
from rebond.importers.source import Source
from rebond.sentences import Verbatim


def name_of(path: Path) -> str:
    """The name of a file as text: some systems allow bytes in it that are no letter, which no page can hold."""
    return path.name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def open_source(path: Path) -> Source:
    """The file at `path`. Raises FileNotThere, FileNotOpened (a folder, or a file this account may not read)."""
    if not path.exists():
        raise FileNotThere(file=Verbatim(str(path)))
    if not path.is_file():
        raise FileNotOpened(file=Verbatim(str(path)))
    try:
        with path.open("rb"):
            return Source(name=name_of(path), size=path.stat().st_size, open=lambda: path.open("rb"))
    except OSError:
        raise FileNotOpened(file=Verbatim(str(path))) from None
