"""What the dataset remembers of itself: whether its awards follow from its statements."""

from __future__ import annotations

import sqlite3
from typing import Final

RESOLVER: Final = "1"
"""Goes up whenever the resolve step changes its outcome, so that older datasets are resolved again."""


def get_meta(db: sqlite3.Connection, key: str) -> str | None:
    row = db.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return None if row is None else str(row[0])


def set_meta(db: sqlite3.Connection, key: str, value: str) -> None:
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))


def mark_changed(db: sqlite3.Connection) -> None:
    """Notes that awards no longer follow from what is stored; in the transaction of the change."""
    db.execute("DELETE FROM meta WHERE key = 'resolved'")


def mark_resolved(db: sqlite3.Connection) -> None:
    set_meta(db, "resolved", RESOLVER)


def is_resolved(db: sqlite3.Connection) -> bool:
    return get_meta(db, "resolved") == RESOLVER
