"""A file is taken in at one sitting, and every function has a home with a name."""

import ast

from tests.house.source import ROOT, SRC, at, files, nothing, tree

LINES = 500
FUNCTION = 70
# Longer, each with its reason.
LONG_FILES = {"src/rebond/errors.py": "a list of small classes: it is looked up, not read through"}
LONG_FUNCTIONS: dict[str, str] = {}
NO_HOME = {"utils", "util", "helpers", "helper", "common", "core", "misc", "tools", "lib", "shared", "stuff"}


def test_no_file_is_too_long_for_one_sitting():
    found = {
        path.relative_to(ROOT).as_posix(): n
        for folder in ("src", "tests", "benchmarks", "tools")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if (n := len(path.read_text("utf-8").splitlines())) > LINES
    }
    nothing({name: n for name, n in found.items() if name not in LONG_FILES})


def test_no_function_hides_several():
    found = [
        f"{at(path, node)} {node.name}: {node.end_lineno - node.lineno + 1} lines"
        for path in files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        and node.end_lineno - node.lineno + 1 > FUNCTION
        and f"{path.relative_to(SRC).as_posix()}:{node.name}" not in LONG_FUNCTIONS
    ]
    nothing(found)


def test_the_walk_stays_the_table_of_contents():
    assert len((SRC / "walk.py").read_text("utf-8").splitlines()) <= 200


def test_no_room_is_a_drawer():
    found = [path.relative_to(SRC).as_posix() for path in SRC.rglob("*") if path.stem.strip("_") in NO_HOME]
    nothing(found)


def test_every_file_says_what_it_is_for():
    silent = [
        path.relative_to(SRC).as_posix()
        for path in files()
        if path.read_text("utf-8").strip() and not ast.get_docstring(tree(path)) and path.name != "__init__.py"
    ]
    nothing(silent)
