"""What reads articles and claims, as one process has it."""

from __future__ import annotations

import copy
import os
import signal
from collections.abc import Callable, Sequence
from functools import partial
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from typing import TypeVar

from extractor.core import Extractor
from extractor.dataset import Dataset, open_dataset
from extractor.dataset.signature import signature
from extractor.deadline import within
from extractor.errors import PageTimeout
from extractor.factcheck import Checker
from extractor.reconcile.wording import Lang
from extractor.web.limits import Limits

T = TypeVar("T")

Stamp = tuple[tuple[int, int, int, int] | None, ...]

NICE = 5
"""Reading steps back behind the server, whose pages cost little and are waited for."""

WARMING = "Kabupaten Balangan meraih UHC Awards 2026 kategori Utama di Jakarta, Selasa (27/1/2026)."


def stamp(path: Path) -> Stamp:
    """What changes when the dataset is written or replaced: the file and its log of changes."""
    return tuple(_state(Path(f"{path}{suffix}")) for suffix in ("", "-wal"))


def _state(path: Path) -> tuple[int, int, int, int] | None:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_dev, seen.st_ino, seen.st_size, seen.st_mtime_ns


class Bench:
    """The extractor and the checkers; of use in one thread alone, as spaCy and SQLite want it."""

    def __init__(self, dataset: Path | None, programmes: Sequence[Path], limits: Limits) -> None:
        self._path = dataset
        self._wait = limits.lock_seconds
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
        self._dataset, self._stamp = open_dataset(self._path, wait=self._wait), now


_make: Callable[[], Bench] | None = None
_seconds = 0.0
_bench: Bench | None = None


def begin(make: Callable[[], Bench], seconds: float) -> None:
    """Readies the process; Ctrl-C is for the server, which then ends it."""
    global _make, _seconds
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    if hasattr(os, "nice"):
        os.nice(NICE)
    _make, _seconds = make, seconds


def load() -> int:
    """Loads what reading needs, down to what the first date and the first copy would wait for.

    Gives the number of the process.
    """
    _own().extractor("id").nlp(WARMING)
    signature(WARMING * 5)
    return os.getpid()


def do(work: Callable[[Bench], T]) -> T:
    """What `work` makes at the process's bench.  Raises PageTimeout, and whatever `work` raises."""
    global _bench
    try:
        return within(_seconds, partial(work, _own()))
    except PageTimeout:
        _bench = None  # it was left in the middle of something
        raise


def _own() -> Bench:
    global _bench
    assert _make is not None, "the process was not readied"
    if _bench is None:
        _bench = _make()
    return _bench


def _end_with_parent() -> None:
    """A server that is killed cannot end its process, which would wait for ever."""
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)
