"""Numbers in pairs: one thing said in people and in percent, or as a part of a whole, has one metric."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.model import Metric
from extractor.pipes.lexicon import lexicon
from extractor.records.number import Number
from extractor.records.view import Stretch

WORDS = lexicon("measures")
WHOLE = frozenset(WORDS["whole"])
ABOUT = frozenset(WORDS["about"])
SAME_THING = frozenset(WORDS["same_thing"])


def as_people(metric: Metric | None) -> Metric | None:
    """The metric of the same thing counted in people."""
    return "participants" if metric == "coverage" else metric


def paired(sentence: Stretch, found: list[Number]) -> list[Number]:
    """One thing said in people and in percent ("897.471 jiwa atau 98,60 persen") has one metric.

    Behind a whole ("X dari Y jiwa atau Z persen") the percentage is of the part before it.
    """
    for right in range(1, len(found)):
        left = right - 1
        whole = found[left].metric == "population" and found[left].is_people
        if (
            whole
            and left
            and is_same_thing(sentence, found[left], found[right])
            and is_whole(sentence, found[left])
        ):
            changes = dict(share(found[left - 1], found[right]))
            found[left - 1] = replace(found[left - 1], metric=changes.get(0, found[left - 1].metric))
            found[right] = replace(found[right], metric=changes.get(1, found[right].metric))
            continue
        for offset, metric in list(shared_metrics(sentence, found[left], found[right])):
            found[left + offset] = replace(found[left + offset], metric=metric)
    return found


def is_whole(sentence: Stretch, number: Number) -> bool:
    """Whether a number of people stands behind "dari"."""
    return sentence.word_before(number.span.start) == "dari"


def shared_metrics(sentence: Stretch, left: Number, right: Number) -> Iterator[tuple[int, Metric | None]]:
    """The metrics that two neighbours give each other: (0 for the left or 1 for the right, metric)."""
    doc, at = sentence.doc, right.span.start
    whole_at = at - 1
    while doc[whole_at].lower_ in ABOUT and whole_at > left.span.end:
        whole_at -= 1  # "dari sekitar 1,9 juta jiwa"
    if right.is_people and doc[whole_at].lower_ == "dari":
        if left.is_people:  # "250.000 dari 260.000 jiwa sudah aktif"
            active = "aktif" in doc[right.span.end : sentence.end].text.lower()[:60]
            yield 0, "active" if active else left.metric or "participants"
        if left.is_people or doc[whole_at - 1].lower_ != "lebih":
            yield 1, "population"
            return
    between = right.before.lstrip(" %)")
    if right.metric == "population" and between.startswith((",", ";")) and len(between) > 1:
        return  # "keaktifan 86,9 persen, jumlah penduduk 143.776 jiwa" are two things
    if left.unit != right.unit and is_same_thing(sentence, left, right):
        yield from share(left, right)


def share(left: Number, right: Number) -> Iterator[tuple[int, Metric | None]]:
    """One thing in people and in percent: the narrower metric of the two for both."""
    known = [m for m in (left.metric, right.metric) if m not in (None, "population")]
    if not known:
        return
    narrow = next((m for m in known if m in ("active", "pemda_share")), known[0])
    metric: Metric | None = "coverage" if narrow == "participants" else narrow
    yield 0, as_people(metric) if left.is_people else metric
    yield 1, as_people(metric) if right.is_people else metric


def is_same_thing(sentence: Stretch, left: Number, right: Number) -> bool:
    """Whether only "atau", "setara" and words of the whole stand between two numbers."""
    between = sentence.part.words(left.span.end, right.span.start)
    told = [word for word in between if word not in (",", "(") and word not in WHOLE]
    return len(told) <= 2 and SAME_THING.issuperset(told)
