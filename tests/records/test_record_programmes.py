"""Which award, which edition, which score; several programmes in one article."""

from __future__ import annotations

import pytest
from award_records import history, one, tier_of, tiers
from reading import Read


def by_programme(read: Read, text: str, title: str | None = None) -> dict[str, tuple[int | None, str | None]]:
    """(edition, tier id) by programme."""
    return {r.programme.id: (r.edition, tier_of(r)) for r in read(text, title).records}


def test_two_programmes_in_two_sentences(read: Read) -> None:
    text = (
        "RANTAU – Pemkab Tapin menerima predikat BB pada SAKIP 2024. Selain itu, Tapin meraih predikat "
        "Sangat Baik "
        "pada evaluasi SPBE 2024 dengan indeks 3,62."
    )
    result = read(text, "Dua Penghargaan untuk Tapin")
    found = {r.programme.id: (tier_of(r), r.score) for r in result.records}
    assert found == {"sakip": ("bb", None), "spbe": ("sangat-baik", 3.62)}
    assert {record.region.code for record in result.records} == {"63.05"}


def test_a_year_in_review(read: Read) -> None:
    text = (
        "RANTAU – Pemkab Tapin menerima beberapa penghargaan. Pada Mei 2025, Tapin meraih opini WTP "
        "atas LKPD 2024. "
        "Pada Agustus 2025, Tapin meraih predikat Nindya Kabupaten Layak Anak 2025."
    )
    assert by_programme(read, text, "Deretan Penghargaan Tapin") == {
        "wtp": (2024, "wtp"),
        "kla": (2025, "nindya"),
    }


def test_two_programmes_in_one_sentence(read: Read) -> None:
    text = "RANTAU – Kabupaten Tapin meraih predikat Nindya KLA 2025 dan opini WTP atas LKPD 2024."
    assert by_programme(read, text, "Tapin Borong Dua Penghargaan") == {
        "kla": (2025, "nindya"),
        "wtp": (2024, "wtp"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Pemkab Tapin meraih opini WTP atas Laporan Keuangan Pemerintah Daerah (LKPD) Tahun 2023, Senin "
        "(20/5/2024).",
        "Pemkab Tapin meraih opini WTP. LHP atas LKPD Tahun Anggaran 2023 diserahkan BPK, Senin (20/5/2024).",
        "Pada Mei 2024 Pemkab Tapin meraih opini WTP. BPK memeriksa LKPD Tahun Anggaran 2023.",
        "Kabupaten Tapin meraih opini WTP dari BPK, Senin (20/5/2024).",
        "Pemkab Tapin kembali meraih opini Wajar Tanpa Pengecualian (WTP) atas LKPD TA 2023.",
    ],
)
def test_the_edition_of_an_opinion_is_the_report_year(read: Read, text: str) -> None:
    record = one(read("RANTAU – " + text, "Tapin Raih WTP"))
    assert (record.programme.id, record.edition, tier_of(record)) == ("wtp", 2023, "wtp")


@pytest.mark.parametrize(
    ("text", "programme", "edition", "tier", "score"),
    [
        (
            "Indeks SPBE Kabupaten Tapin tahun 2024 mencapai 3,62 dengan predikat Sangat Baik.",
            "spbe",
            2024,
            "sangat-baik",
            3.62,
        ),
        ("Pemkab Tapin meraih predikat BB pada SAKIP 2024 dengan nilai 74,54.", "sakip", 2024, "bb", 74.54),
        (
            "Pemkab Tapin meraih kualifikasi Informatif pada Anugerah Keterbukaan Informasi Publik 2025 "
            "dengan "
            "nilai 94,25.",
            "kip",
            2025,
            "informatif",
            94.25,
        ),
        (
            "Indeks SPBE Kabupaten Tapin naik dari 2,80 menjadi 3,31 dengan predikat Baik pada evaluasi "
            "SPBE 2023.",
            "spbe",
            2023,
            "baik",
            3.31,
        ),
        (
            "Indeks SPBE Kabupaten Tapin tahun 2023 mencapai 3,31 dengan predikat Baik, naik dari 2,80 "
            "pada 2022.",
            "spbe",
            2023,
            "baik",
            3.31,
        ),
    ],
)
def test_scores(read: Read, text: str, programme: str, edition: int, tier: str, score: float) -> None:
    record = one(read("RANTAU – " + text, "Kabar dari Tapin"))
    assert record.region.code == "63.05"
    assert (record.programme.id, record.edition, tier_of(record), record.score) == (
        programme,
        edition,
        tier,
        score,
    )
    assert "score" in record.evidence


def test_a_score_of_the_year_before_is_history(read: Read) -> None:
    text = (
        "RANTAU – Nilai SAKIP Pemkab Tapin tahun 2024 mencapai 72,15 dengan predikat BB. Pada tahun "
        "2023 nilainya "
        "68,40 dengan predikat B."
    )
    result = read(text, "SAKIP Tapin")
    assert (tier_of(one(result)), one(result).score) == ("bb", 72.15)
    assert history(result) == [("63.05", 2023, "b")]
    assert result.history[0].score == 68.4


@pytest.mark.xfail(strict=True, reason="a climb with both years in one sentence mixes the two years up")
@pytest.mark.parametrize(
    ("text", "edition", "tier", "score"),
    [
        (
            "Nilai SAKIP Pemkab Tapin 2024 mencapai 72,15 atau predikat BB, naik dari 68,40 dengan "
            "predikat B pada "
            "2023.",
            2024,
            "bb",
            72.15,
        ),
        (
            "Indeks SPBE Kabupaten Tapin naik dari 2,80 pada 2022 menjadi 3,31 pada 2023. Predikatnya Baik.",
            2023,
            "baik",
            3.31,
        ),
    ],
)
def test_a_climb_with_both_years(read: Read, text: str, edition: int, tier: str, score: float) -> None:
    record = one(read("RANTAU – " + text, "Kabar dari Tapin"))
    assert (record.edition, tier_of(record), record.score) == (edition, tier, score)


def test_a_provincial_round_carries_its_province(read: Read) -> None:
    text = (
        "BANJARMASIN – Kabupaten Tapin meraih juara 1 Paritrana Award 2024 tingkat Provinsi Kalimantan "
        "Selatan, "
        "disusul Kabupaten Balangan sebagai juara 2. Penghargaan diserahkan Gubernur Kalimantan Selatan "
        "Rangga "
        "Utama di Gedung Mahligai Pancasila, Banjarmasin, Kamis (11/9/2025)."
    )
    result = read(text, "Paritrana Award di Kalsel", "2025-09-12")
    assert tiers(result) == {"63.05": "peringkat-1", "63.11": "peringkat-2"}
    assert {(r.edition, r.scope, r.date) for r in result.records} == {
        (2024, "Kalimantan Selatan", "2025-09-11")
    }


def test_the_edition_may_differ_from_the_year_of_the_ceremony(read: Read) -> None:
    text = "RANTAU – Kabupaten Tapin menerima piala Adipura 2022 di Jakarta, Selasa (28/2/2023)."
    record = one(read(text, "Adipura untuk Tapin", "2023-03-01"))
    assert (record.edition, tier_of(record), record.date) == (2022, "adipura", "2023-02-28")


@pytest.mark.parametrize(
    ("published", "edition"), [("2024-08-09", 2024), (None, None)], ids=["published", "not published"]
)
def test_a_day_without_year_is_settled_by_the_weekday_near_publication(
    read: Read, published: str | None, edition: int | None
) -> None:
    text = "RANTAU – Pemkab Tapin meraih UHC Award di Jakarta, Kamis (8/8)."
    record = one(read(text, "Tapin Raih UHC Award", published))
    assert record.edition == edition
    assert record.date == ("2024-08-08" if edition else None)


def test_the_organizer_is_the_one_that_the_text_names(read: Read) -> None:
    text = (
        "BANJARMASIN – Pemkab Tapin meraih kualifikasi Informatif pada Anugerah Keterbukaan Informasi "
        "Publik 2025 "
        "dari Komisi Informasi Provinsi Kalimantan Selatan."
    )
    assert one(read(text, "Tapin Informatif")).organizer != "Komisi Informasi Pusat"
