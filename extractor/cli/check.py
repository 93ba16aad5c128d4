"""`piagam check`: claims in, one verdict a claim out."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

import typer

from extractor.cli.choices import AnswerFormat, FailOn, Language
from extractor.cli.guard import FAILED, WRONG_USAGE, guarded, say, until_stopped
from extractor.cli.limits import MaxBytes, MaxCharacters, MaxDepth, MaxInflated, MaxSeconds
from extractor.limits import DEFAULTS, Limits

if TYPE_CHECKING:
    from extractor.errors import PageError
    from extractor.factcheck import Answer, Checker
    from extractor.model import Failure
    from extractor.pages import FailedPage, Page

    Told: TypeAlias = tuple[Answer, str | None]  # an answer, and what kept its page or row from being read


def check(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...", help="Articles whose awards and claims are checked; - is standard input."
        ),
    ] = None,
    claim: Annotated[
        list[str] | None, typer.Option("--claim", metavar="TEXT", help="A claim in words.")
    ] = None,
    claims: Annotated[
        Path | None,
        typer.Option("--claims", metavar="FILE", help="Rows of JSON with id and claim; - is standard input."),
    ] = None,
    dataset: Annotated[
        Path | None,
        typer.Option(
            "--dataset", metavar="DATASET", help="What `piagam build` made; else facts alone decide."
        ),
    ] = None,
    form: Annotated[
        AnswerFormat | None, typer.Option("--format", help="Default: text on a terminal, else jsonl.")
    ] = None,
    lang: Annotated[Language, typer.Option("--lang", help="Language of the reasons.")] = Language.ID,
    fail_on: Annotated[
        FailOn | None, typer.Option("--fail-on", help="Exit with 1 where a verdict is this one.")
    ] = None,
    programmes: Annotated[
        list[Path] | None,
        typer.Option("--programmes", metavar="DIR", exists=True, help="Further award programmes (YAML)."),
    ] = None,
    max_bytes: MaxBytes = DEFAULTS.max_bytes,
    max_inflated: MaxInflated = DEFAULTS.max_inflated,
    max_depth: MaxDepth = DEFAULTS.max_depth,
    max_characters: MaxCharacters = DEFAULTS.max_characters,
    max_seconds: MaxSeconds = DEFAULTS.max_seconds,
    author: Annotated[
        str | None, typer.Option("--author", metavar="NAME", help="Who publishes the review (claimreview).")
    ] = None,
    author_url: Annotated[
        str | None,
        typer.Option("--author-url", metavar="URL", help="Address of who publishes it (claimreview)."),
    ] = None,
    review_url: Annotated[
        str | None, typer.Option("--review-url", metavar="URL", help="Address of the review (claimreview).")
    ] = None,
) -> None:
    """Check claims; print one verdict a claim, with reason, evidence and sources.

    A verdict is supported, refuted or not_enough_info.  Without a dataset the reference facts, arithmetic and
    the calendar alone decide.

    \b
    Examples:
      piagam check --claim "UHC Awards 2026 digelar Rabu (28/1/2026) di JIExpo Kemayoran."
      piagam check --dataset awards.db --claims claims.jsonl > verdicts.jsonl
      piagam check --dataset awards.db article.html --format claimreview --author "Redaksi"

    Exit status: 0 whatever the verdicts; 1 a row or page could not be read, or --fail-on met its verdict;
    2 wrong usage.
    """
    given = [bool(paths), bool(claim), claims is not None]
    if sum(given) != 1:
        say("error: give one of --claim TEXT, --claims FILE and PATH")
        raise typer.Exit(WRONG_USAGE)
    if claims is not None and str(claims) != "-" and not claims.is_file():
        say(f"error: there is no file {str(claims)!r}")
        raise typer.Exit(WRONG_USAGE)
    failed = hit = False
    with guarded(), ExitStack() as stack:
        from extractor.dataset import open_dataset
        from extractor.factcheck import Checker
        from extractor.run import Options, loaded

        limits = Limits(max_bytes, max_inflated, max_depth, max_characters, max_seconds)
        options = Options(tuple(programmes or ()), lang.value)
        source = stack.enter_context(open_dataset(dataset)) if dataset is not None else None

        def made() -> Checker:
            return Checker(loaded(options, limits), source, lang.value)

        write = _writer(form, lang, author, author_url, review_url)
        rows = (
            _of_pages(made, paths, limits)
            if paths
            else _of_claims(made(), claim or _lines(claims), words=bool(claim))
        )
        for answer, problem in until_stopped(rows):
            write(answer)
            hit |= fail_on is not None and answer.verdict == fail_on.value
            if problem is not None:
                failed = True
                say(f"failed: {problem}")
    if failed or hit:
        raise typer.Exit(FAILED)


def _lines(path: Path | None) -> Iterator[bytes]:
    """The rows of a file, or of standard input, as they come."""
    if path is None or str(path) == "-":
        yield from sys.stdin.buffer
        return
    with path.open("rb") as stream:
        yield from stream


def _of_claims(checker: Checker, rows: Any, *, words: bool) -> Iterator[Told]:
    """Answers to claims in words, or to rows of JSON; a row that cannot be read gives an answer that says
    so."""
    from extractor.factcheck.articles import unread

    for number, row in enumerate(rows, 1):
        if words:
            yield checker.check(row), None
            continue
        if not row.strip():
            continue
        claim_id, text, problem = _parsed(row)
        if text is None:
            yield unread(claim_id, "row.invalid", problem, checker.lang), f"row {number}: {problem}"
        else:
            yield checker.check(text, claim_id), None


def _parsed(row: bytes) -> tuple[str | int | None, str | None, str]:
    """A row's id and claim; no claim, and why, where it holds none."""
    try:
        value = json.loads(row.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return None, None, f"no JSON object: {error}"
    if not isinstance(value, dict):
        return None, None, "no JSON object"
    known = value.get("id")
    claim_id = known if isinstance(known, (str, int)) and not isinstance(known, bool) else None
    text = value.get("claim")
    if not isinstance(text, str) or not text.strip():
        return claim_id, None, "no text in the field claim"
    return claim_id, text, ""


def _of_pages(made: Callable[[], Checker], paths: list[str], limits: Limits) -> Iterator[Told]:
    """Answers to what articles say themselves."""
    from extractor.deadline import within
    from extractor.errors import PageTimeout
    from extractor.pages import iter_pages

    checker = made()
    for page in iter_pages(paths, stdin=sys.stdin.buffer, limits=limits):
        try:
            answers = within(limits.max_seconds, partial(_of_page, checker, page))
        except PageTimeout as error:
            checker = made()  # one broken off in the middle of its work is not to be trusted
            answers = [_unread(checker, page.source, error)]
        yield from answers


def _of_page(checker: Checker, page: Page | FailedPage) -> list[Told]:
    from extractor.core import read_whatever
    from extractor.factcheck import check_article

    result = read_whatever(checker.extractor, page)
    if result.error is not None:
        return [_unread(checker, page.source, result.error)]
    return [(answer, None) for answer in check_article(checker, result)]


def _unread(checker: Checker, source: str, error: PageError | Failure) -> Told:
    from extractor.factcheck.articles import unread

    told = f"{source}: {error.code}: {error.message}"
    return unread(source, error.code, error.message, checker.lang), told


def _writer(
    form: AnswerFormat | None,
    lang: Language,
    author: str | None,
    author_url: str | None,
    review_url: str | None,
) -> Callable[[Answer], None]:
    """Writes one answer to standard output in the form asked for."""
    chosen = form or (AnswerFormat.TEXT if sys.stdout.isatty() else AnswerFormat.JSONL)
    if chosen is AnswerFormat.TEXT:
        from extractor.cli.answers import Printer

        return Printer(sys.stdout, lang.value).show
    if chosen is AnswerFormat.JSONL:
        return lambda answer: _line(answer.model_dump(mode="json"))
    from extractor.factcheck.claimreview import Publisher, claim_review

    publisher = Publisher(author, author_url, review_url)
    return lambda answer: _line(claim_review(answer, publisher, lang.value))


def _line(value: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False) + "\n")
    sys.stdout.flush()
