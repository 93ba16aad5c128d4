"""When two values count as the same."""

from __future__ import annotations

import pytest

from extractor.evaluate.agree import same_author, same_person, same_region, same_title, same_venue


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Ma'ruf Amin", "Ma’ruf Amin", True),
        ("Abdul Hadi", "H. Abdul Hadi", True),
        ("Sadewo", "Sadewo Tri Lastiono", True),
        ("Abdul Hadi", "Abdul Gani", False),
        ("", "", False),
    ],
)
def test_persons(a: str, b: str, same: bool) -> None:
    assert same_person(a, b) is same_person(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Kabupaten Way Kanan", "Kab. Waykanan", True),
        ("Provinsi DKI Jakarta", "Daerah Khusus Ibukota Jakarta", True),
        ("Kota Administrasi Jakarta Pusat", "Kota Jakarta Pusat", True),
        ("Kabupaten Solok", "Kota Solok", False),
    ],
)
def test_regions(a: str, b: str, same: bool) -> None:
    assert same_region(a, b) is same_region(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Hotel Novotel Bogor, Jawa Barat", "Hotel Novotel, Bogor", True),
        ("Ballroom JIExpo Kemayoran, Jakarta", "JIExpo Kemayoran", True),
        ("Krakatau Ballroom TMII, Jakarta Timur", "Jakarta Timur", False),
        ("Solo", "Solo", True),
    ],
)
def test_venues(a: str, b: str, same: bool) -> None:
    assert same_venue(a, b) is same_venue(b, a) is same


def test_titles_and_authors() -> None:
    assert same_title("KLA Nindya, untuk Waykanan!", "kla nindya untuk waykanan")
    assert same_author("Novitasari", "Novitasari / Editor")
    assert same_author("Rina Dwi Putri", "Rina Dwi")
    assert not same_author("Novitasari", "")
    assert not same_author("Novitasari", "Redaksi")
