"""The report's languages."""

from __future__ import annotations

from extractor.display import language as shared
from extractor.display.language import Language
from extractor.reconcile.wording import Lang


def language(code: Lang) -> Language:
    """The language `code` with the report's messages."""
    return shared.language(code, "extractor.report")
