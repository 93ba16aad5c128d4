"""Characters and words: what is the same to a reader becomes the same to a program."""

from __future__ import annotations

import re

from extractor.articles.decode import C1_TO_CP1252

# Soft hyphens, zero-width characters, direction marks and controls have no width and no meaning here.
_GONE = dict.fromkeys(
    [0xAD, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF]
    + [code for code in range(0x20) if code not in (0x09, 0x0A, 0x0C, 0x0D)]
    + [0x7F, *range(0xFFF9, 0xFFFC)]
)
_TABLE: dict[int, str | None] = {**_GONE, **C1_TO_CP1252, 0x85: "…"}
_PLAIN = re.compile(r"[\x20-\x7e\n\t]*")
_ODD = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufff9-\ufffb\ud800-\udfff"
    r"]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORD = re.compile(r"\w+")


def visible(text: str) -> str:
    """The text without characters of no width; windows-1252 letters that came as controls are put right."""
    if (text.isascii() and text.isprintable()) or _ODD.search(text) is None:
        return text
    return _SURROGATE.sub("\ufffd", text.translate(_TABLE))


def writable(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON can name and no parser takes."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def tidy(text: str) -> str:
    """Visible text on one line: every run of white space (no-break spaces too) is one space."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split()) if " " in text else text
    return " ".join(visible(text).split())


def words(text: str | None) -> list[str]:
    """The words in lower case, for comparing."""
    return _WORD.findall(visible(text).casefold()) if text else []


def key(text: str | None) -> str:
    """The words as one string: equal for texts that differ in case, marks and spaces only."""
    return " ".join(words(text))
