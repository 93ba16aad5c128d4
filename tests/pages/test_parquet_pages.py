"""Parquet files: one page a row under the columns of JSON Lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

from extractor.pages import FailedPage, Limits, Page, iter_pages  # noqa: E402

HTML = "<html><body><p>Satu paragraf – “kutipan”.</p></body></html>"


def write(path: Path, columns: dict[str, Any], **options: Any) -> str:
    pq.write_table(pa.table(columns), path, **options)
    return str(path)


def codes(pages: Any) -> list[str]:
    return [page.error.code if isinstance(page, FailedPage) else page.kind for page in pages]


def test_rows_are_those_of_json_lines(tmp_path: Path) -> None:
    rows = [
        {"html": HTML, "url": "https://a.example/1", "title": " Judul  satu ", "author": ["A", "B"]},
        {"html": "", "text": "Teks dari baris.", "site": "A"},
        {"text": None, "source": "https://a.example/3", "html": HTML, "published": "2026-01-28"},
        {"url": "https://a.example/4"},
    ]
    names = ("html", "text", "url", "title", "author", "site", "source", "published")
    parquet = write(tmp_path / "a", {name: [row.get(name) for row in rows] for name in names})
    (tmp_path / "b").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    (tmp_path / "a").rename(tmp_path / "r.parquet")
    (tmp_path / "b").rename(tmp_path / "r.jsonl")
    from_parquet = list(iter_pages([f"{parquet[:-1]}r.parquet"]))
    from_lines = list(iter_pages([str(tmp_path / "r.jsonl")]))
    assert codes(from_parquet) == ["html", "text", "html", "page.no_content"]
    for one, other in zip(from_parquet, from_lines, strict=True):
        assert one.source.replace("r.parquet", "r.jsonl") == other.source
        if isinstance(one, Page) and isinstance(other, Page):
            assert (one.data, one.kind, one.given) == (other.data, other.kind, other.given)


@pytest.mark.parametrize("kind", [pa.binary(), pa.large_binary(), pa.string(), pa.large_string()])
def test_html_may_be_bytes_or_a_string(tmp_path: Path, kind: Any) -> None:
    path = write(tmp_path / "a.parquet", {"html": pa.array([HTML.encode()]).cast(kind), "other": [1]})
    (page,) = iter_pages([path])
    assert isinstance(page, Page)
    assert (page.source, page.data, page.kind) == (f"{path}#1", HTML.encode(), "html")


def test_rows_are_counted_across_row_groups_and_judged_alone(tmp_path: Path) -> None:
    texts = ["a" * (5000 if n == 30 else 10) for n in range(100)]
    path = write(tmp_path / "a.parquet", {"text": texts}, row_group_size=7)
    pages = list(iter_pages([path], limits=Limits(max_bytes=4000)))
    assert [page.source.rpartition("#")[2] for page in pages] == [str(n + 1) for n in range(100)]
    assert [n for n, code in enumerate(codes(pages)) if code == "page.too_large"] == [30]


def test_damage_is_a_failed_page(tmp_path: Path) -> None:
    path = Path(write(tmp_path / "a.parquet", {"text": [f"Teks {n}" for n in range(1000)]}))
    path.write_bytes(path.read_bytes()[:-50])
    (tmp_path / "b.parquet").write_bytes(b"no Parquet")
    (tmp_path / "c.parquet").write_bytes(b"")
    assert codes(iter_pages([str(tmp_path)])) == ["page.damaged"] * 3


def test_columns_without_a_page_are_told_once(tmp_path: Path) -> None:
    assert codes(iter_pages([write(tmp_path / "a.parquet", {"url": ["x", "y"]})])) == ["page.no_content"]


def test_a_file_of_another_name_is_known_by_its_bytes(tmp_path: Path) -> None:
    assert codes(iter_pages([write(tmp_path / "a.dat", {"text": ["x", "y"]})])) == ["text", "text"]
