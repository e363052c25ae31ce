"""A document that people edited, set beside what had been written in it: which words are theirs.

The unit is the paragraph. Those that kept their mark are known at once; the others (an editor dropped the marks,
somebody replaced the whole paragraph) are found by their text, then by their place between two known neighbours.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from rebond.review.edits import InOneLanguage, Own, Printed, Reread, Words
from rebond.review.state import State
from rebond.review.written import DONE, Item, Segment, Written, figure_key, mark_of, plain, same

ALIKE = 0.5  # share of common characters above which one paragraph is the other, rewritten
SHORT = 2  # a value of one character is found anywhere by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Loose:
    """Words that belong to no sentence of ours: an added paragraph, a title or a cell that was changed."""

    text: str
    after: str | None  # id of the line before it


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """lines, hidden, blanks: how many were changed; checked: how many lines were said to be right as they stand.

    known: share of what was written that is found again, 0 to 1.
    """

    reread: Reread
    loose: tuple[Loose, ...]
    lines: int
    checked: int
    hidden: int
    blanks: int
    known: float


# --- comparing -------------------------------------------------------------------------------------------
def compare(written: Written, segments: Sequence[Segment]) -> Compared:
    """What people changed, and what of theirs has no place in the tree."""
    pairs = _aligned(written.items, segments)
    found: dict[int, list[Words]] = defaultdict(list)
    for s, i in sorted(pairs.items()):
        found[i].append(segments[s].words)
    sentences = _sentences(written, segments, found)
    hidden = frozenset(item.id for item, words, _ in sentences if not same(plain(words)))
    reworded = {item.id for item, words, _ in sentences if same(plain(words)) not in ("", same(item.text))}
    # Right as it stands, said by whoever erased the tag that asks to check it: theirs from now on.
    checked = {item.id for item, _, erased in sentences if erased} - reworded - hidden
    own = {
        item.id: Own(words=words, rested=item.rested) for item, words, _ in sentences if item.id in reworded | checked
    }
    before = {item.id: same(item.text) for item in written.items if item.kind == "blank"}
    blanks = _blanks(written, found)
    return Compared(
        reread=Reread(
            lang=written.lang,
            edits=InOneLanguage(tag=written.tag, lines=own, hidden=hidden, blanks=blanks),
            seen=frozenset(item.id for item in written.items if item.id and item.kind != "step"),
            checked=frozenset(checked),
            state=_state(written, found),
        ),
        loose=tuple(_loose(written.items, segments, pairs)),
        lines=len(reworded),
        checked=len(checked),
        hidden=len(hidden),
        blanks=sum(same(blanks.get(id, "")) != text for id, text in before.items()),
        known=_known(written.items, segments, pairs),
    )


Found = Mapping[int, list[Words]]  # item index → its paragraphs as they are read


def _sentences(written: Written, segments: Sequence[Segment], found: Found) -> list[tuple[Item, Words, bool]]:
    """Each line that was written, with the words that stand there now; none when it was deleted.

    Third: whether the tag that asks to check the line was erased.
    """
    keys = _figure_keys(written)
    marked = any(isinstance(part, Printed) and part.figure in keys for one in segments for part in one.words)
    return [
        (item, _sentence(item, found.get(i, []), keys if marked else None), _erased(item.check, found.get(i, [])))
        for i, item in enumerate(written.items)
        if item.kind == "line"
    ]


def _erased(tag: str, theirs: list[Words]) -> bool:
    return tag != "" and same(tag) not in same(" ".join(map(plain, theirs)))


def _blanks(written: Written, found: Found) -> dict[str, str]:
    """What stands on each rule that is not empty any more."""
    filled: dict[str, str] = {}
    for i, item in enumerate(written.items):
        text = _filled(item, found.get(i, [])) if item.kind in ("blank", "label") else ""
        if text:
            filled[item.id] = f"{filled[item.id]} {text}" if item.id in filled else text
    return filled


def _state(written: Written, found: Found) -> State | None:
    """The step people put a mark before, or typed in the place of another, or left alone; None: as it was written."""
    steps = {i: item.text for i, item in enumerate(written.items) if item.kind == "step"}
    names = [SIGN.sub("", same(text)).casefold() for text in steps.values()]
    was = next((n for n, text in enumerate(steps.values()) if text.startswith(DONE)), None)
    marked, left = set(), set()
    for n, i in enumerate(steps):
        text = same(" ".join(plain(words) for words in found.get(i, [])))
        name = SIGN.sub("", text).casefold()
        if name:
            left.add(step := names.index(name) if name in names else n)
            marked |= {step} if SET.match(text) else set()
    chosen = (marked or (left if len(left) == 1 else set())) - {was}
    return State(step=max(chosen), tag=written.tag, figures=written.figures) if chosen else None


SET = re.compile(r"[●⬤•■◉☑☒✓✔✗✘]|[xX*](?=\W)|[\[(][xX][\])]")  # the signs people put before what holds
SIGN = re.compile(rf"^(?:[○◯◦□☐]|\[ ?\]|{SET.pattern})\s*")


def _figure_keys(written: Written) -> dict[str, Printed]:
    """Each key a figure may be found under (its id, its bookmark), with the value it had."""
    keys: dict[str, Printed] = {}
    for item in written.items:
        for n, part in enumerate(part for part in item.words if isinstance(part, Printed)):
            keys[figure_key(item.id, n)] = part
            keys.setdefault(part.figure, part)
    return keys


def _sentence(item: Item, theirs: list[Words], keys: Mapping[str, Printed] | None) -> Words:
    """The words of a line: its paragraphs joined, without the tags after it.

    keys None: the editor kept no figure's mark, so figures are found by their values.
    """
    words: Words = ()
    for more in theirs:
        words = (*words, "\n", *more) if words and same(plain(more)) else (*words, *more)
    words = _without(_merged(words), item.tags, start=False)
    if keys is None:
        words = _tied(words, [part for part in item.words if isinstance(part, Printed)])
    else:
        own = {p.figure: p for p in item.words if isinstance(p, Printed)}
        words = tuple(_kept(part, own, keys) for part in words)
    return _merged(words)


def _kept(part: str | Printed, own: Mapping[str, Printed], keys: Mapping[str, Printed]) -> str | Printed:
    """A figure whose value was left alone stays a figure; one typed over becomes text."""
    if isinstance(part, str):
        return part
    was = keys.get(part.figure)
    was = own.get(was.figure, was) if was is not None else None
    return was if was is not None and same(was.text) == same(part.text) else part.text


def _tied(words: Words, figures: list[Printed]) -> Words:
    """The figures of a line found again in its text, where their value stands exactly once."""
    for figure in figures:
        if len(figure.text) < SHORT:
            continue
        spaced = r"\s*".join(re.escape(bit) for bit in figure.text.split())
        pattern = re.compile(rf"(?<![\w.,]){spaced}(?![\w]|[.,]\d)")
        hits = [(n, hit) for n, part in enumerate(words) if isinstance(part, str) for hit in pattern.finditer(part)]
        if len(hits) == 1:
            n, hit = hits[0]
            text = hit.string
            words = (*words[:n], text[: hit.start()], figure, text[hit.end() :], *words[n + 1 :])
    return words


def _without(words: Words, text: str, *, start: bool) -> Words:
    """The words less a piece of ours at one end, where it still stands there."""
    for bit in text.split("\t") if start else reversed(text.split("\t")):
        words = _less(words, bit.strip(), start=start) if bit.strip() else words
    return words


def _less(words: Words, bit: str, *, start: bool) -> Words:
    spaced = r"\s*".join(_LOOSELY.get(c, re.escape(c)) for c in bit if not c.isspace())
    pattern = re.compile(rf"^\s*{spaced}\s*" if start else rf"\s*{spaced}\s*$")
    at = 0 if start else len(words) - 1
    while 0 <= at < len(words) and not plain((words[at],)).strip():
        at += 1 if start else -1
    if not 0 <= at < len(words) or not isinstance(words[at], str):
        return words
    return (*words[:at], pattern.sub("", str(words[at]), count=1), *words[at + 1 :])


_LOOSELY = dict.fromkeys("’‘ʼ'", "[’‘ʼ']") | {"-": "[-‑]", "‑": "[-‑]"}


def _merged(words: Words) -> Words:
    """Neighbouring texts as one, and no space at the two ends."""
    parts: list[str | Printed] = []
    for part in words:
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        elif part:
            parts.append(part)
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(part for part in parts if part != "")


def _filled(item: Item, theirs: list[Words]) -> str:
    """What stands on a rule; or over the label of who completes it, where many people write."""
    text = "\n".join(plain(words).strip() for words in theirs if plain(words).strip())
    if item.kind == "blank":
        return text
    if same(text) == same(item.text):
        return ""
    return plain(_without(_without((text,), item.text, start=True), item.text, start=False)).strip()


# --- which paragraph is which ------------------------------------------------------------------------
def _aligned(items: Sequence[Item], segments: Sequence[Segment]) -> dict[int, int]:
    """Segment index → item index."""
    by_mark = {mark_of(item.kind, item.id): i for i, item in enumerate(items) if item.kind != "fixed"}
    pairs = {s: by_mark[seg.mark] for s, seg in enumerate(segments) if seg.mark in by_mark}
    rest = [s for s, seg in enumerate(segments) if s in pairs or same(plain(seg.words))]
    here = [f"\0{pairs[s]}" if s in pairs else same(plain(segments[s].words)) for s in rest]
    there = [f"\0{i}" if i in pairs.values() else same(item.whole) for i, item in enumerate(items)]
    free = set(range(len(items))) - set(pairs.values())
    for op, a, b, c, d in SequenceMatcher(None, there, here, autojunk=False).get_opcodes():
        ours = [i for i in range(a, b) if i in free]
        theirs = [s for s in rest[c:d] if s not in pairs]
        pairs |= dict(zip(theirs, ours, strict=True)) if op == "equal" else _paired(items, segments, ours, theirs)
    return pairs


def _paired(items: Sequence[Item], segments: Sequence[Segment], ours: list[int], theirs: list[int]) -> dict[int, int]:
    """Between two known neighbours: by likeness, then lines in their order, then rules."""
    pairs: dict[int, int] = {}
    likely = sorted(((_likeness(items[i], segments[s]), -i, -s) for i in ours for s in theirs), reverse=True)
    for ratio, i, s in likely:
        if ratio >= ALIKE and -s not in pairs and -i not in pairs.values():
            pairs[-s] = -i
    for kinds in (("line",), ("step",), ("blank", "label")):
        left = [i for i in ours if i not in pairs.values() and items[i].kind in kinds]
        free = [s for s in theirs if s not in pairs]
        pairs |= dict(zip(free, left, strict=False))
    return pairs


def _likeness(item: Item, segment: Segment) -> float:
    """Share of common characters; 0.0 for what cannot reach ALIKE, which two cheap bounds show."""
    ours, theirs = same(item.whole), same(plain(segment.words))
    if ours == theirs:
        return 1.0
    match = SequenceMatcher(None, ours, theirs, autojunk=False)
    hopeless = match.real_quick_ratio() < ALIKE or match.quick_ratio() < ALIKE
    return 0.0 if hopeless else match.ratio()


def _known(items: Sequence[Item], segments: Sequence[Segment], pairs: Mapping[int, int]) -> float:
    sure = {i for s, i in pairs.items() if segments[s].mark or _likeness(items[i], segments[s]) >= ALIKE}
    worded = [i for i, item in enumerate(items) if same(item.text)]
    return sum(i in sure for i in worded) / max(1, len(worded))


def _loose(items: Sequence[Item], segments: Sequence[Segment], pairs: Mapping[int, int]) -> Iterator[Loose]:
    last: str | None = None
    for s, segment in enumerate(segments):
        item = items[pairs[s]] if s in pairs else None
        if item is not None and item.kind == "line":
            last = item.id
        text = same(plain(segment.words))
        if text and (item is None or (item.kind == "fixed" and text != same(item.whole))):
            yield Loose(text=text, after=last)
