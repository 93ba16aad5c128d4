"""What one page may cost: every limit of a run, with its default, in one place."""

from __future__ import annotations

from dataclasses import dataclass

DEEPEST = 2_000
"""Levels of a tree that can be asked for: libxml2 stops reading a page at the 2,048th."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Each field is an option of `extract`, `build` and `check`; a page over one fails with the code named.

    docs/robustness.md has them as a table.
    """

    max_bytes: int = 20_000_000
    """Of one page, or one row of a file of rows, once it is unpacked: `page.too_large`."""
    max_inflated: int = 1_000_000_000
    """Bytes that are unpacked on the way to one page's end, read or passed over: `page.too_inflated`."""
    max_depth: int = 1_000
    """Elements of a page inside each other: `page.too_deep`."""
    max_characters: int = 1_000_000
    """Of an article's title or text, cut out of its page: `page.too_long`."""
    max_seconds: float = 20.0
    """For reading one page, 0 for no limit: `page.timeout`."""


DEFAULTS = Limits()
