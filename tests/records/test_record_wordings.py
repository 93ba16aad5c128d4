"""How articles word figures, criteria and totals: one case for each class of wording."""

from __future__ import annotations

import pytest
from number_records import LEAD, criteria, figures, totals
from reading import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Penduduk Tapin 200.000 jiwa, dan 197.540 jiwa di antaranya terdaftar.",
            {
                ("63.05", "population", "=", 200000, "people"),
                ("63.05", "participants", "=", 197540, "people"),
            },
        ),
        ("Tingkat keaktifan peserta 84,2 persen.", {("63.05", "active", "=", 84.2, "percent")}),
        (
            "Kepesertaan aktif program JKN sudah 91,4 persen dari total penduduk, sama dengan 182.800 jiwa.",
            {("63.05", "active", "=", 91.4, "percent"), ("63.05", "active", "=", 182800, "people")},
        ),
        (
            "Cakupannya 99 persen, dan penduduk yang didaftarkan 54.310 per Juni 2025.",
            {("63.05", "coverage", "=", 99, "percent"), ("63.05", "pemda_share", "=", 54310, "people")},
        ),
        (
            "Sebanyak 90 ribu peserta ditanggung pemerintah pusat dan 31 ribu oleh pemerintah daerah.",
            {("63.05", "pemda_share", "=", 31000, "people")},
        ),
        (
            "Sebanyak 190.500 jiwa dari 195.000 jiwa atau 97,7 persen terdaftar sebagai peserta.",
            {
                ("63.05", "participants", "=", 190500, "people"),
                ("63.05", "population", "=", 195000, "people"),
                ("63.05", "coverage", "=", 97.7, "percent"),
            },
        ),
        ("Cakupan JKN sudah seratus persen.", {("63.05", "coverage", "=", 100, "percent")}),
        ("Keaktifannya 86 persen lebih.", {("63.05", "active", ">", 86, "percent")}),
        ("Masih ada 6,5 persen lagi yang harus didaftarkan.", set()),
    ],
)
def test_what_a_number_measures(
    read: Read, text: str, expected: set[tuple[str | None, str, str, float, str]]
) -> None:
    assert figures(read(LEAD + text, "Tapin Raih UHC Awards")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Untuk memperoleh penghargaan ini, warga yang terdaftar harus 98 persen dan yang aktif minimal "
            "80 persen.",
            [("all", "coverage", ">=", 98, None), ("all", "active", ">=", 80, None)],
        ),
        (
            "Utama diperuntukkan bagi daerah dengan cakupan minimal 99 persen. Madya bagi daerah dengan "
            "cakupan minimal 98 persen.",
            [("utama", "coverage", ">=", 99, None), ("madya", "coverage", ">=", 98, None)],
        ),
        (
            "Pratama cukup dengan cakupan 98 persen dan keaktifan 80 persen.",
            [("pratama", "coverage", ">=", 98, None), ("pratama", "active", ">=", 80, None)],
        ),
        (
            "Status itu berlaku bila cakupan sudah 98 persen dan keaktifannya di atas 80 persen.",
            [("all", "coverage", ">=", 98, None), ("all", "active", ">", 80, None)],
        ),
        (
            "Kategori Madya menuntut keaktifan minimal 85 persen, atau cakupan minimal 99 persen, atau "
            "pendaftaran penduduk oleh pemda minimal 25 persen.",
            [
                ("madya", "active", ">=", 85, 1),
                ("madya", "coverage", ">=", 99, 2),
                ("madya", "pemda_share", ">=", 25, 3),
            ],
        ),
    ],
)
def test_how_criteria_are_said(
    read: Read, text: str, expected: list[tuple[str, str, str, float, int | None]]
) -> None:
    result = read(LEAD + text, "Tapin Raih UHC Awards")
    assert criteria(result) == expected
    assert result.figures == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("UHC Awards 2026 menjangkau 31 provinsi.", [("all", 31, "provinsi", None)]),
        ("Dari 397 kabupaten/kota penerima, Tapin masuk Utama.", [("all", 397, "kabupaten/kota", None)]),
        (
            "Tapin satu dari tiga kabupaten di Kalimantan Selatan yang meraih kategori Utama.",
            [("utama", 3, "kabupaten", "Kalimantan Selatan")],
        ),
        ("Di Kalimantan Selatan ada 13 kabupaten/kota, tetapi yang Utama hanya Tapin.", []),
        ("UHC Awards diterima lebih dari 20 daerah.", []),
        ("BPJS Kesehatan Cabang Barabai membawahi delapan kabupaten/kota.", []),
        (
            "Dari 13 kabupaten/kota, lima meraih kategori Utama, empat lainnya Madya.",
            [("utama", 5, "kabupaten/kota", None), ("madya", 4, "kabupaten/kota", None)],
        ),
        ("Sebanyak sembilan kabupaten ikut diganjar kategori Pratama.", [("pratama", 9, "kabupaten", None)]),
    ],
)
def test_which_counts_are_totals(
    read: Read, text: str, expected: list[tuple[str, int, str, str | None]]
) -> None:
    assert totals(read(LEAD + text, "Tapin Raih UHC Awards")) == expected
