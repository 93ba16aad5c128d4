"""The charts of the report: Vega-Lite drawings, inlined as SVG when the page is made."""

from extractor.report.charts.base import Chart, Swatch
from extractor.report.charts.coverage_bars import coverage_charts, total_label
from extractor.report.charts.tier_bars import tier_charts
from extractor.report.charts.tile_map import tile_map
from extractor.report.charts.timeline import timeline

__all__ = ["Chart", "Swatch", "coverage_charts", "tier_charts", "tile_map", "timeline", "total_label"]
