"""One article's result into the tables: what was there of it before is replaced, all or nothing."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from extractor.dataset.fields import FIELDS, group_of, stated
from extractor.dataset.ids import award_id, id_within
from extractor.model import Bar, Evidence, Finding, Record, Result

Row = dict[str, Any]


def put_article(
    db: sqlite3.Connection,
    article: str,
    result: Result,
    minhash: bytes,
    reader: str,
    seconds: Sequence[Record] = (),
) -> None:
    """Stores what `result` says and the records beside it; the caller holds the transaction."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS kept (id TEXT PRIMARY KEY, source TEXT)")
    db.execute("INSERT INTO kept SELECT id, source FROM pages WHERE article_id = ?", (article,))
    db.execute("DELETE FROM articles WHERE id = ?", (article,))
    _insert(db, "articles", [_article(article, result, reader)])
    db.execute("INSERT INTO pages SELECT id, source, ? FROM kept", (article,))
    db.execute("DELETE FROM kept")
    if minhash:
        _insert(db, "signatures", [{"article_id": article, "minhash": minhash}])
    for table, rows in _tables(article, result, seconds):
        _insert(db, table, rows)


def put_page(db: sqlite3.Connection, page: str, source: str, article: str) -> bool:
    """Notes that the page holds the article; an article that no page holds any more goes.

    `page` says where the page lies, `source` is its name.  Gives whether anything changed.  The caller holds
    the transaction.
    """
    before = db.execute("SELECT source, article_id FROM pages WHERE id = ?", (page,)).fetchone()
    if before == (source, article):
        return False
    db.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", (page, source, article))
    if before is not None:
        orphan = "DELETE FROM articles WHERE id = ? AND NOT EXISTS (SELECT 1 FROM pages WHERE article_id = ?)"
        db.execute(orphan, (before[1], before[1]))
    return True


def _article(article: str, result: Result, reader: str) -> Row:
    shown, error = result.article, result.error
    return {
        "id": article,
        "page_id": shown.id,
        "url": shown.url,
        "title": shown.title,
        "site": shown.site,
        "author": shown.author,
        "published": shown.published,
        "partial": int(shown.partial),
        "paywalled": int(shown.paywalled),
        "text": shown.text,
        "error": error.code if error else None,
        "message": error.message if error else None,
        "reader": reader,
    }


def _tables(article: str, result: Result, seconds: Sequence[Record]) -> Iterator[tuple[str, list[Row]]]:
    """Rows by table, each table after those it refers to."""
    records, statements, findings = _records(article, (*result.records, *result.history, *seconds))
    yield "records", records
    yield "statements", statements
    yield "findings", [*findings, *_findings(article, result.findings, None, None)]
    yield "figures", _marked(article, "figures", _figures(result))
    yield "criteria", _marked(article, "criteria", _criteria(result))
    yield "totals", _marked(article, "totals", _totals(result))
    yield "claims", _marked(article, "claims", _claims(result))


def _records(article: str, reported: Sequence[Record]) -> tuple[list[Row], list[Row], list[Row]]:
    records: list[Row] = []
    statements: list[Row] = []
    findings: list[Row] = []
    said: set[tuple[str, ...]] = set()
    count: dict[str, int] = {}
    for record in reported:
        award = award_id(record)
        count[award] = count.get(award, 0) + 1
        record_id = id_within(article, award, count[award])
        records.append(_record(record_id, article, award, record))
        statements += _statements(record_id, article, award, record, said)
        findings += _findings(article, record.findings, record_id, award)
    return records, statements, findings


def _record(record_id: str, article: str, award: str, record: Record) -> Row:
    region = record.region
    return {
        "id": record_id,
        "article_id": article,
        "award_id": award,
        "programme": record.programme.id,
        "programme_name": record.programme.name,
        "edition": record.edition,
        "region_code": region.code,
        "region": region.name,
        "level": region.level,
        "province": region.province,
        "province_code": region.province_code,
        "scope": record.scope,
        "status": record.status,
        "verdict": record.verdict,
    }


def _statements(
    record_id: str, article: str, award: str, record: Record, said: set[tuple[str, ...]]
) -> Iterator[Row]:
    """One row a value; an article that gives an award twice says what is the same in both but once."""
    values = list(stated(record))
    for group in dict.fromkeys(field.group for field in FIELDS):
        own = [row for row in values if group_of(row[0].name) == group]
        key = (award, group, *(value for _, value, _ in own))
        if own and key not in said:
            said.add(key)
            for field, value, mark in own:
                yield {
                    "id": id_within(article, record_id, field.name, value),
                    "record_id": record_id,
                    "award_id": award,
                    "article_id": article,
                    "field": field.name,
                    "value": value,
                    **_mark(mark),
                }


def _findings(article: str, found: list[Finding], record_id: str | None, award: str | None) -> list[Row]:
    rows = []
    for number, finding in enumerate(found):
        mark = _mark(finding.evidence[0] if finding.evidence else None)
        rows.append(
            {
                "id": id_within(article, record_id, "finding", number),
                "article_id": article,
                "record_id": record_id,
                "award_id": award,
                "check": finding.check,
                "verdict": finding.verdict,
                "stated": None if finding.stated is None else str(finding.stated),
                "expected": None if finding.expected is None else str(finding.expected),
                "unit": finding.unit,
                "reason": finding.reason,
                "sources": json.dumps(finding.sources, ensure_ascii=False),
                **{column: mark[column] for column in ("text", "part", "start", "end")},
            }
        )
    return rows


def _figures(result: Result) -> Iterator[tuple[Row, list[Evidence]]]:
    for f in result.figures:
        region = {"region_code": f.region.code, "region": f.region.name}
        yield (
            {**region, "metric": f.metric, "op": f.op, "value": f.value, "unit": f.unit, "as_of": f.as_of},
            f.evidence,
        )


def _criteria(result: Result) -> Iterator[tuple[Row, list[Evidence]]]:
    for c in result.criteria:
        row = c.model_dump(include={"programme", "tier", "metric", "op", "value", "unit", "alt"})
        yield {**row, "unless": _bar(c.unless)}, c.evidence


def _totals(result: Result) -> Iterator[tuple[Row, list[Evidence]]]:
    for t in result.totals:
        yield t.model_dump(include={"programme", "edition", "tier", "count", "unit", "scope"}), t.evidence


def _claims(result: Result) -> Iterator[tuple[Row, list[Evidence]]]:
    for claim in result.claims:
        yield {"kind": claim.kind, "claim": claim.text}, claim.evidence


def _marked(article: str, table: str, rows: Iterator[tuple[Row, list[Evidence]]]) -> list[Row]:
    """The rows with their ids and first marks."""
    return [
        {
            "id": id_within(article, table, number),
            "article_id": article,
            **row,
            **_mark(marks[0] if marks else None),
        }
        for number, (row, marks) in enumerate(rows)
    ]


def _bar(bar: Bar | None) -> str | None:
    return bar.model_dump_json() if bar else None


def _mark(mark: Evidence | None) -> Row:
    if mark is None:
        return dict.fromkeys(("text", "part", "start", "end", "rule", "inferred"))
    return {**mark.model_dump(), "inferred": int(mark.inferred)}


def _insert(db: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if rows:
        db.executemany(_insertion(table, tuple(rows[0])), rows)


@lru_cache(maxsize=64)
def _insertion(table: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {table} ({names}) VALUES ({', '.join(f':{column}' for column in columns)})"
