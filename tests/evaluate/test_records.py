"""Scores of small pages whose numbers can be worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from extractor.evaluate import score_records
from extractor.model import (
    Article,
    Evidence,
    Figure,
    Person,
    ProgrammeRef,
    Record,
    RegionRef,
    Result,
    TierRef,
    Total,
)

TEXT = "Kabupaten Balangan meraih kategori Utama."
AWARD: dict[str, Any] = {
    "programme": "uhc-awards",
    "edition": 2026,
    "region": "Kabupaten Balangan",
    "tier": "utama",
    "date": "2026-01-27",
    "official": {"name": "Abdul Hadi", "role": "Bupati"},
}


def mark(text: str) -> list[Evidence]:
    start = TEXT.index(text)
    return [Evidence(start=start, end=start + len(text), text=text, rule="test")]


def record(**values: Any) -> Record:
    given: dict[str, Any] = {
        "programme": ProgrammeRef(id="uhc-awards", name="UHC Awards"),
        "edition": 2026,
        "status": "received",
        "region": RegionRef(code="63.11", name="Kabupaten Balangan"),
        "tier": TierRef(id="utama", name="Utama"),
        "date": "2026-01-27",
        "official": Person(name="Abdul Hadi", role="Bupati"),
    }
    return Record(**given | values)


def result(*records: Record, **values: Any) -> Result:
    return Result(article=Article(id="sha256:0", source="a.html", text=TEXT), records=list(records), **values)


def test_a_right_record_scores_one_everywhere() -> None:
    scores, disagreements = score_records({"a": {"awards": [AWARD]}}, {"a": result(record())})
    assert all(scores[field].value == 1 for field in ("region", "tier", "date", "official", "exact"))
    assert [d.field for d in disagreements] == [
        f"evidence {f}" for f in ("date", "official", "region", "tier")
    ]


def test_a_wrong_value_is_a_false_positive_and_a_false_negative() -> None:
    found = record(tier=TierRef(id="madya", name="Madya"))
    scores, disagreements = score_records(
        {"a": {"awards": [AWARD]}, "b": {"awards": [AWARD]}}, {"a": result(found), "b": result(record())}
    )
    assert (scores["tier"].precision, scores["tier"].recall) == (0.5, 0.5)
    assert scores["exact"].value == 0.5
    assert ("a", "tier", "utama", "madya") in disagreements


def test_a_missing_value_costs_recall_alone() -> None:
    scores, _ = score_records(
        {"a": {"awards": [AWARD]}, "b": {"awards": [AWARD]}},
        {"a": result(record(date=None)), "b": result(record())},
    )
    assert (scores["date"].precision, scores["date"].recall) == (1.0, 0.5)


def test_an_extra_record_costs_precision_unless_it_may_stand() -> None:
    extra = record(region=RegionRef(code="63.06", name="Kabupaten Hulu Sungai Selatan"))
    found = {"a": result(record(), extra)}
    strict, _ = score_records({"a": {"awards": [AWARD]}}, found)
    lenient, _ = score_records(
        {"a": {"awards": [AWARD], "acceptable_extra": ["Kab. Hulu Sungai Selatan"]}}, found
    )
    assert strict["region"].precision == 0.5
    assert lenient["region"].precision == 1.0


def test_another_edition_is_another_award() -> None:
    scores, _ = score_records({"a": {"awards": [AWARD]}}, {"a": result(record(edition=2024))})
    assert scores["region"].value == 0.0


def test_silent_pages_must_be_read_and_stay_silent() -> None:
    gold: dict[str, dict[str, Any]] = {name: {"awards": []} for name in "abcd"}
    failed = result().model_copy(update={"error": {"code": "page.empty", "message": ""}})
    scores, _ = score_records(gold, {"a": result(), "b": result(record()), "c": failed})
    assert (scores["quiet"].value, scores["quiet"].n) == (0.25, 4)


def test_facts_are_compared_where_they_are_annotated() -> None:
    region = RegionRef(code="63.11", name="Kabupaten Balangan")
    figures = [
        Figure(region=region, metric=metric, op="=", value=value, unit="percent", evidence=mark("Utama"))
        for metric, value in (("coverage", 99.2), ("active", 80.0))
    ]
    totals = [Total(programme="uhc-awards", tier="utama", count=75, unit="daerah", evidence=mark("Utama"))]
    gold = {
        "awards": [],
        "figures": [{"region": "Kabupaten Balangan", "metric": "coverage", "value": 99.2, "unit": "percent"}],
        "totals": None,
    }
    scores, _ = score_records({"a": gold}, {"a": result(figures=figures, totals=totals)})
    assert (scores["figures"].precision, scores["figures"].recall) == (0.5, 1.0)
    assert scores["totals"].n == 0


@pytest.mark.parametrize(
    ("marks", "bad"),
    [
        (mark("Utama"), 0),
        ([], 1),
        ([Evidence(start=0, end=5, text="Utama", rule="test")], 1),
        ([Evidence(start=0, end=5, text="Kabup", rule="test", part="title")], 1),
    ],
)
def test_marks_must_quote_the_article(marks: list[Evidence], bad: int) -> None:
    evidence = {"region": mark("Kabupaten Balangan"), "tier": marks}
    found = record(date=None, official=None, evidence=evidence)
    scores, _ = score_records({"a": {"awards": [AWARD]}}, {"a": result(found)})
    assert scores["evidence"].n == 2
    assert scores["evidence"].value == 1 - bad / 2
