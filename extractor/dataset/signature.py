"""What makes copies of one press release known: MinHash over the words of an article.

datasketch does the hashing: the reference implementation of MinHash in Python, maintained since 2015, whose
values are the same on every machine.  Shingles keep every word and number, so the same release for another
region differs where names and numbers do.
"""

from __future__ import annotations

import re
import zlib
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datasketch import MinHash

PERMUTATIONS: Final = 128
SHINGLE: Final = 3
FEWEST: Final = 30
"""Fewest words of a text that can be told to be a copy: a bare sentence is alike by chance."""

_WORD = re.compile(r"\w+(?:[.,]\d+)*")


def shingles(text: str) -> list[bytes]:
    """Every run of three words, lower case, numbers whole; empty for a text too short to tell."""
    words = _WORD.findall(text.lower())
    if len(words) < FEWEST:
        return []
    return [" ".join(words[i : i + SHINGLE]).encode("utf-8") for i in range(len(words) - SHINGLE + 1)]


def signature(text: str) -> bytes:
    """The MinHash of the text as 128 little-endian 32-bit numbers; empty for a text too short to tell."""
    pieces = shingles(text)
    if not pieces:
        return b""
    sketch = _empty().copy()
    sketch.update_batch(pieces)
    return bytes(sketch.hashvalues.astype("<u4"))


@lru_cache(maxsize=1)
def _empty() -> MinHash:
    """Permutations are costly to draw: every sketch begins as a copy of this one."""
    from datasketch import MinHash

    return MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=zlib.crc32, scheme="affine32")
