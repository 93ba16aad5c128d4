"""The application's languages."""

from __future__ import annotations

from extractor.display import language as shared
from extractor.display.language import Language
from extractor.reconcile.wording import Lang


def language(code: Lang) -> Language:
    """The language `code` with the application's messages."""
    return shared.language(code, "extractor.web")


def chosen(code: str | None) -> Lang:
    """The language asked for; Indonesian where nothing, or something unknown, is."""
    return "en" if code == "en" else "id"
