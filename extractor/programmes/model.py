"""What an award programme is: names, tiers, editions, criteria and their sources.

Recipients are no reference facts and have no place here.  Presenters and organisers are suggestions: they
help to read an article and never decide a verdict.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from pydantic import Field

from extractor.programmes.conditions import Condition, Fact, Name

Level = Literal["provinsi", "kabupaten", "kota"]
TotalUnit = Literal["provinsi", "kabupaten", "kota", "kabupaten/kota", "daerah"]
Weekday = Literal["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
CITED = 3
"""How many independent sources a finding names at most."""

EditionField = Literal["year", "date", "venue", "city", "totals", "criteria"]


class Source(Fact):
    """Where a fact was read.  Sources of one `family` are copies of one text and count once."""

    url: str | None
    about: str | None = None
    family: str | None = None


class Organiser(Fact):
    name: Name
    aliases: tuple[Name, ...] = ()


class TierForm(NamedTuple):
    """One way to write a tier; `bare` forms count alone when capitalised, others only after a cue."""

    text: str
    bare: bool


class Tier(Fact):
    """One level of a programme."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: Name
    aliases: tuple[Name, ...] = ()
    bare: bool = Field(False, description="whether name and aliases count without a cue such as 'kategori'")
    alone: tuple[Name, ...] = Field((), description="further forms that count without a cue")
    cued: tuple[Name, ...] = Field((), description="further forms that count only after a cue")
    never_awarded: bool = False
    since: int | None = None
    until: int | None = None
    note: str | None = None

    def forms(self) -> tuple[TierForm, ...]:
        """Every surface form, name first, each once."""
        forms = dict.fromkeys((self.name, *self.aliases), self.bare)
        forms.update(dict.fromkeys(self.alone, True))
        forms.update(dict.fromkeys(self.cued, False))
        return tuple(TierForm(text, bare) for text, bare in forms.items())


class Band(Fact):
    """The scores of one tier.  A missing bound is no bound; `unsure` says that a bound is not known."""

    tier: Name
    min: float | None = None
    max: float | None = None
    min_inclusive: bool = True
    max_inclusive: bool = True
    printed: tuple[float, float] | None = Field(None, description="the bounds as the sources print them")
    since: int | None = None
    until: int | None = None
    unsure: bool = Field(False, description="scores inside the stated bounds stay undecided")
    sources: tuple[Name, ...] = ()
    note: str | None = None

    def holds(self, score: float) -> bool | None:
        """Whether `score` (points) lies in the band; None where the bounds known do not tell."""
        if self.min is not None and (score < self.min or (score == self.min and not self.min_inclusive)):
            return False
        if self.max is not None and (score > self.max or (score == self.max and not self.max_inclusive)):
            return False
        return None if self.unsure else True


class TierCriteria(Fact):
    """What a tier ("all": any award at all) demands, in one edition or in a span of years."""

    tier: Name
    holds: Condition
    since: int | None = None
    until: int | None = None
    sources: tuple[Name, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class TotalFact:
    """How many regions an edition honoured; tier "all" counts every tier."""

    tier: str
    unit: TotalUnit
    count: int


class Totals(Fact):
    """Counts of one edition; `all_unit` says what `all` counts (by default provinces and kabupaten/kota)."""

    provinsi: int | None = None
    kabupaten_kota: int | None = None
    all: int | None = None
    all_unit: TotalUnit = "daerah"
    by_tier: dict[str, int] = Field(default_factory=dict)
    by_tier_unit: TotalUnit = "kabupaten/kota"
    complete: bool = Field(False, description="by_tier names every tier, so that its sum is the whole")
    sources: tuple[Name, ...] = ()
    note: str | None = None

    def facts(self) -> tuple[TotalFact, ...]:
        """The counts as (tier, unit, count), those over all tiers first."""
        over_all: tuple[tuple[TotalUnit, int | None], ...] = (
            (self.all_unit, self.all),
            ("provinsi", self.provinsi),
            ("kabupaten/kota", self.kabupaten_kota),
        )
        whole = [TotalFact("all", unit, count) for unit, count in over_all if count is not None]
        return (*whole, *(TotalFact(tier, self.by_tier_unit, count) for tier, count in self.by_tier.items()))


class Presenter(Fact):
    name: Name
    role: str | None = None
    sources: tuple[Name, ...] = ()


class Edition(Fact):
    """One year of a programme.  A field in `unsure` suggests and never decides."""

    year: int
    other_years: tuple[int, ...] = Field((), description="years by which some articles call this edition")
    held: bool = True
    names: tuple[Name, ...] = ()
    date: dt.date | None = None
    weekday: Weekday | None = None
    time: str | None = None
    venue: str | None = None
    venue_variants: tuple[Name, ...] = ()
    city: str | None = None
    city_variants: tuple[Name, ...] = ()
    presenters: tuple[Presenter, ...] = ()
    totals: Totals | None = None
    criteria: tuple[TierCriteria, ...] = ()
    unsure: tuple[EditionField, ...] = ()
    conflicts: tuple[str, ...] = Field((), description="what single sources print differently")
    sources: tuple[Name, ...] = ()
    note: str | None = None


def _covers(fact: Band | TierCriteria, year: int | None) -> bool:
    if year is None:
        return fact.since is None and fact.until is None
    return (fact.since is None or fact.since <= year) and (fact.until is None or year <= fact.until)


class Programme(Fact):
    """A recurring award to regional governments."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: Name
    aliases: tuple[Name, ...] = ()
    weak_aliases: tuple[Name, ...] = Field(
        (), description="forms of the subject; they count near award words only"
    )
    not_to_confuse: tuple[Name, ...] = Field(
        (), description="other awards whose names hold a form of this one"
    )
    organisers: tuple[Organiser, ...] = ()
    tiers: tuple[Tier, ...] = Field(min_length=1, description="from the highest to the lowest")
    tier_cues: tuple[Name, ...] = ()
    levels: tuple[Level, ...] = ("provinsi", "kabupaten", "kota")
    ranks: bool = Field(False, description="whether 'peringkat N' is a tier")
    edition_means: Literal["award_year", "report_year"] = "award_year"
    national_levels: tuple[Level, ...] = Field(
        (), description="the only kinds of region that the national round honours; empty: every kind"
    )
    provincial_rounds: bool = Field(
        False, description="provinces hold ceremonies of their own under this name"
    )
    legal: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    criteria: tuple[TierCriteria, ...] = ()
    editions: tuple[Edition, ...] = ()
    sources: dict[str, Source] = Field(default_factory=dict)
    note: str | None = None

    @cached_property
    def _cited(self) -> dict[tuple[str, ...], list[str]]:
        return {}

    @cached_property
    def _tiers(self) -> dict[str, Tier]:
        return {tier.id: tier for tier in self.tiers}

    def tier(self, tier_id: str) -> Tier | None:
        return self._tiers.get(tier_id)

    def height(self, tier_id: str) -> int | None:
        """The tier's place from the top, 0 for the highest; None for an unknown tier."""
        return next((place for place, tier in enumerate(self.tiers) if tier.id == tier_id), None)

    def edition(self, year: int | None) -> Edition | None:
        """The edition of `year`; else the one that some articles call by that year."""
        exact = next((e for e in self.editions if e.year == year), None)
        return exact or next((e for e in self.editions if year in e.other_years), None)

    def criteria_for(self, tier_id: str, year: int | None) -> TierCriteria | None:
        """What `tier_id` demanded in `year`; the edition's own criteria go before the programme's."""
        edition = self.edition(year)
        own = next((c for c in edition.criteria if c.tier == tier_id), None) if edition else None
        return own or next((c for c in self.criteria if c.tier == tier_id and _covers(c, year)), None)

    def bands_for(self, year: int | None) -> tuple[Band, ...]:
        """The score bands in force in `year`, in the order written."""
        return tuple(band for band in self.bands if _covers(band, year))

    def cite(self, source_ids: tuple[str, ...]) -> list[str]:
        """Addresses of the first three independent sources: one of each family, in the order given."""
        known = self._cited.get(source_ids)
        if known is None:
            first: dict[str, str] = {}
            for source_id in source_ids:
                source = self.sources.get(source_id)
                if source is not None and source.url is not None:
                    first.setdefault(source.family or source_id, source.url)
            known = self._cited[source_ids] = list(first.values())[:CITED]
        return list(known)

    def independent(self, source_ids: tuple[str, ...]) -> int:
        """How many of the sources are independent: copies of one text count once."""
        return len({self.sources[i].family or i for i in source_ids if i in self.sources})
