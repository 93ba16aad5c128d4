"""Numbers and ordinals as words, and other patterns that several checks share."""

from __future__ import annotations

import re
from typing import Final

UNITS: Final = {
    "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
    "sepuluh": 10, "sebelas": 11,
}  # fmt: skip
_TEENS: Final = {f"{word} belas": 10 + value for word, value in UNITS.items() if 1 < value < 10}
_TENS: Final = {f"{word} puluh": 10 * value for word, value in UNITS.items() if 1 < value < 10}
NUMBERS: Final = {**_TEENS, **_TENS, **UNITS}
_WORDS: Final = "|".join(sorted(map(re.escape, NUMBERS), key=len, reverse=True))
NUMBER: Final = rf"(?:(?<!\d)(?<!\d\.)(?:\d{{1,3}}(?:\.\d{{3}})+|\d+)|{_WORDS})"
"""A whole number in digits or in words, from its first digit on."""

ORDINAL: Final = rf"(?:pertama|ke-?\s?\d+|ke-?\s?(?:{_WORDS})|[IVX]{{1,4}}\b)"
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}

KINDS: Final = {
    "kabupaten/kota": r"kab(?:upaten|\.)?\s*(?:/|dan|atau|maupun|serta)\s*kota",
    "provinsi": r"provinsi|pemprov|pemerintah provinsi",
    "kabupaten": r"kabupaten|pemkab",
    "kota": r"kota|pemkot",
    "daerah": r"daerah|pemda|pemerintah daerah|kepala daerah",
}
"""Kinds of region that a count counts, the longest first."""

KIND: Final = "|".join(f"(?:{pattern})" for pattern in KINDS.values())

_ABBREVIATION: Final = re.compile(r"\b(?:[A-Z]|Dr|Drs|Hj?|Ir|No|Kab|Prof|St|dr|M|S)\.$")
_LONGEST: Final = 5  # characters of an abbreviation


def whole(text: str) -> int | None:
    """The number that `text` writes: "460", "1.200", "sebelas"; None for others."""
    text = re.sub(r"\s+", " ", text.strip().lower())
    digits = text.replace(".", "")
    return int(digits) if digits.isdigit() else NUMBERS.get(text)


def ordinal(text: str) -> int | None:
    """The number of an ordinal: "ketiga", "ke-14", "pertama", "IV"."""
    text = text.strip()
    if text.isupper() and set(text) <= set(_ROMAN):
        values = [_ROMAN[letter] for letter in text]
        following = [*values[1:], 0]
        return sum(-a if a < b else a for a, b in zip(values, following, strict=True))
    text = text.lower()
    if text == "pertama":
        return 1
    return whole(re.sub(r"^ke-?\s?", "", text))


def kind(text: str) -> str:
    """The kind of region a word of `KIND` names."""
    text = text.lower()
    return next((name for name, pattern in KINDS.items() if re.fullmatch(pattern, text)), "daerah")


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of `text` begins and ends: at line ends, and at a full stop before a capital."""
    spans, start = [], 0
    for match in re.finditer(r"\n+|(?<=[.!?”\"])\s+(?=[A-Z“\"0-9])", text):
        if (
            match[0].isspace()
            and "\n" not in match[0]
            and _ABBREVIATION.search(text, max(start, match.start() - _LONGEST), match.start())
        ):
            continue
        if text[start : match.start()].strip():
            spans.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans
