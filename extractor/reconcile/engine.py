"""From records to findings and verdicts: a pure function of the result, its text and the catalogue."""

from __future__ import annotations

from extractor.model import Finding, Record, Result, Verdict
from extractor.programmes import Catalogue
from extractor.reconcile import (
    bands,
    calendar,
    criteria,
    edition,
    printed,
    provinces,
    ratios,
    sums,
)
from extractor.reconcile.context import Context
from extractor.reconcile.logic import all_of
from extractor.reconcile.wording import Lang


def reconcile(result: Result, text: str, catalogue: Catalogue, lang: Lang = "id") -> Result:
    """A copy of `result` with findings and verdicts; `text` is the article's text, which evidence counts.

    Findings of an earlier run are replaced.  A result with an error comes back as it is.
    """
    if result.error is not None:
        return result
    context = Context(result, text, catalogue, lang)
    return result.model_copy(
        update={
            "records": [_judged(record, context) for record in result.records],
            "history": [_dated(record, context) for record in result.history],
            "findings": _about_article(context),
        }
    )


def _judged(record: Record, context: Context) -> Record:
    demands, met = criteria.check(record, context)
    ranges, inside = bands.check(record, context)
    findings = [*demands, *ranges]
    findings += edition.check(record, context)
    findings += calendar.check(record, context)
    findings += provinces.check(record, context)
    outcomes = ([met] if demands else []) + ([inside] if ranges else [])
    whole = all_of(outcomes) if outcomes else None
    return record.model_copy(update={"findings": findings, "verdict": verdict(findings, whole)})


def _dated(record: Record, context: Context) -> Record:
    """An earlier result: its own score and date alone, for the article's figures are of another year."""
    ranges, inside = bands.check(record, context) if record.score is not None else ([], None)
    findings = [*ranges, *calendar.check(record, context)]
    return record.model_copy(update={"findings": findings, "verdict": verdict(findings, inside)})


def verdict(findings: list[Finding], whole: bool | None) -> Verdict:
    """Refuted by one refuted finding; supported if the tier's whole group is met; else open."""
    if any(finding.verdict == "refuted" for finding in findings):
        return "refuted"
    return "supported" if whole else "not_enough_info"


def _about_article(context: Context) -> list[Finding]:
    return [
        *printed.check(context),
        *sums.check(context),
        *ratios.check(context),
        *calendar.check_text(context),
    ]
