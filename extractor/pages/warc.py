"""WARC: one page for every HTTP response that holds HTML or plain text."""

from __future__ import annotations

import io
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, BinaryIO, Protocol

from extractor.errors import PageDamaged, PageError, PageNeedsExtra, PageTooInflated, PageTooLarge
from extractor.pages.members import cut_short, next_record
from extractor.pages.page import FailedPage, Given, Kind, Limits, Page
from extractor.pages.sniff import failure_of, kind_of, starts_as_html

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_TEXT = "text/plain"
_JUMP = 4  # a record so many times over the limit is passed over by looking for the next, not by unpacking it
_LOOK = 4096  # bytes of a file without records that tell whether it is more than blanks


def read_warc(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Page | FailedPage]:
    """The pages among the responses, those with a status of success; `#N` counts them from 1.

    A damaged stretch counts as one failed page; reading goes on with the next whole record where the stream
    can be read from any place.
    """
    try:
        yield from _Archive(stream, source, limits).pages()
    except ImportError:
        yield FailedPage(source, PageNeedsExtra(extra="warc"))


class _Archive:
    """One WARC file on its way through."""

    def __init__(self, stream: BinaryIO, source: str, limits: Limits) -> None:
        self._stream = stream
        self._source = source
        self._limits = limits
        self._count = 0
        self._can_seek = stream.seekable() if hasattr(stream, "seekable") else False

    def pages(self) -> Iterator[Page | FailedPage]:
        start: int | None = 0
        while start is not None:
            start = yield from self._from(start)

    def _from(self, start: int) -> Generator[Page | FailedPage, None, int | None]:
        """Pages from the record at byte `start`; gives back where to go on, null at the end."""
        from fastwarc.warc import ArchiveIterator

        if start:
            self._stream.seek(start)
        at, whole, seen = start, True, False
        try:
            for record in ArchiveIterator(_Told(self._stream), parse_http=False):
                at, whole, seen = record.stream_pos, True, True
                if record.content_length > self._limits.max_inflated and not self._can_seek:
                    limit = self._limits.max_inflated
                    yield self._failed(PageTooInflated(limit=limit, rest=PageTooInflated.REST))
                    return None  # the next record could only be reached by unpacking this one
                page = self._page(record)
                if page is not None:
                    yield page
                    whole = not isinstance(page, FailedPage)
                if self._can_seek and record.content_length > _JUMP * self._limits.max_bytes:
                    return next_record(self._stream, at + 1)
        except OSError as error:
            yield self._failed(PageDamaged(reason=str(error) or type(error).__name__))
            return next_record(self._stream, at + 1) if self._can_seek else None
        if not seen and self._can_seek and self._holds_bytes(start):
            yield self._failed(PageDamaged(reason="there is no WARC record"))
            return next_record(self._stream, start + 1)
        if whole and self._can_seek and cut_short(self._stream, at):
            yield self._failed(PageDamaged(reason="the file is cut short"))
        return None

    def _holds_bytes(self, start: int) -> bool:
        self._stream.seek(start)
        return bool(self._stream.read(_LOOK).strip())

    def _page(self, record: WarcRecord) -> Page | FailedPage | None:
        """The page in a record; null where it holds none."""
        from fastwarc.warc import WarcRecordType

        if record.record_type != WarcRecordType.response or not record.is_http:
            return None
        size = record.content_length
        record.parse_http()
        headers = record.http_headers
        if headers.status_code is None or headers.status_code // 100 != 2:
            return None
        stated = (record.http_content_type or "").strip().lower()
        if stated and stated not in _HTML and stated != _TEXT:
            return None
        limit, inflated = self._limits.max_bytes, self._limits.max_inflated
        if size > _JUMP * limit:
            return self._failed(PageTooLarge(size=size, limit=limit))
        data = record.reader.read(limit + 1)
        if len(data) < min(record.content_length, limit + 1):
            return self._failed(PageDamaged(reason="the file is cut short"))
        if len(data) > limit:
            return self._failed(PageTooLarge(size=size, limit=limit))
        transfer, content = headers.get("Transfer-Encoding"), headers.get("Content-Encoding")
        sent, most = data, min(limit, inflated)
        data = _unpacked(data, (transfer or "").lower(), (content or "").lower(), most)
        if data is not sent and len(data) > most == inflated:
            return self._failed(PageTooInflated(limit=inflated, rest=""))
        if len(data) > limit:
            return self._failed(PageTooLarge(size=len(data), limit=limit))
        kind = _kind(data, stated)
        if kind is None:
            return None
        error = failure_of(data)
        if error is not None:
            return self._failed(error)
        url = (record.headers.get("WARC-Target-URI") or "").strip().removeprefix("<").removesuffix(">")
        return Page(self._next_name(), data, kind, Given(url=url or None), record.http_charset or None)

    def _failed(self, error: PageError) -> FailedPage:
        return FailedPage(self._next_name(), error)

    def _next_name(self) -> str:
        self._count += 1
        return f"{self._source}#{self._count}"


def _kind(data: bytes, stated: str) -> Kind | None:
    """What the response is by its stated type, as a file of that suffix would be; else by its bytes."""
    if stated in _HTML:
        return kind_of(data)
    if starts_as_html(data):
        return "html"
    return "text" if stated == _TEXT else None


def _unpacked(data: bytes, transfer: str, content: str, limit: int) -> bytes:
    """The body without its transfer and content encodings, no more than `limit` + 1 bytes of it.

    Crawlers keep these headers where they unpacked the body already: what does not unpack stays as it is.
    """
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader

    try:
        if "chunked" in transfer:
            data = _read(ChunkedReader(io.BytesIO(data)), limit)
    except OSError:
        pass
    try:
        if content in {"gzip", "x-gzip"} and data.startswith(b"\x1f\x8b"):
            data = _read(GzipReader(io.BytesIO(data)), limit)
        elif content == "deflate":
            data = _read(GzipReader(io.BytesIO(data), zlib=True), limit)
        elif content == "br":
            data = _read(BrotliReader(io.BytesIO(data)), limit)
        elif content == "zstd" and data.startswith(b"\x28\xb5\x2f\xfd"):
            data = _read(ZstdReader(io.BytesIO(data)), limit)
    except OSError:
        pass
    return data


def _read(stream: _Readable, limit: int) -> bytes:
    pieces: list[bytes] = []
    left = limit + 1
    while left > 0 and (piece := stream.read(left)):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)


class _Readable(Protocol):
    def read(self, size: int = ...) -> bytes: ...


class _Told:
    """A stream that knows its place, as the archive reader wants it; a pipe counts what was read."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place: int = stream.tell() if _tells(stream) else 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = 0) -> int:
        self._place = self._stream.seek(offset, whence)
        return self._place

    def close(self) -> None:
        """Whoever opened the stream closes it."""


def _tells(stream: BinaryIO) -> bool:
    return hasattr(stream, "seekable") and stream.seekable()
