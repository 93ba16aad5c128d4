"""Plain text to an article's paragraphs, with a title where the text opens with one."""

from __future__ import annotations

import re

from extractor.articles.lines import ends_sentence, is_credit, is_furniture, is_label, is_pointer, is_signoff
from extractor.articles.words import key, tidy, visible


def paragraphs_of(text: str) -> list[str]:
    """Paragraphs: parted by blank lines if there are any long ones, else one a line."""
    text = (
        visible(text.replace("\r\n", "\n").replace("\r", "\n"))
        .replace("\u2029", "\n\n")
        .replace("\u2028", "\n")
    )
    if re.search(r"\n[ \t\u00a0]*\n", text):
        parts = re.split(r"\n[ \t\u00a0]*\n", text)
        return [joined for part in parts if (joined := _unwrapped(part))]
    return [line for part in text.split("\n") if (line := tidy(part))]


def _unwrapped(part: str) -> str:
    """Lines of one paragraph: hard-wrapped prose is joined, a list or lines of their own stay lines."""
    lines = [line for piece in part.split("\n") if (line := tidy(piece))]
    if len(lines) < 2:
        return "".join(lines)
    if all(ends_sentence(line) for line in lines) or any(
        re.match(r"(?:[-–•*]|\d{1,2}[.)])\s", line) for line in lines
    ):
        return "\n".join(lines)
    return " ".join(lines)


def article_of_text(text: str, title: str | None) -> tuple[str | None, str]:
    """Title and body of a plain text; a short first line without a full stop may be the title."""
    paragraphs = paragraphs_of(text)
    if paragraphs and title and key(paragraphs[0]) == key(title):
        paragraphs = paragraphs[1:]
    elif len(paragraphs) > 1 and title is None and _is_title(paragraphs[0], paragraphs[1]):
        title, paragraphs = paragraphs[0], paragraphs[1:]
    kept = [one for one in paragraphs if not _is_insert(one)]
    return title, "\n\n".join(kept)


def _is_title(first: str, second: str) -> bool:
    return (
        15 <= len(first) <= 160
        and "\n" not in first
        and not first.endswith((".", ":", ","))
        and len(second) > len(first)
    )


def _is_insert(paragraph: str) -> bool:
    return (
        (is_pointer(paragraph) and len(paragraph) < 200)
        or is_label(paragraph)
        or is_furniture(paragraph)
        or is_credit(paragraph)
        or is_signoff(paragraph)
    )
