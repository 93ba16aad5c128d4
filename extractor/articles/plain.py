"""Plain text to an article's paragraphs, with a title where the text opens with one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extractor.articles.lines import (
    ends_sentence,
    has_dateline,
    is_byline,
    is_credit,
    is_dated,
    is_furniture,
    is_headline,
    is_label,
    is_pointer,
    is_signoff,
)
from extractor.articles.words import key, tidy, visible

_BLANK = re.compile(r"\n[ \t\u00a0]*\n")
_ITEM = re.compile(r"(?:[-–•*·]|\d{1,2}[.)]|[a-z][.)])\s")
_OPEN_END = re.compile(r"\b(?:di|ke|dan|dari|yang|untuk|pada|dalam|oleh|dengan|atas|serta|atau|bagi|para)$")
_NARROW, _WIDE = 40, 140  # characters of a line where hard-wrapped text breaks
_SLACK = 0.12  # share of the width by which a break may come early
_EARLY = 0.7  # share of the width below which a line ends a paragraph where blank lines part them as well
_LONG = 160  # characters from which a line is a paragraph of its own


@dataclass(frozen=True, slots=True)
class PlainArticle:
    """Title and body of a plain text, and the lines above the body that tell its day and writer."""

    title: str | None
    text: str
    lines: tuple[str, ...] = ()


def paragraphs_of(text: str) -> list[str]:
    """Paragraphs: parted by blank lines if there are any, else one a line; hard-wrapped lines are joined."""
    text = visible(text.replace("\r\n", "\n").replace("\r", "\n"))
    text = text.replace("\u2029", "\n\n").replace("\u2028", "\n").replace("\f", "\n\n").expandtabs(4)
    parts = [[line for line in part.split("\n") if line.strip()] for part in _BLANK.split(text)]
    parts = [part for part in parts if part]
    width = _width(parts)
    if len(parts) == 1 and width is None:
        return _by_line(parts[0])
    if width is not None:
        alone = len(parts) == 1
        early = width if alone else width * _EARLY
        return [one for part in parts for one in _unwrapped(part, early, headed=alone or part is parts[0])]
    return [one for part in parts for one in _joined(part)]


def _width(parts: list[list[str]]) -> float | None:
    """The width at which the text was wrapped: most lines are as long as the next one's first word lets them
    be, and most of these breaks stand inside sentences; null if it was not.
    """
    pairs = [pair for part in parts for pair in pairwise(part)]
    width: float = max((len(line.rstrip()) for part in parts for line in part), default=0)
    if len(pairs) < 2 or not _NARROW <= width <= _WIDE:
        return None
    inside = [pair for pair in pairs if not ends_sentence(pair[0].rstrip())]
    if sum(_is_full(*pair, width) for pair in inside) < 0.9 * len(inside):
        width *= 1 - _SLACK
    full = [pair for pair in pairs if _is_full(*pair, width)]
    broken = [pair for pair in full if pair in inside]
    return width if len(full) >= 0.45 * len(pairs) and len(broken) >= 0.6 * len(full) else None


def _is_full(line: str, below: str, width: float) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    return len(line.rstrip()) + 1 + len(below.split()[0]) > width


def _unwrapped(part: list[str], width: float, *, headed: bool) -> list[str]:
    """The paragraphs of wrapped lines; `headed` says that headlines may stand among them.

    One ends where a line ends early, or where the next begins as an item or stands further in.
    """
    paragraphs: list[str] = []
    items: list[bool] = []
    for index, line in enumerate(part):
        clean, item = tidy(line), _ITEM.match(line.lstrip()) is not None
        above = part[index - 1] if index else ""
        fresh = headed and (index == 1 or (index > 1 and ends_sentence(part[index - 2].rstrip())))
        if index and not item and _goes_on(above, line, width, fresh=fresh):
            paragraphs[-1] += " " + clean
        elif item and items and items[-1]:
            paragraphs[-1] += "\n" + clean
        else:
            paragraphs.append(clean)
            items.append(item)
            continue
        items[-1] = items[-1] or item
    return paragraphs


def _goes_on(above: str, line: str, width: float, *, fresh: bool) -> bool:
    """Whether a line of wrapped text goes on in the next one; `fresh` where it begins a sentence itself."""
    if fresh and _margin(above) <= _margin(line) and _is_headed(tidy(above), tidy(line), width):
        return False
    if _margin(line) > _margin(above) and line.lstrip()[:1].isupper() and not _ITEM.match(above.lstrip()):
        return False  # the first line of a paragraph stands further in
    ended = ends_sentence(above.rstrip())
    if not ended and (line.lstrip()[:1].islower() or (not fresh and len(above) > 0.7 * width)):
        return True
    return _is_full(above, line, width)


def _is_headed(above: str, line: str, width: float) -> bool:
    """Whether a line is a headline and the one below is no part of it: a dateline, a date, or prose."""
    if not is_headline(above) or _OPEN_END.search(above):
        return False
    if has_dateline(line) or is_dated(line):
        return True
    return line[:1].isupper() and len(line) > 0.8 * width and not is_headline(line)


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def _joined(part: list[str]) -> list[str]:
    """Lines between blank ones: broken prose is joined, a list or lines of their own stay lines."""
    lines = [tidy(line) for line in part]
    if len(lines) < 2:
        return lines
    if any(len(line) > _LONG for line in lines) and sum(map(ends_sentence, lines)) > len(lines) / 2:
        return _by_line(lines)
    if all(ends_sentence(line) for line in lines) or any(map(_ITEM.match, lines)) or lines[0].endswith(":"):
        return ["\n".join(lines)]
    return [" ".join(lines)]


def _by_line(part: list[str]) -> list[str]:
    """One paragraph a line, but for a line that breaks off inside a sentence."""
    paragraphs: list[str] = []
    for line in map(tidy, part):
        above = paragraphs[-1] if paragraphs else ""
        if (
            len(above) > 60
            and line[:1].islower()
            and not (ends_sentence(above) or above.endswith((":", ";")))
        ):
            paragraphs[-1] += " " + line
        else:
            paragraphs.append(line)
    return paragraphs


def article_of_text(text: str, title: str | None) -> PlainArticle:
    """Title and body of a plain text; a short first line without a full stop may be the title."""
    paragraphs = paragraphs_of(text)
    if paragraphs and title and key(paragraphs[0]) == key(title):
        paragraphs = paragraphs[1:]
    elif len(paragraphs) > 1 and title is None and _is_title(paragraphs[0], paragraphs[1:]):
        title, paragraphs = paragraphs[0], paragraphs[1:]
    above = 0
    while above < min(4, len(paragraphs) - 1) and _is_about(paragraphs[above]):
        above += 1
    kept = [one for one in paragraphs[above:] if not _is_insert(one)]
    credits = [one for one in paragraphs[above:] if len(one) < 120 and is_credit(one)]
    return PlainArticle(title, "\n\n".join(kept), (*paragraphs[:above], *credits))


def _is_about(line: str) -> bool:
    """A line between title and body that tells the day or the writer."""
    return len(line) < 140 and "\n" not in line and (is_dated(line) or is_byline(line) or is_credit(line))


def _is_title(first: str, rest: list[str]) -> bool:
    if not 15 <= len(first) <= 160 or "\n" in first or first.endswith((".", ":", ",")) or has_dateline(first):
        return False
    below = next((one for one in rest[:4] if not _is_about(one)), "")
    return len(below) > len(first)


def _is_insert(paragraph: str) -> bool:
    return (
        (is_pointer(paragraph) and len(paragraph) < 200)
        or is_label(paragraph)
        or is_furniture(paragraph)
        or is_credit(paragraph)
        or is_signoff(paragraph)
    )
