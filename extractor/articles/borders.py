"""Where another article begins below the first: headings with a date or byline, and dividers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from extractor.articles.following import line_before, lines_behind
from extractor.articles.headings import line_of_heading, looks_like_heading
from extractor.articles.hints import hint_of
from extractor.articles.lines import (
    begins_dated,
    ends_sentence,
    has_dateline,
    is_byline,
    is_dated,
    is_headline,
    is_next_article,
    is_pointer,
)
from extractor.articles.tree import HEADINGS, INLINE, UNREAD, Element, Tree, brief, names_of
from extractor.articles.words import key, tidy

_BESIDE = 8  # elements beside a box among which the text goes on
_CARD = 500  # characters of a box that is a card among the text, not an article


class Borders:
    """Places after the headline where another article begins, found as they are asked for."""

    def __init__(
        self, tree: Tree, headline: Element | None, title: str | None, last: int | None = None
    ) -> None:
        """`last` is the place of the page's last running text, behind which no border is asked for."""
        self.start = tree.place[headline] if headline is not None else -1
        self._tree = tree
        self._headline = headline
        self._title = key(title)
        self._last = len(tree.elements) if last is None else last
        self._known: dict[Element, int] = {}
        self._seen: list[Element] = []
        self._reached = self.start + 1

    @cached_property
    def next(self) -> int:
        """The place where the next article begins; behind the page's end if there is none."""
        place = self.first(self.start, self._last)
        return len(self._tree.elements) if place is None else place

    def between(self, low: int, high: int) -> bool:
        """Whether an article begins after place `low`, up to place `high`."""
        return self.first(low, high) is not None

    def first(self, low: int, high: int) -> int | None:
        """The first place after `low`, up to `high`, where an article begins."""
        for heading in self._behind():
            here = self._tree.place[heading]
            place = self._place(heading)
            if low < place <= high:
                return place
            if here > high + 40:
                return None
        return None

    @property
    def headings(self) -> list[Element]:
        """Headings behind the headline by tag and lines that are set as one, in reading order."""
        return list(self._behind())

    def _behind(self) -> Iterator[Element]:
        """The headings, looked for no further than they are asked for."""
        elements, index = self._tree.elements, 0
        while True:
            yield from self._seen[index:]
            index = len(self._seen)
            while self._reached < len(elements) and index == len(self._seen):
                element = elements[self._reached]
                self._reached += 1
                if looks_like_heading(element, self._tree) and self._tree.text(element):
                    self._seen.append(element)
            if index == len(self._seen):
                return

    def _place(self, heading: Element) -> int:
        """Where the article of this heading begins; -1 if the heading begins none."""
        place = self._known.get(heading)
        if place is None:
            place = self._known[heading] = self._found(heading)
        return place

    def _found(self, heading: Element) -> int:
        tree = self._tree
        place, text = tree.place[heading], tree.text(heading)
        if heading.tag == "article":
            return place if heading in self._articles else -1
        if heading is self._headline or key(text) == self._title:
            return -1
        if is_next_article(text):
            return place if _is_divider(heading) else -1
        if text.endswith((":", "：")) or place < self._text:
            return -1
        if heading.tag == "h1" and self._headline is not None:
            return place
        article = next(heading.iterancestors("article"), None)
        if article is not None and self._headline is not None and tree.place[article] > self.start:
            return -1 if _in_card(heading, tree) or article is self._own else tree.place[article]
        if is_dated_heading(heading, tree):
            return tree.place[line_of_heading(heading)]
        return -1

    @cached_property
    def _text(self) -> int:
        """The place of the first running text: what stands above it begins no other article."""
        return self.text_behind(self.start)

    def text_behind(self, place: int) -> int:
        """The first place behind this one where running text stands; -1 if there is none."""
        tree = self._tree
        for here in range(place + 1, len(tree.elements)):
            element = tree.elements[here]
            if element.tag == "a" or element.tag in UNREAD:
                continue
            if all(child.tag in INLINE for child in element):
                if _is_running(brief(element, 400)):
                    return here
                continue
            if _is_running(tidy(element.text or "")):
                return here
            for child in element:
                if child.tail and _is_running(tidy(child.tail)):
                    return max(here, tree.place[child])
        return -1

    @cached_property
    def _own(self) -> Element | None:
        """The <article> that holds the first text, and no headline, below the page's own headline."""
        if self._headline is None or next(self._headline.iterancestors("article"), None) is not None:
            return None
        behind = (one for one in self._tree.elements[self.start :] if one.tag == "article")
        first = next(
            (one for one in behind if self._tree.holds(one, self.text_behind(self._tree.place[one] - 1))),
            None,
        )
        return first if first is not None and not self._opens_with_title(first) else None

    def _opens_with_title(self, article: Element) -> bool:
        """Whether a headline stands above an element's text."""
        for line in islice(self._tree.inside(article), 12):
            if line.tag in HEADINGS or (line is not article and looks_like_heading(line, self._tree)):
                return bool(self._tree.text(line))
            if _is_running(line.text or ""):
                return False
        return False

    @cached_property
    def _articles(self) -> list[Element]:
        """The large <article> elements behind the headline, without the first text's own."""
        if self._headline is None:
            return []
        return [
            one
            for one in self._tree.elements[self.start :]
            if one.tag == "article" and one is not self._own and self._tree.is_longer(one, _CARD)
        ]


def is_dated_heading(heading: Element, tree: Tree) -> bool:
    """Whether a date or byline stands right under or above a heading that is no card's."""
    return (is_followed_by_date(heading) or _follows_date(heading)) and not _in_card(heading, tree)


def _in_card(heading: Element, tree: Tree) -> bool:
    """Whether a heading stands in a small box among the text, which points to another article."""
    box = heading
    for depth, around in enumerate(heading.iterancestors()):
        if depth >= 4 or around.tag in {"body", "main"} or tree.is_longer(around, _CARD):
            break
        box = around
        hint = hint_of(names_of(box))
        if depth < 3 and hint.noise and not hint.body:
            return True
    return box is not heading and _text_goes_on(box)


def _text_goes_on(box: Element) -> bool:
    """Whether text of the same make stands before a box and goes on behind it without a new dateline."""
    before, behind = _running_beside(box, before=True), _running_beside(box, before=False)
    if before is None or behind is None or before[0] != behind[0]:
        return False
    return not has_dateline(behind[1])


def _running_beside(box: Element, *, before: bool) -> tuple[str, str] | None:
    """The make and words of the nearest running text beside a box; null if none is near.

    The make is tag and names of its element, or nothing for bare text.
    """
    node = box.getprevious() if before else box
    for _ in range(_BESIDE):
        if node is None:
            return None
        bare = tidy(node.tail or "")
        if _is_running(bare):
            return "", bare
        if node is not box and _is_running(text := brief(node, 300)):
            return f"{node.tag} {names_of(node)}", text
        node = node.getprevious() if before else node.getnext()
    return None


def _is_divider(label: Element) -> bool:
    """Whether another article stands below a label that announces one, and not the text going on."""
    for line in islice(lines_behind(label), 3):
        if is_headline(line):
            return True
        if _is_running(line):
            return has_dateline(line)
    return True


def _is_running(line: str) -> bool:
    return len(line) > 80 and (ends_sentence(line) or len(line) >= 250) and not is_pointer(line)


def starts_article(element: Element) -> bool:
    """Whether an element is an article or has a headline of its own with a date near it."""
    if element.tag == "article":
        return True
    heading = next(element.iter(*HEADINGS), None)
    return heading is not None and is_followed_by_date(heading)


def is_followed_by_date(heading: Element) -> bool:
    """Whether a date or byline stands right under a heading, in or out of its box."""
    for line in islice(lines_behind(heading), 3):
        if begins_dated(line) or is_byline(line):
            return True
        if len(line) > 130:
            return False
    return False


def _follows_date(heading: Element) -> bool:
    """Whether a date stands right above a heading and running text below it."""
    if not is_dated(line_before(heading)):
        return False
    return len(next(lines_behind(heading), "")) > 80
