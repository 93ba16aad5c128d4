"""Counts, and the measures made of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Score:
    """A share between 0 and 1 of `n` cases; precision and recall where the share is their F1."""

    value: float
    n: int
    precision: float | None = None
    recall: float | None = None


Scores = dict[str, Score]


class Disagreement(NamedTuple):
    """One place where gold and result differ; `want` is gold's value, `got` the result's."""

    page: str
    field: str
    want: object
    got: object

    def __str__(self) -> str:
        return f"{self.page}\t{self.field}\twant={self.want!r}\tgot={self.got!r}"


@dataclass(slots=True)
class Count:
    """True positives, false positives and false negatives."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, want: object, got: object, agree: bool) -> None:
        """One field of one record: a wrong value is both a false positive and a false negative."""
        self.right += agree
        self.wrong += bool(got) and not agree
        self.missed += bool(want) and not agree

    def score(self) -> Score:
        precision = share(self.right, self.right + self.wrong)
        recall = share(self.right, self.right + self.missed)
        return Score(f1(precision, recall), self.right + self.missed, precision, recall)


def share(part: float, whole: float, none: float = 0.0) -> float:
    """`part / whole`; `none` where there is nothing to share."""
    return part / whole if whole else none


def f1(precision: float, recall: float) -> float:
    """The harmonic mean."""
    return share(2 * precision * recall, precision + recall)
