"""The pure core: a page in, a `Result` out.  No clock, no network, no locale; the same bytes give the same result."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from extractor.articles import read_article
from extractor.errors import PageError
from extractor.model import Article, Failure, Result
from extractor.pages import FailedPage, Page
from extractor.pipes.pipeline import load_pipeline
from extractor.programmes.catalogue import load_catalogue
from extractor.reconcile import reconcile
from extractor.records.assemble import read


class Extractor:
    """Reads pages into results.  `programmes_dirs` hold further programmes; `lang` is that of the reasons.

    Raises ProgrammeInvalid for a programme file that cannot be used.
    """

    def __init__(self, programmes_dirs: Sequence[Path] = (), lang: Literal["id", "en"] = "id") -> None:
        self.catalogue = load_catalogue(tuple(programmes_dirs))
        self.nlp = load_pipeline(self.catalogue.programmes if programmes_dirs else ())
        self.lang = lang

    def read(self, page: Page | FailedPage) -> Result:
        """The result of one page; a page that cannot be read gives one with `error`."""
        if isinstance(page, FailedPage):
            return failed(page.source, b"", page.error)
        try:
            article = read_article(page)
        except PageError as error:
            return failed(page.source, page.data, error)
        return self.read_article(article)

    def read_article(self, article: Article) -> Result:
        """The result of an article already cut out of its page."""
        with self.nlp.memory_zone():
            title = self.nlp(article.title) if article.title else None
            reading = read(title, self.nlp(article.text), self.catalogue, article.published)
        numbers, totals = reading.numbers, reading.totals
        assert numbers is not None and totals is not None
        result = Result(
            article=article,
            records=reading.records,
            history=reading.history,
            figures=numbers.figures,
            criteria=numbers.criteria,
            totals=totals.found,
            claims=reading.claims,
        )
        return reconcile(result, article.text, self.catalogue, self.lang)


def failed(source: str, data: bytes, error: PageError) -> Result:
    """The result of a page that cannot be read."""
    article = Article(id="sha256:" + hashlib.sha256(data).hexdigest(), source=source)
    return Result(article=article, error=Failure(code=error.code, message=error.message))
