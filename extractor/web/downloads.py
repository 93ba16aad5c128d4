"""What was found, to take along: as files inside the page itself, so that nothing has to be kept here."""

from __future__ import annotations

import base64
import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.factcheck import Answer
from extractor.factcheck.claimreview import claim_review
from extractor.model import Record
from extractor.reconcile.wording import Lang
from extractor.web.analysis import Analysis

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_RECORD = (
    "programme", "edition", "region_code", "region", "scope", "tier", "status", "score", "date", "venue",
    "official_name", "official_role", "presenter", "organizer", "verdict",
)  # fmt: skip
_FINDING = (
    "id", "claim", "claim_verdict", "check", "verdict", "reason", "stated", "expected", "unit", "agree",
    "disagree", "quotes", "sources",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Download:
    """A file in the page; `label` names its message."""

    label: str
    name: str
    media: str
    text: str

    @property
    def address(self) -> str:
        data = base64.b64encode(self.text.encode("utf-8", "replace")).decode("ascii")
        return f"data:{self.media};charset=utf-8;base64,{data}"


def of_article(analysis: Analysis, lang: Lang) -> list[Download]:
    whole = {
        "result": json.loads(analysis.result.to_json(with_text=True)),
        "answers": [answer.model_dump(mode="json") for answer in analysis.answers],
    }
    return [
        Download("json", "piagam.json", "application/json", _json(whole)),
        Download("records_csv", "records.csv", "text/csv", records_csv(analysis.records)),
        *_of_answers(analysis.answers, lang),
    ]


def of_claim(answer: Answer, lang: Lang) -> list[Download]:
    whole = {"answers": [answer.model_dump(mode="json")]}
    return [Download("json", "piagam.json", "application/json", _json(whole)), *_of_answers([answer], lang)]


def _of_answers(answers: Sequence[Answer], lang: Lang) -> list[Download]:
    reviews: Any = [claim_review(answer, None, lang) for answer in answers]
    return [
        Download("findings_csv", "findings.csv", "text/csv", findings_csv(answers)),
        Download("claimreview", "claimreview.jsonld", "application/ld+json", _json(reviews)),
    ]


def records_csv(records: Iterable[tuple[Record, Answer]]) -> str:
    """One row a record, with the columns of `piagam export`; the verdict is that of all checks."""
    return _csv(_RECORD, (_record(record, answer) for record, answer in records))


def _record(record: Record, answer: Answer) -> list[object]:
    official, presenter = record.official, record.presenter
    return [
        record.programme.id,
        record.edition,
        record.region.code,
        record.region.name,
        record.scope,
        record.tier and record.tier.id,
        record.status,
        record.score,
        record.date,
        record.venue and record.venue.name,
        official and official.name,
        official and official.role,
        presenter and (presenter.name or presenter.role),
        record.organizer,
        answer.verdict,
    ]


def findings_csv(answers: Iterable[Answer]) -> str:
    """One row a finding; lists are lines within a cell."""
    return _csv(
        _FINDING,
        (
            [
                answer.id,
                answer.claim,
                answer.verdict,
                finding.check,
                finding.verdict,
                finding.reason,
                finding.stated,
                finding.expected,
                finding.unit,
                finding.agree,
                finding.disagree,
                "\n".join(quote.text for quote in finding.evidence if quote.text),
                "\n".join(dict.fromkeys(q.link or q.url or q.source for q in finding.evidence)),
            ]
            for answer in answers
            for finding in answer.findings
        ),
    )


def _csv(columns: Sequence[str], rows: Iterable[Iterable[object]]) -> str:
    """Rows that a spreadsheet opens without running anything: a formula's sign gets a quote before it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_tame(value) for value in row] for row in rows)
    return out.getvalue()


def _tame(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)
