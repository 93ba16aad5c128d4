"""Where articles and claims are read: one process beside the server, a bounded queue, and a time limit."""

from __future__ import annotations

import asyncio
import copy
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import BoundedSemaphore, Thread
from typing import Any, TypeVar

from extractor.core import Extractor
from extractor.dataset import Dataset, open_dataset
from extractor.deadline import within
from extractor.errors import PageTimeout
from extractor.factcheck import Checker
from extractor.reconcile.wording import Lang
from extractor.web.limits import Limits
from extractor.web.refusal import Refusal

T = TypeVar("T")

RETRY_SECONDS = 5

Stamp = tuple[tuple[int, int, int, int] | None, ...]


def stamp(path: Path) -> Stamp:
    """What changes when the dataset is written or replaced: the file and its log of changes."""
    return tuple(_state(Path(f"{path}{suffix}")) for suffix in ("", "-wal"))


def _state(path: Path) -> tuple[int, int, int, int] | None:
    try:
        seen = path.stat()
    except FileNotFoundError:
        return None
    return seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns


class Bench:
    """The extractor and the checkers; of use in one thread alone, as spaCy and SQLite want it."""

    def __init__(self, dataset: Path | None, programmes: Sequence[Path], limits: Limits) -> None:
        self._path = dataset
        extractor = Extractor(tuple(programmes))
        extractor.nlp.max_length = limits.characters
        self._extractors: dict[Lang, Extractor] = {"id": extractor, "en": copy.copy(extractor)}
        self._extractors["en"].lang = "en"
        self._dataset: Dataset | None = None
        self._stamp: Stamp | None = None
        self._checkers: dict[Lang, Checker] = {}

    def extractor(self, lang: Lang) -> Extractor:
        return self._extractors[lang]

    def checker(self, lang: Lang) -> Checker:
        """A checker that knows the dataset as it is now.  Raises DatasetError."""
        self._refresh()
        if lang not in self._checkers:
            self._checkers[lang] = Checker(self._extractors[lang], self._dataset, lang)
        return self._checkers[lang]

    def _refresh(self) -> None:
        if self._path is None:
            return
        now = stamp(self._path)
        if self._dataset is not None and now == self._stamp:
            return
        if self._dataset is not None:
            self._dataset.close()
        self._dataset, self._checkers = None, {}
        self._dataset, self._stamp = open_dataset(self._path), now


class Desk:
    """Takes work from many visitors; refuses what would wait or take too long."""

    def __init__(self, dataset: Path | None, programmes: Sequence[Path], limits: Limits) -> None:
        self._make = partial(Bench, dataset, tuple(programmes), limits)
        self._seconds = limits.seconds
        self._pool: ProcessPoolExecutor | None = None
        self._room = BoundedSemaphore(limits.waiting)

    async def run(self, work: Callable[[Bench], T]) -> T:
        """What `work` (picklable, as is its outcome) makes at the bench.

        Raises Refusal where too many wait, where the work takes too long, and where it ends the process; and
        whatever `work` raises.
        """
        if not self._room.acquire(blocking=False):
            raise Refusal(503, "busy", retry_after=RETRY_SECONDS)
        try:
            future = self.open().submit(_do, work)
        except BrokenProcessPool:
            self._pool = None
            future = self.open().submit(_do, work)
        future.add_done_callback(lambda _: self._room.release())
        try:
            return await asyncio.wrap_future(future)
        except BrokenProcessPool:
            raise Refusal(503, "broken", retry_after=RETRY_SECONDS) from None
        except PageTimeout:
            raise Refusal(422, "took_long", limit=round(self._seconds)) from None

    def open(self) -> ProcessPoolExecutor:
        """The process; a new one begins to load the extractor, so that the first visitor waits less."""
        if self._pool is None:
            # spawn: a fork would copy the locks of the server's threads
            self._pool = ProcessPoolExecutor(
                1, mp_context=get_context("spawn"), initializer=_begin, initargs=(self._make, self._seconds)
            )
            self._pool.submit(_do, _nothing)
        return self._pool

    def close(self) -> None:
        """Ends the process; the desk may be opened again."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)


_make: Callable[[], Bench] | None = None
_seconds = 0.0
_bench: Bench | None = None


def _begin(make: Callable[[], Bench], seconds: float) -> None:
    """Readies the process; Ctrl-C is for the server, which then ends it."""
    global _make, _seconds
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _make, _seconds = make, seconds


def _do(work: Callable[[Bench], Any]) -> Any:
    global _bench
    assert _make is not None, "the process was not readied"
    if _bench is None:
        _bench = _make()
    try:
        return within(_seconds, partial(work, _bench))
    except PageTimeout:
        _bench = None  # it was left in the middle of something
        raise


def _nothing(_: Bench) -> None:
    """Work that only waits for the bench."""


def _end_with_parent() -> None:
    """A server that is killed cannot end its process, which would wait for ever."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
