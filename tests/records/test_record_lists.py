"""Lists of recipients: over a sentence, over lines, by tier, and whose prefix covers whom."""

from __future__ import annotations

import pytest
from award_records import tiers
from reading import Read

LEAD = "BANJARMASIN – Berikut daftar daerah peraih Kabupaten/Kota Layak Anak (KLA) 2025.\n\n"


def test_a_prefix_covers_the_list_behind_it(read: Read) -> None:
    text = (
        "JAKARTA – Kabupaten Malang, Kediri, dan Blitar meraih predikat Madya pada Anugerah KLA 2025. "
        "Kota Malang "
        "dan Kota Batu meraih predikat Nindya."
    )
    assert tiers(read(text, "Peraih KLA 2025")) == {
        "35.07": "madya",
        "35.06": "madya",
        "35.05": "madya",
        "35.73": "nindya",
        "35.79": "nindya",
    }


def test_each_member_may_have_its_own_prefix(read: Read) -> None:
    text = "JAKARTA – Kota Kediri, Kabupaten Blitar, dan Pemkot Malang meraih UHC Awards 2026 kategori Utama."
    assert tiers(read(text, "Peraih UHC Awards")) == {"35.71": "utama", "35.05": "utama", "35.73": "utama"}


def test_a_round_up_in_one_sentence(read: Read) -> None:
    text = (
        "SURABAYA – Kota Malang meraih UHC Awards 2026 kategori Utama, Kabupaten Malang Madya, dan Kota Batu "
        "Pratama."
    )
    found = tiers(read(text, "UHC Awards 2026 di Malang Raya"))
    assert found == {"35.73": "utama", "35.07": "madya", "35.79": "pratama"}


def test_a_round_up_by_tier(read: Read) -> None:
    text = (
        "JAKARTA – Pada Anugerah KLA 2025, kategori Utama diraih Kota Surabaya, kategori Nindya diraih "
        "Kabupaten "
        "Tapin dan Kota Banjarbaru, sedangkan kategori Madya diraih Kabupaten Balangan."
    )
    found = tiers(read(text, "Peraih KLA 2025"))
    assert found == {"35.78": "utama", "63.05": "nindya", "63.72": "nindya", "63.11": "madya"}


def test_tier_headings_over_numbered_and_dashed_lines(read: Read) -> None:
    text = LEAD + (
        "Kategori Utama:\n1. Kota Banjarbaru\n2. Kabupaten Tapin\n\n"
        "Kategori Nindya:\n1. Kabupaten Balangan\n2. Kabupaten Tabalong\n\n"
        "Kategori Madya:\n- Kabupaten Kotabaru\n- Kabupaten Banjar"
    )
    assert tiers(read(text, "Daftar Peraih KLA 2025")) == {
        "63.72": "utama",
        "63.05": "utama",
        "63.11": "nindya",
        "63.09": "nindya",
        "63.02": "madya",
        "63.03": "madya",
    }


def test_tier_headings_before_names_in_one_line(read: Read) -> None:
    text = LEAD + (
        "Kategori Utama: Kota Surakarta\n\nKategori Nindya: Kota Semarang, Kabupaten Klaten, Kabupaten "
        "Jepara\n\n"
        "Kategori Madya: Kabupaten Demak, Kudus, dan Pati"
    )
    assert tiers(read(text, "Peraih KLA 2025")) == {
        "33.72": "utama",
        "33.74": "nindya",
        "33.10": "nindya",
        "33.20": "nindya",
        "33.21": "madya",
        "33.19": "madya",
        "33.18": "madya",
    }


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Kategori Pratama: Kabupaten Rembang; Kabupaten Blora", {"33.17": "pratama", "33.16": "pratama"}),
        ("Utama: Kota Surakarta\n\nNindya: Kota Semarang", {"33.72": "utama", "33.74": "nindya"}),
    ],
)
def test_other_ways_to_set_a_list(read: Read, lines: str, expected: dict[str, str]) -> None:
    assert tiers(read(LEAD + lines, "Peraih KLA 2025")) == expected


def test_two_opinions_in_one_sentence(read: Read) -> None:
    text = (
        "BANJARBARU – Pemkab Tapin meraih opini WTP atas LKPD 2024, sedangkan Pemkab Balangan meraih "
        "opini WDP. "
        "LHP diserahkan Senin (26/5/2025)."
    )
    result = read(text, "Opini BPK")
    assert tiers(result) == {"63.05": "wtp", "63.11": "wdp"}
    assert {(record.edition, record.date) for record in result.records} == {(2024, "2025-05-26")}


def test_a_list_named_before_what_it_won(read: Read) -> None:
    text = (
        "BANJARBARU – BPK menyerahkan LHP atas LKPD 2024 kepada Kabupaten Tapin, Balangan, dan "
        "Tabalong, Senin "
        "(26/5/2025). Ketiga daerah meraih opini WTP."
    )
    assert tiers(read(text, "Opini BPK")) == {"63.05": "wtp", "63.11": "wtp", "63.09": "wtp"}


def test_the_classes_of_adipura(read: Read) -> None:
    text = (
        "JAKARTA – Kota Surabaya meraih Adipura Kencana 2022, Kota Malang meraih Adipura, dan Kota Batu "
        "menerima "
        "Sertifikat Adipura, Selasa (28/2/2023)."
    )
    found = tiers(read(text, "Adipura 2022"))
    assert found == {"35.78": "adipura-kencana", "35.73": "adipura", "35.79": "sertifikat"}


def test_ranks_are_tiers_of_paritrana(read: Read) -> None:
    text = (
        "BANJARMASIN – Provinsi Kalimantan Selatan menggelar Paritrana Award 2024. Juara 1 diraih Kabupaten "
        "Tapin, juara 2 Kota Banjarbaru, dan juara 3 Kabupaten Balangan."
    )
    result = read(text, "Paritrana Kalsel")
    assert tiers(result) == {"63.05": "peringkat-1", "63.72": "peringkat-2", "63.11": "peringkat-3"}
    assert {record.scope for record in result.records} == {"Kalimantan Selatan"}


@pytest.mark.xfail(strict=True, reason="'bersama' takes the tier from the subject of its sentence")
def test_a_province_beside_its_kabupaten(read: Read) -> None:
    text = (
        "BANJARBARU – Pemprov Kalimantan Selatan meraih UHC Awards 2026 kategori Madya bersama "
        "Kabupaten Balangan "
        "dan Kota Banjarbaru."
    )
    assert tiers(read(text, "UHC Awards"))["63"] == "madya"
