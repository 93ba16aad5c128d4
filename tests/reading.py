"""How the tests read an article given as its parts."""

from __future__ import annotations

from typing import Protocol

from extractor.model import Result


class Read(Protocol):
    """The result of an article, without a page around it."""

    def __call__(self, text: str, title: str | None = None, published: str | None = None) -> Result: ...
