"""What the readers hand on: a page, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from extractor.errors import PageError
from extractor.limits import Limits as Limits  # readers and their callers take it from here

Kind = Literal["html", "text"]


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
