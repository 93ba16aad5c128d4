"""Presenters: who handed the award over, found around the verbs of giving and behind "dari"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import person_of
from extractor.records.hands import RECEIVERS, Hand, Hands, next_giver, next_official, passes, subject
from extractor.records.places import Places
from extractor.records.scope import hoped
from extractor.records.view import Stretch

WORDS = lexicon("people")
EVERYBODY = frozenset(WORDS["everybody"])
OTHER_GIFTS = frozenset(WORDS["other_gifts"])
RECEIVING_KINDS = frozenset(WORDS["receiving_kinds"])
KIND_REACH, NAMED_REACH = 16, 8  # tokens behind the verb up to "kepada", and behind that
NO_OBJECT = frozenset(WORDS["no_object"])
GIVERS = ("Gubernur", "Bupati", "Wali Kota", "Sekretaris Daerah")
GIVER_JOINTS = frozenset(WORDS["giver_joints"])
FROM_REACH = 45  # tokens between the award and "dari"
HANDING_NOUNS = frozenset(WORDS["handing_nouns"])
DONE = frozenset(WORDS["done"])
DONE_REACH = 8  # tokens between "penyerahan" and "dilakukan"
TITLE_RANK = 5  # a headline is the last to be believed about persons


class Presenters:
    """Reads the presenters of a sentence; `places` tells which staff is a province's."""

    def __init__(self, hands: Hands, places: Places) -> None:
        self.hands, self.places = hands, places

    def of(self, sentence: Stretch) -> Iterator[Hand]:
        """Every presenter that a sentence tells of, by the wording in a fixed order."""
        rank = TITLE_RANK if sentence.is_title else 0
        yield from self.by_verb(sentence, rank)
        yield from self.handing_done_by(sentence, rank)
        handed = passes(sentence)
        if handed is not None:
            yield self.hands.hand(sentence, handed[0], "from-hands", rank)
        yield from self.opening_from(sentence, rank)
        yield from self.received_from(sentence, rank)

    def by_verb(self, sentence: Stretch, rank: int) -> Iterator[Hand]:
        """ "diserahkan oleh Y", then "Y menyerahkan"."""
        for cue in sentence.cue("give_passive"):
            giver = next_giver(sentence, cue.end) if self.is_giving(sentence, cue) else None
            if giver is not None and may_present(giver):
                hand = self.hands.hand(sentence, giver, "handed-over-by", rank + symbolic(sentence))
                yield replace(hand, shared=to_all(sentence, cue))
        for cue in sentence.cue("give"):
            if not OTHER_GIFTS.isdisjoint(sentence.behind(cue.end, 1)):
                continue
            giver = giver_of(sentence, cue) if self.is_giving(sentence, cue) else None
            if giver is not None and may_present(giver):
                hand = self.hands.hand(sentence, giver, "hands-over", rank + symbolic(sentence))
                yield replace(hand, shared=to_all(sentence, cue))

    def handing_done_by(self, sentence: Stretch, rank: int) -> Iterator[Hand]:
        """ "Penyerahan piagam dilakukan Menteri Y", "Pemberian dilanjutkan Menteri Z"."""
        told = enumerate(sentence.part.words(sentence.start, sentence.end), sentence.start)
        opened = next((at for at, word in told if word in HANDING_NOUNS), None)
        if opened is None or not self.hands.is_award(sentence, sentence.doc[opened : opened + 1]):
            return
        words = sentence.behind(opened + 1, DONE_REACH)
        done = next((at for at, word in enumerate(words, opened + 1) if word in DONE), None)
        giver = next_giver(sentence, done + 1) if done is not None else None
        if giver is not None and may_present(giver):
            yield self.hands.hand(sentence, giver, "handed-over-by", rank)

    def is_giving(self, sentence: Stretch, cue: Span) -> bool:
        return self.hands.is_award(sentence, cue) and not hoped(sentence, cue)

    def opening_from(self, sentence: Stretch, rank: int) -> Iterator[Hand]:
        """ "Dari Menteri Y, piagam diterima Bupati X"."""
        taking = sentence.cue("accept_passive", "accept")
        if sentence.doc[sentence.start].lower_ != "dari" or not taking:
            return
        giver = next((o for o in sentence.officials if o.start - sentence.start <= 2), None)
        if giver is None or person_of(giver).kind not in ("centre", "head"):
            return
        if self.hands.is_award(sentence, taking[0]):
            yield self.hands.hand(sentence, giver, "received-from", rank)

    def received_from(self, sentence: Stretch, rank: int) -> Iterator[Hand]:
        """ "menerima piagam dari Menteri Y", "penghargaan dari Gubernur Z"."""
        for cue in sentence.cue("accept", "accept_passive", "gain", "award_noun"):
            is_noun = cue.label_ == "award_noun"
            if is_noun and cue.text.lower() in NO_OBJECT:
                continue
            giver = self.giver_behind(sentence, cue)
            if giver is not None and self.is_giving(sentence, cue):
                yield self.hands.hand(sentence, giver, "received-from", rank + is_noun)

    def giver_behind(self, sentence: Stretch, cue: Span) -> Span | None:
        """The official right behind the first "dari" after a cue, where they can be the giver."""
        words = sentence.behind(cue.end, FROM_REACH)
        if "dari" not in words:
            return None
        at = cue.end + words.index("dari")
        giver = next((o for o in sentence.officials if at < o.start <= at + 2), None)
        if (
            giver is None
            or not may_present(giver)
            or sentence.cue("companion", "statement", after=cue.end, before=at)
        ):
            return None
        if "DPRD" in (person_of(giver).role or ""):
            return None
        return giver if person_of(giver).kind != "staff" or self.is_of_province(sentence, giver) else None

    def is_of_province(self, sentence: Stretch, official: Span) -> bool:
        region = sentence.part.office_region(official)
        place = self.places.at(sentence.part, region) if region is not None else None
        return place is not None and place.region is not None and place.region.level == "provinsi"


def giver_of(sentence: Stretch, cue: Span) -> Span | None:
    """The official who gives by an active verb: its subject, or the one beside "yang menyerahkan"."""
    if not cue.text.lower().startswith("yang menyerahkan"):
        giver = subject(sentence, cue, receivers=False)
        return first_of(sentence, giver) if giver is not None else None
    beside = [o for o in sentence.officials if 0 <= cue.start - o.end <= 2]
    if beside and (first := accompanied(sentence, beside[-1])) is not None:
        return first
    return beside[-1] if beside else next_official(sentence, cue.end, receivers=False, reach=12)


def accompanied(sentence: Stretch, companion: Span) -> Span | None:
    """The official whom one between commas only stands by: "Menteri X, didampingi Menteri Y, yang …"."""
    words = [c for c in sentence.cue("companion", before=companion.start) if companion.start - c.end <= 1]
    before = [o for o in sentence.officials if words and o.end <= words[-1].start]
    return before[-1] if before else None


def first_of(sentence: Stretch, official: Span) -> Span:
    """The first of several givers named together: "Menteri A X dan Menteri B Y membagikan"."""
    while True:
        before = [o for o in sentence.officials if o.end <= official.start]
        between = sentence.part.words(before[-1].end, official.start) if before else []
        joined = 0 < len(between) <= 2 and GIVER_JOINTS.issuperset(between)
        if not joined or person_of(before[-1]).kind != "centre":
            return official
        official = before[-1]


def symbolic(sentence: Stretch) -> bool:
    """Whether the handing over was only a symbol, which yields to a presenter named besides."""
    return "simbolis" in sentence.behind(sentence.start, sentence.end - sentence.start)


def to_all(sentence: Stretch, cue: Span) -> bool:
    """Whether the award went to all winners at once: "kepada seluruh pemenang", "satu per satu"."""
    words = sentence.part.words(max(sentence.start, cue.start - 7), min(cue.end + 14, sentence.end))
    return not EVERYBODY.isdisjoint(words) or "satu per satu" in sentence.text or to_kind(sentence, cue)


def to_kind(sentence: Stretch, cue: Span) -> bool:
    """Whether the award went to a kind of receivers, none of them named: "kepada pemerintah daerah"."""
    words = sentence.behind(cue.end, KIND_REACH)
    if "kepada" not in words:
        return False
    at = cue.end + words.index("kepada") + 1
    named = [*sentence.regions, *(o for o in sentence.officials if person_of(o).kind in RECEIVERS)]
    if any(at <= span.start < at + NAMED_REACH for span in named):
        return False
    return not RECEIVING_KINDS.isdisjoint(sentence.part.words(at, min(at + NAMED_REACH, sentence.end)))


def may_present(official: Span) -> bool:
    """Whether the office can hand awards over: the centre's, a head's, and staff; no deputy of a field."""
    person = person_of(official)
    return person.kind in ("centre", "other", "staff") or (person.role or "").endswith(GIVERS)
