"""Questions with numbered answers: keys only, one line an answer, read aloud as well as seen."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from rebond.cli._talk import Talk
from rebond.sentences import N_, Sentence, Value, Verbatim, say
from rebond.wording.voice import Voice

if TYPE_CHECKING:
    from rebond.importers.guided.questions import Option, Question

NUMBER = N_("Type a number; Enter takes %(n)s.")
NUMBER_OR_WORDS = N_("Type a number or a name; Enter takes %(n)s.")
YES_NO = N_("%(question)s Type y (yes) or n (no); Enter takes yes.")
NO_SUCH = N_("There is no answer “%(typed)s”.")
YES, NO = ("", "y", "yes", "o", "oui", "1"), ("n", "no", "non", "2")
TRIES = 3
NAME_WIDTH, WIDEST = 26, 90


class TerminalInterview:
    """A person at the keyboard."""

    def __init__(self, talk: Talk) -> None:
        self._talk = talk

    def choose(self, question: "Question") -> int | str | None:
        """The value of an option, or words typed; None: "I do not know"."""
        self._lay_out(question)
        default = 0 if question.default is None else question.default + 1
        asked = say(NUMBER_OR_WORDS if question.typed else NUMBER, n=default)
        for _ in range(TRIES):
            typed = self._talk.ask(asked) or str(default)
            if typed.isdecimal() and int(typed) <= len(question.options):
                return question.options[int(typed) - 1].value if int(typed) else None
            if question.typed and not typed.isdecimal():
                return typed
            self.tell(say(NO_SUCH, typed=Verbatim(typed)))
        return None

    def agree(self, asked: Sentence) -> bool:
        """Yes or no; an empty answer is yes."""
        question = say(YES_NO, question=asked)
        while (typed := self._talk.ask(question).lower()) not in (*YES, *NO):
            self.tell(say(NO_SUCH, typed=Verbatim(typed)))
        return typed in YES

    def type(self, asked: Sentence) -> str:
        """Words; empty when left open."""
        return self._talk.ask(asked)

    def tell(self, value: Sentence | Value) -> None:
        """One line."""
        self._talk.tell(value)

    def show(self, posts: Iterable[tuple[Sentence | Value, ...]], zone: str) -> None:
        """Posts, each in some lines, with the hours of a zone."""
        voice = Voice.of(self._talk.voice.tag, zone)
        for first, *others in posts:
            self.tell(Verbatim(""))
            self.tell(Verbatim(f"  {voice.text(first)}"))
            for line in others:
                self.tell(Verbatim(f"      {voice.text(line)}"))
        self.tell(Verbatim(""))

    def _lay_out(self, question: "Question") -> None:
        self.tell(Verbatim(""))
        self.tell(question.asked)
        for n, option in enumerate(question.options, start=1):
            first, *others = self._answer(option)
            self.tell(Verbatim(f"  {n:>2}  {first}"))
            for line in others:
                self.tell(Verbatim(f"        {line}"))
        self.tell(Verbatim(f"   0  {self._talk.voice.text(question.open)}"))

    def _answer(self, option: "Option") -> list[str]:
        """Its name with short examples beside it, long ones below."""
        label, cells = self._talk.voice.text(option.label), [one.text for one in option.examples]
        beside = f"{label:<{NAME_WIDTH}}  {' · '.join(cells)}".rstrip()
        return [beside] if len(beside) <= WIDEST else [label, *cells]
