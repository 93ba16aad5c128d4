"""What all charts share: shape, look, and the way from a Vega-Lite specification to inline SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import vl_convert
from markupsafe import Markup

from extractor.report.charts.svg import CLASSES, inline

WIDTH: Final = 420
"""Of every chart in its own units: at 390 px of a phone its letters are still read without a lens."""

INK: Final = "#1a2027"
EMPTY: Final = "#eceff2"
LINE: Final = "#d4dae0"
"""Colours that the page's style replaces in the dark and on paper, see `svg.CLASSES`."""

FONT: Final = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

_VEGA_LITE: Final = "6.4"

Cell = str | tuple[str, float]
"""What a table shows; a number comes with its text."""


@dataclass(frozen=True, slots=True)
class Swatch:
    """One entry of a legend."""

    colour: str
    label: str

    @property
    def style(self) -> str:
        """The class that lets the page change the colour, as in the drawing; empty for most."""
        return f"fill-{CLASSES[self.colour]}" if self.colour in CLASSES else ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its words and the table that says the same.

    `id` is unique on the page; columns of `rows` from `numbers_from` on are numbers.
    """

    id: str
    title: str
    svg: Markup
    legend: tuple[Swatch, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers_from: int = 1


def draw(
    chart_id: str,
    title: str,
    description: str,
    layers: Sequence[dict[str, Any]],
    *,
    left: int,
    height: int,
    top: int = 4,
    bottom: int = 4,
) -> Markup:
    """The layers as SVG of WIDTH, `left` units of which are kept for labels.

    The size is fixed and nothing is laid out by the width of letters, so that the fonts of the machine do not
    show in the bytes.
    """
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "width": WIDTH - left,
        "height": height,
        "padding": {"left": left, "right": 0, "top": top, "bottom": bottom},
        "autosize": "none",
        "background": None,
        "layer": list(layers),
        "config": _CONFIG,
    }
    svg = vl_convert.vegalite_to_svg(spec, vl_version=_VEGA_LITE, allowed_base_urls=[])
    return inline(svg, chart_id, title, description)


def values(rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {"values": list(rows)}


def labels(**more: Any) -> dict[str, Any]:
    """An axis of words alone."""
    plain = {"title": None, "domain": False, "ticks": False, "grid": False, "labelLimit": 0}
    return plain | {"labelFontSize": 13.5, "labelColor": INK, "labelPadding": 6} | more


_CONFIG: Final = {
    "font": FONT,
    "view": {"stroke": None},
    "text": {"fontSize": 13.5, "color": INK},
    "axis": {"gridColor": LINE},
}
