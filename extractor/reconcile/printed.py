"""Criteria and totals as the article prints them, against the reference; these do not judge its records."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import Criterion, Finding, Total
from extractor.programmes import Programme
from extractor.programmes.conditions import predicates
from extractor.programmes.model import Band, Edition, TotalFact
from extractor.reconcile.context import Context
from extractor.reconcile.naming import award, tier_name
from extractor.reconcile.wording import bar, metric, number, total_unit

MISPRINT = 0.3  # a count further off than this share of the known one counts something else
UPPER = frozenset({"<", "<="})


def check(context: Context) -> Iterator[Finding]:
    for criterion in context.result.criteria:
        programme = context.catalogue.get(criterion.programme)
        if programme is not None:
            yield from _criterion(criterion, programme, context)
    for total in context.result.totals:
        programme = context.catalogue.get(total.programme)
        if programme is not None and total.scope is None:
            yield from _total(total, programme, context)


def _criterion(criterion: Criterion, programme: Programme, context: Context) -> Iterator[Finding]:
    year = context.year(programme)
    known = _known_bars(criterion, programme, year)
    if not known:
        return
    right = any(value == criterion.value for value, _ in known)
    lang = context.lang
    yield context.finding(
        f"printed.criteria.{criterion.tier}.{criterion.metric}",
        "supported" if right else "refuted",
        "printed.criterion.right" if right else "printed.criterion.wrong",
        stated=f"{criterion.op} {criterion.value:.12g}",
        expected=" / ".join(dict.fromkeys(f"{criterion.op} {value:.12g}" for value, _ in known)),
        unit=criterion.unit,
        evidence=criterion.evidence,
        sources=programme.cite(tuple(source for _, sources in known for source in sources)),
        award=award(programme, year, criterion.tier, lang),
        metric=metric(criterion.metric, lang),
        printed=_bar(criterion, criterion.value, context),
        should=" / ".join(dict.fromkeys(_bar(criterion, value, context) for value, _ in known)),
    )


def _bar(criterion: Criterion, value: float, context: Context) -> str:
    op = ">=" if criterion.op == "~" else criterion.op
    return bar(op, value, criterion.unit, context.lang)


def _known_bars(
    criterion: Criterion, programme: Programme, year: int | None
) -> list[tuple[float, tuple[str, ...]]]:
    """The values the reference sets for this metric, tier and unit, in the same direction, with sources.

    "Above" and "at least" are one direction: articles use them for one another.
    """
    upper = criterion.op in UPPER
    if criterion.metric == "score":
        bands = [
            band for band in programme.bands_for(year) if band.tier == criterion.tier and not band.unsure
        ]
        return [(value, band.sources) for band in bands for value in _edges(band, upper=upper)]
    found = programme.criteria_for(criterion.tier, year)
    if found is None:
        return []
    return [
        (float(p.value), p.sources or found.sources)
        for p in predicates(found.holds)
        if (p.metric, p.unit) == (criterion.metric, criterion.unit)
        and not isinstance(p.value, (bool, str))
        and (p.op in UPPER) == upper
    ]


def _edges(band: Band, *, upper: bool) -> list[float]:
    edge = band.max if upper else band.min
    printed = band.printed[1 if upper else 0] if band.printed else None
    return [value for value in dict.fromkeys((printed, edge)) if value is not None]


def _total(total: Total, programme: Programme, context: Context) -> Iterator[Finding]:
    year = total.edition if total.edition is not None else context.year(programme)
    edition = programme.edition(year)
    if edition is None or edition.totals is None or "totals" in edition.unsure:
        return
    facts = [fact for fact in edition.totals.facts() if _comparable(total, fact)]
    if not facts:
        return
    lang, right = context.lang, any(fact.count == total.count for fact in facts)
    other = None if right else _same_count(total, edition)
    swapped = total.count in edition.totals.by_tier.values()
    far = all(abs(total.count - fact.count) > MISPRINT * fact.count for fact in facts)
    if not (right or other or swapped) and far:
        return
    sources = edition.totals.sources or edition.sources
    yield context.finding(
        f"printed.totals.{total.tier}",
        "supported" if right else "not_enough_info" if other else "refuted",
        "printed.total.right" if right else "printed.total.other" if other else "printed.total.wrong",
        stated=total.count,
        expected=" / ".join(str(fact.count) for fact in facts),
        unit=total.unit,
        evidence=total.evidence,
        sources=programme.cite(sources),
        award=award(programme, year, total.tier, lang),
        said=number(total.count, lang),
        unit_words=total_unit(total.unit, lang),
        should=" / ".join(number(fact.count, lang) for fact in facts),
        tier=tier_name(programme, other) if other else "",
    )


def _comparable(total: Total, fact: TotalFact) -> bool:
    """Counts of one tier and one kind of region; "daerah" may mean any kind."""
    if total.tier != fact.tier:
        return False
    return total.unit in (fact.unit, "daerah") or (fact.unit == "daerah" and total.tier != "all")


def _same_count(total: Total, edition: Edition) -> str | None:
    """For a count of all recipients: the tier whose count it is, which the article may mean."""
    if total.tier != "all" or edition.totals is None:
        return None
    return next((tier for tier, count in edition.totals.by_tier.items() if count == total.count), None)
