"""Scores article text and the page's own facts.

Body: shingles of four words with repeats (the measure of the article-extraction-benchmark), precision and
recall averaged over pages, F1 of the averages.  Title, published day and author: share right of those known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any

from extractor.evaluate.agree import ARTICLE_FIELDS
from extractor.evaluate.measures import Disagreement, Score, Scores, f1, share
from extractor.model import Result

SHINGLE = 4
LOW = 0.9  # pages under this F1 are listed among the disagreements

_INVISIBLE = str.maketrans("", "", "\u00ad\u200b")


def score_articles(
    gold: Mapping[str, dict[str, Any]], results: Mapping[str, Result]
) -> tuple[Scores, list[Disagreement]]:
    """Scores and disagreements; `gold` holds what stands under "page" in each page's file."""
    bodies: list[tuple[float, float]] = []
    known: Counter[str] = Counter()
    right: Counter[str] = Counter()
    disagreements: list[Disagreement] = []
    for page, wanted in gold.items():
        article = results[page].article if page in results else None
        if wanted.get("body"):
            pair = body_overlap(wanted["body"], article.text if article else "")
            bodies.append(pair)
            if f1(*pair) < LOW:
                disagreements.append(Disagreement(page, "body", 1.0, round(f1(*pair), 3)))
        for field, same in ARTICLE_FIELDS.items():
            if wanted.get(field):
                got = getattr(article, field, None)
                known[field] += 1
                if same(wanted[field], got):
                    right[field] += 1
                else:
                    disagreements.append(Disagreement(page, field, wanted[field], got))
    precision = share(sum(p for p, _ in bodies), len(bodies))
    recall = share(sum(r for _, r in bodies), len(bodies))
    scores = {"body": Score(f1(precision, recall), len(bodies), precision, recall)}
    scores |= {
        field: Score(share(right[field], known[field], none=1.0), known[field]) for field in ARTICLE_FIELDS
    }
    return scores, disagreements


def body_overlap(want: str, got: str) -> tuple[float, float]:
    """Precision and recall of the shingles of `got` against those of `want`."""
    wanted, found = shingles(want), shingles(got)
    both = (wanted & found).total()
    return share(both, found.total()), share(both, wanted.total(), none=1.0)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Every run of four words; a shorter text is one run."""
    words = re.findall(r"\w+", text.translate(_INVISIBLE))
    if len(words) < SHINGLE:
        return Counter([tuple(words)] if words else [])
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
