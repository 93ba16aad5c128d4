"""What the tests of numbers compare: figures, criteria and totals as tuples."""

from __future__ import annotations

from extractor.model import Result

LEAD = "RANTAU – Pemkab Tapin meraih UHC Awards 2026 kategori Utama. "


def figures(result: Result) -> set[tuple[str | None, str, str, float, str]]:
    return {(f.region.code, f.metric, f.op, f.value, f.unit) for f in result.figures}


def criteria(result: Result) -> list[tuple[str, str, str, float, int | None]]:
    return [(c.tier, c.metric, c.op, c.value, c.alt) for c in result.criteria]


def totals(result: Result) -> list[tuple[str, int, str, str | None]]:
    return [(t.tier, t.count, t.unit, t.scope) for t in result.totals]
