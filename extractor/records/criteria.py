"""Printed criteria: the conditions that an article states for a tier, told from figures and goals."""

from __future__ import annotations

import re
from functools import cache

from spacy.tokens import Span

from extractor.model import Bar, Criterion, Op
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import tier_of
from extractor.programmes.catalogue import load_catalogue
from extractor.records.number import Measured
from extractor.records.view import Stretch
from extractor.records.words import GIVEN_TO, occurs, pattern

WORDS = lexicon("criteria")
SOFT = frozenset(WORDS["soft"])
STRONG = frozenset(WORDS["strong"])
MET = frozenset(WORDS["met"])
PURPOSE = re.compile(
    rf"\b(?:{'|'.join(WORDS['purpose_leads'])})(?: (?:{'|'.join(WORDS['purpose_modals'])}))*"
    rf" (?:{'|'.join(WORDS['purpose_verbs'])})\b|\b(?:{'|'.join(WORDS['purposes'])})\b"
)
PROVISO = re.compile(
    rf"\b(?:{'|'.join(WORDS['proviso_modals'])}) (?:{'|'.join(WORDS['purpose_verbs'])})\b[^;.]{{0,200}}"
    rf"\b(?:{'|'.join(WORDS['provisos'])})\b"
)
NAMED = re.compile(rf"\b(?i:{'|'.join(WORDS['bar_words'])}) ([A-Z]\w+)")
OPENED = re.compile(rf"(?i:{'|'.join(WORDS['tier_leads'])}) ([A-Z]\w+)")
SUCH = frozenset(WORDS["such"])
PARTING = frozenset(",;.")
FAR_BACK = 30  # tokens before a number in which its condition is told
ALTERNATIVES = tuple(WORDS["alternatives"])
OPENING = "“\"'‘ "
WINNING = ("gain", "gain_passive", "accept", "accept_passive")
DEMANDS = frozenset(WORDS["demands"])
PROVIDED = tuple(WORDS["provided"])
RECIPIENTS = tuple(WORDS["recipients"])
FOLLOW_ON = tuple(WORDS["follow_on"])
EXCEPTIONS = tuple(WORDS["exceptions"])
REACHED = tuple(WORDS["reached"])
BARS = tuple(WORDS["bars"])
LOOK_BACK = 12  # tokens before a number that are asked about it
ALL = "all"


class Criteria:
    """The criteria of an article about its main programme: `found`."""

    def __init__(self, programme: str | None) -> None:
        self.programme = programme
        self.found: list[Criterion] = []
        self.tier: tuple[str, int] | None = None  # the tier in question, and the sentence that names it
        self.stated_in = -2  # the last sentence with a condition
        self.in_turn = False  # whether the sentence being read goes on with the conditions of the one before

    def begin(self, sentence: Stretch) -> None:
        """Begin to read a sentence: keep the tier whose conditions it begins to state."""
        self.in_turn = self.goes_on(sentence)
        tiers, named = self.own_tiers(sentence), named_tier(sentence, self.programme)
        if named is not None:
            self.tier = (named, sentence.sentence)
        elif tiers and (asks(sentence) or any(word in sentence.text.lower() for word in BARS)):
            self.tier = (self.tier_id(tiers[0]), sentence.sentence)

    def own_tiers(self, sentence: Stretch) -> list[Span]:
        return [t for t in sentence.tiers if tier_of(t).fits(self.programme)]

    def tier_id(self, tier: Span) -> str:
        return tier_of(tier).of(self.programme) or ALL

    def goes_on(self, sentence: Stretch) -> bool:
        """Whether a sentence goes on with the conditions of the one before: for the next tier, or with
        another way to the same.
        """
        if sentence.sentence - self.stated_in != 1 or sentence.regions or sentence.cue(*WINNING):
            return False
        named = (
            bool(self.own_tiers(sentence)) or named_tier(sentence, self.programme, next_one=True) is not None
        )
        return named or opens_alternative(sentence)

    def is_row(self, sentence: Stretch) -> bool:
        """Whether a sentence states coverage and activity for several tiers."""
        both = all(pattern("metrics", metric).search(sentence.text) for metric in ("coverage", "active"))
        return both and asks(sentence) and not sentence.regions and len(self.own_tiers(sentence)) > 1

    def is_condition(self, sentence: Stretch, number: Measured) -> bool:
        """Whether the number is a bar, and not what a region has reached or hopes for."""
        op, at = number.quantity.op, number.span.start
        if number.unit != "percent" or op == "<":
            return False
        if self.in_turn:
            return True
        lead = sentence.text_before(at, LOOK_BACK)
        cues = {c.text.lower() for c in sentence.cue("criteria", before=at)}
        if occurs("goals", lead) and MET.isdisjoint(cues) and not is_price(sentence, at):
            return False
        if op == ">=" or is_price(sentence, at) or is_for_recipients(sentence, at):
            return True
        if op == ">" and is_given_to_such(sentence, at):
            return True
        strong, asked = not STRONG.isdisjoint(cues), asks(sentence)
        in_question = self.tier is not None and self.tier[1] == sentence.sentence
        if op == ">" and (strong or (in_question and asked)):
            return True
        reached = "padahal syarat" not in sentence.text.lower() and any(word in lead for word in REACHED)
        return strong and (asked or not reached)

    def add(self, sentence: Stretch, number: Measured, gap: str, *, branch: int | None) -> None:
        """Add the criterion of a bar; behind the words of an exception it goes to the criterion before."""
        if number.metric in ("participants", "population") or not self.programme:
            return
        if self.found and is_exception(gap):
            self.add_exception(number)
            return
        op: Op = ">" if number.quantity.op == ">" else ">="
        criterion = Criterion(
            programme=self.programme,
            tier=self.tier_for(sentence, number),
            metric=number.metric,
            op=op,
            value=number.quantity.value,
            unit="percent",
            alt=branch,
            evidence=[sentence.part.mark(number.span, "criterion")],
        )
        self.stated_in = sentence.sentence
        key = (criterion.tier, criterion.metric, criterion.op, criterion.value)
        if not any((c.tier, c.metric, c.op, c.value) == key for c in self.found):
            self.found.append(criterion)

    def add_exception(self, number: Measured) -> None:
        """Make a bar the exception of the criterion before."""
        bar = Bar(metric=number.metric, op=">=", value=number.quantity.value, unit="percent")
        self.found[-1] = self.found[-1].model_copy(update={"unless": bar})

    def tier_for(self, sentence: Stretch, number: Measured) -> str:
        """The tier a condition is for: the nearest named before it in the sentence, else the one
        in question.
        """
        tiers, span = self.own_tiers(sentence), number.span
        behind = next((t for t in tiers if 0 <= t.start - span.end <= 5), None)
        if behind is not None:
            between = sentence.part.words(span.end, behind.start)
            if not {"untuk", "bagi", "pada", "kelas"}.isdisjoint(between):
                return self.tier_id(behind)
        own = [t for t in tiers if t.end <= span.start]
        if own:
            return self.tier_id(own[-1])
        named = named_tier(sentence, self.programme, next_one=self.in_turn)
        if named is not None:
            return named
        if self.tier is None:
            return ALL
        tier, named_in = self.tier
        goes_on = sentence.text.lower().lstrip(OPENING).startswith((*FOLLOW_ON, *ALTERNATIVES))
        near = sentence.sentence - max(named_in, self.stated_in) <= 1
        return tier if goes_on and near and named_in != sentence.sentence else ALL

    def open_branch(self, sentence: Stretch, previous: Stretch | None) -> int:
        """Number the branches of a tier: those already read in the sentence, or since the start of the one
        before that it goes on with, get 1, what follows the first "atau" 2, the next 3.
        """
        last, tier = 1, self.found[-1].tier
        since = (previous if opens_alternative(sentence) and previous else sentence).span.start_char
        for i, criterion in enumerate(self.found):
            mark = criterion.evidence[0]
            here = mark.start >= since and mark.part == sentence.part.name
            if here and criterion.tier == tier:
                last = max(last, criterion.alt or 1)
                self.found[i] = criterion.model_copy(update={"alt": criterion.alt or 1})
        return last + 1


@cache
def tier_ids(programme: str | None) -> dict[str, str]:
    """The ids of a built-in programme's tiers by their names of one word."""
    found = load_catalogue().get(programme) if programme else None
    forms = [(form.text, tier.id) for tier in found.tiers for form in tier.forms()] if found else []
    return {text: tier for text, tier in forms if text.istitle()}


def named_tier(sentence: Stretch, programme: str | None, *, next_one: bool = False) -> str | None:
    """The tier named by its conditions: "Syarat Utama ialah …"; the `next_one` of a row by its place alone:
    "Adapun Pratama cukup …".
    """
    match = NAMED.search(sentence.text) or (next_one and OPENED.match(sentence.text.lstrip(OPENING)))
    return tier_ids(programme).get(match[1]) if match else None


def opens_alternative(sentence: Stretch) -> bool:
    """Whether a sentence opens another way to what the one before demands: "Atau, …", "Bisa juga …"."""
    return sentence.text.lower().lstrip(OPENING).startswith(ALTERNATIVES)


def asks(sentence: Stretch) -> bool:
    """Whether a sentence states a demand at all."""
    return any(c.text.lower() not in SOFT for c in sentence.cue("criteria"))


def is_price(sentence: Stretch, at: int) -> bool:
    """Whether a number says what an award costs: "untuk meraihnya, cakupan harus 98 persen", "berlaku bila
    keaktifannya di atas 80 persen".
    """
    before = sentence.text_before(at, at - sentence.start)
    if any(word in before for word in PROVIDED) or PROVISO.search(sentence.text_before(at, FAR_BACK)):
        return True
    return PURPOSE.search(before) is not None and not DEMANDS.isdisjoint(sentence.before(at, LOOK_BACK))


def is_for_recipients(sentence: Stretch, at: int) -> bool:
    """Whether a tier goes to whoever has the number: "Utama bagi daerah dengan cakupan 99 persen"."""
    before = sentence.text_before(at, at - sentence.start)
    return any(word in before for word in RECIPIENTS) and bool(sentence.tiers)


def is_given_to_such(sentence: Stretch, at: int) -> bool:
    """Whether an award is given to all who have the number: "diberikan kepada 334 kabupaten/kota yang
    kepesertaannya di atas 95 persen".
    """
    given = sentence.cue("give_passive", before=at)
    if not given or any(given[0].end <= region.start < at for region in sentence.regions):
        return False
    words = sentence.before(at, min(at - given[0].end, FAR_BACK))
    if GIVEN_TO.isdisjoint(words[:4]) or "yang" not in words or not PARTING.isdisjoint(words):
        return False
    return any(not SUCH.isdisjoint(word.split("/")) for word in words[: words.index("yang")])


def is_exception(gap: str) -> bool:
    """Whether the words before a bar make it the exception to the bar before: "kecuali keaktifan …"."""
    return any(word in gap for word in EXCEPTIONS)
