"""Hands: persons in the part they play at the handing over, and the steps from a verb to its person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import PersonMention, person_of, tokens_of
from extractor.records.recipients import stands_by
from extractor.records.statement import Statement
from extractor.records.view import Stretch, View

WORDS = lexicon("people")
MANNER = frozenset(WORDS["manner"])
PRONOUNS = frozenset(WORDS["pronouns"])
RECEIVERS = frozenset(["head", "deputy", "staff"])  # the kinds of officials who take an award for a region
HEADS = frozenset(["head", "deputy"])
LIST_JOINTS = frozenset([",", "dan", "serta", "(", ")"])
TO_HANDS = (["ke", "tangan"], ["ke"], ["kepada"])
ACTING = ("Penjabat ", "Pelaksana Tugas ", "Pelaksana Harian ")
NEAR = 8  # tokens of manner between a verb and its person
AFTER_OWN_NAME = 2  # tokens between "kabar dari X" and "usai menerima"
SLACK = 2  # other words among them


@dataclass(frozen=True, slots=True)
class Hand:
    """A person with the place where the text names them, and the rule that found the part they play.

    The lower `rank`, the surer.  `known_at` is where the text gives the name of an office that
    stands alone here.
    `shared` marks a giver who handed the award to all winners.
    """

    person: PersonMention
    span: Span
    sentence: Stretch
    rule: str
    rank: int = 0
    known_at: Span | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """Who received; `region` is the mention of the region it was for, where the official carries none."""

    official: Hand | None
    behalf: Hand | None
    sentence: Stretch
    announced: bool = False
    region: Span | None = None

    @property
    def rank(self) -> int:
        return self.official.rank if self.official else self.behalf.rank if self.behalf else 9


class Hands:
    """Makes hands of officials, and tells verbs of the award from other giving and taking."""

    def __init__(self, view: View, statements: Iterable[Statement]) -> None:
        self.view = view
        self.about_award = {s.clause.sentence for s in statements}
        self._named: dict[tuple[str, str, str], Span] = {}  # (kind, role, last name): where first named
        for _, span in view.all("officials"):
            other = person_of(span)
            if other.name:
                self._named.setdefault((other.kind, other.role or "", other.name.split()[-1].lower()), span)
        self._known: dict[tuple[str, str], Span | None] = {}

    def hand(self, sentence: Stretch, official: Span, rule: str, rank: int) -> Hand:
        """The person behind an official; an office alone takes the name that the article gives
        it elsewhere.
        """
        person = person_of(official)
        known = self.named(person) if person.name is None else None
        if known is None:
            return Hand(person, official, sentence, rule, rank)
        named = person_of(known)
        role = person.role if person.role and len(person.role) >= len(named.role or "") else named.role
        return Hand(replace(person, name=named.name, role=role), official, sentence, rule, rank, known)

    def named(self, person: PersonMention) -> Span | None:
        """The one official of the article that has this office and a name."""
        office = (person.kind, person.role or "")
        if office not in self._known:
            found: dict[str, Span] = {}
            for (kind, role, name), span in self._named.items():
                if kind == person.kind and same_office(person.role or "", role):
                    found.setdefault(name, span)
            self._known[office] = next(iter(found.values())) if len(found) == 1 else None
        return self._known[office]

    def is_award(self, sentence: Stretch, cue: Span) -> bool:
        """Whether the verb's object is the award: the sentence is about one, or names a certificate or
        trophy.
        """
        number = sentence.sentence
        if number in self.about_award or sentence.programmes or sentence.tiers or sentence.cue("award_noun"):
            return True
        if cue.text.lower().endswith("nya") or not self.about_award.isdisjoint(
            (number - 2, number - 1, number + 1)
        ):
            return True
        if not self.about_award:
            return False
        kinds = {person_of(official).kind for official in sentence.officials}
        ceremony = "centre" in kinds and not RECEIVERS.isdisjoint(kinds)
        return ceremony or cue.text.lower().startswith("yang menyerahkan")


def same_office(short: str, long: str) -> bool:
    """Whether two roles are one office, acting or not: "Kepala Dinas" is that of the field named
    elsewhere.
    """
    for acting in ACTING:
        short, long = short.removeprefix(acting), long.removeprefix(acting)
    if short == long:
        return True
    words, other = short.split(), long.split()
    return words[:2] == other[:2] == ["Kepala", "Dinas"] and (len(words) == 2 or words[2].isupper())


def next_official(sentence: Stretch, at: int, *, reach: int = NEAR, receivers: bool = True) -> Span | None:
    """The official that follows token `at` with nothing but words of manner between.

    `reach` beyond 8 lets as many other words stand between; with `receivers` those of other kinds
    are passed over.
    """
    for official in sentence.officials:
        if official.start < at:
            continue
        if is_far(free_words(sentence, at, official.start), reach):
            return None
        if receivers and person_of(official).kind not in RECEIVERS:
            continue
        return None if is_other(sentence, at, official) else official
    return None


def free_words(sentence: Stretch, start: int, end: int) -> list[str]:
    """The words of tokens [start, end) that stand in no official's words."""
    named = tokens_of(sentence.officials)
    return [sentence.doc[i].lower_ for i in range(start, end) if i not in named]


def next_giver(sentence: Stretch, at: int) -> Span | None:
    """The official behind "diserahkan": "diserahkan kepada Bupati X oleh Menteri Y" passes X over."""
    for official in sentence.officials:
        if official.start < at:
            continue
        between = sentence.part.words(at, official.start)
        if "kepada" in between:
            if "oleh" not in between:
                return None
            between = between[len(between) - between[::-1].index("oleh") :]
            if "kepada" in between:
                return None
        if is_far(between, NEAR):
            return None
        return None if is_other(sentence, at, official) else official
    return None


def is_far(between: list[str], reach: int) -> bool:
    """Whether too many words, or too many that are not of manner, stand before a person."""
    others = sum(word not in MANNER for word in between)
    return len(between) > reach + NEAR or others > (SLACK if reach <= NEAR else reach)


def is_other(sentence: Stretch, at: int, official: Span) -> bool:
    """Whether a word of company or of standing in comes first, so that the official plays another part."""
    return bool(sentence.cue("companion", "proxy_for", after=at, before=official.start))


def subject(sentence: Stretch, cue: Span, *, receivers: bool = True) -> Span | None:
    """The official before a verb: the last one that neither stands by nor is stood in for, nor
    is given to.
    """
    before = [o for o in sentence.officials if o.end <= cue.start]
    for official in reversed(before):
        if receivers and person_of(official).kind not in RECEIVERS:
            continue
        if stands_by(sentence, official):
            continue
        lead = sentence.word_before(official.start)
        comes_from = lead == "dari" and cue.start - official.end <= AFTER_OWN_NAME
        if (lead in ("kepada", "dari", "oleh") and not comes_from) or (
            lead in ("mewakili", "nama") and len(before) > 1
        ):
            continue
        if not receivers and sentence.cue("accept", "give", after=official.end, before=cue.start):
            continue
        return None if ";" in sentence.part.words(official.end, cue.start) else official
    return None


def is_listed_beside(sentence: Stretch, left: Span, right: Span, *, new: Span) -> bool:
    """Whether two officials, each with a region, stand side by side in a list and the `new` one
    can receive.
    """
    if (
        person_of(left).region is None
        or person_of(right).region is None
        or person_of(new).kind not in RECEIVERS
    ):
        return False
    between = sentence.part.words(left.end, right.start)
    return len(between) <= 3 and LIST_JOINTS.issuperset(between)


def passes(sentence: Stretch) -> tuple[Span, Span] | None:
    """ "piagam berpindah dari P ke tangan Y", "dari P kepada Y": who gave and who took."""
    for giver, taker in pairwise(sentence.officials):
        between = [word for word in sentence.part.words(giver.end, taker.start) if word != ","]
        from_giver = sentence.word_before(giver.start) == "dari"
        if from_giver and between in TO_HANDS and person_of(taker).kind in RECEIVERS:
            return giver, taker
    return None
