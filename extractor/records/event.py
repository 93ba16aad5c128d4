"""When and where the award was handed over: the date and the venue that the sentences about it give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import DateMention, date_of, person_of, programme_of, region_of, venue_of
from extractor.records.scene import (
    HANDING,
    NEAR,
    follows_decree,
    is_data_day,
    opens_dateline,
    spoken,
    takes_other,
    tells_of_other,
)
from extractor.records.statements import Statements
from extractor.records.view import Stretch, View

REMOTE = re.compile(
    r"\b(?:virtual|daring|online|zoom|mengikutinya|video ?conference|konferensi video)\b", re.IGNORECASE
)
WORDS = lexicon("event")
NO_EVENT_VENUE = frozenset(WORDS["no_event_venue"])
PLACING = frozenset(WORDS["placing"])
LEAST_DATE, LEAST_VENUE = 1.5, 4  # scores below which a mention is none of the event's
ROUND_UP = 5  # winners that make an article a round-up
MONTH_LEADS = frozenset(WORDS["month_leads"])
LEAST_MONTH = 3.5  # a month alone is believed only in a sentence that tells of the handing over
SHORT = 10  # tokens of a sentence that only goes on with the one before: "Selasa (27/1)."


@dataclass(frozen=True, slots=True)
class Found:
    """A chosen mention, its sentence, and why it won."""

    span: Span
    sentence: Stretch
    score: float


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
        programme: str | None = None,
    ) -> None:
        self.main, self.programme = main, programme
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
        self.remote = self.is_remote()

    def act(self, sentence: Stretch) -> float:
        """How much a sentence is about the handing over."""
        score = 0.0
        if any(not takes_other(sentence, cue) for cue in sentence.cue(*HANDING)):
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

    def is_remote(self) -> bool:
        """Whether the venue is only where one region took part: told beside it, or, of "dari Ruang X",
        beside the date.
        """
        if self.venue is None:
            return False
        told = [self.venue.sentence]
        if self.date is not None and self.venue.sentence.word_before(self.venue.span.start) == "dari":
            told.append(self.date.sentence)
        return any(REMOTE.search(sentence.text) for sentence in told)

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
        if self.is_of_other_award(sentence):
            score -= 6
        return score

    def is_of_one_among_many(self, sentence: Stretch) -> bool:
        """Whether a round-up of many winners tells only one winner's own story in the sentence."""
        if not self.is_roundup:
            return False
        named = len(self.winners_in.get(sentence.sentence, set()) - {self.main})
        alone = len(sentence.officials) == 1 and person_of(sentence.officials[0]).kind == "head"
        return named == 1 or (named == 0 and alone and bool(sentence.cue("accept")))

    def is_of_other_award(self, sentence: Stretch) -> bool:
        """Whether a sentence names awards, and none of them is this one."""
        named = [programme_of(p) for p in sentence.programmes]
        return bool(named) and all(p.id != self.programme and not p.weak for p in named)

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
        return self.refined(best) if best is not None and not venue_of(best.span).building else best

    def refined(self, town: Found) -> Found:
        """The hall that the next sentence gives for a town: "… di Jakarta. Tepatnya di Hotel X."."""
        for sentence in self.sentences:
            goes_on = sentence.sentence == town.sentence.sentence + 1 and sentence.part is town.sentence.part
            if not goes_on or PLACING.isdisjoint(sentence.part.words(sentence.start, sentence.end)):
                continue
            for span in sentence.of("venues"):
                if venue_of(span).building and not spoken(sentence, span):
                    return Found(span, sentence, town.score)
        return town

    def venue_score(self, sentence: Stretch, span: Span) -> float:
        """How likely a venue is that of the event: a hall counts for more than a town."""
        score = self.act(sentence) + self.beside_date(sentence, span)
        if spoken(sentence, span):
            score -= 7
        if sentence.word_before(span.start - 1) in NO_EVENT_VENUE:
            score -= 5
        if tells_of_other(sentence) or self.has_other_day(sentence):
            score -= 7
        if self.is_of_other_award(sentence):
            score -= 6
        if venue_of(span).building:
            return score + 4
        near = [r for r in sentence.regions if span.start <= r.start and r.end <= span.end]
        if near and region_of(near[0]).via == "level" and span.text.startswith(("Kabupaten", "Provinsi")):
            score -= 4
        dated = self.date is not None and self.date.sentence is sentence
        if not dated and not sentence.cue(*HANDING, "event_noun"):
            score -= 3
        return score

    def has_other_day(self, sentence: Stretch) -> bool:
        """Whether a sentence away from that of the event's date gives a day of its own."""
        if self.date is None or self.date.sentence is sentence:
            return False
        day = date_of(self.date.span)
        days = [date_of(span) for span in sentence.of("dates") if not is_data_day(sentence, span)]
        return any(d.day is not None and (d.day, d.month) != (day.day, day.month) for d in days)

    def beside_date(self, sentence: Stretch, span: Span) -> float:
        """What it adds that the event's date stands in the same sentence, and near."""
        if self.date is None or self.date.sentence is not sentence:
            return 0.0
        date = self.date.span
        near = abs(date.start - span.end) <= NEAR or abs(span.start - date.end) <= NEAR
        return 4.5 if near else 3.0


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
