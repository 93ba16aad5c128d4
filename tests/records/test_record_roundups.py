"""Round-ups of many recipients, and who took the award for each: one case for each class of wording."""

from __future__ import annotations

import pytest
from award_records import tiers, who
from reading import Read

UHC = "SURABAYA – UHC Awards 2026 diserahkan Menko PM Muhaimin Iskandar di JIExpo, Selasa (27/1/2026).\n\n"
TITLE = "Daftar Daerah Peraih UHC Awards 2026"
EAST_JAVA = {"35.17": "utama", "35.16": "madya", "35.05": "pratama"}  # Jombang, Mojokerto, Blitar


@pytest.mark.parametrize(
    "text",
    [
        "Kategori Utama jatuh ke tangan Kabupaten Jombang. Di Madya ada Kabupaten Mojokerto, dan Kabupaten "
        "Blitar mesti puas di Pratama.",
        "Utama\nKabupaten Jombang\n\nMadya\nKabupaten Mojokerto\n\nPratama\nKabupaten Blitar",
        "- Kabupaten Jombang: Utama.\n- Kabupaten Mojokerto: Madya.\n- Kabupaten Blitar: Pratama.",
        "Penghargaan diraih Kabupaten Jombang (Utama), Kabupaten Mojokerto (Madya) dan Kabupaten "
        "Blitar (Pratama).",
        "No | Daerah | Kategori\n1 | Kabupaten Jombang | Utama\n2 | Kabupaten Mojokerto | Madya\n"
        "3 | Kabupaten Blitar | Pratama",
        "Kabupaten Jombang mengantongi Utama. Kabupaten Mojokerto menggenggam Madya. Kabupaten Blitar tetap "
        "bertahan di Pratama.",
    ],
)
def test_each_region_has_its_tier(read: Read, text: str) -> None:
    assert tiers(read(UHC + text, TITLE)) == EAST_JAVA


def test_a_tier_in_brackets_is_no_short_name_of_its_region(read: Read) -> None:
    text = "Kabupaten Jombang (Utama) dan Kabupaten Maluku Tenggara (Malra) juara. Malra meraih Madya."
    assert tiers(read(UHC + text, TITLE)) == {"35.17": "utama", "81.02": "madya"}


def test_grades_in_brackets_behind_scores(read: Read) -> None:
    text = (
        "Kementerian PANRB merilis hasil SAKIP 2024. Kabupaten Jombang meraih 72,10 (BB), disusul Kabupaten "
        "Mojokerto 66,20 (B) dan Kabupaten Blitar 55,40 (CC)."
    )
    assert tiers(read(text, "Hasil SAKIP 2024")) == {"35.17": "bb", "35.16": "b", "35.05": "cc"}


def test_neighbours_vouch_for_a_name_that_is_a_word(read: Read) -> None:
    """ "Bungo" and "Kaur" are words and people's names as well."""
    text = "- Kabupaten Seluma: Madya.\n- Kaur: Madya.\n- Kabupaten Kepahiang: Pratama."
    assert tiers(read(UHC + text, TITLE)) == {"17.05": "madya", "17.04": "madya", "17.08": "pratama"}


def test_those_left_out_of_a_list_have_won_nothing(read: Read) -> None:
    text = (
        "Kategori Utama diraih Kabupaten Jombang.\n\nDua kabupaten, yakni Mojokerto serta Blitar, sama "
        "sekali tidak mengirim data."
    )
    assert tiers(read(UHC + text, TITLE)) == {"35.17": "utama"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "RSUD Jombang Diganjar Penghargaan",
            "RSUD Jombang, Kabupaten Jombang, menyabet penghargaan kategori utama dari BPJS Kesehatan, Kamis "
            "(11/12/2025). Bupati berharap tahun depan Jombang memperoleh UHC Awards.",
        ),
        (
            "Jombang Canangkan UHC",
            "Pemerintah Kabupaten Jombang mencanangkan Universal Health Coverage (UHC), Kamis (13/11/2025). "
            "Piagam UHC diserahkan kepada bupati sebagai tanda dimulainya layanan.",
        ),
        (
            "DPRD Jombang Belajar ke Blitar",
            "Ketua DPRD menyampaikan keinginan daerahnya menembus predikat Utama pada UHC Awards berikutnya.",
        ),
    ],
)
def test_what_is_wished_or_proclaimed_is_no_award(read: Read, title: str, text: str) -> None:
    result = read(text, title)
    assert result.records == [] and result.history == []


@pytest.mark.parametrize(
    ("text", "official", "principal"),
    [
        (
            "Untuk Kota Blitar, Wakil Wali Kota Elim Santoso yang naik panggung.",
            ("Elim Santoso", "Wakil Wali Kota"),
            None,
        ),
        (
            "Dari Kota Blitar yang maju ke panggung Wali Kota Budi Hartono.",
            ("Budi Hartono", "Wali Kota"),
            None,
        ),
        (
            "Piala Kota Blitar dijemput Asisten II, Rudi Wijaya.",
            ("Rudi Wijaya", "Asisten II"),
            None,
        ),
        (
            "Wali Kota Blitar Budi Hartono tidak hadir. Piala diterima Sekda Kota Blitar Rudi Wijaya.",
            ("Rudi Wijaya", "Sekretaris Daerah"),
            ("Budi Hartono", "Wali Kota"),
        ),
        (
            "Wali Kota Blitar Budi Hartono yang tak bisa berangkat karena menyambut tamu mengutus Sekda Rudi "
            "Wijaya. Piagam itu diterima Rudi.",
            ("Rudi Wijaya", "Sekretaris Daerah"),
            ("Budi Hartono", "Wali Kota"),
        ),
    ],
)
def test_who_took_it_for_a_region_named_beside(
    read: Read, text: str, official: tuple[str, str], principal: tuple[str, str] | None
) -> None:
    result = read(UHC + "Kota Blitar dan Kota Kediri meraih kategori Madya. " + text, TITLE)
    record = next(r for r in result.records if r.region.code == "35.72")
    assert (who(record.official), who(record.on_behalf_of)) == (official, principal)
    other = next(r for r in result.records if r.region.code == "35.71")
    assert other.official is None


def test_a_governor_receives_for_no_city(read: Read) -> None:
    text = (
        "Kota Blitar meraih kategori Madya, Provinsi Jawa Timur kategori Utama. "
        "Piagam diterima Gubernur Rina Astuti."
    )
    records = {r.region.code: who(r.official) for r in read(UHC + text, TITLE).records}
    assert records == {"35.72": None, "35": ("Rina Astuti", "Gubernur")}
