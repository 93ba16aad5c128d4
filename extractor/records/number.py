"""A number of a sentence in percent or people, before and after its metric is settled."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Span

from extractor.model import Metric, Unit
from extractor.pipes.mentions import Quantity


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and the metric its words give it."""

    span: Span
    quantity: Quantity
    metric: Metric
    unit: Unit


@dataclass(frozen=True, slots=True)
class Number:
    """A number in percent or people before its metric is settled, with the words on its both sides."""

    span: Span
    quantity: Quantity
    before: str
    after: str
    metric: Metric | None = None

    @property
    def is_people(self) -> bool:
        return self.quantity.unit == "people"

    @property
    def unit(self) -> Unit:
        return "people" if self.is_people else "percent"
