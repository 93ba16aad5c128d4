"""What one visitor, and all of them together, may ask for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of the application; what goes over one is refused with 408, 413, 422, 429 or 503."""

    body_bytes: int = 4_000_000
    """Of one request, with the form around the page."""
    page_bytes: int = 2_000_000
    """Of one page, uploaded or pasted."""
    characters: int = 200_000
    """Of an article, once it is cut out of its page."""
    claim_characters: int = 2_000
    body_seconds: float = 30.0
    """How long the body of a request may be on its way."""
    seconds: float = 15.0
    """How long reading one page or claim may take (on systems with SIGALRM)."""
    waiting: int = 8
    """Analyses at work and waiting; one process reads them, one after the other."""
    analyses_a_minute: int = 40
    """Of one client."""
    views_a_minute: int = 600
    """Of one client."""
    browsing: int = 16
    """Pages out of the dataset made at the same time."""
