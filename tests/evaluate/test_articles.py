"""Scores of article text and metadata."""

from __future__ import annotations

import pytest

from extractor.evaluate import score_articles
from extractor.evaluate.articles import body_overlap
from extractor.model import Article, Result


def result(**values: str) -> Result:
    return Result(article=Article(id="sha256:0", source="a.html", **values))


@pytest.mark.parametrize(
    ("want", "got", "overlap"),
    [
        ("a b c d e", "a b c d e", (1.0, 1.0)),
        ("a b c d e", "A, b c d e!", (0.5, 0.5)),
        ("a b c d e", "x a b c d e", (2 / 3, 1.0)),
        ("a b c d e", "", (0.0, 0.0)),
        ("a b", "a b", (1.0, 1.0)),
        ("kabu\u00adpaten kota raih piala", "kabupaten kota raih piala", (1.0, 1.0)),
    ],
)
def test_overlap_of_texts(want: str, got: str, overlap: tuple[float, float]) -> None:
    assert body_overlap(want, got) == pytest.approx(overlap)


def test_only_known_fields_count() -> None:
    gold = {
        "a": {"body": "a b c d", "title": "A b", "published": "2026-01-27", "author": None},
        "b": {"body": "a b c d", "title": "A b", "published": None, "author": "Rina"},
    }
    found = {"a": result(text="a b c d", title="A B", published="2026-01-27T10:00:00+07:00")}
    scores, disagreements = score_articles(gold, found)
    assert (scores["body"].precision, scores["body"].recall) == (0.5, 0.5)
    assert {field: (scores[field].value, scores[field].n) for field in ("title", "published", "author")} == {
        "title": (0.5, 2),
        "published": (1.0, 1),
        "author": (0.0, 1),
    }
    assert {(d.page, d.field) for d in disagreements} == {("b", "body"), ("b", "title"), ("b", "author")}
