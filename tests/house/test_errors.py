"""An error a reader may see owns a code, an exit number, a sentence and a remedy; none is ever reused."""

import re
from collections import Counter

from tests.house.source import nothing

import rebond.errors
from rebond.errors import RebondError, error_classes

CLASSES = sorted(set(error_classes()), key=lambda cls: cls.__name__)
# A storey of exit numbers for each family of codes.
STOREYS = {
    "internal": range(10, 20), "machine": range(10, 20), "use": range(2, 3), "export": range(20, 30),
    "sheet": range(30, 40), "log": range(30, 40), "series": range(30, 40), "case": range(40, 50),
    "review": range(50, 60), "mapping": range(60, 70),
}  # fmt: skip
# Numbers that several causes share because a script would do the same about each of them.
SHARED = {20: "the file cannot be opened", 24: "no date can be read",
          40: "the folder is not one of a case"}  # fmt: skip
PLACE = re.compile(r"%\((\w+)\)s")


def own(cls, name):
    return name in vars(cls)


def leaves():
    """Classes that are raised: those that own a code."""
    return [cls for cls in CLASSES if own(cls, "code")]


def test_errors_live_in_one_file():
    nothing([cls.__qualname__ for cls in CLASSES if cls.__module__ != rebond.errors.__name__])


def test_each_error_owns_all_four():
    half = [cls.__name__ for cls in leaves() if not all(own(cls, name) for name in ("exit_code", "sentence", "remedy"))]
    nothing(half)


def test_a_code_is_used_once():
    nothing([code for code, times in Counter(cls.code for cls in leaves()).items() if times > 1])


def test_an_exit_number_is_in_the_storey_of_its_code():
    lost = [
        f"{cls.__name__}: {cls.code} exits with {cls.exit_code}"
        for cls in leaves()
        if cls.exit_code not in STOREYS.get(cls.code.partition(".")[0], ())
    ]
    nothing(lost)


def test_an_exit_number_has_one_meaning():
    """Two classes share a number when one refines the other, or when the shared meaning is written above."""
    clashes = [
        f"{one.__name__} and {other.__name__} both exit with {one.exit_code}"
        for n, one in enumerate(leaves())
        for other in leaves()[n + 1 :]
        if one.exit_code == other.exit_code and one.exit_code not in SHARED and not akin(one, other)
    ]
    nothing(clashes)


def akin(one, other) -> bool:
    shared = (set(one.__mro__) & set(other.__mro__)) - {RebondError, Exception, BaseException, object}
    return any(own(parent, "exit_code") and parent.exit_code == one.exit_code for parent in shared)


def test_a_remedy_needs_no_value_that_the_sentence_does_not_have():
    """Call sites give values once; `help`, `known` and `nearest` are the remedy's own."""
    extra = [
        f"{cls.__name__}: {sorted(more)}"
        for cls in leaves()
        if (more := set(PLACE.findall(cls.remedy)) - set(PLACE.findall(cls.sentence)) - {"help", "known", "nearest"})
    ]
    nothing(extra)


def test_an_error_blames_nobody():
    blame = re.compile(r"\b(invalid|illegal|bad|failed|fatal|abort|you did)\b", re.IGNORECASE)
    nothing([cls.__name__ for cls in leaves() if blame.search(cls.sentence + " " + cls.remedy)])
