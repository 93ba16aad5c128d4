"""Measures: the numbers of a sentence in percent or people, each with the metric that its words give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Span

from extractor.model import Metric, Unit
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import Quantity, quantity_of
from extractor.records.view import Stretch
from extractor.records.words import pattern

METRICS: tuple[Metric, ...] = ("active", "pemda_share", "coverage")
WORDS = lexicon("measures")
WHOLE = frozenset(WORDS["whole"])
SAME_THING = frozenset(WORDS["same_thing"])
BARRIERS = tuple(WORDS["barriers"])
UHC_STATUS = re.compile(
    r"uhc (?:non )?prioritas|uhc (?:kategori )?(?:utama|madya|pratama)|uhc awards?|predikat uhc"
)
TO = (["hingga"], ["sampai"], ["-"], ["–"], ["sampai", "dengan"], ["s.d."])
MOST_PEOPLE, LEAST_PEOPLE = 5e8, 1000
MOST_PERCENT = 400
FAR_COVERAGE = 30  # characters from which "cakupan" before a number loses weight
NEAREST = 30  # weight below which a metric is near enough to outdo "penduduk"


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


def measures(sentence: Stretch, previous: Stretch | None, last_figure: Metric | None) -> list[Measured]:
    """Numbers of a sentence that a metric's words stand beside, the same thing said twice having one metric.

    `previous` is the sentence before, `last_figure` the metric of the article's last figure: both
    may carry over.
    """
    found = paired(sentence, list(measured(sentence, previous, last_figure)))
    return [Measured(n.span, n.quantity, n.metric, n.unit) for n in found if n.metric is not None]


def measured(sentence: Stretch, previous: Stretch | None, last_figure: Metric | None) -> Iterator[Number]:
    """Every number in percent or people, with its metric where its words or those before it give one."""
    last = metric_before(previous)
    for number in numbers(sentence):
        metric = metric_of(sentence, number)
        if metric is None and not number.is_people:
            if number.quantity.op in (">=", ">") and last is not None:
                metric = last  # "keaktifannya 79,14 persen, padahal syaratnya minimal 80 persen"
            elif "persentase" in number.before and last_figure is not None:
                metric = "coverage" if last_figure == "participants" else last_figure
        last = metric or last
        yield replace(number, metric=metric)


def numbers(sentence: Stretch) -> Iterator[Number]:
    """The numbers of a sentence that can measure something, with the words up to their neighbours."""
    spans: list[Span | None] = [None, *sentence.quantities, None]
    for left, span, right in zip(spans, spans[1:], spans[2:], strict=False):
        if span is None:
            continue
        quantity = quantity_of(span)
        if is_lower_bound(span, right):
            quantity = Quantity(quantity.value, "percent", quantity.op if quantity.op != "=" else ">=")
        if not is_measure(quantity) or (left is not None and is_lower_bound(left, span)):
            continue
        start = (
            left.end
            if left is not None and quantity_of(left).unit in ("percent", "people")
            else sentence.start
        )
        end = right.start if right is not None else sentence.end
        before = sentence.doc[start : span.start].text.lower()
        yield Number(span, quantity, before, " " + sentence.doc[span.end : end].text.lower())


def is_measure(quantity: Quantity) -> bool:
    if quantity.unit == "percent":
        return quantity.value <= MOST_PERCENT
    return quantity.unit == "people" and LEAST_PEOPLE <= quantity.value <= MOST_PEOPLE


def is_lower_bound(left: Span, right: Span | None) -> bool:
    """ "95 hingga 98 persen": the first number is in percent too, and the bar."""
    if right is None or quantity_of(left).unit is not None or quantity_of(left).value > 100:
        return False
    return quantity_of(right).unit == "percent" and [t.lower_ for t in left.doc[left.end : right.start]] in TO


def metric_before(previous: Stretch | None) -> Metric | None:
    """The one metric that the sentence before speaks of."""
    if previous is None:
        return None
    text = UHC_STATUS.sub(" ", previous.text.lower())
    named: list[Metric] = [m for m in METRICS if pattern("metrics", m).search(text)]
    if not named:
        return None
    return named[0] if len(named) == 1 or (named[0] == "active" and "cakupan" not in text) else None


# --- the metric of one number -------------------------------------------------------------------------------


def metric_of(sentence: Stretch, number: Number) -> Metric | None:
    """The metric whose words stand nearest to the number."""
    before = UHC_STATUS.sub(" ", number.before)[-90:]
    after = UHC_STATUS.sub(" ", number.after)[:60]
    if measures_other(before, after):
        return None
    weight, metric = nearest(before, after)
    if number.is_people:
        return metric_of_people(number, before, after, metric if weight < NEAREST else None) or as_people(
            metric
        )
    if metric is None and pattern("metrics", "coverage").search(sentence.text):
        return "coverage"
    return metric


def measures_other(before: str, after: str) -> bool:
    """Whether the number is of the inactive, or of money, houses and findings."""
    inactive, none = pattern("", "inactive"), pattern("", "none")
    if inactive.search(after[:30]) or inactive.search(before[-35:]):
        return True
    return bool(none.search(before[-40:]) or none.search(after[:25]))


def nearest(before: str, after: str) -> tuple[int, Metric | None]:
    """The metric named nearest to a number, with its weight: three for each character between."""
    best: tuple[int, Metric | None] = (10**9, None)
    for rank, metric in enumerate(METRICS):
        words = pattern("metrics", metric)
        gaps = [len(before) - m.end() for m in words.finditer(before)]
        gaps += [m.start() + 12 for m in words.finditer(after) if reaches(after[: m.start()])]
        for gap in gaps:
            weight = gap * 3 + rank + (25 if metric == "coverage" and gap > FAR_COVERAGE else 0)
            if weight < best[0]:
                best = (weight, metric)
    return best


def metric_of_people(number: Number, before: str, after: str, near: Metric | None) -> Metric | None:
    """What a number of people is called right behind it, or "penduduk" around it where no metric
    is `near`.
    """
    follows = after[:40]
    if names_it("metrics", "pemda_share", follows):
        return "pemda_share"
    if names_it("", "member", follows):
        return "active" if "aktif" in follows else "participants"
    if number.span.text.lower().endswith("penduduk") or after.lstrip().startswith("penduduk"):
        return "population"
    return "population" if near is None and pattern("", "population").search(before[-30:]) else None


def names_it(group: str, name: str, text: str) -> bool:
    """Whether a phrase of the list stands in the words behind a number and still belongs to it."""
    match = pattern(group, name).search(text)
    return match is not None and reaches(text[: match.start()])


def reaches(gap: str) -> bool:
    """Whether words behind a number still belong to it: no comma, no "dan" between."""
    return not any(mark in gap for mark in BARRIERS)


def as_people(metric: Metric | None) -> Metric | None:
    """The metric of the same thing counted in people."""
    return "participants" if metric == "coverage" else metric


# --- numbers in pairs ---------------------------------------------------------------------------------------


def paired(sentence: Stretch, found: list[Number]) -> list[Number]:
    """One thing said in people and in percent ("897.471 jiwa atau 98,60 persen") has one metric."""
    for i, (left, right) in enumerate(pairwise(found)):
        for offset, metric in shared_metrics(sentence, left, right):
            found[i + offset] = replace((left, right)[offset], metric=metric)
    return found


def shared_metrics(sentence: Stretch, left: Number, right: Number) -> Iterator[tuple[int, Metric | None]]:
    """The metrics that two neighbours give each other: (0 for the left or 1 for the right, metric)."""
    doc, at = sentence.doc, right.span.start
    if right.is_people and doc[at - 1].lower_ == "dari":
        if left.is_people:  # "250.000 dari 260.000 jiwa sudah aktif"
            active = "aktif" in doc[right.span.end : sentence.end].text.lower()[:60]
            yield 0, "active" if active else left.metric or "participants"
        if left.is_people or doc[at - 2].lower_ != "lebih":
            yield 1, "population"
            return
    known = [m for m in (left.metric, right.metric) if m not in (None, "population")]
    if left.unit != right.unit and known and is_same_thing(sentence, left, right):
        metric: Metric | None = "coverage" if known[0] == "participants" else known[0]
        yield 0, as_people(metric) if left.is_people else metric
        yield 1, as_people(metric) if right.is_people else metric


def is_same_thing(sentence: Stretch, left: Number, right: Number) -> bool:
    """Whether only "atau", "setara" and words of the whole stand between two numbers."""
    between = sentence.part.words(left.span.end, right.span.start)
    told = [word for word in between if word not in (",", "(") and word not in WHOLE]
    return len(told) <= 2 and SAME_THING.issuperset(told)
