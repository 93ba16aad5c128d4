"""Files that unpack without end, nest without end or lie about their letters cost no neighbour."""

# ruff: noqa: E501 - markup is easier to read on one line

from __future__ import annotations

import gzip
import json
from pathlib import Path

import hostile_pages
import pytest

from extractor.pages import FailedPage, Limits, Page, iter_pages

GOOD = json.dumps({"text": hostile_pages.SENTENCE})
LIMITS = Limits(max_bytes=300_000, max_inflated=20_000_000)

ROWS = {
    "nested": ("[" * 100_000, "page.invalid_json"),
    "nested objects": ('{"text":' * 30_000, "page.invalid_json"),
    "long number": ('{"text": ' + "9" * 10_000 + "}", "page.invalid_json"),
    "no object": ("7", "page.invalid_json"),
    "wrong types": ('{"text": 7, "html": [], "body": {}, "content": true}', "page.no_content"),
    "not UTF-8": (b'{"text": "\xff\xfe\x00"}', "page.invalid_json"),
    "cut": ('{"text": "Balangan', "page.invalid_json"),
    "long": ('{"text": "' + "a" * 400_000 + '"}', "page.too_large"),
    "NaN": ('{"text": NaN}', "page.no_content"),
}


@pytest.mark.parametrize("name", ROWS)
def test_a_bad_row_fails_alone(name: str, tmp_path: Path) -> None:
    row, code = ROWS[name]
    data = row if isinstance(row, bytes) else row.encode()
    (tmp_path / "a.jsonl").write_bytes(b"\n".join([GOOD.encode(), data, GOOD.encode()]))
    found = list(iter_pages([str(tmp_path / "a.jsonl")], limits=LIMITS))
    assert [isinstance(page, Page) for page in found] == [True, False, True]
    assert isinstance(found[1], FailedPage) and found[1].error.code == code


def test_lone_surrogates_of_a_row_are_replaced(tmp_path: Path) -> None:
    row = dict.fromkeys(("title", "url", "author", "site", "published", "source"), "Bala�ngan")
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": "Raih \udfff", **row}), encoding="utf-8")
    (page,) = iter_pages([str(tmp_path / "a.jsonl")])
    assert isinstance(page, Page) and page.data.decode() == "Raih \ufffd"
    assert page.given.title == "Bala\ufffdngan"


def test_a_packed_bomb_ends_at_its_limit_and_costs_no_other_file(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wb") as out:
        out.write(GOOD.encode() + b'\n{"text": "')
        for _ in range(64):
            out.write(b"a" * 1_000_000)
    (tmp_path / "b.jsonl").write_text(GOOD, encoding="utf-8")
    found = list(iter_pages([str(tmp_path)], limits=LIMITS))
    codes = [page.error.code if isinstance(page, FailedPage) else "" for page in found]
    assert codes == ["", "page.too_inflated", ""]
    assert b"not read" in str(found[1].error).encode()


@pytest.mark.parametrize("kind", ["record", "body"])
def test_a_bomb_in_a_warc_is_too_large_and_its_neighbour_is_read(kind: str, tmp_path: Path) -> None:
    page = hostile_pages.framed("").encode()
    bomb = b"<html>" + b"a" * (1_000_000 if kind == "record" else 20_000_000)
    records = [
        _record(page),
        _record(bomb) if kind == "record" else _record(gzip.compress(bomb), packed=True),
        _record(page),
    ]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(map(gzip.compress, records)))
    found = list(iter_pages([str(tmp_path / "a.warc.gz")], limits=LIMITS))
    codes = [page.error.code if isinstance(page, FailedPage) else "" for page in found]
    assert codes == ["", "page.too_large", ""]


def _record(body: bytes, *, packed: bool = False) -> bytes:
    encoding = b"Content-Encoding: gzip\r\n" if packed else b""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + encoding + b"\r\n" + body
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://kabar.example/a\r\n"
        "WARC-Date: 2026-01-28T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"
