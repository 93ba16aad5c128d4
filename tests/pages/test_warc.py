"""WARC files: which records are pages, and how little a damaged or oversized one costs."""

from __future__ import annotations

import gzip
import io
import random
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("fastwarc")
pytest.importorskip("warcio")

from warc_files import HTML_TYPE, other, response, write_warc

from extractor.pages import FailedPage, Limits, Page, iter_pages

HTML = "<html><body><p>Halaman nomor {} berisi satu paragraf.</p></body></html>"


def html(number: int, filler: int = 0) -> bytes:
    """A page; its filler does not pack well."""
    noise = "".join(random.Random(number).choices("abcdefghij ", k=filler))
    return (HTML.format(number) + f"<!-- {noise} -->").encode()


def shown(pages: Any) -> list[tuple[str, str]]:
    """What came, in short: `#N` with the kind or the error's code."""
    return [
        (page.source.rpartition("#")[2], page.error.code if isinstance(page, FailedPage) else page.kind)
        for page in pages
    ]


def read(path: Path, **limits: Any) -> list[Page | FailedPage]:
    return list(iter_pages([str(path)], limits=Limits(**limits)))


@pytest.mark.parametrize("packed", [True, False])
def test_responses_with_html_or_text_are_pages(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    write_warc(
        path,
        [
            other("warcinfo", "", b"software: test\r\n"),
            other("request", "https://a.example/1", b"GET /1 HTTP/1.1\r\n\r\n"),
            response("https://a.example/1", html(1)),
            response("https://a.example/logo", b"\x89PNG\r\n\x1a\n", [("Content-Type", "image/png")]),
            response("https://a.example/old", b"", [("Location", "/1"), HTML_TYPE], "301 Moved Permanently"),
            response("https://a.example/gone", html(9), status="404 Not Found"),
            response("https://a.example/2", b"Teks biasa.", [("Content-Type", "text/plain")]),
            response("https://a.example/x", html(3), [("content-type", "application/xhtml+xml")]),
            response("https://a.example/none", b"<!doctype html>" + html(4), []),
            response("https://a.example/json", b"{}", [("Content-Type", "application/json")]),
            response("https://a.example/empty", b""),
            other("metadata", "https://a.example/1", b"fetchTimeMs: 3\r\n"),
        ],
        packed=packed,
    )
    pages = read(path)
    assert shown(pages) == [("1", "html"), ("2", "text"), ("3", "html"), ("4", "html"), ("5", "page.empty")]
    first = pages[0]
    assert isinstance(first, Page)
    assert (first.source, first.data) == (f"{path}#1", html(1))
    assert (first.given.url, first.charset) == ("https://a.example/1", "utf-8")


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize(
    ("headers", "pack"),
    [
        ([("Content-Encoding", "gzip")], gzip.compress),
        ([("Content-Encoding", "deflate")], zlib.compress),
        ([("Transfer-Encoding", "chunked")], chunked),
        (
            [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")],
            lambda b: chunked(gzip.compress(b)),
        ),
        ([("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")], bytes),  # unpacked by the crawler
        ([("Content-Encoding", "br")], bytes),
    ],
)
def test_bodies_are_unpacked(tmp_path: Path, headers: list[tuple[str, str]], pack: Any) -> None:
    path = tmp_path / "a.warc.gz"
    write_warc(path, [response("https://a.example/", pack(html(1)), [HTML_TYPE, *headers])], packed=True)
    (page,) = read(path)
    assert isinstance(page, Page)
    assert page.data == html(1)


@pytest.mark.parametrize("packed", [True, False])
def test_a_damaged_record_costs_no_other(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    records = [response(f"https://a.example/{n}", html(n, 200_000)) for n in range(5)]
    starts = write_warc(path, records, packed=packed)
    data = bytearray(path.read_bytes())
    at = starts[2] + (40_000 if packed else 5)
    data[at : at + 30] = b"\xff" * 30
    path.write_bytes(data)
    pages = read(path)
    kinds = ["html", "html", "page.damaged", "html", "html"]
    assert shown(pages) == [(str(n), kind) for n, kind in enumerate(kinds, 1)]
    assert [page.data for page in pages if isinstance(page, Page)] == [html(n, 200_000) for n in (0, 1, 3, 4)]


@pytest.mark.parametrize("packed", [True, False])
def test_a_file_cut_short_says_so(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    records = [response(f"https://a.example/{n}", html(n, 5000)) for n in range(3)]
    starts = write_warc(path, records, packed=packed)
    data = path.read_bytes()
    for cut in (starts[2] + 1500, len(data) - 1000):
        path.write_bytes(data[:cut])
        assert shown(read(path)) == [("1", "html"), ("2", "html"), ("3", "page.damaged")]
    if packed:
        path.write_bytes(data[: starts[2] + 20])
        assert shown(read(path)) == [("1", "html"), ("2", "html"), ("3", "page.damaged")]


@pytest.mark.parametrize("packed", [True, False])
def test_an_oversized_record_costs_its_limit(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / ("a.warc.gz" if packed else "a.warc")
    bomb = gzip.compress(b"a" * 3_000_000)
    records = [
        response("https://a.example/1", html(1)),
        response("https://a.example/2", b"<p>" + b"a" * 150_000),  # a little over
        response("https://a.example/3", b"<p>" + b"a" * 3_000_000),  # far over
        response("https://a.example/4", bomb, [HTML_TYPE, ("Content-Encoding", "gzip")]),
        response("https://a.example/5", html(5)),
    ]
    write_warc(path, records, packed=packed)
    kinds = ["html", "page.too_large", "page.too_large", "page.too_large", "html"]
    assert [kind for _, kind in shown(read(path, max_bytes=100_000))] == kinds


def test_a_file_that_is_no_warc_fails_alone(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(b"halo"))
    (tmp_path / "b.warc").write_bytes(b"halo")
    (tmp_path / "c.txt").write_text("Teks.", encoding="utf-8")
    assert [kind for _, kind in shown(iter_pages([str(tmp_path)]))] == [
        "page.damaged",
        "page.damaged",
        "text",
    ]


class Pipe(io.RawIOBase):
    """Bytes that can be read once."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        return self._data.readinto(buffer)


@pytest.mark.parametrize("packed", [True, False])
def test_a_pipe_is_read_as_well(tmp_path: Path, packed: bool) -> None:
    write_warc(tmp_path / "a", [response(f"https://a.example/{n}", html(n)) for n in range(3)], packed=packed)
    pipe = io.BufferedReader(Pipe((tmp_path / "a").read_bytes()))
    assert shown(iter_pages(["-"], stdin=pipe)) == [("1", "html"), ("2", "html"), ("3", "html")]


@pytest.mark.parametrize("head", [b"WARC/", b"xyz"])
def test_bytes_before_packed_records_cost_none_of_them(head: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    write_warc(path, [response(f"https://a.example/{n}", html(n)) for n in range(3)], packed=True)
    path.write_bytes(head + path.read_bytes())
    pages = read(path)
    assert [isinstance(page, FailedPage) for page in pages] == [True, False, False, False]


@settings(max_examples=100, deadline=None)
@given(st.data(), st.booleans())
def test_any_damage_gives_pages_or_failures(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, packed: bool
) -> None:
    path = tmp_path_factory.mktemp("warc") / "a.warc"
    write_warc(path, [response(f"https://a.example/{n}", html(n, 300)) for n in range(4)], packed=packed)
    content = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at : at + data.draw(st.integers(0, 50))] = data.draw(st.binary(max_size=50))
    path.write_bytes(content)
    pages = read(path)
    whole = {html(n, 300) for n in range(4)}
    assert sum(isinstance(page, Page) and page.data in whole for page in pages) >= 2
    assert [page.source.rpartition("#")[2] for page in pages] == [str(n + 1) for n in range(len(pages))]
