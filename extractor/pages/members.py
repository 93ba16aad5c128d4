"""Where the next whole record of a WARC file begins, past damage; and whether the last one ends."""

from __future__ import annotations

import zlib
from typing import BinaryIO

_GZIP = b"\x1f\x8b\x08"
_PLAIN = b"\r\n\r\nWARC/1."
_AHEAD = 4  # its line ends belong to the record before
_CHUNK = 1 << 20
_GZIP_WINDOW = 31  # zlib's word for: a gzip member with its header
_PROOF = 1 << 28  # so many bytes of a member must unpack to believe in it; no bomb is unpacked to its end


def next_record(stream: BinaryIO, start: int) -> int | None:
    """The first byte at or after `start` where a whole record begins; null where none does.

    How the file begins says which records are looked for first, packed or plain ones.
    """
    stream.seek(0)
    ways = (_next_plain, _next_packed) if stream.read(5) == b"WARC/" else (_next_packed, _next_plain)
    return next((found for way in ways if (found := way(stream, start)) is not None), None)


def _next_packed(stream: BinaryIO, start: int) -> int | None:
    place: int | None = start
    while place is not None and (place := _find(stream, _GZIP, place)) is not None:
        if _is_record(stream, place):
            return place
        place += 1
    return None


def _next_plain(stream: BinaryIO, start: int) -> int | None:
    found = _find(stream, _PLAIN, max(start - _AHEAD, 0))
    return None if found is None else found + _AHEAD


def cut_short(stream: BinaryIO, start: int) -> bool:
    """Whether the packed records from `start` on end inside a gzip member."""
    stream.seek(start)
    if stream.read(2) != _GZIP[:2]:
        return False
    stream.seek(start)
    unpack = zlib.decompressobj(_GZIP_WINDOW)
    data = b""
    began = False
    while data or (data := stream.read(_CHUNK)):
        if not began and not data.startswith(_GZIP[:1]):
            return False  # padding after the last member
        began = True
        try:
            unpack.decompress(data, _CHUNK)
        except zlib.error:
            return True
        data = unpack.unconsumed_tail
        if unpack.eof:
            data, unpack, began = unpack.unused_data, zlib.decompressobj(_GZIP_WINDOW), False
    return began


def _find(stream: BinaryIO, mark: bytes, place: int) -> int | None:
    """The first byte of `mark` at or after `place`."""
    stream.seek(place)
    kept = b""
    while chunk := stream.read(_CHUNK):
        data = kept + chunk
        found = data.find(mark)
        if found >= 0:
            return place + found
        kept = data[len(data) - len(mark) + 1 :]
        place += len(data) - len(kept)
    return None


def _is_record(stream: BinaryIO, place: int) -> bool:
    """Whether a gzip member with a record in it begins here, and unpacks to its end."""
    stream.seek(place)
    unpack = zlib.decompressobj(_GZIP_WINDOW)
    size, data = 0, b""
    try:
        while not unpack.eof and size < _PROOF and (data or (data := stream.read(_CHUNK))):
            piece = unpack.decompress(data, _CHUNK)
            if size == 0 and piece and not piece.startswith(b"WARC/"[: len(piece)]):
                return False
            size += len(piece)
            data = unpack.unconsumed_tail
    except zlib.error:
        return False
    return size > 0 and (unpack.eof or size >= _PROOF)
