"""The simulation and the analysis share nothing: what one plants, the other finds by its own means."""

import ast
import tomllib
from pathlib import Path

import pytest

SRC = Path(__file__).resolve().parents[2] / "src" / "rebond"
MAY_IMPORT = {"rebond.drill"}  # the simulation stands alone, even among the pure rooms


def imported(path: Path) -> set[str]:
    """Our modules a file imports, at its top or inside its functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return {name for name in found if name.split(".")[0] == "rebond"}


@pytest.mark.parametrize("path", sorted((SRC / "drill").glob("*.py")), ids=lambda p: p.name)
def test_the_simulation_imports_only_itself(path):
    outside = {name for name in imported(path) if not any(name.startswith(room) for room in MAY_IMPORT)}
    assert outside == set()


@pytest.mark.parametrize("room", ["analysis", "corpus", "importers", "evidence", "review"])
def test_no_room_that_finds_imports_the_one_that_plants(room):
    users = {p.name for p in (SRC / room).rglob("*.py") if any(n.startswith("rebond.drill") for n in imported(p))}
    assert users == set()


def test_no_threshold_of_the_analysis_is_written_in_the_plan():
    plan = tomllib.loads((SRC / "drill" / "rivage" / "plan.toml").read_text("utf-8"))
    parameters = {
        node.target.id
        for node in ast.walk(ast.parse((SRC / "settings.py").read_text("utf-8")))
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name)
    }
    assert parameters & set(plan) == set()
