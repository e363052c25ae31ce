"""Spaces, quotes and apostrophes as each language prints them. Only for our own words, never for people's."""

import re

NARROW, HARD = "\u202f", "\u00a0"
_FR = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"\.\.\."), "…"),
    (re.compile(rf"[ {HARD}{NARROW}]+(?=[;!?»])"), NARROW),
    (re.compile(rf"(?<=«)[ {HARD}{NARROW}]+"), NARROW),
    (re.compile(rf"[ {HARD}{NARROW}]+(?=[:%](?!//))"), HARD),
    (re.compile(r"\bN° ?"), f"N°{HARD}"),
)
_EN = (
    (re.compile(r"(?<=\w)'(?=\w)"), "’"),
    (re.compile(r"\.\.\."), "…"),
)


def set_type(text: str, lang: str) -> str:
    """The text with the typography of the language. Doing it twice changes nothing."""
    for pattern, replacement in _FR if lang == "fr" else _EN:
        text = pattern.sub(replacement, text)
    return text
