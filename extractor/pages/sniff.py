"""What bytes are, by their first characters: HTML, plain text, rows, or nothing to read."""

from __future__ import annotations

import re
import zlib

from extractor.errors import PageBinary, PageEmpty, PageError
from extractor.pages.page import Kind

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"BM\x00", "a BMP image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio file"),
    (b"SQLite format 3\x00", "a SQLite file"),
    (b"PAR1", "a Parquet file"),
    (b"wOFF", "a font"),
    (b"wOF2", "a font"),
)
_BOMS = (b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")
_TAG = re.compile(
    rb"<(?:!doctype|html|head|body|title|meta|link|div|p|br|h[1-6]|span|article|section|main|table|ul|ol|li|a"
    rb"|b|i|strong|em|img|figure|script)\b",
    re.IGNORECASE,
)
_STARTS_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*+<(?:!doctype\s+html|html)\b", re.I | re.S)
_HEAD = 4096


def utf16_of(data: bytes) -> str | None:
    """The UTF-16 codec of the bytes by their mark or by the zeros of Latin letters; else null."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) and not data.startswith(b"\xff\xfe\x00\x00"):
        return "utf-16"
    head = data[: _HEAD - _HEAD % 2]
    half = len(head) // 2
    if half < 4:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd >= 0.7 * half and even <= 0.05 * half:
        return "utf-16-le"
    if even >= 0.7 * half and odd <= 0.05 * half:
        return "utf-16-be"
    return None


def failure_of(data: bytes) -> PageError | None:
    """Why the bytes are no page: empty, or binary by their first bytes or their share of zeros."""
    if not data:
        return PageEmpty()
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return PageBinary(kind=kind)
    if data[:4] == b"RIFF" and data[8:12] in {b"WEBP", b"AVI ", b"WAVE"}:
        return PageBinary(kind="an image, sound or film")
    if data[4:8] == b"ftyp":
        return PageBinary(kind="an image or film")
    if utf16_of(data) is None and data.count(0) * 1000 > len(data):
        return PageBinary(kind="binary data")
    return None


def kind_of(data: bytes) -> Kind:
    """HTML if a tag is among the bytes, plain text otherwise."""
    codec = utf16_of(data)
    if codec is not None:
        data = data.decode(codec, "replace").encode("utf-8", "replace")
    tag = _TAG.search(data)
    return "html" if tag and data.find(b">", tag.end()) >= 0 else "text"


def starts_as_html(data: bytes) -> bool:
    """Whether the bytes begin as a whole HTML document does."""
    return _STARTS_HTML.match(data[:_HEAD].lstrip(b"\xef\xbb\xbf")) is not None


def starts_as_rows(data: bytes) -> bool:
    """Whether the bytes begin as JSON Lines do: with an object."""
    return re.match(rb'\s*\{\s*(?:"|\}|$)', data[:_HEAD].removeprefix(_BOMS[2])) is not None


def starts_as_warc(data: bytes) -> bool:
    """Whether the bytes begin as a WARC file does, packed with gzip or not."""
    if data.startswith(b"\x1f\x8b"):
        try:
            data = zlib.decompressobj(31).decompress(data, 16)
        except zlib.error:
            return False
    return data.startswith(b"WARC/")
