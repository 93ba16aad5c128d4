"""A mark with the words around it, as the article has them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extractor.dataset import Article

AROUND: Final = 90
"""Characters shown on each side of a mark."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article: before the mark, the mark, after it."""

    before: str
    mark: str
    after: str
    in_title: bool = False

    @classmethod
    def bare(cls, words: str | None) -> Quote | None:
        return None if words is None else cls("", words, "")


def quote(
    article: Article, text: str | None, part: str | None, start: int | None, end: int | None
) -> Quote | None:
    """The mark in its surroundings; alone where it does not stand where it says; None without a mark."""
    whole = article.title if part == "title" else article.text
    if text is None or start is None or end is None or not whole or whole[start:end] != text:
        return Quote.bare(text)
    return Quote(_before(whole[:start]), text, _after(whole[end:]), part == "title")


def _before(text: str) -> str:
    """The end of `text` from the paragraph's beginning, or from a whole word with an ellipsis."""
    paragraph = text.rsplit("\n", 1)[-1]
    if len(paragraph) <= AROUND:
        return paragraph
    return "… " + paragraph[-AROUND:].partition(" ")[2]


def _after(text: str) -> str:
    paragraph = text.split("\n", 1)[0]
    if len(paragraph) <= AROUND:
        return paragraph
    return paragraph[:AROUND].rpartition(" ")[0] + " …"
