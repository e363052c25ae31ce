"""What our typeface cannot draw, named in words: an accessible PDF may not hold a sign without a glyph.

An emoji is given its name, a stretch of another script a mark that names the script, a sign that shows nothing is left
out. All of them are counted, and the page says how many. HTML needs none of this: the reader's system has the glyphs.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import groupby

from rebond.render.webfont import letters
from rebond.sentences import N_, say
from rebond.wording.voice import Voice

CHINESE, JAPANESE = N_("text in Chinese characters"), N_("text in Japanese")
SCRIPTS = {
    "ARABIC": N_("text in Arabic script"), "HEBREW": N_("text in Hebrew script"),
    "CJK": CHINESE, "IDEOGRAPHIC": CHINESE, "HIRAGANA": JAPANESE, "KATAKANA": JAPANESE, "HANGUL": N_("text in Korean"),
    "DEVANAGARI": N_("text in Devanagari script"), "BENGALI": N_("text in Bengali script"),
    "TAMIL": N_("text in Tamil script"), "THAI": N_("text in Thai script"), "ARMENIAN": N_("text in Armenian script"),
    "GEORGIAN": N_("text in Georgian script"), "ETHIOPIC": N_("text in Ethiopic script"),
    "CANADIAN": N_("text in Aboriginal syllabics"),
}  # fmt: skip
OTHER_SCRIPT, SYMBOL = N_("text in another script"), N_("symbol")
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"})  # controls, joiners, accents with nothing under them
LONG = re.compile(r"(\S{30})(?=\S{10})")  # a word no line can hold gets places to break
BREAK = "\u200b"


class Printable:
    """Turns texts into what the typeface can draw, in one language, and counts what it had to name or leave out."""

    def __init__(self, voice: Voice) -> None:
        self.voice, self.replaced = voice, 0

    def __call__(self, text: str) -> str:
        if text.isascii() and text.isprintable():
            return LONG.sub(rf"\1{BREAK}", text)
        named = "".join(self._pieces(self._emoji_named(text)))
        return LONG.sub(rf"\1{BREAK}", named)

    def _emoji_named(self, text: str) -> str:
        import emoji

        emoji.config.load_language(self.voice.lang)
        return emoji.replace_emoji(text, replace=self._emoji)

    def _emoji(self, chars: str, data: dict[str, str]) -> str:
        plain = chars.replace("\ufe0f", "")  # "draw it in colour"
        if all(map(_drawn, plain)):
            return plain
        self.replaced += 1
        name = data.get(self.voice.lang) or data["en"]
        return f"[{name.strip(':').replace('_', ' ')}]"

    def _pieces(self, text: str) -> Iterator[str]:
        """Stretches of one kind, each as it will be printed."""
        for kind, stretch in groupby(_parts(text), key=lambda part: _family(part[0])):
            kinds, chars = zip(*stretch, strict=True)
            if kind == "":
                yield "".join(chars)
            elif kind == "unseen":
                self.replaced += len(chars)
            else:
                self.replaced += 1
                yield f"[{self.voice.text(say(kind if kind in kinds else kinds[0]))}]"


def _parts(text: str) -> Iterator[tuple[str, str]]:
    """(what it is, character): "" for what can be drawn, "unseen", or the sentence that names it."""
    held = ""  # kind of the last sign that was named: a space between two words of one script belongs to the stretch
    chars = list(text)
    for at, char in enumerate(chars):
        kind, drawn = _kind(char)
        after = _kind(chars[at + 1])[0] if at + 1 < len(chars) else ""
        if kind == "" and drawn == " " and held and _family(held) == _family(after):
            kind = held
        held = kind
        yield from ((kind, one) for one in drawn)


def _family(kind: str) -> str:
    """Japanese is written with Chinese characters too: one stretch, named after the whole of it."""
    return JAPANESE if kind == CHINESE else kind


@cache
def _kind(char: str) -> tuple[str, str]:
    if _drawn(char):
        return "", char
    if char.isspace() or char in "\u2028\u2029":
        return "", " "
    if unicodedata.category(char) in UNSEEN:
        return "unseen", char
    plain = unicodedata.normalize("NFKC", char)  # ① is 1, a full-width A is A
    if plain != char and all(map(_drawn, plain)):
        return "", plain
    script = unicodedata.name(char, "").partition(" ")[0].partition("-")[0]
    if script not in SCRIPTS and unicodedata.category(char)[0] not in "LM":
        return SYMBOL, char
    return SCRIPTS.get(script, OTHER_SCRIPT), char


def _drawn(char: str) -> bool:
    return char in _letters()


@cache
def _letters() -> frozenset[str]:
    """What both weights draw, controls left out."""
    both = letters(400) & letters(600)
    return frozenset(chr(code) for code in both if code not in (0x0D, 0x00) and chr(code).isprintable()) | {
        "\u00a0",
        "\u202f",
    }
