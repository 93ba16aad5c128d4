"""Before every page: who may ask, how much and how often, and what browsers may do with the answers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from extractor.web.limits import Limits
from extractor.web.rates import Rate
from extractor.web.refusal import Refusal

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
DRAINED = 8
"""A body over the limit is read on, and thrown away, up to so many limits: a browser that is still sending
shows no answer."""

_HOST = re.compile(r"([a-z0-9.-]+|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")

Refuse = Callable[[Scope, Refusal], Response]


class Shield:
    """The middleware around the application."""

    def __init__(self, app: ASGIApp, limits: Limits, hosts: frozenset[str] | None, refuse: Refuse) -> None:
        self._app = app
        self._limits = limits
        self._hosts = hosts
        self._refuse = refuse
        self._views = Rate(limits.views_a_minute)
        self._analyses = Rate(limits.analyses_a_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        send = _with_headers(scope, send)
        try:
            headers = Headers(scope=scope)
            self._known_host(headers)
            _own_origin(scope["method"], headers)
            self._not_too_often(scope)
            body = await self._body(headers, receive)
        except Refusal as refusal:
            answer = self._refuse(scope, refusal)
            answer.headers["Connection"] = "close"  # the rest of the request may be unread
            await answer(scope, receive, send)
            return
        await self._app(scope, _replayed(body, receive), send)

    def _known_host(self, headers: Headers) -> None:
        """A foreign name that points here (DNS rebinding) is not served."""
        if self._hosts is not None and _hostname(headers.get("host", "")) not in self._hosts:
            raise Refusal(403, "foreign_host")

    def _not_too_often(self, scope: Scope) -> None:
        if scope["path"].startswith("/static/"):
            return
        rate = self._views if scope["method"] in ("GET", "HEAD") else self._analyses
        seconds = rate.wait(scope["client"][0] if scope.get("client") else "")
        if seconds:
            raise Refusal(429, "too_often", retry_after=seconds)

    async def _body(self, headers: Headers, receive: Receive) -> bytes:
        """The whole body, counted as it comes: its declared length may be missing or untrue."""
        limit = self._limits.body_bytes
        declared = headers.get("content-length", "")
        if declared.isdigit() and int(declared) > limit * DRAINED:
            raise Refusal(413, "too_large", limit=limit)
        try:
            async with asyncio.timeout(self._limits.body_seconds):
                return await _collected(receive, limit)
        except TimeoutError:
            raise Refusal(408, "too_slow") from None


async def _collected(receive: Receive, limit: int) -> bytes:
    kept, size = bytearray(), 0
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise Refusal(400, "gone")
        part = message.get("body", b"")
        size += len(part)
        if size <= limit:
            kept += part
        if not message.get("more_body", False) or size > limit * DRAINED:
            if size > limit:
                raise Refusal(413, "too_large", limit=limit)
            return bytes(kept)


def _replayed(body: bytes, receive: Receive) -> Receive:
    """Gives the body in one piece, then whatever comes after it."""
    given = False

    async def replay() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return replay


def _own_origin(method: str, headers: Headers) -> None:
    """Only our own pages, and programs that are no browsers, may send something."""
    if method in ("GET", "HEAD", "OPTIONS"):
        return
    fetched, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if fetched is not None:
        foreign = fetched not in ("same-origin", "none")
    else:
        foreign = origin is not None and _authority(origin) != headers.get("host", "").lower()
    if foreign:
        raise Refusal(403, "foreign_origin")


def _authority(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc.lower()
    except ValueError:
        return None


def _hostname(host: str) -> str | None:
    """The name of a Host header; None for one with anything but a name and a port."""
    found = _HOST.fullmatch(host.lower())
    return found[1].strip("[]") if found else None


def _with_headers(scope: Scope, send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers["Cache-Control"] = "no-cache" if scope["path"].startswith("/static/") else "no-store"
        await send(message)

    return guarded
