"""Values that options take; apart from the code behind them, so that --help stays fast."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    """Values of `extract --format`."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    TABLE = "table"


class Engine(StrEnum):
    """Values of `extract --engine`."""

    DAFT = "daft"


class ExportFormat(StrEnum):
    """Values of `export --format`."""

    CSV = "csv"
    PARQUET = "parquet"
    JSONL = "jsonl"
    DATAPACKAGE = "datapackage"


class Language(StrEnum):
    """Values of --lang."""

    ID = "id"
    EN = "en"


class AnswerFormat(StrEnum):
    """Values of `check --format`."""

    TEXT = "text"
    JSONL = "jsonl"
    CLAIMREVIEW = "claimreview"


class FailOn(StrEnum):
    """Values of `check --fail-on`: a verdict."""

    REFUTED = "refuted"
    NOT_ENOUGH_INFO = "not_enough_info"
