"""Which awards are asked for: by code or name, and by words of any field."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from extractor.dataset.rows import Award
from extractor.regions.gazetteer import gazetteer


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
        """The SQL condition and its values; `text` is tested by `fits`."""
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
        return ("WHERE " + " AND ".join(tests) if tests else ""), values

    def fits(self, award: Award) -> bool:
        """Whether the award is in the place that `text` names, or has all its words among its fields."""
        if self.text is None:
            return True
        if award.region_code in self._places or award.province_code in self._places:
            return True
        return self._words <= _words_of(award)

    @property
    def _provinces(self) -> list[str] | None:
        return None if self.province is None else _codes(self.province, provinces=True)

    @property
    def _regions(self) -> list[str] | None:
        return None if self.region is None else _codes(self.region)

    @cached_property
    def _places(self) -> frozenset[str]:
        return frozenset(_codes(self.text or ""))

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(_split(self.text or ""))


def _codes(name: str, *, provinces: bool = False) -> list[str]:
    """Codes of the regions called so; a code stands for itself."""
    known = gazetteer()
    if name in known.by_code:
        return [name]
    return [region.code for region in known.find(name, "provinsi" if provinces else None)]


def _words_of(award: Award) -> frozenset[str]:
    values = (
        award.programme,
        award.programme_name,
        award.edition,
        award.region,
        award.province,
        award.scope,
        award.tier,
        award.official_name,
        award.official_role,
        award.on_behalf_of_name,
        award.presenter,
        award.presenter_role,
        award.organizer,
        award.venue,
        award.venue_city,
        award.date,
        award.status,
    )
    return frozenset(word for value in values if value is not None for word in _split(str(value)))


def _split(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
