"""Where else a body may stand: the text of JSON-LD or of a state, a page that one parser lost."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup
from bs4.exceptions import ParserRejectedMarkup

from extractor.articles.clean import text_of_html
from extractor.articles.plain import article_of_text
from extractor.articles.states import Stated
from extractor.articles.tree import Element
from extractor.articles.words import key, words, writable

_TAG = re.compile(r"<(?:p|br|div|li|strong|em|a)\b", re.IGNORECASE)
_OPEN_DOUBLE = re.compile(r'(<[a-z][^<>]{0,400}="[^"<>]{0,400})(>[^"<]*<)', re.IGNORECASE)
_OPEN_SINGLE = re.compile(r"(<[a-z][^<>]{0,400}='[^'<>]{0,400})(>[^'<]*<)", re.IGNORECASE)
LITTLE = 250  # characters below which another way to the text is tried
_LEAD = 6  # words by which a text is known again


def swallows(elements: Iterable[Element]) -> bool:
    """Whether an attribute holds markup: its quote never closed, and text up to the next one was lost."""
    for element in elements:
        for value in element.values():
            if "</" in value and any(
                "</" in held and not str(name).startswith(("data-", "on", "srcdoc"))
                for name, held in element.items()
            ):
                return True
    return False


def with_closed_quotes(markup: str) -> str:
    """The page with a quote put where an attribute's quote was left open at the end of its tag."""
    return _OPEN_SINGLE.sub(r"\1'\2", _OPEN_DOUBLE.sub(r'\1"\2', markup))


def as_python_reads(markup: str) -> str:
    """The page as Python's own parser reads it, which keeps text that lxml loses; itself where that fails."""
    try:
        return str(BeautifulSoup(markup, "html.parser"))
    except (ParserRejectedMarkup, RecursionError):  # a broken declaration; elements nested without end
        return markup


def text_of_linked(body: str, title: str | None) -> str:
    """The text of a body told as one string, which may hold tags, entities, or breaks only."""
    body = writable(body)
    tag = _TAG.search(body)
    if tag and body.find(">", tag.end()) >= 0:
        return text_of_html(body, title)
    if "&" in body:
        body = BeautifulSoup(body.replace("<", "&lt;"), "lxml").get_text()
    return article_of_text(body, title or "").text


def told_text(shown: str, linked: str | None, stated: Stated | None, title: str | None) -> str | None:
    """The text that JSON-LD or a state tells, where the page shows little or something else; else null."""
    if linked and len(shown) < LITTLE:
        other = text_of_linked(linked, title)
        if len(other) > len(shown):
            return other
    if stated is None or (len(shown) >= LITTLE and not stated.matches):
        return None
    other = text_of_linked(stated.body, title)
    if len(shown) < LITTLE:
        return other if len(other) > len(shown) else None
    lead = " ".join(words(other)[:_LEAD])
    return other if len(other) >= LITTLE and lead not in key(shown) else None
