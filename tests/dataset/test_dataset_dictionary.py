"""The data dictionary describes the schema: all of it and nothing else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from extractor.dataset.dictionary import MARK, markdown, tables, views
from extractor.dataset.schema import migrate

DOCUMENT = Path(__file__).parents[2] / "docs" / "dataset.md"


@pytest.fixture
def db() -> sqlite3.Connection:
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate(db)
    return db


def test_every_table_and_column_is_described(db: sqlite3.Connection) -> None:
    names = [
        row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    ]
    schema = {name: [row[1] for row in db.execute(f"PRAGMA table_info({name})")] for name in names}
    assert {name: list(columns) for name, columns in tables().items()} == schema
    assert all(words for columns in tables().values() for words in columns.values())


def test_every_view_is_described_and_can_be_read(db: sqlite3.Connection) -> None:
    names = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert set(views()) == names
    for name in names:
        assert db.execute(f"SELECT * FROM {name}").fetchall() == []


def test_every_table_is_strict(db: sqlite3.Connection) -> None:
    strict = {
        row[1]: row[5] for row in db.execute("PRAGMA table_list") if row[2] == "table" and row[0] == "main"
    }
    assert all(value for name, value in strict.items() if name != "sqlite_schema")


def test_the_document_is_up_to_date() -> None:
    below = DOCUMENT.read_text(encoding="utf-8").partition(MARK)[2]
    assert below.strip() == markdown().strip(), "run: python -m extractor.dataset docs/dataset.md"
