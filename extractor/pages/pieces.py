"""A packed stream read in large pieces: Python's own reader hands out 8 KB at a time."""

from __future__ import annotations

import io
from typing import BinaryIO, cast

_PIECE = 1 << 18


class _Pieces(io.RawIOBase):
    """What one step of unpacking gives, so that all before a damaged spot is handed on before it is met."""

    def __init__(self, unpacked: io.BufferedIOBase) -> None:
        self._unpacked = unpacked

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        piece = self._unpacked.read1(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def in_pieces(unpacked: io.BufferedIOBase) -> BinaryIO:
    """The stream with a buffer that holds a row or two."""
    return cast(BinaryIO, io.BufferedReader(_Pieces(unpacked), _PIECE))
