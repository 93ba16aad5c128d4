"""Claims that reference facts, arithmetic and the calendar decide, without any dataset."""

from __future__ import annotations

import pytest

from extractor.factcheck import Checker

CASES = [
    # the calendar
    ("Penghargaan itu diserahkan Senin, 27 Januari 2026.", "refuted", "calendar.weekday"),
    ("UHC Awards 2026 digelar pada 31 Februari 2026.", "refuted", "calendar.date"),
    # an edition's date and place
    ("UHC Awards 2026 digelar Selasa (27/1/2026) di JIExpo Kemayoran.", "supported", "edition.date"),
    ("UHC Awards 2026 berlangsung pada 28 Januari 2026.", "refuted", "edition.date"),
    ("UHC Awards 2024 diselenggarakan di Ballroom JIExpo Kemayoran.", "refuted", "edition.venue"),
    ("UHC Awards 2026 berlangsung di Jakarta.", "supported", "edition.venue"),
    # what a tier demands
    (
        "Syarat kategori Utama UHC Awards 2026 ialah cakupan kepesertaan minimal 99 persen.",
        "supported",
        "criteria.utama.coverage",
    ),
    (
        "Syarat kategori Madya UHC Awards 2026 ialah cakupan kepesertaan minimal 99 persen.",
        "refuted",
        "criteria.madya.coverage",
    ),
    (
        "Syarat kategori Madya UHC Awards 2024 ialah cakupan kepesertaan minimal 98 persen.",
        "not_enough_info",
        "criteria.madya.coverage",
    ),
    ("Predikat BB pada SAKIP diberikan untuk nilai antara 70 dan 80.", "supported", "band.bb"),
    ("Predikat BB pada SAKIP diberikan untuk nilai antara 60 dan 70.", "refuted", "band.bb"),
    # figures against a tier
    (
        "Kota Solok meraih kategori Utama UHC Awards 2026 dengan cakupan kepesertaan 97 persen.",
        "refuted",
        "criteria.utama.coverage",
    ),
    ("Kota Solok meraih predikat BB pada SAKIP 2023 dengan nilai 61,20.", "refuted", "band.bb"),
    # totals and sums
    ("Penerima UHC Awards 2024 berjumlah 460 kabupaten/kota dari 33 provinsi.", "supported", "totals.all"),
    ("Penerima UHC Awards 2024 berjumlah 442 kabupaten/kota.", "refuted", "totals.all"),
    (
        "KLA 2025 diraih 355 kabupaten/kota: 22 Utama, 69 Nindya, 125 Madya, dan 139 Pratama.",
        "supported",
        "arithmetic.sum",
    ),
    (
        "KLA 2025 diraih 355 kabupaten/kota: 22 Utama, 69 Nindya, 125 Madya, dan 149 Pratama.",
        "refuted",
        "arithmetic.sum",
    ),
    (
        "Dari 12 daerah yang dinilai pada SPBE 2024, sepuluh berpredikat Baik, dua Cukup, dan satu Kurang.",
        "refuted",
        "arithmetic.sum",
    ),
    # the tiers themselves
    ("Dalam penilaian KLA, Nindya berada di atas Madya.", "supported", "tiers.order"),
    ("Dalam penilaian KLA, kategori Nindya lebih rendah daripada kategori Madya.", "refuted", "tiers.order"),
    ("UHC Awards mengenal tiga kategori.", "supported", "tiers.count"),
    ("UHC Awards mengenal lima kategori.", "refuted", "tiers.count"),
    # nothing that could be checked
    ("Penghargaan UHC 2026 membuktikan bupati kami paling peduli.", "not_enough_info", "opinion"),
    (
        "Kabupaten Wonosobo akan meraih kategori Utama UHC Awards tahun depan.",
        "not_enough_info",
        "prediction",
    ),
]


@pytest.mark.parametrize(("claim", "verdict", "check"), CASES)
def test_reference_facts_decide(facts: Checker, claim: str, verdict: str, check: str) -> None:
    answer = facts.check(claim)
    found = {finding.check: finding.verdict for finding in answer.findings}
    assert answer.verdict == verdict, answer.reason
    assert found.get(check) == verdict, found


def test_metrics_named_alone_are_judged_alone(facts: Checker) -> None:
    claim = (
        "Kepesertaan 99,5 persen dan keaktifan {} persen melewati ambang kepesertaan dan "
        "keaktifan kategori Madya UHC Awards 2026."
    )
    good, bad = (facts.check(claim.format(active)).findings for active in ("88", "81"))
    assert [f.verdict for f in good if f.check == "criteria.madya"] == ["supported"]
    assert [f.verdict for f in bad if f.check == "criteria.madya"] == ["refuted"]


def test_all_requirements_need_more_than_two_figures(facts: Checker) -> None:
    claim = (
        "Kepesertaan 99,5 persen dan keaktifan 98 persen memenuhi seluruh syarat kategori Utama "
        "UHC Awards 2026."
    )
    assert [f.verdict for f in facts.check(claim).findings if f.check == "criteria.utama"] == [
        "not_enough_info"
    ]


def test_an_unread_sentence_is_said_to_be_uncheckable(facts: Checker) -> None:
    answer = facts.check("Cuaca di alun-alun cerah sejak pagi.")
    assert (answer.verdict, answer.checkable, answer.findings) == ("not_enough_info", False, [])


def test_opinions_are_said_to_be_uncheckable(facts: Checker) -> None:
    answer = facts.check("Penghargaan UHC 2026 membuktikan bupati kami paling peduli.")
    assert not answer.checkable
    assert "pendapat" in answer.reason


def test_a_reference_fact_cites_its_sources(facts: Checker) -> None:
    finding = next(
        f
        for f in facts.check("UHC Awards 2026 berlangsung pada 28 Januari 2026.").findings
        if f.check == "edition.date"
    )
    assert finding.sources
    assert [quote.kind for quote in finding.evidence] == ["reference"]


def test_reasons_come_in_english_too(facts: Checker) -> None:
    answer = Checker(facts.extractor, lang="en").check("Penghargaan itu diserahkan Senin, 27 Januari 2026.")
    assert answer.reason == "27 January 2026 was a Tuesday, not a Monday."


def test_the_words_checked_are_those_of_the_claim(facts: Checker) -> None:
    answer = facts.check("UHC Awards 2026 digelar Rabu (28/1/2026) di JIExpo Kemayoran.")
    for finding in answer.findings:
        if finding.start is not None:
            assert answer.claim[finding.start : finding.end] == finding.part
