"""Which articles are copies of one text: a release printed by several outlets is one independent source.

Banding brings together articles that are probably alike; the whole sketches then decide.  In a band every
article is compared with the first few of its bucket only, so the cost stays that of sorting, n log n, however
many copies there are; the outcome depends on the set of articles and not on their order.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np

ALIKE: Final = 0.5
"""Share of common shingles (Jaccard) from which two articles are copies: a release with another town, person
and numbers keeps two thirds of its shingles, independent articles share less than a fifth."""

BANDS: Final = 32
BAND_BYTES: Final = 16
"""Four values of four bytes: texts alike by half meet in a band with .87, by two thirds with .999."""

FIRST: Final = 8


def find_copies(db: sqlite3.Connection) -> dict[str, str]:
    """Article id -> id of its family (the least id in it), for articles that have copies."""
    families = _Families()
    sketch = lru_cache(maxsize=20_000)(lambda article: _sketch(db, article))
    for band in range(BANDS):
        query = "SELECT substr(minhash, ?, ?) AS key, article_id FROM signatures ORDER BY key, article_id"
        rows = db.execute(query, (band * BAND_BYTES + 1, BAND_BYTES))
        for _, bucket in groupby(rows, key=lambda row: row[0]):
            firsts: list[str] = []
            for _, article in bucket:
                for other in firsts:
                    if families.joined(article, other) or _alike(sketch(article), sketch(other)):
                        families.join(article, other)
                        break
                else:
                    if len(firsts) < FIRST:
                        firsts.append(article)
    return families.members()


def _sketch(db: sqlite3.Connection, article: str) -> np.ndarray:
    import numpy as np

    row = db.execute("SELECT minhash FROM signatures WHERE article_id = ?", (article,)).fetchone()
    return np.frombuffer(row[0], dtype="<u4")


def _alike(one: np.ndarray, other: np.ndarray) -> bool:
    return float((one == other).mean()) >= ALIKE


class _Families:
    """Disjoint sets of articles, each known by its least id."""

    def __init__(self) -> None:
        self._parent: dict[str, str] = {}

    def joined(self, one: str, other: str) -> bool:
        return one in self._parent and self._root(one) == self._root(other)

    def join(self, one: str, other: str) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        self._parent[high] = low
        self._parent.setdefault(low, low)

    def members(self) -> dict[str, str]:
        return {article: self._root(article) for article in sorted(self._parent)}

    def _root(self, article: str) -> str:
        path = []
        while (parent := self._parent.get(article, article)) != article:
            path.append(article)
            article = parent
        for step in path:
            self._parent[step] = article
        return article
