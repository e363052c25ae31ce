"""Talking in a terminal: progress on standard error, results on standard output, questions only to a person."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rebond.sentences import Sentence, Value
from rebond.wording.voice import Voice


class Talk:
    """One conversation with the person at the keyboard, in one language."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
        self.err = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)

    def say(self, value: Sentence | Value, style: str | None = None) -> None:
        """One line on standard output."""
        self.out.print(self.voice.text(value), style=style)

    def aside(self, value: Sentence | Value) -> None:
        """One line that is not a result: on standard error."""
        self.err.print(self.voice.text(value), style="dim")

    @property
    def with_a_person(self) -> bool:
        """Whether somebody is there to answer: both ends are a terminal."""
        return sys.stdin.isatty() and sys.stderr.isatty()

    def ask(self, question: Sentence) -> str:
        """The answer typed, stripped; empty when the person leaves it open."""
        self.err.print(self.voice.text(question))
        try:
            return input("> ").strip()
        except EOFError:
            return ""

    @contextmanager
    def working(self) -> Iterator[Callable[[Sentence], None]]:
        """Shows the step under way; in a file or a pipe it prints one plain line a step."""
        if not self.err.is_terminal:
            yield self.aside
            return
        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
        with Progress(*columns, console=self.err, transient=True) as progress:
            task = progress.add_task("", total=None)
            yield lambda step: progress.update(task, description=self.voice.text(step))
