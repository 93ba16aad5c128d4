"""Where each province stands on the tile map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from extractor.regions import gazetteer


@dataclass(frozen=True, slots=True)
class Tile:
    """One province: Kemendagri code, ISO 3166-2:ID letters, short name, place from the north-west."""

    code: str
    iso: str
    name: str
    column: int
    row: int


@lru_cache(maxsize=1)
def tiles() -> tuple[Tile, ...]:
    """All provinces in the order of their codes."""
    text = (files("extractor.report") / "provinces.yaml").read_text(encoding="utf-8")
    known = gazetteer().by_code
    return tuple(
        Tile(row["code"], row["iso"], row.get("name") or known[row["code"]].bare, row["column"], row["row"])
        for row in yaml.safe_load(text)
    )
