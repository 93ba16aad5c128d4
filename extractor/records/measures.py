"""Measures: the numbers of a sentence in percent or people, each with the metric that its words give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from extractor.model import Metric
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import Quantity, quantity_of
from extractor.records.number import Measured, Number
from extractor.records.paired import as_people, paired
from extractor.records.view import Stretch
from extractor.records.words import pattern

METRICS: tuple[Metric, ...] = ("active", "pemda_share", "coverage")
WORDS = lexicon("measures")
BARRIERS = tuple(WORDS["barriers"])
WEAK = frozenset(WORDS["weak"])
CHANGES = frozenset(WORDS["changes"])
BARELY = frozenset(WORDS["barely"])
CARRIED = tuple(WORDS["carried"])
BARE_PEOPLE = re.compile(
    rf"(?<!\w)(?:{'|'.join(WORDS['people_before'])})(?: (?:sebanyak|sekitar|mencapai))?\s*$"
)
PEOPLE_OF_PEMDA = re.compile(rf"^\s*(?:{'|'.join(WORDS['people_behind'])})(?!\w)")
INHABITANTS = re.compile(
    r"(?:^|[,;:]\s*|\bdan |\bdi mana )(?:(?:jumlah |total )?penduduk|(?:jumlah|total) (?:warga|jiwa)"
    r"|populasi)(?: [\w'-]+){0,4}\s*$"
)
UHC_STATUS = re.compile(
    r"uhc (?:non )?prioritas|uhc (?:kategori )?(?:utama|madya|pratama)|uhc awards?|predikat uhc"
)
AMONG_THEM = re.compile(r"^(?:di ?antaranya|dari mereka) ")
TO = (["hingga"], ["sampai"], ["-"], ["–"], ["sampai", "dengan"], ["s.d."])
AND = (["dan"], ["serta"], [",", "dan"])
IN_TURN: tuple[Metric, ...] = ("coverage", "active")
MOST_PEOPLE, LEAST_PEOPLE = 5e8, 1000
MOST_PERCENT = 400
FAR_COVERAGE = 30  # characters from which "cakupan" before a number loses weight
NEAREST = 30  # weight below which a metric is near enough to outdo "penduduk"


def measures(
    sentence: Stretch, previous: Stretch | None, last_figure: Metric | None, *, in_turn: bool = False
) -> list[Measured]:
    """Numbers of a sentence that a metric's words stand beside, the same thing said twice having one metric.

    `previous` is the sentence before, `last_figure` the metric of the last figure: both may carry over.
    `in_turn` marks a sentence of conditions that may leave the metrics out: "Madya 98 persen dan 85 persen".
    """
    if in_turn:
        found = list(bars_in_turn(sentence))
    else:
        found = paired(sentence, list(measured(sentence, previous, last_figure)))
    return [Measured(n.span, n.quantity, n.metric, n.unit) for n in found if n.metric is not None]


def measured(sentence: Stretch, previous: Stretch | None, last_figure: Metric | None) -> Iterator[Number]:
    """Every number in percent or people, with its metric where its words or those before it give one."""
    found = list(numbers(sentence))
    last = metric_before(previous) if found else None
    covers: bool | None = None  # whether the sentence speaks of coverage anywhere, told where it is asked
    here: Number | None = None
    for number in found:
        metric = metric_of(number)
        if metric is None and not number.is_people and not is_of_other(number):
            if here is not None and CHANGES.issuperset(number.before.replace(",", " ").split()):
                metric = here.metric  # "naik dari 78 persen menjadi 96 persen"
            elif number.quantity.op in (">=", ">") and last is not None:
                metric = last  # "keaktifannya 79,14 persen, padahal syaratnya minimal 80 persen"
            elif last_figure is not None and any(word in number.before[-40:] for word in CARRIED):
                metric = "coverage" if last_figure in ("participants", "population") else last_figure
            else:
                if covers is None:
                    covers = names_coverage(sentence)
                metric = "coverage" if covers else None
        last = metric or last
        here = replace(number, metric=metric)
        yield here


def bars_in_turn(sentence: Stretch) -> Iterator[Number]:
    """The bars of a sentence; behind each tier those without a word for their metric are of coverage, then of
    activity.
    """
    open_turns, last = list(IN_TURN), sentence.start
    for number in numbers(sentence, joined=True):
        if any(last <= tier.start < number.span.start for tier in sentence.tiers):
            open_turns = list(IN_TURN)
        metric = metric_of(number)
        if metric is None and not number.is_people and not is_of_other(number) and open_turns:
            metric = open_turns[0]
        if metric in open_turns:
            open_turns.remove(metric)
        last = number.span.end
        yield replace(number, metric=metric)


def names_coverage(sentence: Stretch) -> bool:
    return pattern("metrics", "coverage").search(UHC_STATUS.sub(" ", sentence.text.lower())) is not None


def numbers(sentence: Stretch, *, joined: bool = False) -> Iterator[Number]:
    """The numbers of a sentence that can measure something, with the words up to their neighbours.

    With `joined`, the first of "98 dan 80 persen" is one in percent, too.
    """
    spans: list[Span | None] = [None, *sentence.quantities, None]
    for left, span, right in zip(spans, spans[1:], spans[2:], strict=False):
        if span is None:
            continue
        quantity = quantity_of(span)
        if is_people_unsaid(sentence, span, quantity):
            quantity = Quantity(quantity.value, "people", quantity.op)
        if is_percent_unsaid(sentence, span, quantity):
            quantity = Quantity(quantity.value, "percent", quantity.op)
        if is_lower_bound(span, right):
            quantity = Quantity(quantity.value, "percent", quantity.op if quantity.op != "=" else ">=")
        pair = joined and left is not None and shares_percent(left, span)
        if joined and right is not None and shares_percent(span, right):
            quantity = Quantity(quantity.value, "percent", quantity.op)
        if not is_measure(quantity) or (left is not None and is_lower_bound(left, span)):
            continue
        start = (
            left.end
            if left is not None and (pair or quantity_of(left).unit in ("percent", "people"))
            else sentence.start
        )
        end = right.start if right is not None else sentence.end
        before, after = sentence.part.text(start, span.start), sentence.part.text(span.end, end)
        yield Number(span, quantity, before.lower(), " " + after.lower())


def is_people_unsaid(sentence: Stretch, span: Span, quantity: Quantity) -> bool:
    """ "didaftarkan 105.544", "750 ribu oleh pemerintah daerah": people without a word for them."""
    if quantity.unit is not None or quantity.value < LEAST_PEOPLE or span.text.isdigit():
        return False
    whole = next((q for q in sentence.quantities if q.start == span.end + 1), None)
    if whole is not None and sentence.doc[span.end].lower_ == "dari" and quantity_of(whole).unit == "people":
        return True  # "39.512 dari 39.880 jiwa"
    before, after = sentence.text_before(span.start, 6), sentence.text_behind(span.end, 5)
    return bool(BARE_PEOPLE.search(before) or PEOPLE_OF_PEMDA.search(after))


def is_percent_unsaid(sentence: Stretch, span: Span, quantity: Quantity) -> bool:
    """ "cakupannya 98,05 persen, keaktifannya 80,3": decimals right behind a metric, beside a percentage."""
    if quantity.unit is not None or quantity.value > 100 or quantity.value.is_integer():
        return False
    if not any(quantity_of(q).unit == "percent" for q in sentence.quantities):
        return False
    lead = [word for word in sentence.before(span.start, 3) if word not in BARELY]
    return any(pattern("metrics", metric).fullmatch(word) for metric in METRICS for word in lead[-1:])


def is_measure(quantity: Quantity) -> bool:
    if quantity.unit == "percent":
        return quantity.value <= MOST_PERCENT
    return quantity.unit == "people" and LEAST_PEOPLE <= quantity.value <= MOST_PEOPLE


def is_lower_bound(left: Span, right: Span | None) -> bool:
    """ "95 hingga 98 persen": the first number is in percent too, and the bar."""
    if right is None or quantity_of(left).unit is not None or quantity_of(left).value > 100:
        return False
    return quantity_of(right).unit == "percent" and [t.lower_ for t in left.doc[left.end : right.start]] in TO


def shares_percent(left: Span, right: Span) -> bool:
    """ "98 dan 80 persen": the word behind the second is the first one's, too."""
    if quantity_of(left).unit is not None or quantity_of(left).value > 100:
        return False
    return (
        quantity_of(right).unit == "percent" and [t.lower_ for t in left.doc[left.end : right.start]] in AND
    )


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


def metric_of(number: Number) -> Metric | None:
    """The metric whose words stand nearest to the number."""
    if is_of_other(number):
        return None
    before, after = around(number)
    if names_itself(after):
        before = before[clause_start(before) :]  # "98 persen kepesertaan dan 80 persen aktif"
    weight, metric, weak = nearest(before, after)
    if number.is_people:
        near = metric if weight < NEAREST and not weak else None
        return metric_of_people(number, before, after, near) or as_people(metric)
    return metric


def around(number: Number) -> tuple[str, str]:
    """The words on both sides of a number, without the names of a status."""
    return UHC_STATUS.sub(" ", number.before)[-90:], UHC_STATUS.sub(" ", number.after)[:60]


def is_of_other(number: Number) -> bool:
    """Whether the number is of the inactive, of what is lacking, or of money, houses and findings."""
    before, after = around(number)
    inactive, none = pattern("", "inactive"), pattern("", "none")
    clause = after[: min((after.find(mark) for mark in BARRIERS if mark in after), default=30)]
    if inactive.search(clause[:30]) or inactive.search(before[-35:]):
        return True
    if pattern("", "lacking").match(after.lstrip()) or pattern("", "of_centre").search(after[:45]):
        return True
    return bool(none.search(before[-40:]) or none.search(after[:25]))


def nearest(before: str, after: str) -> tuple[int, Metric | None, bool]:
    """The metric named nearest to a number, with its weight (three for each character between) and
    whether only a weak word names it.

    A weak word ("peserta", "JKN") does not count where its clause speaks of a narrower metric.
    """
    best: tuple[int, Metric | None, bool] = (10**9, None, False)
    narrow = any(
        pattern("metrics", m).search(clause_around(before, after)) for m in ("active", "pemda_share")
    )
    for rank, metric in enumerate(METRICS):
        words = pattern("metrics", metric)
        found = [(len(before) - m.end(), m) for m in words.finditer(before)]
        found += [(m.start() + 12, m) for m in words.finditer(after) if reaches(after[: m.start()])]
        for gap, match in found:
            weak = metric == "coverage" and match[0].lower() in WEAK
            weight = gap * 3 + rank + (25 if metric == "coverage" and gap > FAR_COVERAGE else 0)
            if weight < best[0] and not (weak and narrow):
                best = (weight, metric, weak)
    return best


def clause_start(before: str) -> int:
    """Where the words behind the last barrier begin."""
    before += " "
    return max((before.rfind(mark) + len(mark) for mark in BARRIERS if mark in before), default=0)


def names_itself(after: str) -> bool:
    """Whether the metric's word stands right behind the number: "80 persen aktif"."""
    told = AMONG_THEM.sub("", after.lstrip())
    found = (pattern("metrics", metric).match(told) for metric in METRICS)
    return any(match is not None and match[0].lower() not in WEAK for match in found)


def clause_around(before: str, after: str) -> str:
    """The words around a number up to the next barriers."""
    start = clause_start(before)
    end = min((after.find(mark) for mark in BARRIERS if mark in after), default=len(after))
    return f"{before[start:]} {after[:end]}"


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
    lead = before.rstrip()
    if near is not None or after.lstrip().startswith(("yang", "sudah", "telah", "terdaftar", "atau")):
        named = near is None and pattern("", "population").search(before[-30:]) is not None
    else:
        named = bool(pattern("", "population").search(before[-30:]) or INHABITANTS.search(lead))
    return "population" if named else None


def names_it(group: str, name: str, text: str) -> bool:
    """Whether a phrase of the list stands in the words behind a number and still belongs to it."""
    match = pattern(group, name).search(text)
    return match is not None and reaches(text[: match.start()])


def reaches(gap: str) -> bool:
    """Whether words behind a number still belong to it: no comma, no "dan" between."""
    return not any(mark in gap for mark in BARRIERS)
