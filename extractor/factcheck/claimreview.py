"""Answers as schema.org ClaimReview drafts (JSON-LD); who publishes them, and where, is the publisher's to
say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from extractor.factcheck.model import Answer
from extractor.model import Verdict
from extractor.reconcile.wording import Lang

WORST: Final = 1
BEST: Final = 5
RATING: Final[dict[Verdict, int]] = {
    "refuted": WORST,
    "not_enough_info": (WORST + BEST) // 2,
    "supported": BEST,
}
"""False is the low end, as schema.org's ratings run; both ends are always written, since scales have been
read
upside down."""

NAMES: Final[dict[Lang, dict[Verdict, str]]] = {
    "id": {"refuted": "Salah", "not_enough_info": "Belum terbukti", "supported": "Benar"},
    "en": {"refuted": "False", "not_enough_info": "Unproven", "supported": "True"},
}


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who reviews: name and address of the organisation, and the address of the review."""

    name: str | None = None
    url: str | None = None
    review: str | None = None


def claim_review(answer: Answer, publisher: Publisher | None = None, lang: Lang = "id") -> dict[str, Any]:
    """The draft of one answer.  Fields the publisher has not given are left out, not guessed; no date is
    written."""
    publisher = publisher or Publisher()
    author = {"@type": "Organization", "name": publisher.name, "url": publisher.url}
    appearances = [q.url for q in answer.evidence if q.url and q.kind == "article"]
    draft: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": publisher.review,
        "inLanguage": lang,
        "claimReviewed": answer.claim,
        "author": _filled(author) if publisher.name or publisher.url else None,
        "itemReviewed": {"@type": "Claim", "text": answer.claim},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": RATING[answer.verdict],
            "bestRating": BEST,
            "worstRating": WORST,
            "alternateName": NAMES[lang][answer.verdict],
            "ratingExplanation": answer.reason,
        },
        "reviewBody": answer.reason,
        "citation": list(dict.fromkeys(appearances)) or None,
    }
    return _filled(draft)


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value is not None}
