"""Pages to outcomes: the extractor over a stream of pages, in one process or many, in order."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from extractor.errors import PageCrashed
from extractor.model import Failure, Result
from extractor.pages import FailedPage, Page
from extractor.parallel import ordered_map

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
    pages: Iterable[Page | FailedPage], options: Options, render: Callable[[Result], str], jobs: int = 1
) -> Generator[Outcome, None, None]:
    """One outcome a page, in the order of `pages`; equal whatever `jobs` is.

    `render` must be picklable when `jobs` > 1.  Raises ProgrammeInvalid before the first page.
    """
    if options.programmes:  # a bad programme is told here, once, not by a dying process
        from extractor.programmes import load_catalogue

        load_catalogue(options.programmes)
    yield from ordered_map(partial(_reader, options, render), pages, jobs, partial(_crashed, render))


def _reader(options: Options, render: Callable[[Result], str]) -> Callable[[Page | FailedPage], Outcome]:
    """Loads the extractor once and gives the function that reads one page with it."""
    from extractor.core import Extractor

    extractor = Extractor(programmes_dirs=options.programmes, lang=options.lang)

    return lambda page: _outcome(extractor.read(page), render)


def _crashed(render: Callable[[Result], str], page: Page | FailedPage) -> Outcome:
    """The outcome of a page that killed its process; its bytes are known all the same."""
    from extractor.core import failed

    data = page.data if isinstance(page, Page) else b""
    return _outcome(failed(page.source, data, PageCrashed()), render)


def _outcome(result: Result, render: Callable[[Result], str]) -> Outcome:
    line = "" if result.error is None else result.to_json() + "\n"
    return Outcome(result.article.source, render(result), result.error, line)
