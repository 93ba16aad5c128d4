"""So many at work at once, so many waiting for them, and nobody longer than bearable."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from extractor.web.refusal import Refusal


class Room:
    """Places for work, in the order of asking; of use in one event loop."""

    def __init__(self, places: int, waiting: int, patience: float) -> None:
        self._places = asyncio.Semaphore(places)
        self._left = places + waiting
        self._patience = patience

    @asynccontextmanager
    async def place(self, retry_after: int) -> AsyncIterator[None]:
        """A place as long as the block.  Raises Refusal where too many wait, or one has waited too long."""
        if self._left <= 0:
            raise Refusal(503, "busy", retry_after=retry_after)
        self._left -= 1
        try:
            try:
                async with asyncio.timeout(self._patience):
                    await self._places.acquire()
            except TimeoutError:
                raise Refusal(503, "busy", retry_after=retry_after) from None
            try:
                yield
            finally:
                self._places.release()
        finally:
            self._left += 1
