"""What the readers hand on: a page, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extractor.errors import PageError

Kind = Literal["html", "text"]

DEFAULT_MAX_BYTES = 20_000_000
DEFAULT_MAX_CHARACTERS = 1_000_000  # of an article cut out of its page
DEFAULT_MAX_SECONDS = 20.0


@dataclass(frozen=True, slots=True)
class Given:
    """What a row says about its page beside the page itself; null where it says nothing."""

    url: str | None = None
    title: str | None = None
    published: str | None = None
    author: str | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page as scraped: its name, its bytes, and whether they are HTML or plain text.

    `charset` is what the server said the bytes are, null where nobody said.
    """

    source: str
    data: bytes
    kind: Kind
    given: Given = field(default_factory=Given)
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class FailedPage:
    """A page that cannot be read, and why."""

    source: str
    error: PageError


@dataclass(frozen=True, slots=True)
class Limits:
    """What a page may cost.

    `max_bytes` is the size of one page (one row of a file of rows) once it is unpacked, `max_seconds` the
    time that reading it may take; 0 seconds are no limit.
    """

    max_bytes: int = DEFAULT_MAX_BYTES
    max_seconds: float = DEFAULT_MAX_SECONDS
