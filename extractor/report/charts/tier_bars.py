"""Tiers by province as stacked bars, one chart a programme."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from extractor.dataset.rows import ProvinceCoverage
from extractor.display.language import Language
from extractor.display.tiers import Tiers
from extractor.report.charts.base import INK, WIDTH, Chart, Swatch, draw, labels, values
from extractor.report.charts.palette import UNKNOWN, tier_colours
from extractor.report.provinces import tiles

_LEFT: Final = 180
_STEP: Final = 25


def tier_charts(found: Sequence[ProvinceCoverage], tiers: Tiers, language: Language) -> list[Chart]:
    """One chart for each programme that has an award, all its editions together, by name."""
    by_programme: dict[str, list[ProvinceCoverage]] = {}
    for row in found:
        by_programme.setdefault(row.programme, []).append(row)
    programmes = sorted(by_programme, key=lambda p: (tiers.programme(p).casefold(), p))
    longest = max((_longest(rows) for rows in by_programme.values()), default=0)
    return [_chart(programme, by_programme[programme], tiers, language, longest) for programme in programmes]


def _longest(found: Sequence[ProvinceCoverage]) -> int:
    """Awards of the province that has most: one scale for all charts, so that they compare."""
    counts: Counter[str | None] = Counter()
    for row in found:
        counts[row.province_code] += row.found
    return max(counts.values())


def _chart(
    programme: str, found: Sequence[ProvinceCoverage], tiers: Tiers, language: Language, longest: int
) -> Chart:
    counts: Counter[tuple[str | None, str | None]] = Counter()
    for row in found:
        counts[row.province_code, row.tier] += row.found
    names = {tile.code: tile.name for tile in tiles()}
    provinces = [code for code in (*names, None) if any(place == code for place, _ in counts)]
    order = tiers.ordered(programme, (tier for _, tier in counts))
    colours = _colours(order)
    title = tiers.programme(programme)

    def place(code: str | None) -> str:
        return language.text("no_province") if code is None else names[code]

    def tier_name(tier: str | None) -> str:
        return tiers.name(programme, tier) or language.text("no_tier")

    bars, ends = [], []
    for code in provinces:
        reached = 0
        for tier in order:
            if n := counts[code, tier]:
                tip = f"{place(code)} – {tier_name(tier)}: {language.number(n)}"
                bars.append(
                    {
                        "place": place(code),
                        "from": reached,
                        "to": reached + n,
                        "colour": colours[tier],
                        "tip": tip,
                    }
                )
                reached += n
        ends.append({"place": place(code), "to": reached, "text": language.number(reached)})
    chart_id = f"tiers-{programme}"
    svg = draw(
        chart_id,
        language.text("tiers.title", programme=title),
        language.text("tiers.description", awards=language.text("count.awards", sum(counts.values()))),
        _layers(bars, ends, longest),
        left=_LEFT,
        height=_STEP * len(provinces),
    )
    rows = [(place(code), *(language.number(counts[code, tier]) for tier in order)) for code in provinces]
    heads = (language.text("head.province"), *(tier_name(tier) for tier in order))
    legend = tuple(Swatch(colours[tier], tier_name(tier)) for tier in order)
    return Chart(chart_id, title, svg, legend, heads, tuple(rows))


def _colours(order: Sequence[str | None]) -> dict[str | None, str]:
    """Of the tiers at hand; none is grey."""
    known = [tier for tier in order if tier is not None]
    return dict(zip(known, tier_colours(len(known)), strict=True)) | {None: UNKNOWN}


def _layers(bars: list[dict[str, Any]], ends: list[dict[str, Any]], longest: int) -> list[dict[str, Any]]:
    y = {
        "field": "place",
        "type": "nominal",
        "sort": [end["place"] for end in ends],
        "axis": labels(),
        "scale": {"paddingInner": 0.25, "paddingOuter": 0.12},
    }
    x = {
        "type": "quantitative",
        "axis": None,
        "scale": {"domain": [0, longest], "range": [0, WIDTH - _LEFT - 40]},
    }
    return [
        {
            "data": values(bars),
            "mark": {"type": "bar", "stroke": INK, "strokeWidth": 0.4},
            "encoding": {
                "y": y,
                "x": x | {"field": "from"},
                "x2": {"field": "to"},
                "fill": {"field": "colour", "type": "nominal", "scale": None},
                "description": {"field": "tip", "type": "nominal"},
            },
        },
        {
            "data": values(ends),
            "mark": {"type": "text", "align": "left", "dx": 6, "aria": False},
            "encoding": {"y": y, "x": x | {"field": "to"}, "text": {"field": "text", "type": "nominal"}},
        },
    ]
