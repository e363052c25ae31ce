"""What the house tests read: our own source, as files and as syntax trees."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "rebond"

# Every room below the engines decides numbers, and only from what it is given.
PURE = (
    "walk.py", "watch", "drill", "training", "review", "lessons", "evidence", "playbook", "crisis.py", "analysis",
    "corpus", "importers", "wording", "vocabulary", "settings.py", "registry.py", "tables.py", "actions.py",
    "errors.py", "sentences.py",
)  # fmt: skip


def files(*rooms: str) -> list[Path]:
    """Python files of the rooms (all of them by default), in order."""
    found = SRC.rglob("*.py") if not rooms else (f for room in rooms for f in _of(SRC / room))
    return sorted(found)


def _of(room: Path):
    return room.rglob("*.py") if room.is_dir() else [room] * room.is_file()


@cache
def tree(path: Path) -> ast.Module:
    """The file as a syntax tree."""
    return ast.parse(path.read_text("utf-8"), filename=str(path))


def at(path: Path, node: ast.AST) -> str:
    """Where a message points: file and line."""
    return f"{path.relative_to(SRC)}:{node.lineno}"


def dotted(node: ast.AST) -> str:
    """`datetime.now` for the expression that writes it; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        left = dotted(node.value)
        return f"{left}.{node.attr}" if left else f".{node.attr}"
    return ""


def calls(path: Path):
    """Every call of the file."""
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def imported(path: Path):
    """(node, module or module.name) for every import of the file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def nothing(found, advice: str = "") -> None:
    """Fails with every line that was found, none cut short, and what to do about them."""
    lines = [f"{key}: {value}" for key, value in found.items()] if isinstance(found, dict) else sorted(map(str, found))
    assert not lines, "\n".join([advice, *lines])
