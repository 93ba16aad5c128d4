"""Parts against the whole, by the article's own counts; those of different scopes never meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from extractor.model import Evidence, Finding, Total
from extractor.programmes import Programme
from extractor.reconcile.context import Context, region_key
from extractor.reconcile.naming import tier_name
from extractor.reconcile.wording import number, total_unit

NEAR = 400
"""How far apart, in characters, a whole and its parts may stand where the kind of region is said loosely."""

KINDS: dict[str, tuple[str, ...]] = {
    "kabupaten/kota": ("kabupaten", "kota"),
    "daerah": ("provinsi", "kabupaten/kota"),
}


class Part(NamedTuple):
    """A count of a part, and what it counts."""

    name: str
    size: int
    evidence: list[Evidence]


def check(context: Context) -> Iterator[Finding]:
    for (programme_id, _, _), group in groupby(sorted(context.result.totals, key=_group), key=_group):
        totals = _certain(list(group))
        programme = context.catalogue.get(programme_id)
        if programme is not None:
            yield from _tiers(totals, programme, context)
        yield from _kinds(totals, context)


def _group(total: Total) -> tuple[str, int, str]:
    return (total.programme, total.edition or 0, total.scope or "")


def _certain(totals: Sequence[Total]) -> list[Total]:
    """One total for each tier and unit; those that the article gives with different counts are left out."""
    by_key: dict[tuple[str, str], list[Total]] = {}
    for total in totals:
        by_key.setdefault((total.tier, total.unit), []).append(total)
    return [same[0] for same in by_key.values() if len({total.count for total in same}) == 1]


def _tiers(totals: Sequence[Total], programme: Programme, context: Context) -> Iterator[Finding]:
    """The tiers' counts against the count of all."""
    counted = [total for total in totals if total.tier != "all"]
    if not counted or len({total.unit for total in counted}) != 1:
        return
    parts = [Part(tier_name(programme, t.tier), t.count, t.evidence) for t in counted]
    stated = {total.tier for total in counted}
    complete = {tier.id for tier in programme.tiers if not tier.never_awarded} <= stated
    for whole in _wholes(counted, [total for total in totals if total.tier == "all"]):
        total = sum(part.size for part in parts)
        named = _named(counted[0], stated, programme, context)
        if len(parts) >= 2 and (complete or total >= whole.count):
            yield _finding("tiers", parts, whole, context, complete=complete)
        elif total <= whole.count < total + sum(part.size for part in named):
            yield _finding("tiers", [*parts, *named], whole, context, complete=False)


def _named(like: Total, stated: set[str], programme: Programme, context: Context) -> list[Part]:
    """The regions of the same award that the article names with a tier it gives no count for."""
    found: dict[str, dict[tuple[str | None, str], list[Evidence]]] = {}
    for record in context.result.records:
        same = record.programme.id == like.programme and like.edition in (None, record.edition)
        inside = like.scope in (None, record.region.province)
        kind = like.unit == "daerah" or (record.region.level or "") in like.unit.split("/")
        if record.tier and record.tier.id not in stated and same and inside and kind:
            regions = found.setdefault(record.tier.id, {})
            regions.setdefault(region_key(record.region), record.evidence.get("tier", [])[:1])
    return [
        Part(tier_name(programme, tier), len(regions), [mark for marks in regions.values() for mark in marks])
        for tier, regions in sorted(found.items())
    ]


def _kinds(totals: Sequence[Total], context: Context) -> Iterator[Finding]:
    """Kabupaten and kota against kabupaten/kota; provinces and kabupaten/kota against all close by."""
    wholes = {str(total.unit): total for total in totals if total.tier == "all"}
    for unit, kinds in KINDS.items():
        found, whole = [wholes[kind] for kind in kinds if kind in wholes], wholes.get(unit)
        if len(found) < len(kinds) or whole is None:
            continue
        if unit == "daerah" and (whole.count in [t.count for t in found] or not _near(found, whole)):
            continue
        parts = [Part(total_unit(total.unit, context.lang), total.count, total.evidence) for total in found]
        yield _finding("kinds", parts, whole, context, complete=True)


def _wholes(parts: Sequence[Total], wholes: Sequence[Total]) -> list[Total]:
    """The wholes the parts can be of: of the same kind of region, or loosely so and close by.

    One that fits goes before all others.
    """
    same = [whole for whole in wholes if whole.unit == parts[0].unit]
    loose = [w for w in wholes if w not in same and "daerah" in (w.unit, parts[0].unit) and _near(parts, w)]
    total = sum(part.count for part in parts)
    fitting = [whole for whole in same + loose if whole.count == total]
    return fitting[:1] or same or (loose if len(loose) == 1 else [])


def _finding(kind: str, parts: Sequence[Part], whole: Total, context: Context, *, complete: bool) -> Finding:
    total = sum(part.size for part in parts)
    right = total == whole.count
    return context.finding(
        f"arithmetic.{kind}",
        "supported" if right else "refuted",
        "sum.right" if right else "sum.wrong" if complete else "sum.above",
        stated=whole.count,
        expected=total,
        unit=whole.unit,
        evidence=[*whole.evidence, *(mark for part in parts for mark in part.evidence)],
        parts=" + ".join(f"{number(part.size, context.lang)} {part.name}" for part in parts),
        sum=number(total, context.lang),
        said=number(whole.count, context.lang),
    )


def _near(parts: Sequence[Total], whole: Total) -> bool:
    spots = [mark.start for mark in whole.evidence if mark.part == "text"]
    others = [mark.start for part in parts for mark in part.evidence if mark.part == "text"]
    return any(abs(a - b) <= NEAR for a in spots for b in others)
