"""What the pipes leave on a span: one frozen value per kind, its extension attribute, and typed access to it.

All extension attributes are registered here and nowhere else.  A pickled Doc carries values of these classes,
so a process that unpickles one imports this module and has the attributes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc, Span

from extractor.model import Op

Via = Literal["level", "official", "government", "bare", "organisation"]
Kind = Literal["head", "deputy", "staff", "centre", "other", "name"]

REGION_UNITS = frozenset(
    ["provinsi", "kabupaten", "kota", "kabupaten/kota", "daerah"]
)  # what a count of regions counts


@dataclass(frozen=True, slots=True)
class RegionMention:
    """What a name may mean: candidate `codes`, the `level` its prefix demands, and how it came up.

    `weak` names are also ordinary words or people's names: they count where the article names the region
    for certain elsewhere.  `place` tells that a preposition of place stands before the name.
    """

    codes: tuple[str, ...]
    level: str | None = None
    via: Via = "bare"
    weak: bool = False
    place: bool = False
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as one place of the text names them.

    `name` is without degrees and honorifics, null for an office alone; `role` is spelled out without the
    region; `region` is the index of the office's region in `doc.spans["regions"]`, or None.
    """

    name: str | None
    role: str | None
    kind: Kind
    region: int | None = None
    acting: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """Parts of a stated date; `weekday` counts from Monday 0.  `valid` is false for a day no calendar has."""

    day: int | None
    month: int
    year: int | None
    weekday: int | None
    valid: bool = True

    def iso(self, year: int | None = None) -> str | None:
        """ISO form with `year` where none is stated; a date without a day stays partial."""
        year = self.year or year
        if year is None or not self.valid:
            return None
        return f"{year:04}-{self.month:02}" + (f"-{self.day:02}" if self.day else "")

    def fits(self, year: int) -> bool:
        """Whether the stated weekday is that of the date in `year` (true without a weekday)."""
        if self.weekday is None or self.day is None:
            return True
        try:
            return dt.date(year, self.month, self.day).weekday() == self.weekday
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class VenueMention:
    """A place in the text's own words; `hall` where it is more than a city; `city` is that part of it;
    `building` where a word of it says that it is a hall, a house or a room.
    """

    name: str
    hall: bool
    city: str | None
    building: bool = True


@dataclass(frozen=True, slots=True)
class ProgrammeMention:
    """A programme by name; `weak` names its subject only ("Universal Health Coverage"); `year` stands beside
    it.
    """

    id: str
    weak: bool
    year: int | None = None


@dataclass(frozen=True, slots=True)
class TierMention:
    """What a tier word may mean: (programme id, tier id) pairs; `sure` where a cue or the word itself says
    so.
    """

    options: tuple[tuple[str, str], ...]
    sure: bool

    def of(self, programme: str | None) -> str | None:
        """The id of the tier of `programme` that the word may mean."""
        return next((tier for pid, tier in self.options if pid == programme), None)

    def fits(self, programme: str | None) -> bool:
        return self.of(programme) is not None

    @property
    def programmes(self) -> set[str]:
        return {pid for pid, _ in self.options}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as stated.  `unit` is percent, people, points, a kind of region, or None for a bare number."""

    value: float
    unit: str | None
    op: Op
    words: bool = False


for _attribute in ("region", "person", "date", "venue", "programme", "tier", "quantity"):
    Span.set_extension(_attribute, default=None, force=True)


def region_of(span: Span) -> RegionMention:
    """The value on a span of the group "regions"."""
    value: RegionMention = span._.region
    return value


def person_of(span: Span) -> PersonMention:
    """The value on a span of the group "officials"."""
    value: PersonMention = span._.person
    return value


def date_of(span: Span) -> DateMention:
    """The value on a span of the group "dates"."""
    value: DateMention = span._.date
    return value


def venue_of(span: Span) -> VenueMention:
    """The value on a span of the group "venues"."""
    value: VenueMention = span._.venue
    return value


def programme_of(span: Span) -> ProgrammeMention:
    """The value on a span of the group "programmes"."""
    value: ProgrammeMention = span._.programme
    return value


def tier_of(span: Span) -> TierMention:
    """The value on a span of the group "tiers"."""
    value: TierMention = span._.tier
    return value


def is_tier(span: Span) -> bool:
    """Whether the span is of the group "tiers" (and not, say, a cue)."""
    return span._.tier is not None


def quantity_of(span: Span) -> Quantity:
    """The value on a span of the group "quantities"."""
    value: Quantity = span._.quantity
    return value


def group_of(doc: Doc, group: str) -> list[Span]:
    """The mentions of a kind, none where their pipe has not run."""
    return list(doc.spans.get(group, ()))


def tokens_of(spans: Iterable[Span]) -> set[int]:
    """The indices of all tokens in the spans."""
    return {i for span in spans for i in range(span.start, span.end)}
