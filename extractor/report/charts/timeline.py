"""Editions by programme along the years, the darker the more awards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from extractor.dataset.rows import ProvinceCoverage
from extractor.display.language import Language
from extractor.display.tiers import Tiers
from extractor.report.charts.base import LINE, WIDTH, Chart, draw, labels, values
from extractor.report.charts.palette import bins, letters_on, step_colours

_LEFT: Final = 140
_STEP: Final = 30
_MOST_YEARS: Final = 16
"""More years than these go without those in between that have no award."""

Cells = Counter[tuple[str, int | None]]


def timeline(found: Sequence[ProvinceCoverage], tiers: Tiers, language: Language) -> Chart | None:
    """None where there is no award."""
    cells: Cells = Counter()
    for row in found:
        cells[row.programme, row.edition] += row.found
    if not cells:
        return None
    programmes = sorted({p for p, _ in cells}, key=lambda p: (tiers.programme(p).casefold(), p))
    years = _years(cells)
    title = language.text("timeline.title")
    svg = draw(
        "timeline",
        title,
        language.text("timeline.description", programmes=language.text("count.programmes", len(programmes))),
        _layers(cells, programmes, years, tiers, language),
        left=_LEFT,
        height=_STEP * len(programmes),
        top=44,
    )
    heads = (language.text("head.programme"), *(_year(year, language) for year in years))
    rows = [(tiers.programme(p), *(language.number(cells[p, y]) for y in years)) for p in programmes]
    return Chart("timeline", title, svg, (), heads, tuple(rows))


def _years(cells: Cells) -> list[int | None]:
    """The years from the first to the last, and "no year" where there is an award without one."""
    known = sorted({year for _, year in cells if year is not None})
    if known and known[-1] - known[0] < _MOST_YEARS:
        known = list(range(known[0], known[-1] + 1))
    return [*known, None] if any(year is None for _, year in cells) else list(known)


def _year(year: int | None, language: Language) -> str:
    return language.text("no_year") if year is None else str(year)


def _layers(
    cells: Cells, programmes: Sequence[str], years: Sequence[int | None], tiers: Tiers, language: Language
) -> list[dict[str, Any]]:
    ranges = bins(max(cells.values()))
    colours = step_colours(len(ranges))
    rows = []
    for (programme, year), n in sorted(cells.items(), key=lambda cell: (cell[0][0], cell[0][1] or 0)):
        step = next(place for place, (low, high) in enumerate(ranges) if low <= n <= high)
        tip = f"{tiers.programme(programme)} {_year(year, language)}: {language.text('count.awards', n)}"
        rows.append(
            {
                "programme": _lines(tiers.programme(programme)),
                "year": _year(year, language),
                "text": language.number(n),
                "colour": colours[step],
                "ink": letters_on(colours[step]),
                "tip": tip,
            }
        )
    x = {
        "field": "year",
        "type": "nominal",
        "sort": [_year(year, language) for year in years],
        "axis": labels(orient="top", labelAngle=-90, labelFontSize=12),
        "scale": {
            "domain": [_year(year, language) for year in years],
            "range": [0, WIDTH - _LEFT],
            "padding": 0.08,
        },
    }
    y = {
        "field": "programme",
        "type": "nominal",
        "sort": [_lines(tiers.programme(p)) for p in programmes],
        "axis": None,
        "scale": {"padding": 0.12},
    }
    names = [_name(p, tiers) for p in programmes]
    return [
        *(_name_layer([name for name in names if name["lines"] == n], y, n) for n in (1, 2)),
        {
            "data": values(rows),
            "mark": {"type": "rect", "stroke": LINE, "strokeWidth": 0.5},
            "encoding": {
                "x": x,
                "y": y,
                "fill": {"field": "colour", "type": "nominal", "scale": None},
                "description": {"field": "tip", "type": "nominal"},
            },
        },
        {
            "data": values(rows),
            "mark": {"type": "text", "aria": False, "fontSize": 12},
            "encoding": {
                "x": x,
                "y": y,
                "text": {"field": "text", "type": "nominal"},
                "color": {"field": "ink", "type": "nominal", "scale": None},
            },
        },
    ]


def _name(programme: str, tiers: Tiers) -> dict[str, Any]:
    name = _lines(tiers.programme(programme))
    return {"programme": name, "lines": name.count("\n") + 1}


def _name_layer(names: list[dict[str, Any]], y: dict[str, Any], lines: int) -> dict[str, Any]:
    """Names of so many lines, centred on their row; an axis would centre their first line."""
    mark = {"type": "text", "align": "right", "x": -6, "fontSize": 12, "lineBreak": "\n", "lineHeight": 14}
    return {
        "data": values(names),
        "mark": mark | {"dy": -7 * (lines - 1), "aria": False},
        "encoding": {"y": y, "text": {"field": "programme", "type": "nominal"}},
    }


def _lines(name: str, width: int = 22) -> str:
    """The name on two lines where it is long."""
    if len(name) <= width:
        return name
    breaks = [place for place, letter in enumerate(name) if letter == " "]
    if not breaks:
        return name
    middle = min(breaks, key=lambda place: (abs(place - len(name) / 2), place))
    return f"{name[:middle]}\n{name[middle + 1 :]}"
