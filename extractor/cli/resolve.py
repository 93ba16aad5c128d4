"""`piagam resolve`: open conflicts of a dataset, and editors' decisions."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from extractor.cli.guard import guarded, say

if TYPE_CHECKING:
    from extractor.dataset import Conflict, Dataset


def resolve(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="What piagam build made.")],
    decisions: Annotated[
        Path | None,
        typer.Option("--decisions", metavar="FILE", help="Take the decisions of this CSV file first."),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write the list here, as CSV.")
    ] = None,
    settled: Annotated[
        bool, typer.Option("--settled", help="List conflicts that are settled as well.")
    ] = False,
    decided: Annotated[
        bool,
        typer.Option("--decided", help="List the decisions taken instead, as CSV."),
    ] = False,
) -> None:
    """List open conflicts as CSV, and take editors' decisions.

    Fill in value, who and why in the list and give it back with --decisions. Decisions stand above all
    sources and survive builds. A row with who and why but no value takes a decision back.

    \b
    Examples:
      piagam resolve awards.db -o conflicts.csv
      piagam resolve awards.db --decisions conflicts.csv

    Exit status: 0 all went well; 2 a row of FILE is no decision, and none was taken.
    """
    with guarded():
        from extractor.cli.building import look_for_libraries

        look_for_libraries()
        from extractor.cli.output import opened as opened_output
        from extractor.dataset import decide, refresh

        if decisions is not None:
            say(f"decisions taken: {decide(dataset, decisions, say)}")
        with refresh(dataset, say) as opened:
            if decisions is None or output is not None or settled or decided:
                rows = _decided(opened) if decided else _open(opened, settled=settled)
                with opened_output(output) if output else nullcontext(sys.stdout) as stream:
                    _write(stream, rows)
            say(f"open conflicts: {len(opened.conflicts(open_only=True))}")


def _open(dataset: Dataset, *, settled: bool) -> Iterator[dict[str, object]]:
    """One row a field of an award: who says what, and room for a decision."""
    names = {article.id: article.source for article in dataset.iter_articles()}
    conflicts = dataset.conflicts(open_only=not settled)
    for (award_id, field), group in groupby(conflicts, key=lambda c: (c.award_id, c.field)):
        rows = list(group)
        first = rows[0]
        sides = [(first.preferred, first.preferred_articles, first.preferred_quote)]
        sides += [(c.value, c.value_articles, c.value_quote) for c in rows]
        stated = " | ".join(_side(names, *side) for side in sides)
        yield {**_award(first), "award_id": award_id, "field": field, "stated": stated}


def _side(names: dict[str, str | None], value: str, articles: Iterable[str], quote: str | None) -> str:
    told = f" “{quote}”" if quote else ""
    return f"{value}: {', '.join(names.get(a) or a for a in articles)}{told}"


def _award(conflict: Conflict) -> dict[str, object]:
    columns = ("programme", "edition", "region_code", "region", "scope")
    return {column: getattr(conflict, column) for column in columns}


def _decided(dataset: Dataset) -> Iterator[dict[str, object]]:
    for each in dataset.decisions():
        award = dataset.award(each.award_id)
        columns = ("programme", "edition", "region_code", "region", "scope")
        row: dict[str, object] = {column: getattr(award, column) for column in columns} if award else {}
        yield {
            **row,
            "award_id": each.award_id,
            "field": each.field,
            "value": each.value,
            "who": each.who,
            "why": each.why,
        }


def _write(stream: TextIO, rows: Iterable[dict[str, object]]) -> None:
    from extractor.dataset.decisions import COLUMNS, FILLED

    out = csv.DictWriter(stream, (*COLUMNS, *FILLED), lineterminator="\n")
    out.writeheader()
    out.writerows(
        {k: " ".join(v.split()) if isinstance(v, str) else v for k, v in row.items()} for row in rows
    )
