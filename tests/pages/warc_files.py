"""WARC files as a crawler writes them."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HTML_TYPE = ("Content-Type", "text/html; charset=utf-8")


def response(
    url: str, body: bytes, headers: Iterable[tuple[str, str]] = (HTML_TYPE,), status: str = "200 OK"
) -> tuple[str, str, bytes, StatusAndHeaders | None]:
    return ("response", url, body, StatusAndHeaders(status, list(headers), protocol="HTTP/1.1"))


def other(kind: str, url: str, body: bytes) -> tuple[str, str, bytes, StatusAndHeaders | None]:
    return (kind, url, body, None)


def write_warc(path: Path, records: Iterable[Any], *, packed: bool) -> list[int]:
    """Writes the records; gives where each begins."""
    starts = []
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=packed)
        for kind, url, body, headers in records:
            named = {
                "WARC-Record-ID": f"<urn:uuid:{len(starts):032}>",
                "WARC-Date": "2026-02-01T00:00:00Z",
            }
            record = writer.create_warc_record(
                url, kind, payload=io.BytesIO(body), http_headers=headers, warc_headers_dict=named
            )
            starts.append(stream.tell())
            writer.write_record(record)
    return starts
