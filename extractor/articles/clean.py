"""A body's elements to its text: BeautifulSoup reads them, inserts and other articles stay out."""

from __future__ import annotations

import re
from dataclasses import replace

from bs4 import BeautifulSoup
from bs4.element import Tag

from extractor.articles.blocks import Block, blocks_of
from extractor.articles.hints import hint_of
from extractor.articles.lines import (
    ends_sentence,
    has_dateline,
    is_byline,
    is_caption,
    is_credit,
    is_dated,
    is_furniture,
    is_label,
    is_labelled_caption,
    is_next_article,
    is_page_link,
    is_pointer,
    is_signoff,
    is_summary_label,
)
from extractor.articles.noise import names_of
from extractor.articles.tree import HEADINGS
from extractor.articles.words import key, words

_BOX_TAGS = frozenset({"div", "center", "section", "td"})
_LIST_TAGS = frozenset({"li", "tr"})
_LABEL_TAGS = frozenset({"dt", "dd", "small", "th"})


def text_of_html(markup: str, title: str | None, parser: str = "lxml") -> str:
    """The running text of a body's markup: paragraphs parted by blank lines, items and rows by line ends."""
    soup = BeautifulSoup(markup, parser, multi_valued_attributes=None)
    root = soup.body or soup
    blocks = blocks_of(root)
    blocks = _after_headline(blocks, title)
    blocks = _first_article(blocks, title, root)
    blocks = [part for block in blocks for part in _split(block)]
    return _written(_folded(_without_repeats(_kept(blocks, title))))


def _is_running(block: Block) -> bool:
    """A paragraph of prose: long enough, ending as a sentence does, and no link."""
    return (
        len(block.text) >= 60
        and block.link_share < 0.5
        and block.tag not in HEADINGS
        and not is_pointer(block.text)
    )


def _after_headline(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks behind the headline, where the body's element holds it too, without the lines under it."""
    want = key(title)
    last, begun = -1, False
    for index, block in enumerate(blocks[:40]):
        if (block.tag == "h1" and not begun) or (want and key(block.text) == want):
            last = index
        elif _is_running(block) and not is_dated(block.text) and not is_caption(block.text):
            begun = True
            if last >= 0:
                break
    start = last + 1
    while start < len(blocks) and last >= 0 and _is_meta(blocks[start]):
        start += 1
    return blocks[start:]


def _is_meta(block: Block) -> bool:
    text = block.text
    return len(text) < 140 and (is_dated(text) or is_credit(text) or is_furniture(text))


def _first_article(blocks: list[Block], title: str | None, root: Tag) -> list[Block]:
    """The blocks up to the next article; one that stands in an element of its own is left out with it."""
    kept: list[Block] = []
    dropped: list[Tag] = []
    first = next((index for index, block in enumerate(blocks) if _is_running(block)), None)
    if first is None:
        return blocks
    lead = blocks[first]
    for index, block in enumerate(blocks):
        if any(_inside(block.node, tag) for tag in dropped):
            continue
        if index > first and _begins_article(blocks, index, lead, title):
            wrapper = _wrapper(block.node, lead.node, root)
            while kept and _is_meta(kept[-1]):
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


def _begins_article(blocks: list[Block], index: int, lead: Block, title: str | None) -> bool:
    """Whether a block is another headline: a heading with a date, byline or dateline under it."""
    block = blocks[index]
    text = block.text
    if is_next_article(text):
        return True
    if not (block.is_heading or block.link_share > 0.9) or not 3 <= len(words(text)) <= 30:
        return False
    if (block.tag == "h1" and key(text) != key(title)) or _in_other_article(block.node, lead.node):
        return True
    if is_pointer(text) or is_furniture(text) or is_caption(text) or is_credit(text) or ends_sentence(text):
        return False
    if is_dated(blocks[index - 1].text) and index + 1 < len(blocks) and _is_running(blocks[index + 1]):
        return True
    for ahead in blocks[index + 1 : index + 4]:
        if is_dated(ahead.text) or is_byline(ahead.text):
            return True
        if is_credit(ahead.text) or len(ahead.text) < 60:
            continue
        return has_dateline(ahead.text) and has_dateline(lead.text) and not _is_pointer_title(block)
    return False


def _in_other_article(node: Tag, lead: Tag) -> bool:
    """Whether a heading stands in an <article> that does not hold the lead."""
    article = node.find_parent("article")
    return article is not None and not _inside(lead, article)


def _is_pointer_title(block: Block) -> bool:
    return block.link_share > 0.9 and block.tag not in HEADINGS


def _kept(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks that are the article's own, with the titles under a lone label left out as well."""
    kept: list[Block] = []
    under_label = under_summary = False
    for block in blocks:
        text = block.text
        if is_label(text):
            under_label, under_summary = True, is_summary_label(text)
            continue
        if under_label and (_is_title_of_other(block) or (under_summary and block.tag in _LIST_TAGS)):
            continue
        under_label = False
        if is_pointer(text):
            under_label, under_summary = text.rstrip().endswith((":", "：")), is_summary_label(text)
            continue
        if _is_insert(block, first=not any(_is_running(one) for one in kept)):
            continue
        if not title or key(text) != key(title):
            kept.append(block)
    while kept and (kept[-1].tag in HEADINGS or _is_capital_name(kept[-1])):
        kept.pop()
    return kept


def _is_capital_name(block: Block) -> bool:
    """A writer's name in capitals that closes an article."""
    text = block.text
    return text.isupper() and 2 <= len(text.split()) <= 4 and len(text) < 40 and block.tag not in _LIST_TAGS


def _split(block: Block) -> list[Block]:
    """A paragraph of several lines cut where one of them is an insert, so that each is judged alone."""
    if len(block.lines) < 2 or not any(map(_is_inserted_line, block.lines)):
        return [block]
    parts: list[list[str]] = []
    for line in block.lines:
        if _is_inserted_line(line) or not parts or _is_inserted_line(parts[-1][-1]):
            parts.append([line])
        else:
            parts[-1].append(line)
    share = block.link_share
    return [replace(block, lines=one, linked=round(share * sum(map(len, one))), bold=0) for one in parts]


def _is_inserted_line(line: str) -> bool:
    return is_pointer(line) or is_label(line) or is_furniture(line) or is_credit(line)


def _without_repeats(blocks: list[Block]) -> list[Block]:
    """The blocks without pull quotes: a text that stands word for word inside another one."""
    texts = [f" {key(block.text)} " for block in blocks]
    return [
        block
        for index, block in enumerate(blocks)
        if len(texts[index]) < 25
        or not any(
            texts[index] in other and (len(other) > len(texts[index]) or place < index)
            for place, other in enumerate(texts)
            if place != index
        )
    ]


def _is_title_of_other(block: Block) -> bool:
    """A title in a box of links: all link, or a list's short item without the end of a sentence."""
    if block.link_share > 0.5:
        return True
    return (
        len(words(block.text)) <= 22
        and len(block.text) > 8
        and not ends_sentence(block.text)
        and not block.text.endswith(":")
    )


def _is_insert(block: Block, *, first: bool) -> bool:
    text = block.text
    if is_furniture(text) or is_credit(text) or is_signoff(text):
        return True
    if len(text) < 160 and is_page_link(text) and not ends_sentence(text):
        return True
    if is_caption(text) and (first or block.after_picture or is_labelled_caption(text)):
        return True
    if len(text) < 60 and block.tag in _BOX_TAGS and not ends_sentence(text) and _holds_noise(block.node):
        return True
    if (
        first
        and block.tag not in _LIST_TAGS
        and (_is_meta(block) or (block.tag in _LABEL_TAGS and len(text) < 60))
    ):
        return True
    return block.link_share > 0.85 and len(words(text)) >= 4 and block.tag != "tr" and not ends_sentence(text)


def _holds_noise(node: Tag) -> bool:
    """Whether an element holds an advertisement's place or the like, so that its text is that one's label."""
    return any(hint_of(names_of(child)).noise for child in node.find_all(True, limit=6))


def _folded(blocks: list[Block]) -> list[Block]:
    """A dateline that stands before the first paragraph belongs to it."""
    if len(blocks) > 1 and len(blocks[0].text) < 60 and re.search(r"[-–—:]\s*$", blocks[0].text):
        head, second = blocks[0], blocks[1]
        lines = [f"{head.text} {second.lines[0]}", *second.lines[1:]]
        merged = replace(second, lines=lines, linked=head.linked + second.linked)
        return [merged, *blocks[2:]]
    return blocks


def _written(blocks: list[Block]) -> str:
    """Blocks as text; items of one list and rows of one table stand on lines of one paragraph."""
    text = ""
    before: Block | None = None
    for block in blocks:
        if before is not None:
            joined = (
                block.tag in _LIST_TAGS and before.tag == block.tag and _same_list(before.node, block.node)
            )
            text += "\n" if joined else "\n\n"
        text += block.text
        before = block
    return text


def _same_list(one: Tag, other: Tag) -> bool:
    return one.find_parent(["ul", "ol", "table"]) is other.find_parent(["ul", "ol", "table"])
