"""`piagam extract --engine`: the same pages by a distributed engine, into a folder of Parquet partitions."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from extractor.cli.choices import Format
from extractor.cli.guard import FAILED, say, until_stopped
from extractor.errors import EngineLost

if TYPE_CHECKING:
    from extractor.pages import Limits
    from extractor.run import Options

_FILES = (".jsonl", ".gz", ".csv")


def refuse(
    paths: Sequence[str],
    output: Path | None,
    form: Format | None,
    errors: Path | None,
    *,
    profile: bool,
) -> None:
    """Raises BadParameter for what an engine cannot do; it says what to do instead."""
    if output is None or str(output) == "-":
        raise typer.BadParameter("--engine writes a folder of Parquet files; name it with -o DIR")
    if (output.exists() and not output.is_dir()) or output.suffix.lower() in _FILES:
        raise typer.BadParameter(f"--engine writes a folder of Parquet files; -o {output} is a file")
    if form not in {None, Format.PARQUET}:
        raise typer.BadParameter(f"--engine writes Parquet; leave out --format {form}")
    if errors is not None:
        raise typer.BadParameter("--engine keeps failed pages as rows with error_code; leave out --errors")
    if profile:
        raise typer.BadParameter("--profile times one process; leave out --engine")
    from extractor.engines.stores import has_keys

    if any(map(has_keys, paths)):
        raise typer.BadParameter("keys in a URL would end in the output; give them by environment variables")
    if "-" in paths:
        raise typer.BadParameter("--engine reads files and folders; standard input reaches no other process")


def distributed(
    paths: Sequence[str],
    output: Path,
    options: Options,
    limits: Limits,
    asked: Mapping[str, str],
    workers: int,
    *,
    with_text: bool,
) -> int:
    """Reads the pages with the engine; gives how many failed, each named on standard error."""
    from extractor.engines import Job, Run, planned, ready

    ready()
    plan = planned(paths)
    run = Run(Job(str(Path.cwd()), str(output), options, limits, with_text), plan, asked)
    try:
        _watch(until_stopped(run.steps(workers)), len(plan.partitions))
    except EngineLost as error:
        say(f"error: {error.message}")
        raise typer.Exit(FAILED) from None
    for source, code, message in run.failures():
        say(f"failed: {source}: {code}: {message}")
    summary = run.summary
    counts = summary.counts
    if plan.skipped:
        say(f"skipped: {plan.skipped} files of other kinds")
    if options.skip_empty:
        say(f"left out: {counts.left_out} pages without an award")
    if summary.lost:
        say(f"lost: workers {summary.lost} times; what they had not written was read again")
    say(f"partitions: {summary.partitions}, {summary.kept} of them from an earlier run")
    say(f"pages: {counts.pages} read, {counts.pages - counts.failed} results, {counts.failed} errors")
    return counts.failed


def _watch(steps: Iterable[int], total: int) -> None:
    """Goes through the steps; a terminal sees how many partitions are whole."""
    if not sys.stderr.isatty():
        for _ in steps:
            pass
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as progress:
        task = progress.add_task("", total=total)
        for whole in steps:
            progress.update(task, completed=whole)
