"""Pages to outcomes: the extractor over a stream of pages, in one process or many, in order."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from extractor.deadline import within
from extractor.errors import PageCrashed, PageError, PageTimeout
from extractor.limits import DEFAULTS, Limits
from extractor.model import Failure, Result
from extractor.pages import FailedPage, Page
from extractor.parallel import ordered_map

if TYPE_CHECKING:
    from extractor.core import Extractor

Lang = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Options:
    """What a run needs to know beside its pages: further programmes, and the language of reasons.

    `whole` reads articles that name no award too; `skip_empty` leaves out pages without an award.
    """

    programmes: tuple[Path, ...] = ()
    lang: Lang = "id"
    whole: bool = False
    skip_empty: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one page.

    `text` is its result as the run renders it.  Of a page that failed, `failure` says why, and `line` is its
    JSON line; of others `line` is empty.  `left_out` is a page without an award that the run leaves out.
    """

    source: str
    text: str
    failure: Failure | None
    line: str
    left_out: bool = False


def outcomes(
    pages: Iterable[Page | FailedPage],
    options: Options,
    render: Callable[[Result], str],
    jobs: int = 1,
    limits: Limits = DEFAULTS,
) -> Generator[Outcome, None, None]:
    """One outcome a page, in the order of `pages`; equal whatever `jobs` is.

    `render` must be picklable when `jobs` > 1.  A page over one of the `limits` fails.
    Raises ProgrammeInvalid before the first page.
    """
    if options.programmes:  # a bad programme is told here, once, not by a dying process
        from extractor.programmes import load_catalogue

        load_catalogue(options.programmes)
    make = partial(reader, options, render, limits)
    yield from ordered_map(make, pages, jobs, partial(_lost, render, PageCrashed()))


def reader(
    options: Options, render: Callable[[Result], str], limits: Limits
) -> Callable[[Page | FailedPage], Outcome]:
    """Loads the extractor once and gives the function that reads one page with it, as `outcomes` does."""
    from extractor.core import read_whatever

    extractor = loaded(options, limits)

    def read(page: Page | FailedPage) -> Outcome:
        nonlocal extractor
        try:
            result = within(limits.max_seconds, lambda: read_whatever(extractor, page, whole=options.whole))
        except PageTimeout as error:
            extractor = loaded(
                options, limits
            )  # one broken off in the middle of its work is not to be trusted
            return _lost(render, error, page)
        return _outcome(result, render, skip_empty=options.skip_empty)

    return read


def loaded(options: Options, limits: Limits) -> Extractor:
    """The extractor that a run asks for.  Raises ProgrammeInvalid."""
    from extractor.core import Extractor

    return Extractor(programmes_dirs=options.programmes, lang=options.lang, limits=limits)


def _lost(render: Callable[[Result], str], error: PageError, page: Page | FailedPage) -> Outcome:
    """The outcome of a page that the extractor did not come back from; its bytes are known all the same."""
    from extractor.core import failed

    data = page.data if isinstance(page, Page) else b""
    return _outcome(failed(page.source, data, error), render)


def _outcome(result: Result, render: Callable[[Result], str], *, skip_empty: bool = False) -> Outcome:
    left_out = skip_empty and result.error is None and not (result.records or result.history)
    line = "" if result.error is None else result.to_json() + "\n"
    text = "" if left_out else render(result)
    return Outcome(result.article.source, text, result.error, line, left_out)
