"""Ranking lists: tiers that a count shares out over a list in order of score.

"lima daerah berpredikat Baik, enam lainnya Cukup" over eleven regions with their scores: the five highest
are Baik.
"""

from __future__ import annotations

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import quantity_of, tier_of
from extractor.programmes.model import Programme
from extractor.records.statement import Statement
from extractor.records.view import Stretch, View

NUMBERS: dict[str, int] = lexicon("quantities")["words"]
Shares = list[tuple[Span, int]]  # tiers in the text's order, each with how many regions have it


def share_out(view: View, found: list[Statement], programme: Programme) -> None:
    """Give the regions of a scored list their tiers, where a sentence counts exactly as many by tier."""
    scored = {
        s.place.key: s
        for s in found
        if s.programme == programme.id and s.is_won and s.place is not None and s.score is not None
    }
    if any(s.tier is not None for s in scored.values() if s.listed):
        return
    shares = next((s for s in map(shares_of, view.sentences) if sum(n for _, n in s) == len(scored)), [])
    if not shares or not descends(shares, programme):
        return
    ranked = sorted(scored.values(), key=value_of, reverse=True)
    tiers = [tier for tier, count in shares for _ in range(count)]
    for statement, tier in zip(ranked, tiers, strict=True):
        statement.tier = tier


def shares_of(sentence: Stretch) -> Shares:
    """The tiers of a sentence, each with the count before it; empty unless there are two or more."""
    shares: Shares = []
    start = sentence.start
    for tier in sentence.tiers:
        count = count_between(sentence, start, tier.start)
        if count is None:
            return []
        shares.append((tier, count))
        start = tier.end
    return shares if len(shares) > 1 else []


def count_between(sentence: Stretch, start: int, end: int) -> int | None:
    """The one whole number, in words or digits, among tokens [start, end)."""
    counted = [q for q in sentence.quantities if start <= q.start < end]
    values = [int(quantity_of(q).value) for q in counted if quantity_of(q).value.is_integer()]
    if not counted:
        values = [NUMBERS[t.lower_] for t in sentence.doc[start:end] if t.lower_ in NUMBERS]
    return values[0] if len(values) == 1 else None


def descends(shares: Shares, programme: Programme) -> bool:
    """Whether the tiers come from the highest to the lowest of the programme."""
    ranks = [programme.height(tier_of(span).of(programme.id) or "") for span, _ in shares]
    known = [rank for rank in ranks if rank is not None]
    return len(known) == len(shares) and known == sorted(set(known))


def value_of(statement: Statement) -> float:
    assert statement.score is not None
    return quantity_of(statement.score).value
