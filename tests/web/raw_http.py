"""Requests byte by byte, as no polite client sends them."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

PATIENCE = 30.0


@contextmanager
def wired(address: str, receive_buffer: int | None = None) -> Iterator[socket.socket]:
    """A connection to the server."""
    place = urlsplit(address)
    wire = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if receive_buffer is not None:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
    wire.settimeout(PATIENCE)
    with wire:
        wire.connect((place.hostname, place.port))
        yield wire


def exchange(address: str, *pieces: bytes) -> bytes:
    """All that the server says to the pieces; it must end the connection in time."""
    with wired(address) as wire:
        send(wire, pieces)
        return received(wire)


def send(wire: socket.socket, pieces: Iterable[bytes]) -> None:
    """Sends until the server has ended the connection."""
    try:
        for piece in pieces:
            wire.sendall(piece)
    except OSError:
        pass


def received(wire: socket.socket) -> bytes:
    """What comes until the server ends the connection; a server that only waits is a TimeoutError."""
    answer = b""
    while True:
        try:
            part = wire.recv(65536)
        except TimeoutError:
            raise
        except OSError:
            return answer
        if not part:
            return answer
        answer += part


def status(answer: bytes) -> int:
    """The status of the first answer."""
    return int(answer.split(b" ", 2)[1])


def headers(answer: bytes) -> list[str]:
    """The lines of the first answer's head, without its status."""
    return answer.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]


def get(path: str, host: str = "127.0.0.1", more: str = "") -> bytes:
    """A request whose path goes out as it is written."""
    head = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{more}\r\n"
    return head.encode("latin-1")
