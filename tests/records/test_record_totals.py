"""Counts of honoured regions in further wordings, and numbers beside them that count no winner."""

from __future__ import annotations

import pytest
from number_records import totals
from reading import Read

UHC = "RANTAU – Pemkab Tapin meraih UHC Awards 2026 kategori Madya. "
KLA = "RANTAU – Pemkab Tapin meraih penghargaan Kabupaten Layak Anak (KLA) 2025 peringkat Madya. "
KIP = "RANTAU – Pemkab Tapin meraih Anugerah Keterbukaan Informasi Publik 2025 kualifikasi Informatif. "
SEHAT = "RANTAU – Pemkab Tapin meraih Swasti Saba 2025 kategori Padapa. "
ADIPURA = "RANTAU – Pemkab Tapin meraih sertifikat Adipura 2025. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (UHC + "Lima daerah duduk di Madya, di antaranya Tapin.", [("madya", 5, "daerah")]),
        (UHC + "Peraih Madya ada tiga: Tapin, Balangan, dan Tabalong.", [("madya", 3, "daerah")]),
        (UHC + "Di sana ada lima kota yang menerima kategori yang sama.", [("madya", 5, "kota")]),
        (
            UHC + "Provinsi itu bersama empat kabupatennya pulang membawa penghargaan.",
            [("all", 4, "kabupaten")],
        ),
        (
            UHC + "Provinsi itu bersama lima kabupatennya meraih kategori Utama.",
            [("utama", 5, "kabupaten")],
        ),
        (
            SEHAT + "Ada 146 kabupaten/kota yang lolos dari 196 yang diusulkan.",
            [("all", 146, "kabupaten/kota")],
        ),
        (
            UHC + "Piagam diberikan kepada 22 provinsi dan 334 kabupaten/kota se-Indonesia.",
            [("all", 22, "provinsi"), ("all", 334, "kabupaten/kota")],
        ),
        (
            UHC + "Peraih Utama sebanyak 75, Madya 192, dan Pratama 130.",
            [("utama", 75, "daerah"), ("madya", 192, "daerah"), ("pratama", 130, "daerah")],
        ),
        (
            UHC + "Dari 13 kabupaten di sana, delapan di antaranya meraih UHC Awards.",
            [("all", 8, "kabupaten")],
        ),
        (SEHAT + "Dari 177 kabupaten/kota yang menerima, satu di Papua.", [("all", 177, "kabupaten/kota")]),
        (SEHAT + "Tiga sisanya kabupaten dan seluruhnya Padapa.", [("padapa", 3, "daerah")]),
        (
            SEHAT + "Ada 13 lembaga, 29 provinsi dan 266 kabupaten/kota yang menerimanya.",
            [("all", 29, "provinsi"), ("all", 266, "kabupaten/kota")],
        ),
        (
            ADIPURA + "Yang ada baru sertifikat, itu pun hanya 35 kabupaten/kota.",
            [("sertifikat", 35, "kabupaten/kota")],
        ),
    ],
)
def test_winners_are_counted(read: Read, text: str, expected: list[tuple[str, int, str]]) -> None:
    found = totals(read(text, "Tapin Raih Penghargaan", "2026-01-28"))
    assert [(tier, count, unit) for tier, count, unit, _ in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        UHC + "Ada 38 provinsi dan 514 kabupaten/kota yang dinilai.",
        UHC + "Tapin bersama tujuh daerah lainnya meraih Madya.",
        UHC + "Tingkatnya ada tiga: Utama, Madya, dan Pratama.",
        KLA + "Skor paling sedikit 500 untuk Pratama dan 600 untuk Madya.",
        KLA + "Kalimantan Selatan tidak masuk 13 provinsi peraih Provila.",
        KIP + "Dari 178 badan publik yang dimonitor hanya 54 yang berpredikat Informatif.",
        SEHAT + "Sebanyak 167 kabupaten/kota lolos tahap administrasi.",
        ADIPURA + "Penilaian Adipura dilaksanakan terhadap 258 kabupaten/kota.",
    ],
)
def test_scores_bodies_stages_and_other_awards_are_no_totals(read: Read, text: str) -> None:
    assert totals(read(text, "Tapin Raih Penghargaan", "2026-01-28")) == []
