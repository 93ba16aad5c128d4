"""What every check may look at, and how it tells what it found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.core import Extractor
from extractor.factcheck.model import ClaimFinding, Quote
from extractor.factcheck.reading import Reading
from extractor.factcheck.reasons import say
from extractor.factcheck.sources import Sources, Weighed
from extractor.model import Verdict
from extractor.programmes.model import Edition
from extractor.reconcile.wording import Lang


@dataclass(frozen=True)
class Context:
    reading: Reading
    sources: Sources
    extractor: Extractor
    lang: Lang

    @property
    def edition(self) -> Edition | None:
        """The facts of the claim's edition."""
        programme = self.reading.programme
        return programme.edition(self.reading.edition) if programme else None

    def say(self, key: str, **values: object) -> str:
        return say(key, self.lang, **values)

    def finding(
        self,
        check: str,
        verdict: Verdict,
        reason: str,
        *,
        stated: float | str | None = None,
        expected: float | str | None = None,
        unit: str | None = None,
        at: tuple[int, int] | None = None,
        evidence: Iterable[Quote] = (),
        sources: Iterable[str] = (),
        agree: int = 0,
        disagree: int = 0,
        **values: object,
    ) -> ClaimFinding:
        """A finding whose reason is the template `reason`, filled with `values`; `at` is its part of the
        claim."""
        part = self.reading.text[at[0] : at[1]] if at else None
        return ClaimFinding(
            check=check,
            verdict=verdict,
            stated=stated,
            expected=expected,
            unit=unit,
            reason=self.say(reason, **values),
            part=part or None,
            start=at[0] if part and at else None,
            end=at[1] if part and at else None,
            evidence=list(evidence),
            sources=list(sources),
            agree=agree,
            disagree=disagree,
        )

    def heard(
        self,
        check: str,
        weighed: Weighed,
        *,
        what: str,
        stated: float | str | None = None,
        at: tuple[int, int] | None = None,
        expected: str | None = None,
    ) -> ClaimFinding:
        """The finding of voices on `what`; `expected` is the other value in words."""
        keys = {"supported": "heard.agree", "refuted": "heard.disagree", "not_enough_info": "heard.silent"}
        key = "heard.conflict" if weighed.conflict else keys[weighed.verdict]
        other = expected or weighed.says
        if weighed.verdict == "refuted" and not other:
            key = "heard.denied"
        return self.finding(
            check,
            weighed.verdict,
            key,
            stated=stated,
            expected=other or None if weighed.verdict == "refuted" else None,
            at=at,
            evidence=weighed.quotes,
            agree=weighed.agree,
            disagree=weighed.disagree,
            what=what,
            agreeing=weighed.agree,
            disagreeing=weighed.disagree,
            other=other,
        )


def place(text: str, words: str | None) -> tuple[int, int] | None:
    """Where `words` stand in the claim."""
    at = text.find(words) if words else -1
    return (at, at + len(words)) if words and at >= 0 else None
