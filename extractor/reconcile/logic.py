"""Three-valued logic: true, false, and unknown (None).  An unknown never turns into met or failed."""

from __future__ import annotations

from collections.abc import Iterable


def all_of(outcomes: Iterable[bool | None]) -> bool | None:
    """False if one is false, else unknown if one is unknown, else true."""
    seen = tuple(outcomes)
    if False in seen:
        return False
    return None if None in seen else True


def any_of(outcomes: Iterable[bool | None]) -> bool | None:
    """True if one is true, else unknown if one is unknown, else false."""
    seen = tuple(outcomes)
    if True in seen:
        return True
    return None if None in seen else False


def agreed(outcomes: Iterable[bool | None]) -> bool | None:
    """The one answer that all give; unknown where they differ or none is given."""
    seen = set(outcomes)
    return seen.pop() if len(seen) == 1 else None
