"""Findings about the article: what it prints, and whether its numbers keep together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reconcile_builders import BALANGAN, BANJAR, criterion, figure, found, one, record, run, total

from extractor.model import Article, Failure, Figure, Result
from extractor.programmes import load_catalogue
from extractor.reconcile import reconcile
from extractor.reconcile.reasons import templates


def test_a_criterion_printed_wrong_is_about_the_article_not_its_records() -> None:
    result = run(record(tier="madya"), criteria=[criterion("madya", "coverage", 99)])
    finding = one(result, "printed.criteria.madya.coverage")
    assert (finding.verdict, finding.stated, finding.expected) == ("refuted", ">= 99", ">= 98")
    assert result.records[0].verdict == "not_enough_info"


def test_above_and_at_least_are_one_printed_bar() -> None:
    result = run(record(), criteria=[criterion("utama", "active", 95, ">")])
    assert one(result, "printed.criteria.utama.active").verdict == "supported"


def test_each_branch_of_a_tier_is_a_right_bar() -> None:
    result = run(record(), criteria=[criterion("madya", "active", 85), criterion("madya", "active", 80)])
    assert [f.verdict for f in found(result, "printed.criteria.madya.active")] == ["supported", "supported"]


def test_criteria_of_an_edition_without_known_bars_are_left_alone() -> None:
    assert not run(record(edition=2024), criteria=[criterion("madya", "coverage", 98)]).findings
    assert not run(criteria=[criterion("madya", "coverage", 12)]).findings


def test_without_records_the_year_is_read_behind_the_awards_name() -> None:
    result = run(text="Syarat UHC Award 2026 dijelaskan.", criteria=[criterion("utama", "coverage", 99)])
    assert one(result, "printed.criteria.utama.coverage").verdict == "supported"


def test_printed_bands_may_use_either_way_of_writing() -> None:
    bars = [criterion("bb", "score", 70, ">", "sakip"), criterion("bb", "score", 80, "<=", "sakip")]
    result = run(record("sakip", "bb", 2022), criteria=bars)
    assert {f.verdict for f in found(result, "printed.criteria.bb.score")} == {"supported"}
    kla = run(record("kla", "nindya", 2023), criteria=[criterion("nindya", "score", 701, ">=", "kla")])
    assert one(kla, "printed.criteria.nindya.score").verdict == "supported"


@pytest.mark.parametrize(
    ("tier", "count", "unit", "verdict"),
    [
        ("all", 397, "kabupaten/kota", "supported"),
        ("all", 31, "provinsi", "supported"),
        ("all", 428, "daerah", "supported"),
        ("all", 397, "daerah", "supported"),
        ("all", 317, "kabupaten/kota", "refuted"),
        ("utama", 130, "daerah", "refuted"),
        ("madya", 192, "kabupaten/kota", "supported"),
        ("all", 192, "kabupaten/kota", "not_enough_info"),
    ],
)
def test_totals_against_the_reference(tier: str, count: int, unit: str, verdict: str) -> None:
    result = run(record(), totals=[total(tier, count, unit)])
    assert one(result, f"printed.totals.{tier}").verdict == verdict
    assert result.records[0].verdict == "not_enough_info"


def test_totals_of_a_province_or_of_one_kind_are_not_compared_with_the_nation() -> None:
    assert not run(record(), totals=[total("utama", 2, "kabupaten", scope="Kalimantan Selatan")]).findings
    assert not run(record(), totals=[total("utama", 54, "kabupaten")]).findings


def test_the_tiers_of_2026_add_up() -> None:
    totals = [total("all", 397), total("utama", 75), total("madya", 192), total("pratama", 130)]
    finding = one(run(record(), totals=totals), "arithmetic.tiers")
    assert finding.verdict == "supported"
    assert "75 Utama + 192 Madya + 130 Pratama berjumlah 397" in finding.reason


def test_parts_that_miss_the_sum_refute() -> None:
    totals = [total("all", 400), total("utama", 75), total("madya", 192), total("pratama", 130)]
    assert one(run(record(), totals=totals), "arithmetic.tiers").expected == 397


def test_some_of_the_parts_refute_only_when_they_pass_the_whole() -> None:
    assert not found(
        run(totals=[total("all", 400), total("utama", 75), total("madya", 192)]), "arithmetic.tiers"
    )
    over = run(totals=[total("all", 200), total("utama", 75), total("madya", 192)])
    assert one(over, "arithmetic.tiers").verdict == "refuted"


def test_regions_named_with_further_tiers_count_as_parts() -> None:
    counts = [total("all", 15, "daerah", "spbe"), total("baik", 14, "daerah", "spbe")]
    named = [record("spbe", "sangat-baik", 2024), record("spbe", "cukup", 2024, region=BANJAR)]
    finding = one(run(*named, totals=counts), "arithmetic.tiers")
    assert (finding.verdict, finding.stated, finding.expected) == ("refuted", 15, 16)
    assert not found(run(named[0], totals=counts), "arithmetic.tiers")


def test_totals_of_two_scopes_never_meet() -> None:
    totals = [total("all", 397), total("utama", 75, scope="Aceh"), total("madya", 1), total("pratama", 1)]
    assert not found(run(totals=totals), "arithmetic.tiers")


def test_kinds_of_regions_add_up() -> None:
    parts = [total("all", 92, "kabupaten"), total("all", 28, "kota")]
    assert one(run(totals=[*parts, total("all", 120)]), "arithmetic.kinds").verdict == "supported"
    assert one(run(totals=[*parts, total("all", 130)]), "arithmetic.kinds").verdict == "refuted"


def test_a_count_given_twice_differently_is_left_out() -> None:
    totals = [
        total("all", 92, "kabupaten"),
        total("all", 28, "kota"),
        total("all", 29, "kota"),
        total("all", 130),
    ]
    assert not found(run(totals=totals), "arithmetic.kinds")


def people(metric: str, value: float, **fields: object) -> Figure:
    return figure(metric, value, unit="people", **fields)  # type: ignore[arg-type]


def test_members_of_a_population_against_the_percentage() -> None:
    counts = [people("participants", 897_471), people("population", 910_230)]
    right = one(run(figures=[*counts, figure("coverage", 98.6)]), "arithmetic.coverage")
    assert right.verdict == "supported" and "897.471 jiwa dari 910.230 jiwa" in right.reason
    assert one(run(figures=[*counts, figure("coverage", 97)]), "arithmetic.coverage").verdict == "refuted"
    assert (
        one(run(figures=[*counts, figure("coverage", 98.3)]), "arithmetic.coverage").verdict
        == "not_enough_info"
    )


def test_round_numbers_of_people_are_granted_their_rounding() -> None:
    counts = [people("participants", 590_000), people("population", 603_212)]
    assert one(run(figures=[*counts, figure("coverage", 98.91)]), "arithmetic.coverage").verdict != "refuted"


def test_numbers_of_two_regions_or_two_times_are_not_divided() -> None:
    part, share = people("participants", 500_123), figure("coverage", 99.0)
    assert not run(figures=[part, share, people("population", 910_230, region=BANJAR)]).findings
    old = people("population", 910_230, as_of="2020-12-31")
    assert not run(figures=[part.model_copy(update={"as_of": "2025-12-31"}), share, old]).findings


def test_active_members_may_be_a_share_of_people_or_of_members() -> None:
    counts = [people("active", 214_200), people("participants", 225_168), people("population", 226_000)]
    for share in (95.13, 94.78):
        assert (
            one(run(figures=[*counts, figure("active", share)]), "arithmetic.active").verdict == "supported"
        )


@given(st.integers(1_000, 2_000_000), st.floats(0.5, 1.2), st.integers(0, 2))
def test_a_share_that_was_computed_is_never_refuted(population: int, ratio: float, digits: int) -> None:
    members = max(1, round(population * ratio))
    share = round(100 * members / population, digits)
    figures = [people("participants", members), people("population", population), figure("coverage", share)]
    assert one(run(figures=figures), "arithmetic.coverage").verdict == "supported"


def test_reasons_exist_in_both_languages_and_numbers_follow_the_language() -> None:
    assert all({"id", "en"} == set(words) for words in templates().values())
    figures = [figure("coverage", 97.5)]
    reason = one(run(record(), figures=figures, lang="en"), "criteria.utama.coverage").reason
    assert "97.5 percent" in reason and "at least 99 percent" in reason and "Kabupaten Balangan" in reason


def test_the_given_result_stays_as_it_was_and_a_second_run_changes_nothing() -> None:
    first = run(record(date="2026-01-26"), figures=[figure("coverage", 97)], totals=[total("all", 317)])
    again = reconcile(first, "", load_catalogue())
    assert again == first
    bare = Result(article=Article(id="sha256:0", source="a"), records=[record(date="2026-01-26")])
    reconcile(bare, "", load_catalogue())
    assert bare.records[0].findings == [] and bare.findings == []


def test_a_page_that_failed_and_an_unknown_programme_pass_through() -> None:
    failed = Result(
        article=Article(id="sha256:0", source="a"), error=Failure(code="page.empty", message="empty")
    )
    assert reconcile(failed, "", load_catalogue()) is failed
    own = run(record("lomba-desa", "juara", 2024), totals=[total("all", 3, programme="lomba-desa")])
    assert own.records[0].findings == [] and own.findings == []
    assert BALANGAN.code == own.records[0].region.code
