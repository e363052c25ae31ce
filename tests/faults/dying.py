"""An import that dies at a chosen step: `python dying.py CASE FILE module:name before|after`."""

import importlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any


def die_at(step: str, moment: str) -> None:
    """Make a function of the writer the last thing the process does. `os._exit` is as sudden as a kill."""
    module, _, name = step.partition(":")
    home: Any = importlib.import_module(module)
    owner, _, name = name.rpartition(".")
    home = getattr(home, owner) if owner else home
    real: Callable[..., Any] = getattr(home, name)

    def last(*given: Any, **named: Any) -> None:
        if moment == "after":
            real(*given, **named)
        os._exit(9)

    setattr(home, name, last)


def main() -> None:
    from rebond.desk.bring_in import bring_in, open_case

    case, file, step, moment = sys.argv[1:]
    opened = open_case(Path(case))
    die_at(step, moment)
    bring_in(opened, (Path(file),), "UTC", lambda told: None)


if __name__ == "__main__":
    main()
