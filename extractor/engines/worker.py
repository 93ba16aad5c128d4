"""What one worker does: partitions into files, with an extractor that is loaded once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from threading import Thread
from time import sleep

from extractor import __version__
from extractor.engines.job import Job
from extractor.engines.plan import Item, Partition
from extractor.engines.rows import render, written
from extractor.engines.stores import pages_at
from extractor.errors import PageUnreadable
from extractor.pages import FailedPage, Limits, Page, iter_pages
from extractor.pages.stream import printable
from extractor.run import Outcome, outcomes, reader

Read = Callable[[Page | FailedPage], Outcome]
# processes for a partition that has ended its worker: they read its pages, and one that kills them is named
APART = 2


class Worker:
    """Reads partitions of one job; made once in each process of an engine."""

    def __init__(self, job: str) -> None:
        self._job = Job.unpacked(job)
        self._read: Read | None = None
        os.chdir(self._job.home)
        Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()

    def work(self, partition: str, *, apart: bool) -> str:
        """Writes the partition's file; gives nothing, or what kept it from being written."""
        job = self._job
        if job.version != __version__:
            return f"a worker has version {__version__} of Piagam, the command {job.version}"
        part = Partition.unpacked(partition)
        try:
            with written(job.folder / part.name, part.digest) as rows:
                for outcome in self._outcomes(pages_of(part.items, job.limits), apart=apart):
                    rows.take(outcome)
        except OSError as error:
            return f"{job.output}: {error.strerror or error}"
        return ""

    def _outcomes(self, pages: Iterator[Page | FailedPage], *, apart: bool) -> Iterable[Outcome]:
        job = self._job
        shown = partial(render, job.with_text)
        if apart:
            return outcomes(pages, job.options, shown, APART, job.limits)
        if self._read is None:
            self._read = reader(job.options, shown, job.limits)
        return map(self._read, pages)


def pages_of(items: Iterable[Item], limits: Limits) -> Iterator[Page | FailedPage]:
    """The pages of the items, in order."""
    for item in items:
        if item.reason is not None:
            name = printable(item.path)
            yield FailedPage(name, PageUnreadable(path=name, reason=item.reason))
        elif item.root is not None:
            yield from pages_at(item.root, item.path, limits)
        else:
            yield from iter_pages([item.path], limits=limits)


def _end_with(parent: int) -> None:
    """Ends this process once its parent is gone; else it would read its partition to the end for nobody."""
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)
