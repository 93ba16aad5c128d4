"""What a build shows on standard error: failures, and on a terminal a bar with rate and time left."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from extractor.cli.guard import say, until_stopped

if TYPE_CHECKING:
    from extractor.dataset import Summary
    from extractor.pages import Limits

Step = Callable[["Summary"], None]


@contextmanager
def shown(paths: Sequence[str], limits: Limits) -> Iterator[Step]:
    """Gives what a build is to call after each page."""
    if not sys.stderr.isatty():
        yield _tell_failures
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]} pages/s, {task.fields[failed]} failed"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("", total=_count(paths, limits), rate="-", failed=0)

        def step(summary: Summary) -> None:
            _tell_failures(summary)
            speed = progress.tasks[0].speed
            rate = f"{speed:.0f}" if speed else "-"
            progress.update(task, completed=summary.pages, rate=rate, failed=summary.failed)

        yield step


def look_for_libraries() -> None:
    """Raises ExtraMissing where what datasets need is not installed."""
    from extractor.errors import ExtraMissing

    if any(find_spec(name) is None for name in ("datasketch", "filelock", "rapidfuzz")):
        raise ExtraMissing(extra="dataset")


def _count(paths: Sequence[str], limits: Limits) -> int | None:
    """How many pages there are, for the time left; standard input does not tell."""
    from extractor.pages import iter_pages

    return None if "-" in paths else sum(1 for _ in until_stopped(iter_pages(paths, limits=limits)))


def _tell_failures(summary: Summary) -> None:
    for source, failure in summary.failures:
        say(f"failed: {source}: {failure.code}: {failure.message}")
    summary.failures.clear()
