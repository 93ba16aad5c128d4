"""Figures of regions and of the nation, printed criteria, totals, and claims that stay claims."""

from __future__ import annotations

import pytest
from award_records import one, tier_of
from number_records import LEAD, criteria, figures, totals
from reading import Read


def test_regional_and_national_figures_stay_apart(read: Read) -> None:
    text = LEAD + (
        "Cakupan kepesertaan JKN di Tapin mencapai 99,1 persen dengan tingkat keaktifan 96,5 persen. Secara "
        "nasional, cakupan JKN mencapai 98,6 persen dengan keaktifan 81,45 persen."
    )
    assert figures(read(text, "Tapin Raih UHC Awards")) == {
        ("63.05", "coverage", "=", 99.1, "percent"),
        ("63.05", "active", "=", 96.5, "percent"),
        (None, "coverage", "=", 98.6, "percent"),
        (None, "active", "=", 81.45, "percent"),
    }


def test_the_nation_first_and_all_three_measures(read: Read) -> None:
    text = LEAD + (
        "Cakupan nasional mencapai 98,6 persen, sementara cakupan di Tapin 99,1 persen dengan keaktifan "
        "96 persen "
        "dan penduduk yang didaftarkan pemda 30 persen."
    )
    assert figures(read(text, "Tapin Raih UHC Awards")) == {
        (None, "coverage", "=", 98.6, "percent"),
        ("63.05", "coverage", "=", 99.1, "percent"),
        ("63.05", "active", "=", 96, "percent"),
        ("63.05", "pemda_share", "=", 30, "percent"),
    }


def test_people_and_percent_of_the_same_thing(read: Read) -> None:
    text = LEAD + (
        "Dari 200.000 jiwa penduduk Tapin, 197.540 jiwa terdaftar sebagai peserta JKN atau 98,77 "
        "persen. Peserta "
        "aktif 163.600 jiwa atau 81,82 persen."
    )
    assert figures(read(text, "Tapin Raih UHC Awards")) == {
        ("63.05", "population", "=", 200000, "people"),
        ("63.05", "participants", "=", 197540, "people"),
        ("63.05", "coverage", "=", 98.77, "percent"),
        ("63.05", "active", "=", 163600, "people"),
        ("63.05", "active", "=", 81.82, "percent"),
    }


def test_each_region_has_its_own_figure(read: Read) -> None:
    text = (
        "BANJARMASIN – Pemkab Tapin dan Pemkab Balangan meraih UHC Awards 2026 kategori Utama. Cakupan "
        "di Tapin "
        "99,1 persen, sedangkan di Balangan 99,6 persen."
    )
    assert figures(read(text, "UHC Awards")) == {
        ("63.05", "coverage", "=", 99.1, "percent"),
        ("63.11", "coverage", "=", 99.6, "percent"),
    }


def test_almost_and_more_than(read: Read) -> None:
    text = LEAD + (
        "Cakupan kepesertaan JKN di Tapin mendekati 100 persen dan keaktifan di atas 95 persen. Pemkab "
        "menargetkan "
        "keaktifan 98 persen pada 2027."
    )
    assert figures(read(text, "Tapin Raih UHC Awards")) == {
        ("63.05", "coverage", "<", 100, "percent"),
        ("63.05", "active", ">", 95, "percent"),
    }


def test_the_day_of_a_national_figure(read: Read) -> None:
    text = LEAD + "Secara nasional, cakupan JKN mencapai 98,6 persen per 31 Desember 2025."
    (figure,) = read(text, "Tapin Raih UHC Awards").figures
    assert (figure.region.name, figure.as_of) == ("Indonesia", "2025-12-31")


def test_the_region_speaks_again_after_the_nation(read: Read) -> None:
    text = LEAD + (
        "Secara nasional, cakupan JKN mencapai 98,6 persen. Di kabupaten itu, dari 200.000 jiwa "
        "penduduk, 197.540 "
        "jiwa terdaftar."
    )
    found = figures(read(text, "Tapin Raih UHC Awards"))
    assert (None, "participants", "=", 197540, "people") not in found


def test_criteria_with_an_exception(read: Read) -> None:
    text = LEAD + (
        "Kategori Utama diberikan kepada daerah dengan cakupan minimal 99 persen dan keaktifan minimal "
        "95 persen. "
        "Kategori Madya menuntut cakupan minimal 98 persen dan keaktifan minimal 85 persen, kecuali "
        "pendaftaran "
        "penduduk oleh pemda minimal 50 persen."
    )
    result = read(text, "Tapin Raih UHC Awards")
    assert criteria(result) == [
        ("utama", "coverage", ">=", 99, None),
        ("utama", "active", ">=", 95, None),
        ("madya", "coverage", ">=", 98, None),
        ("madya", "active", ">=", 85, None),
    ]
    *_, last = result.criteria
    assert last.unless is not None
    assert (last.unless.metric, last.unless.op, last.unless.value) == ("pemda_share", ">=", 50)
    assert result.figures == []


def test_criteria_in_branches(read: Read) -> None:
    text = LEAD + (
        "Syarat kategori Utama adalah cakupan minimal 99 persen dengan keaktifan minimal 95 persen, "
        "atau cakupan "
        "minimal 99 persen dengan pendaftaran penduduk oleh pemda minimal 18 persen."
    )
    found = criteria(read(text, "Tapin Raih UHC Awards"))
    assert ("utama", "active", ">=", 95, 1) in found
    assert ("utama", "pemda_share", ">=", 18, 2) in found


def test_totals_by_tier(read: Read) -> None:
    text = (
        "JAKARTA – UHC Awards 2026 diberikan kepada 31 provinsi dan 397 kabupaten/kota. Rinciannya, 75 "
        "daerah "
        "kategori Utama, 192 daerah kategori Madya, dan 130 daerah kategori Pratama."
    )
    result = read(text, "UHC Awards 2026")
    assert totals(result) == [
        ("all", 31, "provinsi", None),
        ("all", 397, "kabupaten/kota", None),
        ("utama", 75, "daerah", None),
        ("madya", 192, "daerah", None),
        ("pratama", 130, "daerah", None),
    ]
    assert {(t.programme, t.edition) for t in result.totals} == {("uhc-awards", 2026)}
    assert result.records == []


def test_the_count_of_a_province(read: Read) -> None:
    text = (
        "SEMARANG – Sebanyak 35 kabupaten dan kota di Jawa Tengah meraih predikat Kabupaten/Kota "
        "Layak Anak (KLA) 2022."
    )
    assert totals(read(text, "KLA di Jawa Tengah")) == [("all", 35, "kabupaten/kota", "Jawa Tengah")]


def test_the_count_of_a_province_named_before_it(read: Read) -> None:
    text = (
        "JAKARTA – UHC Awards 2024 diberikan kepada 33 provinsi serta 460 kabupaten/kota. Di Kalimantan "
        "Selatan ada "
        "10 kabupaten/kota penerima."
    )
    result = read(text, "UHC Awards 2024")
    assert [f.check for f in result.findings if f.verdict == "refuted"] == []
    assert ("all", 10, "kabupaten/kota", "Kalimantan Selatan") in totals(result)


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Tapin peringkat pertama se-Kalimantan Selatan.", "rank", "peringkat pertama"),
        ("Tapin berada di peringkat ke-2.", "rank", "peringkat ke-2"),
        (
            "Tapin menjadi satu-satunya kabupaten di Kalimantan Selatan yang meraihnya.",
            "unique",
            "satu-satunya",
        ),
        ("Penghargaan itu diraih untuk ketiga kalinya.", "history", "ketiga kalinya"),
        ("Penghargaan itu diraih tiga tahun berturut-turut.", "history", "berturut-turut"),
    ],
)
def test_ranks_onlys_and_counts_are_claims(read: Read, text: str, kind: str, words: str) -> None:
    result = read(LEAD + text, "Tapin Raih UHC Awards")
    assert [(c.kind, words in c.text) for c in result.claims] == [(kind, True)]
    assert (tier_of(one(result)), result.totals) == ("utama", [])


def test_a_rank_is_no_tier_where_the_programme_has_others(read: Read) -> None:
    text = (
        "RANTAU – Kabupaten Tapin menempati peringkat kedua Anugerah Keterbukaan Informasi Publik 2025 "
        "se-Kalimantan Selatan dengan kualifikasi Informatif."
    )
    result = read(text, "Tapin Informatif")
    assert tier_of(one(result)) == "informatif"
    assert [c.kind for c in result.claims] == ["rank"]


def test_the_field_of_a_ranking_is_no_total(read: Read) -> None:
    result = read(LEAD + "Tapin berada di peringkat ke-2 dari 13 daerah.", "Tapin Raih UHC Awards")
    assert result.totals == []


@pytest.mark.parametrize("count", ["5 dari 12 peserta", "20 dari 200 jiwa", "98 dari 100 persen"])
def test_parts_of_people_are_no_totals(read: Read, count: str) -> None:
    result = read(f"JAKARTA – UHC Awards 2026 diberikan kepada {count}.", "UHC Awards 2026")
    assert result.totals == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kategori Utama mensyaratkan cakupan minimal 99 persen. Sementara Madya, minimal 98 persen "
            "dengan keaktifan 85 persen. Adapun Pratama cukup 98 dan 80 persen.",
            [
                ("utama", "coverage", ">=", 99, None),
                ("madya", "coverage", ">=", 98, None),
                ("madya", "active", ">=", 85, None),
                ("pratama", "coverage", ">=", 98, None),
                ("pratama", "active", ">=", 80, None),
            ],
        ),
        (
            'Tapin memenuhi kriteria Madya. "Ketentuannya, cakupan minimal 98 persen. Atau, penduduk yang '
            'didaftarkan pemda minimal 25 persen dengan keaktifan minimal 80 persen," katanya.',
            [
                ("madya", "coverage", ">=", 98, 1),
                ("madya", "pemda_share", ">=", 25, 2),
                ("madya", "active", ">=", 80, 2),
            ],
        ),
        (
            "Syarat Utama ialah kepesertaan 99 persen dan keaktifan 95 persen.",
            [("utama", "coverage", ">=", 99, None), ("utama", "active", ">=", 95, None)],
        ),
        (
            "Ambang Madya 98 persen kepesertaan dan 85 persen aktif.",
            [("madya", "coverage", ">=", 98, None), ("madya", "active", ">=", 85, None)],
        ),
        (
            "Piagam diberikan kepada 334 kabupaten/kota yang kepesertaan JKN-nya di atas 95 persen.",
            [("all", "coverage", ">", 95, None)],
        ),
        (
            "Untuk masuk Pratama keaktifan minimal 80 persen, dan tidak boleh menunggak.",
            [("pratama", "active", ">=", 80, None)],
        ),
        (
            "Kategori Utama mensyaratkan cakupan 99 persen dan keaktifan 95 persen, sedangkan Pratama 98 "
            "persen dan 80 persen.",
            [
                ("utama", "coverage", ">=", 99, None),
                ("utama", "active", ">=", 95, None),
                ("pratama", "coverage", ">=", 98, None),
                ("pratama", "active", ">=", 80, None),
            ],
        ),
        (
            "Daerah baru bisa naik ke Utama jika cakupannya menyentuh 99 persen.",
            [("utama", "coverage", ">=", 99, None)],
        ),
        (
            "Agar dapat masuk kategori Utama, keaktifan setidaknya harus 95 persen.",
            [("utama", "active", ">=", 95, None)],
        ),
        (
            "Syarat Utama minimal 99 persen kepesertaan. Tapin meraih Madya dengan cakupan 98,4 persen.",
            [("utama", "coverage", ">=", 99, None)],
        ),
    ],
)
def test_conditions_that_go_on_from_sentence_to_sentence(
    read: Read, text: str, expected: list[tuple[str, str, str, float, int | None]]
) -> None:
    assert criteria(read(LEAD + text, "Tapin Raih UHC Awards")) == expected
