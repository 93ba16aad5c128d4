"""How the preferred value is found: by independent sources, from vague to specific, whatever the order."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.dataset.agree import date_covers, number_covers, venue_covers
from extractor.dataset.names import clusters, same_office, same_person
from extractor.dataset.settle import Said, settle

DATES = ("2026", "2026-01", "2026-01-26", "2026-01-27", "2026-02")


def said(value: str, article: str, family: str | None = None) -> Said:
    return Said(value, f"s-{value}-{article}", f"r-{article}", article, family or article)


@given(
    st.lists(st.tuples(st.sampled_from(DATES), st.integers(0, 5), st.integers(0, 3)), min_size=1, max_size=8),
    st.integers(0, 99),
)
def test_the_order_of_statements_does_not_matter(rows: list[tuple[str, int, int]], seed: int) -> None:
    statements = [said(value, f"a{article}", f"f{family}") for value, article, family in rows]
    shuffled = random.Random(seed).sample(statements, len(statements))
    one, other = settle(statements, date_covers), settle(shuffled, date_covers)
    assert one is not None and other is not None
    assert (one.preferred.value, one.why, [s.value for s, _ in one.losers]) == (
        other.preferred.value,
        other.why,
        [s.value for s, _ in other.losers],
    )


@given(st.lists(st.sampled_from(DATES), min_size=1, max_size=8))
def test_a_value_is_preferred_fits_or_loses(values: list[str]) -> None:
    settled = settle([said(value, f"a{n}") for n, value in enumerate(values)], date_covers)
    assert settled is not None
    losers = {side.value for side, _ in settled.losers}
    for value in values:
        assert date_covers(settled.preferred.value, value) or any(date_covers(lost, value) for lost in losers)


def test_one_copied_release_does_not_outvote_two_sources() -> None:
    copies = [said("2026-01-26", f"c{n}", "release") for n in range(5)]
    settled = settle([*copies, said("2026-01-27", "a"), said("2026-01-27", "b")], date_covers)
    assert settled is not None
    assert (settled.preferred.value, settled.why) == ("2026-01-27", "independent")


def test_a_specific_value_goes_before_vaguer_ones_that_fit() -> None:
    settled = settle([said("2026-01", "a"), said("2026-01", "b"), said("2026-01-27", "c")], date_covers)
    assert settled is not None
    assert (settled.preferred.value, settled.why, settled.losers) == ("2026-01-27", "specific", ())


def test_reference_goes_before_number_and_decision_before_reference() -> None:
    statements = [said("2026-01-26", "a"), said("2026-01-26", "b"), said("2026-01-27", "c")]
    by_reference = settle(statements, date_covers, lambda value: value == "2026-01-27")
    assert by_reference is not None
    assert (by_reference.preferred.value, by_reference.why) == ("2026-01-27", "reference")
    assert [by for _, by in by_reference.losers] == ["reference"]
    decided = settle(statements, date_covers, lambda value: value == "2026-01-27", "2026-01-26")
    assert decided is not None
    assert (decided.preferred.value, decided.why, decided.losers[0][0].value) == (
        "2026-01-26",
        "decision",
        "2026-01-27",
    )


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Abdul Hadi", "Abd. Hadi", True),
        ("Abdul Muhaimin Iskandar", "A. Muhaimin Iskandar", True),
        ("Abdul Muhaimin Iskandar", "Muhaimin Iskandar", True),
        ("Ma'ruf Amin", "Maruf Amin", True),
        ("Mohammad Yusuf", "Muhammad Yusuf", True),
        ("Abdul Rahman", "Abdul Rahmat", False),
        ("Abdul Hadi", "Abdul Wahid", False),
        ("Ghufron Mukti", "Muhaimin Iskandar", False),
    ],
)
def test_spellings_of_names(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same_person(other, one) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bupati", "Penjabat Bupati", True),
        ("Menteri Kesehatan", "Menteri Kesehatan RI", True),
        ("Direktur Utama BPJS Kesehatan", "Direktur Utama", True),
        ("Bupati", "Wakil Bupati", False),
        ("Bupati", "Sekretaris Daerah", False),
    ],
)
def test_wordings_of_offices(one: str, other: str, same: bool) -> None:
    assert same_office(one, other) is same_office(other, one) is same


@given(st.permutations(["Abdul Hadi", "Abd Hadi", "H Abdul Hadi", "Hadi", "Sulaiman", "Akhmad Sulaiman"]))
def test_clusters_do_not_depend_on_order(names: list[str]) -> None:
    assert clusters(names) == [
        ["Abd Hadi", "Abdul Hadi", "H Abdul Hadi", "Hadi"],
        ["Akhmad Sulaiman", "Sulaiman"],
    ]


def test_rounded_numbers_and_vague_places_fit() -> None:
    assert number_covers("732.65", "733") and number_covers("732.65", "732.7")
    assert not number_covers("733", "732.65") and not number_covers("732.65", "731")
    covers = venue_covers({"Jakarta": "Jakarta", "Hotel Novotel Bogor": "Bogor"}, None)
    assert covers("Ballroom JIExpo Kemayoran", "Jakarta")
    assert covers("JIExpo Kemayoran", "Ballroom JI-Expo Kemayoran, Jakarta")
    assert not covers("Hotel Novotel Bogor", "Jakarta")
    assert not covers("Balai Sudirman", "Krakatau Grand Ballroom")
