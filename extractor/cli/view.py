"""Results as tables that people read: the records of each page, and what the checks found."""

from __future__ import annotations

from collections.abc import Iterable
from types import TracebackType
from typing import TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from extractor.cli.guard import visible
from extractor.model import Person, Record, Result

ROWS = 50  # records a table; a stream of pages is printed as it comes, not held
WIDTH = 150  # of output that is no terminal
WIDE = 110  # room for the venue

_STYLE = {"supported": "green", "refuted": "red", "not_enough_info": "dim"}


class Tables:
    """Draws results on `stream`, some records at a time; a context, since the last table comes at its end."""

    def __init__(self, stream: TextIO) -> None:
        width = None if stream.isatty() else WIDTH
        self._console = Console(file=stream, width=width, highlight=False, emoji=False, markup=False)
        self._records: list[tuple[str, Record]] = []
        self._findings: dict[tuple[str, str, str], None] = {}  # page, check, reason: each once, in order
        self._pages = self._silent = 0

    def __enter__(self) -> Tables:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        if kind is None:
            self._draw()
            if self._silent:
                self._console.print(Text(f"{self._silent} of {self._pages} pages without a record"))

    def add(self, result: Result) -> None:
        """Takes a result; draws what is waiting once it fills a table."""
        page = result.article.source
        self._pages += 1
        self._silent += not result.records
        self._records += ((page, record) for record in result.records)
        findings = (*result.findings, *(f for record in result.records for f in record.findings))
        self._findings |= {(page, f.check, f.reason): None for f in findings if f.verdict == "refuted"}
        if len(self._records) >= ROWS:
            self._draw()

    def _draw(self) -> None:
        if self._records:
            self._console.print(_records_table(self._records, wide=self._console.width >= WIDE))
        if self._findings:
            self._console.print(_findings_table(self._findings))
        self._records.clear()
        self._findings.clear()


def _records_table(records: list[tuple[str, Record]], *, wide: bool) -> Table:
    """One row a record; a narrow terminal goes without the venue."""
    venue = ("Venue",) if wide else ()
    table = _table("Page", "Award", "Region", "Tier", "Received by", *venue, "Date", "Verdict")
    for page, record in records:
        place = (_cell(record.venue and record.venue.name),) if wide else ()
        table.add_row(
            _page(page),
            _cell(" ".join(filter(None, (record.programme.id, str(record.edition or ""))))),
            _cell(record.region.name),
            _cell(record.tier.name if record.tier else record.score),
            _cell(_who(record.official) if record.status == "received" else record.status),
            *place,
            _cell(record.date),
            Text(record.verdict.replace("_", " "), _STYLE[record.verdict]),
        )
    return table


def _findings_table(findings: Iterable[tuple[str, str, str]]) -> Table:
    table = _table("Page", "Refuted", "Because")
    for page, check, reason in findings:
        table.add_row(_page(page), Text(check, "red"), _cell(reason))
    return table


def _table(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, no_wrap=column in ("Page", "Date", "Verdict"), overflow="fold")
    return table


def _page(source: str) -> Text:
    """The end of a path: enough to know the page by."""
    return _cell(source.rsplit("/", 1)[-1])


def _who(person: Person | None) -> str | None:
    return (person.name or person.role) if person else None


def _cell(value: object) -> Text:
    return Text("" if value is None else visible(str(value)))
