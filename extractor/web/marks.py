"""An article's text cut where its marks begin and end, so that marks may nest and overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from extractor.model import Evidence, Result

Part = Literal["title", "text"]
Span = tuple[Part, int, int]

KINDS: Final = (
    "region", "tier", "edition", "date", "venue", "official", "presenter", "score", "figure",
    "criterion", "total", "claim",
)  # fmt: skip
"""Kinds of marks in the order of the legend."""

LONG: Final = frozenset({"criterion", "total", "claim"})
"""Kinds that mark whole clauses; they are underlined, so that the marks inside them stay visible."""

_KIND_OF: Final = {"on_behalf_of": "official", "rank": "score"}


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters of one part with the same marks; `ends` are the kinds whose marks end with them."""

    number: int
    text: str
    kinds: tuple[str, ...]
    ends: tuple[str, ...]

    @property
    def short(self) -> str | None:
        """The kind that colours the segment."""
        return next((kind for kind in self.kinds if kind not in LONG), None)

    @property
    def long(self) -> bool:
        return any(kind in LONG for kind in self.kinds)


class Marked:
    """Title and text of a result in segments; `others` are further places that findings point to."""

    def __init__(self, result: Result, others: Iterable[Span] = ()) -> None:
        marks = dict.fromkeys(_marks(result))
        extra = dict.fromkeys(others)
        self.parts: dict[Part, list[Segment]] = {}
        self._first: dict[tuple[Part, int], int] = {}
        self._last: dict[tuple[Part, int], int] = {}
        number = 0
        for part, text in _texts(result).items():
            own = [(s, e, kind) for (p, s, e), kind in marks if p == part and e <= len(text)]
            cuts = {0, len(text)} | {at for s, e, _ in own for at in (s, e)}
            cuts |= {min(at, len(text)) for p, *ends in extra if p == part for at in ends}
            self.parts[part] = list(_segments(text, sorted(cuts), own, number))
            at = 0
            for segment in self.parts[part]:
                self._first[part, at] = segment.number
                at += len(segment.text)
                self._last[part, at] = segment.number
            number += len(self.parts[part])

    @property
    def kinds(self) -> list[str]:
        """The kinds that occur, in the order of the legend."""
        met = {kind for segments in self.parts.values() for segment in segments for kind in segment.kinds}
        return [kind for kind in KINDS if kind in met]

    def numbers(self, span: Span) -> tuple[int, int] | None:
        """The first and last segment of a span that begins and ends with a mark or one of `others`."""
        part, start, end = span
        first, last = self._first.get((part, start)), self._last.get((part, end))
        return None if first is None or last is None or first > last else (first, last)


def _texts(result: Result) -> dict[Part, str]:
    return {"title": result.article.title or "", "text": result.article.text}


def _marks(result: Result) -> Iterator[tuple[Span, str]]:
    for record in (*result.records, *result.history):
        for field, found in record.evidence.items():
            kind = _KIND_OF.get(field, field)
            if kind in KINDS:
                yield from ((span_of(mark), kind) for mark in found)
    for kind, rows in (
        ("figure", result.figures),
        ("criterion", result.criteria),
        ("total", result.totals),
        ("claim", result.claims),
    ):
        for row in rows:
            yield from ((span_of(mark), kind) for mark in row.evidence)


def span_of(mark: Evidence) -> Span:
    return mark.part, mark.start, mark.end


def _segments(
    text: str, cuts: list[int], marks: list[tuple[int, int, str]], number: int
) -> Iterator[Segment]:
    """Sweeps over the cuts once; open marks are kept as counts by kind."""
    begins: dict[int, list[str]] = {}
    stops: dict[int, list[str]] = {}
    for start, end, kind in marks:
        begins.setdefault(start, []).append(kind)
        stops.setdefault(end, []).append(kind)
    counts = dict.fromkeys(KINDS, 0)
    for start, end in pairwise(cuts):
        for kind in stops.get(start, ()):
            counts[kind] -= 1
        for kind in begins.get(start, ()):
            counts[kind] += 1
        kinds = tuple(kind for kind in KINDS if counts[kind])
        ends = tuple(kind for kind in KINDS if kind in stops.get(end, ()))
        yield Segment(number, text[start:end], kinds, ends)
        number += 1
