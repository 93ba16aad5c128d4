"""Pages into a dataset: each page in one transaction, known ones passed over, and all resolved at the end."""

from __future__ import annotations

import datetime as dt
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from extractor import __version__
from extractor.dataset.ids import article_id, content_id
from extractor.dataset.lock import building
from extractor.dataset.reading import Known, Reading, readings
from extractor.dataset.reference import put_reference
from extractor.dataset.resolve import resolve
from extractor.dataset.schema import connect, recognise, transaction
from extractor.dataset.state import is_resolved, mark_changed
from extractor.dataset.store import put_article, put_page
from extractor.dataset.unwritable import unwritable
from extractor.model import Failure, Result
from extractor.pages import FailedPage, Limits, iter_pages
from extractor.programmes.catalogue import Catalogue, load_catalogue
from extractor.run import Options

Step = Callable[["Summary"], object]
Around = Callable[[Iterator[FailedPage | Known]], Iterator[FailedPage | Known]]
Tell = Callable[[str], object]


@dataclass(slots=True)
class Summary:
    """What a build did with its pages, how many files were of other kinds, and what the dataset holds now."""

    read: int = 0
    known: int = 0
    failed: int = 0
    other_files: int = 0
    articles: int = 0
    awards: int = 0
    conflicts: int = 0
    failures: list[tuple[str, Failure]] = field(default_factory=list)
    """The failures not told yet; whoever tells them empties the list."""

    @property
    def pages(self) -> int:
        return self.read + self.known + self.failed


def build_dataset(
    path: Path,
    paths: Sequence[str],
    *,
    options: Options | None = None,
    limits: Limits | None = None,
    jobs: int = 1,
    reextract: bool = False,
    wait: bool = True,
    stdin: BinaryIO | None = None,
    step: Step = lambda summary: None,
    around: Around = iter,
    tell: Tell = lambda message: None,
) -> Summary:
    """Extracts the pages of `paths` into the dataset at `path` and resolves it.

    A page that was read by the same reader (version, programmes, language) is passed over unless `reextract`.
    Killed at any moment, a second call finishes the work.  `step` is called after each page, `tell` with a
    sentence for people; `around` gets the pages and gives them on.

    Raises DatasetError, and ProgrammeInvalid before the first page.
    """
    options = options or Options()
    catalogue = load_catalogue(options.programmes)
    recognise(path)
    with unwritable(path), building(path, wait=wait, tell=tell), closing(connect(path)) as db:
        limits = limits or Limits()
        builder = _Builder(db, options, limits, catalogue, reextract=reextract, step=step)
        pages = _named(paths, limits, stdin, builder.summary)
        with _run_noted(db, builder):
            with transaction(db):
                put_reference(db, catalogue)
            builder.read(around(pages), jobs)
            if not is_resolved(db):
                resolve(db)
        return _counted(db, builder.summary)


class _Builder:
    """Brings pages into the open dataset."""

    def __init__(
        self,
        db: sqlite3.Connection,
        options: Options,
        limits: Limits,
        catalogue: Catalogue,
        *,
        reextract: bool,
        step: Step,
    ) -> None:
        self.summary = Summary()
        self.reader = f"{__version__}/{catalogue.digest[:16]}/{options.lang}"
        self._db = db
        self._options = options
        self._limits = limits
        self._reextract = reextract
        self._step = step

    def read(self, pages: Iterable[FailedPage | Known], jobs: int) -> None:
        run = readings(self._unknown(pages), self._options, self._limits, jobs)
        with closing(run):
            for reading in run:
                self._store(reading)
                self._step(self.summary)

    def _unknown(self, pages: Iterable[FailedPage | Known]) -> Iterator[Known]:
        """The pages to read; what was read before or failed on the way is dealt with here."""
        for page in pages:
            if isinstance(page, FailedPage):
                self._failed(page.source, Failure(code=page.error.code, message=page.error.message))
            elif self._reextract or not self._read_before(page):
                yield page
                continue
            self._step(self.summary)

    def _read_before(self, page: Known) -> bool:
        query = "SELECT error, message FROM articles WHERE id = ? AND reader = ?"
        row = self._db.execute(query, (page.article_id, self.reader)).fetchone()
        if row is None:
            return False
        with transaction(self._db):
            if put_page(self._db, page.id, page.page.source, page.article_id):
                mark_changed(self._db)
        if row[0] is None:
            self.summary.known += 1
        else:
            self._failed(page.page.source, Failure(code=row[0], message=row[1]))
        return True

    def _store(self, reading: Reading) -> None:
        if reading.result:
            article, result = reading.article_id, Result.model_validate_json(reading.result)
            with transaction(self._db):
                put_article(self._db, article, result, reading.minhash, self.reader, reading.seconds)
                put_page(self._db, reading.page_id, reading.source, article)
                mark_changed(self._db)
        if reading.failure is None:
            self.summary.read += 1
        else:
            self._failed(reading.source, reading.failure)

    def _failed(self, source: str, failure: Failure) -> None:
        self.summary.failed += 1
        self.summary.failures.append((source, failure))


def _named(
    paths: Sequence[str], limits: Limits, stdin: BinaryIO | None, summary: Summary
) -> Iterator[FailedPage | Known]:
    """The pages, named without the machine's folders: an absolute path begins with its own last part."""
    for path in paths:
        pages = iter_pages([path], stdin=stdin, limits=limits)
        above = os.path.dirname(path.rstrip("/")) if os.path.isabs(path) else ""  # noqa: PTH117, PTH120
        for page in pages:
            if isinstance(page, FailedPage):
                yield page
            else:
                article = article_id(page)
                where = (page.source, article) if path == "-" else (os.path.abspath(page.source),)  # noqa: PTH100
                name = page.source.removeprefix(above).lstrip("/") if above else page.source
                yield Known(content_id(*where), article, replace(page, source=name))
        summary.other_files += pages.skipped


@contextmanager
def _run_noted(db: sqlite3.Connection, builder: _Builder) -> Iterator[None]:
    """A row of `runs` with what was done, finished or not."""
    with transaction(db):
        run = db.execute(
            "INSERT INTO runs (started, reader, read, skipped, failed) VALUES (?, ?, 0, 0, 0)",
            (_now(), builder.reader),
        ).lastrowid
    yield
    done = builder.summary
    with transaction(db):
        db.execute(
            "UPDATE runs SET finished = ?, read = ?, skipped = ?, failed = ? WHERE id = ?",
            (_now(), done.read, done.known, done.failed, run),
        )


def _counted(db: sqlite3.Connection, summary: Summary) -> Summary:
    for table in ("articles", "awards", "conflicts"):
        setattr(summary, table, db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
    return summary


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
