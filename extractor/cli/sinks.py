"""Where `extract` brings its outcomes: a stream, or files that can be resumed and appear whole."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TextIO

from extractor.cli.choices import Format
from extractor.cli.formats import head, writer
from extractor.cli.journal import into_place, kept
from extractor.cli.output import opened
from extractor.errors import OutputError, ResumeImpossible

if TYPE_CHECKING:
    from extractor.pages import FailedPage, Page
    from extractor.run import Outcome


class Sink(Protocol):
    """Takes outcomes, and counts them: all, those that failed, and those that are left out."""

    pages: int
    failed: int
    left_out: int

    def past(self, pages: Iterator[Page | FailedPage]) -> Iterator[Page | FailedPage]:
        """The pages without those that an interrupted run has read."""

    def take(self, outcome: Outcome) -> None:
        """Writes one outcome."""


@contextmanager
def sink(
    form: Format, output: Path | None, errors: Path | None, asked: Mapping[str, str], *, resume: bool
) -> Iterator[Sink]:
    """Where results in `form` go: to `output`, or standard output, and those of failed pages to `errors` too.

    `asked` is what a resumed run must have in common with the interrupted one.  Raises OutputError,
    OutputBusy, ExtraMissing, and ResumeMismatch or ResumeImpossible with `resume`.
    """
    if form is Format.PARQUET and output is None and os.isatty(1):
        raise OutputError(path="standard output", reason="Parquet is no text for a terminal; give -o FILE")
    if form is not Format.TABLE and output is not None and _is_file(output) and _is_file(errors):
        if form is Format.PARQUET:
            from extractor.cli.parquet import ready

            ready()
        finish = _packed if form is Format.PARQUET else into_place
        with kept(output, errors, asked, head=head(form), finish=finish, resume=resume) as journal:
            yield journal
    elif resume:
        raise ResumeImpossible(need="-o FILE, a file and no pipe, in one of the formats jsonl, csv, parquet")
    else:
        with ExitStack() as stack:
            write = stack.enter_context(writer(form, stack.enter_context(opened(output))))
            yield _Stream(write, stack.enter_context(opened(errors)) if errors else None)


class _Stream:
    """Writes outcomes as they come."""

    def __init__(self, write: Callable[[str], object], errors: TextIO | None) -> None:
        self.pages = self.failed = self.left_out = 0
        self._write = write
        self._errors = errors

    def past(self, pages: Iterator[Page | FailedPage]) -> Iterator[Page | FailedPage]:
        return pages

    def take(self, outcome: Outcome) -> None:
        self._write(outcome.text)
        if self._errors is not None:
            self._errors.write(outcome.line)
        self.pages += 1
        self.failed += outcome.failure is not None
        self.left_out += outcome.left_out


def _is_file(path: Path | None) -> bool:
    """Whether the path is, or can become, a file that is whole at the end; so is none at all."""
    return path is None or (str(path) != "-" and (path.is_file() or not path.exists()))


def _packed(part: Path, path: Path) -> None:
    """Rows, which can be resumed, to Parquet, which cannot."""
    with (
        part.open(encoding="utf-8", newline="\n") as rows,
        opened(path) as out,
        writer(Format.PARQUET, out) as write,
    ):
        for row in rows:
            write(row)
    part.unlink()
