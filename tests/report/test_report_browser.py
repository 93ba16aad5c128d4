"""The page in a real browser: no complaint at desktop and phone width, and a table that sorts and filters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import seen

from extractor.dataset import open_dataset
from extractor.report import LANGUAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


A4 = 718
"""Width of a sheet between margins of 10 mm, in pixels of 1/96 inch."""


def column(page: Page, number: int) -> list[str]:
    """What a reader sees in a column, top to bottom."""
    cells = page.locator(f"table.awards tbody tr:not([hidden]) > :nth-child({number})")
    return [" ".join(cell.split()) for cell in cells.all_text_contents()]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_opens_without_complaint_and_fits(
    browser: Browser, reports: dict[str, Path], lang: str, width: int
) -> None:
    address = reports[lang].as_uri()
    with seen(browser, address, width) as noted:
        assert noted.problems == []
        assert noted.requests == [address]
        assert noted.page.title() != "pwned"
        assert noted.page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("lang", LANGUAGES)
def test_fits_on_paper(browser: Browser, reports: dict[str, Path], lang: str) -> None:
    with seen(browser, reports[lang].as_uri(), A4) as noted:
        noted.page.emulate_media(media="print")
        assert noted.page.evaluate("document.documentElement.scrollWidth") <= A4
        assert not noted.page.locator(".filters").is_visible()
        assert noted.page.locator("table.awards tbody tr").last.is_visible()


def test_headings_sort_both_ways(browser: Browser, reports: dict[str, Path]) -> None:
    with seen(browser, reports["id"].as_uri()) as noted:
        page = noted.page
        before = column(page, 1)
        head = page.locator("table.awards th", has_text="Tahun")
        head.get_by_role("button").click()
        years = [int(year) for year in column(page, 4) if year]
        assert head.get_attribute("aria-sort") == "ascending" and years == sorted(years)
        head.get_by_role("button").press("Enter")
        years = [int(year) for year in column(page, 4) if year]
        assert head.get_attribute("aria-sort") == "descending" and years == sorted(years, reverse=True)
        assert column(page, 4)[-1] == ""  # those without a year stay at the end
        page.get_by_role("button", name="Daerah").click()
        assert head.get_attribute("aria-sort") == "none"
        assert column(page, 1) == sorted(before)
        assert noted.problems == []


def test_filters_narrow_the_table_and_let_go(
    browser: Browser, reports: dict[str, Path], database: Path
) -> None:
    from playwright.sync_api import expect

    with open_dataset(database) as dataset:
        wanted = sorted(a.region for a in dataset.awards(programme="uhc-awards", tier="utama"))
        disputed = sorted(a.region for a in dataset.awards() if a.conflicts)
        everything = len(dataset.awards())
    with seen(browser, reports["id"].as_uri(), 390) as noted:
        page = noted.page
        page.get_by_label("Program", exact=True).select_option("UHC Awards")
        page.get_by_label("Peringkat", exact=True).select_option("Utama")
        assert sorted(column(page, 1)) == wanted
        assert page.locator("#shown").text_content() == str(len(wanted))
        page.get_by_role("button", name="Hapus saringan").click()
        expect(page.locator("#shown")).to_have_text(str(everything))
        page.get_by_label("Hal khusus").select_option("conflict")
        assert sorted(column(page, 1)) == disputed
        page.get_by_role("button", name="Hapus saringan").click()
        page.get_by_label("Cari").fill("BALANGAN utama")
        assert set(column(page, 1)) == {"Kabupaten Balangan"}
        page.get_by_label("Cari").fill("tidak ada yang begini")
        assert column(page, 1) == [] and page.locator(".nothing").is_visible()
        assert noted.problems == []
