"""When one value of a field contains another: "2026-01-27" says what "2026-01" says, and more."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

from rapidfuzz import fuzz

from extractor.programmes.model import Edition
from extractor.reconcile import venues

Covers = Callable[[str, str], bool]
"""covers(a, b): whoever says `a` cannot deny `b`.  Both ways: two wordings of one value."""

ALIKE_VENUE = 85


def equal(one: str, other: str) -> bool:
    return one == other


def date_covers(one: str, other: str) -> bool:
    """A day covers its month and year."""
    return one == other or one.startswith(f"{other}-")


def number_covers(one: str, other: str) -> bool:
    """A number covers what it is when rounded: 732.65 covers 732.7 and 733."""
    if one == other:
        return True
    digits, coarse = _digits(one), _digits(other)
    return coarse < digits and abs(float(one) - float(other)) <= 0.5000001 * 10**-coarse


def _digits(number: str) -> int:
    return len(number.partition(".")[2])


def venue_covers(cities: dict[str, str | None], edition: Edition | None) -> Covers:
    """How venues cover each other; `cities` holds each venue's city as stated, where one is."""
    return partial(_venue_covers, cities, edition)


def _venue_covers(cities: dict[str, str | None], edition: Edition | None, one: str, other: str) -> bool:
    if _squeezed(one) == _squeezed(other):
        return True
    if _is_city(other, cities):
        if _is_city(one, cities):
            return _within(_squeezed(one), _squeezed(other))
        city = cities.get(one)
        return (
            city is None
            or _within(_squeezed(city), _squeezed(other))
            or _within(_squeezed(one), _squeezed(other))
        )
    if _is_city(one, cities):
        return False
    if edition is not None and venues.agrees(one, edition) and venues.agrees(other, edition):
        return True
    return _same_place(one, other)


def _is_city(venue: str, cities: dict[str, str | None]) -> bool:
    city = cities.get(venue)
    return city is not None and _squeezed(city) == _squeezed(venue)


def _within(one: str, other: str) -> bool:
    return one in other or other in one


@lru_cache(maxsize=16_384)
def _same_place(one: str, other: str) -> bool:
    """Whether two names share a telling word or nearly a spelling; names of generic words deny nothing."""
    a, b = venues.words(one), venues.words(other)
    if not a or not b or a & venues.VIRTUAL or b & venues.VIRTUAL:
        return True
    return (
        any(len(word) >= 4 for word in a & b)
        or fuzz.token_set_ratio(one.lower(), other.lower()) >= ALIKE_VENUE
    )


def _squeezed(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
