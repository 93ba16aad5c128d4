"""When two spellings are one person, and two wordings one office."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

ALIKE_WORD: Final = 85
ALIKE_NAME: Final = 92
"""rapidfuzz ratios: one letter of a word of five or more may differ ("Rahman" and "Rahmat" stay two)."""

_ACTING: Final = re.compile(
    r"^(?:penjabat sementara|penjabat|pelaksana tugas|pelaksana harian|pj|pjs|plt|plh)\.? ", re.IGNORECASE
)
_STATE: Final = re.compile(r" (?:ri|republik indonesia)$", re.IGNORECASE)


@lru_cache(maxsize=65_536)
def words(name: str) -> tuple[str, ...]:
    """The name's words without accents, marks and case."""
    plain = unicodedata.normalize("NFKD", name.lower())
    return tuple(re.findall(r"[a-z0-9]+", re.sub(r"['’`\u0300-\u036f]", "", plain)))


@lru_cache(maxsize=65_536)
def same_person(one: str, other: str) -> bool:
    """Whether two names can be spellings of one: the longer has every word of the shorter, or its initial."""
    short, long = sorted((words(one), words(other)), key=lambda w: (len(w), w))
    if not short:
        return not long
    if fuzz.ratio("".join(short), "".join(long)) >= ALIKE_NAME:
        return True
    left = list(long)
    for word in sorted(short, key=lambda w: (-len(w), w)):
        match = next((w for w in left if _same_word(word, w)), None)
        if match is None:
            return False
        left.remove(match)
    return any(len(word) > 3 for word in short)


def _same_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (
        one == other or (len(short) <= 3 and long.startswith(short)) or fuzz.ratio(one, other) >= ALIKE_WORD
    )


def office(role: str) -> str:
    """The office without "Penjabat" and the like, and without "RI": a "Penjabat Bupati" is a "Bupati"."""
    return _STATE.sub("", _ACTING.sub("", role)).lower()


@lru_cache(maxsize=65_536)
def same_office(one: str, other: str) -> bool:
    """Whether two wordings can name one office; "Wakil Bupati" and "Bupati" do not."""
    a, b = words(office(one)), words(office(other))
    if not a or not b or a[0] != b[0]:
        return False
    short, long = sorted((frozenset(a), frozenset(b)), key=len)
    return short <= long or fuzz.ratio(" ".join(a), " ".join(b)) >= ALIKE_NAME


def clusters(names: Iterable[str]) -> list[list[str]]:
    """The names grouped by person, sorted; the order of `names` does not matter.

    A name of one word joins a longer one only where that is the only one that it fits.
    """
    distinct = sorted(set(names))
    full = [name for name in distinct if len(words(name)) > 1]
    groups = _joined(full)
    for name in (name for name in distinct if len(words(name)) <= 1):
        fitting = [
            group for group in groups if any(same_person(name, other) for other in group if other in full)
        ]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            groups.append([name])
    return sorted(sorted(group) for group in groups)


def _joined(names: Sequence[str]) -> list[list[str]]:
    groups: list[list[str]] = []
    for name in names:
        near = [group for group in groups if any(same_person(name, other) for other in group)]
        rest = [group for group in groups if group not in near]
        groups = [*rest, [*(other for group in near for other in group), name]]
    return groups
