"""The secret of the pseudonyms of a case. Without it, identities cannot be guessed from posts."""

import contextlib
import secrets
from pathlib import Path

from rebond.casefile.atomic import write_whole
from rebond.errors import CaseFilesMissing
from rebond.sentences import Verbatim

FOLDER, NAME, BYTES = "identities", "key", 32
OWNER_ONLY, OWNER_FOLDER = 0o600, 0o700


def draw_key(folder: Path) -> None:
    """Draw a key for a case that has none."""
    apart = folder / FOLDER
    apart.mkdir(exist_ok=True)
    shut(apart, OWNER_FOLDER)
    if not (apart / NAME).exists():
        write_whole(apart / NAME, secrets.token_hex(BYTES).encode())
        shut(apart / NAME, OWNER_ONLY)


def read_key(folder: Path) -> bytes:
    """Raises CaseFilesMissing when the key is lost or damaged: a new one would count every post a second time."""
    path = folder / FOLDER / NAME
    try:
        key = bytes.fromhex(path.read_text("ascii"))
    except (OSError, ValueError):
        key = b""
    if len(key) != BYTES:
        raise CaseFilesMissing(file=Verbatim(str(path)))
    return key


def shut(path: Path, mode: int) -> None:
    """Readable by its owner only, where the system knows of it; elsewhere the folder's own rights stand."""
    with contextlib.suppress(OSError, NotImplementedError):
        path.chmod(mode)
