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
    readers: int = 2
    """Processes that read pages and claims, each one after the other."""
    waiting: int = 32
    """Analyses that wait for a reader, and as many views that wait for their turn."""
    patience: float = 20.0
    """Seconds that they wait."""
    analyses_a_minute: int = 40
    """Of one client."""
    views_a_minute: int = 600
    """Of one client."""
    browsing: int = 8
    """Pages out of the dataset made at the same time."""
    lock_seconds: float = 2.0
    """How long a lock of somebody else's on the dataset is waited for."""
    head_seconds: float = 10.0
    """How long a client may take to say what it wants, counted from its connection or its last answer."""
    taking_seconds: float = 30.0
    """How long a client may leave an answer lying, once no more of it fits on the way."""
    connections: int = 400
    """Connections open at the same time."""
