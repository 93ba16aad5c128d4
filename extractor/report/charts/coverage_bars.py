"""Awards found against an edition's official totals, as bars of what is complete, one chart an edition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from extractor.dataset.rows import TotalCoverage
from extractor.display.language import Language
from extractor.display.tiers import Tiers
from extractor.report.charts.base import EMPTY, INK, LINE, WIDTH, Chart, draw, labels, values
from extractor.report.charts.palette import STEPS

MOST: Final = 6
"""Charts shown; a table has all editions."""

_LEFT: Final = 166
_STEP: Final = 26
_NUMBERS: Final = 88
"""Units kept at the right for "21 / 397"."""


def coverage_charts(totals: Sequence[TotalCoverage], tiers: Tiers, language: Language) -> list[Chart]:
    """One chart for each of the MOST editions with most awards found, the newest first."""
    editions: dict[tuple[str, int], list[TotalCoverage]] = {}
    for total in totals:
        editions.setdefault((total.programme, total.edition), []).append(total)
    found = {key: max(row.found for row in rows) for key, rows in editions.items()}
    shown = sorted((key for key in editions if found[key]), key=lambda key: (-found[key], key))[:MOST]
    shown.sort(key=lambda key: (-key[1], tiers.programme(key[0]).casefold()))
    return [_chart(*key, editions[key], tiers, language) for key in shown]


def total_label(total: TotalCoverage, tiers: Tiers, language: Language) -> str:
    """ "Utama, kab/kota"; all tiers go without a name."""
    unit = language.named("unit", total.unit)
    if total.tier == "all":
        return language.text("coverage.all", unit=unit)
    return f"{tiers.name(total.programme, total.tier)}, {unit}"


def _chart(
    programme: str, edition: int, totals: Sequence[TotalCoverage], tiers: Tiers, language: Language
) -> Chart:
    title = f"{tiers.programme(programme)} {edition}"
    chart_id = f"coverage-{programme}-{edition}"
    rows: list[dict[str, Any]] = []
    table: list[tuple[str, ...]] = []
    for total in totals:
        label = total_label(total, tiers, language)
        found, official = language.number(total.found), language.number(total.official)
        share = total.found / total.official if total.official else 0.0
        text = f"{found} / {official}"
        rows.append(
            {
                "label": label,
                "none": 0,
                "share": min(share, 1.0),
                "whole": 1,
                "text": text,
                "tip": f"{label}: {text} ({language.percent(share)})",
            }
        )
        table.append((label, found, official, language.percent(share)))
    heads = tuple(language.text(f"head.{name}") for name in ("what", "found", "official", "share"))
    svg = draw(
        chart_id,
        language.text("coverage.chart", edition=title),
        "; ".join(row["tip"] for row in rows),
        _layers(rows),
        left=_LEFT,
        height=_STEP * len(rows),
    )
    return Chart(chart_id, title, svg, (), heads, tuple(table))


def _layers(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    y = {
        "field": "label",
        "type": "nominal",
        "sort": [row["label"] for row in rows],
        "axis": labels(),
        "scale": {"paddingInner": 0.35, "paddingOuter": 0.18},
    }
    scale = {"domain": [0, 1], "range": [0, WIDTH - _LEFT - _NUMBERS]}
    x = {"type": "quantitative", "axis": None, "scale": scale}
    tip = {"field": "tip", "type": "nominal"}
    return [
        {
            "data": values(rows),
            "mark": {"type": "bar", "fill": EMPTY, "stroke": LINE, "strokeWidth": 1},
            "encoding": {"y": y, "x": x | {"field": "none"}, "x2": {"field": "whole"}, "description": tip},
        },
        {
            "data": values(rows),
            "mark": {"type": "bar", "fill": STEPS[3]},
            "encoding": {"y": y, "x": x | {"field": "none"}, "x2": {"field": "share"}, "description": tip},
        },
        {
            "data": values(rows),
            "mark": {"type": "text", "align": "left", "dx": 6, "aria": False, "color": INK},
            "encoding": {"y": y, "x": x | {"field": "whole"}, "text": {"field": "text", "type": "nominal"}},
        },
    ]
