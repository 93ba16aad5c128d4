"""`piagam extract`: pages in, one result a page out."""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.choices import Engine, Format, Language
from extractor.cli.guard import FAILED, guarded, say, until_stopped
from extractor.cli.limits import MaxBytes, MaxCharacters, MaxDepth, MaxInflated, MaxSeconds
from extractor.limits import DEFAULTS, Limits

if TYPE_CHECKING:
    from extractor.profiling import Profile
    from extractor.run import Options


def extract(
    ctx: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files or folders; - is standard input.")
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, whole or not at all.")
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Default: by FILE's suffix, a table on a terminal, else jsonl."),
    ] = None,
    jobs: Annotated[
        int, typer.Option("-j", "--jobs", min=1, metavar="N", help="Processes; the output is the same.")
    ] = 1,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Print the articles' text as well (jsonl).")
    ] = False,
    errors: Annotated[
        Path | None, typer.Option("--errors", metavar="FILE", help="Write failed pages' lines there as well.")
    ] = None,
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
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with an interrupted run of the same command.")
    ] = False,
    skip_empty: Annotated[
        bool, typer.Option("--skip-empty", help="Leave out pages without an award, and count them.")
    ] = False,
    engine: Annotated[
        Engine | None,
        typer.Option("--engine", help="Read by a distributed engine; -o is then a folder of Parquet files."),
    ] = None,
    profile: Annotated[
        bool, typer.Option("--profile", help="Tell at the end which stage took how long (one job).")
    ] = False,
) -> None:
    """Read pages about awards; print one result a page.

    Pages are .html, .htm and .txt files, rows of .jsonl, .jsonl.gz and .parquet files, HTML responses of
    .warc and .warc.gz files, or folders of all these.

    \b
    Examples:
      piagam extract page.html
      piagam extract pages/ more.jsonl.gz -o results.jsonl --jobs 4 --errors failed.jsonl
      piagam extract pages/ --format csv > awards.csv
      piagam extract crawl/ -o awards.parquet --jobs 4 --resume
      curl -s https://example.org/news.html | piagam extract - --with-text
      piagam extract crawl/ --engine daft -o results/ --jobs 32

    Exit status: 0 every page was read; 1 some pages failed, each named in the output and on standard
    error; 2 wrong usage.
    """
    if profile and jobs > 1:
        raise typer.BadParameter("--profile times one process; leave out --jobs")
    if engine is not None:
        from extractor.cli.distributed import refuse

        refuse(paths, output, form, errors, profile=profile)
    with guarded(), ExitStack() as stack:
        from extractor.cli.formats import chosen, renderer
        from extractor.cli.progress import watched
        from extractor.cli.sinks import sink
        from extractor.pages import iter_pages
        from extractor.run import Options, outcomes

        on_terminal = sys.stdout.isatty() and output is None
        wanted = chosen(form, output, terminal=on_terminal)
        limits = Limits(max_bytes, max_inflated, max_depth, max_characters, max_seconds)
        options = Options(tuple(programmes or ()), lang.value, whole=with_text, skip_empty=skip_empty)
        if engine is not None and output is not None:
            from extractor.cli.distributed import distributed

            asked = _asked(ctx, Format.PARQUET, options)
            if distributed(paths, output, options, limits, asked, jobs, with_text=with_text):
                raise typer.Exit(FAILED)
            return
        stages = _profile(stack) if profile else None
        pages = iter_pages(paths, stdin=sys.stdin.buffer, limits=limits)
        with sink(wanted, output, errors, _asked(ctx, wanted, options), resume=resume) as out:
            rest = until_stopped(out.past(pages))
            run = outcomes(rest, options, renderer(wanted, with_text=with_text), jobs, limits)
            with closing(run):
                quiet = on_terminal and wanted is not Format.TABLE
                for outcome in watched(run, paths, pages, quiet=quiet):
                    out.take(outcome)
                    if outcome.failure is not None:
                        say(f"failed: {outcome.source}: {outcome.failure.code}: {outcome.failure.message}")
        if pages.skipped:
            say(f"skipped: {pages.skipped} files of other kinds")
        if skip_empty:
            say(f"left out: {out.left_out} pages without an award")
        for line in stages.table() if stages is not None else ():
            say(line)
        say(f"pages: {out.pages} read, {out.pages - out.failed} results, {out.failed} errors")
    if out.failed:
        raise typer.Exit(FAILED)


def _profile(stack: ExitStack) -> Profile:
    from extractor.profiling import profiled

    return stack.enter_context(profiled())


def _asked(ctx: typer.Context, form: Format, options: Options) -> dict[str, str]:
    """What decides about the output's bytes, by its option: a resumed run must be asked the same."""
    from extractor import __version__
    from extractor.programmes import load_catalogue

    asked = {f"--{name.replace('_', '-')}": str(value) for name, value in ctx.params.items()}
    for name in ("--output", "--jobs", "--resume", "--form", "--profile"):
        del asked[name]
    return {
        **asked,
        "paths": asked.pop("--paths"),
        "--format": form,
        "award programmes": load_catalogue(options.programmes).digest,
        "version of Piagam": __version__,
    }
