"""The command `piagam`: one file a command group, each importing what it needs when it runs."""

from __future__ import annotations

from typing import Annotated

import typer

from extractor.cli import (
    build,
    check,
    evaluate,
    export,
    extract,
    programmes,
    query,
    report,
    resolve,
    schema,
    serve,
)
from extractor.cli.guard import steady

app = typer.Typer(
    name="piagam",
    help="Reads Indonesian news about awards to regional governments into checked records.",
    epilog="Try: piagam extract pages/ -o results.jsonl",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: rich alone would triple the time --help takes
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("extract")(extract.extract)
app.command("build")(build.build)
app.command("check")(check.check)
app.command("export")(export.export)
app.command("query")(query.query)
app.command("report")(report.report)
app.command("resolve")(resolve.resolve)
app.command("schema")(schema.schema)
app.command("serve")(serve.serve)
app.add_typer(programmes.app, name="programmes")
app.command("evaluate")(evaluate.evaluate)


def _version(wanted: bool) -> None:
    if wanted:
        from extractor import __version__

        typer.echo(f"piagam {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Reads Indonesian news about awards to regional governments into checked records."""


def run() -> None:
    """Runs the command line of this process."""
    steady()
    app(prog_name="piagam")
