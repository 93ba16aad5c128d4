"""A connection that reads rows: columns by name into frozen rows, whatever order the table has them in."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from types import TracebackType
from typing import Any, Self, TypeVar

from extractor.dataset.filters import has_words

R = TypeVar("R")


class Reader:
    """An open file; a context manager that closes it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        db.create_function("has_words", 2, has_words, deterministic=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Inside, every method sees the same state, whatever a build writes meanwhile."""
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            if self._db.in_transaction:  # a damaged file may have ended it
                self._db.execute("ROLLBACK")

    def _rows(self, kind: type[R], query: str, values: Any) -> Iterator[R]:
        """The query's rows as `kind`: lists out of JSON, truth out of 0 and 1; other columns are left out."""
        cursor = self._db.execute(query, values)
        at = {column[0]: place for place, column in enumerate(cursor.description)}
        wanted = fields(kind)  # type: ignore[arg-type]
        places = [at[field.name] for field in wanted]
        reads = [(i, _READ[str(field.type)]) for i, field in enumerate(wanted) if str(field.type) in _READ]
        for row in cursor:
            made = [row[place] for place in places]
            for i, read in reads:
                made[i] = read(made[i])
            yield kind(*made)


def _list(value: str) -> tuple[str, ...]:
    return tuple(json.loads(value))


_READ: dict[str, Any] = {"tuple[str, ...]": _list, "bool": bool}
