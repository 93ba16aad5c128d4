"""One small reader per suffix: an open file's pages."""

from __future__ import annotations

import gzip
import os
import stat
import zlib
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from extractor.errors import PageChanged, PageTooLarge, PageUnreadable
from extractor.pages.page import FailedPage, Kind, Limits, Page
from extractor.pages.parquet import read_parquet
from extractor.pages.pieces import in_pieces
from extractor.pages.prefixed import Prefixed
from extractor.pages.rows import pages_of_rows
from extractor.pages.sniff import failure_of, kind_of, starts_as_html, starts_as_rows, starts_as_warc
from extractor.pages.warc import read_warc

Reader = Callable[[BinaryIO, str, Limits], Iterator[Page | FailedPage]]

_PEEK = 65_536


def read_html(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Page | FailedPage]:
    """The whole file as one page; a file without a single tag is plain text."""
    yield _one_page(stream, source, limits, kind_of)


def read_text(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Page | FailedPage]:
    """The whole file as one page of plain text, unless it begins as an HTML document does."""
    yield _one_page(stream, source, limits, lambda data: "html" if starts_as_html(data) else "text")


def read_rows(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Page | FailedPage]:
    """JSON Lines, one page a row."""
    yield from pages_of_rows(stream, source, limits)


def read_packed_rows(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Page | FailedPage]:
    """JSON Lines packed with gzip; rows before a damaged spot are read."""
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            yield from pages_of_rows(in_pieces(unpacked), source, limits, packed=True)
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield FailedPage(source, PageUnreadable(path=source, reason=f"damaged gzip: {error}"))


def read_unnamed(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Page | FailedPage]:
    """A stream whose name says nothing: WARC, Parquet, rows, HTML or text by its first bytes."""
    head = stream.read(_PEEK)
    yield from _reader_of_head(head)(_again(head, stream), source, limits)


def _reader_of_head(head: bytes) -> Reader:
    if starts_as_warc(head):
        return READERS[".warc"]
    if head.startswith(b"\x1f\x8b"):
        return READERS[".jsonl.gz"]
    if head.startswith(b"PAR1"):
        return READERS[".parquet"]
    return READERS[".jsonl" if starts_as_rows(head) else ".html"]


def _again(head: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream from its beginning, from which `head` was taken."""
    if stream.seekable():
        stream.seek(-len(head), 1)
        return stream
    return cast(BinaryIO, Prefixed(head, stream))


def _unchanged(reader: Reader) -> Reader:
    """The reader, with one failed page behind all others where the file is not what it was at the beginning.

    Cut at the end of a row while it is read, it would lose pages without a word.
    """

    def read(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Page | FailedPage]:
        before = _state(stream)
        yield from reader(stream, source, limits)
        if _state(stream) != before:
            yield FailedPage(source, PageChanged(path=source))

    return read


def _state(stream: BinaryIO) -> tuple[int, int] | None:
    """Size and time of a file on disk; null for all else."""
    try:
        seen = os.fstat(stream.fileno())
    except (OSError, AttributeError):
        return None
    return (seen.st_size, seen.st_mtime_ns) if stat.S_ISREG(seen.st_mode) else None


READERS: dict[str, Reader] = {
    ".html": read_html,
    ".htm": read_html,
    ".txt": read_text,
    ".jsonl": _unchanged(read_rows),
    ".jsonl.gz": _unchanged(read_packed_rows),
    ".warc": _unchanged(read_warc),
    ".warc.gz": _unchanged(read_warc),
    ".parquet": _unchanged(read_parquet),
}


def reader_of(name: str) -> Reader | None:
    """The reader of the longest suffix that the name ends with, in any case; else null."""
    lower = name.lower()
    fitting = [suffix for suffix in READERS if lower.endswith(suffix)]
    return READERS[max(fitting, key=len)] if fitting else None


def _one_page(
    stream: BinaryIO, source: str, limits: Limits, kind: Callable[[bytes], Kind]
) -> Page | FailedPage:
    before = _state(stream)
    data = _read_up_to(stream, limits.max_bytes + 1)
    if _state(stream) != before:
        return FailedPage(source, PageChanged(path=source))
    if len(data) > limits.max_bytes:
        return FailedPage(source, PageTooLarge(size=_size(stream, len(data)), limit=limits.max_bytes))
    error = failure_of(data)
    return FailedPage(source, error) if error is not None else Page(source, data, kind(data))


def _read_up_to(stream: BinaryIO, size: int) -> bytes:
    """`size` bytes, or all there are: a pipe gives them in pieces."""
    pieces = []
    while size > 0 and (piece := stream.read(size)):
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)


def _size(stream: BinaryIO, read: int) -> int:
    """Bytes in a file that was read in part; of a pipe nobody knows more than what was read."""
    try:
        return stream.seek(0, 2)
    except (OSError, AttributeError):
        return read
