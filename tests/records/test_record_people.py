"""Who received the award, for whom, and from whom; and who only stood by."""

from __future__ import annotations

import pytest
from award_records import MENKO_PM, one, who
from reading import Read

LEAD = "TANJUNG – Pemkab Tabalong meraih UHC Awards 2026 kategori Madya. "
WHEN = " di Jakarta, Selasa (27/1/2026)."
BUPATI = ("Slamet Haryono", "Bupati")


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati Tabalong H. Slamet Haryono, S.H., menerima piagam itu",
        "Piagam diterima langsung oleh Bupati Tabalong Slamet Haryono",
        "Piagam itu diterima Bupati Slamet Haryono",
        "Menko PM Bima Suryadi menyerahkan piagam kepada Bupati Tabalong, Slamet Haryono,",
        "Piagam diserahkan Menko PM Bima Suryadi kepada Bupati Tabalong Slamet Haryono",
        "Slamet Haryono, Bupati Tabalong, menerima piagam itu",
    ],
)
def test_the_head_receives_in_person(read: Read, sentence: str) -> None:
    record = one(read(LEAD + sentence + WHEN, "Tabalong Raih UHC Awards"))
    assert record.region.code == "63.09"
    assert (who(record.official), record.on_behalf_of) == (BUPATI, None)


@pytest.mark.parametrize(
    ("sentence", "official"),
    [
        (
            "Piagam diterima Bupati Tabalong Slamet Haryono melalui Sekretaris Daerah Dewi Lestarini",
            ("Dewi Lestarini", "Sekretaris Daerah"),
        ),
        (
            "Bupati Tabalong Slamet Haryono menerima piagam itu melalui Sekda Dewi Lestarini",
            ("Dewi Lestarini", "Sekretaris Daerah"),
        ),
        (
            "Piagam diterima Bupati Slamet Haryono yang diwakili Kepala Dinas Kesehatan Dewi Lestarini",
            ("Dewi Lestarini", "Kepala Dinas Kesehatan"),
        ),
        (
            "Mewakili Bupati Slamet Haryono, Asisten I Dewi Lestarini menerima piagam itu",
            ("Dewi Lestarini", "Asisten I"),
        ),
        (
            "Wakil Bupati Tabalong Dewi Lestarini, mewakili Bupati Slamet Haryono, menerima piagam itu",
            ("Dewi Lestarini", "Wakil Bupati"),
        ),
    ],
)
def test_somebody_receives_for_the_head(read: Read, sentence: str, official: tuple[str, str]) -> None:
    record = one(read(LEAD + sentence + WHEN, "Tabalong Raih UHC Awards"))
    assert who(record.official) == official
    assert who(record.on_behalf_of) == BUPATI
    assert {"official", "on_behalf_of"} <= set(record.evidence)


def test_the_next_sentence_says_for_whom(read: Read) -> None:
    text = (
        f"{LEAD}Wakil Bupati Dewi Lestarini hadir menerima piagam{WHEN} Ia hadir mewakili Bupati "
        f"Slamet Haryono."
    )
    record = one(read(text, "Tabalong Raih UHC Awards"))
    assert who(record.official) == ("Dewi Lestarini", "Wakil Bupati")
    assert who(record.on_behalf_of) == BUPATI


def test_an_office_without_a_person_is_nobody(read: Read) -> None:
    text = f"{LEAD}Piagam diterima Bupati Slamet Haryono melalui Dinas Kesehatan{WHEN}"
    record = one(read(text, "Tabalong Raih UHC Awards"))
    assert (record.official, who(record.on_behalf_of)) == (None, BUPATI)


def test_speaking_through_somebody_is_no_receipt(read: Read) -> None:
    text = (
        LEAD + "Bupati Slamet Haryono melalui Kepala Dinas Kesehatan Dewi Lestarini mengatakan warga bangga."
    )
    record = one(read(text, "Tabalong Raih UHC Awards"))
    assert (record.official, record.on_behalf_of, record.presenter) == (None, None, None)


@pytest.mark.parametrize(
    "sentence",
    [
        "Piagam diserahkan Menko PM Bima Suryadi kepada Bupati Slamet Haryono, disaksikan Wakil "
        "Presiden Anwar Fauzi",
        "Acara dibuka Wakil Presiden Anwar Fauzi. Bupati Slamet Haryono menerima piagam dari Menko PM "
        "Bima Suryadi",
        "Bupati Slamet Haryono menerima piagam dari tangan Menko PM Bima Suryadi",
        "Piagam diserahkan Menko PM Bima Suryadi didampingi Dirut BPJS Kesehatan Galih Santosa",
        "Piagam diserahkan Menko PM Bima Suryadi bersama Dirut BPJS Kesehatan Galih Santosa",
        "Piagam diserahkan secara langsung oleh Menko PM Bima Suryadi dan dihadiri Presiden Anwar Fauzi",
        "Dirut BPJS Kesehatan Galih Santosa membacakan pengumuman, lalu Menko PM Bima Suryadi "
        "menyerahkan piagam",
    ],
)
def test_the_presenter_is_told_from_bystanders(read: Read, sentence: str) -> None:
    record = one(read(LEAD + sentence + WHEN, "Tabalong Raih UHC Awards"))
    assert who(record.presenter) == ("Bima Suryadi", MENKO_PM)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bupati Slamet Haryono menerima piagam pada acara yang dihadiri Presiden Anwar Fauzi",
        "Bupati Slamet Haryono menerima piagam. Dalam sambutannya, Menko PM Bima Suryadi memuji daerah",
        "Bupati Slamet Haryono menerima piagam. Turut hadir Dirut BPJS Kesehatan Galih Santosa",
        "Bupati Slamet Haryono menerima piagam. Hasilnya diumumkan Dirut BPJS Kesehatan Galih Santosa",
    ],
)
def test_bystanders_alone_make_no_presenter(read: Read, sentence: str) -> None:
    record = one(read(LEAD + sentence + WHEN, "Tabalong Raih UHC Awards"))
    assert (who(record.official), record.presenter) == (BUPATI, None)


def test_companions_of_the_receiver_receive_nothing(read: Read) -> None:
    text = (
        f"{LEAD}Bupati Slamet Haryono, didampingi Kepala Dinas Kesehatan Retno Wulandari, menerima "
        f"piagam{WHEN}"
    )
    record = one(read(text, "Tabalong Raih UHC Awards"))
    assert (who(record.official), record.on_behalf_of) == (BUPATI, None)


def test_the_chair_of_the_council_is_never_the_official(read: Read) -> None:
    text = (
        "BANJARBARU – Pemkab Tapin meraih opini WTP atas LKPD 2024. LHP diserahkan Kepala BPK Perwakilan "
        "Kalimantan Selatan Bima Suryadi kepada Bupati Tapin Slamet Haryono dan Ketua DPRD Tapin Joko "
        "Susilo, "
        "Senin (26/5/2025)."
    )
    record = one(read(text, "Tapin Raih WTP"))
    assert who(record.official) == BUPATI
    assert who(record.presenter) == ("Bima Suryadi", "Kepala BPK Perwakilan")


def test_several_heads_receive_each_for_their_own_region(read: Read) -> None:
    text = (
        "BANJARBARU – Kabupaten Tapin, Balangan, dan Tabalong meraih opini WTP atas LKPD 2024. LHP "
        "diserahkan "
        "Kepala BPK Perwakilan Kalimantan Selatan Bima Suryadi kepada Bupati Tapin Slamet Haryono, Bupati "
        "Balangan Bagas Prakoso, dan Wakil Bupati Tabalong Dewi Lestarini, Senin (26/5/2025)."
    )
    records = read(text, "BPK Serahkan LHP").records
    assert {r.region.code: who(r.official) for r in records} == {
        "63.05": ("Slamet Haryono", "Bupati"),
        "63.11": ("Bagas Prakoso", "Bupati"),
        "63.09": ("Dewi Lestarini", "Wakil Bupati"),
    }
    assert {who(r.presenter) for r in records} == {("Bima Suryadi", "Kepala BPK Perwakilan")}


def test_a_province_between_commas_is_no_official(read: Read) -> None:
    text = (
        "PALU – Wali Kota Palu, Sulawesi Tengah, Bagas Prakoso, menerima predikat Nindya Kota Layak "
        "Anak 2025."
    )
    record = one(read(text, "Palu Raih KLA"))
    assert (record.region.code, who(record.official)) == ("72.71", ("Bagas Prakoso", "Wali Kota"))


@pytest.mark.xfail(strict=True, reason="a presenter by proxy makes the province a winner")
def test_both_sides_by_proxy(read: Read) -> None:
    text = (
        "MEDAN – Kabupaten Simalungun meraih kualifikasi Informatif pada Anugerah KIP 2023 tingkat Provinsi "
        "Sumatera Utara. Piagam diserahkan Gubernur Sumatera Utara Anwar Fauzi diwakili Asisten Pemerintahan "
        "Bagas Prakoso kepada Bupati Simalungun Slamet Haryono diwakili Kepala Dinas Kominfo Joko Susilo."
    )
    record = one(read(text, "Simalungun Informatif"))
    assert who(record.official) == ("Joko Susilo", "Kepala Dinas Kominfo")
    assert who(record.presenter) == ("Bagas Prakoso", "Asisten Pemerintahan")
