"""Round-ups: lists behind a count, ranking lists, tables set as lines, givers by level."""

from __future__ import annotations

from award_records import one, tiers, who
from reading import Read

LEAD = "SEMARANG – Penghargaan Kota Layak Anak 2025 diserahkan di Jakarta, Jumat (8/8/2025). "


def test_a_list_some_sentences_behind_its_count(read: Read) -> None:
    text = LEAD + (
        "Tiga daerah di Jawa Tengah meraih predikat Nindya. Penilainya tim kementerian. "
        "Daftarnya yaitu Kabupaten Rembang, Blora, dan Kota Salatiga."
    )
    assert tiers(read(text, "KLA 2025")) == {"33.17": "nindya", "33.16": "nindya", "33.73": "nindya"}


def test_a_bare_name_beside_its_namesake_is_the_other_one(read: Read) -> None:
    text = LEAD + "Predikat Madya diperoleh Klaten, Pekalongan, Blora, dan Kota Pekalongan."
    assert set(tiers(read(text, "KLA 2025"))) == {"33.10", "33.26", "33.16", "33.75"}


def test_counts_share_out_a_ranking(read: Read) -> None:
    text = (
        "BANJARBARU – Hasil evaluasi SPBE 2023 keluar. Dua daerah berpredikat Baik, dua lainnya Cukup.\n\n"
        "Urutan indeksnya: Kabupaten Tapin 3,21, Kota Banjarbaru 2,90, Kabupaten Balangan 2,51, "
        "dan Kabupaten Tabalong 2,07."
    )
    found = tiers(read(text, "Indeks SPBE 2023"))
    assert found == {"63.05": "baik", "63.72": "baik", "63.11": "cukup", "63.09": "cukup"}


def test_a_table_with_a_cell_a_line(read: Read) -> None:
    rows = [
        "1",
        "Kota Metro",
        "96,10",
        "Informatif",
        "2",
        "Kabupaten Pringsewu",
        "84,30",
        "Menuju Informatif",
    ]
    text = (
        "BANDAR LAMPUNG – Anugerah Keterbukaan Informasi Publik 2024 diserahkan Rabu (4/12/2024). "
        "Dua daerah memperoleh penghargaan dengan rincian sebagai berikut.\n\n" + "\n".join(rows)
    )
    result = read(text, "Anugerah KIP 2024")
    assert tiers(result) == {"18.72": "informatif", "18.10": "menuju-informatif"}
    assert [record.score for record in result.records] == [96.1, 84.3]


def test_the_level_that_a_giver_hands_to(read: Read) -> None:
    text = (
        "JAKARTA – Paritrana Award 2021 diserahkan Kamis (27/10/2022). Piala kategori pemerintah provinsi "
        "diserahkan Menko PMK Bima Suryadi. Juara I diraih Provinsi Jawa Barat. Piala kategori pemerintah "
        "kabupaten/kota diserahkan Menteri Dalam Negeri Anwar Fauzi. Peringkat pertama ditempati Kabupaten "
        "Tapin, diikuti Kota Banjarbaru di peringkat kedua."
    )
    result = read(text, "Peraih Paritrana 2021")
    assert tiers(result) == {"32": "peringkat-1", "63.05": "peringkat-1", "63.72": "peringkat-2"}
    givers = {record.region.code: record.presenter and record.presenter.name for record in result.records}
    assert givers == {"32": "Bima Suryadi", "63.05": "Anwar Fauzi", "63.72": "Anwar Fauzi"}


def test_an_award_handed_over_years_after_the_one_recalled(read: Read) -> None:
    text = (
        "BATU – Kota Batu menerima Swasti Saba Wiwerda dari Menteri Dalam Negeri di Jakarta, Selasa "
        "(19/11/2019). Tahun 2017 kota itu meraih Swasti Saba Padapa."
    )
    record = one(read(text, "Kota Batu Raih Wiwerda"))
    assert (record.edition, record.tier and record.tier.id) == (2019, "wiwerda")


def test_the_auditors_report_is_received(read: Read) -> None:
    text = (
        "MAGELANG – Bupati Magelang Slamet Haryono menerima Laporan Hasil Pemeriksaan (LHP) atas LKPD 2024 "
        "di Semarang, Jumat (23/5/2025). BPK memberi opini WTP."
    )
    assert who(one(read(text, "Magelang Raih WTP")).official) == ("Slamet Haryono", "Bupati")


def test_an_address_is_no_decree(read: Read) -> None:
    text = (
        "TAPIN – Bupati Tapin Slamet Haryono menerima penghargaan KLA 2025 kategori Madya di Auditorium HM "
        "Rasjidi Kementerian Agama, Jalan MH Thamrin Nomor 6, Jakarta, Jumat (8/8/2025)."
    )
    assert one(read(text, "Tapin Raih KLA 2025")).date == "2025-08-08"
