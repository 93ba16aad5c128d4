"""Provinces as tiles, coloured by number of awards, with their tiers in the tooltip."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from extractor.dataset.rows import ProvinceCoverage
from extractor.display.language import Language
from extractor.display.tiers import Tiers
from extractor.report.charts.base import EMPTY, INK, LINE, WIDTH, Chart, Swatch, draw, values
from extractor.report.charts.palette import bins, letters_on, step_colours
from extractor.report.provinces import Tile, tiles

_COLUMNS: Final = max(tile.column for tile in tiles()) + 1
_ROWS: Final = max(tile.row for tile in tiles()) + 1
_SIDE: Final = WIDTH // _COLUMNS


def tile_map(found: Sequence[ProvinceCoverage], tiers: Tiers, language: Language) -> Chart:
    """All provinces, those without an award as well."""
    counts: Counter[str] = Counter()
    for row in found:
        counts[row.province_code or ""] += row.found
    ranges = bins(max(counts[tile.code] for tile in tiles()))
    colours = step_colours(len(ranges))
    title = language.text("map.title")
    rows = [_row(tile, counts[tile.code], ranges, colours, found, tiers, language) for tile in tiles()]
    svg = draw("map", title, _description(counts, language), _layers(rows), left=0, height=_ROWS * _SIDE)
    legend = [Swatch(EMPTY, language.number(0))] + [
        Swatch(colour, _range(low, high, language))
        for (low, high), colour in zip(ranges, colours, strict=True)
    ]
    table = [
        (tile.iso, tile.name, language.number(counts[tile.code]), _by_tier(tile, found, tiers, language))
        for tile in tiles()
    ]
    heads = tuple(language.text(f"head.{name}") for name in ("iso", "province", "awards", "tiers"))
    return Chart("map", title, svg, tuple(legend), heads, tuple(table), numbers_from=2)


def _row(
    tile: Tile,
    count: int,
    ranges: Sequence[tuple[int, int]],
    colours: Sequence[str],
    found: Sequence[ProvinceCoverage],
    tiers: Tiers,
    language: Language,
) -> dict[str, object]:
    step = next((place for place, (low, high) in enumerate(ranges) if low <= count <= high), None)
    colour = EMPTY if step is None else colours[step]
    by_tier = _by_tier(tile, found, tiers, language)
    tip = f"{tile.name}: {language.text('count.awards', count)}" + (f"\n{by_tier}" if by_tier else "")
    return {
        "x": (tile.column + 0.5) * _SIDE,
        "y": (tile.row + 0.5) * _SIDE,
        "iso": tile.iso,
        "count": language.number(count) if count else "",
        "colour": colour,
        "ink": INK if step is None else letters_on(colour),
        "tip": tip,
    }


def _layers(rows: Sequence[dict[str, object]]) -> list[dict[str, object]]:
    """Tiles, their letters and their numbers; places are given in units, so that no scale moves them."""

    def at(**more: object) -> dict[str, object]:
        plain = {"scale": None, "axis": None, "type": "quantitative"}
        return {"x": {"field": "x"} | plain, "y": {"field": "y"} | plain, **more}

    ink = {"field": "ink", "type": "nominal", "scale": None}
    square = {"type": "square", "size": (_SIDE - 2) ** 2, "opacity": 1, "strokeWidth": 1, "stroke": LINE}
    return [
        {
            "data": values(rows),
            "mark": square | {"filled": True},
            "encoding": at(
                fill={"field": "colour", "type": "nominal", "scale": None},
                description={"field": "tip", "type": "nominal"},
            ),
        },
        {
            "data": values(rows),
            "mark": {"type": "text", "fontSize": 10.5, "dy": -6.5, "aria": False},
            "encoding": at(text={"field": "iso", "type": "nominal"}, color=ink),
        },
        {
            "data": values(rows),
            "mark": {"type": "text", "fontSize": 13, "fontWeight": 600, "dy": 6, "aria": False},
            "encoding": at(text={"field": "count", "type": "nominal"}, color=ink),
        },
    ]


def _by_tier(tile: Tile, found: Sequence[ProvinceCoverage], tiers: Tiers, language: Language) -> str:
    """ "UHC Awards: Utama 3, Madya 2; ..." of one province."""
    counts: dict[str, Counter[str | None]] = {}
    for row in found:
        if row.province_code == tile.code:
            counts.setdefault(row.programme, Counter())[row.tier] += row.found
    return "; ".join(
        f"{tiers.programme(programme)}: "
        + ", ".join(
            f"{tiers.name(programme, tier) or language.text('no_tier')} {language.number(of_tier[tier])}"
            for tier in tiers.ordered(programme, of_tier)
        )
        for programme, of_tier in sorted(counts.items())
    )


def _range(low: int, high: int, language: Language) -> str:
    return language.number(low) if low == high else f"{language.number(low)}–{language.number(high)}"


def _description(counts: Counter[str], language: Language) -> str:
    """How many provinces have an award, and which have most."""
    known = [tile for tile in tiles() if counts[tile.code]]
    most = sorted(known, key=lambda tile: (-counts[tile.code], tile.code))[:3]
    named = ", ".join(f"{tile.name} ({language.number(counts[tile.code])})" for tile in most)
    text = language.text(
        "map.description", found=language.number(len(known)), all=language.number(len(tiles()))
    )
    return f"{text} {language.text('map.most', named=named)}" if named else text
