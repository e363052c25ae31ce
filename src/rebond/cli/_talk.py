"""Talking in a terminal: progress on standard error, results on standard output, questions only to a person."""

import re
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from rebond.errors import RebondError
from rebond.sentences import N_, Sentence, Value, Verbatim, say
from rebond.wording.voice import Voice

STOPPED = N_("Stopped. What was complete before is kept; what was under way is not.")
COMMAND = "rebond "
MARK = re.compile(r"\s*(?:[–·-]\s+)?")
TYPE = N_("Technical name of the error: %(name)s")


def typed_as(called: str) -> str:
    """How a person types this command here: its name where the shell finds it, else the path they called it by."""
    return "rebond" if shutil.which("rebond") else called


def laid_out(text: str, width: int) -> str:
    """A text broken between words, its further lines under the first word; a command to copy is left in one piece."""
    return "\n".join(line if COMMAND in line else _broken(line, width) for line in text.split("\n"))


def _broken(line: str, width: int) -> str:
    hang = MARK.match(line)
    indent = " " * (len(hang[0]) if hang else 0)
    parts = textwrap.wrap(line, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(parts) or line


class Talk:
    """One conversation with the person at the keyboard, in one language."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.out = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
        self.err = Console(stderr=True, highlight=False, soft_wrap=True, markup=False, emoji=False)
        self._progress: Progress | None = None

    def say(self, value: Sentence | Value, style: str | None = None) -> None:
        """One line on standard output."""
        self._print(self.out, self.voice.text(value), style)

    def aside(self, value: Sentence | Value) -> None:
        """One line that is not a result: on standard error."""
        self._print(self.err, self.voice.text(value), "dim")

    def tell(self, value: Sentence | Value) -> None:
        """One line of a talk: on standard error, beside the results."""
        self._hush()
        self._print(self.err, self.voice.text(value))

    def fail(self, error: RebondError, cause: str | None = None) -> None:
        """What went wrong, what to do, the code to look up. cause: the technical name, when we have no better."""
        self._print(self.err, self.voice.text(error.told()), "bold")
        self._print(self.err, f"{self.voice.text(error.mended())}  [{error.code}]")
        if cause:
            self.aside(say(TYPE, name=Verbatim(cause)))

    @staticmethod
    def _print(console: Console, text: str, style: str | None = None) -> None:
        """A person reads lines broken between words; a file or a pipe gets each in one piece."""
        console.print(laid_out(text, console.width) if console.is_terminal else text, style=style)

    def stopped(self) -> None:
        """After Ctrl-C: nothing is broken."""
        self.err.print(self.voice.text(say(STOPPED)))

    @property
    def with_a_person(self) -> bool:
        """Whether somebody is there to answer: both ends are a terminal."""
        return sys.stdin.isatty() and sys.stderr.isatty()

    def ask(self, question: Sentence) -> str:
        """The answer typed, stripped; empty when left open. The progress shown stands aside until the next step."""
        self._hush()
        self._print(self.err, self.voice.text(question))
        self.err.print("> ", end="")
        try:
            return input().strip()
        except EOFError:
            return ""

    def _hush(self) -> None:
        if self._progress is not None:
            self._progress.stop()

    @contextmanager
    def working(self) -> Iterator[Callable[[Sentence], None]]:
        """Shows the step under way; in a file or a pipe it prints one plain line a step."""
        if not self.err.is_terminal:
            yield self.aside
            return
        spinner = SpinnerColumn("line" if self.err.options.ascii_only else "dots")
        columns = (spinner, TextColumn("{task.description}", markup=False), TimeElapsedColumn())
        with Progress(*columns, console=self.err, transient=True) as self._progress:
            progress, task = self._progress, self._progress.add_task("", total=None)

            def shown(step: Sentence) -> None:
                progress.start()
                progress.update(task, description=self.voice.text(step))

            yield shown
        self._progress = None
