"""`piagam report`: a dataset as one page to look at."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.choices import Language
from extractor.cli.guard import guarded, say


def report(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="What piagam build made.")],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="FILE", help="The page; - is standard output.")
    ],
    lang: Annotated[Language, typer.Option("--lang", help="Language of the page.")] = Language.ID,
    programmes: Annotated[
        list[Path] | None,
        typer.Option("--programmes", metavar="DIR", exists=True, help="Further award programmes (YAML)."),
    ] = None,
) -> None:
    """Write one HTML page: map, charts, coverage, conflicts with both quotations, and all awards.

    The page holds all it needs and loads nothing. The same dataset gives the same bytes.

    \b
    Examples:
      piagam report awards.db -o report.html
      piagam report awards.db -o report.html --lang en
    """
    with guarded():
        from extractor.cli.output import opened
        from extractor.dataset import refresh
        from extractor.errors import ExtraMissing
        from extractor.programmes import load_catalogue

        try:
            from extractor.report import render_report
        except ModuleNotFoundError as error:
            if (error.name or "").partition(".")[0] == "extractor":
                raise
            raise ExtraMissing(extra="report") from error

        catalogue = load_catalogue(programmes or ())
        with refresh(dataset, say) as source:
            page = render_report(source, lang.value, catalogue)
        with opened(output) as stream:
            stream.write(page)
