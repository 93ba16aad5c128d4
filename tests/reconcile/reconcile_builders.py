"""Results built by hand, as the records room would hand them over."""

from __future__ import annotations

from typing import Any

from extractor.model import (
    Article,
    Criterion,
    Evidence,
    Figure,
    Finding,
    Metric,
    Op,
    Person,
    ProgrammeRef,
    Record,
    RegionRef,
    Result,
    TierRef,
    Total,
    Unit,
    Venue,
)
from extractor.programmes import load_catalogue
from extractor.reconcile import Lang, reconcile

BALANGAN = RegionRef(
    code="63.11",
    name="Kabupaten Balangan",
    level="kabupaten",
    province="Kalimantan Selatan",
    province_code="63",
)
BANJAR = BALANGAN.model_copy(update={"code": "63.03", "name": "Kabupaten Banjar"})
INDONESIA = RegionRef(code=None, name="Indonesia", level="negara")


def mark(words: str, text: str = "", part: Any = "text") -> Evidence:
    """The mark of `words` in `text` (at 0 where they are not in it)."""
    start = max(text.find(words), 0)
    return Evidence(start=start, end=start + len(words), text=words, rule="test", part=part)


def record(
    programme: str = "uhc-awards", tier: str | None = "utama", edition: int | None = 2026, **fields: Any
) -> Record:
    known = load_catalogue().get(programme)
    found = known.tier(tier) if known and tier else None
    return Record(
        programme=ProgrammeRef(id=programme, name=known.name if known else programme),
        edition=edition,
        status=fields.pop("status", "received"),
        region=fields.pop("region", BALANGAN),
        tier=TierRef(id=tier, name=found.name if found else tier) if tier else None,
        venue=Venue(name=venue) if (venue := fields.pop("venue", None)) else None,
        presenter=Person(name=name, role=None) if (name := fields.pop("presenter", None)) else None,
        **fields,
    )


def figure(
    metric: Metric,
    value: float,
    op: Op = "=",
    unit: Unit = "percent",
    region: RegionRef = BALANGAN,
    as_of: str | None = None,
) -> Figure:
    evidence = [mark(f"{metric} {value}")]
    return Figure(region=region, metric=metric, op=op, value=value, unit=unit, as_of=as_of, evidence=evidence)


def criterion(
    tier: str, metric: str, value: float, op: Op = ">=", programme: str = "uhc-awards"
) -> Criterion:
    unit: Unit = "points" if metric == "score" else "percent"
    return Criterion(
        programme=programme,
        tier=tier,
        metric=metric,
        op=op,
        value=value,
        unit=unit,
        evidence=[mark(str(value))],
    )


def total(
    tier: str, count: int, unit: Any = "kabupaten/kota", programme: str = "uhc-awards", **fields: Any
) -> Total:
    return Total(
        programme=programme, tier=tier, count=count, unit=unit, evidence=[mark(str(count))], **fields
    )


def run(
    *records: Record, text: str = "", title: str | None = None, lang: Lang = "id", **lists: Any
) -> Result:
    article = Article(id="sha256:0", source="a.html", title=title, text=text)
    result = Result(article=article, records=list(records), **lists)
    return reconcile(result, text, load_catalogue(), lang)


def one(result: Result, check: str) -> Finding:
    """The only finding of that check, on a record or on the article."""
    (finding,) = found(result, check)
    return finding


def found(result: Result, check: str) -> list[Finding]:
    every = [f for r in [*result.records, *result.history] for f in r.findings] + result.findings
    return [finding for finding in every if finding.check == check]
