"""Shares against the people they are shares of: members of a population against the stated percentage."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

from extractor.model import Figure, Finding, Metric, RegionRef
from extractor.reconcile.context import Context, region_key
from extractor.reconcile.wording import amount, metric, number

SLACK = 0.5
"""Percentage points by which a share may miss before it is wrong: populations are counted differently."""


class Share(NamedTuple):
    """A percentage and the people it is made of; `wholes` are what it may be a share of."""

    percent: Metric
    people: Metric
    wholes: tuple[Metric, ...]


SHARES = (
    Share("coverage", "participants", ("population",)),
    Share("active", "active", ("population", "participants")),
    Share("pemda_share", "pemda_share", ("population",)),
)


def check(context: Context) -> Iterator[Finding]:
    regions = {region_key(figure.region): figure.region for figure in context.result.figures}
    for region in regions.values():
        for share in SHARES:
            yield from _share(share, region, context)


def _share(share: Share, region: RegionRef, context: Context) -> Iterator[Finding]:
    """One finding where percentage, part and whole are given once each, exactly, and of one time."""
    percents = _exact(context.figures(region, share.percent, "percent"))
    parts = _exact(context.figures(region, share.people, "people"))
    wholes = [
        w for name in share.wholes for w in _exact(context.figures(region, name, "people")) if w.value > 0
    ]
    fits = [
        (p, a, b) for p, a, b in product(percents, parts, wholes) if _gap(p, a, b) == 0 and _timely(p, a, b)
    ]
    if fits:
        yield _finding("supported", "ratio.right", *fits[0], context)
        return
    if len(percents) != 1 or len(parts) != 1 or {w.metric for w in wholes} != set(share.wholes):
        return
    if len(wholes) != len(share.wholes) or not _timely(percents[0], parts[0], *wholes):
        return
    best = min(wholes, key=lambda whole: _gap(percents[0], parts[0], whole))
    wrong = _gap(percents[0], parts[0], best) > SLACK
    verdict, reason = ("refuted", "ratio.wrong") if wrong else ("not_enough_info", "ratio.near")
    yield _finding(verdict, reason, percents[0], parts[0], best, context)


def _exact(figures: list[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.op == "="]


def _timely(*figures: Figure) -> bool:
    """Whether no two of the figures are said to be of different times."""
    return len({figure.as_of for figure in figures if figure.as_of}) <= 1


def _gap(percent: Figure, part: Figure, whole: Figure) -> float:
    """Percentage points between the stated share and what part and whole allow, rounding granted."""
    stated, members, people = (_rounded(figure.value) for figure in (percent, part, whole))
    lowest, highest = 100 * members[0] / people[1], 100 * members[1] / max(people[0], 1.0)
    return max(0.0, lowest - stated[1], stated[0] - highest)


def _rounded(value: float) -> tuple[float, float]:
    """The numbers that may have been rounded, or cut, to `value`: one unit of its last digit to each side.

    Zeros at the end of a whole number count as rounding from the third on ("590 ribu").
    """
    digits = f"{value:.10f}".rstrip("0")
    whole, _, decimals = digits.partition(".")
    zeros = len(whole) - len(whole.rstrip("0"))
    step = 10.0 ** -len(decimals) if decimals else 10.0 ** (zeros if zeros >= 3 else 0)
    return value - step, value + step


def _finding(
    verdict: str, reason: str, percent: Figure, part: Figure, whole: Figure, context: Context
) -> Finding:
    lang, ratio = context.lang, round(100 * part.value / whole.value, 2)
    return context.finding(
        f"arithmetic.{percent.metric}",
        "supported" if verdict == "supported" else "refuted" if verdict == "refuted" else "not_enough_info",
        reason,
        stated=percent.value,
        expected=ratio,
        unit="percent",
        evidence=[*percent.evidence, *part.evidence, *whole.evidence],
        part=amount(part.value, "people", lang),
        whole=amount(whole.value, "people", lang),
        ratio=number(ratio, lang),
        said=amount(percent.value, "percent", lang),
        metric=metric(percent.metric, lang),
        region=percent.region.name,
    )
