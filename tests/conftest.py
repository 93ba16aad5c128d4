"""What the tests share: one extractor, and articles made of a title, a text and a day."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from browser import open_browser
from hypothesis import settings
from reading import Read

from extractor.model import Article, Result

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from extractor.core import Extractor


settings.register_profile("few", max_examples=50)
settings.register_profile("many", max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "few"))


@pytest.fixture(scope="session")
def reader() -> Extractor:
    """The extractor with the programmes that come with Piagam."""
    from extractor.core import Extractor  # here, so that tests which do not need it never wait for it

    return Extractor()


@pytest.fixture(scope="session")
def read(reader: Extractor) -> Read:
    """The result of an article, without a page around it."""

    def run(text: str, title: str | None = None, published: str | None = None) -> Result:
        article = Article(id="sha256:0", source="a.html", title=title, published=published, text=text)
        return reader.read_article(article)

    return run


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; see `browser.open_browser` for machines without one."""
    yield from open_browser()
