"""Colours of the charts: steps for numbers, tiers from the highest down, letters to read on them."""

from __future__ import annotations

from typing import Final

STEPS: Final = ("#d5e6ee", "#a3c9da", "#6aa5c0", "#2f7599", "#12486b")
"""From few to many."""

TIERS: Final = ("#12486b", "#23748f", "#3f9d97", "#7cbf8e", "#b9d88b", "#e3e29a", "#f3ead0")
"""From the highest to the lowest."""

UNKNOWN: Final = "#a9afb7"
"""Of awards without a tier."""

ON_LIGHT: Final = "#10161c"
ON_DARK: Final = "#ffffff"


def tier_colours(count: int) -> list[str]:
    """As many colours as there are tiers, spread so that few tiers differ much."""
    if count <= 1:
        return list(TIERS[:count])
    last = len(TIERS) - 2 if count < len(TIERS) else len(TIERS) - 1
    return [TIERS[min(round(place * last / (count - 1)), last)] for place in range(count)]


def bins(largest: int) -> list[tuple[int, int]]:
    """Ranges of whole numbers from 1 to `largest`, at most one for each of STEPS."""
    width = max(1, -(-largest // len(STEPS)))
    return [(low, min(low + width - 1, largest)) for low in range(1, largest + 1, width)]


def step_colours(count: int) -> list[str]:
    """Colours of `count` ranges, the last one always the darkest."""
    return list(STEPS[len(STEPS) - count :])


def letters_on(colour: str) -> str:
    """Black or white, whichever is read better on the colour."""
    return max((ON_LIGHT, ON_DARK), key=lambda ink: contrast(ink, colour))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours `#rrggbb` by WCAG 2, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
