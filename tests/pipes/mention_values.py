"""Mentions as plain values, for the tests of all pipes."""

from __future__ import annotations

from typing import Any, Protocol

VALUE = {
    "dates": "date",
    "regions": "region",
    "officials": "person",
    "programmes": "programme",
    "tiers": "tier",
    "venues": "venue",
    "quantities": "quantity",
}


class Mentions(Protocol):
    """(words, value) of each mention of a kind in a text."""

    def __call__(self, text: str, kind: str) -> list[tuple[str, Any]]: ...
