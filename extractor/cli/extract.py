"""`piagam extract`: pages in, one result a page out."""

from __future__ import annotations

import sys
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.choices import Format, Language
from extractor.cli.guard import FAILED, guarded, say, until_stopped


def extract(
    paths: Annotated[
        list[str], typer.Argument(metavar="PATH", help="Files or folders; - is standard input.")
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, whole or not at all.")
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", help="Default: csv for FILE.csv, a table on a terminal, else jsonl."),
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
    max_bytes: Annotated[
        int, typer.Option("--max-bytes", min=1, metavar="N", help="Size limit of one page.")
    ] = 20_000_000,
) -> None:
    """Read pages about awards; print one result a page.

    Pages are .html, .htm and .txt files, rows of .jsonl and .jsonl.gz files, or folders of all these.

    \b
    Examples:
      piagam extract page.html
      piagam extract pages/ more.jsonl.gz -o results.jsonl --jobs 4 --errors failed.jsonl
      piagam extract pages/ --format csv > awards.csv
      curl -s https://example.org/news.html | piagam extract - --with-text

    Exit status: 0 every page was read; 1 some pages failed, each named in the output and on standard
    error; 2 wrong usage.
    """
    failed = 0
    with guarded(), ExitStack() as stack:
        from extractor.cli.formats import chosen, renderer, writer
        from extractor.cli.output import opened
        from extractor.cli.progress import watched
        from extractor.pages import Limits, iter_pages
        from extractor.run import Options, outcomes

        on_terminal = sys.stdout.isatty() and output is None
        wanted = chosen(form, output, terminal=on_terminal)
        pages = iter_pages(paths, stdin=sys.stdin.buffer, limits=Limits(max_bytes=max_bytes))
        write = stack.enter_context(writer(wanted, stack.enter_context(opened(output))))
        failures = stack.enter_context(opened(errors)) if errors else None
        options = Options(tuple(programmes or ()), lang.value)
        run = outcomes(until_stopped(pages), options, renderer(wanted, with_text=with_text), jobs)
        stack.enter_context(closing(run))
        for outcome in watched(run, quiet=on_terminal and wanted is not Format.TABLE):
            write(outcome.text)
            if outcome.failure is not None:
                failed += 1
                say(f"failed: {outcome.source}: {outcome.failure.code}: {outcome.failure.message}")
                if failures is not None:
                    failures.write(outcome.line)
        if pages.skipped:
            say(f"skipped: {pages.skipped} files of other kinds")
    if failed:
        raise typer.Exit(FAILED)
