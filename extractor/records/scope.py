"""What the words around a mention make of it: won, hoped for, past, to come, or a condition."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import is_tier, quantity_of
from extractor.records.view import Stretch

Standing = Literal["received", "announced", "past", "hoped", "condition", "denied"]
GAINED = ("gain", "gain_passive", "accept", "accept_passive", "give_passive", "give")

WORDS = lexicon("scope")
STILL = frozenset(WORDS["still"])
STRONG_HOPES = frozenset(WORDS["strong_hopes"])
EARLIER = frozenset(WORDS["earlier"])
DENIED_BEHIND = frozenset(WORDS["denied_behind"])
HOPED_BEHIND = frozenset(WORDS["hoped_behind"])
DEMANDS = frozenset(WORDS["demands"])
LOOSE_DEMANDS = frozenset(WORDS["loose_demands"])
ONLY = frozenset(WORDS["only"])
CONTENT = frozenset(WORDS["content"])
CONDITIONS = frozenset(WORDS["conditions"])
CONDITION_REACH = 30  # tokens over which "bila" reaches
MUSTS = frozenset(WORDS["musts"])
PAST_SCENES = frozenset(WORDS["past_scenes"])

HOPE_REACH = 14  # tokens over which a hope reaches a mention behind it
SURE_HOPE_REACH = 8  # the same for any hope, whatever stands between
FULFILLED = 4  # tokens behind a hope within which a verb of winning is what is hoped for
DENIAL_REACH = 6
PAST_REACH = 10
FAR = 99


def standing(clause: Stretch, mention: Span, edition: int | None = None) -> Standing:
    """How the clause presents `mention` (a tier, or the verb of winning)."""
    if denied(clause, mention):
        return "denied"
    if hoped(clause, mention):
        return "hoped"
    if condition(clause, mention):
        return "condition"
    if is_past(clause, mention, edition):
        return "past"
    if announced(clause):
        return "announced"
    return "received"


def hoped(clause: Stretch, mention: Span) -> bool:
    """Whether a target, a plan or a hope governs the mention: it stands before it with no award
    won between.
    """
    if any(governs(clause, cue, mention) for cue in clause.cue("target", before=mention.start)):
        return True
    musts = (c for c in clause.cue("criteria") if c.text.lower() in MUSTS)
    if any(0 <= mention.start - c.end <= 3 and not settles(clause, c) for c in musts):
        return True
    return not HOPED_BEHIND.isdisjoint(clause.behind(mention.end, 3))


def settles(clause: Stretch, must: Span) -> bool:
    """Whether a must is one of making do with what was won: "harus puas di kategori Pratama"."""
    return not CONTENT.isdisjoint(clause.behind(must.end, 2))


def governs(clause: Stretch, hope: Span, mention: Span) -> bool:
    """Whether a hope reaches the mention behind it: near, or strong, or with the verb of winning as its
    object.
    """
    reach = mention.start - hope.end
    if hope.text.lower() == "kalau" and any(0 <= r.start - hope.end <= 1 for r in clause.regions):
        return False  # "Kalau Kota X, …" only turns to X
    still = STILL.intersection(clause.part.words(hope.end, mention.start))
    if hope.text.lower() in STRONG_HOPES:
        still -= {"kembali"}  # "optimis kembali meraih" is still a hope
    far = CONDITION_REACH if hope.text.lower() in CONDITIONS else HOPE_REACH
    if reach > far or still:
        return False
    if reach <= SURE_HOPE_REACH or hope.text.lower() in STRONG_HOPES:
        return True
    won = clause.cue(*GAINED, after=hope.end, before=mention.start)
    return not won or won[0].start - hope.end <= FULFILLED


def denied(clause: Stretch, mention: Span) -> bool:
    """Whether "belum", "tidak", "bukan" stands close before the mention, or "lepas" right behind it."""
    if mention.end < clause.end and clause.doc[mention.end].lower_ in DENIED_BEHIND:
        return True
    behind = clause.cue("negation", after=mention.end)
    if behind and clause.part.words(mention.end, behind[0].start) == ["yang"]:
        return True  # "Adipura yang tak kunjung datang"
    for cue in clause.cue("negation", before=mention.start):
        between = clause.part.words(cue.end, mention.start)
        turned = any(word in (",", ";", "tetapi", "melainkan", "hanya") for word in between)
        if len(between) <= DENIAL_REACH and not turned:
            return not (cue.text.lower() in ("tidak", "bukan") and clause.doc[cue.end].lower_ in ONLY)
    return False


def condition(clause: Stretch, mention: Span) -> bool:
    """Whether the clause states what a tier demands rather than who has it."""
    words = [c for c in clause.cue("criteria") if not settles(clause, c)]
    asking = [c for c in words if c.text.lower() not in DEMANDS | LOOSE_DEMANDS]
    if any(0 <= mention.start - c.end <= 4 for c in asking):
        return True
    bars = [q for q in clause.quantities if quantity_of(q).unit == "percent"]
    if any(bars_the_way(clause, bar, mention, asked=bool(words)) for bar in bars):
        return True
    if not bars or not words:
        return False
    return any(mention.end <= c.start for c in words) and not clause.cue("accept", "accept_passive")


def bars_the_way(clause: Stretch, bar: Span, mention: Span, *, asked: bool) -> bool:
    """Whether a percentage is the bar of the tier behind it: "keaktifan minimal 95 persen untuk kategori
    Utama".
    """
    if not 0 <= mention.start - bar.end <= 6 or not (asked or quantity_of(bar).op in (">=", ">")):
        return False
    return any(word in ("untuk", "bagi") for word in clause.part.words(bar.end, mention.start))


def is_past(clause: Stretch, mention: Span, edition: int | None) -> bool:
    """Whether the mention belongs to an earlier year: a year before the edition, "sebelumnya",
    "dari Madya".
    """
    near = nearest_year(clause, mention)
    if near is not None and edition is not None:
        return near < edition
    if is_tier(mention) and clause.word_before(mention.start) in EARLIER:
        return True
    for cue in clause.cue("past"):
        if cue.text.lower() in PAST_SCENES and cue.end > mention.start:
            continue
        if 0 <= mention.start - cue.end <= PAST_REACH or 0 <= cue.start - mention.end <= 5:
            return True
    return False


def nearest_year(clause: Stretch, mention: Span) -> int | None:
    """The bare year nearest to the mention in its clause; one behind a word of data or decree
    does not count.
    """
    best, best_gap = None, FAR
    for at, year in clause.years:
        gap = mention.start - at if at < mention.start else at - mention.end + 1
        if gap < best_gap and not of_paper(clause, at):
            best, best_gap = year, gap
    return best


def of_paper(clause: Stretch, at: int) -> bool:
    """Whether a year is that of a decree, a plan or a span of years: "SK 2023", "RPJMN 2025", "2021–2026"."""
    doc = clause.doc
    if any(0 <= at - d.end <= 5 for d in clause.cue("decree")):
        return True
    before = clause.word_before(at)
    if before in ("–", "-") or (at + 1 < len(doc) and doc[at + 1].text in ("–", "-")):
        return True
    return before in ("rpjmn", "rpjmd", "sejak")


def announced(clause: Stretch) -> bool:
    """Whether the clause says that the award is still to come."""
    if clause.cue("future"):
        return True
    return any(clause.word_before(verb.start) in ("akan", "bakal") for verb in clause.cue(*GAINED))
