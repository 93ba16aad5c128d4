"""Where awards were read: names of pages, and addresses that are safe to link to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from extractor.dataset import Article


@dataclass(frozen=True, slots=True)
class Source:
    """An article as a source.  `url` is null unless it is a web address; `label` is site, host or file."""

    name: str
    label: str
    title: str
    url: str | None
    published: str | None = None


class Sources:
    """The sources of a dataset, by article and by page."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self.count = self.failed = 0
        self.families: set[str] = set()
        self._by_article: dict[str, Source] = {}
        self._by_page: dict[str, Source] = {}
        for article in articles:
            self.count += 1
            self.failed += article.error is not None
            if article.error is None:
                self.families.add(article.family)
            source = _source(article)
            self._by_article[article.id] = source
            self._by_page |= dict.fromkeys(article.sources, source)

    def of(self, article_id: str) -> Source:
        return self._by_article.get(article_id) or Source(article_id, article_id, "", None)

    def pages(self, names: Iterable[str]) -> tuple[Source, ...]:
        """The articles that the pages hold, each once, in the order of the pages."""
        known = (self._by_page.get(name) or Source(name, _file(name), "", None) for name in names)
        return tuple(dict.fromkeys(known))


def _source(article: Article) -> Source:
    url = web_address(article.url)
    name = article.source or article.id
    label = article.site or (host(url) if url else "") or _file(name)
    return Source(name, label, article.title or "", url, article.published)


def _file(name: str) -> str:
    return name.rsplit("/", 1)[-1]


def host(url: str) -> str:
    """The host of a web address, without www."""
    return (urlsplit(url).hostname or "").removeprefix("www.")


def web_address(url: str | None) -> str | None:
    """The address if a browser may be sent there: pages may say `javascript:` or nonsense."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return None
    return url.strip() if is_web else None
