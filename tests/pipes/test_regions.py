"""Region names: which region is meant, and how it came up."""

from __future__ import annotations

import pytest
from mention_values import Mentions

from extractor.pipes.regions import RegionMention


def regions(mentions: Mentions, text: str) -> list[RegionMention]:
    return [value for _, value in mentions(text, "regions")]


@pytest.mark.parametrize(
    ("text", "level", "via"),
    [
        ("Pemerintah Kabupaten Banjar meraih piagam.", "kabupaten", "government"),
        ("Pemkab Banjar meraih piagam.", "kabupaten", "government"),
        ("Pemkot Banjar meraih piagam.", "kota", "government"),
        ("Pemko Banjar meraih piagam.", "kota", "government"),
        ("Kabupaten Banjar meraih piagam.", "kabupaten", "level"),
        ("Kab. Banjar meraih piagam.", "kabupaten", "level"),
        ("KABUPATEN BANJAR RAIH PIAGAM", "kabupaten", "level"),
        ("Kota Banjar meraih piagam.", "kota", "level"),
        ("Bupati Banjar menerima piagam.", "kabupaten", "official"),
        ("Wabup Banjar menerima piagam.", "kabupaten", "official"),
        ("Wali Kota Banjar menerima piagam.", "kota", "official"),
        ("Walikota Banjar menerima piagam.", "kota", "official"),
        ("Wawali Banjar menerima piagam.", "kota", "official"),
        ("Pemerintah Kabupaten (Pemkab) Banjar meraih piagam.", "kabupaten", "government"),
        ("BPJS Kesehatan Cabang Banjar mengucapkan selamat.", None, "organisation"),
        ("Wartawan Banjar mengucapkan selamat.", None, "bare"),
    ],
)
def test_the_word_before_a_shared_name_says_which_level(
    mentions: Mentions, text: str, level: str | None, via: str
) -> None:
    (region,) = regions(mentions, text)
    assert region.codes == ("32.79", "63.03")
    assert (region.level, region.via) == (level, via)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Kabupaten Tapin, Balangan, dan Tabalong menerima piagam.", ["63.05", "63.11", "63.09"]),
        ("Kota Banjarmasin, Kota Banjarbaru, dan Kabupaten Tapin hadir.", ["63.71", "63.72", "63.05"]),
        ("Pemkab Tapin, Balangan dan Pemkot Banjarbaru hadir.", ["63.05", "63.11", "63.72"]),
        ("Penerimanya: HST; HSU; HSS.", ["63.07", "63.08", "63.06"]),
        ("Lamtim, Kobar, Kukar, dan Sergai ikut.", ["18.07", "62.01", "64.02", "12.18"]),
        ("Kulonprogo dan Kota Pare-Pare menerima.", ["34.01", "73.72"]),
        ("Tanjungpinang atau Tanjung Pinang?", ["21.72", "21.72"]),
        ("Pemprov Kalsel dan Provinsi Jawa Tengah", ["63", "33"]),
        ("DIY, Kepri, dan NTB", ["34", "21", "52"]),
        ("Gubernur Papua Barat Daya hadir.", ["96"]),
        ("Kabupaten Kepulauan Sangihe dan Kabupaten Hulu Sungai Tengah", ["71.03", "63.07"]),
        ("Kota Batu, Jawa Timur", ["35.79", "35"]),
        ("Kabupaten Lampung Tengah, bukan Lampung", ["18.02", "18"]),
    ],
)
def test_lists_abbreviations_and_spellings(mentions: Mentions, text: str, codes: list[str]) -> None:
    assert [region.codes for region in regions(mentions, text)] == [(code,) for code in codes]


@pytest.mark.parametrize(
    ("text", "short", "code"),
    [
        ("Pemkab Gunung Mas (Gumas) meraih predikat. Gumas bangga.", "Gumas", "62.10"),
        ("Pemerintah Kabupaten Tojo Una-Una (Touna) hadir. Touna meraih Madya.", "Touna", "72.09"),
        ("Kabupaten Hulu Sungai Selatan (HSS) hadir. Pemkab HSS meraih Madya.", "HSS", "63.06"),
        ("Kabupaten Balangan (BLG) hadir. Pada 2026 BLG meraih Utama.", "BLG", "63.11"),
    ],
)
def test_names_that_the_text_introduces_itself(mentions: Mentions, text: str, short: str, code: str) -> None:
    found = mentions(text, "regions")
    last_words, last = found[-1]
    assert last_words == short
    assert last.codes == (code,)


def test_an_introduced_name_keeps_the_level_of_a_shared_one(mentions: Mentions) -> None:
    *_, (words, last) = mentions("Pemkab Banjar (KBJ) hadir. Kemudian KBJ meraih Madya.", "regions")
    assert words == "KBJ"
    assert (last.codes, last.level) == (("32.79", "63.03"), "kabupaten")


@pytest.mark.parametrize(
    "text",
    [
        "pekerja penerima upah (PPU) bertambah",
        "jalan dari batu besar",
        "warga kediri sendiri",
        "kawasan Malang Raya",
        "iuran pasar lebak",
    ],
)
def test_ordinary_words_and_wider_areas_are_no_regions(mentions: Mentions, text: str) -> None:
    assert mentions(text, "regions") == []


def test_names_that_are_also_words_are_weak_until_something_names_them(mentions: Mentions) -> None:
    bare, named = regions(mentions, "Batu bersyukur, sebab Kota Batu menang.")
    assert bare.weak
    assert not named.weak


@pytest.mark.parametrize(
    "text",
    ["RSUD Tabanan", "Universitas Malang", "Polres Tapin", "BPK Perwakilan Lampung", "OPD Pemkab Tapin"],
)
def test_houses_and_offices_are_no_governments(mentions: Mentions, text: str) -> None:
    (region,) = regions(mentions, f"Pegawai {text} hadir.")
    assert region.via == "organisation"


def test_a_place_is_told_from_a_region_that_acts(mentions: Mentions) -> None:
    place, actor = regions(mentions, "Acara di Banjarmasin itu dihadiri Pemkab Tapin.")
    assert place.place
    assert not actor.place


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kabupaten Balanggan meraih piagam.", "63.11"),
        ("Pemkab Tabalonng meraih piagam.", "63.09"),
        ("Kota Banjarmasn meraih piagam.", "63.71"),
    ],
)
def test_a_slip_behind_a_prefix_is_understood(mentions: Mentions, text: str, code: str) -> None:
    (region,) = regions(mentions, text)
    assert region.codes == (code,)
    assert region.fuzzy


def test_a_slip_in_a_longer_name_gives_no_other_region(mentions: Mentions) -> None:
    codes = [region.codes for region in regions(mentions, "Kabupaten Panajam Paser Utara meraih piagam.")]
    assert ("64.01",) not in codes


def test_a_wrong_level_still_names_the_only_region_of_that_name(mentions: Mentions) -> None:
    (region,) = regions(mentions, "Kota Jember meraih piagam.")
    assert region.codes == ("35.09",)
    assert region.level == "kota"


def test_the_span_holds_the_prefix_that_is_part_of_the_name(mentions: Mentions) -> None:
    assert [words for words, _ in mentions("Kabupaten Tapin dan Pemkab Balangan", "regions")] == [
        "Kabupaten Tapin",
        "Balangan",
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kabupaten Panajam Paser Utara meraih piagam.", "64.09"),
        ("Kabupaten Hulo Sungai Tengah meraih piagam.", "63.07"),
        ("Pemkab Layak Anak Tapin meraih piagam.", "63.05"),
    ],
)
def test_the_whole_of_a_misspelt_name_counts(mentions: Mentions, text: str, code: str) -> None:
    (region,) = regions(mentions, text)
    assert region.codes == (code,)
