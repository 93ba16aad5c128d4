"""Pages to outcomes: the extractor over a stream of pages, in one process or many, in order."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from extractor.deadline import within
from extractor.errors import PageCrashed, PageError, PageTimeout
from extractor.model import Failure, Result
from extractor.pages import FailedPage, Page
from extractor.parallel import ordered_map

if TYPE_CHECKING:
    from extractor.core import Extractor

Lang = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a run needs to know beside its pages: further programmes, and the language of reasons."""

    programmes: tuple[Path, ...] = ()
    lang: Lang = "id"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page.

    `text` is its result as the run renders it.  Of a page that failed, `failure` says why, and `line` is its
    JSON line; of others `line` is empty.
    """

    source: str
    text: str
    failure: Failure | None
    line: str


def outcomes(
    pages: Iterable[Page | FailedPage],
    options: Options,
    render: Callable[[Result], str],
    jobs: int = 1,
    max_seconds: float = 0,
) -> Generator[Outcome, None, None]:
    """One outcome a page, in the order of `pages`; equal whatever `jobs` is.

    `render` must be picklable when `jobs` > 1.  A page that takes more than `max_seconds` (0: no limit)
    fails.  Raises ProgrammeInvalid before the first page.
    """
    if options.programmes:  # a bad programme is told here, once, not by a dying process
        from extractor.programmes import load_catalogue

        load_catalogue(options.programmes)
    make = partial(_reader, options, render, max_seconds)
    yield from ordered_map(make, pages, jobs, partial(_lost, render, PageCrashed()))


def _reader(
    options: Options, render: Callable[[Result], str], max_seconds: float
) -> Callable[[Page | FailedPage], Outcome]:
    """Loads the extractor once and gives the function that reads one page with it."""
    extractor = _loaded(options)

    def read(page: Page | FailedPage) -> Outcome:
        nonlocal extractor
        try:
            result = within(max_seconds, lambda: extractor.read(page))
        except PageTimeout as error:
            extractor = _loaded(options)  # one broken off in the middle of its work is not to be trusted
            return _lost(render, error, page)
        return _outcome(result, render)

    return read


def _loaded(options: Options) -> Extractor:
    from extractor.core import Extractor

    return Extractor(programmes_dirs=options.programmes, lang=options.lang)


def _lost(render: Callable[[Result], str], error: PageError, page: Page | FailedPage) -> Outcome:
    """The outcome of a page that the extractor did not come back from; its bytes are known all the same."""
    from extractor.core import failed

    data = page.data if isinstance(page, Page) else b""
    return _outcome(failed(page.source, data, error), render)


def _outcome(result: Result, render: Callable[[Result], str]) -> Outcome:
    line = "" if result.error is None else result.to_json() + "\n"
    return Outcome(result.article.source, render(result), result.error, line)
