"""The application in a real browser: what a journalist does, at desktop and phone width."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from browser import Seen, arriving, seen
from web_pages import BALANGAN, hostile_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FALSE = "Kabupaten Balangan menerima UHC Awards 2026 kategori Madya pada Senin, 26 Januari 2026."


def fits(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def violations(page: Page) -> list[str]:
    """What axe-core finds serious or critical."""
    from axe_playwright_python.sync_playwright import Axe

    # axe is put into the page by the debugger, past the page's own policy
    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']}: {each['nodes'][0]['html']}"
        for each in found
        if each["impact"] in ("serious", "critical")
    ]


def calm(noted: Seen, address: str) -> bool:
    """No complaint in the console, nothing asked of another place, nothing run that the page quotes."""
    return (
        noted.problems == []
        and all(request.startswith((address, "data:")) for request in noted.requests)
        and noted.page.title() != "pwned"
    )


def paste(page: Page, text: str) -> None:
    page.get_by_label("Teks artikel atau siaran pers").fill(text)
    with arriving(page):
        page.get_by_role("button", name="Periksa teks").click()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_pasted_page_shows_marks_and_findings(browser: Browser, address: str, width: int) -> None:
    with seen(browser, address, width) as noted:
        page = noted.page
        paste(page, BALANGAN.read_text(encoding="utf-8"))
        marked = {
            kind: page.locator(f".article-text mark.k-{kind}").all_text_contents()
            for kind in ("region", "tier", "date", "official", "venue")
        }
        assert marked == {
            "region": ["Balangan"],
            "tier": ["Utama"],
            "date": ["Selasa (27/1/2026)"],
            "official": ["Bupati Balangan H Abdul Hadi"],
            "venue": ["Ballroom JIExpo Kemayoran, Jakarta"],
        }
        assert page.get_by_role("heading", name="Kabupaten Balangan · UHC Awards 2026").is_visible()
        assert page.get_by_text("27 Januari 2026 memang hari Selasa.").is_visible()
        assert fits(page) and calm(noted, address)
        assert violations(page) == []


def test_a_finding_shows_its_words_when_pointed_at_or_focused(browser: Browser, address: str) -> None:
    with seen(browser, address) as noted:
        page = noted.page
        paste(page, BALANGAN.read_text(encoding="utf-8"))
        finding = page.locator(".finding", has_text="memang hari Selasa")
        finding.hover()
        assert page.locator(".lit").all_text_contents() == ["Selasa (27/1/2026)"]
        page.locator("h1").hover()
        assert page.locator(".lit").count() == 0
        finding.locator("a.words").focus()
        assert page.locator(".lit").all_text_contents() == ["Selasa (27/1/2026)"]
        finding.locator("a.words").press("Enter")
        assert page.locator(":target").text_content() == "Selasa (27/1/2026)"
        assert calm(noted, address)


def test_an_upload_switches_language_and_can_be_saved(browser: Browser, address: str, tmp_path: Path) -> None:
    with seen(browser, address) as noted:
        page = noted.page
        page.get_by_label("Halaman yang disimpan").set_input_files(BALANGAN)
        with arriving(page):
            page.get_by_role("button", name="Periksa halaman").click()
        with arriving(page):
            page.get_by_role("button", name="English").click()
        assert page.locator("html").get_attribute("lang") == "en"
        assert page.get_by_text("27 January 2026 was indeed a Tuesday").is_visible()
        with page.expect_download() as download:
            page.get_by_role("link", name="Save JSON").click()
        download.value.save_as(tmp_path / "piagam.json")
        saved = json.loads((tmp_path / "piagam.json").read_text(encoding="utf-8"))
        assert saved["result"]["records"][0]["region"]["code"] == "63.11"
        with arriving(page):
            page.get_by_role("link", name="Awards", exact=True).click()
        assert page.locator("html").get_attribute("lang") == "en"
        assert calm(noted, address)


def test_a_false_claim_is_refuted_with_its_reason(browser: Browser, address: str) -> None:
    with seen(browser, address, 390) as noted:
        page = noted.page
        page.get_by_label("Pernyataan yang diperiksa").fill(FALSE)
        with arriving(page):
            page.get_by_role("button", name="Periksa pernyataan").click()
        assert page.locator("h2 .verdict").text_content() == "terbantah"
        assert "Selasa, 27 Januari 2026" in (page.locator(".because").text_content() or "")
        assert fits(page) and calm(noted, address) and violations(page) == []


@pytest.mark.parametrize("javascript", [True, False])
def test_a_page_full_of_scripts_runs_nothing(browser: Browser, address: str, javascript: bool) -> None:
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    noted = Seen(page)
    page.on("console", lambda m: noted.problems.append(m.text))
    page.on("dialog", lambda dialog: noted.problems.append(dialog.message))
    page.on("request", lambda request: noted.requests.append(request.url))
    page.goto(address)
    paste(page, hostile_page())
    assert "<script>document.title" in (page.locator(".article-text").text_content() or "")
    assert page.locator(".article-text :is(script, img, svg)").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0
    for path in ("/pertentangan", "/penghargaan?text=Balangan", "/daerah/63.11"):
        page.goto(address + path)
    with arriving(page):
        page.get_by_role("link", name="UHC Awards 2026").first.click()
    assert "onerror" in (page.locator("main").text_content() or "")
    assert calm(noted, address)
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_pages_of_the_dataset_fit_and_are_accessible(
    browser: Browser, address: str, width: int, scheme: str
) -> None:
    with seen(browser, address, width) as noted:
        page = noted.page
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for path in ("/", "/penghargaan", "/pertentangan", "/daerah/63.11", "/daerah/63", "/api", "/nothing"):
            page.goto(address + path)
            assert fits(page), path
            assert violations(page) == [], path
        page.goto(address + "/penghargaan?text=Balangan")
        with arriving(page):
            page.locator("tbody td a").first.click()
        assert fits(page) and violations(page) == []
        assert [p for p in noted.problems if "404" not in p] == []


def test_the_keyboard_reaches_everything(browser: Browser, address: str) -> None:
    with seen(browser, address) as noted:
        page = noted.page
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.className") == "skip"
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.id") == "claim"
        page.keyboard.type(FALSE)
        page.keyboard.press("Tab")
        with arriving(page):
            page.keyboard.press("Enter")
        assert page.locator(".because").is_visible()
        assert calm(noted, address)
