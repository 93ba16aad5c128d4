"""Ordered work in many processes: bounded, equal to one process, and a dying worker costs one item alone."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Generic, TypeVar

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 4  # items in flight for each process: enough to keep it busy, few enough for memory

_work: Callable[[Any], Any] | None = None


def ordered_map(
    make: Callable[[], Callable[[A], B]], items: Iterable[A], jobs: int, lost: Callable[[A], B]
) -> Iterator[B]:
    """`make()(item)` for every item, in the order of `items`, by `jobs` processes (1: in this one).

    Each process calls `make` once; `make`, the items and the outcomes must be picklable when `jobs` > 1.  At
    most `AHEAD * jobs` items wait in memory.  `lost(item)` stands for an item that kills its process twice.
    """
    if jobs == 1:
        yield from map(make(), items)
        return
    workers = _Workers(make, jobs, lost)
    try:
        yield from workers.run(items)
    finally:
        workers.close()


class _Workers(Generic[A, B]):
    """A pool of processes, started anew when one of them dies."""

    def __init__(self, make: Callable[[], Callable[[A], B]], jobs: int, lost: Callable[[A], B]) -> None:
        self._make = make
        self._jobs = jobs
        self._lost = lost
        self._pool = self._start(jobs)
        self._single: ProcessPoolExecutor | None = None

    def run(self, items: Iterable[A]) -> Iterator[B]:
        waiting: deque[tuple[A, Future[B]]] = deque()
        for item in items:
            waiting.append((item, self._submit(item)))
            if len(waiting) >= AHEAD * self._jobs:
                yield self._result(*waiting.popleft())
        while waiting:
            yield self._result(*waiting.popleft())

    def close(self) -> None:
        """Ends all processes once the items they work on are done; waiting items are dropped."""
        for pool in (self._pool, self._single):
            if pool is not None:
                pool.shutdown(cancel_futures=True)

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        # spawn: a fork would copy threads' locks (a progress display runs one)
        return ProcessPoolExecutor(
            jobs, mp_context=get_context("spawn"), initializer=_begin, initargs=(self._make,)
        )

    def _submit(self, item: A) -> Future[B]:
        try:
            return self._pool.submit(_do, item)
        except BrokenProcessPool:
            self._pool = self._start(self._jobs)
            return self._pool.submit(_do, item)

    def _result(self, item: A, future: Future[B]) -> B:
        try:
            return future.result()
        except BrokenProcessPool:
            return self._alone(item)

    def _alone(self, item: A) -> B:
        """The outcome of an item whose pool broke, in a process where it can harm no other."""
        if self._single is None:
            self._single = self._start(1)
        try:
            result: B = self._single.submit(_do, item).result()
        except BrokenProcessPool:
            self._single = None
            return self._lost(item)
        return result


def _begin(make: Callable[[], Callable[[Any], Any]]) -> None:
    """Readies a process; Ctrl-C is for the parent, which then ends its processes."""
    global _work
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _work = make()


def _do(item: Any) -> Any:
    assert _work is not None, "the process was not readied"
    return _work(item)


def _end_with_parent() -> None:
    """Ends this process once its parent is gone: killed, the parent cannot do it, and would be waited for."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
