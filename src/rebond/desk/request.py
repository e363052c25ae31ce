"""What a person asks for, and what they are given back."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rebond.sentences import Sentence

Step = Callable[[Sentence], None]
Ask = Callable[[Sentence], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a person asks for. Paths are theirs; zone, starts and ends are as typed."""

    exports: tuple[Path, ...] = ()
    mappings: tuple[Path, ...] = ()
    sheet: Path | None = None
    logs: tuple[Path, ...] = ()
    organisation: str | None = None
    own: tuple[str, ...] = ()
    series: tuple[Path, ...] = ()
    lang: str = "both"
    zone: str | None = None
    starts: str | None = None
    ends: str | None = None
    formats: tuple[str, ...] = ()
    out: Path | None = None
    everything: bool = False  # every post of the exports is about the matter
    command: str = "rebond"  # how the person types the command, for what they are told to do next


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What was written, what a person should know of it, and what to do next."""

    folder: Path
    files: tuple[Path, ...]
    told: tuple[Sentence, ...]
    next_steps: tuple[Sentence, ...]
