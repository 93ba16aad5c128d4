"""What is measured: Piagam from bytes to a reconciled JSON line, and others as far as they go."""

from __future__ import annotations

from collections.abc import Callable

from extractor.core import Extractor
from extractor.pages import Page

Read = Callable[[bytes], object]


def piagam() -> Read:
    extractor = Extractor()
    return lambda data: extractor.read(Page("page.html", data, "html")).to_json()


def piagam_whole() -> Read:
    """Without the gate."""
    extractor = Extractor()
    return lambda data: extractor.read(Page("page.html", data, "html"), whole=True).to_json()


def trafilatura_text() -> Read:
    from trafilatura import extract

    return extract


def trafilatura_metadata() -> Read:
    from trafilatura import bare_extraction

    return lambda data: bare_extraction(data, with_metadata=True)


def newspaper() -> Read:
    from newspaper import Article

    def read(data: bytes) -> object:
        article = Article("https://news.example/page.html", language="id", fetch_images=False)
        article.download(input_html=data.decode("utf-8", "replace"))
        try:
            article.parse()
        except (TypeError, AttributeError):  # it stumbles over some linked data; its time counts all the same
            return None
        return article.text

    return read


PEER = "trafilatura bare_extraction, metadata"
TOOLS: dict[str, Callable[[], Read]] = {
    "piagam": piagam,
    "piagam, no gate": piagam_whole,
    "trafilatura extract": trafilatura_text,
    PEER: trafilatura_metadata,
    "newspaper4k": newspaper,
}
