"""HTML text to one lxml tree in reading order, and small questions asked of its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeAlias, cast

from lxml import etree

from extractor.articles.words import tidy

Element: TypeAlias = etree._Element

INLINE = frozenset(
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "center", "cite", "code", "data", "dfn", "em",
        "font", "i", "ins", "kbd", "label", "mark", "o:p", "q", "s", "samp", "small", "span", "strike",
        "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "st1", "br", "img",
    }
)  # fmt: skip
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNREAD = frozenset({"nav", "aside", "button", "figcaption", "form", "title", "head", "option", "label"})
_UNSEEN = (
    "script", "style", "noscript", "svg", "template", "iframe", "select", "object", "canvas", "video",
    "audio", "math", "marquee",
)  # fmt: skip
_LEVELS = 64  # of elements, in one question to libxml2
_XML_HEAD = re.compile(r"^\s*<\?xml[^>]*\?>")


def parse(text: str) -> Element | None:
    """The page's root without comments; null if there is no element at all."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    data = _XML_HEAD.sub("", text).replace("\x00", "").encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, AssertionError, ValueError):
        return None
    if root is not None:
        root.extend(list(root.itersiblings()))  # what stands behind a closed </html>
    return root


def is_deeper(root: Element, depth: int) -> bool:
    """Whether elements lie more than `depth` deep inside each other, the root being the first."""
    level = [root]
    while level and depth > 0:  # libxml2 goes down many levels at once: few pages ask for a second round
        step = min(depth, _LEVELS)
        below = etree.XPath("/".join("*" * step))
        level = [inside for element in level for inside in cast("list[Element]", below(element))]
        depth -= step
    return bool(level)


class Tree:
    """A page's elements in reading order, without what a reader never sees as text."""

    def __init__(self, root: Element) -> None:
        etree.strip_elements(root, *_UNSEEN, with_tail=False)
        self.root = root
        self.elements: list[Element] = list(root.iter(etree.Element))
        self.place: dict[Element, int] = {element: place for place, element in enumerate(self.elements)}
        self._texts: dict[Element, str] = {}

    def text(self, element: Element) -> str:
        """The element's text on one line, remembered."""
        text = self._texts.get(element)
        if text is None:
            text = self._texts[element] = text_of(element)
        return text

    def is_longer(self, element: Element, size: int) -> bool:
        """Whether the element's text has more characters than `size`, without reading far past them."""
        return len(brief(element, 2 * size)) > size or len(self.text(element)) > size

    def headings(self, *tags: str) -> Iterator[Element]:
        """Headings of these levels that say something; a page has many, so they are read as asked for."""
        return (element for element in self.root.iter(*tags) if self.text(element))

    def level(self, *tags: str) -> Iterator[str]:
        """Texts of the headings of these levels."""
        return map(self.text, self.headings(*tags))

    def end(self, element: Element) -> int:
        """Place of the last element inside this one."""
        while len(element):
            element = element[-1]
        return self.place[element]

    def inside(self, element: Element) -> list[Element]:
        """The element and those inside it, in reading order."""
        return self.elements[self.place[element] : self.end(element) + 1]

    def holds(self, element: Element, place: int) -> bool:
        """Whether the element at `place` is this one or stands inside it."""
        return self.place[element] <= place <= self.end(element)

    def lines(self, start: int, end: int, *, whole: bool = False) -> list[str]:
        """The short lines of the elements from `start` up to `end`: one a block, or one a break.

        `whole` leaves out elements that do not end there.
        """
        found: dict[str, None] = {}
        for element in self.elements[max(0, start) : max(0, end)]:
            if whole and self.end(element) >= end:
                continue
            if element.tag not in INLINE and element.tag != "title":
                found.update(dict.fromkeys(_lines_of(element)))
        return list(found)


def _lines_of(element: Element) -> Iterator[str]:
    if element.tag in {"tr", "dl"} and len(whole := tidy(" ".join(texts_of(element)))) <= 160:
        yield whole
    if all(child.tag in INLINE for child in element):
        whole = brief(element, 400)
        if len(whole) <= 160 and element.find("br") is None:
            yield whole
            return
        pieces = _pieces(element)
    else:
        pieces = _own_texts(element)
    yield from (line for piece in pieces if 3 < len(line := tidy(piece)) <= 160)


def _own_texts(element: Element) -> Iterator[str]:
    """Runs of text and inline elements that stand between an element's blocks."""
    run = element.text or ""
    for child in element:
        if child.tag in INLINE and child.tag != "br":
            run += "".join(islice(texts_of(child), 8))
        else:
            yield run
            run = ""
        run += child.tail or ""
    yield run


def _pieces(element: Element) -> Iterator[str]:
    """Texts between breaks, however deep in inline elements."""
    run = element.text or ""
    for child in element:
        if child.tag == "br":
            yield run
            run = ""
        else:
            run += "".join(texts_of(child))
        run += child.tail or ""
    yield run


def texts_of(element: Element) -> Iterator[str]:
    """The element's pieces of text, in reading order."""
    return cast("Iterator[str]", element.itertext())


def select(element: Element, path: str) -> list[Any]:
    """What an XPath that asks for nodes or texts finds."""
    return cast("list[Any]", element.xpath(path))


def brief(element: Element, size: int) -> str:
    """The beginning of the element's text on one line, without reading far past `size` characters."""
    pieces: list[str] = []
    for piece in texts_of(element):
        pieces.append(piece)
        size -= len(piece)
        if size < 0:
            break
    return tidy("".join(pieces))


def text_of(element: Element) -> str:
    """The element's text on one line."""
    return tidy("".join(texts_of(element)))


def names_of(element: Element) -> str:
    """Class and id of an element in one string."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()
