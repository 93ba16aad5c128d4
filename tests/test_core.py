"""The core is a pure function: the same page gives the same bytes, here, again, and elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from corpus_pages import CORPORA, GOLD, article_of

import extractor
from extractor.core import Extractor
from extractor.errors import PageEmpty, PageMissing
from extractor.model import Result
from extractor.pages import FailedPage, Page, iter_pages

PAGES = sorted((CORPORA / "dev" / "html").glob("*.html"))[::20][:3]
LISTS = ("records", "history", "figures", "criteria", "totals", "claims", "findings")
WORLDS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Jakarta", "LANG": "id_ID.UTF-8", "LC_ALL": ""},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Los_Angeles", "LANG": "tr_TR.UTF-8", "LC_ALL": "C.UTF-8"},
)


def test_the_same_article_twice_gives_the_same_line(reader: Extractor) -> None:
    for path in GOLD[:10]:
        article = article_of(path)
        first, second = (reader.read_article(article).to_json(with_text=True) for _ in range(2))
        assert first == second


def test_articles_in_between_change_nothing(reader: Extractor) -> None:
    before = reader.read_article(article_of(GOLD[0])).to_json()
    for path in GOLD[1:15]:
        reader.read_article(article_of(path))
    assert reader.read_article(article_of(GOLD[0])).to_json() == before


def test_two_extractors_agree(reader: Extractor) -> None:
    other = Extractor()
    for page in iter_pages([str(path) for path in PAGES]):
        assert reader.read(page).to_json() == other.read(page).to_json()


def test_reading_an_article_does_not_change_it(reader: Extractor) -> None:
    article = article_of(GOLD[0])
    kept = article.model_copy(deep=True)
    assert reader.read_article(article).article == kept == article


def test_processes_of_other_seeds_zones_and_languages_give_the_same_bytes() -> None:
    command = [sys.executable, "-m", "extractor", "extract", "--format", "jsonl", "--with-text"]
    home = str(Path(extractor.__file__).parents[1])
    running = [
        subprocess.Popen(
            [*command, *map(str, PAGES)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": home, **world},
        )
        for world in WORLDS
    ]
    ends = [(process.communicate()[0], process.returncode) for process in running]
    assert [status for _, status in ends] == [0, 0, 0]
    assert ends[0][0].count(b"\n") == len(PAGES) == 3
    assert len({output for output, _ in ends}) == 1


@pytest.mark.parametrize("error", [PageEmpty(), PageMissing(path="x.html")])
def test_a_failed_page_is_a_result_with_its_error_and_nothing_else(
    reader: Extractor, error: PageEmpty | PageMissing
) -> None:
    result = reader.read(FailedPage("x.html", error))
    assert result.error is not None
    assert (result.error.code, result.error.message) == (error.code, error.message)
    assert [name for name in LISTS if getattr(result, name)] == []
    assert result.article.source == "x.html"
    assert result.article.text == ""


@pytest.mark.parametrize("data", [b"", b"   \n", b"<html><body></body></html>", b"<p>", b"\xff\xfe\x00"])
def test_a_page_without_an_article_is_an_error_and_no_crash(reader: Extractor, data: bytes) -> None:
    result = reader.read(Page("x.html", data, "html"))
    assert result.error is not None
    assert [name for name in LISTS if getattr(result, name)] == []
    assert result.article.id.startswith("sha256:")


def test_results_go_through_json_and_back(reader: Extractor) -> None:
    for path in GOLD[::4]:
        result = reader.read_article(article_of(path))
        assert Result.model_validate_json(result.to_json(with_text=True)) == result


def test_the_line_has_the_fields_that_the_schema_names(reader: Extractor) -> None:
    schema = Result.model_json_schema()
    row = reader.read_article(article_of(GOLD[0])).model_dump(mode="json")
    assert list(row) == list(schema["properties"])
    for record in row["records"]:
        assert list(record) == list(schema["$defs"]["Record"]["properties"])
    assert schema["additionalProperties"] is False


def test_the_text_is_left_out_unless_asked_for(reader: Extractor) -> None:
    result = reader.read_article(article_of(GOLD[0]))
    assert '"text":' in result.to_json(with_text=True)
    assert Result.model_validate_json(result.to_json()).article.text == ""


def test_a_fault_of_piagam_costs_its_own_page_alone(
    reader: Extractor, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No page is known that meets one, so one is put in where records are read."""
    from extractor import core

    def broken(title: Any, text: Any, *others: Any) -> Any:
        if "Cacat" in text.text:
            raise IndexError("list index out of range")
        return real(title, text, *others)

    real = core.read
    monkeypatch.setattr(core, "read", broken)
    award = "Kabupaten Balangan menerima UHC Awards 2026 kategori Utama, Selasa (27/1/2026). " * 3
    told = [
        core.read_whatever(reader, Page("a.txt", (award + word).encode(), "text")) for word in ("Cacat", "")
    ]
    assert told[0].error is not None and told[0].error.code == "page.fault"
    assert "IndexError at test_core.py:" in told[0].error.message
    assert told[1].error is None and len(told[1].records) == 1
