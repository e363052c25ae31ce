"""Files mangled at random: every row is kept or refused with a reason, or the file is refused in one sentence."""

import io
import random
from collections.abc import Callable

from benchmarks.checks import Check
from benchmarks.fuzzing.readers import hold
from rebond.errors import ExportError
from rebond.importers import Source, read, recognise, summarise

ROWS = 60
HEADS = (("id", "created_at", "username", "text", "likes"), ("Date", "Auteur", "Texte", "J'aime"))
DAYS = ("2025-10-{d:02d} {h:02d}:{m:02d}:00", "{d:02d}/10/2025 {h:02d}:{m:02d}", "10/{d:02d}/2025 {h}:{m:02d}")
TEXTS = ("Deux fois prélevé !", 'She said ""twice""', "RT @rivage: on vérifie", "so, angry\nagain", "🙃")
NAMES = ("x.csv", "x.txt", "x.xlsx", "x.json")


def plain_csv(chance: random.Random) -> bytes:
    """A good file to start from: what a tool would export, in one of its dialects."""
    comma, day, columns = chance.choice(",;\t|"), chance.choice(DAYS), chance.choice(HEADS)
    lines = [comma.join(columns)]
    for n in range(ROWS):
        at = day.format(d=chance.randint(1, 28), h=chance.randint(0, 23), m=chance.randint(0, 59))
        text, who = f'"{chance.choice(TEXTS)}"', f"u{n % 17}"
        cells = {"id": str(1977000000000000000 + n * 4_194_304_000), "text": text, "Texte": text, "created_at": at,
                 "Date": at, "username": who, "Auteur": who}  # fmt: skip
        lines.append(comma.join(cells.get(name, str(n % 9)) for name in columns))
    return chance.choice(("\n", "\r\n", "\r")).join(lines).encode(chance.choice(("utf-8", "utf-8-sig", "utf-16")))


def flip(data: bytes, chance: random.Random) -> bytes:
    """Some bytes become others."""
    mangled = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        mangled[chance.randrange(len(mangled))] = chance.randrange(256)
    return bytes(mangled)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The end is missing, or the beginning. Of one byte nothing can be."""
    if len(data) < 2:
        return data
    at = chance.randrange(1, len(data))
    return data[:at] if chance.random() < 0.7 else data[at:]


def stutter(data: bytes, chance: random.Random) -> bytes:
    """A stretch is repeated."""
    one, other = sorted(chance.randrange(len(data)) for _ in range(2))
    return data[:other] + data[one:]


def quotes(data: bytes, chance: random.Random) -> bytes:
    """Quotes, separators and ends of line where nobody expects them."""
    mangled = data
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(mangled))
        mangled = mangled[:at] + chance.choice((b'"', b",", b";", b"\n", b"\r", b"\x00", b"\t", b'""')) + mangled[at:]
    return mangled


def noise(data: bytes, chance: random.Random) -> bytes:
    """Not a table at all."""
    return chance.randbytes(chance.randint(0, 4000))


MANGLERS: tuple[Callable[[bytes, random.Random], bytes], ...] = (flip, cut, stutter, quotes, noise)


def run(times: int, seed: int) -> None:
    for n in range(times):
        chance = random.Random(f"{seed} {n}")
        data = plain_csv(chance)
        for _ in range(chance.randint(1, 3)):
            data = chance.choice(MANGLERS)(data, chance) or b"\n"
        source = Source(
            chance.choice(("x.csv", "x.txt", "x.xlsx", "x.json")), len(data), lambda data=data: io.BytesIO(data)
        )
        try:
            found = recognise(source)
            hold(read(source, found))
            summarise(source, found)
        except ExportError:
            continue
        except Exception as unexpected:
            raise AssertionError(f"seed {seed}, trial {n}: {type(unexpected).__name__}: {unexpected}") from unexpected


CHECK = Check(claim="A mangled file gives rows in = kept + refused, or one sentence", full=20_000, run=run)
