"""Where articles and claims are read: processes beside the server, a bounded queue, and a time limit."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from extractor.errors import PageTimeout
from extractor.web import bench
from extractor.web.bench import Bench
from extractor.web.limits import Limits
from extractor.web.refusal import Refusal
from extractor.web.room import Room

T = TypeVar("T")

RETRY_SECONDS = 5
GRACE = 5.0
"""Seconds beyond its limit after which a process that does not answer is ended: code in C hears no alarm."""


class Desk:
    """Takes work from many visitors; refuses what would wait or take too long."""

    def __init__(self, dataset: Path | None, programmes: Sequence[Path], limits: Limits) -> None:
        self._limits = limits
        make = partial(Bench, dataset, tuple(programmes), limits)
        self._readers = [_Reader(make, limits.seconds) for _ in range(limits.readers)]
        self._idle: list[_Reader] = []
        self._room: Room | None = None

    async def run(self, work: Callable[[Bench], T]) -> T:
        """What `work` (picklable, as is its outcome) makes at a bench.

        Raises Refusal where too many wait, where the work takes too long, and where it ends the process; and
        whatever `work` raises.
        """
        async with self.open().place(RETRY_SECONDS):
            reader = self._idle.pop()
            try:
                return await reader.run(work)
            finally:
                self._idle.append(reader)

    def open(self) -> Room:
        """The room before the readers; their processes load at once, so that the first visitor waits less."""
        if self._room is None:
            limits = self._limits
            self._room = Room(len(self._readers), limits.waiting, limits.patience)
            self._idle = list(self._readers)
            for reader in self._readers:
                reader.open()
        return self._room

    def close(self) -> None:
        """Ends the processes; the desk may be opened again."""
        self._room = None
        for reader in self._readers:
            reader.close()


class _Reader:
    """A process that reads one thing at a time: whatever ends it costs that one alone."""

    def __init__(self, make: Callable[[], Bench], seconds: float) -> None:
        self._make = make
        self._seconds = seconds
        self._pool: ProcessPoolExecutor | None = None
        self._ready: Future[int] | None = None

    async def run(self, work: Callable[[Bench], T]) -> T:
        process: int | None = None
        try:
            process, future = await self._begun(work)
            async with asyncio.timeout(self._seconds + GRACE if self._seconds else None):
                return await asyncio.wrap_future(future)
        except TimeoutError:
            if process is not None:
                with suppress(ProcessLookupError):
                    os.kill(process, signal.SIGTERM)
            self._pool = None
        except BrokenProcessPool:
            self._pool = None
            raise Refusal(503, "broken", retry_after=RETRY_SECONDS) from None
        except PageTimeout:
            pass
        raise Refusal(422, "took_long", limit=round(self._seconds))

    async def _begun(self, work: Callable[[Bench], T]) -> tuple[int, Future[T]]:
        """The process and what it has begun; it may have ended while it had nothing to do."""
        for again in (True, False):
            try:
                ready = asyncio.wrap_future(self.open())
                process = await asyncio.shield(ready)
                assert self._pool is not None
                return process, self._pool.submit(bench.do, work)
            except BrokenProcessPool:
                self._pool = None
                if not again:
                    raise
        raise AssertionError("one of two tries gives or raises")

    def open(self) -> Future[int]:
        """The number of the process once it is loaded."""
        failed = self._ready is not None and self._ready.done() and self._ready.exception() is not None
        if self._pool is None or self._ready is None or failed:
            # spawn: a fork would copy the locks of the server's threads
            self._pool = ProcessPoolExecutor(
                1,
                mp_context=get_context("spawn"),
                initializer=bench.begin,
                initargs=(self._make, self._seconds),
            )
            self._ready = self._pool.submit(bench.load)
        return self._ready

    def close(self) -> None:
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.shutdown(cancel_futures=True)
