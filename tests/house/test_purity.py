"""What decides a number reads no clock, path, environment, network, and draws nothing at random without a seed."""

import ast

from tests.house.source import PURE, SRC, at, calls, dotted, files, imported, nothing

CLOSED = {
    "os", "pathlib", "time", "logging", "socket", "subprocess", "tempfile", "shutil", "glob", "secrets", "threading",
    "multiprocessing", "concurrent", "asyncio", "urllib.request", "http", "requests", "sqlite3", "webbrowser", "locale",
    "getpass", "platform", "signal", "fcntl", "mmap", "pickle", "shelve",
}  # fmt: skip
CLOCK = {"now", "utcnow", "today"}
CALLS = {"open", "print", "input", "exec", "eval", "uuid.uuid1", "uuid.uuid4", "io.open"}
# Words that look like a door and are not one, each with its reason.
ALLOWED = {
    ("wording/catalogue.py", "pathlib.Path"): "in a checkout, a .po newer than its .mo is compiled in memory",
}


def test_pure_rooms_import_no_door():
    found = [
        f"{at(path, node)} imports {name}"
        for path in files(*PURE)
        for node, name in imported(path)
        if any(name == door or name.startswith(door + ".") for door in CLOSED)
        and (path.relative_to(SRC).as_posix(), name) not in ALLOWED
    ]
    nothing(found)


def test_pure_rooms_read_no_clock_and_open_nothing():
    found = [
        f"{at(path, call)} calls {dotted(call.func)}()"
        for path in files(*PURE)
        for call in calls(path)
        if dotted(call.func) in CALLS or dotted(call.func).rpartition(".")[2] in CLOCK
    ]
    nothing(found)


def test_chance_is_always_seeded():
    found = []
    for path in files():
        shared = any(name == "random" for _, name in imported(path))  # the module, and not a Random passed as argument
        for call in calls(path):
            name = dotted(call.func)
            owner, _, what = name.rpartition(".")
            unseeded = what in ("Random", "default_rng", "SystemRandom") and not (call.args or call.keywords)
            module = owner in ("np.random", "numpy.random", "random" if shared else "np.random") and what not in (
                "Random", "default_rng", "Generator", "PCG64", "SeedSequence", "Philox",
            )  # fmt: skip
            if unseeded or module:
                found.append(f"{at(path, call)} calls {name}() without a seed of its own")
    nothing(found)


def test_a_value_given_is_never_a_shared_default():
    found = [
        f"{at(path, node)} has a mutable default"
        for path in files()
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
        for default in [*node.args.defaults, *node.args.kw_defaults]
        if isinstance(default, ast.List | ast.Dict | ast.Set)
    ]
    nothing(found)
