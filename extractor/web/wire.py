"""The server around the application: connections that give and take in time, on a socket of this machine."""

from __future__ import annotations

import asyncio
import socket
from functools import partial
from typing import Any

import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from extractor.web.limits import Limits

BACKLOG = 128
KEPT_SECONDS = 10
"""How long a connection stays open for the next request."""
SENT_AHEAD = 1 << 17
"""Bytes of an answer that the system takes ahead of its client; left alone, it takes megabytes of each."""
ENDING_SECONDS = 20
"""How long the end of the server waits for answers under way."""


def make_server(app: FastAPI) -> uvicorn.Server:
    """The server of an application of `make_app`; `run(sockets=[listening(…)])` serves."""
    limits: Limits = app.state.limits
    return uvicorn.Server(
        uvicorn.Config(
            app,
            http=partial(Wire, limits=limits),  # type: ignore[arg-type]  # called as the class would be
            ws="none",
            log_level="warning",
            server_header=False,
            proxy_headers=False,  # what a client says of its address is not believed
            timeout_keep_alive=KEPT_SECONDS,
            timeout_graceful_shutdown=ENDING_SECONDS,
            limit_concurrency=limits.connections,
        )
    )


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens at the address."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio sends small answers at once only where the protocol is named
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SENT_AHEAD)
        made.bind((host, port))
        made.listen(BACKLOG)
    except OSError:
        made.close()
        raise
    return made


class Wire(H11Protocol):
    """A connection that is ended where its client takes too long to say what it wants or to take an answer.

    The body of a request has its own time in the application, which can answer.
    """

    def __init__(self, *given: Any, limits: Limits, **named: Any) -> None:
        super().__init__(*given, **named)
        self._limits = limits
        self._head: asyncio.TimerHandle | None = None
        self._taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._watch()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop(self._head, self._taking)
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._taking = self.loop.call_later(self._limits.taking_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._stop(self._taking)

    def timeout_keep_alive_handler(self) -> None:
        super().timeout_keep_alive_handler()
        self.transport.abort()  # closing would wait for a client that takes nothing

    def _watch(self) -> None:
        """Counts the time between the last answer, or the connection, and the end of the next head."""
        expected = self.cycle is None or self.cycle.response_complete
        if not expected:
            self._stop(self._head)
            self._head = None
        elif self._head is None and not self.transport.is_closing():
            self._head = self.loop.call_later(self._limits.head_seconds, self._late)

    def _late(self) -> None:
        self._head = None
        self.transport.abort()

    @staticmethod
    def _stop(*timers: asyncio.TimerHandle | None) -> None:
        for timer in timers:
            if timer is not None:
                timer.cancel()
