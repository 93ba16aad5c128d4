"""Times at growing sizes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

from extractor.deadline import within
from extractor.errors import PageTimeout
from tests.regex_growth.strands import strands
from tests.regex_growth.uses import Use

LIMIT = 3.2  # twice the input: 2 is linear, 4 the square
LEAST = 0.02  # seconds; less is no measure
SIZES = (1 << 13, 1 << 14, 1 << 15)
TOO_LONG = 5.0  # seconds; no need to look further
ANYWHERE = frozenset({"search", "split", "findall", "finditer", "sub", "subn"})


class Growth(NamedTuple):
    """How many times longer twice the input took, and that in seconds."""

    ratio: float
    seconds: float

    def __str__(self) -> str:
        return f"{self.ratio:.1f} times for twice the input, {self.seconds:.2f} s"


def growth_of_pattern(use: Use) -> Iterator[tuple[str, Growth | None]]:
    """Each hostile text, told in a few words, and how its time grows where that is worse than linear."""
    pattern, binary = use.pattern, isinstance(use.pattern.pattern, bytes)
    works: dict[str, Callable[[str | bytes], object]] = {}
    if use.methods & ANYWHERE:
        works["anywhere"] = lambda text: sum(1 for _ in pattern.finditer(text))
    if "match" in use.methods:
        works["at its beginning"] = lambda text: pattern.match(text)
    if "fullmatch" in use.methods:
        works["as a whole"] = lambda text: pattern.fullmatch(text)
    for strand in strands(pattern):
        for how, work in works.items():

            def run(size: int, work: Callable[[str | bytes], object] = work, strand=strand) -> float:  # type: ignore[no-untyped-def]
                text = strand.text(size)
                return seconds(work, text.encode("latin-1", "replace") if binary else text)

            yield f"{how} in {strand.head!r} and {strand.unit!r} on and on", grows(run)


def grows(run: Callable[[int], float], sizes: tuple[int, ...] = SIZES) -> Growth | None:
    """The growth from one size to the next where it is worse than linear; `run` gives seconds of a size."""
    before, last = 0.0, 0
    for size in sizes:
        now = run(size)
        if before > LEAST and now / before > LIMIT:
            first, second = (min(run(n) for _ in range(5)) for n in (last, size))
            if second / first > LIMIT:
                return Growth(second / first, second)
        if now == float("inf"):
            return Growth(now, TOO_LONG)
        before, last = now, size
    return None


def seconds(work: Callable[[str | bytes], object], text: str | bytes) -> float:
    """The time of the process that a work takes; inf: too long."""
    start = time.process_time()
    try:
        within(TOO_LONG, lambda: work(text))
    except PageTimeout:
        return float("inf")
    return time.process_time() - start
