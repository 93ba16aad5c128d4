"""From a claim to its answer: every check in turn, then one verdict for the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from extractor.core import Extractor
from extractor.dataset import Dataset
from extractor.factcheck import (
    awards,
    bars,
    ceremony,
    figures,
    geography,
    history,
    ladder,
    near,
    opinions,
    people,
    rest,
    standing,
    totals,
)
from extractor.factcheck.archive import Archive
from extractor.factcheck.context import Context
from extractor.factcheck.model import Answer, ClaimFinding, Quote
from extractor.factcheck.reading import Reading, read_claim
from extractor.factcheck.reasons import say
from extractor.factcheck.sources import Sources
from extractor.model import Verdict
from extractor.reconcile.wording import Lang

LONGEST: Final = 4000
"""Characters of a claim in words."""

SHOWN: Final = 3
"""How many reasons a whole verdict gives."""

_CHECKS: Final = (
    opinions.check,
    geography.check,
    ceremony.check,
    bars.check,
    ladder.check,
    figures.check,
    totals.check,
    awards.check,
    people.check,
    standing.check,
    history.check,
)


class Checker:
    """Judges claims by reference facts, arithmetic, the calendar, and a dataset where one is given.

    A pure function of the claim, the catalogue and the dataset: claims do not see each other.  A checker
    remembers what it read; make a new one, with the same extractor, once the dataset was built again.
    Threads must not share it.
    """

    def __init__(self, extractor: Extractor, dataset: Dataset | None = None, lang: Lang = "id") -> None:
        self.extractor = extractor
        self.dataset = dataset
        self.lang: Lang = lang
        self._archive = Archive(dataset)

    def check(self, text: str, claim_id: str | int | None = None) -> Answer:
        """The answer to one claim in words; one longer than `LONGEST` is an article, and said to be."""
        if len(text) > LONGEST:
            reason = say("too_long", self.lang, limit=LONGEST)
            return Answer(
                id=claim_id, claim=text[:LONGEST], verdict="not_enough_info", reason=reason, checkable=False
            )
        return self.judge(read_claim(text, self.extractor), claim_id)

    def judge(
        self, reading: Reading, claim_id: str | int | None = None, more: Sequence[ClaimFinding] = ()
    ) -> Answer:
        """The answer to a claim that is read already; `more` are findings made elsewhere."""
        sources = Sources(self._archive, reading.own, reading.own_id)
        context = Context(reading, sources, self.extractor, self.lang)
        findings = [finding for check in _CHECKS for finding in check(context)]
        findings += [*rest.check(context, findings), *more]
        verdict = whole(finding.verdict for finding in findings)
        opinion = any(f.check in ("opinion", "prediction") for f in findings)
        helpful = near.notes(context) if verdict != "supported" else []
        return Answer(
            id=claim_id,
            claim=reading.text,
            verdict=verdict,
            reason=self._reason(context, findings, verdict, helpful),
            checkable=bool(findings) and not (opinion and verdict == "not_enough_info"),
            findings=findings,
            evidence=_evidence(findings),
            notes=helpful,
        )

    def _reason(
        self, context: Context, findings: Sequence[ClaimFinding], verdict: Verdict, notes: list[str]
    ) -> str:
        """The reasons that decide, in order, with the first close miss."""
        deciding = dict.fromkeys(f.reason for f in findings if f.verdict == verdict)
        if not deciding:
            deciding = {context.say("nothing"): None}
        return " ".join([*list(deciding)[:SHOWN], *notes[:1]])


def whole(verdicts: Iterable[Verdict]) -> Verdict:
    """Refuted if one part is, else open if one part is, else supported; without parts open."""
    seen = set(verdicts)
    if "refuted" in seen:
        return "refuted"
    return "supported" if seen == {"supported"} else "not_enough_info"


def _evidence(findings: Sequence[ClaimFinding]) -> list[Quote]:
    """All quotations in the order of the findings, each once."""
    kept: dict[tuple[object, ...], Quote] = {}
    for finding in findings:
        for quote in finding.evidence:
            kept.setdefault(
                (quote.source, quote.url, quote.part, quote.start, quote.end, quote.text, quote.stance), quote
            )
    return list(kept.values())
