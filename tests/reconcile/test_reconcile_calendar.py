"""Weekdays, dates, places and provinces."""

from __future__ import annotations

import pytest
from reconcile_builders import found, mark, one, record, run

from extractor.model import Result


def dated(words: str, date: str | None, **fields: object) -> Result:
    text = f"Penghargaan diserahkan di Jakarta, {words} lalu."
    return run(record(date=date, evidence={"date": [mark(words, text)]}, **fields), text=text)


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("Senin, 27 Januari 2026", "2026-01-27"),
        ("Senin (27/1/2026)", "2026-01-27"),
        ("Senin malam (27/1)", "2026-01-27"),
        ("Sabtu 27-1-26", "2026-01-27"),
        ("Minggu, 27 Jan. 2026", "2026-01-27"),
    ],
)
def test_a_wrong_weekday_refutes_the_record(words: str, date: str) -> None:
    result = dated(words, date)
    finding = one(result, "calendar.weekday")
    assert result.records[0].verdict == finding.verdict == "refuted"
    assert "27 Januari 2026 adalah hari Selasa, bukan" in finding.reason


@pytest.mark.parametrize(
    "words", ["Selasa, 27 Januari 2026", "Selasa (27/1)", "hari Selasa tanggal 27 Januari 2026"]
)
def test_a_right_weekday_supports_without_proving_the_award(words: str) -> None:
    result = dated(words, "2026-01-27")
    assert one(result, "calendar.weekday").verdict == "supported"
    assert result.records[0].verdict == "not_enough_info"


def test_the_weekday_may_stand_before_the_mark() -> None:
    text = "Acara berlangsung Rabu (27/1/2026) di Jakarta."
    result = run(record(date="2026-01-27", evidence={"date": [mark("27/1/2026", text)]}), text=text)
    assert one(result, "calendar.weekday").verdict == "refuted"


def test_a_date_without_a_year_is_judged_by_the_year_of_the_record_alone() -> None:
    assert not found(dated("Senin (27/1)", None), "calendar.weekday")


@pytest.mark.parametrize("words", ["31 Juni 2025", "Kamis (80/08)", "30 Februari 2024"])
def test_a_day_that_no_calendar_has(words: str) -> None:
    assert one(dated(words, None), "calendar.date").verdict == "refuted"


def test_a_wrong_weekday_elsewhere_is_about_the_article() -> None:
    text = "Ia mengatakannya pada Rabu (2/9/2024). Keputusan Nomor 59/13/2024 berlaku sejak 1/2/2024."
    result = run(record(), text=text)
    assert result.records[0].verdict == "not_enough_info"
    (finding,) = result.findings
    assert finding.check == "calendar.weekday"
    assert [text[m.start : m.end] == m.text for m in finding.evidence] == [True]


def test_percentages_are_no_dates() -> None:
    assert not run(record(), text="Cakupan 98,5 persen dari 1/3 penduduk, naik 12.5-13.5 persen.").findings


def test_the_date_of_the_edition() -> None:
    assert one(run(record(date="2026-01-27")), "edition.date").verdict == "supported"
    assert one(run(record(date="2026-01")), "edition.date").verdict == "supported"
    wrong = run(record(date="2026-01-26"))
    assert one(wrong, "edition.date").verdict == wrong.records[0].verdict == "refuted"
    assert "Selasa, 27 Januari 2026, bukan 26 Januari 2026" in one(wrong, "edition.date").reason
    assert not found(run(record(date="2026")), "edition.date")


def test_a_plan_or_a_fact_of_one_source_does_not_refute() -> None:
    assert (
        one(run(record(date="2026-01-26", status="announced")), "edition.date").verdict == "not_enough_info"
    )
    assert (
        one(run(record("kla", "nindya", 2022, date="2022-07-22")), "edition.date").verdict
        == "not_enough_info"
    )


@pytest.mark.parametrize(
    "venue",
    [
        "Ballroom JIEXPO Kemayoran, Jakarta Pusat",
        "Ji Expo",
        "JI-EXPO Kemayoran",
        "Jakarta International Expo",
    ],
)
def test_one_place_in_many_spellings(venue: str) -> None:
    assert one(run(record(venue=venue)), "edition.venue").verdict == "supported"


def test_the_city_alone_or_a_video_link_says_nothing_on_the_place() -> None:
    for venue in ("Jakarta", "Jakarta Pusat", "Aula Kantor Bupati", "Zoom Meeting"):
        assert not found(run(record(venue=venue, date="2026-01-27")), "edition.venue")


def test_another_place_on_the_very_day_is_wrong() -> None:
    result = run(record(venue="Balai Kartini, Jakarta", date="2026-01-27"))
    assert one(result, "edition.venue").verdict == result.records[0].verdict == "refuted"


def test_the_place_of_another_edition_is_wrong_even_without_a_date() -> None:
    result = run(record(edition=2024, tier=None, venue="Ballroom JIExpo Kemayoran"))
    assert one(result, "edition.venue").verdict == "refuted"
    unknown = run(record(edition=2024, tier=None, venue="Pendopo Garuda"))
    assert one(unknown, "edition.venue").verdict == "not_enough_info"


def test_another_place_on_another_day_may_be_another_ceremony() -> None:
    result = run(record(venue="Pendopo Garuda", date="2026-02-20"))
    assert one(result, "edition.ceremony").verdict == "not_enough_info"
    assert result.records[0].verdict == "not_enough_info"


def test_presenters_and_organisers_suggest_and_never_decide() -> None:
    result = run(record(presenter="Prabowo Subianto", organizer="Kementerian Keuangan"))
    assert one(result, "edition.presenter").verdict == "not_enough_info"
    assert one(result, "edition.organizer").verdict == "not_enough_info"
    same = one(run(record(presenter="Muhaimin Iskandar", organizer="BPJS Kesehatan RI")), "edition.presenter")
    assert same.expected == "Abdul Muhaimin Iskandar"
    assert not found(run(record(organizer="BPJS Kesehatan RI")), "edition.organizer")


def test_a_tier_that_the_edition_did_not_have() -> None:
    assert run(record("swasti-saba", "wistara-paripurna", 2023)).records[0].verdict == "refuted"
    assert run(record("swasti-saba", "wistara-paripurna", 2025)).records[0].verdict == "not_enough_info"
    assert run(record("kla", "kla", 2025)).records[0].verdict == "refuted"


def test_national_facts_do_not_judge_a_provincial_ceremony() -> None:
    own = record(
        "kip", "informatif", 2025, date="2025-11-01", venue="Pendopo Garuda", score=12.0, scope="Banten"
    )
    assert run(own).records[0].findings == []


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("Kabupaten Balangan (Kalimantan Timur) menerima", True),
        ("Kabupaten Balangan, Provinsi Kalimantan Timur, menerima", True),
        ("Kabupaten Balangan (Kalimantan Selatan) menerima", False),
        ("Kabupaten Balangan, Kalimantan Timur, dan Riau menerima", False),
        ("Kabupaten Balangan, Provinsi Kalimantan Timur, Riau dan Bali menerima", False),
    ],
)
def test_a_wrong_province_beside_the_region(words: str, wrong: bool) -> None:
    result = run(record(evidence={"region": [mark("Kabupaten Balangan", words)]}), text=words)
    assert bool(found(result, "region.province")) is wrong


def test_an_earlier_result_is_judged_by_its_own_date_and_score_alone() -> None:
    past = [record("sakip", "a", 2022, status="past", score=65.0), record(status="past", edition=2023)]
    result = run(figures=[], history=past)
    assert [r.verdict for r in result.history] == ["refuted", "not_enough_info"]
    assert result.history[1].findings == []
