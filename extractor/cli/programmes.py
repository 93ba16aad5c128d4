"""`piagam programmes`: what the award programmes say, and whether a file holds a valid one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from extractor.cli.guard import FAILED, WRONG_USAGE, guarded, say

app = typer.Typer(
    help="Look at award programmes, or check files that hold them.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Further = Annotated[
    list[Path] | None,
    typer.Option("--programmes", metavar="DIR", exists=True, help="Further award programmes (YAML)."),
]


@app.command("list")
def list_(programmes: Further = None) -> None:
    """List the programmes: id, name, tiers and editions, with tabs between them.

    \b
    Example:
      piagam programmes list
    """
    with guarded():
        from extractor.programmes import load_catalogue

        for programme in load_catalogue(tuple(programmes or ())).programmes:
            tiers = " ".join(tier.id for tier in programme.tiers)
            editions = " ".join(str(edition.year) for edition in programme.editions)
            sys.stdout.write("\t".join((programme.id, programme.name, tiers, editions)) + "\n")


@app.command()
def show(
    programme_id: Annotated[str, typer.Argument(metavar="ID", help="For instance uhc-awards.")],
    programmes: Further = None,
) -> None:
    """Print a programme as YAML: its tiers, editions and criteria, each with its sources.

    \b
    Example:
      piagam programmes show uhc-awards
    """
    with guarded():
        import yaml

        from extractor.programmes import load_catalogue

        catalogue = load_catalogue(tuple(programmes or ()))
        programme = catalogue.get(programme_id)
        if programme is None:
            known = ", ".join(each.id for each in catalogue.programmes)
            say(f"error: there is no programme {programme_id!r}; there are {known}")
            raise typer.Exit(WRONG_USAGE)
        content = programme.model_dump(mode="json", exclude_defaults=True)
        yaml.safe_dump(content, sys.stdout, allow_unicode=True, sort_keys=False, width=110)


@app.command()
def validate(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="YAML files, or folders of them.")],
) -> None:
    """Check programme files: their form, and whether their facts agree with each other.

    \b
    Example:
      piagam programmes validate my-programmes/

    Exit status: 0 all is well; 1 there are problems, one a line on standard output.
    """
    with guarded():
        from extractor.programmes import validate as problems_of

        problems = [problem for path in paths for problem in problems_of(path)]
        for problem in problems:
            sys.stdout.write(f"{problem}\n")
    if problems:
        raise typer.Exit(FAILED)
