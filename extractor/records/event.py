"""When and where the award was handed over: the date and the venue that the sentences about it give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import DateMention, date_of, person_of, region_of, venue_of
from extractor.records.statements import Statements
from extractor.records.view import Stretch, View

REMOTE = re.compile(
    r"\b(?:virtual|daring|online|zoom|mengikutinya|video ?conference|konferensi video)\b", re.IGNORECASE
)
HANDING = ("accept", "accept_passive", "give", "give_passive")
HAPPENING = (*HANDING, "gain", "gain_passive", "event_noun", "future")
ACTS = (*HAPPENING, "award_noun")
WORDS = lexicon("event")
NO_EVENT_DATE = frozenset(WORDS["no_event_date"])
NO_EVENT_VENUE = frozenset(WORDS["no_event_venue"])
LEAST_DATE, LEAST_VENUE = 1.5, 4  # scores below which a mention is none of the event's
ROUND_UP = 5  # winners that make an article a round-up
MONTH_LEADS = frozenset(WORDS["month_leads"])
LEAST_MONTH = 3.5  # a month alone is believed only in a sentence that tells of the handing over
ADDRESS_REACH = 6  # tokens of an address behind the venue's name
NEAR = 4  # tokens between the date and the venue of one event
SHORT = 10  # tokens of a sentence that only goes on with the one before: "Selasa (27/1)."


@dataclass(frozen=True, slots=True)
class Found:
    """A chosen mention, its sentence, and why it won."""

    span: Span
    sentence: Stretch
    score: float


def spoken(sentence: Stretch, span: Span) -> bool:
    """Whether the words belong to somebody's statement: the nearest cue before (or right behind) is one of
    saying.
    """
    before = [c for c in sentence.cue("statement", "companion", *ACTS, before=span.start) if takes_part(c)]
    said = [c.end for c in before if c.label_ == "statement" and not tells_where(sentence, c)]
    if said:
        last = max(said)
        return last == max(c.end for c in before) or not sentence.cue(
            *HAPPENING, before=span.start, after=last
        )
    if before:
        return False
    after = sentence.cue("statement", after=span.end)
    if not after or after[0].start - span.end > NEAR:
        return False
    acts = sentence.cue(*ACTS, after=span.end)
    return not (acts and acts[0].start < after[0].start)


def follows_decree(sentence: Stretch, span: Span) -> bool:
    """Whether a decree's number stands before; "Jalan X Nomor 6" in an address is none."""
    halls = [v for v in sentence.of("venues") if venue_of(v).hall]
    cues = sentence.cue("decree", before=span.start, after=span.start - 8)
    return any(not any(v.start <= cue.start < v.end + ADDRESS_REACH for v in halls) for cue in cues)


def takes_part(cue: Span) -> bool:
    """Whether the cue is of the event: of the words of company only those for who stood by at it."""
    return cue.label_ != "companion" or "dampingi" in cue.text.lower()


def tells_where(sentence: Stretch, cue: Span) -> bool:
    """Whether "disampaikan di <hall>" places the event rather than somebody's words."""
    if cue.text.lower() not in ("disampaikan", "diumumkan"):
        return False
    return any(
        v.start - cue.end <= 1 and venue_of(v).hall for v in sentence.of("venues") if v.start >= cue.end
    )


class Event:
    """Chooses the event's date and venue for the article's main programme."""

    def __init__(
        self,
        view: View,
        statements: Statements,
        edition: int | None,
        *,
        report: bool,
        own: frozenset[int] | None = None,
        main: str | None = None,
    ) -> None:
        self.main = main
        self.view = view
        self.sentences = [s for s in view.sentences if own is None or s.sentence in own]
        self.won = {s.clause.sentence for s in statements.found if s.is_won}
        self.winners = {s.place.key for s in statements.found if s.is_won and s.place is not None}
        listed = (sum(person_of(o).kind == "head" for o in s.officials) for s in view.sentences)
        self.is_roundup = len(self.winners) >= ROUND_UP or any(count >= ROUND_UP for count in listed)
        self.winners_in: dict[int, set[str]] = {}
        for s in statements.found:
            if s.is_won and s.place is not None:
                self.winners_in.setdefault(s.clause.sentence, set()).add(s.place.key)
        self.edition = edition
        self.report = report
        self.date = self.choose_date()
        self.venue = self.choose_venue()
        self.remote = self.venue is not None and bool(REMOTE.search(self.venue.sentence.text))

    def act(self, sentence: Stretch) -> float:
        """How much a sentence is about the handing over."""
        score = 0.0
        if sentence.cue(*HANDING):
            score += 3
        if sentence.cue("event_noun"):
            score += 2.5
        if sentence.sentence in self.won:
            score += 2
        if sentence.programmes:
            score += 1
        if sentence.cue("gain", "gain_passive"):
            score += 1
        if score == 0 and len(sentence.span) <= SHORT and sentence.sentence and not sentence.is_title:
            before = self.view.sentences[sentence.sentence - 1]
            return self.act(before) if before.paragraph == sentence.paragraph else 0.0
        return score

    # --- the date ---------------------------------------------------------------------------------------

    def choose_date(self) -> Found | None:
        best: Found | None = None
        for sentence in self.sentences:
            for span in sentence.of("dates"):
                if date_of(span).day is None and date_of(span).valid:
                    continue
                score = self.date_score(sentence, span)
                if score >= LEAST_DATE and (best is None or score > best.score):
                    best = Found(span, sentence, score)
        return best or self.choose_month()

    def choose_month(self) -> Found | None:
        """The month of the handing over, where no day is told: "diserahkan pada Januari 2026"."""
        for sentence in self.sentences:
            for span in sentence.of("dates"):
                date = date_of(span)
                lead = sentence.word_before(span.start)
                if date.day is not None or date.month is None or not date.valid or lead not in MONTH_LEADS:
                    continue
                score = self.date_score(sentence, span)
                if sentence.cue(*HANDING, "event_noun") and score >= LEAST_MONTH:
                    return Found(span, sentence, score)
        return None

    def date_score(self, sentence: Stretch, span: Span) -> float:
        """How likely a date is that of the event."""
        score = self.act(sentence)
        if any(venue_of(v).hall for v in sentence.of("venues")):
            score += 2
        if date_of(span).weekday is not None:
            score += 1
        if sentence.sentence <= 6:
            score += 0.5
        if spoken(sentence, span):
            score -= 6
        if follows_decree(sentence, span):
            score -= 10
        if is_data_day(sentence, span):
            score -= 12
        if opens_dateline(sentence, span):
            score -= 20
        if self.is_other_year(date_of(span).year):
            score -= 1 if self.report else 4
        if sentence.cue("past", before=span.start, after=span.start - 4):
            score -= 3
        if self.is_of_one_among_many(sentence):
            score -= 2
        return score

    def is_of_one_among_many(self, sentence: Stretch) -> bool:
        """Whether a round-up of many winners tells only one winner's own story in the sentence."""
        if not self.is_roundup:
            return False
        named = len(self.winners_in.get(sentence.sentence, set()) - {self.main})
        alone = len(sentence.officials) == 1 and person_of(sentence.officials[0]).kind == "head"
        return named == 1 or (named == 0 and alone and bool(sentence.cue("accept")))

    def is_other_year(self, year: int | None) -> bool:
        if year is None or self.edition is None:
            return False
        return not self.edition <= year <= self.edition + 2

    # --- the venue --------------------------------------------------------------------------------------

    def choose_venue(self) -> Found | None:
        best: Found | None = None
        for sentence in self.sentences:
            for span in sentence.of("venues") if not sentence.is_title else ():
                score = self.venue_score(sentence, span)
                if score >= LEAST_VENUE and (best is None or score > best.score):
                    best = Found(span, sentence, score)
        return best

    def venue_score(self, sentence: Stretch, span: Span) -> float:
        """How likely a venue is that of the event: a hall counts for more than a town."""
        score = self.act(sentence) + self.beside_date(sentence, span)
        if spoken(sentence, span):
            score -= 7
        if sentence.word_before(span.start - 1) in NO_EVENT_VENUE:
            score -= 5
        if venue_of(span).hall:
            return score + 4
        near = [r for r in sentence.regions if span.start <= r.start and r.end <= span.end]
        if near and region_of(near[0]).via == "level" and span.text.startswith(("Kabupaten", "Provinsi")):
            score -= 4
        dated = self.date is not None and self.date.sentence is sentence
        if not dated and not sentence.cue(*HANDING, "event_noun"):
            score -= 3
        return score

    def beside_date(self, sentence: Stretch, span: Span) -> float:
        """What it adds that the event's date stands in the same sentence, and near."""
        if self.date is None or self.date.sentence is not sentence:
            return 0.0
        date = self.date.span
        near = abs(date.start - span.end) <= NEAR or abs(span.start - date.end) <= NEAR
        return 4.5 if near else 3.0


def is_data_day(sentence: Stretch, span: Span) -> bool:
    """Whether a date is that of data or of an end: "per 1 Januari", "sampai dengan 3 Mei"."""
    lead = sentence.before(span.start, 7)
    return bool(lead) and (lead[-1] in NO_EVENT_DATE or lead[-2:-1] == ["per"])


def opens_dateline(sentence: Stretch, span: Span) -> bool:
    """Whether a date belongs to a dateline: a dash follows near the start of the sentence."""
    if sentence.is_title or span.start - sentence.start > 8:
        return False
    return not {"–", "—", "-", "||"}.isdisjoint(sentence.behind(span.end, 3))


def settle_year(value: DateMention, edition: int | None, published: str | None) -> int | None:
    """The year of a date stated without one: the edition's, the next, or the published one, as the weekday
    allows.
    """
    if value.year is not None:
        return value.year
    around = int(published[:4]) if published else None
    wanted = [
        y for y in (edition, edition + 1 if edition else None, around, around - 1 if around else None) if y
    ]
    fitting = [y for y in wanted if value.fits(y)]
    return next(iter([*fitting, *wanted]), None)
