"""Numbers in all writings, with their units and the words that say more than or almost."""

from __future__ import annotations

import pytest
from mention_values import Mentions

from extractor.pipes.quantities import Quantity, number


def quantities(mentions: Mentions, text: str) -> list[Quantity]:
    return [value for _, value in mentions(text, "quantities")]


@pytest.mark.parametrize(
    ("written", "value", "unit", "op"),
    [
        ("98,62 persen", 98.62, "percent", "="),
        ("98.62 persen", 98.62, "percent", "="),
        ("98,62%", 98.62, "percent", "="),
        ("98 %", 98, "percent", "="),
        ("100 persen", 100, "percent", "="),
        ("99,995 persen", 99.995, "percent", "="),
        ("98.625 persen", 98.625, "percent", "="),
        ("276.520.647 jiwa", 276520647, "people", "="),
        ("1,234,567 jiwa", 1234567, "people", "="),
        ("144.853 jiwa", 144853, "people", "="),
        ("282,7 juta jiwa", 282_700_000, "people", "="),
        ("590 ribu orang", 590_000, "people", "="),
        ("397 kabupaten/kota", 397, "kabupaten/kota", "="),
        ("460 kabupaten dan kota", 460, "kabupaten/kota", "="),
        ("334 Bupati/Walikota", 334, "kabupaten/kota", "="),
        ("31 pemerintah provinsi", 31, "provinsi", "="),
        ("6 (enam) provinsi", 6, "provinsi", "="),
        ("75 daerah", 75, "daerah", "="),
        ("12 pemerintah kabupaten", 12, "kabupaten", "="),
        ("empat provinsi", 4, "provinsi", "="),
        ("dua belas kabupaten", 12, "kabupaten", "="),
        ("tiga puluh satu provinsi", 31, "provinsi", "="),
        ("sebelas daerah", 11, "daerah", "="),
        ("lebih dari 98 persen", 98, "percent", ">"),
        ("di atas 95 persen", 95, "percent", ">"),
        ("melampaui 95 persen", 95, "percent", ">"),
        ("hampir 100 persen", 100, "percent", "<"),
        ("mendekati 100 persen", 100, "percent", "<"),
        ("di bawah 40 persen", 40, "percent", "<"),
        ("minimal 95 persen", 95, "percent", ">="),
        ("sedikitnya 95 persen", 95, "percent", ">="),
        ("paling sedikit 95 persen", 95, "percent", ">="),
        ("≥ 99 persen", 99, "percent", ">="),
        ("sekitar 144.853 jiwa", 144853, "people", "~"),
        ("±98 persen", 98, "percent", "~"),
        ("3,62 poin", 3.62, "points", "="),
        ("94,25", 94.25, None, "="),
    ],
)
def test_writings(mentions: Mentions, written: str, value: float, unit: str | None, op: str) -> None:
    (found,) = quantities(mentions, f"Angkanya {written}, kata dia.")
    assert (found.value, found.unit, found.op) == (value, unit, op)


@pytest.mark.parametrize(
    "written", ["Rp 30 juta", "Rp1.200.000", "Selasa (27/1/2026)", "satu-satunya daerah"]
)
def test_money_dates_and_words_are_no_quantities(mentions: Mentions, written: str) -> None:
    assert mentions(f"Itulah {written} saja.", "quantities") == []


def test_several_numbers_keep_their_own_units(mentions: Mentions) -> None:
    text = (
        "Sebanyak 31 provinsi dan 397 kabupaten/kota menerima, dengan cakupan 98,5 persen atau 1,2 juta jiwa."
    )
    found = [(q.value, q.unit) for q in quantities(mentions, text)]
    assert found == [(31, "provinsi"), (397, "kabupaten/kota"), (98.5, "percent"), (1_200_000, "people")]


def test_the_mention_quotes_the_number_as_written(mentions: Mentions) -> None:
    assert [words for words, _ in mentions("mencapai 98,62 persen dari 144.853 jiwa", "quantities")] == [
        "98,62 persen",
        "144.853 jiwa",
    ]


@pytest.mark.parametrize(
    ("written", "value"), [("98,5", 98.5), ("98.5", 98.5), ("144.853", 144853), ("1.234.567,89", 1234567.89)]
)
def test_points_and_commas(written: str, value: float) -> None:
    assert number(written) == value


@pytest.mark.parametrize(
    ("written", "value", "op"),
    [
        ("seratus persen", 100, "="),
        ("98 persen lebih", 98, ">"),
        ("lebih dari sembilan puluh persen", 90, ">"),
    ],
)
def test_spelled_percentages_and_trailing_lebih(
    mentions: Mentions, written: str, value: float, op: str
) -> None:
    (found,) = quantities(mentions, f"Cakupannya {written} dari penduduk.")
    assert (found.value, found.unit, found.op) == (value, "percent", op)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("dua ratus tiga puluh satu daerah", 231),
        ("seratus dua belas kabupaten", 112),
        ("sembilan puluh delapan koma lima persen", 98.5),
    ],
)
def test_numbers_in_words(mentions: Mentions, written: str, value: float) -> None:
    assert [q.value for q in quantities(mentions, f"Ada {written} di sana.")] == [value]
