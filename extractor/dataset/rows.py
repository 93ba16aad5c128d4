"""What the dataset gives to readers: frozen rows, in the words of the contract."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Award:
    """One programme, edition, region and scope, with the preferred value of each field.

    `sources` are the names of the pages that report it, `copies` not taken out; `independent_sources` counts
    copies of one text once; `conflicts` counts values that lost.
    """

    id: str
    programme: str
    programme_name: str
    edition: int | None
    region_code: str | None
    region: str
    level: str | None
    province: str | None
    province_code: str | None
    scope: str | None
    tier: str | None
    status: str
    score: float | None
    rank: int | None
    date: str | None
    venue: str | None
    venue_city: str | None
    official_name: str | None
    official_role: str | None
    on_behalf_of_name: str | None
    on_behalf_of_role: str | None
    presenter: str | None
    presenter_role: str | None
    organizer: str | None
    verdict: str
    articles: int
    independent_sources: int
    conflicts: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One value of one field of one award from one article, with the characters it was read from.

    `text` is `article.text[start:end]`, or the title's where `part` is "title"; all are null where the value
    has no mark of its own.  Articles of one `family` are copies of one text.
    """

    id: str
    award_id: str
    article_id: str
    family: str
    source: str | None
    url: str | None
    field: str
    value: str
    text: str | None
    part: str | None
    start: int | None
    end: int | None
    rule: str | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class Preferred:
    """The value taken for a field, why, and how many stand behind it."""

    field: str
    value: str
    why: str
    independent_sources: int
    articles: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that lost against the preferred one: who says what, in which words.

    `settled_by` is "reference" or "decision"; null says that the conflict is open.  Articles are ids.
    """

    id: str
    award_id: str
    programme: str
    edition: int | None
    region_code: str | None
    region: str
    scope: str | None
    field: str
    preferred: str
    preferred_articles: tuple[str, ...]
    preferred_quote: str | None
    value: str
    value_articles: tuple[str, ...]
    value_quote: str | None
    why: str
    settled_by: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """An article that was read.  `source` is its first page by name, `family` its copies' first article."""

    id: str
    page_id: str
    source: str | None
    sources: tuple[str, ...]
    url: str | None
    title: str | None
    site: str | None
    author: str | None
    published: str | None
    partial: bool
    paywalled: bool
    family: str
    awards: int
    error: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Figure:
    """A number stated for a region; for the nation the code is null and the name Indonesia."""

    id: str
    article_id: str
    family: str
    source: str | None
    url: str | None
    region_code: str | None
    region: str
    metric: str
    op: str
    value: float
    unit: str
    as_of: str | None
    text: str | None
    part: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Total:
    """How many regions were honoured, as one article prints it."""

    id: str
    article_id: str
    family: str
    source: str | None
    url: str | None
    programme: str
    edition: int | None
    tier: str
    count: int
    unit: str
    scope: str | None
    text: str | None
    part: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Criterion:
    """What a tier demands, as one article prints it; `unless` is JSON."""

    id: str
    article_id: str
    family: str
    source: str | None
    url: str | None
    programme: str
    tier: str
    metric: str
    op: str
    value: float
    unit: str
    unless: str | None
    alt: int | None
    text: str | None
    part: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence of one article that can be true or false."""

    id: str
    article_id: str
    family: str
    source: str | None
    url: str | None
    kind: str
    claim: str
    part: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """The outcome of one check on an article, or on its record of an award."""

    id: str
    article_id: str
    award_id: str | None
    check: str
    verdict: str
    stated: str | None
    expected: str | None
    unit: str | None
    reason: str
    sources: tuple[str, ...]
    text: str | None
    part: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Person:
    """One official of one region and office, with all spellings met."""

    id: str
    region_code: str | None
    region: str
    role: str | None
    name: str
    variants: tuple[str, ...]
    articles: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What an editor decided of a field of an award."""

    award_id: str
    field: str
    value: str
    who: str
    why: str


@dataclass(frozen=True, slots=True)
class TotalCoverage:
    """Awards found against an official total; tier "all" counts every tier."""

    programme: str
    edition: int
    tier: str
    unit: str
    official: int
    found: int


@dataclass(frozen=True, slots=True)
class ProvinceCoverage:
    """Awards found in one province (its own and those of its kabupaten and kota); tier null: not known."""

    programme: str
    edition: int | None
    province_code: str | None
    province: str | None
    tier: str | None
    found: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the dataset holds against what there is; the last two are ids of awards."""

    totals: tuple[TotalCoverage, ...]
    provinces: tuple[ProvinceCoverage, ...]
    single_source: tuple[str, ...]
    without_tier: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """By what copies of an article are known; `minhash` is empty for a text too short to tell."""

    page_id: str
    family: str
    minhash: bytes


@dataclass(frozen=True, slots=True)
class Choices:
    """What awards can be filtered by; tiers with their programme, provinces by code and name."""

    programmes: tuple[str, ...]
    editions: tuple[int, ...]
    tiers: tuple[tuple[str, str], ...]
    provinces: tuple[tuple[str, str], ...]
