"""How claims are worded: hedged counts, provinces, several years, admitted ranks: one case for each class."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.factcheck import Checker

Over = Callable[..., Checker]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Lebih dari 300 kabupaten/kota menerima UHC Awards 2026.", "supported"),
        ("Lebih dari 397 kabupaten/kota menerima UHC Awards 2026.", "refuted"),
        ("Sedikitnya 397 kabupaten/kota menerima UHC Awards 2026.", "supported"),
        ("Hampir 400 kabupaten/kota menerima UHC Awards 2026.", "supported"),
        ("Hampir 397 kabupaten/kota menerima UHC Awards 2026.", "refuted"),
        ("Hampir 900 kabupaten/kota menerima UHC Awards 2026.", "refuted"),
        ("Sekitar 400 kabupaten/kota menerima UHC Awards 2026.", "supported"),
        ("Sekitar 450 kabupaten/kota menerima UHC Awards 2026.", "refuted"),
        ("Swasti Saba Wistara tahun 2023 jatuh kepada 27 kabupaten/kota, bukan 30.", "supported"),
        ("Swasti Saba Wistara tahun 2023 jatuh kepada 30 kabupaten/kota.", "refuted"),
        # the bar is that of the tier named, however short the words
        ("Syarat Utama UHC Awards 2026 soal keaktifan peserta adalah 95 persen.", "supported"),
        ("Syarat Utama UHC Awards 2026 soal keaktifan peserta hanya 80 persen.", "refuted"),
        ("Daerah bernilai 801 sampai 900 dalam evaluasi KLA berhak atas kategori Utama.", "supported"),
        ("UHC Award 2026 dibagikan di Balai Kartini, Jakarta.", "refuted"),
    ],
)
def test_reference_facts_decide_whatever_the_wording(facts: Checker, claim: str, verdict: str) -> None:
    answer = facts.check(claim)
    assert answer.verdict == verdict, answer.reason


BALANGAN = (
    "PARINGIN – Kabupaten Balangan menerima UHC Awards 2026 kategori Utama di JIExpo, Jakarta, Selasa "
    "(27/1/2026). Penghargaan diterima Bupati Balangan Abdul Hadi."
)


@pytest.mark.parametrize(
    ("claim", "verdict", "check"),
    [
        (
            "Balangan, kabupaten di Kalimantan Selatan, meraih predikat Utama UHC Awards 2026.",
            "supported",
            "dataset.tier",
        ),
        (
            "Balangan, kabupaten di Kalimantan Timur, meraih predikat Utama UHC Awards 2026.",
            "refuted",
            "region.province",
        ),
        ("Kabupaten Balangan mengantongi Utama pada UHC Awards 2026.", "supported", "dataset.tier"),
        ("Kabupaten Balangan mengantongi Madya pada UHC Awards 2026.", "refuted", "dataset.tier"),
        ("Pada UHC Awards 2026, Kabupaten Balangan bukan Utama melainkan Madya.", "refuted", "dataset.tier"),
    ],
)
def test_province_and_tier_are_part_of_the_claim(over: Over, claim: str, verdict: str, check: str) -> None:
    answer = over(BALANGAN).check(claim)
    assert answer.verdict == verdict, answer.reason
    assert check in [f.check for f in answer.findings]


def test_a_set_bounded_by_an_area_is_no_venue(over: Over) -> None:
    text = "Kabupaten Luwu menerima Swasti Saba 2023 kategori Wistara di Hotel Kempinski, Jakarta."
    answer = over(text).check("Luwu satu-satunya daerah di Luwu Raya yang meraih Swasti Saba Wistara 2023.")
    assert answer.verdict == "not_enough_info", answer.reason


SPBE = (
    "Indeks SPBE Kabupaten Lebong tahun 2023 mencapai 2,93 dengan predikat Baik. Pada 2022 Lebong meraih "
    "1,55 dengan predikat Kurang."
)


def test_tiers_and_years_belong_together_in_order(over: Over) -> None:
    checker = over(SPBE)
    right = checker.check("Lebong berpredikat Kurang pada SPBE 2022, kemudian Baik pada SPBE 2023.")
    swapped = checker.check("Lebong berpredikat Baik pada SPBE 2022, kemudian Kurang pada SPBE 2023.")
    assert right.verdict == "supported", right.reason
    assert swapped.verdict != "supported", swapped.reason


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Aceh Selatan menduduki peringkat pertama nasional kategori Utama UHC Awards 2026.", "refuted"),
        (
            "Aceh Selatan menduduki peringkat ketiga nasional kategori Utama UHC Awards 2026.",
            "not_enough_info",
        ),
    ],
)
def test_a_regions_own_article_boasts_but_may_admit(over: Over, claim: str, verdict: str) -> None:
    text = (
        "TAPAKTUAN – Kabupaten Aceh Selatan meraih UHC Awards 2026 kategori Utama, Selasa (27/1/2026). "
        "Aceh Selatan menempati peringkat ketiga nasional."
    )
    answer = over(text).check(claim)
    assert answer.verdict == verdict, answer.reason
