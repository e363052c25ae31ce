"""What a case holds, in one small file. To replace it is to move the case from one version to the next.

Posts, tables and identities are written under new names first; they are part of the case only once this file names
them. A writer killed at any moment leaves files that nothing names, and the last version untouched.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from rebond.casefile.atomic import write_whole
from rebond.errors import CaseTooNew, ManifestDamaged
from rebond.sentences import Verbatim

NAME = "manifest.json"
FORMAT = 1  # of the folder: case.toml and manifest.json bear the same number


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFile:
    """An untouched file kept in raw/. known: the case held the same bytes already."""

    name: str
    sha256: str
    size: int
    given_as: str  # the name people gave it; in raw/ it may have had to change
    known: bool = False
    role: str = "posts"  # posts, log, sheet, series
    kept_at: datetime | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)  # how it was read: rows, zone …


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One version of a case. posts, tables: path in the folder → SHA-256."""

    version: int = 0
    files: tuple[RawFile, ...] = ()
    delta_version: int | None = None  # None: no posts yet
    rows: int = 0
    posts: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, str] = field(default_factory=dict)

    def file(self, sha256: str, role: str) -> RawFile | None:
        """The kept file with these bytes."""
        return next((one for one in self.files if (one.sha256, one.role) == (sha256, role)), None)

    def in_use(self, role: str) -> tuple[RawFile, ...]:
        """Files of a role; of those given under one name, the last."""
        return tuple({one.given_as: one for one in self.files if one.role == role}.values())

    def parts(self, table: str) -> tuple[str, ...]:
        """Paths of the parts of a table (authors, problems, identities), oldest first."""
        return tuple(path for path in self.tables if path.rpartition("/")[2].startswith(f"{table}-"))

    def next(self, **changes: Any) -> "Manifest":
        """The version after this one."""
        return replace(self, version=self.version + 1, **changes)


def read_manifest(folder: Path) -> Manifest:
    """The last version of the case. Raises ManifestDamaged, CaseTooNew."""
    path = folder / NAME
    try:
        kept = json.loads(path.read_bytes())
        if kept["format"] > FORMAT:
            raise CaseTooNew(folder=Verbatim(str(folder)), format=kept["format"])
        return _read(kept)
    except FileNotFoundError:
        if _holds_posts(folder):
            raise ManifestDamaged(file=Verbatim(str(path))) from None
        return Manifest()
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise ManifestDamaged(file=Verbatim(str(path))) from None


def _holds_posts(folder: Path) -> bool:
    """A case is made with its list: posts without one mean that it was lost, never that they may go."""
    return any((folder / "posts").glob("**/*.parquet"))


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Move the case to this version. Raises OSError, and then the case is at the version before."""
    kept = {
        "format": FORMAT,
        "version": manifest.version,
        "files": [_file(one) for one in manifest.files],
        "posts": {"delta_version": manifest.delta_version, "rows": manifest.rows, "files": dict(manifest.posts)},
        "tables": dict(manifest.tables),
    }
    write_whole(folder / NAME, json.dumps(kept, ensure_ascii=False, indent=1).encode())


def _file(one: RawFile) -> dict[str, Any]:
    kept_at = one.kept_at.isoformat() if one.kept_at else None
    facts = {name: value.isoformat() if isinstance(value, datetime) else value for name, value in one.facts.items()}
    told = {name: getattr(one, name) for name in ("name", "given_as", "sha256", "size", "role")}
    return {**told, "kept_at": kept_at, "facts": facts}


def _read(kept: Mapping[str, Any]) -> Manifest:
    files = tuple(
        RawFile(name=one["name"], given_as=one["given_as"], sha256=one["sha256"], size=int(one["size"]),
                role=one["role"], facts=one["facts"],
                kept_at=datetime.fromisoformat(one["kept_at"]) if one["kept_at"] else None)
        for one in kept["files"]
    )  # fmt: skip
    posts = kept["posts"]
    return Manifest(version=int(kept["version"]), files=files, delta_version=posts["delta_version"],
                    rows=int(posts["rows"]), posts=dict(posts["files"]), tables=dict(kept["tables"]))  # fmt: skip
