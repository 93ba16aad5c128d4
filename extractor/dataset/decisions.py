"""Editors' decisions: read from CSV, all or none, and kept whatever is built later."""

from __future__ import annotations

import csv
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from extractor.dataset.fields import DECIDABLE
from extractor.dataset.rows import Decision
from extractor.dataset.schema import transaction
from extractor.dataset.state import mark_changed
from extractor.errors import DecisionsInvalid

COLUMNS: Final = ("award_id", "programme", "edition", "region_code", "region", "scope", "field", "stated")
"""What a list of open conflicts says; an editor adds `value`, `who` and `why`."""

FILLED: Final = ("value", "who", "why")


def take_decisions(db: sqlite3.Connection, path: Path) -> int:
    """Stores the decisions of a CSV file; gives how many.  The awards follow with the next resolve step.

    An empty value takes an earlier decision back.
    Rows without value, who and why are passed over, so that a list of open conflicts can be filled in part.
    Raises DecisionsInvalid, naming the row (the header is row 1), for anything else that is no decision.
    """
    decisions = list(_decisions(db, path))
    with transaction(db):
        for each in decisions:
            key = (each.award_id, each.field)
            db.execute("DELETE FROM decisions WHERE award_id = ? AND field = ?", key)
            if each.value:
                db.execute(
                    "INSERT INTO decisions VALUES (?, ?, ?, ?, ?)", (*key, each.value, each.who, each.why)
                )
        if decisions:
            mark_changed(db)
    return len(decisions)


def _decisions(db: sqlite3.Connection, path: Path) -> Iterator[Decision]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise DecisionsInvalid(path=str(path), row=1, reason=str(error)) from error
    for number, row in enumerate(rows, 2):
        said = {key: (value or "").strip() for key, value in row.items() if isinstance(key, str)}
        if any(said.get(name) for name in FILLED):
            problem = _problem(db, said)
            if problem is not None:
                raise DecisionsInvalid(path=str(path), row=number, reason=problem)
            yield Decision(_award(db, said)[0], said["field"], *(said.get(name, "") for name in FILLED))


def _problem(db: sqlite3.Connection, said: dict[str, str]) -> str | None:
    """What is wrong with a row, if anything."""
    for name in ("who", "why"):
        if not said.get(name):
            return f"it does not say {name}"
    if said.get("field") not in DECIDABLE:
        return f"there is no field {said.get('field', '')!r}; there are {', '.join(DECIDABLE)}"
    awards = _award(db, said)
    if len(awards) != 1:
        return "no award fits it" if not awards else "several awards fit it; give award_id"
    return _value_problem(db, said, awards[0])


def _value_problem(db: sqlite3.Connection, said: dict[str, str], award: str) -> str | None:
    field, value = said["field"], said.get("value", "")
    shapes = {"date": r"\d{4}(-\d{2}(-\d{2})?)?", "score": r"\d+(\.\d+)?", "rank": r"\d+"}
    if not value:
        return None
    if field in shapes and not re.fullmatch(shapes[field], value):
        return f"{value!r} is no {field} as the dataset writes it"
    if field == "status" and value not in ("received", "past", "announced"):
        return f"{value!r} is no status"
    if field == "tier":
        query = (
            "SELECT t.tier FROM tiers t JOIN records r USING (programme) WHERE r.award_id = ? ORDER BY height"
        )
        known = list(dict.fromkeys(row[0] for row in db.execute(query, (award,))))
        if known and value not in known:
            return f"there is no tier {value!r}; there are {', '.join(known)}"
    return None


def _award(db: sqlite3.Connection, said: dict[str, str]) -> list[str]:
    """Ids of the awards that a row speaks of."""
    if said.get("award_id"):
        query = "SELECT DISTINCT award_id FROM records WHERE award_id = ?"
        return [row[0] for row in db.execute(query, (said["award_id"],))]
    query = """SELECT DISTINCT award_id FROM records WHERE programme = ? AND coalesce(edition, '') = ?
        AND (region_code = ? OR (? = '' AND region = ?)) AND coalesce(scope, '') = ? ORDER BY award_id"""
    edition = said.get("edition", "")
    code = said.get("region_code", "")
    place = (code, code, said.get("region", ""), said.get("scope", ""))
    year = int(edition) if edition.isdigit() else edition
    return [row[0] for row in db.execute(query, (said.get("programme", ""), year, *place))]
