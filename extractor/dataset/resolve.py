"""Statements -> awards: one row a programme, edition, region and scope, with every conflict kept.

Runs over the whole dataset in one transaction, award by award in the order of their ids, so memory does not
grow with the number of awards; the outcome depends on what is stored and not on the order in which it came.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from extractor.dataset.award import Gathered, Resolved, resolve_award
from extractor.dataset.copies import find_copies
from extractor.dataset.ids import content_id
from extractor.dataset.persons import put_persons
from extractor.dataset.reference import Reference
from extractor.dataset.schema import transaction
from extractor.dataset.settle import Said
from extractor.dataset.state import mark_resolved

BATCH = 500

_RECORDS = """SELECT award_id, id, article_id, programme, programme_name, edition, region_code, region, level,
  province, province_code, scope, status, verdict FROM records ORDER BY award_id, article_id, id"""
_STATEMENTS = """SELECT s.award_id, s.field, s.value, s.id, s.record_id, s.article_id,
  coalesce(c.family, s.article_id), s.text, s.part IS 'title', coalesce(s.inferred, 0)
  FROM statements s LEFT JOIN copies c ON c.article_id = s.article_id
  ORDER BY s.award_id, s.field, s.value, s.article_id, s.id"""


def resolve(db: sqlite3.Connection) -> None:
    """Makes awards, preferred values, conflicts, copies and persons anew from what is stored."""
    with transaction(db):
        for table in ("conflicts", "preferred", "awards", "copies"):
            db.execute(f"DELETE FROM {table}")
        db.executemany("INSERT INTO copies VALUES (?, ?)", find_copies(db).items())
        batch: list[Resolved] = []
        for resolved in _resolved(db):
            batch.append(resolved)
            if len(batch) >= BATCH:
                _put(db, batch)
                batch.clear()
        _put(db, batch)
        put_persons(db)
        mark_resolved(db)


def _resolved(db: sqlite3.Connection) -> Iterator[Resolved]:
    reference = Reference(db)
    decisions: dict[str, dict[str, str]] = {}
    for award, field, value in db.execute("SELECT award_id, field, value FROM decisions"):
        decisions.setdefault(award, {})[field] = value
    for gathered in _gathered(db):
        first = gathered.records[0]
        edition = reference.edition(first["programme"], first["edition"], first["scope"])
        yield resolve_award(gathered, edition, decisions.get(gathered.award, {}))


def _gathered(db: sqlite3.Connection) -> Iterator[Gathered]:
    """Everything said of each award, by award id: two sorted streams read side by side."""
    records = db.cursor()
    records.row_factory = sqlite3.Row
    statements = groupby(db.execute(_STATEMENTS), key=lambda row: row[0])
    award, said = next(statements, (None, iter(())))
    for key, rows in groupby(records.execute(_RECORDS), key=lambda row: row["award_id"]):
        fields: dict[str, list[Said]] = {}
        if award == key:
            for _, field, value, statement, record, article, family, text, title, inferred in said:
                each = Said(value, statement, record, article, family, text, bool(title), bool(inferred))
                fields.setdefault(field, []).append(each)
            award, said = next(statements, (None, iter(())))
        yield Gathered(key, [dict(row) for row in rows], fields)


def _put(db: sqlite3.Connection, batch: list[Resolved]) -> None:
    if not batch:
        return
    columns = list(batch[0].row)
    marks = ", ".join("?" * len(columns))
    db.executemany(
        f"INSERT INTO awards ({', '.join(columns)}) VALUES ({marks})",
        [tuple(each.row.values()) for each in batch],
    )
    preferred = [
        (each.row["id"], field, side.value, why, side.families, len(side.articles))
        for each in batch
        for field, (side, why) in each.preferred.items()
    ]
    db.executemany("INSERT INTO preferred VALUES (?, ?, ?, ?, ?, ?)", preferred)
    conflicts = [_conflict(each.row["id"], conflict) for each in batch for conflict in each.conflicts]
    db.executemany(f"INSERT OR IGNORE INTO conflicts VALUES ({', '.join('?' * 11)})", conflicts)


def _conflict(award: str, conflict: Any) -> tuple[str | None, ...]:
    field, best, loser, why, settled_by = conflict
    return (
        content_id(award, field, loser.value),
        award,
        field,
        best.value,
        json.dumps(best.articles),
        best.quote,
        loser.value,
        json.dumps(loser.articles),
        loser.quote,
        why,
        settled_by,
    )
