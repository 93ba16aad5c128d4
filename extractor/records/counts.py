"""Counts of honoured regions: what a number counts, of which tier, and whether those counted
were honoured.
"""

from __future__ import annotations

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import REGION_UNITS, quantity_of, tier_of
from extractor.records.editions import Editions
from extractor.records.view import Stretch

HONOURED = ("gain", "gain_passive", "accept", "accept_passive", "give", "give_passive")
WORDS = lexicon("totals")
HONOUR_WORDS = frozenset(WORDS["honoured"])
NOT_HONOURED = frozenset(WORDS["not_honoured"])
NOT_HONOURED_BEFORE = NOT_HONOURED - frozenset(WORDS["counts_of_all"])
HANDED = frozenset(WORDS["handed"])
HANDED_CORE = frozenset(WORDS["handed_core"])
COUNTS_BEHIND = frozenset(WORDS["counts_behind"])
BREAKDOWN = frozenset(WORDS["breakdown"])
JUDGED_WELL = frozenset(WORDS["judged_well"])
WINNERS = frozenset(WORDS["winners"])
DASHES = frozenset(["–", "—", "-", ",", ".", "--"])
ALL_REGIONS = (514, 508)  # the kabupaten and kota of Indonesia: a whole, nothing honoured
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
        if is_no_count(sentence, span):
            return NO_COUNT
        follow = sentence.behind(span.end, 2)
        if quantity.unit is None and follow[:1] in (["penerima"], ["peraih"]) and quantity.value > 1:
            return "daerah", tier_beside(sentence, span, pid)
        if follow[:1] in (["lain"], ["lainnya"]):
            return NO_COUNT  # "bersama 13 daerah lain" counts one too few
        if quantity.unit is None and follow[:1] == ["dari"]:
            share = share_of(sentence, span, pid)
            if share is not None:
                return share
        before = sentence.doc[span.start - 2 : span.start] if span.start > sentence.start + 1 else ()
        if before and before[1].lower_ == "dari" and before[0].like_num:
            return quantity.unit, None
        if (
            not 1 <= quantity.value <= MOST
            or not quantity.value.is_integer()
            or quantity.unit in ("percent", "people", "points")
        ):
            return NO_COUNT
        if span.text.lower().startswith("ke-") or (
            quantity.unit == "kabupaten/kota" and quantity.value in ALL_REGIONS
        ):
            return NO_COUNT
        return quantity.unit, tier_beside(sentence, span, pid) or self.highest(sentence, span, pid)

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


def is_no_count(sentence: Stretch, span: Span) -> bool:
    """Whether a number numbers a row, ranks, or bounds a band, rather than counts."""
    follow, lead = sentence.behind(span.end, 2), sentence.before(span.start, 2)
    if any(span.start < r.start < span.end <= r.end for r in sentence.regions):
        return True  # "1 Kabupaten X" numbers a row
    if lead[-1:] in (["–"], ["-"]) or "-an" in span.text:
        return True  # "85–100" is a band
    if (lead[-1:] == ["("] and follow[:1] == [")"]) or follow[:1] in (["itu"], ["tersebut"]):
        return True
    if lead[-1:] == ["ke"] or lead == ["ke", "-"] or follow[:1] == ["besar"]:
        return True  # "urutan ke-24", "24 besar"
    if not follow or not (follow[0] == "se" or follow[0].startswith("se-")) or not span.start:
        return False
    return lead[-1:] != ["dari"] and not sentence.cue(
        *HONOURED, after=span.end
    )  # "kerja 17 kabupaten/kota se-Sultra"


def share_of(sentence: Stretch, span: Span, pid: str) -> Count | None:
    """ "3 dari 13 kabupaten Utama": the kind and tier of the whole."""
    whole = next((q for q in sentence.quantities if q.start == span.end + 1), None)
    unit = quantity_of(whole).unit if whole is not None else None
    behind = next((t for t in sentence.tiers if whole is not None and 0 <= t.start - whole.end <= 5), None)
    return (unit, tier_of(behind).of(pid)) if unit and behind is not None else None


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
    return tier_of_clause(sentence, span, pid)


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
    if [token.lower_ for token in between[:2]] == ["di", "antaranya"]:
        between = between[2:]
    parting = (",", ";", ".", "(", "dan", "serta", "di", "atas")
    return not any(token.like_num or token.lower_ in parting for token in between)


def is_handed(sentence: Stretch, tier: Span, span: Span) -> bool:
    """ "Utama diberikan kepada 75 daerah" """
    handed = sentence.part.words(tier.end, span.start)
    return 0 < len(handed) <= 7 and HANDED.issuperset(handed) and not HANDED_CORE.isdisjoint(handed)


def heads_count(sentence: Stretch, tier: Span, span: Span) -> bool:
    """ "Utama 75 daerah", "Utama sebanyak 75", where no other tier follows the count."""
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
    return quantity_of(span).unit is not None or sentence.doc[tier.end].lower_ in COUNTS_BEHIND


def tier_of_clause(sentence: Stretch, span: Span, pid: str) -> str | None:
    """The one tier that the counted regions are said to win: "lima kota …, yakni A dan B, meraih kategori
    Madya".
    """
    if quantity_of(span).unit is None or sentence.doc[span.start - 1].lower_ in ("dari", "bersama"):
        return None
    clause = sentence.clause_at(span.start)
    tiers = [t for t in clause.tiers if tier_of(t).fits(pid)]
    verbs = clause.cue("gain", "accept", after=span.end)
    counts = [q for q in clause.quantities if quantity_of(q).unit in REGION_UNITS]
    if len(tiers) != 1 or len(counts) != 1 or not verbs or tiers[0].start < verbs[0].start:
        return None
    return tier_of(tiers[0]).of(pid)


# --- whether they were honoured -----------------------------------------------------------------------------


def is_honoured(sentence: Stretch, span: Span, tier: str | None, edition: int | None) -> bool:
    """Whether the counted regions were honoured, and not only present, asked or compared with."""
    if is_ruled_out(sentence, span, edition) or is_article(sentence, span, tier):
        return False
    if tier is not None:
        return True
    before, quantity = sentence.before(span.start, 5), quantity_of(span)
    opens = span.start - 1 <= sentence.start or sentence.doc[span.start - 2].text in DASHES
    if before[-1:] == ["dari"] and opens:
        return False
    if sentence.cue(*HONOURED):
        return True
    window = window_of(sentence, span)
    if quantity.words or HONOUR_WORDS.isdisjoint(window):
        return False
    return bool(sentence.programmes or sentence.cue("award_noun")) or not WINNERS.isdisjoint(window)


def window_of(sentence: Stretch, span: Span) -> list[str]:
    """The words around a count, itself included."""
    return sentence.part.words(max(sentence.start, span.start - 8), min(span.end + 8, sentence.end))


def is_ruled_out(sentence: Stretch, span: Span, edition: int | None) -> bool:
    """Whether the words around say that those counted took part, were asked, or are of another year."""
    behind, before = sentence.behind(span.end, 6), sentence.before(span.start, 5)
    if "dinilai" in behind[:3] and JUDGED_WELL.isdisjoint(behind):
        return True
    if not NOT_HONOURED.isdisjoint(behind[:4]) or not NOT_HONOURED_BEFORE.isdisjoint(before[-2:]):
        return True
    if "satu-satunya" in before:
        return True
    years = [year for at, year in sentence.years if 0 <= at - span.end <= 4 and "kategori" not in behind]
    if edition and years and years[0] < edition:
        return True
    if sentence.cue("target", before=span.start, after=span.start - 8):
        return True
    if sentence.cue("negation", after=span.end, before=span.end + 5):
        return True
    near = (q for q in sentence.quantities if q is not span and 0 <= q.start - span.end <= 3)
    return "di" in behind and any(q.text.isdigit() for q in near)


def is_article(sentence: Stretch, span: Span, tier: str | None) -> bool:
    """Whether a small number only serves as an article: "satu daerah", "dua kabupaten" without a tier."""
    quantity = quantity_of(span)
    if tier is not None:
        return False
    if quantity.value == 1:
        return True
    if not quantity.words or quantity.value > 3 or "kategori" in window_of(sentence, span):
        return False
    return not sentence.cue("gain", "accept", after=span.end)
