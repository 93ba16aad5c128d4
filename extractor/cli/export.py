"""`piagam export`: a dataset as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.choices import ExportFormat
from extractor.cli.guard import guarded, say


def export(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="What piagam build made.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write into.")],
    form: Annotated[ExportFormat, typer.Option("--format", help="Form of the files.")] = ExportFormat.CSV,
    licence: Annotated[
        str, typer.Option("--licence", metavar="ID", help="SPDX id that a data package names.")
    ] = "CC-BY-4.0",
) -> None:
    """Write awards, statements, conflicts, figures and articles, one file each.

    The same content gives the same bytes, in whatever order the pages came.

    \b
    Examples:
      piagam export awards.db -o awards/
      piagam export awards.db -o package/ --format datapackage --licence CC0-1.0
    """
    with guarded():
        from extractor.cli.building import look_for_libraries

        look_for_libraries()
        from extractor.dataset import export_dataset, refresh

        with refresh(dataset, say) as opened, opened.snapshot():
            export_dataset(opened, output, form.value, licence)
