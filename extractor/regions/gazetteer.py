"""Regions by code, by name, and every surface form under which news mentions them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Literal, cast

from extractor.model import RegionRef
from extractor.regions.fold import RegionLevel, key, split_prefix

NameKind = Literal["official", "spelling", "acronym", "blend", "old-name", "capital"]


@dataclass(frozen=True, slots=True)
class Region:
    """A province, kabupaten or kota. `name` is in full: "Kabupaten X", "Kota X", "Provinsi X"."""

    code: str
    level: RegionLevel
    name: str
    province_code: str
    province: str

    @property
    def bare(self) -> str:
        """The name without "Kabupaten", "Kota", "Provinsi" or "Administrasi"."""
        return split_prefix(self.name)[1]

    def ref(self) -> RegionRef:
        """This region as the contract writes it."""
        return RegionRef(
            code=self.code,
            name=self.name,
            level=self.level,
            province=self.province,
            province_code=self.province_code,
        )


@dataclass(frozen=True, slots=True)
class Name:
    """A surface form, the regions it may mean (codes in order), and how far it can be trusted alone.

    `kind` is that of the strongest reading: an official name without its prefix, a spelling of it, an acronym
    ("HSS"), a blend ("Kotim"), an old name, or the capital that stands for its region.  `levels` has one
    entry for each code.  `common` marks names that are also ordinary words, people's names or acronyms.
    """

    surface: str
    codes: tuple[str, ...]
    kind: NameKind
    levels: tuple[RegionLevel, ...]
    common: bool


def _rows(name: str) -> Iterator[list[str]]:
    """Rows of a data file beside this module, without the header."""
    text = files("extractor.regions").joinpath("data", name).read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    next(rows)
    yield from rows


class Gazetteer:
    """All regions of Indonesia and their names; its files are read on first use, once for `gazetteer()`."""

    @cached_property
    def by_code(self) -> dict[str, Region]:
        """Every region under its Kemendagri code ("63", "63.11"), in the order of codes."""
        return {row[0]: Region(row[0], cast(RegionLevel, row[1]), *row[2:]) for row in _rows("regions.csv")}

    @cached_property
    def _names(self) -> tuple[Name, ...]:
        levels = {code: region.level for code, region in self.by_code.items()}
        found = []
        for surface, joined, kind, common in _rows("names.csv"):
            codes = tuple(joined.split(";"))
            at = tuple(map(levels.__getitem__, codes))
            found.append(Name(surface, codes, cast(NameKind, kind), at, common == "1"))
        return tuple(found)

    @cached_property
    def _by_key(self) -> dict[str, tuple[str, ...]]:
        """Codes under the folded form of every full name and surface form."""
        found: dict[str, set[str]] = {}
        for region in self.by_code.values():
            found.setdefault(key(region.name), set()).add(region.code)
        for name in self._names:
            found.setdefault(key(name.surface), set()).update(name.codes)
        return {folded: tuple(sorted(codes)) for folded, codes in found.items()}

    def names(self) -> tuple[Name, ...]:
        """Every surface form a matcher should know, sorted; forms that differ in case alone stand once."""
        return self._names

    def find(
        self, name: str, level: RegionLevel | None = None, province: str | None = None
    ) -> tuple[Region, ...]:
        """Regions called `name`, by code; case, spaces, hyphens and apostrophes do not matter.

        A prefix in `name` ("Kab. Banjar", "Pemkot Solok") counts as `level`.  `province` is a code or any
        name of the province.  Empty where nothing fits.
        """
        whole = self._select(name, level, province)
        if whole:
            return whole
        prefix, bare = split_prefix(name)
        if prefix is None or level not in (None, prefix):
            return ()
        return self._select(bare, prefix, province)

    def suggest(self, name: str, level: RegionLevel | None = None, limit: int = 3) -> tuple[Region, ...]:
        """Regions whose names are spelled nearly like `name`, nearest first; empty where none is near."""
        prefix, bare = split_prefix(name)
        wanted = level or prefix
        found: dict[str, Region] = {}
        for near in _near(self, key(bare), limit * 2):
            for code in self._by_key[near]:
                if wanted in (None, self.by_code[code].level):
                    found.setdefault(code, self.by_code[code])
        return tuple(found.values())[:limit]

    def _select(self, name: str, level: RegionLevel | None, province: str | None) -> tuple[Region, ...]:
        regions = (self.by_code[code] for code in self._by_key.get(key(name), ()))
        inside = None if province is None else self._province_codes(province)
        return tuple(
            region
            for region in regions
            if level in (None, region.level) and (inside is None or region.province_code in inside)
        )

    def _province_codes(self, province: str) -> frozenset[str]:
        if province in self.by_code:
            return frozenset({province})
        return frozenset(region.code for region in self.find(province, "provinsi"))


@lru_cache(maxsize=4096)
def _near(source: Gazetteer, folded: str, limit: int) -> tuple[str, ...]:
    """Folded names nearly like `folded`; difflib's ratio of .8 lets one or two letters differ."""
    return tuple(get_close_matches(folded, source._by_key, n=limit, cutoff=0.8))


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The one gazetteer of this process."""
    return Gazetteer()
