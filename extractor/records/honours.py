"""Whether counted regions were honoured, and not only there, present, asked or compared with."""

from __future__ import annotations

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import REGION_UNITS, quantity_of
from extractor.records.view import Stretch

HONOURED = ("gain", "gain_passive", "accept", "accept_passive", "give", "give_passive")
WORDS = lexicon("totals")
HONOUR_WORDS = frozenset(WORDS["honoured"])
NOT_HONOURED = frozenset(WORDS["not_honoured"])
NOT_HONOURED_BEFORE = NOT_HONOURED - frozenset(WORDS["counts_of_all"])
JUDGED_WELL = frozenset(WORDS["judged_well"])
WINNERS = frozenset(WORDS["winners"])
SUMMING = frozenset(WORDS["summing"])
EXISTING = frozenset(WORDS["existing"])
STAGES = frozenset(WORDS["stages"])
BROUGHT_HOME = tuple(WORDS["brought_home"])
LIST_REACH = 5  # tokens between two counts of one list
ADDED = tuple(WORDS["added"])
DASHES = frozenset(["–", "—", "-", ",", ".", "--"])


def is_honoured(sentence: Stretch, span: Span, tier: str | None, edition: int | None) -> bool:
    """Whether the counted regions were honoured, and not only present, asked or compared with."""
    if is_ruled_out(sentence, span, edition) or is_article(sentence, span, tier):
        return False
    if tier is not None:
        return True
    if only_exists(sentence, span):
        return False
    before, quantity = sentence.before(span.start, 5), quantity_of(span)
    summed = not SUMMING.isdisjoint(before[-2:]) or is_added(sentence, span)
    if summed and quantity.unit in REGION_UNITS:
        return True
    if sentence.cue("give", after=span.end, before=span.end + 1):
        return False  # "empat daerah menyerahkan laporan"
    opens = span.start - 1 <= sentence.start or sentence.doc[span.start - 2].text in DASHES
    told = sentence.cue(*HONOURED, after=span.end, before=span.end + 2)  # "dari 177 kota yang menerima"
    if before[-1:] == ["dari"] and opens and not told and WINNERS.isdisjoint(sentence.behind(span.end, 2)):
        return False
    if sentence.cue(*HONOURED) or any(word in sentence.text.lower() for word in BROUGHT_HOME):
        return True
    window = window_of(sentence, span)
    if quantity.words or HONOUR_WORDS.isdisjoint(window):
        return False
    return bool(sentence.programmes or sentence.cue("award_noun")) or not WINNERS.isdisjoint(window)


def window_of(sentence: Stretch, span: Span, reach: int = 8) -> list[str]:
    """The words around a count, itself included."""
    return sentence.part.words(max(sentence.start, span.start - reach), min(span.end + reach, sentence.end))


def is_other_kind(sentence: Stretch, span: Span) -> bool:
    """Whether the words right before a count, or behind it up to a verb of winning, tell of others."""
    verbs = sentence.cue(*HONOURED, after=span.end)
    last = run_end(sentence, span)
    end = min(last + 4, verbs[0].start) if verbs else last + 4
    behind, before = sentence.behind(last, max(end - last, 0)), sentence.before(span.start, 2)
    if follows_count(sentence, span):
        before = []  # the words before are what the number before counts: "13 lembaga, 29 provinsi"
    if verbs and behind[-1:] in (["ikut"], ["turut"]):
        behind = behind[:-1]  # "sembilan kabupaten ikut diganjar"
    return not NOT_HONOURED.isdisjoint(behind) or not NOT_HONOURED_BEFORE.isdisjoint(before)


def follows_count(sentence: Stretch, span: Span) -> bool:
    """Whether a count goes on a list of counts: "13 kementerian/lembaga, 29 provinsi"."""
    joined = sentence.before(span.start, 1) in ([","], ["dan"], ["serta"])
    return joined and any(0 < span.start - q.end <= LIST_REACH for q in sentence.quantities)


def run_end(sentence: Stretch, span: Span) -> int:
    """Where a list of counts ends that a count opens: "38 provinsi dan 514 kabupaten/kota"."""
    end = span.end
    for later in sentence.quantities:
        between = sentence.part.words(end, later.start)
        if later.start >= end and between in ([","], ["dan"], ["serta"], [",", "dan"]):
            end = later.end
    return end


def is_added(sentence: Stretch, span: Span) -> bool:
    """Whether a count is added to those before it: "Di luar itu ada 31 provinsi"."""
    lead = sentence.text_before(span.start, 6)
    return any(word in lead for word in ADDED)


def only_exists(sentence: Stretch, span: Span) -> bool:
    """ "Di provinsi itu ada 17 kabupaten, …": no word of winning in the clause behind."""
    if EXISTING.isdisjoint(sentence.before(span.start, 1)) or is_added(sentence, span):
        return False
    behind = sentence.behind(span.end, 12)
    behind = behind[: behind.index(",")] if "," in behind else behind
    end = span.end + len(behind)
    return not sentence.cue(*HONOURED, after=span.end, before=end) and WINNERS.isdisjoint(behind)


def is_ruled_out(sentence: Stretch, span: Span, edition: int | None) -> bool:
    """Whether the words around say that those counted took part, were asked, or are of another year."""
    behind, before = sentence.behind(span.end, 6), sentence.before(span.start, 5)
    judged = sentence.behind(run_end(sentence, span), 6)
    if "dinilai" in judged[:3] and JUDGED_WELL.isdisjoint(judged):
        return True
    if "lolos" in judged[:3] and not STAGES.isdisjoint(judged[judged.index("lolos") :][:2]):
        return True  # "12 daerah lolos verifikasi"
    if is_other_kind(sentence, span) or "satu-satunya" in before or behind[:1] == ["terbaik"]:
        return True
    if any(
        c.text.lower().startswith("tahun")
        for c in sentence.cue("past", after=span.start - 6, before=span.start)
    ):
        return True
    years = [year for at, year in sentence.years if 0 <= at - span.end <= 4 and "kategori" not in behind]
    if edition and years and years[0] < edition:
        return True
    if sentence.cue("target", before=span.start, after=span.start - 8):
        return True
    window = sentence.behind(span.end, 5)
    clause = window.index(",") if "," in window else len(window)
    if sentence.cue("negation", after=span.end, before=span.end + clause):
        return True
    near = (q for q in sentence.quantities if q is not span and 0 <= q.start - span.end <= 3)
    return "di" in behind and any(q.text.isdigit() for q in near)


def is_article(sentence: Stretch, span: Span, tier: str | None) -> bool:
    """Whether a small number only serves as an article: "satu daerah", "dua kabupaten" without a tier."""
    quantity = quantity_of(span)
    if tier is not None:
        return False
    if quantity.value == 1:
        earlier = (q for q in sentence.quantities if 0 < span.start - q.end <= 1)
        return not any(
            quantity_of(q).unit in REGION_UNITS for q in earlier
        )  # "sembilan kabupaten dan satu kota"
    if not quantity.words or quantity.value > 3 or "kategori" in window_of(sentence, span):
        return False
    return not sentence.cue("gain", "accept", after=span.end)
