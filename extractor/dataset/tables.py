"""The exported tables: their columns with types and meanings, and their rows in a fixed order."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final, Literal, get_type_hints

from extractor.dataset import rows
from extractor.dataset.dataset import Dataset
from extractor.dataset.dictionary import export_column

Type = Literal["string", "integer", "number", "boolean", "date", "array"]

_TYPES: Final[dict[str, Type]] = {"int": "integer", "float": "number", "bool": "boolean", "tuple": "array"}


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    type: Type
    description: str
    nullable: bool
    value: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Export:
    """A table to export; `links` are its columns that refer to the ids of others."""

    name: str
    columns: tuple[Column, ...]
    rows: Callable[[Dataset], Iterator[Any]]
    links: dict[str, str]


def _columns(export: str, kind: type, names: str) -> tuple[Column, ...]:
    return tuple(_column(export, kind, name) for name in names.split())


def _column(export: str, kind: type, name: str) -> Column:
    words = export_column(export, name)
    if name in _DAYS:
        return Column(name, "date", words, True, _day_of(attrgetter(_DAYS[name])))
    hint = get_type_hints(kind)[name]
    shape = re.match(r"(?:<class ')?(\w+)", str(hint))
    assert shape is not None
    return Column(name, _TYPES.get(shape[1], "string"), words, "None" in str(hint), attrgetter(name))


_DAYS: Final = {"day": "date", "published_day": "published"}
"""Columns that hold the day of another one, typed."""


def _day_of(text_of: Callable[[Any], str | None]) -> Callable[[Any], dt.date | None]:
    """The whole day that a text begins with; None for "2026-01"."""

    def day(row: Any) -> dt.date | None:
        try:
            return dt.date.fromisoformat((text_of(row) or "")[:10])
        except ValueError:
            return None

    return day


_MARK = "text part start end"

EXPORTS: Final = (
    Export(
        "awards",
        _columns(
            "awards",
            rows.Award,
            """id programme edition region_code region scope tier status date day venue official_name
            official_role presenter organizer verdict sources programme_name level province
            province_code score rank venue_city on_behalf_of_name on_behalf_of_role presenter_role
            articles independent_sources conflicts""",
        ),
        lambda dataset: dataset.iter_awards(),
        {},
    ),
    Export(
        "statements",
        _columns(
            "statements",
            rows.Statement,
            f"id award_id field value {_MARK} rule inferred article_id family source url",
        ),
        lambda dataset: dataset.iter_statements(),
        {"award_id": "awards", "article_id": "articles"},
    ),
    Export(
        "conflicts",
        _columns(
            "conflicts",
            rows.Conflict,
            """id award_id programme edition region_code region scope field preferred preferred_articles
            preferred_quote value value_articles value_quote why settled_by""",
        ),
        lambda dataset: iter(dataset.conflicts()),
        {"award_id": "awards"},
    ),
    Export(
        "figures",
        _columns(
            "figures",
            rows.Figure,
            f"id region_code region metric op value unit as_of {_MARK} article_id family source url",
        ),
        lambda dataset: dataset.iter_figures(),
        {"article_id": "articles"},
    ),
    Export(
        "articles",
        _columns(
            "articles",
            rows.Article,
            """id page_id source sources url title site author published published_day partial paywalled
            family awards error""",
        ),
        lambda dataset: dataset.iter_articles(),
        {},
    ),
)
