"""Receipts: who took the award in hand, found around the verbs of taking and giving."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import person_of, tokens_of
from extractor.records.hands import (
    PRONOUNS,
    RECEIVERS,
    Hands,
    Receipt,
    is_listed_beside,
    next_official,
    passes,
    subject,
)
from extractor.records.proxies import Proxies
from extractor.records.scope import announced, denied, hoped
from extractor.records.topics import topic
from extractor.records.view import Stretch

WORDS = lexicon("people")
OTHER_OBJECTS = frozenset(WORDS["other_objects"])
AFTERWARDS = frozenset(WORDS["afterwards"])
GUESTS = frozenset(WORDS["guests"])
FOR_REGION = frozenset(WORDS["for_region"])
SEVERAL = frozenset(WORDS["several"])
FROM_HANDS = frozenset(WORDS["from_hands"])
NAMING = frozenset(WORDS["naming"])
VERBS = (
    *("statement", "companion", "gain", "accept", "accept_passive"),
    *("give", "give_passive", "proxy_to", "proxy_for"),
)
GIVEN_REACH = 41  # tokens between a verb of giving and "kepada"
TITLE_RANK = 5  # a headline is the last to be believed about persons


class Receipts:
    """Reads the receipts of a sentence; `hands` names the persons, `proxies` those who stood in."""

    def __init__(self, hands: Hands, proxies: Proxies) -> None:
        self.hands, self.proxies = hands, proxies

    def of(self, sentence: Stretch) -> Iterator[Receipt]:
        """Every receipt that a sentence tells of, by the verbs in a fixed order."""
        yield from self.taken_by(sentence)
        for cue in sentence.cue("accept"):
            if self.is_taking(sentence, cue):
                yield from self.active(sentence, cue)
        yield from self.given_to(sentence)
        yield from self.gained(sentence)
        handed = passes(sentence)
        if handed is not None:
            yield self.receipt(sentence, handed[1], "into-hands", 0)
        if any(sentence.sentence - step in self.hands.about_award for step in range(3)):
            yield from self.proxies.represented(sentence)
        yield from self.in_row(sentence)

    def is_taking(self, sentence: Stretch, cue: Span) -> bool:
        return self.hands.is_award(sentence, cue) and not hoped(sentence, cue) and not denied(sentence, cue)

    def receipt(
        self, sentence: Stretch, official: Span, rule: str, rank: int, cue: Span | None = None
    ) -> Receipt:
        """The receipt by `official` or their stand-in, with the one represented and the region it was for."""
        receipt = self.plain(sentence, official, rule, rank + (TITLE_RANK if sentence.is_title else 0), cue)
        if receipt.behalf is None and receipt.official is not None:
            receipt = replace(receipt, behalf=self.proxies.principal_nearby(sentence, official, rank))
        region = region_for(sentence, official, cue) or topic(self.hands.view, sentence, official)
        return replace(receipt, region=region)

    def plain(self, sentence: Stretch, official: Span, rule: str, rank: int, cue: Span | None) -> Receipt:
        proxy, principal = self.proxies.of(sentence, official, cue)
        if proxy is None and principal is official:
            return Receipt(
                None, self.hands.hand(sentence, official, rule, rank), sentence, announced(sentence)
            )
        hand = self.hands.hand(sentence, proxy if proxy is not None else official, rule, rank)
        behalf = self.hands.hand(sentence, principal, "on-behalf-of", rank) if principal is not None else None
        return Receipt(hand, behalf, sentence, announced(sentence))

    # --- by the verb ------------------------------------------------------------------------------------

    def taken_by(self, sentence: Stretch) -> Iterator[Receipt]:
        """ "diterima Bupati X", and the heads listed behind."""
        for cue in sentence.cue("accept_passive"):
            if self.is_taking(sentence, cue) and not of_guests(sentence, cue):
                official = next_official(sentence, cue.end)
                if official is not None:
                    yield from self.with_following(sentence, official, "received-by")

    def given_to(self, sentence: Stretch) -> Iterator[Receipt]:
        """ "menyerahkan piagam kepada Bupati X", and the heads listed behind."""
        for cue in sentence.cue("give", "give_passive"):
            if self.hands.is_award(sentence, cue) and not hoped(sentence, cue):
                official = receiver_behind(sentence, cue)
                if official is not None:
                    yield from self.with_following(sentence, official, "given-to")

    def with_following(self, sentence: Stretch, first: Span, rule: str) -> Iterator[Receipt]:
        yield self.receipt(sentence, first, rule, 0)
        for beside in following(sentence, first):
            yield self.receipt(sentence, beside, rule, 0)

    def active(self, sentence: Stretch, cue: Span) -> Iterator[Receipt]:
        """ "X menerima …": the official before the verb, or behind "yang menerima"."""
        if not OTHER_OBJECTS.isdisjoint(sentence.behind(cue.end, 2)) and not takes_report(sentence, cue):
            return
        later = sentence.word_before(cue.start) in AFTERWARDS
        taker = subject(sentence, cue) or taker_behind(sentence, cue, later=later)
        if taker is None:
            yield from self.pronoun(sentence, cue)
            return
        rule, rank = ("after-receiving", 3) if later else ("receives", 1)
        yield self.receipt(sentence, taker, rule, rank, cue)
        for beside in coordinated(sentence, taker):
            yield self.receipt(sentence, beside, "receives-too", 1)

    def pronoun(self, sentence: Stretch, cue: Span) -> Iterator[Receipt]:
        """ "Ia menerima …": the last head or deputy named in the sentence before."""
        opening = sentence.part.words(sentence.start, cue.start)
        previous = self.hands.view.previous(sentence)
        if cue.start - sentence.start > 4 or PRONOUNS.isdisjoint(opening) or previous is None:
            return
        named = [o for o in previous.officials if person_of(o).kind in RECEIVERS]
        stood_in = [o for o in named[1:] if previous.cue("proxy_to", after=named[0].end, before=o.start)]
        if named:
            yield self.receipt(sentence, (stood_in or named)[0], "pronoun", 3)

    def gained(self, sentence: Stretch) -> Iterator[Receipt]:
        """A head said to win the award from somebody's hands: "Bupati X mendapatkannya dari Menteri Y"."""
        named = tokens_of(sentence.officials)
        for cue in sentence.cue("gain"):
            winner = subject(sentence, cue)
            if winner is None or hoped(sentence, cue) or denied(sentence, cue):
                continue
            free = [i for i in range(winner.end, cue.start) if i not in named]
            if len(free) <= 4 and comes_from_hands(sentence, cue):
                yield self.receipt(sentence, winner, "gains-from", 2, cue)

    # --- without a verb ---------------------------------------------------------------------------------

    def in_row(self, sentence: Stretch) -> Iterator[Receipt]:
        """A row that gives a region, its result and a person: "1 Kabupaten X Peringkat 1 Y
        (Wakil Bupati)".
        """
        if sentence.is_title or not sentence.regions or not sentence.tiers or len(sentence.officials) != 1:
            return
        official, region = sentence.officials[0], sentence.regions[0]
        lead = [t for t in sentence.doc[sentence.start : region.start] if t.is_alpha]
        behind = person_of(official).kind in RECEIVERS and official.start >= region.end
        if behind and len(lead) <= 1 and not sentence.cue(*VERBS):
            yield Receipt(self.hands.hand(sentence, official, "row", 1), None, sentence, region=region)


def takes_report(sentence: Stretch, cue: Span) -> bool:
    """Whether the auditor's report is taken, which carries its opinion: "menerima Laporan Hasil …"."""
    return sentence.behind(cue.end, 2) == ["laporan", "hasil"]


def taker_behind(sentence: Stretch, cue: Span, *, later: bool) -> Span | None:
    """The official behind a verb of taking: "usai menerima piagam, Bupati X", "yang menerima adalah Y"."""
    taker = next_official(sentence, cue.end, reach=14) if later else None
    if taker is not None and sentence.word_before(taker.start) == "dari":
        return None  # the giver
    if taker is None and not NAMING.isdisjoint(sentence.behind(cue.end, 12)):
        taker = next_official(sentence, cue.end, reach=12)
    if taker is not None or later:
        return taker
    opens = cue.text[0].isupper() and not sentence.is_title
    return (
        next_official(sentence, cue.end, reach=3)
        if opens or sentence.word_before(cue.start) == "yang"
        else None
    )


def comes_from_hands(sentence: Stretch, cue: Span) -> bool:
    """Whether a giver stands behind a verb of winning: "dari Menteri Y", "yang diserahkan Y"."""
    if sentence.cue("accept", "accept_passive"):
        return False
    givers = [
        o for o in sentence.officials if o.start >= cue.end and person_of(o).kind in ("centre", "other")
    ]
    if not givers:
        return False
    first = givers[0].start
    return not FROM_HANDS.isdisjoint(sentence.part.words(max(cue.end, first - 4), first))


def of_guests(sentence: Stretch, cue: Span) -> bool:
    """Whether visitors or papers are received: "Rombongan … diterima Wakil Bupati"."""
    clause = sentence.clause_at(cue.start)
    words = sentence.part.words(clause.start, cue.start)
    return not GUESTS.isdisjoint(words) and not clause.cue("award_noun", before=cue.start)


def following(sentence: Stretch, first: Span) -> Iterator[Span]:
    """Heads of further regions listed behind the first: "Bupati A X, Bupati B Y, dan Bupati C Z"."""
    for official in [o for o in sentence.officials if o.start >= first.end]:
        if not is_listed_beside(sentence, first, official, new=official):
            return
        yield official
        first = official


def coordinated(sentence: Stretch, last: Span) -> Iterator[Span]:
    """Heads of further regions listed before `last`: "Bupati A X, Bupati B Y, dan Bupati C Z menerima"."""
    for official in reversed([o for o in sentence.officials if o.end <= last.start]):
        if not is_listed_beside(sentence, official, last, new=official):
            return
        yield official
        last = official


def region_for(sentence: Stretch, official: Span, cue: Span | None) -> Span | None:
    """The region that an award is said to be for: "piagam untuk Nabire diterima Sekda Y"."""
    limit = cue.start if cue is not None else official.start
    clause = sentence.clause_at(official.start)
    regions = [r for r in clause.regions if r.end <= limit and clause.word_before(r.start) in FOR_REGION]
    return regions[-1] if regions else None


def receiver_behind(sentence: Stretch, cue: Span) -> Span | None:
    """The official behind "kepada" after a verb of giving; a council's chair gives way to the head beside
    them.
    """
    doc = sentence.doc
    for at in range(cue.end, min(sentence.end, cue.end + GIVEN_REACH + 1)):
        if doc[at].lower_ == "kepada" or (doc[at].lower_ == "tangan" and doc[at - 1].lower_ == "ke"):
            near = [o for o in sentence.officials if at < o.start <= at + 14]
            heads = [
                o for o in near if person_of(o).kind in RECEIVERS and not is_broken(sentence, at + 1, o.start)
            ]
            return heads[0] if heads else None
    return None


def is_broken(sentence: Stretch, start: int, end: int) -> bool:
    """Whether a verb or a plural "para" stands between, so that what follows is somebody else."""
    if not SEVERAL.isdisjoint(sentence.part.words(start, end)):
        return True
    return bool(sentence.cue("companion", "statement", "accept", "give", after=start, before=end))
