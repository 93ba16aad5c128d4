"""A profile tells where the time goes, and leaves nothing behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from extractor.pages import Page
from extractor.profiling import OTHER, STAGES, profiled

if TYPE_CHECKING:
    from extractor.core import Extractor

BODY = "<p>Kabupaten Balangan meraih UHC Awards 2026 kategori Utama di Jakarta (27/1/2026).</p>\n" * 30


def test_every_stage_of_reading_takes_time(reader: Extractor) -> None:
    page = Page("page.html", f"<html><body><h1>UHC Awards</h1>{BODY}</body></html>".encode(), "html")
    alone = reader.read(page)
    with profiled() as profile:
        assert reader.read(page) == alone
    lines = list(profile.table())
    assert [line.split()[0] for line in lines] == [*STAGES, OTHER]
    reading = ("gate", "decode", "parse", "body", "spaCy", "dates", "records", "reconcile")
    assert all(profile.seconds[stage] > 0 for stage in reading)


def test_nothing_is_timed_afterwards() -> None:
    before = Language.__call__
    with profiled():
        assert Language.__call__ is not before
    assert Language.__call__ is before
