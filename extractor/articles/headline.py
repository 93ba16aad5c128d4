"""Finds the headline that the body belongs to."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from extractor.articles.borders import Borders, is_dated_heading
from extractor.articles.candidates import candidates_of
from extractor.articles.hints import hint_of
from extractor.articles.tree import HEADINGS, UNREAD, Element, Tree, names_of
from extractor.articles.words import key, words

_FAR = 60  # elements between a headline and its text
_LEVELS = {"h1": 0.02, "h2": 0.01}  # what the level adds to the share of common words
_SAME = 1.02  # the title word for word, in the first level: nothing is more alike
_ENOUGH = 80  # characters of running text that a headline has below it


def headline_of(tree: Tree, title: str | None) -> Element | None:
    """The heading that says the title; else the first of the first level."""
    want = set(words(title))
    if want:
        best, best_share = None, 0.0
        for heading in tree.headings(*HEADINGS):
            share = _alike(want, words(tree.text(heading))) + _LEVELS.get(heading.tag, 0.0)
            if share > best_share:
                best, best_share = heading, share
                if share >= _SAME:
                    break
        if best is not None and best_share >= 0.7:
            return best
        line = line_of(tree, title)
        if line is not None:
            return line
    return next(tree.headings("h1"), None)


def line_of(tree: Tree, title: str | None) -> Element | None:
    """The first element whose own text is the title, whatever its tag."""
    said = key(title)
    for element in tree.elements:
        text = element.text
        if not said or not text or not len(said) <= len(text) <= 3 * len(said) or key(text) != said:
            continue
        if element.tag != "title" and not _is_path(element):
            return element
    return None


def shown_headline(tree: Tree, is_outlet: Callable[[str], bool]) -> Element | None:
    """The headline of a page whose tags name none: the first heading with a date or byline and running text
    below it, else the first of the first level, else the heading nearest above the longest text.
    """
    candidates = [one for one in candidates_of(tree, None) if one.size >= _ENOUGH]
    if not candidates:
        return None
    borders = Borders(tree, None, None)
    best = max(candidates, key=lambda one: one.size)
    text = max(best.place, borders.text_behind(best.place - 1))
    headings = [
        one
        for one in borders.headings
        if tree.place[one] < text
        and one.tag != "article"
        and len(words(tree.text(one))) >= 3
        and not is_outlet(tree.text(one))
        and not _is_path(one)
    ]
    for heading in headings:
        place = tree.place[heading]
        if is_dated_heading(heading, tree) and place < borders.text_behind(place) <= place + _FAR:
            return heading
    first = next((one for one in headings if one.tag == "h1"), None)
    if first is not None:
        return first
    return next((one for one in reversed(headings) if tree.place[one] >= text - _FAR), None)


def _is_path(element: Element) -> bool:
    """Whether an element stands in a breadcrumb or another place that repeats titles."""
    near = [element, *islice(element.iterancestors(), 3)]
    return any(hint_of(names_of(one)).noise or one.tag in UNREAD for one in near)


def _alike(want: set[str], said: list[str]) -> float:
    """Share of common words in the longer one of two texts."""
    got = set(said)
    return len(want & got) / max(len(want), len(got))
