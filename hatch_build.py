"""Compile the catalogues (.po) into what gettext reads (.mo) when a wheel or an editable install is built.

Only the .po files are in git: two truths would drift apart.
"""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg]
    """Writes a .mo beside each .po and adds it to the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Raises ValueError for a catalogue that cannot be read: a wheel with half a language is not built."""
        build_data["artifacts"] += [str(made.relative_to(self.root)) for made in compile_catalogues(Path(self.root))]


def compile_catalogues(root: Path) -> list[Path]:
    """Every .mo written, in order."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    made = []
    for source in sorted((root / "src/rebond/locale").glob("*/*.po")):
        with source.open("rb") as stream:
            catalogue = read_po(stream, locale=source.parent.name, abort_invalid=True)
        target = source.with_suffix(".mo")
        with target.open("wb") as stream:
            write_mo(stream, catalogue)
        made.append(target)
    return made
