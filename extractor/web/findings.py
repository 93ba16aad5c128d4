"""Findings with the places in the text that they point to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.factcheck import Answer, ClaimFinding, Quote
from extractor.model import Evidence, Finding, Record, Result
from extractor.web.analysis import Analysis
from extractor.web.marks import Marked, Span, span_of


@dataclass(frozen=True, slots=True)
class Words:
    """Words of the article: `first` and `last` are the segments that hold them, null where they are lost."""

    text: str
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding as the page shows it; `own` are words of the article itself, the rest those of sources."""

    check: str
    verdict: str
    reason: str
    own: tuple[Words, ...]
    agree: tuple[Quote, ...]
    disagree: tuple[Quote, ...]
    near: tuple[Quote, ...]
    agreeing: int
    disagreeing: int
    sources: tuple[str, ...]

    @property
    def marks(self) -> str:
        """Segments for the script, as "3-5 9-9"."""
        return " ".join(f"{w.first}-{w.last}" for w in self.own if w.first is not None)


@dataclass(frozen=True, slots=True)
class Checked:
    """A record or a sentence with its verdict and findings."""

    answer: Answer
    record: Record | None
    sentence: Words | None
    fields: dict[str, Words]
    findings: tuple[Shown, ...]


class Findings:
    """All that was found in an article, ready to be shown beside its text."""

    def __init__(self, found: Analysis) -> None:
        self._result = found.result
        self._marked = Marked(found.result, self._places(found))
        self.parts = self._marked.parts
        self.kinds = self._marked.kinds
        self.records = tuple(self._of_record(record, answer) for record, answer in found.records)
        self.sentences = tuple(self._of_sentence(answer) for answer in found.sentences)
        self.general = tuple(self._own(finding) for finding in found.result.findings)

    def _places(self, found: Analysis) -> Iterator[Span]:
        """Where findings and sentences point to, beside the marks of values."""
        result = found.result
        for finding in (*result.findings, *(f for record in result.records for f in record.findings)):
            yield from map(span_of, finding.evidence)
        for answer in found.sentences:
            at = _place(result, answer)
            if at is not None:
                yield at
                yield from filter(None, (_within(at, finding) for finding in answer.findings))

    def _of_record(self, record: Record, answer: Answer) -> Checked:
        findings = [self._own(finding) for finding in record.findings]
        told = {finding.reason: number for number, finding in enumerate(findings)}
        for finding in answer.findings:
            mark = self._field_words(record, finding)
            shown = self._other(finding, mark)
            if (
                finding.reason in told
            ):  # the same said twice: once with the article's words, once with sources
                here = told[finding.reason]
                findings[here] = self._other(finding, findings[here].own)
            else:
                findings.append(shown)
        fields = {
            field: words
            for field, marks in record.evidence.items()
            if marks and (words := self._words(marks[0])).first is not None
        }
        return Checked(answer, record, None, fields, tuple(_sorted(findings)))

    def _of_sentence(self, answer: Answer) -> Checked:
        at = _place(self._result, answer)
        sentence = self._at(at, answer.claim) if at else Words(answer.claim, None, None)
        findings = []
        for finding in answer.findings:
            inside = _within(at, finding) if at else None
            own = (self._at(inside, finding.part or ""),) if inside else ()
            findings.append(self._other(finding, own))
        return Checked(answer, None, sentence, {}, tuple(_sorted(findings)))

    def _field_words(self, record: Record, finding: ClaimFinding) -> tuple[Words, ...]:
        """The article's words for the field that a check of the whole record is about."""
        field = _FIELD_OF.get(finding.check.rsplit(".", 1)[-1])
        marks = record.evidence.get(field, []) if field else []
        return tuple(self._words(mark) for mark in marks[:2])

    def _own(self, finding: Finding) -> Shown:
        words = tuple(self._words(mark) for mark in finding.evidence)
        sources = tuple(finding.sources)
        return Shown(
            finding.check, finding.verdict, finding.reason, words, (), (), (), 0, 0, sources
        )  # fmt: skip

    def _other(self, finding: ClaimFinding, own: tuple[Words, ...]) -> Shown:
        quotes = [q for q in finding.evidence if q.source != self._result.article.source]
        here = [q for q in finding.evidence if q.source == self._result.article.source]
        quoted = tuple(
            self._at((q.part or "text", q.start, q.end), q.text)
            for q in here
            if q.text and q.start is not None and q.end is not None
        )
        cited = {q.url for q in quotes}
        return Shown(
            finding.check,
            finding.verdict,
            finding.reason,
            tuple(dict.fromkeys((*own, *quoted))),
            tuple(q for q in quotes if q.stance == "agree"),
            tuple(q for q in quotes if q.stance == "disagree"),
            tuple(q for q in quotes if q.stance == "near"),
            finding.agree,
            finding.disagree,
            tuple(s for s in finding.sources if s not in cited),
        )

    def _words(self, mark: Evidence) -> Words:
        return self._at(span_of(mark), mark.text)

    def _at(self, span: Span, text: str) -> Words:
        numbers = self._marked.numbers(span)
        return Words(text, *(numbers or (None, None)))


_FIELD_OF = {
    "date": "date", "weekday": "date", "day": "date", "tier": "tier", "venue": "venue", "city": "venue",
    "official": "official", "received": "official", "recipient": "official", "presenter": "presenter",
    "presented": "presenter", "edition": "edition", "region": "region", "award": "tier", "score": "score",
}  # fmt: skip
_ORDER = {"refuted": 0, "supported": 1, "not_enough_info": 2}


def _sorted(findings: Iterable[Shown]) -> list[Shown]:
    """What decides comes first; the order of the checks otherwise."""
    return sorted(findings, key=lambda shown: _ORDER[shown.verdict])


def _place(result: Result, answer: Answer) -> Span | None:
    """Where the article says the sentence that was checked."""
    for part, text in (("text", result.article.text), ("title", result.article.title or "")):
        start = text.find(answer.claim)
        if answer.claim and start >= 0:
            return ("text" if part == "text" else "title", start, start + len(answer.claim))
    return None


def _within(at: Span, finding: ClaimFinding) -> Span | None:
    """The part of the sentence that one finding is about."""
    if finding.start is None or finding.end is None or not 0 <= finding.start < finding.end:
        return None
    part, start, end = at
    return (part, start + finding.start, min(start + finding.end, end))
