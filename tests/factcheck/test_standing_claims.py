"""Ranks, onlys and earlier editions: whose word counts, and what a counter-example does."""

from __future__ import annotations

from collections.abc import Callable

from extractor.factcheck import Checker

Over = Callable[..., Checker]

BOAST = {
    "title": "Kota Solok Raih Kategori Utama UHC Awards 2026",
    "text": (
        "Solok - Kota Solok meraih UHC Awards 2026 kategori Utama di Jakarta, Selasa (27/1/2026). "
        "Kota Solok menjadi"
        " satu-satunya kota di Sumatera Barat yang meraih kategori Utama."
    ),
}
SECOND = "Padang - Kota Padang meraih UHC Awards 2026 kategori Utama di Jakarta, Selasa (27/1/2026)."
ROUND_UP = {
    "title": "Penerima UHC Awards 2026 di Sumatera Barat",
    "text": (
        "Padang - Kota Solok meraih UHC Awards 2026 kategori Utama. Kota Padang meraih UHC Awards "
        "2026 kategori Madya."
        " Kota Bukittinggi meraih UHC Awards 2026 kategori Pratama. Hanya Kota Solok yang meraih "
        "kategori Utama."
    ),
}
SCORES = (
    "Kota Bengkulu - Hasil evaluasi SPBE 2023 di Provinsi Bengkulu sudah terbit. Urutan indeksnya: "
    "Kabupaten Rejang Lebong"
    " 3,23, Kota Bengkulu 2,61, Kabupaten Kaur 2,24, dan Kabupaten Mukomuko 2,07."
)
ONLY = "Solok adalah satu-satunya kota di Sumatera Barat yang meraih kategori Utama UHC Awards 2026."


def unique(checker: Checker, claim: str = ONLY.replace("Solok", "Kota Solok")) -> str:
    return next(f.verdict for f in checker.check(claim).findings if f.check == "standing.unique")


def test_a_boast_of_the_region_itself_proves_nothing(over: Over) -> None:
    assert unique(over(BOAST)) == "not_enough_info"


def test_one_counter_example_refutes(over: Over) -> None:
    assert unique(over(BOAST, SECOND)) == "refuted"


def test_a_list_of_the_whole_set_supports(over: Over) -> None:
    assert unique(over(ROUND_UP)) == "supported"


def test_room_for_two_is_not_refuted_by_one_other(over: Over) -> None:
    claim = (
        "Kota Solok merupakan satu dari dua kota di Sumatera Barat yang meraih kategori Utama "
        "UHC Awards 2026."
    )
    assert unique(over(BOAST, SECOND), claim) == "not_enough_info"


def test_a_rank_needs_the_whole_list(over: Over) -> None:
    checker = over(SCORES)
    claim = "Dari {} di Provinsi Bengkulu yang dinilai, Kabupaten Mukomuko mencatat indeks SPBE 2023 {}."
    ranks = [
        next(f.verdict for f in checker.check(claim.format(*words)).findings if f.check == "standing.rank")
        for words in (
            ("empat daerah", "terendah"),
            ("sepuluh daerah", "terendah"),
            ("empat daerah", "tertinggi"),
        )
    ]
    assert ranks == ["supported", "not_enough_info", "refuted"]


def test_the_nth_time_is_what_the_article_says(over: Over) -> None:
    text = (
        "Pontianak - Untuk LKPD Tahun Anggaran 2024, Kota Pontianak memperoleh opini WTP dari "
        "BPK. Ini yang ke-14 secara berturut-turut."
    )
    checker = over(text)
    assert (
        checker.check("Opini WTP atas LKPD 2024 merupakan WTP ke-14 beruntun bagi Kota Pontianak.").verdict
        == "supported"
    )
    assert (
        checker.check("Opini WTP atas LKPD 2024 merupakan WTP ke-12 beruntun bagi Kota Pontianak.").verdict
        == "refuted"
    )


def test_a_hedged_count_decides_nothing(over: Over) -> None:
    text = (
        "Solok - Kota Solok meraih UHC Awards 2026 kategori Madya. Seingat wali kota, ini "
        "penghargaan yang keenam kalinya atau ketujuh kalinya."
    )
    claim = "UHC Awards 2026 merupakan penghargaan yang ketujuh kalinya bagi Kota Solok."
    assert over(text).check(claim).verdict == "not_enough_info"


def test_a_step_needs_both_tiers(over: Over) -> None:
    text = (
        "Solok - Kota Solok meraih UHC Awards 2026 kategori Utama. Pada UHC Awards 2024 Kota "
        "Solok meraih kategori Madya."
    )
    checker = over(text)
    claim = "Kota Solok naik dari kategori {} pada 2024 ke kategori {} pada UHC Awards 2026."
    assert checker.check(claim.format("Madya", "Utama")).verdict == "supported"
    assert checker.check(claim.format("Pratama", "Utama")).verdict == "refuted"
    assert checker.check(claim.format("Pratama", "Madya")).verdict == "refuted"
