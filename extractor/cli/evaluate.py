"""`piagam evaluate`: how right the results are, against gold."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from extractor.cli.guard import FAILED, WRONG_USAGE, guarded, say, until_stopped, visible

if TYPE_CHECKING:
    from extractor.evaluate import Corpus, Disagreement, Scores
    from extractor.model import Result


def evaluate(
    corpus: Annotated[
        Path, typer.Argument(metavar="CORPUS", help="A folder with html/ and gold/, or of such.")
    ],
    results: Annotated[
        Path | None,
        typer.Option(
            "--results", metavar="FILE", help="Score these results (jsonl, with text), read no pages."
        ),
    ] = None,
    jobs: Annotated[int, typer.Option("-j", "--jobs", min=1, metavar="N", help="Processes.")] = 1,
    errors: Annotated[bool, typer.Option("--errors", help="Print every disagreement as well.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores as JSON.")] = False,
    floors: Annotated[
        Path | None, typer.Option("--floors", metavar="FILE", help="Demand the scores pinned in FILE.")
    ] = None,
    raise_floors: Annotated[
        bool, typer.Option("--raise-floors", help="Pin the scores reached where they are higher.")
    ] = False,
    allow_lower: Annotated[
        bool, typer.Option("--allow-lower", help="With --raise-floors: pin them where they are lower, too.")
    ] = False,
) -> None:
    """Score extraction against gold.

    Precision, recall and F1 for each field; exact records; pages without an award that stay silent; marks
    that are true; body, title, published day and author.

    \b
    Examples:
      piagam evaluate corpora/dev --errors
      piagam evaluate corpora --floors corpora/floors.json
      piagam evaluate corpora --floors corpora/floors.json --raise-floors

    Exit status: 0 scored; 1 a score is under its floor, or the pages are not those of the floor;
    2 wrong usage.
    """
    short: list[str] = []
    with guarded():
        from extractor.evaluate import find_corpora

        if (raise_floors and floors is None) or (allow_lower and not raise_floors):
            say("error: --raise-floors needs --floors FILE, and --allow-lower needs --raise-floors")
            raise typer.Exit(WRONG_USAGE)
        base = corpus if floors is None else floors.parent
        corpora = {_name(each, base): each for each in find_corpora(corpus)}
        tables: dict[str, Scores] = {}
        for name, each in corpora.items():
            tables[name], disagreements = _scored(each, results, jobs)
            if errors:
                sys.stdout.writelines(f"{visible(str(line))}\n" for line in disagreements)
        sys.stdout.write(_as_json(tables) if as_json else _as_text(tables))
        if floors is not None:
            from extractor.evaluate.floors import check_floors

            short = check_floors(floors, corpus, corpora, tables, lift=raise_floors, allow_lower=allow_lower)
        for line in short:
            say(line)
    if short:
        raise typer.Exit(FAILED)


def _scored(corpus: Corpus, results: Path | None, jobs: int) -> tuple[Scores, list[Disagreement]]:
    from extractor.evaluate import score_articles, score_records

    gold = corpus.gold()
    found = _stored(results) if results else _extracted(corpus, jobs)
    records, wrong_records = score_records({name: each["gold"] for name, each in gold.items()}, found)
    articles, wrong_articles = score_articles({name: each["page"] for name, each in gold.items()}, found)
    return records | articles, wrong_records + wrong_articles


def _extracted(corpus: Corpus, jobs: int) -> dict[str, Result]:
    """Results of the corpus's pages by the page's name without suffix."""
    from functools import partial

    from extractor.cli.formats import render_jsonl
    from extractor.pages import Limits, iter_pages
    from extractor.run import Options, outcomes

    pages = until_stopped(iter_pages([str(corpus.pages)]))
    run = outcomes(pages, Options(), partial(render_jsonl, True), jobs, Limits(max_seconds=0))
    return _by_page(outcome.text for outcome in run)


def _stored(path: Path) -> dict[str, Result]:
    with path.open(encoding="utf-8") as lines:
        return _by_page(line for line in lines if line.strip())


def _by_page(lines: Iterable[str]) -> dict[str, Result]:
    from pydantic import ValidationError

    from extractor.errors import ResultsInvalid
    from extractor.model import Result

    found: dict[str, Result] = {}
    for number, line in enumerate(lines, 1):
        try:
            result = Result.model_validate_json(line)
        except ValidationError as error:
            raise ResultsInvalid(number=number, reason=error.errors()[0]["msg"]) from error
        found[Path(result.article.source).stem] = result
    return found


def _name(corpus: Corpus, base: Path) -> str:
    """The corpus's path from `base`, with slashes; its folder's name where that is `base` itself."""
    name = corpus.path.resolve().as_posix()
    if corpus.path.resolve() == base.resolve():
        return corpus.path.resolve().name
    return os.path.relpath(name, base.resolve()).replace(os.sep, "/")


def _as_json(tables: dict[str, Scores]) -> str:
    content = {
        name: {field: asdict(score) for field, score in scores.items()} for name, scores in tables.items()
    }
    return json.dumps(content, indent=1) + "\n"


def _as_text(tables: dict[str, Scores]) -> str:
    lines = []
    for name, scores in tables.items():
        lines.append(name)
        for field, score in scores.items():
            line = f"  {field:13}{score.value:.3f}  n {score.n:<5}"
            if score.precision is not None and score.recall is not None:
                line += f"  precision {score.precision:.3f}  recall {score.recall:.3f}"
            lines.append(line.rstrip())
    return "\n".join(lines) + "\n"
