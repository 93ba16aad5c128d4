"""What a stated number may be, and whether all, some or none of that meets a bar.

"Di atas 98" may be any number above 98: it meets `>= 98` and `> 98`, says nothing on `>= 99`, fails `<= 98`.
"Mendekati 100" is a figure below 100 and fails every bar of 100.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from extractor.model import Op

ABOUT = 0.02
"""How far from the truth "sekitar N" may be, as a share of N."""


class Span(NamedTuple):
    """An interval of numbers; an open end leaves its bound out."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False


def possible(op: Op, value: float) -> Span:
    """The numbers that "op value" may stand for."""
    if op == "~":
        return Span(value - abs(value) * ABOUT, value + abs(value) * ABOUT)
    if op == "=":
        return Span(value, value)
    if op in (">", ">="):
        return Span(value, math.inf, low_open=op == ">")
    return Span(-math.inf, value, high_open=op == "<")


def meets(stated: Span, bar: Span) -> bool | None:
    """True if every number of `stated` lies in `bar`, False if none does, else unknown."""
    if _inside(stated, bar):
        return True
    return None if _touch(stated, bar) else False


def _inside(stated: Span, bar: Span) -> bool:
    low = stated.low > bar.low or (stated.low == bar.low and (stated.low_open or not bar.low_open))
    high = stated.high < bar.high or (stated.high == bar.high and (stated.high_open or not bar.high_open))
    return low and high


def _touch(a: Span, b: Span) -> bool:
    low, high = max(a.low, b.low), min(a.high, b.high)
    return low < high or (low == high and _holds(a, low) and _holds(b, low))


def _holds(span: Span, value: float) -> bool:
    above = value > span.low or (value == span.low and not span.low_open)
    below = value < span.high or (value == span.high and not span.high_open)
    return above and below
