"""Paths to pages: order, names, rows, and every failure as a value."""

# ruff: noqa: E501 - rows are easier to read on one line

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.pages import FailedPage, Limits, Page, iter_pages

HTML = "<html><body><p>Satu paragraf.</p></body></html>"


def codes(pages: object) -> list[str]:
    return [page.error.code if isinstance(page, FailedPage) else page.kind for page in pages]  # type: ignore[attr-defined]


def write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_folder_is_read_in_the_order_of_names_and_unknown_suffixes_are_counted(tmp_path: Path) -> None:
    for name in ("b.html", "a.htm", "c/z.TXT", "c/a.html", "d.css", "c/e.png"):
        write(tmp_path / name, HTML)
    pages = iter_pages([str(tmp_path)])
    assert [page.source for page in pages] == [
        f"{tmp_path}/{name}" for name in ("a.htm", "b.html", "c/a.html", "c/z.TXT")
    ]
    assert pages.skipped == 2


def test_source_is_the_path_as_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "in/a.html", HTML)
    monkeypatch.chdir(tmp_path)
    assert [page.source for page in iter_pages(["in/a.html", "in", "in/", "./in"])] == [
        "in/a.html",
        "in/a.html",
        "in/a.html",
        "./in/a.html",
    ]


def test_one_bad_file_costs_no_other(tmp_path: Path) -> None:
    write(tmp_path / "1.html", HTML)
    write(tmp_path / "2.html", b"")
    write(tmp_path / "3.html", b"%PDF-1.7 ...")
    write(tmp_path / "4.html", b"\x89PNG\r\n\x1a\n0000")
    write(tmp_path / "5.html", b"abc\x00\x01\x02" * 40)
    write(tmp_path / "6.html", HTML + " " * 5000)
    write(tmp_path / "7.txt", "Teks biasa saja.")
    found = codes(iter_pages([str(tmp_path), str(tmp_path / "none.html")], limits=Limits(max_bytes=4000)))
    assert found == [
        "html", "page.empty", "page.binary", "page.binary", "page.binary", "page.too_large", "text", "page.missing",
    ]  # fmt: skip


def test_rows_are_numbered_by_line_and_judged_alone(tmp_path: Path) -> None:
    rows = [
        json.dumps(
            {"html": HTML, "url": "https://a.example/1", "title": " Judul  satu ", "author": ["A", "B"]}
        ),
        "{broken",
        "",
        json.dumps({"url": "https://a.example/2"}),
        json.dumps(["no", "object"]),
        json.dumps({"html": "", "text": "Teks dari baris."}),
        json.dumps({"content": HTML, "published": 20240514}),
        json.dumps({"body": "Isi tanpa tanda apa pun."}),
        json.dumps({"html": "%PDF-1.4"}),
    ]
    path = write(tmp_path / "r.jsonl", "\ufeff" + "\n".join(rows))
    pages = list(iter_pages([str(path)]))
    assert codes(pages) == [
        "html", "page.invalid_json", "page.no_content", "page.invalid_json", "text", "html", "text", "page.binary",
    ]  # fmt: skip
    assert [page.source.rpartition("#")[2] for page in pages] == ["1", "2", "4", "5", "6", "7", "8", "9"]
    first = pages[0]
    assert isinstance(first, Page)
    assert (first.given.url, first.given.title, first.given.author) == (
        "https://a.example/1",
        "Judul satu",
        "A, B",
    )


def test_lone_surrogate_of_a_row_can_be_written_as_utf8(tmp_path: Path) -> None:
    path = write(tmp_path / "r.jsonl", '{"text": "awal \\ud83d akhir \\ud83d\\ude00", "title": "x\\udc00"}')
    (page,) = iter_pages([str(path)])
    assert isinstance(page, Page)
    assert page.data.decode("utf-8") == "awal \ufffd akhir \U0001f600"
    assert page.given.title == "x\ufffd"


def test_long_row_fails_alone(tmp_path: Path) -> None:
    rows = [json.dumps({"text": "a" * n}) for n in (10, 5000, 20)]
    path = write(tmp_path / "r.jsonl", "\n".join(rows))
    found = list(iter_pages([str(path)], limits=Limits(max_bytes=100)))
    assert codes(found) == ["text", "page.too_large", "text"]
    assert found[2].source.endswith("#3")


def test_packed_rows_are_read_up_to_the_damage(tmp_path: Path) -> None:
    data = gzip.compress(
        "".join(json.dumps({"text": f"baris {n} " + "x" * 50}) + "\n" for n in range(200)).encode()
    )
    whole = write(tmp_path / "a.jsonl.gz", data)
    assert len(list(iter_pages([str(whole)]))) == 200
    cut = write(tmp_path / "b.jsonl.gz", data[: len(data) // 2])
    found = codes(iter_pages([str(cut)]))
    assert found[-1] == "page.unreadable"
    assert set(found[:-1]) <= {"text"}
    assert codes(iter_pages([str(write(tmp_path / "c.jsonl.gz", "no gzip"))])) == ["page.unreadable"]


@pytest.mark.parametrize(
    ("data", "kinds"),
    [
        (HTML.encode(), ["html"]),
        (b"Teks biasa, satu kalimat.", ["text"]),
        (b'{"html": "<p>a</p>"}\n{"text": "b"}\n', ["html", "text"]),
        (gzip.compress(b'{"text": "b"}\n', mtime=0), ["text"]),
        (HTML.encode("utf-16"), ["html"]),
        (HTML.encode("utf-16-le"), ["html"]),
        (b"", ["page.empty"]),
        (b"%PDF-1.4", ["page.binary"]),
    ],
)
def test_standard_input_and_unnamed_files_are_known_by_their_bytes(
    data: bytes, kinds: list[str], tmp_path: Path
) -> None:
    assert codes(iter_pages(["-"], stdin=io.BytesIO(data))) == kinds
    assert codes(iter_pages([str(write(tmp_path / "page.dat", data))])) == kinds


def test_no_standard_input_is_a_failed_page() -> None:
    assert codes(iter_pages(["-"])) == ["page.unreadable"]


def test_links_in_a_ring_end(tmp_path: Path) -> None:
    write(tmp_path / "a/x.html", HTML)
    (tmp_path / "a/loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "a/self.html").symlink_to(tmp_path / "a/self.html")
    found = list(iter_pages([str(tmp_path)]))
    assert codes(found).count("html") == 1
    assert codes(found).count("page.unreadable") == 1


def test_names_that_are_no_utf8_survive(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/berita-\xff.html"
    try:
        Path(os.fsdecode(name)).write_bytes(HTML.encode())
    except OSError:
        pytest.skip("the file system wants UTF-8 names")
    (page,) = iter_pages([str(tmp_path)])
    assert page.source.encode("utf-8").endswith(b"berita-\\xff.html")
    assert isinstance(page, Page)


def test_deep_folders_are_reached(tmp_path: Path) -> None:
    here = tmp_path
    for _ in range(300):
        here /= "d"
    write(here / "a.html", HTML)
    assert codes(iter_pages([str(tmp_path)])) == ["html"]


def test_impossible_paths_are_missing_pages() -> None:
    assert codes(iter_pages(["", "a\x00b", "x/" * 3000])) == [
        "page.missing",
        "page.missing",
        "page.unreadable",
    ]


def test_text_file_with_a_document_in_it_is_html(tmp_path: Path) -> None:
    assert codes(iter_pages([str(write(tmp_path / "a.txt", "<!DOCTYPE html>" + HTML))])) == ["html"]
    assert codes(iter_pages([str(write(tmp_path / "b.txt", "a < b dan <b>tebal</b>"))])) == ["text"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.binary(max_size=80), max_size=6))
def test_any_bytes_as_rows_give_pages_or_failures(lines: list[bytes]) -> None:
    data = b'{"text": "a"}\n' + b"\n".join(lines)
    found = list(iter_pages(["-"], stdin=io.BytesIO(data)))
    assert isinstance(found[0], Page)
    assert len(found) <= data.count(b"\n") + 1
    for page in found:
        page.source.encode("utf-8")
