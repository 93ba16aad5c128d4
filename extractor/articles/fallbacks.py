"""Where else a body may stand: JSON-LD, the state of a script-built page, a page that one parser lost."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from bs4 import BeautifulSoup

from extractor.articles.clean import text_of_html
from extractor.articles.plain import article_of_text
from extractor.articles.tree import Element, select

_TAG = re.compile(r"<(?:p|br|div|li|strong|em|a)\b[^>]*>", re.IGNORECASE)
_OPEN_DOUBLE = re.compile(r'(<[a-z][^<>]{0,400}="[^"<>]{0,400})(>[^"<]*<)', re.IGNORECASE)
_OPEN_SINGLE = re.compile(r"(<[a-z][^<>]{0,400}='[^'<>]{0,400})(>[^'<]*<)", re.IGNORECASE)
_KEYS = frozenset(
    {
        "content",
        "body",
        "articlebody",
        "article_body",
        "isi",
        "konten",
        "text",
        "html",
        "contenthtml",
        "detail",
    }
)
_DEPTH = 14


def swallows(root: Element) -> bool:
    """Whether an attribute holds markup: its quote never closed, and text up to the next one was lost."""
    found = select(root, ".//@*[contains(., '</')]")
    return any(not value.attrname.startswith(("data-", "on", "srcdoc")) for value in found)


def with_closed_quotes(markup: str) -> str:
    """The page with a quote put where an attribute's quote was left open at the end of its tag."""
    return _OPEN_SINGLE.sub(r"\1'\2", _OPEN_DOUBLE.sub(r'\1"\2', markup))


def as_python_reads(markup: str) -> str:
    """The page as Python's own parser reads it, which keeps text that lxml loses."""
    return str(BeautifulSoup(markup, "html.parser"))


def text_of_linked(body: str, title: str | None) -> str:
    """The text of a JSON-LD articleBody, which may hold tags, entities, or breaks only."""
    if _TAG.search(body):
        return text_of_html(body, title)
    if "&" in body:
        body = BeautifulSoup(body.replace("<", "&lt;"), "lxml").get_text()
    return article_of_text(body, title)[1] if title else article_of_text(body, "")[1]


def states_of(root: Element) -> list[str]:
    """The texts of a page's state scripts; to be read before scripts are dropped."""
    return [
        element.text
        for element in root.iter("script")
        if element.text
        and (
            element.get("id") in {"__NEXT_DATA__", "__NUXT_DATA__"}
            or element.get("type") == "application/json"
        )
    ]


def text_of_states(states: list[str], title: str | None) -> str:
    """The longest body text among the states' fields that are named like a body."""
    best = ""
    for state in states:
        try:
            value = json.loads(state, strict=False)
        except (ValueError, RecursionError):
            continue
        for field in _fields(value):
            text = text_of_linked(field, title)
            if len(text) > len(best):
                best = text
            if len(best) > 400:  # the page's own article comes first in its state
                return best
    return best


def _fields(value: Any, depth: int = 0) -> Iterator[str]:
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _fields(item, depth + 1)
    elif isinstance(value, dict):
        for name, item in value.items():
            if isinstance(item, str):
                if name.lower() in _KEYS and len(item) > 200:
                    yield item
            else:
                yield from _fields(item, depth + 1)
