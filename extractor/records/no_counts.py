"""Numbers that count no honoured regions: ranks, bands, scores, other bodies, winners of something else."""

from __future__ import annotations

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import REGION_UNITS, quantity_of
from extractor.records.honours import HONOURED
from extractor.records.view import Stretch
from extractor.records.words import GIVEN_TO

WORDS = lexicon("totals")
RANKS = frozenset(WORDS["ranks"])
OWNED = frozenset(WORDS["owned"])
SCORES = frozenset(WORDS["scores"])
BODIES = frozenset(WORDS["bodies"])


def is_no_count(sentence: Stretch, span: Span) -> bool:
    """Whether a number numbers a row, ranks, bounds a band, scores, or counts others than the winners."""
    follow, lead = sentence.behind(span.end, 2), sentence.before(span.start, 2)
    if any(span.start < r.start < span.end <= r.end for r in sentence.regions):
        return True  # "1 Kabupaten X" numbers a row
    if lead[-1:] == ["salah"] or span.text.lower().startswith("ke-") or not RANKS.isdisjoint(lead[-1:]):
        return True
    band = len(lead) == 2 and lead[1] in ("–", "-") and lead[0][:1].isdigit()
    if band or "-an" in span.text:
        return True  # "85–100" is a band
    if quantity_of(span).op in (">", "<", "~"):
        return True  # "lebih dari 20 daerah" gives no number
    if follow[:1] == ["opini"] and not OWNED.isdisjoint(sentence.before(span.start, 3)):
        return True  # "sudah punya 10 opini WTP"
    if lead[-1:] == ["terhadap"]:
        return True  # "penilaian terhadap 258 kabupaten/kota"
    if is_score(sentence, span) or counts_bodies(sentence, span) or wins_other(sentence, span):
        return True
    if (lead[-1:] == ["("] and follow[:1] == [")"]) or follow[:1] in (["itu"], ["tersebut"]):
        return True
    if lead[-1:] == ["ke"] or lead == ["ke", "-"] or follow[:1] == ["besar"]:
        return True  # "urutan ke-24", "24 besar"
    if not follow or not (follow[0] == "se" or follow[0].startswith("se-")) or not span.start:
        return False
    given = sentence.cue("give_passive", "give", before=span.start) and not GIVEN_TO.isdisjoint(
        sentence.before(span.start, 6)
    )
    if given or lead[-1:] == ["dari"]:
        return False  # "diberikan kepada 22 provinsi dan 334 kabupaten/kota se-Indonesia"
    return not sentence.cue(*HONOURED, after=span.end)  # "kerja 17 kabupaten/kota se-Sultra"


def is_score(sentence: Stretch, span: Span) -> bool:
    """Whether a number without a unit goes with a word of scoring before it: "skor 500 untuk Pratama, 600
    untuk Madya".
    """
    if quantity_of(span).unit is not None:
        return False
    counted = [
        q.end for q in sentence.quantities if q.end <= span.start and quantity_of(q).unit in REGION_UNITS
    ]
    return not SCORES.isdisjoint(sentence.part.words(max([sentence.start, *counted]), span.start))


def counts_bodies(sentence: Stretch, span: Span) -> bool:
    """Whether a number without a unit counts some of the bodies before it: "dari 178 badan publik, 54"."""
    if quantity_of(span).unit is not None:
        return False
    earlier = [q for q in sentence.quantities if q.end <= span.start and q is not span]
    return bool(earlier) and not BODIES.isdisjoint(sentence.behind(earlier[-1].end, 2))


def wins_other(sentence: Stretch, span: Span) -> bool:
    """Whether the counted won something by another name: "13 provinsi peraih Provila"."""
    at = span.end + 1
    if (
        sentence.is_title
        or sentence.behind(span.end, 1) not in (["peraih"], ["penerima"])
        or at >= sentence.end
    ):
        return False
    named = [*sentence.programmes, *sentence.tiers, *sentence.cue("award_noun")]
    return sentence.doc[at].text[0].isupper() and not any(n.start <= at < n.end for n in named)
