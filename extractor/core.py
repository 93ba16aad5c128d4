"""The pure core: a page in, a `Result` out.  No clock, no network, no locale; the same bytes give the same
result.
"""

from __future__ import annotations

import hashlib
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from extractor.articles import read_article
from extractor.errors import PageError, PageFault, PageTooLong
from extractor.gate import Gate
from extractor.limits import DEFAULTS, Limits
from extractor.model import Article, Failure, Result
from extractor.pages import FailedPage, Page
from extractor.pipes.pipeline import load_pipeline
from extractor.programmes.catalogue import load_catalogue
from extractor.reconcile import reconcile
from extractor.records.assemble import read


class Extractor:
    """Reads pages into results.  `programmes_dirs` hold further programmes; `lang` is that of the reasons.

    Of `limits` those of depth and characters are kept here; the others are for whoever brings the pages.

    Raises ProgrammeInvalid for a programme file that cannot be used.
    """

    def __init__(
        self,
        programmes_dirs: Sequence[Path] = (),
        lang: Literal["id", "en"] = "id",
        limits: Limits = DEFAULTS,
    ) -> None:
        self.catalogue = load_catalogue(tuple(programmes_dirs))
        self.nlp = load_pipeline(self.catalogue.programmes if programmes_dirs else ())
        self.nlp.max_length = limits.max_characters
        self.max_depth = limits.max_depth
        self.gate = Gate(self.catalogue.programmes)
        self.lang = lang

    def read(self, page: Page | FailedPage, *, whole: bool = False) -> Result:
        """The result of one page; a page that cannot be read gives one with `error`.

        A page that names no award is told by its bytes where they suffice, and is then not read at all unless
        `whole` asks for its article; its lists are empty in either case.
        """
        if isinstance(page, FailedPage):
            return failed(page.source, b"", page.error)
        if not whole and not self.gate.passes(page):
            return Result(article=Article(id=page_id(page.data), source=page.source), relevant=False)
        try:
            article = read_article(page, self.max_depth)
            return (
                self.read_article(article)
                if self.gate.speaks(article)
                else Result(article=article, relevant=False)
            )
        except PageError as error:
            return failed(page.source, page.data, error)

    def read_article(self, article: Article) -> Result:
        """The result of an article already cut out of its page.

        Raises PageTooLong for a title or text of more characters than the pipeline takes.
        """
        size, limit = max(len(article.title or ""), len(article.text)), self.nlp.max_length
        if size > limit:
            raise PageTooLong(size=size, limit=limit)
        with self.nlp.memory_zone():
            title = self.nlp(article.title) if article.title else None
            reading = read(title, self.nlp(article.text), self.catalogue, article.published)
        result = Result(
            article=article,
            records=reading.records,
            history=reading.history,
            figures=reading.numbers.figures,
            criteria=reading.numbers.criteria,
            totals=reading.totals.found,
            claims=reading.claims,
        )
        return reconcile(result, article.text, self.catalogue, self.lang)


def read_whatever(extractor: Extractor, page: Page | FailedPage, *, whole: bool = False) -> Result:
    """As `Extractor.read`; a fault of Piagam itself becomes the page's error, and costs no other page.

    Only for the edges of a run, where the one in charge is told: in here a fault is to be seen.
    """
    try:
        return extractor.read(page, whole=whole)
    except Exception as fault:  # noqa: BLE001 - a crawl of millions must outlive what nobody thought of
        *_, last = traceback.extract_tb(fault.__traceback__)
        place = f"{Path(last.filename).name}:{last.lineno}"
        data = page.data if isinstance(page, Page) else b""
        return failed(page.source, data, PageFault(fault=type(fault).__name__, place=place))


def page_id(data: bytes) -> str:
    """What names a page: its bytes."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def failed(source: str, data: bytes, error: PageError) -> Result:
    """The result of a page that cannot be read."""
    article = Article(id=page_id(data), source=source)
    return Result(article=article, relevant=None, error=Failure(code=error.code, message=error.message))
