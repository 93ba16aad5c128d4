"""The statement: one clause's word on one award; and the ledger that holds an article's statements."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from extractor.records.places import Place
from extractor.records.scope import Standing
from extractor.records.view import Stretch


@dataclass
class Statement:
    """One clause's word on one award: a region (null: the article's own), a tier, a score, and
    how it stands.
    """

    programme: str
    clause: Stretch
    standing: Standing
    place: Place | None = None
    tier: Span | None = None
    score: Span | None = None
    year: int | None = None
    listed: bool = False

    @property
    def is_won(self) -> bool:
        """Whether the award is this edition's, handed over or announced."""
        return self.standing in ("received", "announced")


class Ledger:
    """The statements of an article, in reading order."""

    def __init__(self) -> None:
        self.found: list[Statement] = []

    def add(self, statement: Statement) -> None:
        self.found.append(statement)

    @property
    def last(self) -> Statement | None:
        return self.found[-1] if self.found else None
