"""Proxies: who stood in for a head who did not come, and for whom."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import person_of
from extractor.records.hands import HEADS, PRONOUNS, RECEIVERS, Hand, Hands, Receipt, next_official
from extractor.records.scope import announced
from extractor.records.view import Stretch

WORDS = lexicon("people")
OFFICES = frozenset(WORDS["offices"])
ATTENDANCE = PRONOUNS | frozenset(WORDS["attendance"])
SENT = tuple(WORDS["sent"])
SUBJECT_REACH = 25  # tokens between "mewakili" and the verb of receiving, either way
FAR = 103
ABSENCE_REACH = 5  # tokens between a head and the words that they were not there
ABSENT, ABSENT_ALONE = frozenset(WORDS["absent"]), frozenset(WORDS["absent_alone"])

Pair = tuple[Span | None, Span | None]  # who stood in, for whom


class Proxies:
    """Reads "diwakili", "melalui", "mewakili", "atas nama" around an official said to receive."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands

    def of(self, sentence: Stretch, official: Span, cue: Span | None) -> Pair:
        """(who stood in, for whom) around an official said to receive; (None, official) where an unnamed
        office did.
        """
        sender = self.sender(sentence, official)
        if sender is not None:
            return official, sender
        return (
            self.stand_in(sentence, official, cue)
            or self.principal(sentence, official, cue)
            or (official, None)
        )

    @staticmethod
    def sender(sentence: Stretch, official: Span) -> Span | None:
        """The head who sent the official: "Bupati X melalui Sekda Y"."""
        sent_by = [c for c in sentence.cue("proxy_to", before=official.start) if official.start - c.end <= 3]
        if not sent_by:
            return None
        start = sent_by[-1].start
        principals = [o for o in sentence.officials if 0 <= start - o.end <= 4]
        return principals[-1] if principals and person_of(principals[-1]).kind in HEADS else None

    @staticmethod
    def stand_in(sentence: Stretch, official: Span, cue: Span | None) -> Pair | None:
        """The one behind "diwakili", "melalui": "Bupati X menerima piagam melalui Sekda Y"."""
        for via in sentence.cue("proxy_to", after=official.end):
            if sentence.clause_at(via.start).start != sentence.clause_at(official.start).start:
                continue  # "Dari X hadir Bupati Y, sementara Z mengutus Kepala Dinas W"
            office = not OFFICES.isdisjoint(sentence.behind(via.end, 3))
            if office and not any(via.end <= o.start <= via.end + 3 for o in sentence.officials):
                return None, official
            if via.start - official.end > reach_of(via, official, cue):
                return None
            stand_in = next_official(sentence, via.end, reach=5, receivers=False)
            if stand_in is not None:
                return stand_in, official
        return None

    @staticmethod
    def principal(sentence: Stretch, official: Span, cue: Span | None) -> Pair | None:
        """The one behind "mewakili", "atas nama": "Sekda Y mewakili Bupati X menerima piagam"."""
        for stand in sentence.cue("proxy_for"):
            within = SUBJECT_REACH if cue is not None and stand.end <= cue.start else 6
            if 0 <= stand.start - official.end <= within:
                return official, head_behind(sentence, stand)
            if stand.end <= official.start:
                between = [o for o in sentence.officials if stand.end <= o.start < official.start]
                receiver = bool(between) and person_of(between[-1]).kind in RECEIVERS
                if receiver and official.start - between[-1].end <= 8:
                    return official, between[0]
            if cue is not None and 0 <= stand.start - cue.end <= SUBJECT_REACH:
                head = head_behind(sentence, stand)
                if head is not None:
                    return official, head
        return None

    def represented(self, sentence: Stretch) -> Iterator[Receipt]:
        """ "diwakili Sekda Y" in a sentence about the award that names no other receiver."""
        for cue in sentence.cue("proxy_to"):
            stand_in = (
                next_official(sentence, cue.end, reach=4) if cue.text.lower().startswith(SENT) else None
            )
            if stand_in is None:
                continue
            before = [o for o in sentence.officials if 0 <= cue.start - o.end <= 3]
            before = before or self.subject_far(sentence, cue)
            principal = before[-1] if before and person_of(before[-1]).kind in HEADS else None
            behalf = (
                self.hands.hand(sentence, principal, "on-behalf-of", 2) if principal is not None else None
            )
            regions = [r for r in sentence.regions if 0 <= cue.start - r.end <= 2]
            yield Receipt(
                self.hands.hand(sentence, stand_in, "represented-by", 2),
                behalf or self.pronoun_head(sentence, cue),
                sentence,
                announced(sentence),
                regions[-1] if regions and principal is None else None,
            )

    @staticmethod
    def subject_far(sentence: Stretch, cue: Span) -> list[Span]:
        """The head who sends somebody, with words on why between: "Bupati X yang sakit mengutus Sekda Y"."""
        before = [o for o in sentence.officials if o.end <= cue.start]
        clause = sentence.clause_at(cue.start)
        opening = sentence.part.words(clause.start, cue.start)
        if len(opening) <= 3 and not PRONOUNS.isdisjoint(opening):
            return before[-1:]  # "Wali Kota X tak tampak; ia diwakili Kepala Dinas Y"
        return [o for o in before[-1:] if cue.start - o.end <= SUBJECT_REACH and o.start >= clause.start]

    def pronoun_head(self, sentence: Stretch, cue: Span) -> Hand | None:
        """The head named in the sentence before: "Ia diwakili Sekda Y"."""
        previous = self.hands.view.previous(sentence)
        opening = sentence.part.words(sentence.start, cue.start)
        if previous is None or PRONOUNS.isdisjoint(opening) or len(opening) > 8:
            return None
        heads = [o for o in previous.officials if person_of(o).kind in HEADS]
        return self.hands.hand(previous, heads[-1], "on-behalf-of", 2) if heads else None

    # --- said elsewhere ---------------------------------------------------------------------------------

    def principal_nearby(self, sentence: Stretch, official: Span, rank: int) -> Hand | None:
        """The one represented where a pronoun or the next sentence says so.

        "yang mewakilinya"; "Ia hadir mewakili Bupati X".
        """
        if any(c.text.lower() == "mewakilinya" for c in sentence.cue("proxy_for")):
            hand = self.head_around(sentence, official, rank)
            if hand is not None:
                return hand
        return self.told_next(sentence, official, rank) or self.absent_head(sentence, official, rank)

    def absent_head(self, sentence: Stretch, official: Span, rank: int) -> Hand | None:
        """The head who was not there: "Gubernur X tidak hadir. Piala diterima Kepala Dinas Y."."""
        if person_of(official).kind == "head":
            return None
        for where in (sentence, self.hands.view.previous(sentence)):
            if where is None or where.is_title or not tells_of_absence(where):
                continue
            for head in where.officials:
                if person_of(head).kind == "head" and is_absent(where, head):
                    return self.hands.hand(where, head, "represented", rank)
        return None

    def head_around(self, sentence: Stretch, official: Span, rank: int) -> Hand | None:
        """The head in this sentence or the one before: the last one before the official, else the first."""
        previous = self.hands.view.previous(sentence)
        heads = [
            (where, o)
            for where in (previous, sentence)
            if where is not None
            for o in where.officials
            if person_of(o).kind == "head" and o.start != official.start
        ]
        if not heads:
            return None
        last_where, last = heads[-1]
        where, head = heads[-1] if last.start < official.start or last_where is not sentence else heads[0]
        return self.hands.hand(where, head, "represented", rank)

    def told_next(self, sentence: Stretch, official: Span, rank: int) -> Hand | None:
        """The head whom the next sentence says that the official stood in for."""
        following = self.hands.view.following(sentence)
        if following is None or sentence.is_title or following.cue("accept", "accept_passive"):
            return None
        for stand in following.cue("proxy_for"):
            opening = following.part.words(following.start, stand.start)
            came = len(opening) <= 5 and not ATTENDANCE.isdisjoint(opening)
            if came or (opening and opening[0] in (person_of(official).name or "").lower().split()):
                head = head_behind(following, stand)
                if head is not None:
                    return self.hands.hand(following, head, "represented", rank)
        return None


def tells_of_absence(sentence: Stretch) -> bool:
    """Whether anything is denied at all, or anyone was kept away."""
    words = sentence.part.words(sentence.start, sentence.end)
    return bool(sentence.cue("negation")) or not ABSENT_ALONE.isdisjoint(words)


def is_absent(sentence: Stretch, head: Span) -> bool:
    """Whether a denial of being there follows a head: "tidak hadir", "tak bisa berangkat", "berhalangan"."""
    behind = sentence.behind(head.end, ABSENCE_REACH)
    if not ABSENT_ALONE.isdisjoint(behind):
        return True
    denials = [c for c in sentence.cue("negation", after=head.end) if c.start - head.end <= ABSENCE_REACH]
    return any(not ABSENT.isdisjoint(sentence.behind(c.end, 2)) for c in denials)


def reach_of(via: Span, official: Span, cue: Span | None) -> int:
    """How far behind the official a "melalui" may stand: farther where the verb of receiving
    stands between.
    """
    if cue is None or via.start < cue.start:
        return 8
    if via.start >= cue.end and cue.end != official.end:
        return 14 + cue.end - official.end
    return FAR


def head_behind(sentence: Stretch, cue: Span) -> Span | None:
    """The head or deputy right behind "mewakili"."""
    principal = next_official(sentence, cue.end, reach=3, receivers=False)
    return principal if principal is not None and person_of(principal).kind in HEADS else None
