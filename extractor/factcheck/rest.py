"""What no other check has read: people and numbers of a claim that must not pass unchecked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractor.factcheck import figures, ladder
from extractor.factcheck.context import Context
from extractor.factcheck.mentions import Mention
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.sources import Voice, weigh
from extractor.programmes import Programme

DENIED = re.compile(
    r"\bbukan(?:nya)?\s+$", re.IGNORECASE
)  # "27, bukan 30": the other number is none of the claim's
UNITS = {"percent": r"\s*(?:persen|%)", "people": "", "points": ""}


def check(context: Context, findings: Sequence[ClaimFinding]) -> Iterator[ClaimFinding]:
    """Numbers and named people that stand in no part checked: looked for in the articles on that award."""
    reading = context.reading
    if not findings or reading.programme is None:
        return
    parts = [(f.start, f.end) for f in findings if f.start is not None and f.end is not None]
    parts += [
        (m.start, m.end) for m in reading.mentions if m.group in ("dates", "programmes", "regions", "venues")
    ]
    parts += [
        (mark.start, mark.end)
        for record in reading.records
        for field in ("official", "on_behalf_of", "presenter", "edition", "score")
        for mark in record.evidence.get(field, [])
    ]
    criteria = [mark for c in reading.result.criteria for mark in c.evidence]
    parts += [(mark.start, mark.end) for mark in criteria]
    yield from _tiers_left(context, reading.programme, findings)
    for mention in (*reading.of("quantities"), *reading.of("officials")):
        if any(a < mention.end and mention.start < b for a, b in parts) or _is_plain(mention, reading.text):
            continue
        if mention.group == "officials" and (mention.value is None or not mention.value.name):
            continue
        if mention.group == "quantities" and reading.result.criteria:
            continue
        yield _unread(context, mention, findings)


def _tiers_left(
    context: Context, programme: Programme, findings: Sequence[ClaimFinding]
) -> Iterator[ClaimFinding]:
    """Tiers of a claim whose awards were read without any, and that no finding is about."""
    records, text = context.reading.records, context.reading.text
    if not records or any(record.tier for record in records):
        return
    judged = {part for finding in findings for part in finding.check.split(".")}
    for tier in ladder.named(text, programme):
        at = (tier.start, tier.end)
        if (
            tier.tier not in judged
            and not figures.MEETS.search(text)
            and not DENIED.search(text[: tier.start])
        ):
            what = context.say("what.words", said=tier.text)
            yield context.heard("dataset.words", weigh(()), what=what, stated=tier.text, at=at)


def _is_plain(mention: Mention, text: str) -> bool:
    """Whether a number is a year, or a word that counts nothing ("satu", "dua" in running text)."""
    if mention.group != "quantities":
        return False
    if DENIED.search(text[: mention.start]):
        return True
    if re.match(r"(?:19|20)\d\d\b", mention.text):
        return True
    return bool(mention.value.words) and mention.value.unit is None


def _unread(context: Context, mention: Mention, findings: Sequence[ClaimFinding]) -> ClaimFinding:
    """The words looked for in the articles that the other findings quote."""
    ids = dict.fromkeys(q.article for f in findings for q in f.evidence if q.article is not None)
    pattern = re.compile(_pattern(mention), re.IGNORECASE)
    voices = []
    for article_id in ids:
        article = context.sources.article(article_id)
        match = pattern.search(article.text) if article is not None else None
        if article is not None and match is not None:
            voices.append(
                Voice(article.family, "agree", context.sources.quote(article, *match.span(), "agree"))
            )
    what = context.say("what.words", said=mention.text)
    at = (mention.start, mention.end)
    return context.heard("dataset.words", weigh(voices), what=what, stated=mention.text, at=at)


def _pattern(mention: Mention) -> str:
    if mention.group == "officials":
        return re.escape(" ".join(mention.value.name.split()[-2:]))
    digits = re.search(r"\d[\d.,]*\d|\d", mention.text)
    unit = UNITS.get(mention.value.unit or "", "")
    body = re.escape(digits[0]) if digits else re.escape(mention.text)
    return rf"(?<![\d.,]){body}(?!\d|[.,]\d){unit}"
