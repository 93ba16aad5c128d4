"""Where the first article of a body's blocks ends: at another headline with a date, byline or dateline."""

from __future__ import annotations

from dataclasses import replace

from bs4.element import Tag

from extractor.articles.blocks import Block
from extractor.articles.lines import (
    ends_sentence,
    has_dateline,
    is_byline,
    is_caption,
    is_credit,
    is_dated,
    is_furniture,
    is_headline,
    is_next_article,
    is_pointer,
)
from extractor.articles.tree import HEADINGS
from extractor.articles.words import key, words

LIST_TAGS = frozenset({"li", "tr"})
LABEL_SIZE = 40  # characters up to which a text is a label


def is_running(block: Block) -> bool:
    """A paragraph of prose: long enough, ending as a sentence does, and no link."""
    return (
        len(block.text) >= 60
        and block.link_share < 0.5
        and block.tag not in HEADINGS
        and not is_pointer(block.text)
    )


def is_meta(block: Block) -> bool:
    text = block.text
    return len(text) < 140 and (is_dated(text) or is_credit(text) or is_furniture(text))


def first_article(blocks: list[Block], title: str | None, root: Tag) -> list[Block]:
    """The blocks up to the next article; one that stands in an element of its own is left out with it."""
    kept: list[Block] = []
    dropped: list[Tag] = []
    first = next((index for index, block in enumerate(blocks) if is_running(block)), None)
    if first is None:
        return blocks
    lead = blocks[first]
    for index, block in enumerate(blocks):
        if any(_inside(block.node, tag) for tag in dropped):
            continue
        if index > first and _begins_article(blocks, index, lead, title):
            wrapper = _wrapper(block.node, lead.node, root)
            while kept and is_meta(kept[-1]):
                kept.pop()  # a date above the other headline
            if wrapper is None:
                break
            dropped.append(wrapper)
            continue
        kept.append(block)
    return kept


def _inside(node: Tag, outer: Tag) -> bool:
    return node is outer or any(parent is outer for parent in node.parents)


def _wrapper(node: Tag, lead: Tag, root: Tag) -> Tag | None:
    """The outermost element around a second headline without the lead; null for the headline itself."""
    above = {id(parent) for parent in lead.parents} | {id(lead)}
    if id(node) in above:
        return None
    outer = node
    while outer.parent is not None and outer.parent is not root and id(outer.parent) not in above:
        outer = outer.parent
    if outer is node or outer.name in {"ul", "ol", "header", "hgroup"}:
        return None
    is_card = node.name not in {"h1", "h2"} or node.find("a") is not None
    return outer if is_card or len(outer.get_text()) > len(node.get_text()) + 100 else None


def unstacked(block: Block) -> list[Block]:
    """A headline set apart from the date or byline that stands under it in the same paragraph."""
    for index in range(len(block.lines) - 1):
        title, below = block.lines[index : index + 2]
        if is_headline(title) and len(below) < 140 and (is_dated(below) or is_byline(below)):
            parts = (block.lines[:index], [title], block.lines[index + 1 :])
            return [replace(block, lines=lines, linked=0, bold=0) for lines in parts if lines]
    return [block]


def _begins_article(blocks: list[Block], index: int, lead: Block, title: str | None) -> bool:
    """Whether a block is another headline: a heading with a date, byline or dateline under it."""
    block = blocks[index]
    text = block.text
    if is_next_article(text):
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        return below is None or not is_running(below) or not ends_sentence(below.text)
    if _is_plain_headline(blocks, index, lead):
        return True
    if not (block.is_heading or block.link_share > 0.9) or not 3 <= len(words(text)) <= 30:
        return False
    if (block.tag == "h1" and key(text) != key(title)) or _in_other_article(block.node, lead.node):
        return True
    if is_pointer(text) or is_furniture(text) or is_caption(text) or is_credit(text) or ends_sentence(text):
        return False
    if is_dated(blocks[index - 1].text) and index + 1 < len(blocks) and is_running(blocks[index + 1]):
        return True
    for ahead in blocks[index + 1 : index + 4]:
        if is_dated(ahead.text) or is_byline(ahead.text):
            return True
        if is_credit(ahead.text) or len(ahead.text) < 60:
            continue
        return has_dateline(ahead.text) and has_dateline(lead.text) and not _is_pointer_title(block)
    return False


def _is_plain_headline(blocks: list[Block], index: int, lead: Block) -> bool:
    """Whether a line set like a headline stands over a date or byline of its own and running text."""
    block, below = blocks[index], blocks[index + 1 : index + 5]
    if block.tag in LIST_TAGS or not is_headline(block.text) or not ends_sentence(blocks[index - 1].text):
        return False
    if below and is_running(below[0]) and has_dateline(below[0].text) and has_dateline(lead.text):
        return True
    texts = [one.text for one in below]
    about = next((one for one in texts if len(one) > LABEL_SIZE or is_dated(one) or is_byline(one)), "")
    if len(about) > 140 or not (is_dated(about) or is_byline(about)):
        return False
    return any(is_running(one) for one in below[1:])


def _in_other_article(node: Tag, lead: Tag) -> bool:
    """Whether a heading stands in an <article> that does not hold the lead."""
    article = node.find_parent("article")
    return article is not None and not _inside(lead, article)


def _is_pointer_title(block: Block) -> bool:
    return block.link_share > 0.9 and block.tag not in HEADINGS
