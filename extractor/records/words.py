"""Phrases looked up as plain words around a number: which stands nearest."""

from __future__ import annotations

import re
from functools import cache

from extractor.pipes.lexicon import lexicon

GIVEN_TO = frozenset(["kepada", "untuk", "bagi"])  # before whoever an award goes to


@cache
def pattern(group: str, name: str) -> re.Pattern[str]:
    """Any phrase of a list in `patterns/figures.yaml`, longest first."""
    table = lexicon("figures")
    words = table[group][name] if group else table[name]
    forms = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def occurs(name: str, text: str) -> bool:
    """Whether a phrase of the list stands in `text`."""
    return pattern("", name).search(text) is not None
