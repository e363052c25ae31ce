"""What stands inside an object of JSON, whatever shape it has: absent where the way to it is cut."""

from typing import Any


def inside(record: Any, path: str) -> Any:
    """The value at "user.screen_name"; None where a step is missing."""
    for step in path.split("."):
        record = record.get(step) if isinstance(record, dict) else None
    return record


def objects(record: Any, path: str) -> list[dict[str, Any]]:
    """The objects of a list; none where there is no list."""
    found = inside(record, path) if path else record
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def written(record: Any, path: str) -> str:
    """A value as text; empty where there is none."""
    found = inside(record, path)
    return "" if found is None or isinstance(found, dict | list) else str(found)


def first(record: Any, *paths: str) -> str:
    """The first of several values that is there, as text."""
    return next((found for path in paths if (found := written(record, path))), "")
