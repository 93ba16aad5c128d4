"""An article's own records and claims, each as a claim of its own; the article and its copies are no
source for it."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.factcheck.engine import LONGEST, Checker
from extractor.factcheck.model import Answer, ClaimFinding, Quote
from extractor.factcheck.reading import Reading, read_claim
from extractor.factcheck.reasons import say
from extractor.factcheck.sources import fragment
from extractor.factcheck.words import sentences
from extractor.model import Evidence, Record, Result
from extractor.reconcile.naming import award
from extractor.reconcile.wording import Lang, partial_date


def check_article(checker: Checker, result: Result) -> Iterator[Answer]:
    """One answer for every award the article reports, then one for each sentence with a total, criterion
    or claim.

    Ids are the article's source with `#1`, `#2`, ….
    """
    number = 0
    for record in result.records:
        number += 1
        own = list(_own_findings(result, record))
        yield checker.judge(_of_record(checker, result, record), f"{result.article.source}#{number}", own)
    for start, end, part in _spots(result):
        number += 1
        yield checker.judge(
            _of_sentence(checker, result, start, end, part), f"{result.article.source}#{number}"
        )


def _of_record(checker: Checker, result: Result, record: Record) -> Reading:
    """The record as a claim: its values, without marks, and the article's figures for its region."""
    text = in_words(checker, record)
    bare = record.model_copy(update={"evidence": {}, "findings": [], "verdict": "not_enough_info"})
    figures = [
        f.model_copy(update={"evidence": []}) for f in result.figures if f.region.code == record.region.code
    ]
    own = result.model_copy(
        update={
            "records": [bare],
            "history": [],
            "figures": figures,
            "criteria": [],
            "totals": [],
            "claims": [],
            "findings": [],
        }
    )
    programme = checker.extractor.catalogue.get(record.programme.id)
    read = read_claim(text, checker.extractor)
    return Reading(
        text,
        own,
        tuple(m for m in read.mentions if m.group == "dates"),
        programme,
        record.edition,
        (bare,),
        read.subjects,
        None,
        own=result.article.text,
        own_id=result.article.id,
    )


def _own_findings(result: Result, record: Record) -> Iterator[ClaimFinding]:
    """What the article itself gets wrong about the record: an impossible weekday, a wrong province."""
    for finding in record.findings:
        if finding.verdict != "refuted" or not finding.check.startswith(("calendar.", "region.")):
            continue
        quotes = [_quoted(result, mark) for mark in finding.evidence]
        yield ClaimFinding(
            check=finding.check,
            verdict="refuted",
            stated=finding.stated,
            expected=finding.expected,
            unit=finding.unit,
            reason=finding.reason,
            evidence=quotes,
            sources=finding.sources,
        )


def _quoted(result: Result, mark: Evidence) -> Quote:
    """The article's own words."""
    article = result.article
    return Quote(
        source=article.source,
        url=article.url,
        link=fragment(article.url, mark.text),
        text=mark.text,
        part=mark.part,
        start=mark.start,
        end=mark.end,
        stance="near",
    )


def in_words(checker: Checker, record: Record) -> str:
    """The record as one Indonesian sentence."""
    programme = checker.extractor.catalogue.get(record.programme.id)
    lang: Lang = "id"
    tier = record.tier.id if record.tier else None
    named = award(programme, record.edition, tier, lang) if programme else record.programme.name
    parts = [
        f"{record.region.name} {'akan menerima' if record.status == 'announced' else 'menerima'} {named}"
    ]
    if record.score is not None:
        parts.append(f"dengan nilai {record.score:.12g}".replace(".", ","))
    if record.official is not None:
        parts.append(f"melalui {_person(record.official.role, record.official.name)}")
    if record.presenter is not None:
        parts.append(f"dari {_person(record.presenter.role, record.presenter.name)}")
    if record.venue is not None:
        parts.append(f"di {record.venue.name}")
    if record.date is not None:
        parts.append(f"pada {partial_date(record.date, lang)}")
    return " ".join(parts) + "."


def _person(role: str | None, name: str | None) -> str:
    return " ".join(part for part in (role, name) if part)


def _spots(result: Result) -> list[tuple[int, int, str]]:
    """Sentences with a total, a criterion, or a claim of rank or history, each once, in order."""
    marks = [t.evidence for t in result.totals] + [c.evidence for c in result.criteria]
    marks += [claim.evidence for claim in result.claims]
    found: dict[tuple[str, int, int], None] = {}
    for mark in (mark for found_at in marks for mark in found_at[:1]):
        text = result.article.text if mark.part == "text" else result.article.title or ""
        a, b = next(((a, b) for a, b in sentences(text) if a <= mark.start < b), (mark.start, mark.end))
        found[mark.part, a, b] = None
    return [(a, b, part) for part, a, b in sorted(found) if b - a <= LONGEST]


def _of_sentence(checker: Checker, result: Result, start: int, end: int, part: str) -> Reading:
    """A sentence as a claim; the award and edition it does not name are the article's."""
    text = (result.article.text if part == "text" else result.article.title or "")[start:end]
    read = read_claim(text, checker.extractor)
    first = result.records[0] if result.records else None
    programme, edition = read.programme, read.edition
    if programme is None and first is not None:
        programme = checker.extractor.catalogue.get(first.programme.id)
    if edition is None and first is not None and programme is not None and programme.id == first.programme.id:
        edition = first.edition
    subjects = read.subjects
    return Reading(
        read.text,
        read.result,
        read.mentions,
        programme,
        edition,
        read.records,
        subjects,
        read.scope,
        own=result.article.text,
        own_id=result.article.id,
    )


def unread(source: str | int | None, code: str, message: str, lang: Lang) -> Answer:
    """The answer for a row or a page that cannot be read."""
    reason = say("unread", lang, code=code, message=message)
    return Answer(id=source, claim="", verdict="not_enough_info", reason=reason, checkable=False)
