"""A record's tier against the criteria and bands of its edition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reconcile_builders import BANJAR, INDONESIA, figure, found, one, record, run

from extractor.model import Figure, RegionRef


def verdict(*figures: Figure, tier: str = "utama", **fields: object) -> str:
    return run(record(tier=tier, **fields), figures=list(figures)).records[0].verdict


def test_a_figure_below_the_bar_refutes_and_says_so_for_print() -> None:
    result = run(record(), figures=[figure("coverage", 97.5)])
    finding = one(result, "criteria.utama.coverage")
    assert result.records[0].verdict == finding.verdict == "refuted"
    assert (finding.stated, finding.expected, finding.unit) == (97.5, ">= 99", "percent")
    assert "97,5 persen" in finding.reason and "minimal 99 persen" in finding.reason
    assert finding.evidence and finding.sources


def test_figures_that_meet_two_bars_leave_the_others_open() -> None:
    result = run(record(), figures=[figure("coverage", 99.2), figure("active", 95.14)])
    assert one(result, "criteria.utama.coverage").verdict == "supported"
    assert one(result, "criteria.utama.uhc_prioritas").verdict == "not_enough_info"
    assert result.records[0].verdict == "not_enough_info"


def test_missing_figures_stay_unknown() -> None:
    result = run(record())
    assert {f.verdict for f in result.records[0].findings} == {"not_enough_info"}
    assert "tidak memberi angka" in one(result, "criteria.utama.coverage").reason


def test_the_exception_makes_the_share_needless() -> None:
    figures = [figure("coverage", 100), figure("active", 100), figure("pemda_share", 10)]
    result = run(record(), figures=figures)
    assert not found(result, "criteria.utama.pemda_share")
    assert [f.verdict for f in found(result, "criteria.utama.active")] == ["supported", "supported"]
    assert result.records[0].verdict == "not_enough_info"


def test_a_missed_alternative_alone_does_not_refute() -> None:
    result = run(record(), figures=[figure("active", 97)])
    assert sorted(f.verdict for f in found(result, "criteria.utama.active")) == [
        "not_enough_info",
        "supported",
    ]


def test_every_alternative_missed_refutes() -> None:
    assert verdict(figure("active", 97), figure("pemda_share", 10)) == "refuted"


def test_madya_may_be_earned_by_share_with_less_activity() -> None:
    with_share = [figure("coverage", 98.91), figure("active", 80.5), figure("pemda_share", 41.7)]
    assert verdict(*with_share, tier="madya") == "not_enough_info"
    assert verdict(*with_share[:2], figure("pemda_share", 20), tier="madya") == "refuted"


@pytest.mark.parametrize(
    "stranger",
    [
        figure("coverage", 90, region=BANJAR),
        figure("coverage", 90, region=INDONESIA),
        figure("coverage", 90_000, unit="people"),
        figure("coverage", 90, as_of="2023-01-01"),
    ],
)
def test_other_regions_units_and_years_do_not_count(stranger: Figure) -> None:
    assert verdict(stranger) == "not_enough_info"


def test_figures_that_disagree_decide_nothing() -> None:
    result = run(record(), figures=[figure("coverage", 98.5), figure("coverage", 99.5)])
    assert one(result, "criteria.utama.coverage").verdict == "not_enough_info"


def test_almost_is_not_reached() -> None:
    assert verdict(figure("active", 100, "<"), figure("pemda_share", 10)) == "refuted"
    result = run(record(), figures=[figure("coverage", 100, "<")])
    assert one(result, "criteria.utama.coverage").verdict == "not_enough_info"
    assert one(result, "criteria.utama.coverage").stated == "< 100"


def test_the_bars_of_2026_do_not_judge_2024_but_its_entry_line_does() -> None:
    assert verdict(figure("coverage", 97), edition=2024) == "not_enough_info"
    assert verdict(figure("coverage", 94), edition=2024) == "refuted"
    assert verdict(figure("coverage", 94), edition=None) == "not_enough_info"


def test_a_provincial_ceremony_is_not_judged_by_national_bars() -> None:
    assert verdict(figure("coverage", 50), scope="Kalimantan Selatan") == "not_enough_info"


@pytest.mark.parametrize(
    ("programme", "tier", "score", "expected"),
    [
        ("kla", "nindya", 732.65, "supported"),
        ("kla", "madya", 913.88, "refuted"),
        ("sakip", "bb", 68.59, "refuted"),
        ("spbe", "baik", 2.55, "refuted"),
        ("spbe", "sangat-baik", 3.84, "not_enough_info"),
        ("adipura", "adipura", 70.0, "refuted"),
        ("adipura", "adipura", 80.0, "not_enough_info"),
    ],
)
def test_scores_against_bands(programme: str, tier: str, score: float, expected: str) -> None:
    assert run(record(programme, tier, 2025, score=score)).records[0].verdict == expected


def test_a_provinces_own_round_of_kip_is_not_judged_by_national_bands() -> None:
    province = RegionRef(code="63", name="Provinsi Kalimantan Selatan", level="provinsi")
    scored = {"score": 88.4, "region": province}
    assert run(record("kip", "informatif", 2025, **scored)).records[0].verdict == "refuted"
    assert run(record("kip", "informatif", 2025, score=88.4)).records[0].verdict == "not_enough_info"


def test_a_score_figure_counts_only_where_it_can_be_no_other_awards() -> None:
    scored = figure("score", 60, unit="points")
    sakip, kip = record("sakip", "a", 2024), record("kip", "informatif", 2024)
    assert run(sakip, figures=[scored]).records[0].verdict == "refuted"
    assert [r.verdict for r in run(sakip, kip, figures=[scored]).records] == ["not_enough_info"] * 2


def test_the_programmes_without_criteria_stay_open() -> None:
    for programme, tier in (("wtp", "wtp"), ("paritrana", "peringkat-1"), ("ape", "utama")):
        assert run(record(programme, tier, 2020)).records[0].verdict == "not_enough_info"


METRICS = st.sampled_from(["coverage", "active", "pemda_share"])
FIGURES = st.lists(
    st.builds(figure, METRICS, st.integers(0, 110).map(float), st.sampled_from(["=", ">", ">=", "<", "<="])),
    unique_by=lambda f: f.metric,
)


@given(st.sampled_from(["utama", "madya", "pratama"]), FIGURES, FIGURES)
def test_a_further_figure_never_clears_a_refuted_record(
    tier: str, first: list[Figure], more: list[Figure]
) -> None:
    known = {f.metric for f in first}
    every = [*first, *(f for f in more if f.metric not in known)]
    if verdict(*first, tier=tier) == "refuted":
        assert verdict(*every, tier=tier) == "refuted"
    assert verdict(*every, tier=tier) != "supported", "the status of UHC Prioritas is never a figure"
