"""Received, announced, hoped for, denied, or long past."""

from __future__ import annotations

import pytest
from award_records import history, one, tier_of, tiers
from reading import Read


@pytest.mark.parametrize(
    "text",
    [
        "TANJUNG – Pemkab Tabalong dijadwalkan akan menerima UHC Awards 2026 kategori Madya di Jakarta pada "
        "Selasa (27/1/2026) mendatang.",
        "TANJUNG – Kabupaten Tabalong akan menerima UHC Awards 2026 kategori Madya pada Selasa (27/1/2026).",
        "TANJUNG – UHC Awards 2026 kategori Madya akan diserahkan kepada Pemkab Tabalong di Jakarta, Selasa "
        "(27/1/2026).",
    ],
)
def test_announced(read: Read, text: str) -> None:
    record = one(read(text, "Tabalong Bakal Terima UHC Awards"))
    assert (record.region.code, record.status, tier_of(record)) == ("63.09", "announced", "madya")
    assert record.date == "2026-01-27"


def test_announced_over_two_sentences(read: Read) -> None:
    text = (
        "TANJUNG – Tabalong dipastikan menerima piala Adipura 2023. Piala akan diserahkan di Jakarta, "
        "Selasa (5/3/2024)."
    )
    record = one(read(text))
    assert (record.status, record.date) == ("announced", "2024-03-05")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Adipura untuk Tabalong",
            "TANJUNG – Tabalong dipastikan menerima piala Adipura 2023. Piala akan diserahkan di Jakarta, "
            "Selasa (5/3/2024).",
        ),
        (
            "Tabalong Peraih UHC Awards 2026",
            "TANJUNG – Pemkab Tabalong ditetapkan sebagai penerima UHC Awards 2026 kategori Madya. "
            "Penyerahan "
            "dijadwalkan di Jakarta, Selasa (27/1/2026).",
        ),
    ],
)
def test_the_text_says_that_the_award_is_to_come(read: Read, title: str, text: str) -> None:
    assert one(read(text, title)).status == "announced"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Tapin Bidik UHC Awards", "RANTAU – Pemkab Tapin menargetkan UHC Awards 2026 kategori Utama."),
        (
            "Tapin Optimistis",
            "RANTAU – Bupati Tapin Slamet Haryono optimistis meraih opini WTP atas LKPD 2025.",
        ),
        ("Tapin Berharap", "RANTAU – Semoga tahun depan Kabupaten Tapin meraih UHC Awards kategori Utama."),
        ("Tapin Gagal", "RANTAU – Pemkab Tapin gagal meraih opini WTP atas LKPD 2024."),
        (
            "Tapin Absen",
            "RANTAU – Kabupaten Tapin tidak menerima UHC Awards 2026 karena keaktifan peserta belum 80 "
            "persen.",
        ),
        ("Tapin Menunggu", "RANTAU – Kabupaten Tapin belum meraih predikat Nindya Kabupaten Layak Anak."),
        (
            "Verifikasi KLA di Tapin",
            "RANTAU – Tim verifikasi Kabupaten Layak Anak (KLA) 2025 datang ke Tapin, Kamis (8/5/2025). "
            "Pemkab "
            "Tapin berharap meraih predikat Nindya.",
        ),
        (
            "Tapin Masuk Nominasi Paritrana",
            "RANTAU – Kabupaten Tapin masuk nominasi Paritrana Award 2024. Bupati Tapin Slamet Haryono "
            "mengikuti "
            "wawancara di Jakarta, Senin (1/7/2024).",
        ),
        ("WTP Bukan Jaminan", "RANTAU – Anggota DPRD Tapin Joko Susilo menilai opini WTP bukan jaminan."),
        (
            "Klinik Baru",
            "RANTAU – Klinik Pratama di Tapin dibuka. Tujuan utama klinik itu melayani peserta UHC.",
        ),
    ],
)
def test_hopes_denials_and_other_news_give_no_record(read: Read, title: str, text: str) -> None:
    result = read(text, title)
    assert result.error is None
    assert tiers(result) == {}


def test_books_handed_to_the_auditor_are_no_award(read: Read) -> None:
    text = (
        "RANTAU – Bupati Tapin Slamet Haryono menyerahkan LKPD unaudited 2025 kepada Kepala BPK Perwakilan "
        "Kalimantan Selatan Bima Suryadi di Banjarbaru, Jumat (27/3/2026). Ia optimis kembali meraih "
        "opini WTP."
    )
    assert tiers(read(text, "Pemkab Tapin Serahkan LKPD")) == {}


def test_a_denial_for_one_region_does_not_touch_the_next(read: Read) -> None:
    text = (
        "RANTAU – Kabupaten Tapin belum meraih UHC Awards 2026. Kabupaten Balangan meraih kategori "
        "Utama pada "
        "ajang yang digelar di Jakarta, Selasa (27/1/2026)."
    )
    assert tiers(read(text, "UHC Awards di Banua")) == {"63.11": "utama"}


def test_targets_beside_an_award_are_noise(read: Read) -> None:
    text = (
        "RANTAU – Kabupaten Tapin meraih predikat Nindya pada Anugerah KLA 2025. Tahun depan Tapin "
        "menargetkan "
        "predikat Utama. Semoga predikat Utama segera diraih."
    )
    result = read(text, "Tapin Raih Nindya")
    assert (tiers(result), result.history) == ({"63.05": "nindya"}, [])


def test_earlier_editions_are_history(read: Read) -> None:
    text = (
        "TANJUNG – Kabupaten Tabalong meraih predikat Nindya pada Anugerah Kabupaten Layak Anak (KLA) 2025, "
        "Jumat (8/8/2025). Sebelumnya, pada 2023 Tabalong meraih predikat Madya. Tahun 2022 kabupaten ini "
        "meraih Pratama."
    )
    result = read(text, "Tabalong Raih Nindya KLA 2025")
    assert (one(result).edition, tier_of(one(result))) == (2025, "nindya")
    assert history(result) == [("63.09", 2023, "madya"), ("63.09", 2022, "pratama")]
    assert {record.status for record in result.history} == {"past"}


def test_earlier_editions_in_one_sentence(read: Read) -> None:
    text = (
        "RANTAU – Kabupaten Tapin meraih Swasti Saba Wistara 2023. Pada tahun 2019 Tapin meraih Padapa, dan "
        "pada tahun 2021 meraih Wiwerda."
    )
    result = read(text, "Tapin Raih Wistara")
    assert tiers(result) == {"63.05": "wistara"}
    assert history(result) == [("63.05", 2019, "padapa"), ("63.05", 2021, "wiwerda")]


def test_an_earlier_result_without_a_year(read: Read) -> None:
    text = (
        "RANTAU – Pemkab Tapin meraih Anugerah Parahita Ekapraya (APE) 2023 tingkat Madya. "
        "Sebelumnya Tapin hanya meraih Pratama."
    )
    result = read(text, "Tapin Raih APE")
    assert tiers(result) == {"63.05": "madya"}
    assert history(result) == [("63.05", None, "pratama")]


def test_the_tier_climbed_to_is_the_current_one(read: Read) -> None:
    text = (
        "TANJUNG – Kabupaten Tabalong naik dari Madya menjadi Nindya pada Anugerah KLA 2025, Jumat "
        "(8/8/2025)."
    )
    assert tiers(read(text, "Tabalong Naik")) == {"63.09": "nindya"}


def test_earlier_tiers_with_their_years_in_brackets(read: Read) -> None:
    text = (
        "RANTAU – Kabupaten Tapin meraih Swasti Saba Wistara 2023, setelah Padapa (2017) dan Wiwerda (2019)."
    )
    result = read(text, "Tapin Raih Wistara")
    assert tiers(result) == {"63.05": "wistara"}
    assert history(result) == [("63.05", 2017, "padapa"), ("63.05", 2019, "wiwerda")]


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        (
            "Kabupaten Tapin naik dari Madya menjadi Nindya pada Anugerah KLA 2025.",
            [("63.05", None, "madya")],
        ),
        pytest.param(
            "Kabupaten Tapin meraih Swasti Saba Wistara 2023. Perjalanannya panjang: Padapa (2017), Wiwerda "
            "(2019), dan kini Wistara.",
            [("63.05", 2017, "padapa"), ("63.05", 2019, "wiwerda")],
            marks=pytest.mark.xfail(
                strict=True, reason="a list of tiers with years in brackets is not history"
            ),
        ),
    ],
)
def test_earlier_tiers_in_passing(read: Read, text: str, earlier: list[tuple[str, int | None, str]]) -> None:
    assert history(read("RANTAU – " + text)) == earlier


def test_a_lost_tier_is_not_the_current_one(read: Read) -> None:
    text = "RANTAU – Kabupaten Tapin gagal mempertahankan predikat Nindya KLA 2025 dan turun ke Madya."
    assert tiers(read(text, "KLA 2025 di Tapin")) == {"63.05": "madya"}
