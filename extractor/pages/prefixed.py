"""A stream with bytes put back in front of it."""

from __future__ import annotations

from typing import BinaryIO


class Prefixed:
    """A stream with the bytes already taken from it put back in front."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        if not self._head:
            return self._stream.read(size)
        if size < 0:
            taken, self._head = self._head + self._stream.read(), b""
            return taken
        taken, self._head = self._head[:size], self._head[size:]
        return taken

    def readline(self, size: int = -1) -> bytes:
        end = self._head.find(b"\n") + 1
        if end and (size < 0 or end <= size):
            return self.read(end)
        if 0 <= size <= len(self._head):
            return self.read(size)
        taken, self._head = self._head, b""
        return taken + self._stream.readline(size if size < 0 else size - len(taken))

    def seekable(self) -> bool:
        return False
