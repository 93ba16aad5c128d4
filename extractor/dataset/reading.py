"""Pages to what the store takes, in one process or many."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import partial

from extractor.deadline import within
from extractor.errors import PageCrashed, PageError, PageFault, PageOverLimit, PageTimeout
from extractor.limits import Limits
from extractor.model import Failure, Record
from extractor.pages import Page
from extractor.parallel import ordered_map
from extractor.run import Options, loaded

_TRIED_AGAIN = frozenset([PageFault.code, *(kind.code for kind in PageOverLimit.__subclasses__())])


@dataclass(frozen=True, slots=True)
class Known:
    """A page with its article's id, and its own: a hash of where it lies."""

    id: str
    article_id: str
    page: Page


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of one page: its result as JSON with text, its MinHash, and second tiers.

    Of a page that is to be tried again by the next run, the result is empty: there `failure` says why.
    """

    page_id: str
    source: str
    article_id: str
    result: str
    minhash: bytes
    failure: Failure | None
    seconds: tuple[Record, ...] = ()


def readings(
    pages: Iterable[Known], options: Options, limits: Limits, jobs: int
) -> Generator[Reading, None, None]:
    """One reading for every page, in their order; equal whatever `jobs` is."""
    yield from ordered_map(partial(_reader, options, limits), pages, jobs, partial(_put_off, PageCrashed()))


def _reader(options: Options, limits: Limits) -> Callable[[Known], Reading]:
    from extractor.core import read_whatever
    from extractor.dataset.headline import second_tiers
    from extractor.dataset.signature import signature

    extractor = loaded(options, limits)

    def read(item: Known) -> Reading:
        nonlocal extractor
        try:
            return within(limits.max_seconds, lambda: whole(item))
        except PageTimeout as error:
            extractor = loaded(
                options, limits
            )  # one broken off in the middle of its work is not to be trusted
            return _put_off(error, item)

    def whole(item: Known) -> Reading:
        result = read_whatever(extractor, item.page)
        if result.error is not None and result.error.code in _TRIED_AGAIN:
            return _put_off(result.error, item)
        minhash = signature(result.article.text)
        seconds = tuple(second_tiers(extractor, result))
        text = result.to_json(with_text=True)
        return Reading(item.id, item.page.source, item.article_id, text, minhash, result.error, seconds)

    return read


def _put_off(error: PageError | Failure, item: Known) -> Reading:
    """A page that killed its process, or cost too much: told, not stored, and tried again by the next run."""
    failure = Failure(code=error.code, message=error.message)
    return Reading(item.id, item.page.source, item.article_id, "", b"", failure)
