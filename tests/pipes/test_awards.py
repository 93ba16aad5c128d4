"""Programmes by their names, and tier words that are tiers and those that are not."""

from __future__ import annotations

import pytest
from mention_values import Mentions


def tiers(mentions: Mentions, text: str, programme: str) -> list[str]:
    """The tiers of one programme that the words of a text may mean, in order."""
    return [tier for _, value in mentions(text, "tiers") for pid, tier in value.options if pid == programme]


@pytest.mark.parametrize(
    ("text", "programme", "year"),
    [
        ("Tapin meraih UHC Awards 2026.", "uhc-awards", 2026),
        ("Tapin meraih Universal Health Coverage (UHC) Award 2024.", "uhc-awards", 2024),
        ("Tapin meraih Penghargaan Universal Health Coverage (UHC).", "uhc-awards", None),
        ("Tapin menjadi Kabupaten Layak Anak.", "kla", None),
        ("Tapin meraih KLA Tahun 2025.", "kla", 2025),
        ("Tapin menerima hasil evaluasi SAKIP 2024.", "sakip", 2024),
        ("Malam Anugerah Keterbukaan Informasi Publik 2025 digelar.", "kip", 2025),
        ("Indeks SPBE 2024 diumumkan.", "spbe", 2024),
        ("Tapin menerima Swasti Saba 2023.", "swasti-saba", 2023),
        ("Tapin menerima Paritrana Award 2024.", "paritrana", 2024),
        ("Tapin membawa pulang piala Adipura.", "adipura", None),
        ("Tapin meraih opini WTP.", "wtp", None),
        ("Tapin meraih Anugerah Parahita Ekapraya (APE) 2023.", "ape", 2023),
    ],
)
def test_programmes_by_name(mentions: Mentions, text: str, programme: str, year: int | None) -> None:
    ((_, value),) = mentions(text, "programmes")
    assert (value.id, value.year, value.weak) == (programme, year, False)


def test_the_subject_of_a_programme_is_no_award(mentions: Mentions) -> None:
    ((_, value),) = mentions("Cakupan UHC di Tapin terus naik.", "programmes")
    assert (value.id, value.weak) == ("uhc-awards", True)


@pytest.mark.parametrize(
    "text",
    ["burung ape hinggap", "Tapin meraih Adiwiyata", "pemegang Kartu Indonesia Pintar", "kla itu bunyi"],
)
def test_other_awards_and_words_are_no_programmes(mentions: Mentions, text: str) -> None:
    assert mentions(text, "programmes") == []


@pytest.mark.parametrize(
    ("text", "programme", "expected"),
    [
        ("Tapin meraih UHC Awards 2026 kategori Utama.", "uhc-awards", ["utama"]),
        ("Tapin meraih UHC Awards kategori MADYA.", "uhc-awards", ["madya"]),
        ("Kategori utama, madya dan pratama diserahkan.", "uhc-awards", ["utama", "madya", "pratama"]),
        ("Kategori tertinggi, yakni Utama, diraih Tapin.", "uhc-awards", ["utama"]),
        ("predikat “Utama” diraih Tapin", "uhc-awards", ["utama"]),
        ("KLA Nindya diraih Tapin", "kla", ["nindya"]),
        ("KLA tingkat Nidya diraih Tapin", "kla", ["nindya"]),
        ("KLA: Utama 8 daerah, Nindya 66 daerah.", "kla", ["utama", "nindya"]),
        ("naik dari Madya menjadi Utama pada KLA 2025", "kla", ["madya", "utama"]),
        ("APE tingkat Mentor diraih Tapin", "ape", ["mentor"]),
        ("SAKIP berpredikat BB", "sakip", ["bb"]),
        ("nilai SAKIP A", "sakip", ["a"]),
        ("SAKIP predikat B.", "sakip", ["b"]),
        ("SAKIP dengan predikat BB (sangat baik)", "sakip", ["bb"]),
        ("kualifikasi “Informatif” dari Komisi Informasi", "kip", ["informatif"]),
        ("predikat Menuju Informatif", "kip", ["menuju-informatif"]),
        ("predikat Cukup Informatif", "kip", ["cukup-informatif"]),
        ("indeks SPBE 3,62 dengan predikat Sangat Baik", "spbe", ["sangat-baik"]),
        ("SPBE predikat memuaskan", "spbe", ["memuaskan"]),
        ("Swasti Saba Wiwerda dan Swasti Saba Padapa", "swasti-saba", ["wiwerda", "padapa"]),
        ("Swasti Saba Wistara Paripurna", "swasti-saba", ["wistara-paripurna"]),
        ("juara 1 Paritrana Award", "paritrana", ["peringkat-1"]),
        ("terbaik II Paritrana Award", "paritrana", ["peringkat-2"]),
        ("peringkat ketiga Paritrana Award", "paritrana", ["peringkat-3"]),
        ("meraih Adipura Kencana", "adipura", ["adipura-kencana"]),
        ("meraih piala Adipura", "adipura", ["adipura"]),
        ("menerima Sertifikat Adipura dan Plakat Adipura", "adipura", ["sertifikat", "plakat"]),
        ("opini Wajar Tanpa Pengecualian (WTP)", "wtp", ["wtp"]),
        ("opini Wajar Dengan Pengecualian (WDP)", "wtp", ["wdp"]),
        ("opini Tidak Memberikan Pendapat", "wtp", ["tmp"]),
    ],
)
def test_tiers(mentions: Mentions, text: str, programme: str, expected: list[str]) -> None:
    assert tiers(mentions, text, programme) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kepala Kantor Cabang Utama hadir.",
        "Kantor Cabang Utama BPJS Kesehatan hadir.",
        "Peresmian Klinik Pratama Husada dihadiri warga.",
        "Pasien dilayani Klinik Utama Medika.",
        "KPP Pratama Banjarmasin ikut hadir.",
        "Bupati Tapin Rangga Pratama menerima piagam.",
        "Sekda Tapin Madya Kusuma hadir. Madya senang.",
        "Menurut Gubernur Kalsel Rangga Utama, warga senang.",
        "Kesehatan warga adalah tujuan utama program ini.",
        "Itu indikator utama dan prestasi utama kami.",
        "Direktur Utama BPJS Kesehatan hadir.",
        "Auditor Utama dan Komisaris Utama hadir.",
        "Jalan Utama ditutup.",
        "Kinerja sudah baik dan hasilnya memuaskan.",
        "Warga merasa cukup terlayani.",
        "Vitamin B dan C dibagikan.",
    ],
)
def test_tier_words_that_are_no_tiers(mentions: Mentions, text: str) -> None:
    assert mentions(text, "tiers") == []


def test_a_tier_beside_a_person_of_that_name(mentions: Mentions) -> None:
    text = "Bupati Tapin Rangga Pratama menerima UHC Awards 2026 kategori Madya. Pratama bersyukur."
    assert tiers(mentions, text, "uhc-awards") == ["madya"]


def test_the_longer_tier_stands(mentions: Mentions) -> None:
    ((words, value),) = mentions("meraih kualifikasi Menuju Informatif", "tiers")
    assert words == "Menuju Informatif"
    assert value.sure


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        ("Tapin meraih predikat di KI Kalsel Award 2025.", "kip"),
        ("Pada KI Jawa Timur Awards 2025 Pacitan menang.", "kip"),
        ("Tapin meraih Digital Government Award 2025.", "spbe"),
        ("Tapin meraih SAKIP-RB Award 2025.", "sakip"),
    ],
)
def test_programmes_by_names_of_one_round(mentions: Mentions, text: str, programme: str) -> None:
    ((_, value),) = mentions(text, "programmes")
    assert (value.id, value.year) == (programme, 2025)


def test_a_tier_in_brackets_behind_one_of_another_programme_is_no_gloss(mentions: Mentions) -> None:
    text = "Tapin meraih KLA kategori Nindya (opini WTP diraih lebih dulu)."
    assert tiers(mentions, text, "wtp") == ["wtp"]
    assert tiers(mentions, "Tapin meraih KLA kategori Nindya (predikat BB untuk SAKIP).", "sakip") == ["bb"]


def test_a_slip_in_the_letters_of_an_opinion(mentions: Mentions) -> None:
    assert tiers(mentions, "Tapin kembali meraih opini WPT.", "wtp") == ["wtp"]
    assert mentions("Perusahaan WPT hadir.", "tiers") == []
