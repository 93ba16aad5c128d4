"""Places of hand-overs in several clauses and lengths, in the text's own words."""

from __future__ import annotations

import pytest
from mention_values import Mentions


@pytest.mark.parametrize(
    ("text", "name", "city"),
    [
        (
            "Piagam diserahkan di Ballroom JIExpo Kemayoran, Jakarta, Selasa (27/1/2026).",
            "Ballroom JIExpo Kemayoran, Jakarta",
            "Jakarta",
        ),
        ("Acara berlangsung di Hotel Bidakara Jakarta, Selasa (6/12).", "Hotel Bidakara Jakarta", "Jakarta"),
        (
            "Acara bertempat di Aula Kayuh Baimbai, Banjarmasin.",
            "Aula Kayuh Baimbai, Banjarmasin",
            "Banjarmasin",
        ),
        ("Lokasi: Gedung Balai Sudirman, Jakarta", "Gedung Balai Sudirman, Jakarta", "Jakarta"),
        (
            "Piagam diterima di Grand Ballroom Taman Mini Indonesia Indah (TMII), Jakarta Timur, Kamis.",
            "Grand Ballroom Taman Mini Indonesia Indah (TMII), Jakarta Timur",
            "Jakarta Timur",
        ),
        (
            "Acara digelar di The Tribrata, Darmawangsa, Jakarta.",
            "The Tribrata, Darmawangsa, Jakarta",
            "Jakarta",
        ),
        (
            "LHP diserahkan di kantor BPK Perwakilan Provinsi Lampung, Bandar Lampung, Senin (5/5).",
            "kantor BPK Perwakilan Provinsi Lampung, Bandar Lampung",
            "Bandar Lampung",
        ),
        (
            "Ia menunggu di gate 22 Stadion Patriot, Bekasi, sejak pagi.",
            "gate 22 Stadion Patriot, Bekasi",
            "Bekasi",
        ),
        (
            "Acara di Dyandra Convention Center Surabaya meriah.",
            "Dyandra Convention Center Surabaya",
            "Surabaya",
        ),
        (
            "Acara di Kantor Gubernur, Jalan Sudirman, Banjarbaru, ramai.",
            "Kantor Gubernur, Jalan Sudirman, Banjarbaru",
            "Banjarbaru",
        ),
        (
            "Piagam diterima di Auditorium K.H.M. Rasjidi Kementerian Agama.",
            "Auditorium K.H.M. Rasjidi Kementerian Agama",
            None,
        ),
        ("Mereka ikut secara daring dari Ruang Rapat Sekda.", "Ruang Rapat", None),
    ],
)
def test_halls(mentions: Mentions, text: str, name: str, city: str | None) -> None:
    ((words, venue),) = mentions(text, "venues")
    assert words == venue.name
    assert venue.name.startswith(name)
    assert venue.city == city
    assert venue.hall


def test_a_city_alone_is_a_place_without_a_hall(mentions: Mentions) -> None:
    ((_, venue),) = mentions("Piagam diserahkan di Jakarta, Rabu (1/2/2023).", "venues")
    assert (venue.name, venue.city, venue.hall) == ("Jakarta", "Jakarta", False)


@pytest.mark.parametrize(
    "text",
    [
        "Prestasi di tingkat kabupaten membanggakan.",
        "Daerah terbaik di Indonesia.",
        "Rombongan berangkat ke Jakarta.",
        "Layanan di Dinas Kesehatan membaik.",
        "Warga di Provinsi Lampung senang.",
    ],
)
def test_other_words_behind_di_are_no_venues(mentions: Mentions, text: str) -> None:
    assert mentions(text, "venues") == []


def test_venues_of_several_clauses_stay_apart(mentions: Mentions) -> None:
    text = (
        "Piagam diserahkan di Gedung Mahligai Pancasila, Banjarmasin, Selasa (27/1). "
        "Sehari kemudian di Aula Kantor Bupati digelar syukuran."
    )
    names = [venue.name for _, venue in mentions(text, "venues")]
    assert names == ["Gedung Mahligai Pancasila, Banjarmasin", "Aula Kantor Bupati"]


@pytest.mark.parametrize(
    "after", ["Bupati Tapin hadir", "dihadiri Bupati Tapin", "pukul 09.00 WIB", "Selasa (27/1)"]
)
def test_a_venue_ends_before_people_and_times(mentions: Mentions, after: str) -> None:
    ((_, venue),) = mentions(f"Acara digelar di Gedung Balai Kartini, {after}.", "venues")
    assert venue.name == "Gedung Balai Kartini"


@pytest.mark.parametrize(
    "name",
    [
        "Gedung Sasana Bhakti Praja Kementerian Dalam Negeri (Kemendagri), Jakarta",
        "Novotel Bogor Golf Resort and Convention Center",
    ],
)
def test_venues_with_small_words_inside(mentions: Mentions, name: str) -> None:
    ((_, venue),) = mentions(f"Piagam diserahkan di {name}, Selasa (28/11/2023).", "venues")
    assert venue.name == name


@pytest.mark.parametrize("place", ["di Jawa", "di Kota"])
def test_a_place_that_is_no_region_stops_nothing(mentions: Mentions, place: str) -> None:
    assert all(venue.city is None for _, venue in mentions(f"Pelatihan {place}, Selasa.", "venues"))


@pytest.mark.parametrize(
    ("name", "city"),
    [
        ("Pendopo", None),
        ("Istana Negara", None),
        ("Hotel Aston, Kalimantan Selatan", None),
        ("Hotel Aston, Banjarmasin, Kalimantan Selatan", "Banjarmasin"),
        ("Hotel Aston, Batu", "Batu"),
    ],
)
def test_the_city_of_a_venue_is_a_town(mentions: Mentions, name: str, city: str | None) -> None:
    ((_, venue),) = mentions(f"Acara digelar di {name}, Selasa (27/1).", "venues")
    assert (venue.name, venue.city) == (name, city)


def test_the_name_of_a_street_is_no_town(mentions: Mentions) -> None:
    ((_, venue),) = mentions("Acara digelar di Istana, Jalan Medan Merdeka, Senin (5/11).", "venues")
    assert venue.city is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ia mengikutinya di ruang virtual Diskominfo Tapin, Kamis.", ["ruang virtual Diskominfo Tapin"]),
        ("Rapat digelar di Ruang rapat bidang Kominfo, Kamis.", ["Ruang rapat bidang Kominfo"]),
        ("Rapat digelar di Ruang, Kamis.", []),
        ("Acara di Alun-alun Kota Tapin, Kamis.", ["Alun-alun Kota Tapin"]),
        (
            "Acara di Hotel Mutiara, Jl. Jend. Sudirman, Banjarmasin.",
            ["Hotel Mutiara, Jl. Jend. Sudirman, Banjarmasin"],
        ),
        ("Di The Mutiara Tapin, Pemda Kalimantan Selatan membagikan piagam.", ["The Mutiara Tapin"]),
    ],
)
def test_rooms_by_their_small_words(mentions: Mentions, text: str, names: list[str]) -> None:
    assert [venue.name for _, venue in mentions(text, "venues")] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Aula Kayuh Baimbai di kawasan Sungai Miai, Banjarmasin, jadi tempatnya.", None),
        ("Hotel Mutiara menjadi lokasinya.", "Hotel Mutiara"),
        ("Ballroom Hotel Mutiara, tempat acara digelar, penuh sesak.", "Ballroom Hotel Mutiara"),
        ("Hotel Mutiara Jakarta dipilih sebagai tempat penyerahan.", "Hotel Mutiara Jakarta"),
        ("Siang itu, Hotel Mutiara Jakarta riuh oleh tepuk tangan.", "Hotel Mutiara Jakarta"),
        ("Tepatnya Grand Ballroom Hotel Mutiara.", "Grand Ballroom Hotel Mutiara"),
        ("Acara: Gedung Mutiara, Banjarmasin.", "Gedung Mutiara, Banjarmasin"),
    ],
)
def test_a_hall_that_the_words_around_call_the_place(mentions: Mentions, text: str, name: str | None) -> None:
    ((_, venue),) = mentions(text, "venues")
    assert venue.name == (name or text.removesuffix(", jadi tempatnya."))


@pytest.mark.parametrize(
    "name",
    [
        "aula lantai dua kantor BPK, Jalan Pramuka",
        "Aula dr. Sutomo, Gedung Mutiara, Banjarmasin",
        "Gedung MUTIARA senayan jakarta",
    ],
)
def test_floors_titles_and_towns_in_small_letters_go_on_a_hall(mentions: Mentions, name: str) -> None:
    ((_, venue),) = mentions(f"Acara bertempat di {name}, dihadiri para bupati.", "venues")
    assert venue.name == name


def test_a_subject_set_apart_by_dashes_ends_a_hall(mentions: Mentions) -> None:
    ((_, venue),) = mentions("Dari Ruang Kerja Bupati, ABC—sapaannya—mengikuti acara.", "venues")
    assert venue.name == "Ruang Kerja Bupati"


def test_a_name_without_a_word_for_a_house_is_no_building(mentions: Mentions) -> None:
    ((_, venue),) = mentions("Seorang guru di Mutiarajaya pulang.", "venues")
    assert (venue.hall, venue.building) == (True, False)
