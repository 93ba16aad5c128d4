"""Where another article begins below the first: headings with a date or byline, and dividers."""

from __future__ import annotations

import re
from functools import cached_property

from extractor.articles.hints import hint_of
from extractor.articles.lines import ends_sentence, is_byline, is_dated, is_next_article
from extractor.articles.tree import HEADINGS, Element, Tree, brief, names_of
from extractor.articles.words import key, words

_TITLED = re.compile("title|judul|headline|heading", re.IGNORECASE)
_TAGS = frozenset(HEADINGS)
_BOLD = frozenset({"b", "strong"})
_NAMED = frozenset({"div", "a", "span", "p", "td"})
_CARD = 500  # characters of a box that is a card among the text, not an article


class Borders:
    """Places after the headline where another article begins, found as they are asked for."""

    def __init__(self, tree: Tree, headline: Element | None, title: str | None) -> None:
        self.start = tree.place[headline] if headline is not None else -1
        self._tree = tree
        self._headline = headline
        self._title = key(title)
        self._known: dict[Element, int] = {}

    @cached_property
    def next(self) -> int:
        """The place where the next article begins; behind the page's end if there is none."""
        end = len(self._tree.elements)
        place = self.first(self.start, end)
        return end if place is None else place

    def between(self, low: int, high: int) -> bool:
        """Whether an article begins after place `low`, up to place `high`."""
        return self.first(low, high) is not None

    def first(self, low: int, high: int) -> int | None:
        """The first place after `low`, up to `high`, where an article begins."""
        for heading in self._headings:
            here = self._tree.place[heading]
            if here <= self.start:
                continue
            place = self._place(heading)
            if low < place <= high:
                return place
            if here > high + 40:
                return None
        return None

    @cached_property
    def _headings(self) -> list[Element]:
        """Headings by tag and lines that are bold or named as a title, in reading order."""
        tree = self._tree
        return [one for one in tree.elements if _looks_like_heading(one, tree) and tree.text(one)]

    def _place(self, heading: Element) -> int:
        """Where the article of this heading begins; -1 if the heading begins none."""
        place = self._known.get(heading)
        if place is None:
            place = self._known[heading] = self._found(heading)
        return place

    def _found(self, heading: Element) -> int:
        tree = self._tree
        text = tree.text(heading)
        if heading is self._headline or key(text) == self._title:
            return -1
        if is_next_article(text):
            return tree.place[heading]
        if text.endswith((":", "：")):
            return -1
        if heading.tag == "h1" and self._headline is not None:
            return tree.place[heading]
        article = next(heading.iterancestors("article"), None)
        if article is not None and self._headline is not None and tree.place[article] > self.start:
            return -1 if _in_card(heading, tree) else tree.place[article]
        if (is_followed_by_date(heading) or _follows_date(heading)) and not _in_card(heading, tree):
            return tree.place[_line_of(heading)]
        return -1


def _looks_like_heading(element: Element, tree: Tree) -> bool:
    """A heading by its tag, or a short line, bold throughout or named a title, that is no sentence."""
    tag = element.tag
    if tag in _BOLD:
        parent = element.getparent()
        if parent is None or parent.tag not in {"p", "div"}:
            return False
        return tree.text(parent) == tree.text(element) and _is_title(tree.text(element))
    if tag in _NAMED:
        names = element.get("class")
        named = names is not None and len(element) <= 2 and _TITLED.search(names) is not None
        return named and _is_title(tree.text(element))
    return tag in _TAGS


def _line_of(heading: Element) -> Element:
    """The paragraph that a bold line fills, else the heading itself."""
    parent = heading.getparent()
    return parent if heading.tag in _BOLD and parent is not None else heading


def _is_title(text: str) -> bool:
    return 15 < len(text) < 200 and len(words(text)) >= 3 and not ends_sentence(text)


def _in_card(heading: Element, tree: Tree) -> bool:
    """Whether a heading stands in a small box among the text, which points to another article."""
    for depth, box in enumerate(heading.iterancestors()):
        if depth >= 3 or box.tag in {"body", "main"}:
            return False
        if len(tree.text(box)) > _CARD:
            return False
        hint = hint_of(names_of(box))
        if hint.noise and not hint.body:
            return True
    return False


def starts_article(element: Element) -> bool:
    """Whether an element is an article or has a headline of its own with a date near it."""
    if element.tag == "article":
        return True
    heading = next(element.iter(*HEADINGS), None)
    return heading is not None and is_followed_by_date(heading)


def is_followed_by_date(heading: Element) -> bool:
    """Whether a date or byline stands right under a heading, in or out of its box."""
    node, seen, climbed = heading, 0, 0
    while seen < 3 and climbed < 3:
        below = node.getnext()
        if below is None:
            parent = node.getparent()
            if parent is None:
                return False
            node, climbed = parent, climbed + 1
            continue
        node = below
        text = brief(node, 300)
        if not text:
            continue
        seen += 1
        if (
            is_dated(text[:130])
            or is_byline(text)
            or (len(text) < 200 and next(node.iter("time"), None) is not None)
        ):
            return True
        if len(text) > 130:
            return False
    return False


def _follows_date(heading: Element) -> bool:
    """Whether a date stands right above a heading and running text below it."""
    above, below = heading.getprevious(), heading.getnext()
    if above is None or below is None:
        return False
    return is_dated(brief(above, 150)) and len(brief(below, 200)) > 80
