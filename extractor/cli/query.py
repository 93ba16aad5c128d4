"""`piagam query`: awards of a dataset on the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.guard import guarded, say, visible

if TYPE_CHECKING:
    from extractor.dataset import Award


def query(
    dataset: Annotated[Path, typer.Argument(metavar="DATASET", help="What piagam build made.")],
    text: Annotated[
        str | None, typer.Argument(metavar="TEXT", help="A region or province, or words of any field.")
    ] = None,
    tier: Annotated[str | None, typer.Option("--tier", metavar="ID", help="For instance utama.")] = None,
    programme: Annotated[
        str | None, typer.Option("--programme", metavar="ID", help="For instance uhc-awards.")
    ] = None,
    edition: Annotated[
        int | None, typer.Option("--edition", metavar="YEAR", help="Year of the award.")
    ] = None,
    province: Annotated[
        str | None, typer.Option("--province", metavar="NAME", help="Name or Kemendagri code.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON line an award.")] = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Print the awards found against official totals instead.")
    ] = False,
) -> None:
    """Find awards; print them as a table, or as JSON lines.

    \b
    Examples:
      piagam query awards.db "Kalimantan Selatan" --tier utama
      piagam query awards.db --programme uhc-awards --edition 2026 --json
      piagam query awards.db --coverage --programme uhc-awards
    """
    with guarded():
        from extractor.cli.building import look_for_libraries

        look_for_libraries()
        from extractor.dataset import refresh

        with refresh(dataset, say) as opened:
            if coverage:
                totals = [
                    row
                    for row in opened.coverage().totals
                    if programme in (None, row.programme)
                    and edition in (None, row.edition)
                    and tier in (None, row.tier)
                ]
                if as_json:
                    _print_json(map(asdict, totals))
                else:
                    cells = ((t.programme, t.edition, t.tier, t.unit, t.official, t.found) for t in totals)
                    _print_table(("Award", "Edition", "Tier", "Unit", "Official", "Found"), cells)
                return
            found = opened.awards(
                text=text, tier=tier, programme=programme, edition=edition, province=province
            )
            if as_json:
                _print_json(map(asdict, found))
            else:
                _print_table(_HEADS, map(_cells, found))
                say(f"{len(found)} awards")


_HEADS = ("Award", "Region", "Province", "Tier", "Received by", "Date", "Verdict", "Sources", "Conflicts")


def _cells(award: Award) -> tuple[object, ...]:
    name = " ".join(filter(None, (award.programme, str(award.edition or ""), award.scope)))
    received = award.official_name or award.official_role if award.status == "received" else award.status
    tier = award.tier if award.tier is not None else award.score
    verdict = award.verdict.replace("_", " ")
    sources = award.independent_sources
    return (
        name,
        award.region,
        award.province,
        tier,
        received,
        award.date,
        verdict,
        sources,
        award.conflicts or "",
    )


def _print_json(rows: Iterable[dict[str, object]]) -> None:
    sys.stdout.writelines(json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)


def _print_table(heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in heads:
        table.add_column(head, no_wrap=head in ("Date", "Verdict"), overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if cell is None else visible(str(cell))) for cell in row))
    width = None if sys.stdout.isatty() else 150
    Console(file=sys.stdout, width=width, highlight=False, emoji=False, markup=False).print(table)
