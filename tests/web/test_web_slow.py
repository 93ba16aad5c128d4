"""Clients that take their time, on purpose or not: they are given up, and nobody else waits for them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from itertools import chain, repeat

import httpx
import pytest
from raw_http import exchange, received, send, status, wired
from web_server import served

from extractor.web import Limits

HASTY = Limits(
    head_seconds=0.5,
    body_seconds=0.5,
    taking_seconds=0.5,
    views_a_minute=100_000,
    analyses_a_minute=100_000,
)
MANY = 60


@pytest.fixture(scope="module")
def hasty() -> Iterator[str]:
    with served(None, HASTY) as address:
        yield address


def dripping(start: bytes, drop: bytes, most: int = 2000) -> Iterator[bytes]:
    """Pieces that come so slowly that the request never ends, yet never rests."""
    for piece in chain([start], repeat(drop, most)):
        yield piece
        time.sleep(0.02)


def test_a_client_that_says_nothing_is_given_up(hasty: str) -> None:
    assert exchange(hasty) == b""


def test_a_head_that_never_ends_is_given_up(hasty: str) -> None:
    with wired(hasty) as wire:
        send(wire, dripping(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", b"X-A: b\r\n"))
        assert received(wire) == b""


def test_the_second_request_on_a_connection_has_no_more_time_than_the_first(hasty: str) -> None:
    with wired(hasty) as wire:
        wire.sendall(b"GET /static/icon.svg HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert wire.recv(65536).startswith(b"HTTP/1.1 200")
        send(wire, dripping(b"GET / HTTP/1.1\r\n", b"X-A: b\r\n"))
        assert b"HTTP/1.1" not in received(wire)


def test_a_body_that_drips_is_answered_and_given_up(hasty: str) -> None:
    start = b"POST /klaim HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n\r\n"
    with wired(hasty) as wire:
        wire.sendall(start)
        answer = received(wire)
    assert status(answer) == 408
    chunked = b"POST /klaim HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n"
    with wired(hasty) as wire:
        send(wire, dripping(chunked, b"1\r\nx\r\n"))
        answer = received(wire)
    assert (
        answer == b"" or status(answer) == 408
    )  # what was said to one who still sends may be lost on the way


def test_many_slow_clients_keep_nobody_out() -> None:
    with served(None, replace(HASTY, head_seconds=60, body_seconds=60)) as address, ExitStack() as stack:
        for _ in range(MANY):
            wire = stack.enter_context(wired(address))
            wire.sendall(b"POST /klaim HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nx")
            stack.enter_context(wired(address)).sendall(b"GET / HTTP/1.1\r\nHost:")
        assert httpx.get(address, timeout=60).status_code == 200
        claim = {"claim": "UHC Awards 2026 digelar Selasa, 27 Januari 2026."}
        assert httpx.post(f"{address}/api/check", json=claim, timeout=60).status_code == 200


def test_more_connections_than_there_may_be_are_503() -> None:
    with served(None, Limits(connections=5, head_seconds=60)) as address, ExitStack() as stack:
        for _ in range(5):
            stack.enter_context(wired(address)).sendall(b"GET / HTTP/1.1\r\nHost:")
        assert httpx.get(address, timeout=60).status_code == 503


def test_an_answer_that_nobody_takes_is_given_up(hasty: str) -> None:
    lines = "Kabupaten Balangan meraih UHC Awards 2026.\n\n" + "Warga hadir di alun-alun pagi itu.\n" * 5000
    form = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n' + lines.encode() + b"\r\n--x--\r\n"
    head = (
        "POST /artikel HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: multipart/form-data; boundary=x\r\n"
        f"Content-Length: {len(form)}\r\n\r\n"
    )
    with wired(hasty, receive_buffer=4096) as wire:
        wire.sendall(head.encode() + form)
        first = wire.recv(1000)
        assert status(first) == 200
        length = int(first.lower().partition(b"content-length: ")[2].split(b"\r\n")[0])
        time.sleep(3)
        assert len(received(wire)) < length
    assert httpx.get(hasty, timeout=60).status_code == 200
