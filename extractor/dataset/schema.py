"""The SQLite file: opened, recognised, and brought forward to the schema of this version."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Final
from urllib.parse import quote

from extractor.errors import (
    DatasetInvalid,
    DatasetLocked,
    DatasetMissing,
    DatasetNewer,
    DatasetOlder,
    DatasetUnwritable,
)

APPLICATION: Final = 0x50474D31
"""SQLite's `application_id` of a dataset: "PGM1"."""

BUSY_SECONDS: Final = 30.0
_UNWRITABLE: Final = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL)
CHECKPOINT_PAGES: Final = 16_000
CACHE_KIB: Final = 64_000
"""Rows of one article lie far apart in the file: seldom copying the log back spares most of the writing."""


@cache
def migrations() -> tuple[str, ...]:
    """The steps of the schema, oldest first; a dataset's version is how many it has taken."""
    folder = files("extractor.dataset") / "migrations"
    named = sorted((f for f in folder.iterdir() if re.match(r"\d{4}_", f.name)), key=lambda f: f.name)
    return tuple(file.read_text(encoding="utf-8") for file in named)


def connect(path: Path) -> sqlite3.Connection:
    """A connection that writes; the file is made where there is none and brought to the newest schema.

    Raises DatasetInvalid for a file that is no dataset, DatasetNewer for one of a later version, and
    DatasetLocked or DatasetUnwritable where it cannot be written.
    """
    db = _opened(path, f"file:{quote(str(path.absolute()))}?mode=rwc")
    with _closed_on_error(db), _as_dataset_errors(path):
        _check(db, path, may_be_new=True)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA foreign_keys = ON")
        db.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
        db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        migrate(db)
    return db


def connect_read_only(path: Path, wait: float | None = None) -> sqlite3.Connection:
    """A connection that reads, and waits so many seconds for a lock, by default `BUSY_SECONDS`.

    Raises DatasetMissing, DatasetInvalid, DatasetNewer, DatasetLocked.
    """
    if not path.is_file():
        raise DatasetMissing(path=str(path))
    address = f"file:{quote(str(path.absolute()))}?mode=ro"
    db = _opened(path, address, wait)
    try:
        db.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        db.close()
        if _is_locked(error):
            raise DatasetLocked(path=str(path)) from error
        # a folder that cannot be written: no place for the shared memory of WAL
        db = _opened(path, address + "&immutable=1", wait)
    except sqlite3.DatabaseError:
        pass  # told below
    with _closed_on_error(db), _as_dataset_errors(path):
        version = _check(db, path, may_be_new=False)
        if version < len(migrations()):
            raise DatasetOlder(path=str(path))
    return db


def recognise(path: Path) -> None:
    """Looks at a file before anything is made beside it.  Raises DatasetInvalid, DatasetNewer."""
    if path.exists():
        db = _opened(path, f"file:{quote(str(path.absolute()))}?mode=ro")
        with closing(db), _as_dataset_errors(path):
            _check(db, path, may_be_new=True)


def migrate(db: sqlite3.Connection, upto: int | None = None) -> None:
    """Takes the steps of the schema that the file has not taken, each in one transaction."""
    steps = migrations()[:upto]
    taken: int = db.execute("PRAGMA user_version").fetchone()[0]
    if taken >= len(steps):
        return
    views = (files("extractor.dataset") / "migrations" / "views.sql").read_text(encoding="utf-8")
    with transaction(db):
        # another process may have moved the schema on while this one waited for the lock
        taken = db.execute("PRAGMA user_version").fetchone()[0]
        for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'view'").fetchall():
            db.execute(f'DROP VIEW "{name}"')
        for step in steps[taken:]:
            _run(db, step)
        if len(steps) == len(migrations()):
            _run(db, views)
        db.execute(f"PRAGMA application_id = {APPLICATION}")
        db.execute(f"PRAGMA user_version = {len(steps)}")


@contextmanager
def transaction(db: sqlite3.Connection) -> Iterator[None]:
    """All or nothing; whatever strikes inside, the file is as before."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        if db.in_transaction:  # a full disk may have rolled it back already
            db.execute("ROLLBACK")
        raise


def _run(db: sqlite3.Connection, script: str) -> None:
    """The script's statements in the open transaction; `executescript` would commit it first."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""


def _opened(path: Path, address: str, wait: float | None = None) -> sqlite3.Connection:
    try:
        return sqlite3.connect(
            address, uri=True, timeout=BUSY_SECONDS if wait is None else wait, isolation_level=None
        )
    except sqlite3.OperationalError as error:
        raise DatasetInvalid(path=str(path), reason=str(error)) from error


def _check(db: sqlite3.Connection, path: Path, *, may_be_new: bool) -> int:
    """The file's schema version, once it is known to be a dataset of this version or before."""
    application, version = (
        db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    tables: int = db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not (may_be_new and tables == 0 and version == 0) and application != APPLICATION:
        raise DatasetInvalid(path=str(path), reason="it was not made by `piagam build`")
    if version > len(migrations()):
        raise DatasetNewer(path=str(path), version=version, known=len(migrations()))
    return int(version)


@contextmanager
def _closed_on_error(db: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        db.close()
        raise


@contextmanager
def _as_dataset_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        if _is_locked(error):
            raise DatasetLocked(path=str(path)) from error
        kind = DatasetUnwritable if _primary(error) in _UNWRITABLE else DatasetInvalid
        raise kind(path=str(path), reason=str(error)) from error


def _is_locked(error: sqlite3.Error) -> bool:
    return _primary(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _primary(error: sqlite3.Error) -> int | None:
    """SQLite's own number of the error, without what it adds in the higher byte."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
