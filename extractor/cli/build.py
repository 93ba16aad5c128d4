"""`piagam build`: pages into a dataset."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.choices import Language
from extractor.cli.guard import FAILED, guarded, say, until_stopped
from extractor.cli.limits import MaxBytes, MaxCharacters, MaxDepth, MaxInflated, MaxSeconds
from extractor.limits import DEFAULTS, Limits

if TYPE_CHECKING:
    from extractor.dataset import Summary


def build(
    dataset: Annotated[
        Path, typer.Argument(metavar="DATASET", help="The SQLite file to make or bring up to date.")
    ],
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files or folders; - is standard input.")
    ],
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", min=1, metavar="N", help="Processes; the dataset is the same.")
    ] = 1,
    reextract: Annotated[
        bool, typer.Option("--reextract", help="Read pages again that are known already.")
    ] = False,
    no_wait: Annotated[
        bool, typer.Option("--no-wait", help="Leave at once if another build is at work on DATASET.")
    ] = False,
    programmes: Annotated[
        list[Path] | None,
        typer.Option("--programmes", metavar="DIR", exists=True, help="Further award programmes (YAML)."),
    ] = None,
    lang: Annotated[
        Language, typer.Option("--lang", help="Language of the findings' reasons.")
    ] = Language.ID,
    max_bytes: MaxBytes = DEFAULTS.max_bytes,
    max_inflated: MaxInflated = DEFAULTS.max_inflated,
    max_depth: MaxDepth = DEFAULTS.max_depth,
    max_characters: MaxCharacters = DEFAULTS.max_characters,
    max_seconds: MaxSeconds = DEFAULTS.max_seconds,
) -> None:
    """Extract pages into one SQLite file, and resolve them into awards.

    Pages that are known already are passed over. Stopped at any moment, the same command goes on from there.

    \b
    Examples:
      piagam build awards.db pages/
      piagam build awards.db pages/ more.jsonl.gz --jobs 4

    Exit status: 0 every page was read; 1 some pages failed, each named on standard error, or the file
    cannot be written; 2 wrong usage.
    """
    with guarded():
        from extractor.cli.building import look_for_libraries, shown

        look_for_libraries()
        from extractor.dataset import build_dataset
        from extractor.run import Options

        limits = Limits(max_bytes, max_inflated, max_depth, max_characters, max_seconds)
        with shown(paths, limits) as step:
            done = build_dataset(
                dataset,
                paths,
                options=Options(tuple(programmes or ()), lang.value),
                limits=limits,
                jobs=jobs,
                reextract=reextract,
                wait=not no_wait,
                stdin=sys.stdin.buffer,
                step=step,
                around=until_stopped,
                tell=say,
            )
        _sum_up(done)
    if done.failed:
        raise typer.Exit(FAILED)


def _sum_up(done: Summary) -> None:
    if done.other_files:
        say(f"skipped: {done.other_files} files of other kinds")
    say(f"pages: {done.read} read, {done.known} known already, {done.failed} failed")
    say(f"dataset: {done.articles} articles, {done.awards} awards, {done.conflicts} conflicts")
