"""Many users at once, each at an address of its own, and how long their answers took."""

from __future__ import annotations

import asyncio
import math
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

import httpx

from tests.load.journeys import JOURNEYS
from tests.load.server import Server

PATIENCE = 60.0
"""Seconds that a user waits for one answer."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many users, for how long, and how many requests at most; `pause` is the mean between journeys."""

    users: int
    seconds: float
    requests: int
    pause: float


@dataclass(slots=True)
class Taken:
    """Seconds of each answer by the name of its request, with its status ("lost" where none came)."""

    answers: dict[str, list[tuple[float, str]]] = field(default_factory=dict)
    asked: int = 0
    seconds: float = 0.0

    def rows(self) -> list[dict[str, Any]]:
        """One row a kind of request, and one for all."""
        everything = [answer for answers in self.answers.values() for answer in answers]
        rows = [_row(name, answers) for name, answers in sorted(self.answers.items())]
        return [*rows, _row("all", everything)]


def _row(name: str, answers: Sequence[tuple[float, str]]) -> dict[str, Any]:
    times = sorted(seconds * 1000 for seconds, _ in answers)
    statuses = Counter(status for _, status in answers)
    return {
        "request": name,
        "answers": len(answers),
        **{f"p{share} ms": round(percentile(times, share)) for share in (50, 95, 99)},
        "max ms": round(times[-1]) if times else 0,
        "status": ", ".join(f"{status} × {count}" for status, count in sorted(statuses.items())),
    }


def percentile(ordered: Sequence[float], share: int) -> float:
    """The smallest value that so many percent do not exceed (nearest rank)."""
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)] if ordered else 0.0


async def measured(server: Server, bounds: Bounds) -> Taken:
    """Lets the users loose, and waits for the last of their answers."""
    taken = Taken()
    watching = asyncio.create_task(server.watch())
    start = time.perf_counter()
    await asyncio.gather(*(_user(number, server, bounds, taken, start) for number in range(bounds.users)))
    taken.seconds = time.perf_counter() - start
    watching.cancel()
    return taken


async def _user(number: int, server: Server, bounds: Bounds, taken: Taken, start: float) -> None:
    """Journey after journey; limits hold for each client, so that each user is one."""
    chance = Random(number)
    own = httpx.AsyncHTTPTransport(local_address=f"127.0.{number // 250}.{number % 250 + 2}")
    async with httpx.AsyncClient(transport=own, base_url=server.address, timeout=PATIENCE) as client:

        async def ask(name: str, method: str, path: str, **given: Any) -> bytes:
            taken.asked += 1
            began = time.perf_counter()
            try:
                answer = await client.request(method, path, **given)
                status, body = str(answer.status_code), answer.content
            except httpx.HTTPError:
                status, body = "lost", b""
            taken.answers.setdefault(name, []).append((time.perf_counter() - began, status))
            return body

        await asyncio.sleep(chance.uniform(0, bounds.pause))  # people do not come in step
        while time.perf_counter() - start < bounds.seconds and taken.asked < bounds.requests:
            journey = chance.choices(list(JOURNEYS), list(JOURNEYS.values()))[0]
            await journey(ask, chance)
            await asyncio.sleep(chance.uniform(0, 2 * bounds.pause))
