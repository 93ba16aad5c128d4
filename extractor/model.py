"""The outside contract: what Piagam says about one page.

Every mark (`Evidence`) counts Unicode code points of `article.text`, or of `article.title` where `part`
is "title", and `article.text[start:end] == text` holds for each of them.  A value without evidence is null.
"""

from __future__ import annotations

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION: Final = "1"

Verdict = Literal["supported", "refuted", "not_enough_info"]
Level = Literal["provinsi", "kabupaten", "kota", "negara"]
Op = Literal["=", ">", ">=", "<", "<=", "~"]
Metric = Literal["coverage", "active", "pemda_share", "participants", "population", "score"]
Unit = Literal["percent", "people", "points"]


class Model(BaseModel):
    """Base of the contract: unknown fields are refused, instances are not changed by accident."""

    model_config = ConfigDict(extra="forbid")


class Evidence(Model):
    """The characters a value was read from, and the rule that read it."""

    start: int = Field(ge=0, description="first code point in the part")
    end: int = Field(ge=0, description="one past the last code point")
    text: str = Field(min_length=1, description="exactly part[start:end]")
    rule: str = Field(description="name of the rule that made the mark")
    part: Literal["text", "title"] = "text"
    inferred: bool = Field(
        False, description="true where the value follows from the words without being said by them"
    )


class Article(Model):
    """What a reader sees of a page."""

    id: str = Field(description='"sha256:" and the hex digest of the page\'s bytes')
    source: str = Field(description="the path as given; a row adds #N, counted from 1")
    url: str | None = None
    title: str | None = None
    site: str | None = None
    author: str | None = None
    published: str | None = Field(None, description="ISO 8601; a date, or a time with its offset")
    partial: bool = Field(False, description="the page says that the article goes on elsewhere")
    paywalled: bool = Field(False, description="the page says that only a teaser is shown")
    text: str = ""


class ProgrammeRef(Model):
    id: str
    name: str


class RegionRef(Model):
    code: str | None = Field(description="Kemendagri code; null for Indonesia and for an ambiguous name")
    name: str
    level: Level | None = None
    province: str | None = None
    province_code: str | None = None


class TierRef(Model):
    id: str
    name: str


class Person(Model):
    name: str | None = Field(description="without degrees and honorifics; null if known by office alone")
    role: str | None = Field(description="spelled out, without the region")


class Venue(Model):
    name: str
    city: str | None = None


class Finding(Model):
    """The outcome of one check."""

    check: str
    verdict: Verdict
    stated: float | str | None = None
    expected: float | str | None = None
    unit: str | None = None
    reason: str = Field(description="a sentence a journalist can print, in the chosen language")
    evidence: list[Evidence] = []
    sources: list[str] = []


class Record(Model):
    """One award to one region in one edition, as this article reports it."""

    programme: ProgrammeRef
    edition: int | None
    status: Literal["received", "announced", "past"]
    region: RegionRef
    tier: TierRef | None = None
    score: float | None = None
    rank: int | None = None
    official: Person | None = None
    on_behalf_of: Person | None = None
    presenter: Person | None = None
    organizer: str | None = None
    date: str | None = Field(None, description="the event's date as stated: YYYY, YYYY-MM or YYYY-MM-DD")
    venue: Venue | None = None
    scope: str | None = Field(None, description="the province whose own ceremony this is; else null")
    candidates: list[RegionRef] = Field([], description="the regions an ambiguous name may mean")
    evidence: dict[str, list[Evidence]] = {}
    verdict: Verdict = "not_enough_info"
    findings: list[Finding] = []


class Figure(Model):
    """A number stated for a region, or for the nation."""

    region: RegionRef
    metric: Metric
    op: Op
    value: float
    unit: Unit
    as_of: str | None = None
    evidence: list[Evidence]


class Bar(Model):
    """One predicate: `metric op value`."""

    metric: str
    op: Op
    value: float
    unit: Unit = "percent"


class Criterion(Model):
    """What a tier demands, as this article prints it."""

    programme: str
    tier: str = Field(description='tier id, or "all"')
    metric: str
    op: Op
    value: float
    unit: Unit
    unless: Bar | None = Field(None, description="the exception that makes this bar needless")
    alt: int | None = Field(
        None, description="branches of one tier carry different numbers; one branch must hold"
    )
    evidence: list[Evidence]


class Total(Model):
    """How many regions were honoured, as this article prints it."""

    programme: str
    edition: int | None = None
    tier: str = Field(description='tier id, or "all"')
    count: int
    unit: Literal["provinsi", "kabupaten", "kota", "kabupaten/kota", "daerah"]
    scope: str | None = None
    evidence: list[Evidence]


class Claim(Model):
    """A sentence that can be true or false beyond the record's fields."""

    kind: Literal["rank", "unique", "history"]
    text: str
    evidence: list[Evidence]


class Failure(Model):
    code: str
    message: str


class Result(Model):
    """All that Piagam says about one page."""

    schema_version: Literal["1"] = SCHEMA_VERSION
    article: Article
    records: list[Record] = []
    history: list[Record] = []
    figures: list[Figure] = []
    criteria: list[Criterion] = []
    totals: list[Total] = []
    claims: list[Claim] = []
    findings: list[Finding] = []
    error: Failure | None = None
    relevant: bool | None = Field(
        True, description="whether the page names an award programme; null where it cannot be read"
    )

    def to_json(self, *, with_text: bool = False) -> str:
        """One JSON line in the contract's field order, without the article's text unless asked."""
        exclude: Any = None if with_text else {"article": {"text"}}
        return self.model_dump_json(exclude=exclude)


NonEmpty = Annotated[str, Field(min_length=1)]
