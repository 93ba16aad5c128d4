"""Dates in the forms that award news writes them, and numbers that are none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_values import Mentions
from spacy.language import Language

from extractor.pipes.dates import DateMention
from extractor.pipes.language import Indonesian

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MONTHS = ("Januari", "Februari", "Maret", "April", "Mei", "Juni")
MONTHS += ("Juli", "Agustus", "September", "Oktober", "November", "Desember")


@pytest.fixture(scope="module")
def lean() -> Language:
    """The dates alone: many examples, one pipe."""
    nlp = Indonesian()
    nlp.add_pipe("piagam_dates")
    return nlp


def parts(value: DateMention) -> tuple[int | None, int, int | None, int | None]:
    return value.day, value.month, value.year, value.weekday


@pytest.mark.parametrize(
    ("written", "day", "month", "year", "weekday"),
    [
        ("Selasa (27/1/2026)", 27, 1, 2026, TUE),
        ("Selasa (27/01/2026)", 27, 1, 2026, TUE),
        ("Selasa, 27 Januari 2026", 27, 1, 2026, TUE),
        ("hari Selasa, 27 Januari 2026", 27, 1, 2026, TUE),
        ("Selasa 14 Maret 2023", 14, 3, 2023, TUE),
        ("Kamis, 8 Agustus 2024", 8, 8, 2024, THU),
        ("Selasa (27/1)", 27, 1, None, TUE),
        ("Jumat (8/8) malam", 8, 8, None, FRI),
        ("Selasa, (28/2)", 28, 2, None, TUE),
        ("Selasa,(19/11/2019)", 19, 11, 2019, TUE),
        ("Selasa(14/3/2023)", 14, 3, 2023, TUE),
        ("Rabu,(1/3/2023).", 1, 3, 2023, WED),
        ("Selasa (27 Januari 2026)", 27, 1, 2026, TUE),
        ("Selasa, 27 Januari 2026 malam", 27, 1, 2026, TUE),
        ("Jumat malam (22-7-2022)", 22, 7, 2022, FRI),
        ("22-11-18", 22, 11, 2018, None),
        ("(28/2/23)", 28, 2, 2023, None),
        ("(19/11/19)", 19, 11, 2019, None),
        ("28.2.2023", 28, 2, 2023, None),
        ("Rabu 05/11/2018", 5, 11, 2018, WED),
        ("Kamis 22/9/2022", 22, 9, 2022, THU),
        ("(Jumat, 21/05/2021)", 21, 5, 2021, FRI),
        ("(Rabu, 18/5/2022)", 18, 5, 2022, WED),
        ("Selasa malam (28/11/2023)", 28, 11, 2023, TUE),
        ("Selasa (28/11/2023) malam", 28, 11, 2023, TUE),
        ("Jumat malam 22 Juli 2022", 22, 7, 2022, FRI),
        ("Jum'at, 30 Januari 2026", 30, 1, 2026, FRI),
        ("Jum’at (30/1/2026)", 30, 1, 2026, FRI),
        ("tanggal 8 Agustus 2024 (Pukul 13.30 WIB)", 8, 8, 2024, None),
        ("pada Kamis tanggal 8 Agustus 2024", 8, 8, 2024, THU),
        ("pada hari Rabu (19/12) kemarin", 19, 12, None, WED),
        ("awal Agustus 2024", None, 8, 2024, None),
        ("akhir Mei 2024", None, 5, 2024, None),
        ("27 Ags 2025", 27, 8, 2025, None),
        ("27 Agt 2025", 27, 8, 2025, None),
        ("27 Agustus 2025", 27, 8, 2025, None),
        ("14 Nop 2018", 14, 11, 2018, None),
        ("14 Nopember 2018", 14, 11, 2018, None),
        ("3 Pebruari 2020", 3, 2, 2020, None),
        ("(27/1)", 27, 1, None, None),
        ("(16/5))", 16, 5, None, None),
        ("1/27/2026", 27, 1, 2026, None),
        ("Selasa (1/27/2026)", 27, 1, 2026, TUE),
        ("SELASA (27/1/2026)", 27, 1, 2026, TUE),
        ("27 JANUARI 2026", 27, 1, 2026, None),
        ("Senin (26/1/2026)", 26, 1, 2026, MON),
        ("Ahad, 5 Mei 2024", 5, 5, 2024, SUN),
        ("Sabtu (22/7/2023)", 22, 7, 2023, SAT),
        ("27 Januari", 27, 1, None, None),
    ],
)
def test_written_forms(
    mentions: Mentions, written: str, day: int | None, month: int, year: int | None, weekday: int | None
) -> None:
    ((words, value),) = mentions(f"Piagam itu diserahkan {written} di Jakarta.", "dates")
    assert parts(value) == (day, month, year, weekday)
    assert words.strip("()") in written


@pytest.mark.parametrize(
    "written",
    [
        "98,5",
        "98,5 persen",
        "98.5 persen",
        "4,22",
        "(4,22)",
        "nilai 3.62",
        "144.853 jiwa",
        "Rp 1.200.000",
        "Nomor 13/2024",
        "Nomor 72/Men/2021",
        "pukul 13.30 WIB",
        "peringkat 2/34",
        "tahun 2026",
        "LKPD 2024",
        "24/7",
        "kabupaten/kota",
        "Rabu",
        "kemarin",
        "baru-baru ini",
        "pekan lalu",
        "31 provinsi",
        "WTP ke-9",
    ],
)
def test_other_numbers_and_words_are_no_dates(mentions: Mentions, written: str) -> None:
    assert mentions(f"Nilainya {written} saja.", "dates") == []


@pytest.mark.parametrize(
    "written",
    ["Jumat (80/08/2025)", "Jumat (80/08)", "Rabu (31/2/2024)", "Rabu, 29 Februari 2023", "00/08/2025"],
)
def test_a_day_no_calendar_has_is_kept_but_gives_no_date(mentions: Mentions, written: str) -> None:
    ((_, value),) = mentions(f"Acara digelar {written}.", "dates")
    assert not value.valid
    assert value.iso(2025) is None


def test_a_missing_year_stays_missing_until_it_is_settled(mentions: Mentions) -> None:
    ((_, value),) = mentions("Piagam diserahkan Kamis (8/8).", "dates")
    assert value.iso() is None
    assert value.iso(2024) == "2024-08-08"
    assert [year for year in range(2020, 2027) if value.fits(year)] == [2024]


def test_a_month_stays_partial(mentions: Mentions) -> None:
    ((_, value),) = mentions("Penghargaan diterima pada Januari 2026.", "dates")
    assert value.iso() == "2026-01"


def test_a_wrong_weekday_is_kept_as_stated(mentions: Mentions) -> None:
    ((_, value),) = mentions("Acara berlangsung Senin, 27 Januari 2026.", "dates")
    assert (value.iso(), value.weekday, value.fits(2026)) == ("2026-01-27", MON, False)


def test_several_dates_in_one_sentence(mentions: Mentions) -> None:
    found = mentions("Diserahkan Selasa (27/1/2026), kata Retno, Rabu (28/1), per 31 Desember 2025.", "dates")
    assert [value.iso(2026) for _, value in found] == ["2026-01-27", "2026-01-28", "2025-12-31"]


FORMS: dict[str, Callable[[dt.date], str]] = {
    "bracket": lambda d: f"{DAYS[d.weekday()]} ({d.day}/{d.month}/{d.year})",
    "padded": lambda d: f"{DAYS[d.weekday()]} ({d.day:02}/{d.month:02}/{d.year})",
    "glued": lambda d: f"{DAYS[d.weekday()]},({d.day}/{d.month}/{d.year})",
    "words": lambda d: f"{DAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}",
    "no comma": lambda d: f"{DAYS[d.weekday()]} {d.day} {MONTHS[d.month - 1]} {d.year}",
    "night": lambda d: f"{DAYS[d.weekday()]} malam ({d.day}/{d.month}/{d.year})",
    "inside": lambda d: f"({DAYS[d.weekday()]}, {d.day}/{d.month}/{d.year})",
    "hyphens": lambda d: f"{DAYS[d.weekday()]} ({d.day}-{d.month}-{d.year})",
    "bare words": lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    "bare bracket": lambda d: f"({d.day}/{d.month}/{d.year})",
    "dots": lambda d: f"{d.day}.{d.month}.{d.year}",
    "upper": lambda d: f"{DAYS[d.weekday()]}, {d.day} {MONTHS[d.month - 1]} {d.year}".upper(),
}


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, max_examples=40)
@given(day=st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31)))
def test_every_real_date_comes_back(lean: Language, form: str, day: dt.date) -> None:
    doc = lean(f"Piagam diserahkan {FORMS[form](day)} di Jakarta.")
    (span,) = doc.spans["dates"]
    assert span._.date.valid
    assert span._.date.iso() == day.isoformat()
    assert span._.date.fits(day.year)


@settings(deadline=None, max_examples=60)
@given(day=st.dates(dt.date(2018, 1, 1), dt.date(2027, 12, 31)))
def test_a_date_without_year_fits_its_own_year(lean: Language, day: dt.date) -> None:
    doc = lean(f"Piagam diserahkan {DAYS[day.weekday()]} ({day.day}/{day.month}) siang.")
    (span,) = doc.spans["dates"]
    assert span._.date.year is None
    assert span._.date.fits(day.year)
    assert span._.date.iso(day.year) == day.isoformat()


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Acara digelar pada November, kata panitia.", [11]),
        ("Acara digelar pada 3 November, kata panitia.", [11]),
        ("Mei Lestari menerima piagam.", []),
    ],
)
def test_a_month_alone_is_a_date_behind_words_of_time(
    mentions: Mentions, text: str, months: list[int]
) -> None:
    assert [date.month for _, date in mentions(text, "dates")] == months
