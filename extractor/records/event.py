"""When and where the award was handed over: the date and the venue that the sentences about it give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Span

from extractor.pipes.dates import DateMention
from extractor.records.statements import Statements
from extractor.records.view import Stretch, View

REMOTE = re.compile(r"\b(?:virtual|daring|online|zoom|mengikutinya|video ?conference|konferensi video)\b", re.IGNORECASE)
ACTS = ("accept", "accept_passive", "give", "give_passive", "gain", "gain_passive", "event_noun", "award_noun", "future")


@dataclass(frozen=True, slots=True)
class Found:
    """A chosen mention, its sentence, and why it won."""

    span: Span
    sentence: Stretch
    score: float


def spoken(sentence: Stretch, span: Span) -> bool:
    """Whether the words belong to somebody's statement: the nearest cue before (or right behind) is one of saying."""
    before = sentence.cue("statement", *ACTS, before=span.start)
    if before:
        nearest = max(before, key=lambda c: (c.end, c.label_ == "statement"))
        if nearest.label_ == "statement":
            return True
        if any(c.label_ == "statement" for c in before):
            said = max(c.end for c in before if c.label_ == "statement")
            strong = [c for c in before if c.start >= said and c.label_ in ("accept", "accept_passive", "give", "give_passive", "event_noun", "future", "gain", "gain_passive")]
            return not strong
        return False
    after = sentence.cue("statement", after=span.end)
    acts = sentence.cue(*ACTS, after=span.end)
    return bool(after) and after[0].start - span.end <= 4 and not (acts and acts[0].start < after[0].start)


class Event:
    """Chooses the event's date and venue for the article's main programme."""

    def __init__(self, view: View, statements: Statements, edition: int | None, *, report: bool, own: frozenset[int] | None = None) -> None:
        self.view = view
        self.sentences = [s for s in view.sentences if own is None or s.sentence in own]
        self.won = {s.clause.sentence for s in statements.found if s.standing in ("received", "announced")}
        self.edition = edition
        self.report = report
        self.date = self.choose_date()
        self.venue = self.choose_venue()
        self.remote = self.venue is not None and bool(REMOTE.search(self.venue.sentence.text))

    def act(self, sentence: Stretch) -> float:
        """How much a sentence is about the handing over."""
        score = 0.0
        if sentence.cue("accept", "accept_passive", "give", "give_passive"):
            score += 3
        if sentence.cue("event_noun"):
            score += 2.5
        if sentence.sentence in self.won:
            score += 2
        if sentence.programmes:
            score += 1
        if sentence.cue("gain", "gain_passive"):
            score += 1
        if score == 0 and len(sentence.span) <= 10 and sentence.sentence and not sentence.is_title:
            before = self.view.sentences[sentence.sentence - 1]
            return self.act(before) if before.paragraph == sentence.paragraph else 0.0
        return score

    def choose_date(self) -> Found | None:
        best: Found | None = None
        for sentence in self.sentences:
            for span in sentence.of("dates"):
                value: DateMention = span._.date
                if value.day is None and value.valid:
                    continue
                score = self.date_score(sentence, span, value)
                if score >= 1.5 and (best is None or score > best.score):
                    best = Found(span, sentence, score)
        return best

    def date_score(self, sentence: Stretch, span: Span, value: DateMention) -> float:
        doc = sentence.part.doc
        score = self.act(sentence)
        if any(v._.venue.hall for v in sentence.of("venues")):
            score += 2
        if value.weekday is not None:
            score += 1
        if sentence.sentence <= 6:
            score += 0.5
        if spoken(sentence, span):
            score -= 6
        lead = [doc[i].lower_ for i in range(max(sentence.start, span.start - 7), span.start)]
        if sentence.cue("decree", before=span.start, after=span.start - 8):
            score -= 10
        if lead[-1:] and (lead[-1] in ("per", "hingga", "sampai", "sejak", "mulai", "dengan", "tertanggal") or lead[-2:] == ["sampai", "dengan"] or lead[-2:-1] == ["per"]):
            score -= 12
        if self.dateline(sentence, span):
            score -= 20
        if value.year is not None and self.edition is not None and (value.year < self.edition or value.year > self.edition + 2):
            score -= 4 if not self.report else 1
        if sentence.cue("past", before=span.start, after=span.start - 4):
            score -= 3
        return score

    @staticmethod
    def dateline(sentence: Stretch, span: Span) -> bool:
        if sentence.is_title or span.start - sentence.start > 8:
            return False
        doc = sentence.part.doc
        return any(doc[i].text in ("–", "—", "-", "||") for i in range(span.end, min(span.end + 3, sentence.end)))

    def choose_venue(self) -> Found | None:
        best: Found | None = None
        for sentence in self.sentences:
            for span in sentence.of("venues") if not sentence.is_title else ():
                score = self.venue_score(sentence, span)
                if score >= 4 and (best is None or score > best.score):
                    best = Found(span, sentence, score)
        return best

    def venue_score(self, sentence: Stretch, span: Span) -> float:
        doc = sentence.part.doc
        score = self.act(sentence)
        hall = span._.venue.hall
        score += 4 if hall else 0
        if self.date is not None and self.date.sentence is sentence:
            score += 3
            score += 1.5 if abs(self.date.span.start - span.end) <= 4 or abs(span.start - self.date.span.end) <= 4 else 0
        if spoken(sentence, span):
            score -= 7
        lead = doc[span.start - 2].lower_ if span.start - 2 >= sentence.start else ""
        if lead in ("kabupaten", "kota", "provinsi", "daerah", "desa", "warga", "masyarakat", "cabang", "dinas", "wilayah", "pemda", "rumah", "sakit", "faskes", "penduduk", "jkn", "kesehatan", "kantor", "dikenal", "tinggal", "lahir", "pertama", "terbaik", "satu-satunya", "layanan"):
            score -= 5
        near = [r for r in sentence.regions if r.start >= span.start and r.end <= span.end]
        if not hall and near and near[0]._.region.via == "level" and span.text.startswith(("Kabupaten", "Provinsi")):
            score -= 4
        if not hall and not sentence.cue("accept", "accept_passive", "give", "give_passive", "event_noun") and not (self.date and self.date.sentence is sentence):
            score -= 3
        return score


def settle_year(value: DateMention, edition: int | None, published: str | None) -> int | None:
    """The year of a date stated without one: the edition's, the next, or the published one, as the weekday allows."""
    if value.year is not None:
        return value.year
    around = int(published[:4]) if published else None
    wanted = [y for y in (edition, edition + 1 if edition else None, around, around - 1 if around else None) if y]
    if value.weekday is None:
        return wanted[0] if wanted else None
    if edition is not None and value.fits(edition):
        return edition
    fitting = [y for y in wanted if value.fits(y)]
    if fitting:
        return fitting[0]
    return wanted[0] if wanted else None
