"""Whether marks hold: present where they must be, and quoting what stands in the article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Protocol

from extractor.model import Article, Evidence, Record, Result

MARKED = ("region", "tier", "date", "venue", "official", "presenter")


class _Marked(Protocol):
    evidence: list[Evidence]


def check_marks(result: Result) -> Iterator[tuple[str, int, int]]:
    """(place, marks looked at, bad ones): for each field of a record, and each figure, total, …"""
    article = result.article
    for record in result.records:
        for field in sorted({*record.evidence, *MARKED}):
            must = field in MARKED and _has_value(record, field)
            yield field, *_checked(article, record.evidence.get(field, []), must)
    rows: Iterable[_Marked] = chain(result.figures, result.criteria, result.totals, result.claims)
    for row in rows:
        yield type(row).__name__.lower(), *_checked(article, row.evidence, True)


def _checked(article: Article, marks: Sequence[Evidence], must: bool) -> tuple[int, int]:
    if not marks:
        return int(must), int(must)
    return len(marks), sum(not _true(article, mark) for mark in marks)


def _true(article: Article, mark: Evidence) -> bool:
    part = article.title if mark.part == "title" else article.text
    return (part or "")[mark.start : mark.end] == mark.text != ""


def _has_value(record: Record, field: str) -> bool:
    """A person known by office alone needs no mark."""
    value = getattr(record, field)
    return bool(
        getattr(value, "id", None) or getattr(value, "name", None) or (isinstance(value, str) and value)
    )
