"""A real browser for pages that tests look at: Debian's Chromium or the like, driven by Playwright."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


@dataclass
class Seen:
    """An open page, with its console errors and exceptions, and all that it asked for."""

    page: Page
    problems: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


def find_browser() -> str | None:
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def open_browser() -> Iterator[Browser]:
    """A headless browser; without one the test is skipped, or fails where PIAGAM_REQUIRE names `browser`."""
    path = find_browser()
    if path is None:
        reason = f"no browser found: none of {', '.join(NAMES)}"
        if "browser" in os.environ.get("PIAGAM_REQUIRE", "").split(","):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # without --no-sandbox Chromium refuses to run for root, as in most build machines
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def arriving(page: Page) -> Iterator[None]:
    """What is done inside leads to another document; it is whole, styled and read in when this ends."""
    with page.expect_event("load"):
        yield


@contextmanager
def seen(browser: Browser, address: str, width: int = 1280, height: int = 900) -> Iterator[Seen]:
    """The page at `address` in a window of that size, with its problems noted from the first byte on."""
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    noted = Seen(page)
    page.on("console", lambda m: noted.problems.append(m.text) if m.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: noted.problems.append(str(error)))
    page.on("request", lambda request: noted.requests.append(request.url))
    page.goto(address)
    yield noted
    context.close()
