"""How far a run is, on standard error, for whoever watches a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress

    from extractor.pages import Pages

T = TypeVar("T")


def watched(items: Iterable[T], paths: Sequence[str], pages: Pages, *, quiet: bool = False) -> Iterator[T]:
    """The items; while they pass, a terminal shows their number and rate, and the time left by bytes read."""
    if quiet or not sys.stderr.isatty():
        yield from items
        return
    from extractor.pages import size_of

    with _bar() as progress:
        task = progress.add_task("", total=None, pages=0, rate="-")
        progress.update(task, total=size_of(paths))
        for count, item in enumerate(items, 1):
            yield item
            elapsed = progress.tasks[0].elapsed
            rate = f"{count / elapsed:.0f}" if elapsed else "-"
            progress.update(task, completed=pages.position, pages=count, rate=rate)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[pages]} pages, {task.fields[rate]} pages/s"),
        TimeRemainingColumn(),
        console=Console(file=sys.stderr),
        transient=True,
    )
