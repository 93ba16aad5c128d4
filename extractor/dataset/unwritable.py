"""What SQLite and the system say of a full disk or a folder without permission, as one error."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from extractor.errors import DatasetUnwritable


@contextmanager
def unwritable(path: Path) -> Iterator[None]:
    """Raises DatasetUnwritable for what the system says while the dataset is written."""
    try:
        yield
    except (sqlite3.OperationalError, OSError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise DatasetUnwritable(path=str(path), reason=reason) from error
