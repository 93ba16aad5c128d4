"""The page says what the dataset says, shows both sides of every conflict, and runs nothing foreign."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag
from report_pages import IMAGE, SCRIPT

from extractor.dataset import build_dataset, open_dataset
from extractor.programmes import Catalogue
from extractor.report import LANGUAGES, render_report
from extractor.report.language import language


@pytest.fixture(scope="module")
def page(reports: dict[str, Path]) -> BeautifulSoup:
    return BeautifulSoup(reports["id"].read_text(encoding="utf-8"), "lxml")


def text(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def keys(page: BeautifulSoup) -> dict[str, str]:
    return {text(div.dt): text(div.dd) for div in page.select(".keys > div")}


def test_counts_are_those_of_the_dataset(page: BeautifulSoup, database: Path) -> None:
    with open_dataset(database) as dataset:
        awards = dataset.awards()
        conflicts = dataset.conflicts(open_only=True)
        articles = dataset.articles()
    said = keys(page)
    assert said["penghargaan"] == str(len(awards))
    assert said["daerah"] == str(len({(a.region_code, a.region) for a in awards}))
    assert said["pertentangan terbuka"] == str(len(conflicts))
    assert said["artikel terbaca"] == str(len(articles))
    assert said["sumber independen"] == str(len({article.family for article in articles}))
    assert len(page.select("table.awards tbody tr")) == len(awards)


def test_every_award_stands_in_the_table_with_its_sources(page: BeautifulSoup, database: Path) -> None:
    with open_dataset(database) as dataset:
        awards = dataset.awards()
    for award, row in zip(awards, page.select("table.awards tbody tr"), strict=True):
        cells = [text(cell) for cell in row.find_all(["th", "td"])]
        assert cells[0] == award.region
        assert cells[3] == str(award.edition or "")
        assert cells[8]
    linked = page.select_one('a[href="https://berita.example/balangan?a=1&b=2"]')
    assert linked is not None and "noopener" in linked["rel"]


def test_map_shows_all_provinces_with_their_numbers(page: BeautifulSoup, database: Path) -> None:
    with open_dataset(database) as dataset:
        found = dataset.coverage().provinces
    shown = {text(row.find_all("td")[0]): text(row.find_all("td")[1]) for row in page.select("#map tbody tr")}
    assert len(shown) == 38
    assert sum(map(int, shown.values())) == sum(row.found for row in found if row.province_code)
    tips = [text(title) for title in page.select("#map svg path title")]
    assert len(tips) == 38
    assert any(tip.startswith("Kalimantan Selatan: ") and "UHC Awards: Utama" in tip for tip in tips)


def test_coverage_holds_found_against_official_totals(page: BeautifulSoup, database: Path) -> None:
    with open_dataset(database) as dataset:
        totals = {(t.tier, t.unit): t for t in dataset.coverage().totals if (t.programme, t.edition) == UHC}
    rows = page.select("#coverage > details tbody tr")
    shown = [[text(c) for c in row.find_all(["th", "td"])] for row in rows]
    uhc = {row[1]: (row[2], row[3]) for row in shown if row[0] == "UHC Awards 2026"}
    for label, key, official in (
        ("Utama, kab/kota", ("utama", "kabupaten/kota"), "75"),
        ("Madya, kab/kota", ("madya", "kabupaten/kota"), "192"),
        ("Pratama, kab/kota", ("pratama", "kabupaten/kota"), "130"),
        ("Semua, provinsi", ("all", "provinsi"), "31"),
    ):
        assert uhc[label] == (str(totals[key].found), official)
    assert totals["utama", "kabupaten/kota"].found >= 2
    assert any(text(h) == "UHC Awards 2026" for h in page.select("#coverage .card h3"))


UHC = ("uhc-awards", 2026)


def test_every_conflict_is_shown_with_both_quotations_and_their_sources(
    page: BeautifulSoup, database: Path
) -> None:
    with open_dataset(database) as dataset:
        conflicts = dataset.conflicts()
    disputes = page.select("article.dispute")
    assert len(disputes) == len(conflicts) >= 3
    for conflict, dispute in zip(conflicts, disputes, strict=True):
        assert text(dispute.h3).startswith(conflict.region)
        sides = dispute.select(".side")
        assert len(sides) == 2
        for side, words in zip(sides, (conflict.preferred_quote, conflict.value_quote), strict=True):
            quoted = [text(mark) for mark in side.select("blockquote mark")]
            assert " ".join((words or "").split()) in quoted
            assert all(text(caption) for caption in side.select("figcaption"))


def test_planted_conflicts_read_as_sentences_of_their_articles(page: BeautifulSoup) -> None:
    dispute = next(d for d in page.select("article.dispute") if text(d.h3) == "Kabupaten Balangan · Tanggal")
    taken, lost = dispute.select(".side")
    assert text(taken.select_one(".value")) == "27 Januari 2026"
    assert text(lost.select_one(".value")) == "26 Januari 2026"
    assert "Selasa (27/1/2026)" in text(taken) and "Senin (26/1/2026)" in text(lost)
    assert "selesai menurut acuan" in text(dispute)


def test_a_figure_below_the_bar_stands_beside_its_criterion(page: BeautifulSoup) -> None:
    rows = [[text(c) for c in row.find_all(["th", "td"])] for row in page.select("#unmet tbody tr")]
    (row,) = (row for row in rows if row[0] == "Kabupaten Ketapang")
    assert row[1:6] == ["97,25 persen", "≥ 99 persen", "cakupan kepesertaan", "Utama", "UHC Awards 2026"]
    assert "mencapai 97,25 persen" in row[6]


def test_thin_evidence_is_listed(page: BeautifulSoup, database: Path) -> None:
    with open_dataset(database) as dataset:
        coverage = dataset.coverage()
    single, untiered = (text(summary) for summary in page.select("#thin summary"))
    assert single == f"Hanya satu sumber independen: {len(coverage.single_source)} penghargaan"
    assert untiered == f"Tanpa peringkat: {len(coverage.without_tier)} penghargaan"


def test_every_chart_has_name_description_and_table(page: BeautifulSoup) -> None:
    charts = page.select("svg.chart")
    assert len(charts) >= 5
    for chart in charts:
        named = [page.find(id=each) for each in chart["aria-labelledby"].split()]
        assert all(each is not None and text(each) for each in named)
        assert chart.find_parent("figure").select_one("details table") is not None
    ids = [tag["id"] for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_is_loaded_from_elsewhere(reports: dict[str, Path], lang: str) -> None:
    page = BeautifulSoup(reports[lang].read_text(encoding="utf-8"), "lxml")
    assert page.html["lang"] == lang
    assert not page.select(
        "link, img, iframe, object, embed, base, [src], [srcset], [style], [onerror], [onclick]"
    )
    for link in page.select("[href]"):
        assert link.name == "a" and re.match(r"#|https?://", link["href"])
    assert not re.search(r"url\(|@import", page.style.string)


def test_only_its_own_script_and_style_may_run(page: BeautifulSoup) -> None:
    policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    assert policy.startswith("default-src 'none'") and "unsafe" not in policy
    for tag in (page.style, page.script):
        digest = base64.b64encode(hashlib.sha256(tag.string.encode("utf-8")).digest()).decode("ascii")
        assert f"{tag.name}-src 'sha256-{digest}'" in policy
    assert len(page.select("script")) == len(page.select("style")) == 1


def test_markup_of_pages_is_shown_and_not_taken_in(page: BeautifulSoup, reports: dict[str, Path]) -> None:
    raw = reports["id"].read_text(encoding="utf-8")
    assert SCRIPT not in raw and IMAGE not in raw
    assert SCRIPT in page.get_text() and IMAGE in page.get_text()
    assert "javascript:" not in raw


def test_same_dataset_gives_the_same_bytes(reports: dict[str, Path], database: Path, tmp_path: Path) -> None:
    out = tmp_path / "again.html"
    command = [sys.executable, "-m", "extractor", "report", str(database), "-o", str(out)]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Jayapura", "LC_ALL": "C"}
    subprocess.run(command, check=True, env=environment)
    assert out.read_bytes() == reports["id"].read_bytes()


def test_english_page_says_the_same_in_english(reports: dict[str, Path], database: Path) -> None:
    page = BeautifulSoup(reports["en"].read_text(encoding="utf-8"), "lxml")
    with open_dataset(database) as dataset:
        assert keys(page)["awards"] == str(len(dataset.awards()))
    assert any("97.25 percent" in text(row) for row in page.select("#unmet tbody tr"))
    assert "27 January 2026" in text(page.select_one("#conflicts"))


def test_every_link_within_the_page_leads_somewhere(page: BeautifulSoup) -> None:
    inner = {link["href"] for link in page.select('a[href^="#"]')}
    assert {f"#{tag['id']}" for tag in page.select("[id]")} >= inner
    assert len([place for place in inner if place.startswith("#conflict-")]) == 2


def test_programmes_the_catalogue_does_not_know_go_by_their_ids(database: Path) -> None:
    with open_dataset(database) as dataset:
        page = BeautifulSoup(render_report(dataset, "id", Catalogue([])), "lxml")
        awards = dataset.awards()
    rows = page.select("table.awards tbody tr")
    assert [row["data-tier"] for row in rows] == [award.tier or "" for award in awards]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_empty_dataset_gives_a_readable_page(tmp_path: Path, lang: str) -> None:
    (tmp_path / "pages").mkdir()
    build_dataset(tmp_path / "empty.db", [str(tmp_path / "pages")])
    with open_dataset(tmp_path / "empty.db") as dataset:
        page = BeautifulSoup(render_report(dataset, lang), "lxml")
    assert text(page.select_one(".empty")) == language(lang).text("empty")
    assert {text(number) for number in page.select(".keys dd")} == {"0"}
    assert len(page.select("#map tbody tr")) == 38
