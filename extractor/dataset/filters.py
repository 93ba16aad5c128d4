"""Which awards are asked for: by code or name, and by words of any field."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extractor.regions.gazetteer import gazetteer

_SPOKEN: Final = (
    "programme",
    "programme_name",
    "edition",
    "region",
    "province",
    "scope",
    "tier",
    "official_name",
    "official_role",
    "on_behalf_of_name",
    "presenter",
    "presenter_role",
    "organizer",
    "venue",
    "venue_city",
    "date",
    "status",
)
"""Columns whose words `text` is looked for in."""

_SAID: Final = " || ".join(f"coalesce(x.{column} || ' ', '')" for column in _SPOKEN)


@dataclass(frozen=True)
class Filters:
    """What an award must be; null asks for nothing.  See `Dataset.awards`."""

    programme: str | None = None
    edition: int | None = None
    tier: str | None = None
    province: str | None = None
    region: str | None = None
    status: str | None = None
    text: str | None = None

    def where(self) -> tuple[str, list[str | int]]:
        """The SQL condition on the awards `x` and its values; it needs `has_words`."""
        tests: list[str] = []
        values: list[str | int] = []
        for column in ("programme", "edition", "tier", "status"):
            value = getattr(self, column)
            if value is not None:
                tests.append(f"x.{column} = ?")
                values.append(value)
        for column, codes in (("province_code", self._provinces), ("region_code", self._regions)):
            if codes is not None:
                tests.append(f"x.{column} IN ({', '.join('?' * len(codes))})")
                values += codes
        if self.text is not None:
            places = _codes(self.text)
            marks = ", ".join("?" * len(places))
            tests.append(
                f"(x.region_code IN ({marks}) OR x.province_code IN ({marks}) OR has_words(?, {_SAID}))"
            )
            values += [*places, *places, self.text.encode("utf-8", "replace").decode("utf-8")]
        return ("WHERE " + " AND ".join(tests) if tests else ""), values

    @property
    def _provinces(self) -> list[str] | None:
        return None if self.province is None else _codes(self.province, provinces=True)

    @property
    def _regions(self) -> list[str] | None:
        return None if self.region is None else _codes(self.region)


def _codes(name: str, *, provinces: bool = False) -> list[str]:
    """Codes of the regions called so; a code stands for itself."""
    known = gazetteer()
    if name in known.by_code:
        return [name]
    return [region.code for region in known.find(name, "provinsi" if provinces else None)]


def has_words(wanted: str, said: str) -> bool:
    """Whether all words of `wanted` are among those of `said`, in any case."""
    words = _words(wanted)
    heard = said.casefold()
    return all(word in heard for word in words) and words <= _split(heard)


@lru_cache(maxsize=64)
def _words(text: str) -> frozenset[str]:
    return _split(text.casefold())


def _split(folded: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", folded))


def holding(groups: Sequence[Sequence[str]]) -> tuple[str, list[str]]:
    """FROM and WHERE for the articles that were read and hold a word of each group, in order."""
    tests, values = ["a.error IS NULL"], list[str]()
    for words in groups:
        if all(word.isascii() for word in words):
            tests.append(f"({' OR '.join([_HOLDS] * len(words))})")
            values += [f"%{_literal(word)}%" for word in words for _ in range(_HOLDS.count("?"))]
    return f"FROM articles a WHERE {' AND '.join(tests)} ORDER BY a.id", values


_HOLDS: Final = "a.text LIKE ? ESCAPE '!' OR a.title LIKE ? ESCAPE '!'"


def _literal(word: str) -> str:
    return re.sub(r"([%_!])", r"!\1", word)
