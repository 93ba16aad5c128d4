"""Pages to what the store takes, in one process or many."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import partial

from extractor.errors import PageCrashed
from extractor.model import Failure, Record
from extractor.pages import Page
from extractor.parallel import ordered_map
from extractor.run import Options


@dataclass(frozen=True, slots=True)
class Known:
    """A page with its article's id, and its own: a hash of where it lies."""

    id: str
    article_id: str
    page: Page


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one page: its result as JSON with text, its MinHash, and second tiers."""

    page_id: str
    source: str
    article_id: str
    result: str
    minhash: bytes
    failure: Failure | None
    seconds: tuple[Record, ...] = ()


def readings(pages: Iterable[Known], options: Options, jobs: int) -> Generator[Reading, None, None]:
    """One reading for every page, in their order; equal whatever `jobs` is."""
    yield from ordered_map(partial(_reader, options), pages, jobs, _crashed)


def _reader(options: Options) -> Callable[[Known], Reading]:
    from extractor.core import Extractor
    from extractor.dataset.headline import second_tiers
    from extractor.dataset.signature import signature

    extractor = Extractor(programmes_dirs=options.programmes, lang=options.lang)

    def read(item: Known) -> Reading:
        result = extractor.read(item.page)
        minhash = signature(result.article.text)
        seconds = tuple(second_tiers(extractor, result))
        text = result.to_json(with_text=True)
        return Reading(item.id, item.page.source, item.article_id, text, minhash, result.error, seconds)

    return read


def _crashed(item: Known) -> Reading:
    """A page that killed its process: told, not stored, so that the next run tries it again."""
    error = PageCrashed()
    failure = Failure(code=error.code, message=error.message)
    return Reading(item.id, item.page.source, item.article_id, "", b"", failure)
