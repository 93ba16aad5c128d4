"""Claims that articles decide: awards, tiers, people, dates, and what silence means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extractor.factcheck import Checker

Over = Callable[..., Checker]

SOLOK = (
    "Solok - Kota Solok meraih UHC Awards 2026 kategori Madya. Wali Kota Solok Ramadhani Kirana "
    "Putra menerima"
    " penghargaan itu dari Menteri Sosial Saifullah Yusuf di JIExpo Kemayoran, Jakarta, Selasa "
    "(27/1/2026).\n\n"
    "Cakupan kepesertaan JKN di Kota Solok mencapai 98,75 persen dengan tingkat keaktifan 86,4 persen."
)
PROXY = (
    "Jepara - Kabupaten Jepara memperoleh UHC Awards 2026 kategori Pratama. Sekretaris Daerah Ary "
    "Bachtiar menerima"
    " penghargaan itu mewakili Bupati Jepara Witiarso Utomo di Jakarta, Selasa (27/1/2026)."
)
BARE = "Tegal - Kabupaten Tegal menerima UHC Awards 2026 di Jakarta, Selasa (27/1/2026)."
HOPED = {
    "text": "Tuban - Kabupaten Tuban akan menerima UHC Awards 2026 kategori Utama di Jakarta pada "
    "Selasa, 27 Januari 2026.",
    "published": "2026-01-25T10:00:00+07:00",
}


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Pemko Solok meraih UHC Award 2026 tingkat Madya.", "supported"),
        ("Kota Solok meraih kategori Utama UHC Awards 2026.", "refuted"),
        ("Kota Solok tidak meraih UHC Awards 2026.", "refuted"),
        ("Kota Solok meraih UHC Awards 2024 kategori Madya.", "not_enough_info"),
        ("Kabupaten Solok meraih UHC Awards 2026 kategori Madya.", "not_enough_info"),
        ("Kabupaten Rembang meraih UHC Awards 2026 kategori Madya.", "not_enough_info"),
        ("Wali Kota Solok Ramadhani Kirana Putra menerima UHC Awards 2026.", "supported"),
        ("Wali Kota Solok Zul Elfian Umar menerima UHC Awards 2026.", "refuted"),
        ("Menteri Sosial Saifullah Yusuf menyerahkan UHC Awards 2026 kepada Kota Solok.", "supported"),
        ("Wakil Presiden Gibran Rakabuming menyerahkan UHC Awards 2026 kepada Kota Solok.", "refuted"),
        (
            "Kota Solok meraih kategori Madya UHC Awards 2026 dengan cakupan kepesertaan 98,75 persen.",
            "supported",
        ),
        (
            "Kota Solok meraih kategori Madya UHC Awards 2026 dengan cakupan kepesertaan 99,9 persen.",
            "refuted",
        ),
        (
            "Kota Solok dan Kabupaten Rembang sama-sama meraih UHC Awards 2026 kategori Madya.",
            "not_enough_info",
        ),
    ],
)
def test_articles_decide(over: Over, claim: str, verdict: str) -> None:
    answer = over(SOLOK).check(claim)
    assert answer.verdict == verdict, answer.reason


def test_whoever_was_represented_did_not_receive_in_person(over: Over) -> None:
    checker = over(PROXY)
    assert (
        checker.check("Bupati Jepara Witiarso Utomo menerima sendiri UHC Awards 2026.").verdict == "refuted"
    )
    assert checker.check("Sekda Jepara Ary Bachtiar menerima UHC Awards 2026.").verdict == "supported"


def test_an_award_without_tier_leaves_every_tier_open(over: Over) -> None:
    checker = over(BARE)
    for tier in ("Utama", "Madya", "Pratama"):
        assert (
            checker.check(f"Kabupaten Tegal meraih UHC Awards 2026 kategori {tier}.").verdict
            == "not_enough_info"
        )
    assert checker.check("Kabupaten Tegal menerima UHC Awards 2026.").verdict == "supported"


def test_an_announcement_is_no_award(over: Over) -> None:
    answer = over(HOPED).check("Kabupaten Tuban telah menerima UHC Awards 2026 kategori Utama.")
    assert answer.verdict == "not_enough_info"


def test_articles_that_disagree_leave_it_open_and_say_so(over: Over) -> None:
    other = (
        SOLOK.replace("Madya", "Pratama")
        + " Kabar itu dibacakan dalam apel pagi di halaman balai kota pekan ini."
    )
    answer = over(SOLOK, other.replace("penghargaan", "piagam") + "\n\nIa pulang malam itu juga.").check(
        "Kota Solok meraih kategori Madya UHC Awards 2026."
    )
    assert answer.verdict == "not_enough_info"
    assert "bertentangan" in answer.reason


def test_copies_of_one_release_count_once(over: Over) -> None:
    release = (
        SOLOK + "\n\n" + " ".join(f"Kalimat tambahan nomor {n} ini sama di semua media." for n in range(12))
    )
    answer = over(release, "Antara. " + release, release + " (red)").check(
        "Kota Solok meraih kategori Madya UHC Awards 2026."
    )
    tier = next(f for f in answer.findings if f.check == "dataset.tier")
    assert (answer.verdict, tier.agree) == ("supported", 1)


def test_a_closed_list_refutes_who_is_not_on_it(over: Over) -> None:
    text = (
        "Mamuju - Pada UHC Award tahun 2023 lalu hanya tiga kabupaten yang berpartisipasi: Kabupaten "
        "Mamasa, Majene, dan"
        " Polewali Mandar. Panitia berharap pesertanya bertambah."
    )
    checker = over(text)
    assert checker.check("Kabupaten Mamuju Tengah ikut dalam UHC Award 2023.").verdict == "refuted"
    assert checker.check("Kabupaten Jepara ikut dalam UHC Award 2023.").verdict == "not_enough_info"


def test_evidence_quotes_the_page_and_opens_it_at_the_words(over: Over) -> None:
    answer = over(SOLOK).check("Kota Solok meraih UHC Awards 2026 kategori Madya.")
    quote = answer.evidence[0]
    assert quote.text is not None and quote.text in SOLOK and "Madya" in quote.text
    assert SOLOK[quote.start : quote.end] == quote.text
    assert quote.url == "https://berita1.example/kabar/1"
    assert quote.link is not None and quote.link.startswith(f"{quote.url}#:~:text=")


def test_the_region_of_the_same_name_is_pointed_out(over: Over) -> None:
    answer = over(SOLOK).check("Kabupaten Solok meraih UHC Awards 2026 kategori Madya.")
    assert any("Kabupaten Solok bukan Kota Solok" in note for note in answer.notes)


def test_the_tier_on_record_is_pointed_out(over: Over) -> None:
    answer = over(SOLOK).check("Kota Solok meraih UHC Awards 2026 kategori Utama.")
    assert any("Madya" in note and "Utama" in note for note in answer.notes)


def test_a_name_no_region_has_gets_a_suggestion(facts: Checker) -> None:
    answer = facts.check("Kabupaten Wonosobbo Raya meraih UHC Awards 2026 kategori Madya.")
    assert answer.verdict == "not_enough_info"
    assert any("Wonosobo" in note for note in answer.notes)


def test_a_number_nobody_states_is_not_waved_through(over: Over) -> None:
    answer = over(SOLOK).check("Kota Solok meraih UHC Awards 2026 kategori Madya dan membangun 45 puskesmas.")
    assert answer.verdict == "not_enough_info"
