"""A dataset as one page: charts, conflicts with their quotations, every award with its sources."""

from extractor.display import LANGUAGES
from extractor.report.page import render_report

__all__ = ["LANGUAGES", "render_report"]
