"""Which region has which tier in one clause, and which tier words name none that was won."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import REGION_UNITS, quantity_of
from extractor.records.places import Place
from extractor.records.view import YEAR, Stretch

Pair = tuple[Place | None, Span | None]
WORDS = lexicon("statements")
CLIMBING = frozenset(WORDS["climbing"])
COUNTED_BEFORE = frozenset(WORDS["counted_before"])
COUNTED_RUN = frozenset(WORDS["counted_run"])
COUNTS_BEHIND = frozenset(WORDS["counts_behind"])
COUNT_UNITS = REGION_UNITS - {"provinsi"} | {None}
BESIDE = frozenset(WORDS["beside"])
WHOLE_SCALE = 3  # different tiers that a clause without regions lists as the scale


def pair(clause: Stretch, recipients: list[Place], tiers: list[Span]) -> Iterator[Pair]:
    """Each region with its tier.  A tier before the first region heads those behind it; else it closes those
    before.
    """
    if not recipients:
        yield from ((None, tier) for tier in tiers)
        if not tiers:
            yield None, None
    elif not tiers:
        yield from ((place, None) for place in recipients)
    elif len(recipients) == 1:
        yield recipients[0], None
        reached = tiers[-1:] if len(tiers) > 1 and climbs(clause, tiers) else tiers
        end = counted_from(clause, recipients[0]) if reached else 0
        yield from ((recipients[0], tier) for tier in reached if tier.start < end)
    else:
        yield from pair_several(recipients, tiers)


def pair_several(recipients: list[Place], tiers: list[Span]) -> Iterator[Pair]:
    heads = tiers[0].start < recipients[0].span.start
    starts, ends = [tier.start for tier in tiers], [tier.end for tier in tiers]
    around = {
        place.key: (bisect_right(ends, place.span.start), bisect_left(starts, place.span.end))
        for place in recipients
    }
    own = {
        place.key: tiers[behind]
        for place in recipients
        if (behind := around[place.key][1]) < len(tiers) and is_beside(place, tiers[behind])
    }
    taken = {tier.start for tier in own.values()}
    for place in recipients:
        before, behind = around[place.key]
        last = tiers[before - 1] if before else None
        if place.key in own:
            yield place, own[place.key]
        elif heads:
            yield place, last or tiers[0]
        elif behind < len(tiers):
            yield place, tiers[behind]
        else:  # a tier right behind another region is that one's own
            yield place, last if last is not None and last.start not in taken else None


def counted_from(clause: Stretch, place: Place) -> int:
    """Where the results of others begin who are only counted: "X Teratas, Dua Kabupaten Masih Kurang …"."""
    counted = (
        q for q in clause.quantities if quantity_of(q).unit in REGION_UNITS and q.start >= place.span.end
    )
    return next((q.end for q in counted if clause.word_before(q.start) == ","), clause.end)


def is_beside(place: Place, tier: Span) -> bool:
    """Whether the tier stands right behind the region: "Kota A di peringkat kedua", "Kota A (Madya)"."""
    between = place.part.words(place.span.end, tier.start)
    return 0 < len(between) <= 2 and BESIDE.issuperset(between)


def climbs(clause: Stretch, tiers: list[Span]) -> bool:
    """Whether the last of several tiers is the one reached: "sesudah lama di Pratama, kini naik menjadi
    Madya".
    """
    between = clause.part.words(tiers[0].end, tiers[-1].start)
    return not CLIMBING.isdisjoint(between) and not clause.cue("target", after=tiers[0].end)


def is_scale(clause: Stretch, tier: Span, *, has_recipients: bool) -> bool:
    """Whether a tier only names a step of the scale: a band, one of all the tiers, or what a count is of."""
    if is_band(clause, tier) or is_counted_before(clause, tier):
        return True
    if has_recipients:
        return False
    return is_counted_behind(clause, tier) or len(clause.tier_names) >= WHOLE_SCALE


def is_band(clause: Stretch, tier: Span) -> bool:
    """ "BB (70-80)" """
    after = clause.doc[tier.end : min(tier.end + 3, len(clause.doc))]
    return (
        len(after) == 3
        and after[0].text == "("
        and after[1].like_num
        and after[2].text in ("-", "–", "hingga")
    )


def is_counted_before(clause: Stretch, tier: Span) -> bool:
    """ "75 daerah kategori Utama" """
    doc = clause.doc
    if tier.start == 0 or doc[tier.start - 1].lower_ not in COUNTED_BEFORE:
        return False
    at = tier.start - 1
    while at > clause.start and doc[at - 1].lower_ in COUNTED_RUN:
        at -= 1
    if at <= clause.start:
        return False
    number = doc[at - 1]
    return (number.like_num or number.text.isdigit()) and not YEAR.fullmatch(number.text)


def is_counted_behind(clause: Stretch, tier: Span) -> bool:
    """ "Utama diraih 8 daerah" """
    for span in clause.part.spans("quantities", tier.end, min(tier.end + 5, clause.end)):
        quantity = quantity_of(span)
        if quantity.value.is_integer() and quantity.unit in COUNT_UNITS:
            return not COUNTS_BEHIND.isdisjoint(clause.part.words(tier.end, span.start))
    return False
