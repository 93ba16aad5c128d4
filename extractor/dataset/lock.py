"""One builder at a time: a lock that ends with its process, however it ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from extractor.errors import DatasetBusy


@contextmanager
def building(path: Path, *, wait: bool, tell: Callable[[str], object]) -> Iterator[None]:
    """Holds the dataset's lock, a file beside it.

    Where another builder holds it, `tell` is told and this one waits; without `wait`, raises DatasetBusy.
    """
    lock = FileLock(path.with_name(path.name + "-lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        if not wait:
            raise DatasetBusy(path=str(path)) from None
        tell("another build is at work on this dataset; waiting until it is done")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
