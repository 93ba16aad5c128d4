"""What a figure measures where its words are short, shared with another number, or only supposed."""

from __future__ import annotations

import pytest
from number_records import LEAD, figures
from reading import Read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cakupan JKN di Tapin 98,05 persen, keaktifannya 80,3.",
            {("63.05", "coverage", "=", 98.05, "percent"), ("63.05", "active", "=", 80.3, "percent")},
        ),
        (
            "Sebanyak 39.512 dari 39.880 jiwa penduduk Tapin terdaftar sebagai peserta JKN.",
            {
                ("63.05", "participants", "=", 39512, "people"),
                ("63.05", "population", "=", 39880, "people"),
            },
        ),
        (
            "Keaktifan di Tapin 86,9 persen, jumlah penduduk 143.776 jiwa.",
            {("63.05", "active", "=", 86.9, "percent"), ("63.05", "population", "=", 143776, "people")},
        ),
        (
            "Kepesertaan di Tapin mencapai 98,07 persen dari sekitar 190 ribu jiwa penduduk.",
            {("63.05", "coverage", "=", 98.07, "percent"), ("63.05", "population", "~", 190000, "people")},
        ),
        (
            "Warga Tapin yang iurannya dibayar pemkab mencapai 51.402 jiwa.",
            {("63.05", "pemda_share", "=", 51402, "people")},
        ),
        (
            "Keaktifan di Tapin naik dari 78 persen menjadi 96 persen.",
            {("63.05", "active", "=", 78, "percent"), ("63.05", "active", "=", 96, "percent")},
        ),
        ("Jika keaktifan di bawah 80 persen, status itu dicabut.", set()),
        ("Target UHC nasional adalah 98 persen penduduk terdaftar dengan keaktifan 80 persen.", set()),
        (
            "Kalimantan Selatan ikut meraihnya. Cakupan provinsi baru 98,05 persen.",
            {("63", "coverage", "=", 98.05, "percent")},
        ),
    ],
)
def test_what_a_short_figure_measures(
    read: Read, text: str, expected: set[tuple[str | None, str, str, float, str]]
) -> None:
    assert figures(read(LEAD + text, "Tapin Raih UHC Awards")) == expected
