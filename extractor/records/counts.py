"""Counts of regions: what a number counts, and of which tier."""

from __future__ import annotations

import re

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import REGION_UNITS, quantity_of, tier_of
from extractor.records.editions import Editions
from extractor.records.honours import WINNERS, window_of
from extractor.records.no_counts import RANKS, is_no_count
from extractor.records.view import Stretch

WORDS = lexicon("totals")
HANDED = frozenset(WORDS["handed"])
HANDED_CORE = frozenset(WORDS["handed_core"])
COUNTS_BEHIND = frozenset(WORDS["counts_behind"])
BREAKDOWN = frozenset(WORDS["breakdown"])
SEATED = frozenset(WORDS["seated"])
ALL_OF = frozenset(WORDS["all_of"])
BACK = frozenset(WORDS["pointing_back"])
TIER_NOUNS = frozenset(WORDS["tier_nouns"])
NUMBER_WORDS = frozenset(lexicon("quantities")["words"])
LISTED = frozenset(WORDS["listed"])
POINTING = re.compile(rf"\b(?:{'|'.join(WORDS['pointing'])}) (?:{'|'.join(WORDS['pointers'])})\b")
NO_REGIONS = ("percent", "people", "points")
ALL_REGIONS = (514, 508)  # the kabupaten and kota of Indonesia: a whole, nothing honoured
RUN_REACH = 12  # tokens between the count that gives the unit and the tiers of its list
NOUN_REACH = 7  # tokens between a tier's noun and the count that points back to it
MOST = 600

Count = tuple[str | None, str | None]  # kind of region, tier
NO_COUNT: Count = (None, None)


class CountReader:
    """Reads what numbers count; `own_tiers` gives the tier that the article's own region won, by
    programme.
    """

    def __init__(self, editions: Editions, own_tiers: dict[str, str]) -> None:
        self.editions, self.own_tiers = editions, own_tiers

    def read(self, sentence: Stretch, span: Span, pid: str) -> Count:
        """(kind of region, tier) of a number that counts regions; (None, None) for any other number."""
        quantity = quantity_of(span)
        if quantity.unit in NO_REGIONS or not 1 <= quantity.value <= MOST or not quantity.value.is_integer():
            return NO_COUNT
        if is_no_count(sentence, span):
            return NO_COUNT
        follow = sentence.behind(span.end, 2)
        if quantity.unit is None and follow[:1] in (["penerima"], ["peraih"]) and quantity.value > 1:
            if follow[1:] in (["lain"], ["lainnya"]):
                return NO_COUNT
            return "daerah", tier_beside(sentence, span, pid)
        if follow[:1] in (["lain"], ["lainnya"]) or span[-1].lower_ == "lainnya":
            return self.of_others(sentence, span, pid)
        if quantity.unit is None and follow in (["di", "antaranya"], ["diantaranya", "meraih"]):
            return unit_of_whole(sentence, span), tier_beside(sentence, span, pid)
        if quantity.unit is None and follow[:1] == ["dari"]:
            share = share_of(sentence, span, pid)
            if share is not None:
                return share
        if sentence.word_before(span.start) == "dari" and self.is_whole(sentence, span):
            return self.of_whole(sentence, span, pid)
        if quantity.unit == "kabupaten/kota" and quantity.value in ALL_REGIONS:
            return NO_COUNT
        tier = tier_beside(sentence, span, pid) or self.highest(sentence, span, pid)
        return quantity.unit, tier or self.pointed(sentence, span, pid)

    def of_others(self, sentence: Stretch, span: Span, pid: str) -> Count:
        """ "bersama 13 daerah lain" counts one too few; "lima Baik, enam lainnya Cukup" and "29 gubernur dan
        460 bupati lainnya" count all.
        """
        tier = next((t for t in sentence.tiers if 0 <= t.start - span.end <= 2), None)
        if tier is not None and sentence.word_before(span.start) != "bersama":
            return quantity_of(span).unit, tier_of(tier).of(pid)
        earlier = [q for q in sentence.quantities if 0 < span.start - q.end <= 2]
        joined = any(quantity_of(q).unit in REGION_UNITS for q in earlier)
        return (quantity_of(span).unit, None) if joined and quantity_of(span).unit else NO_COUNT

    @staticmethod
    def is_whole(sentence: Stretch, span: Span) -> bool:
        """Whether a number or a rank stands before "dari": the count is of the whole."""
        at = span.start - 2
        if at < sentence.start:
            return False
        counted = any(q.start <= at < q.end for q in sentence.quantities)
        part = sentence.doc[at]
        return (
            counted
            or part.like_num
            or part.lower_ in NUMBER_WORDS
            or not RANKS.isdisjoint(sentence.before(at + 1, 3))
        )

    def of_whole(self, sentence: Stretch, span: Span, pid: str) -> Count:
        """ "satu dari 75 daerah kategori Utama" counts the honoured; "5 dari 12" and "ke-2 dari 13"
        only where the words behind call them winners.
        """
        tier, unit = tier_beside(sentence, span, pid), quantity_of(span).unit
        part = sentence.doc[span.start - 2].lower_
        if part in ("satu", "1") and tier is None:
            named = {tier_of(t).of(pid) for t in sentence.tiers if tier_of(t).fits(pid)}
            tier = self.highest(sentence, span, pid) or (named.pop() if len(named) == 1 else None)
        won = not WINNERS.isdisjoint(sentence.behind(span.end, 4))
        ranked = not RANKS.isdisjoint(sentence.before(span.start - 1, 3))
        honoured = part in ("satu", "1") or won or (ranked and tier)
        return (unit, tier) if unit and honoured else NO_COUNT

    def pointed(self, sentence: Stretch, span: Span, pid: str) -> str | None:
        """The article's own tier where the words around point to it: "12 daerah di kelompok ini", "51
        kabupaten menerima sertifikat serupa".
        """
        own = self.own_tiers.get(pid)
        if own is None or quantity_of(span).unit is None:
            return None
        if POINTING.search(sentence.text.lower()):
            return own
        before = sentence.before(span.start, NOUN_REACH)
        if own in TIER_NOUNS and own in before and points_back(before[before.index(own) + 1 :]):
            return own  # "baru sertifikat, itu pun hanya 35 kota"
        around = " ".join(window_of(sentence, span, 12))
        return own if own in TIER_NOUNS and re.search(rf"\b{own}\b", around) and "," not in around else None

    def highest(self, sentence: Stretch, span: Span, pid: str) -> str | None:
        """ "satu dari dua kabupaten … kategori tertinggi": the article's own tier, or the
        programme's first.
        """
        behind, before = sentence.text_behind(span.end, 24), sentence.text_before(span.start, 3)
        named = "tertinggi" in behind or "teratas" in behind
        if quantity_of(span).unit is None or not before.endswith("dari") or not named:
            return None
        programme = self.editions.programme(pid)
        return self.own_tiers.get(pid) or next(t.id for t in programme.tiers if not t.never_awarded)


def share_of(sentence: Stretch, span: Span, pid: str) -> Count | None:
    """ "3 dari 13 kabupaten Utama": the kind and tier of the whole."""
    whole = next((q for q in sentence.quantities if q.start == span.end + 1), None)
    unit = quantity_of(whole).unit if whole is not None else None
    behind = next((t for t in sentence.tiers if whole is not None and 0 <= t.start - whole.end <= 5), None)
    return (unit, tier_of(behind).of(pid)) if unit and behind is not None else None


def unit_of_whole(sentence: Stretch, span: Span) -> str | None:
    """ "Dari 13 kabupaten, delapan di antaranya": the kind of the whole before."""
    earlier = [
        q for q in sentence.quantities if q.end <= span.start and sentence.word_before(q.start) == "dari"
    ]
    unit = quantity_of(earlier[-1]).unit if earlier else None
    return unit if unit in REGION_UNITS else None


# --- the tier of a count ------------------------------------------------------------------------------------


def tier_beside(sentence: Stretch, span: Span, pid: str) -> str | None:
    """The tier a count is of: right behind it ("75 daerah kategori Utama"), or right before it
    ("Utama 75").
    """
    for tier in sentence.tiers:
        found = tier_of(tier).of(pid)
        if found is None:
            continue
        if 0 <= tier.start - span.end <= 12:
            if is_breakdown(sentence, span, tier):
                continue
            joined = is_joined(sentence, span, tier)
            if joined is None:
                continue
            if joined:
                return found
        if is_handed(sentence, tier, span) or heads_count(sentence, tier, span):
            return found
    return tier_of_clause(sentence, span, pid) or tier_heading(sentence, span, pid)


def tier_heading(sentence: Stretch, span: Span, pid: str) -> str | None:
    """The tier that opens the clause of several counts: "Pratama terdiri atas 2 provinsi dan 44 kota"."""
    clause = sentence.clause_at(span.start)
    tiers = [t for t in clause.tiers if tier_of(t).fits(pid)]
    if len(tiers) != 1 or quantity_of(span).unit is None or tiers[0].start - clause.start > 2:
        return None
    between = clause.part.words(tiers[0].end, span.start)
    heads = not BREAKDOWN.isdisjoint(between[:2]) or all(w[:1].isdigit() or w in LISTED for w in between)
    return tier_of(tiers[0]).of(pid) if heads and not clause.regions else None


def is_breakdown(sentence: Stretch, span: Span, tier: Span) -> bool:
    """Whether the tier behind a count is only part of it, or of a region named between."""
    if tier.end < sentence.end and sentence.doc[tier.end].like_num:
        return True  # "75 daerah, Utama 20"
    between = sentence.part.words(span.end, tier.start)
    if not BREAKDOWN.isdisjoint(between) or not {"baru", "cuma"}.isdisjoint(between):
        return True
    return any(span.end <= r.start < tier.start for r in sentence.regions)


def is_joined(sentence: Stretch, span: Span, tier: Span) -> bool | None:
    """Whether nothing parts a count from the tier behind it, an aside apart; None where the tier
    is too far.
    """
    between = list(sentence.doc[span.end : tier.start])
    aside = next((n for n, token in enumerate(between) if token.lower_ == "termasuk"), None)
    if aside is not None and sentence.doc[span.end + aside - 1].text == ",":
        between = between[: max(aside - 1, 0)]  # "75 daerah, termasuk X, kategori Utama"
    elif len(between) > 7:
        return None
    words = [token.lower_ for token in between]
    if words[:2] == ["di", "antaranya"] or (words[1:2] == ["di"] and words[0] in SEATED):
        between = between[2:]  # "lima daerah duduk di Madya"
    if words and words[-1] in ALL_OF:
        return True  # "tiga sisanya kabupaten dan seluruhnya Padapa"
    parting = (",", ";", ":", ".", "(", "dan", "serta", "di", "atas")
    return not any(token.like_num or token.lower_ in parting for token in between)


def is_handed(sentence: Stretch, tier: Span, span: Span) -> bool:
    """ "Utama diberikan kepada 75 daerah" """
    handed = sentence.part.words(tier.end, span.start)
    return 0 < len(handed) <= 7 and HANDED.issuperset(handed) and not HANDED_CORE.isdisjoint(handed)


def heads_count(sentence: Stretch, tier: Span, span: Span) -> bool:
    """ "Utama 75 daerah", "Utama sebanyak 75", where no other tier follows the count; "sertifikat, itu pun
    hanya 35 kota".
    """
    if points_back(sentence.part.words(tier.end, span.start)) and quantity_of(span).unit is not None:
        return True
    if not 0 <= span.start - tier.end <= 3:
        return False
    if not {",", ";", ".", "dan", "serta", "oleh", "dari"}.isdisjoint(
        sentence.part.words(tier.end, span.start)
    ):
        return False
    for later in sentence.tiers:
        between = sentence.part.words(span.end, later.start)
        if 0 <= later.start - span.end <= 4 and {",", ";", "dan", "serta"}.isdisjoint(between):
            return False
    if quantity_of(span).unit is not None:
        return True
    between = sentence.part.words(tier.end, span.start)
    if not between and is_run(sentence, tier, span):
        return True
    return bool(between) and COUNTS_BEHIND.issuperset(between)


def points_back(between: list[str]) -> bool:
    """Whether the words between a tier and its count point back to the tier: ", itu pun hanya"."""
    return "itu" in between and BACK.issuperset(between)


def is_run(sentence: Stretch, tier: Span, span: Span) -> bool:
    """Whether a number behind its tier goes on a list with a unit: "Utama 8 daerah, Nindya 66"."""
    ends = (
        span.end >= sentence.end
        or not sentence.doc[span.end].is_alpha
        or sentence.doc[span.end].lower_ == "dan"
    )
    return ends and any(
        (quantity_of(q).unit in REGION_UNITS or sentence.word_before(q.start) == "sebanyak")
        and 0 < tier.start - q.end <= RUN_REACH
        for q in sentence.quantities
    )


def tier_of_clause(sentence: Stretch, span: Span, pid: str) -> str | None:
    """The one tier that the counted regions are said to win: "lima kota …, yakni A dan B, meraih kategori
    Madya".
    """
    among = sentence.doc[span.start - 1].lower_ in ("dari", "bersama")
    if quantity_of(span).unit is None or (among and not span.text.endswith("nya")):
        return None  # "bersama lima kabupatennya" are all its own
    clause = sentence.clause_at(span.start)
    tiers = [t for t in clause.tiers if tier_of(t).fits(pid)]
    verbs = clause.cue("gain", "accept", after=span.end)
    counts = [q for q in clause.quantities if quantity_of(q).unit in REGION_UNITS]
    if len(tiers) != 1 or len(counts) != 1 or not verbs or tiers[0].start < verbs[0].start:
        return None
    if sentence.doc[tiers[0].start - 1].text == "(" or clause.cue(
        "statement", after=span.end, before=tiers[0].start
    ):
        return None
    return tier_of(tiers[0]).of(pid)
