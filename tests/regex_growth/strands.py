"""Hostile texts for a regular expression, made from its own parts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

MANY = 60  # strands of one pattern; those around its repeats come first
LONG = 20  # times that a part may stand before its repeat is a run
RUNS = (
    " ", "\n", "a", "A", "1", "1.", "1,", ".", "-", "(", '"', "<", "<a ", "</", "a ", "A ", "A. ", "di ",
    "dari ", "1 ", "Aa, ", "a-", " \n", "se-", 'x="a', "<a '\"",
)  # fmt: skip
END = "\x01,;.|\n\x01"  # what breaks off most repeats and ends no pattern
_CANDIDATES = " a1A.,-<\"'(/é\n"


class Strand(NamedTuple):
    """A text to be: `head` once, then `unit` again and again."""

    head: str
    unit: str

    def text(self, size: int) -> str:
        return (self.head + self.unit * (size // len(self.unit) + 1))[:size] + END


def strands(pattern: re.Pattern[Any]) -> list[Strand]:
    """Runs of the pattern's own beginnings, of what it repeats behind them, and what all are tried with."""
    source = pattern.pattern
    parsed = parser.parse(source, pattern.flags & ~re.DEBUG)
    walk = Walk()
    walk.sequence(parsed, "")
    own = dict.fromkeys(s for s in (*walk.repeats, *walk.beginnings) if s.unit.strip("\0"))
    return [*(Strand("", run) for run in RUNS), *list(own)[:MANY]]


class Walk:
    """A walk through a parsed pattern that writes down an example of each way to each place."""

    def __init__(self) -> None:
        self.repeats: list[Strand] = []
        self.beginnings: list[Strand] = []

    def sequence(self, items: Iterable[tuple[Any, Any]], head: str) -> str:
        """Walks on from `head`; returns the head with an example of the items behind it."""
        for code, value in items:
            head = self._item(code, value, head)
        if head:
            self.beginnings.append(Strand("", head))
        return head

    def _item(self, code: Any, value: Any, head: str) -> str:
        if code is codes.BRANCH:
            first, *_ = [self.sequence(branch, head) for branch in value[1]]
            return first
        if code is codes.SUBPATTERN:
            return self.sequence(value[3], head)
        if code is codes.ATOMIC_GROUP:
            return self.sequence(value, head)
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            return self._repeat(*value, head)
        if code is codes.ASSERT and value[0] < 0:  # what must stand before
            return self.sequence(value[1], head)
        return head + next(iter(_examples(code, value)), "")

    def _repeat(self, least: int, most: Any, items: Any, head: str) -> str:
        if most is codes.MAXREPEAT or int(most) >= LONG:
            for body in self._bodies(items):
                self.repeats.append(Strand(head, body))
                self.repeats.append(Strand("", head + body))
            if head:
                self.repeats.append(Strand("", head))
        after = self.sequence(items, head)
        return head if least == 0 and most is codes.MAXREPEAT else after

    def _bodies(self, items: Any) -> Iterator[str]:
        if len(items) == 1:
            yield from _examples(*items[0])
        body = Walk().sequence(items, "")
        if body:
            yield body


def _examples(code: Any, value: Any) -> list[str]:
    """Characters that a part of one character takes; none for other parts."""
    if code is codes.LITERAL:
        return [chr(value)]
    if code is codes.ANY:
        return [" ", "a"]
    if code is codes.NOT_LITERAL:
        return [char for char in _CANDIDATES if ord(char) != value][:2]
    if code is codes.IN:
        takes = [char for char in _CANDIDATES if _takes(value, char)]
        first = [
            chr(v if c is codes.LITERAL else v[0]) for c, v in value if c in (codes.LITERAL, codes.RANGE)
        ]
        negated = value[0][0] is codes.NEGATE
        return takes[:3] or ([] if negated else first[:1])
    return []


def _takes(members: list[tuple[Any, Any]], char: str) -> bool:
    found = False
    for code, value in members:
        if code is codes.LITERAL:
            found |= ord(char) == value
        elif code is codes.RANGE:
            found |= value[0] <= ord(char) <= value[1]
        elif code is codes.CATEGORY:
            found |= _CATEGORIES[value].match(char) is not None
    return found != (members[0][0] is codes.NEGATE)


_CATEGORIES = {
    codes.CATEGORY_SPACE: re.compile(r"\s"),
    codes.CATEGORY_NOT_SPACE: re.compile(r"\S"),
    codes.CATEGORY_DIGIT: re.compile(r"\d"),
    codes.CATEGORY_NOT_DIGIT: re.compile(r"\D"),
    codes.CATEGORY_WORD: re.compile(r"\w"),
    codes.CATEGORY_NOT_WORD: re.compile(r"\W"),
}
