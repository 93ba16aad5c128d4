"""Lists over lines: a sentence that opens one, and the lines that each name a region."""

from __future__ import annotations

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import quantity_of, tier_of
from extractor.records.editions import Editions
from extractor.records.places import Place
from extractor.records.recipients import Recipients
from extractor.records.scores import score_pairs, scores_of
from extractor.records.statement import Ledger, Statement
from extractor.records.view import Stretch

WORDS = lexicon("statements")
LIST_LEADS = frozenset(WORDS["list_leads"])
OTHERS = tuple(WORDS["others"])
CLOSED_HEADINGS = (*OTHERS, *WORDS["closed_headings"])
HEADING = 12  # tokens of a heading over a list
SCRAP = 3  # tokens of a line that is but a cell of a table
CELLS = 3  # lines behind its region's that a row of a table may take
FOLLOWS = tuple(WORDS["announcing"])
BULLETS = frozenset(["-", "–", "—", "•", "*", "·", "●", "▪", "("])
LIST_GAP = 4  # sentences that one item of a list may take before the next


class Lists:
    """The list under way: until which sentence a line may belong to it, the tier over it, and whether it is
    closed.

    A closed list is one of companies, villages or media: its lines state nothing about regions.
    """

    def __init__(self, recipients: Recipients, editions: Editions, ledger: Ledger) -> None:
        self.recipients, self.editions, self.ledger = recipients, editions, ledger
        self.until = -1
        self.heading: Span | None = None
        self.closed = False

    def is_closed(self, sentence: Stretch) -> bool:
        """Whether the sentence stands in a list of winners that are no regions."""
        return self.closed and sentence.sentence <= self.until + 1

    def read_cell(self, sentence: Stretch) -> bool:
        """A cell of a table set as lines, behind that of its region: a tier alone, or a score alone."""
        last = self.ledger.last
        near = last is not None and last.listed and 0 < sentence.sentence - last.clause.sentence <= CELLS
        if last is None or not near or last.place is None or sentence.sentence > self.until:
            return False
        span, tier = sentence.span, sentence.tiers[0] if sentence.tiers else None
        words = [token for token in span if not token.is_space]
        if tier is not None and len(words) == len(tier) and tier_of(tier).fits(last.programme):
            if last.tier is not None or self.heading is not None:
                return False
            last.tier = tier
            return True
        scores = sentence.quantities if len(words) == 1 else []
        if scores and last.score is None and quantity_of(scores[0]).unit is None and "," in scores[0].text:
            last.score = scores[0]
        return len(words) <= SCRAP and not (sentence.regions or sentence.tiers or sentence.cues)

    def note(self, sentence: Stretch, *, stated: bool) -> None:
        """See whether a sentence that is no line itself opens a list, or ends the heading of one."""
        if self.opens(sentence, stated=stated):
            self.until = sentence.sentence + 1
        elif sentence.sentence <= self.until and is_scrap(sentence):
            self.until += 1
        elif sentence.sentence > self.until:
            self.heading = None

    def opens(self, sentence: Stretch, *, stated: bool) -> bool:
        """Whether recipients follow line by line: the sentence ends in a colon, or is a heading
        with a tier.
        """
        text = sentence.text.rstrip()
        colon = text.endswith(":")
        if colon and not sentence.regions:
            padded = f" {text.lower().rstrip(':')} "
            self.closed = any(f" {word} " in padded for word in CLOSED_HEADINGS)
        if self.is_heading(sentence) and (colon or text[-1:] not in '.!?”"'):
            self.heading = sentence.tiers[0]
            return True
        if sentence.cue("target"):
            return False
        cued = sentence.cue("listing", "gain", "gain_passive", "award_noun", "accept")
        last_words = bool(cued) and cued[-1].end >= sentence.end - 2
        announced = last_words and cued[-1].text.lower().endswith(FOLLOWS)
        open_end = colon or (last_words and text[-1:].isalpha()) or announced
        return open_end and bool(sentence.tiers or (cued and (stated or self.ledger.found)))

    def is_heading(self, sentence: Stretch) -> bool:
        """Whether a short line names one tier and nobody: "Kategori Utama:"."""
        return len(sentence.tiers) == 1 and len(sentence.span) <= HEADING and not self.recipients.of(sentence)

    def read_line(self, sentence: Stretch) -> bool:
        """A line of an open list that begins with a region: "- Kota Makassar: …", "Kabupaten Bintan, Kota
        Batam".
        """
        if sentence.sentence > self.until or sentence.is_title:
            return False
        recipients = self.recipients.of(sentence)
        pid = self.editions.context[sentence.sentence]
        if pid is None or not recipients or not self.begins_with(sentence, recipients[0]):
            return False
        if self.closed:
            return True
        if not opens_line(sentence) and not tells_result(sentence):
            return False
        self.state(sentence, pid, chosen_of(sentence, recipients))
        self.until = sentence.sentence + LIST_GAP
        return True

    def state(self, sentence: Stretch, pid: str, chosen: list[Place]) -> None:
        tier = next((t for t in sentence.tiers if tier_of(t).fits(pid)), None) or self.heading
        scores = score_pairs(chosen, scores_of(sentence))
        for place in chosen:
            score = scores.get(place.span.start)
            self.ledger.add(Statement(pid, sentence, "received", place, tier, score, listed=True))

    @staticmethod
    def begins_with(sentence: Stretch, place: Place) -> bool:
        """Whether only bullets, numbers and words of government stand before the region."""
        lead = sentence.doc[sentence.start : place.span.start]
        return all(not token.is_alpha or token.lower_ in LIST_LEADS for token in lead)


def opens_line(sentence: Stretch) -> bool:
    """Whether the sentence begins on a line of its own, or with a bullet or number."""
    first = sentence.doc[sentence.start]
    marked = first.text in BULLETS or first.text[0].isdigit()
    return marked or not sentence.start or "\n" in sentence.doc[sentence.start - 1].text


def tells_result(sentence: Stretch) -> bool:
    """Whether a sentence among others gives a tier, a score, or a verb of winning."""
    won = sentence.cue("gain", "gain_passive", "accept", "accept_passive", "listing")
    return bool(sentence.tiers or won or scores_of(sentence))


def is_scrap(sentence: Stretch) -> bool:
    """Whether a line is a heading of a column, a number or the like: one to three words, no full stop."""
    words = [token for token in sentence.span if not token.is_space]
    return len(words) <= SCRAP and words[-1].text not in (".", "!", "?")


def chosen_of(sentence: Stretch, recipients: list[Place]) -> list[Place]:
    """The regions that a line is about: the one before its colon ("Kota A: menyusul Kota B"), else all."""
    end = recipients[0].span.end
    if end < sentence.end and sentence.doc[end].text == ":":
        return recipients[:1]
    return recipients
