"""Values that options take; apart from the code behind them, so that --help stays fast."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """Values of `extract --format`."""

    JSONL = "jsonl"
    CSV = "csv"
    TABLE = "table"


class Language(StrEnum):
    """Values of --lang."""

    ID = "id"
    EN = "en"
