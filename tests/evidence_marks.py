"""What the contract says about marks, as checks that name what breaks it."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import Article, Evidence, Record, Result

VALUES = ("region", "tier", "date", "venue", "official", "presenter")


def all_marks(result: Result) -> Iterator[tuple[str, Evidence]]:
    """(where it stands, mark) of every mark of a result."""
    for number, record in enumerate([*result.records, *result.history]):
        for field, marks in record.evidence.items():
            yield from ((f"record {number} {field}", mark) for mark in marks)
        for finding in record.findings:
            yield from ((f"record {number} {finding.check}", mark) for mark in finding.evidence)
    for kind in ("figures", "criteria", "totals", "claims", "findings"):
        for number, item in enumerate(getattr(result, kind)):
            yield from ((f"{kind} {number}", mark) for mark in item.evidence)


def is_true(mark: Evidence, article: Article) -> bool:
    """Whether a mark quotes the characters it points at."""
    part = article.title if mark.part == "title" else article.text
    return bool(mark.text) and part is not None and part[mark.start : mark.end] == mark.text


def false_marks(result: Result) -> list[str]:
    """Where marks do not quote the article."""
    return [where for where, mark in all_marks(result) if not is_true(mark, result.article)]


def unmarked(result: Result) -> list[str]:
    """Values that the contract wants marked and that are not."""
    missing = [
        f"{record.status} {field}"
        for record in [*result.records, *result.history]
        for field in VALUES
        if _has(record, field) and not record.evidence.get(field)
    ]
    for kind in ("figures", "criteria", "totals", "claims"):
        missing += [kind for item in getattr(result, kind) if not item.evidence]
    return missing


def _has(record: Record, field: str) -> bool:
    return getattr(record, field) is not None
