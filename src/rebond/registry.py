"""One file in one place: a registry finds every module of a room by itself.

An importer, a figure, a renderer or a command is a new file in the right folder; nothing
else lists it. Modules are imported by name, in alphabetical order, so that two machines
register the same things in the same order.
"""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType
from typing import Any


def modules_of(package: str) -> Iterator[ModuleType]:
    """Each public module directly inside `package` (names starting with _ are left out)."""
    room = importlib.import_module(package)
    names = sorted(found.name for found in pkgutil.iter_modules(room.__path__))
    for name in names:
        if not name.startswith("_"):
            yield importlib.import_module(f"{package}.{name}")


def registered(package: str, attribute: str) -> dict[str, Any]:
    """What the modules of `package` offer under `attribute`, keyed by module name."""
    offers: dict[str, Any] = {}
    for module in modules_of(package):
        offer = getattr(module, attribute, None)
        if offer is not None:
            offers[module.__name__.rpartition(".")[2]] = offer
    return offers
