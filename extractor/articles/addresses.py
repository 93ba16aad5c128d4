"""The article's own address: absolute, without page numbers and the marks of campaigns."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?:)", re.IGNORECASE)
_DROPPED = re.compile(r"^(?:utm_\w*|page|showpage|single|halaman|fbclid|gclid|i|ref|amp)$", re.IGNORECASE)
_GLUED = re.compile(r"(?:utm_(?:source|medium|campaign)=|&utm_).*", re.IGNORECASE | re.DOTALL)


def clean_address(address: str | None, base: str | None = None) -> str | None:
    """The address as the page's own; null if it is none."""
    if not address or not address.strip():
        return None
    text = _ARCHIVE.sub("", address.strip())
    if base and not text.startswith(("http://", "https://")):
        text = urljoin(base, text)
    if text.startswith("//"):
        text = "https:" + text
    try:
        parts = urlsplit(text)
        if parts.scheme not in {"http", "https"} or not parts.hostname or " " in text:
            return None
    except ValueError:
        return None
    kept = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _DROPPED.match(name)
    ]
    path = re.sub(r"/{2,}", "/", _GLUED.sub("", parts.path))
    return urlunsplit((parts.scheme, parts.netloc, path, urlencode(kept), ""))
