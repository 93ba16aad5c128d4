"""The lines that stand right before and behind an element, told apart by blocks and breaks."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.articles.lines import ends_sentence
from extractor.articles.tree import INLINE, Element, brief
from extractor.articles.words import tidy

_INLINE = INLINE - {"br", "img"}
_CLIMBS = 3  # boxes around the element that are left on the way
_PROSE, _SENTENCE = 160, 60  # characters from which a block, or a sentence, is running text
_SIZE = 300  # characters of a line that are read


def lines_behind(element: Element, *, blocks: bool = True) -> Iterator[str]:
    """Lines behind an element, in and right behind the boxes around it; a block is one line.

    Without `blocks`, bare lines only, up to the first block of text.
    """
    node, run, climbed = element, element.tail or "", 0
    while True:
        below = node.getnext()
        if below is None:
            parent = node.getparent()
            if parent is None or climbed >= _CLIMBS:
                break
            if parent.tag not in _INLINE:
                if line := tidy(run):
                    yield line
                run, climbed = "", climbed + 1
            node = parent
            run += node.tail or ""
            continue
        node = below
        if node.tag in _INLINE:
            run += brief(node, _SIZE) + (node.tail or "")
            continue
        if line := tidy(run):
            yield line
        if line := brief(node, _SIZE):
            if blocks:
                yield line
            elif len(line) > _PROSE or (len(line) > _SENTENCE and ends_sentence(line)):
                return
        run = node.tail or ""
    if line := tidy(run):
        yield line


def line_before(element: Element) -> str:
    """The line right before an element in its own box; empty if there is none."""
    run, node = "", element
    while True:
        above = node.getprevious()
        text = (above.tail if above is not None else _parent_text(node)) or ""
        run = text + run
        if above is None:
            parent = node.getparent()
            if parent is None or parent.tag not in _INLINE:
                return tidy(run)
            node = parent
        elif above.tag in _INLINE:
            run = brief(above, _SIZE) + run
            node = above
        elif tidy(run):
            return tidy(run)
        elif line := brief(above, _SIZE):
            return line
        else:
            run, node = "", above


def fills_line(element: Element) -> bool:
    """Whether an inline element, with the inline ones right around it, is all that stands on its line."""
    node = element
    while True:
        above, below = node.getprevious(), node.getnext()
        before = above.tail if above is not None else _parent_text(node)
        if (before and before.strip()) or (node.tail and node.tail.strip()):
            return False
        if (above is not None and above.tag in _INLINE) or (below is not None and below.tag in _INLINE):
            return False
        parent = node.getparent()
        if parent is None or parent.tag not in _INLINE or above is not None or below is not None:
            return True
        node = parent


def _parent_text(node: Element) -> str | None:
    parent = node.getparent()
    return parent.text if parent is not None else None
