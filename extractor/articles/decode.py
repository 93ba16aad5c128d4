"""Page bytes to text: the truth before the declaration, the declaration before a guess."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from extractor.pages.sniff import utf16_of

_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*+["']?\s*+([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_HEAD = 4096
_GUESS = 32_768
# What a page calls Latin-1 or ASCII is windows-1252 to every browser.
_WIDENED = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254"}
# Bytes 80-9F of windows-1252 that came out as C1 controls; five of them have no character and are dropped.
C1_TO_CP1252: dict[int, str | None] = {
    code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)
}


def decode(data: bytes, charset: str | None = None) -> str:
    """The page as text: UTF-8 if it is, else by its mark, its declared charset, a guess; never an error.

    `charset` is what the server said; what the page itself declares comes before it.
    """
    codec = utf16_of(data)
    if codec is not None:
        return data.decode(codec, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _torn(data, error):
            return data.decode("utf-8-sig", "ignore")
    return _by_charset(data, charset)


def _torn(data: bytes, error: UnicodeDecodeError) -> bool:
    """UTF-8 with few wrong bytes (a page cut in a character, one foreign byte) is still UTF-8."""
    if error.start >= len(data) - 4:
        return True
    wrong = data.decode("utf-8", "replace").count("\ufffd")
    right = sum(1 for _ in re.finditer(rb"[\xc2-\xf4][\x80-\xbf]+", data))
    return right >= 3 and wrong * 10 <= right


def _by_charset(data: bytes, charset: str | None) -> str:
    declared = declared_codec(data) or (codec_of(charset) if charset else None)
    if declared is not None and declared not in {"utf-8", "utf-16", "utf-16-le", "utf-16-be"}:
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            pass
    best = from_bytes(data[:_GUESS]).best()
    for codec in ("cp1252", best.encoding if best is not None else None):
        if codec is not None:
            try:
                return data.decode(codec)
            except (UnicodeDecodeError, LookupError):
                continue
    return data.decode("cp1252", "replace")


def declared_codec(data: bytes) -> str | None:
    """The codec that the page's first bytes name, if Python has it and it turns bytes into text."""
    found = _DECLARED.search(data[:_HEAD])
    return codec_of(found[1].decode("ascii")) if found is not None else None


def codec_of(charset: str) -> str | None:
    """The codec of that name, if Python has it and it turns bytes into text."""
    try:
        info = codecs.lookup(charset)
        "".encode(info.name)
    except (LookupError, UnicodeError, ValueError):
        return None
    return _WIDENED.get(info.name, info.name)
