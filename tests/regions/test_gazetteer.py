"""Regions are found by any name news gives them, and by no other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.regions import Region, gazetteer
from extractor.regions.fold import key, split_prefix

REGIONS = tuple(gazetteer().by_code.values())


def codes(found: tuple[Region, ...]) -> list[str]:
    return [region.code for region in found]


def test_every_region_of_indonesia_is_known() -> None:
    levels = [region.level for region in REGIONS]
    assert (levels.count("provinsi"), levels.count("kabupaten"), levels.count("kota")) == (38, 416, 98)


@given(st.sampled_from(REGIONS), st.sampled_from([str.upper, str.lower, str.title]))
def test_full_name_in_any_case_is_that_region_alone(region: Region, recase: object) -> None:
    assert callable(recase)
    assert gazetteer().find(recase(region.name)) == (region,)


@given(st.sampled_from(REGIONS))
def test_bare_name_finds_the_region_at_its_level(region: Region) -> None:
    assert region in gazetteer().find(region.bare)
    assert codes(gazetteer().find(region.bare, region.level, region.province_code)) == [region.code]
    assert codes(gazetteer().find(region.bare, region.level, region.province)) == [region.code]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Waykanan", ["18.08"]),
        ("Labuhan Batu", ["12.10"]),
        ("Tanjungpinang", ["21.72"]),
        ("PANGKALPINANG", ["19.71"]),
        ("Kep. Sula", ["82.05"]),
        ("Fak-Fak", ["92.03"]),
        ("tolitoli", ["72.04"]),
        ("Ba’a", ["53.14"]),
        ("HSS", ["63.06"]),
        ("Kotim", ["62.02"]),
        ("NTB", ["52"]),
        ("Sumatra Utara", ["12"]),
        ("DKI Jakarta", ["31"]),
        ("Banjar", ["32.79", "63.03"]),
        ("Kab. Banjar", ["63.03"]),
        ("Pemkot Solok", ["13.72"]),
        ("Pemerintah Kabupaten Kupang", ["53.01"]),
        ("Kota Baru", ["63.02"]),
        ("Kota Batu", ["35.79"]),
        ("Kota Adm. Jakarta Pusat", ["31.71"]),
        ("Kabupaten Pontianak", ["61.02"]),
        ("Yogyakarta", ["34", "34.71"]),
        ("Kabupaten Surabaya", []),
        ("Atlantis", []),
        ("", []),
    ],
)
def test_names_of_the_news(name: str, wanted: list[str]) -> None:
    assert codes(gazetteer().find(name)) == wanted


def test_a_prefix_against_the_asked_level_finds_nothing() -> None:
    assert gazetteer().find("Kota Solok", "kabupaten") == ()


def test_ref_is_the_contract_form() -> None:
    assert gazetteer().by_code["63.11"].ref().model_dump() == {
        "code": "63.11",
        "name": "Kabupaten Balangan",
        "level": "kabupaten",
        "province": "Kalimantan Selatan",
        "province_code": "63",
    }
    assert gazetteer().by_code["63"].ref().name == "Provinsi Kalimantan Selatan"
    assert gazetteer().by_code["31.71"].bare == "Jakarta Pusat"


def test_names_list_each_form_once_and_lead_back_to_their_regions() -> None:
    names = gazetteer().names()
    lower = [name.surface.lower() for name in names]
    assert len(lower) == len(set(lower))
    for name in names:
        assert set(name.codes) <= set(codes(gazetteer().find(name.surface)))
        assert name.levels == tuple(gazetteer().by_code[code].level for code in name.codes)


def test_common_marks_words_and_people_not_plain_names() -> None:
    by_surface = {name.surface: name for name in gazetteer().names()}
    assert all(by_surface[name].common for name in ("Malang", "Serang", "Batu", "Bima", "Tanjung", "KTT"))
    assert not any(by_surface[name].common for name in ("Balangan", "Surabaya", "HSS", "Jatim"))


def test_every_official_bare_name_is_a_surface_form() -> None:
    official = {name.surface for name in gazetteer().names() if name.kind == "official"}
    assert {region.bare for region in REGIONS} == official


@pytest.mark.parametrize(
    ("wrong", "wanted"),
    [("Kabupaten Balanagn", "63.11"), ("Humbang Hasudutan", "12.16"), ("Kota Palangkaray", "62.71")],
)
def test_misspelt_names_are_suggested_nearest_first(wrong: str, wanted: str) -> None:
    assert gazetteer().suggest(wrong)[0].code == wanted


def test_nothing_is_suggested_for_what_is_no_region() -> None:
    assert gazetteer().suggest("xyzzy plugh") == ()


@given(st.text())
def test_any_text_may_be_looked_up(text: str) -> None:
    assert isinstance(gazetteer().find(text), tuple)
    assert key(text).isalnum() or not key(text)
    assert split_prefix(text)[1] in text
