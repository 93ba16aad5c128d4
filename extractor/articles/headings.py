"""Which elements look like headings: by their tag, or as a line of their own that is set as a title."""

from __future__ import annotations

import re

from extractor.articles.following import fills_line
from extractor.articles.lines import ends_sentence, is_headline, is_next_article
from extractor.articles.tree import HEADINGS, Element, Tree
from extractor.articles.words import words

_TITLED = re.compile(r"title|judul|headline|heading|(?:^|[\s_-])(?:ttl|jdl|tit)(?:$|[\s_-])", re.IGNORECASE)
_LARGE_STYLE = re.compile(
    r"font-size:\s*(?:1[89]|[2-9]\d)(?:px|pt)|font-size:\s*(?:x+-)?large|font-weight:\s*(?:bold|[6-9]00)",
    re.IGNORECASE,
)
_LARGE_SIZE = re.compile(r"[+][1-4]|[4-7]")
_TAGS = frozenset({*HEADINGS, "article"})
_HOLDERS = frozenset({*HEADINGS, "li"})
_BOLD = frozenset({"b", "strong"})
_SET = _BOLD | {"font", "span", "a", "big", "u", "em", "i", "center"}
_NAMED = frozenset({"div", "p", "td"})
_SHORT = 15  # characters of a line that is no title


def looks_like_heading(element: Element, tree: Tree) -> bool:
    """A heading by its tag, or a line of its own, set bold or large or named a title, that is no sentence."""
    tag, leaf = element.tag, len(element) == 0
    if tag in _TAGS:
        return True
    if leaf and len(element.text or "") <= _SHORT:
        return tag in _NAMED and is_next_article((element.text or "").strip())
    if tag in _SET:
        parent = element.getparent()
        if parent is not None and parent.tag in _HOLDERS:
            return False
        if leaf and is_headline(element.text or "") and fills_line(element):
            return True
        if tag in {"a", "span"} and len(element) <= 2 and _TITLED.search(element.get("class") or ""):
            return _is_title(tree.text(element))
        if not (tag in _BOLD or tag == "a" or is_set_large(element)) or not fills_line(element):
            return False
        return _is_title(tree.text(element))
    if tag in _NAMED and len(element) <= 2:
        if (names := element.get("class")) is not None and _TITLED.search(names) is not None:
            return _is_title(tree.text(element))
        return leaf and (is_headline(text := element.text or "") or is_next_article(text.strip()))
    return False


def is_set_large(element: Element) -> bool:
    """Whether an element's own style sets it as a title: named so, bold, or in large letters."""
    names, style = element.get("class"), element.get("style")
    if names is not None and _TITLED.search(names) is not None:
        return True
    if style is not None and _LARGE_STYLE.search(style) is not None:
        return True
    return element.tag == "font" and _LARGE_SIZE.match(element.get("size") or "") is not None


def line_of_heading(heading: Element) -> Element:
    """The paragraph that an inline heading fills, else the heading itself."""
    node = heading
    while node.tag in _SET and (parent := node.getparent()) is not None:
        if len(parent) > 1 or parent.tag not in _SET | {"p", "div"}:
            break
        node = parent
    return node


def _is_title(text: str) -> bool:
    return _SHORT < len(text) < 200 and len(words(text)) >= 3 and not ends_sentence(text)
