"""Scores: the numbers of a clause that are a region's score, and whose each is."""

from __future__ import annotations

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import quantity_of
from extractor.records.places import Place
from extractor.records.view import Stretch

WORDS = lexicon("scores")
SCORING = frozenset(WORDS["words"])
WHOLE_SCORING = frozenset(WORDS["whole_words"])
EARLIER_SCORING = frozenset(WORDS["earlier"])
OTHER_NUMBERS = frozenset(WORDS["other_numbers"])
GOALS = frozenset(WORDS["goals"])
CHANGES = frozenset(WORDS["changes"])
LOOK_BACK = 6  # tokens before a number that are asked about it
HIGHEST = 1000
OWN_REACH, LISTED_REACH = 4, 8  # tokens between a region and its score: alone, and in a list
NOWHERE = 10**9


def scores_of(clause: Stretch) -> list[Span]:
    """Numbers that can be a score: without a unit, or in points, with a word of scoring before or a region
    beside.
    """
    return [span for span in clause.quantities if is_number(clause, span) and is_score(clause, span)]


def is_number(clause: Stretch, span: Span) -> bool:
    """Whether the number has the shape of a score: no year, percentage or span, and decimal unless called a
    score.
    """
    quantity = quantity_of(span)
    if (
        quantity.unit not in (None, "points")
        or quantity.words
        or quantity.value > HIGHEST
        or "-" in span.text
    ):
        return False
    if any(at == span.start for at, _ in clause.years):
        return False
    called = not WHOLE_SCORING.isdisjoint(clause.before(span.start, 3))
    return is_decimal(span) or called or quantity.unit == "points"


def is_score(clause: Stretch, span: Span) -> bool:
    """Whether the words around make the number a score, and not a goal or a difference."""
    back = clause.before(span.start, LOOK_BACK)
    if not OTHER_NUMBERS.isdisjoint(back[-4:]) and SCORING.isdisjoint(back[-2:]):
        return False
    if not GOALS.isdisjoint(back) or clause.cue("criteria", before=span.start):
        return False
    if quantity_of(span).unit == "points" and not CHANGES.isdisjoint(back[-3:]):
        return False
    if not SCORING.isdisjoint(back) or any(0 <= span.start - region.end <= 2 for region in clause.regions):
        return True
    bracketed = span.end < len(clause.doc) and clause.doc[span.end].text == "("
    earlier = not EARLIER_SCORING.isdisjoint(clause.part.words(clause.start, span.start))
    return is_decimal(span) and (earlier or bracketed)


def is_decimal(span: Span) -> bool:
    return "," in span.text or "." in span.text


def score_pairs(recipients: list[Place], scores: list[Span]) -> dict[int, Span]:
    """Scores right behind their region, by its first token: "Rejang Lebong 3,23, Bengkulu 3,12"."""
    reach = LISTED_REACH if len(recipients) > 1 else OWN_REACH
    pairs = {}
    for place in recipients:
        later = [p.span.start for p in recipients if p.span.start > place.span.start]
        limit = min(later, default=NOWHERE)
        close = [s for s in scores if 0 <= s.start - place.span.end <= reach and s.start < limit]
        if close:
            pairs[place.span.start] = close[0]
    return pairs


def own_score(clause: Stretch, scores: list[Span], tier: Span | None) -> Span | None:
    """The score nearest to the tier, or to the start of the clause."""
    origin = tier.start if tier is not None else clause.start
    return min(scores, key=lambda s: abs(s.start - origin), default=None)
