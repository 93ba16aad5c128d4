"""Answers to claims as people read them on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from extractor.cli.guard import visible

if TYPE_CHECKING:
    from extractor.factcheck import Answer, ClaimFinding, Quote
    from extractor.model import Verdict
    from extractor.reconcile.wording import Lang

WIDTH: Final = 100  # of output that is no terminal
STYLE: Final = {"supported": "green", "refuted": "red", "not_enough_info": "yellow"}
MARK: Final = {"supported": "+", "refuted": "x", "not_enough_info": "?"}
NAMES: Final[dict[Lang, dict[Verdict, str]]] = {
    "id": {"supported": "DIDUKUNG", "refuted": "TERBANTAH", "not_enough_info": "BELUM TERBUKTI"},
    "en": {"supported": "SUPPORTED", "refuted": "REFUTED", "not_enough_info": "NOT ENOUGH INFORMATION"},
}
QUOTES: Final = 4
"""How many quotations of a finding are shown; JSON Lines hold all."""


class Printer:
    """Prints answers on `stream`; colour only where it is a terminal."""

    def __init__(self, stream: TextIO, lang: Lang) -> None:
        width = None if stream.isatty() else WIDTH
        self._console = Console(file=stream, width=width, highlight=False, emoji=False, markup=False)
        self._lang: Lang = lang

    def show(self, answer: Answer) -> None:
        head = Text(NAMES[self._lang][answer.verdict], f"bold {STYLE[answer.verdict]}")
        if answer.id is not None:
            head.append(f"  {visible(str(answer.id))}", "dim")
        self._console.print(head)
        self._console.print(Text(visible(answer.claim), "bold"))
        self._console.print(Text(visible(answer.reason)))
        for finding in answer.findings:
            self._finding(finding)
        for note in answer.notes:
            self._console.print(Padding(Text(f"> {visible(note)}", "cyan"), (0, 0, 0, 2), expand=False))
        self._console.print()

    def _finding(self, finding: ClaimFinding) -> None:
        line = Text(f"{MARK[finding.verdict]} ", STYLE[finding.verdict])
        line.append(visible(finding.reason), "default")
        line.append(f"  [{finding.check}]", "dim")
        self._console.print(Padding(line, (0, 0, 0, 2), expand=False))
        for quote in finding.evidence[:QUOTES]:
            self._quote(quote)

    def _quote(self, quote: Quote) -> None:
        words = f"“{visible(quote.text or '')}” — {visible(quote.source)}"
        self._console.print(Padding(Text(words, "italic"), (0, 0, 0, 6), expand=False))
        if quote.link or quote.url:
            self._console.print(
                Padding(Text(visible(quote.link or quote.url or ""), "dim"), (0, 0, 0, 6), expand=False),
                soft_wrap=True,
            )
