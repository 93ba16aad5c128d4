"""A body's elements to its text: BeautifulSoup reads them, inserts and other articles stay out."""

from __future__ import annotations

import re
from dataclasses import replace

from bs4 import BeautifulSoup
from bs4.element import Tag

from extractor.articles.blocks import Block, blocks_of
from extractor.articles.first import LABEL_SIZE, LIST_TAGS, first_article, is_meta, is_running, unstacked
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
    is_page_link,
    is_pointer,
    is_signoff,
    is_summary_label,
)
from extractor.articles.noise import names_of
from extractor.articles.tree import HEADINGS
from extractor.articles.words import key, words

_DECK = 250  # characters up to which a text below the headline may be a standfirst
_BOX_TAGS = frozenset({"div", "center", "section", "td"})
_LABEL_TAGS = frozenset({"dt", "dd", "small", "th"})


def text_of_html(markup: str, title: str | None, parser: str = "lxml") -> str:
    """The running text of a body's markup: paragraphs parted by blank lines, items and rows by line ends."""
    soup = BeautifulSoup(markup, parser, multi_valued_attributes=None)
    root = soup.body or soup
    blocks = [part for block in blocks_of(root) for part in unstacked(block)]
    blocks = _after_headline(blocks, title)
    blocks = first_article(blocks, title, root)
    blocks = [part for block in blocks for part in _split(block)]
    return _written(_folded(_without_repeats(_kept(blocks, title))))


def _after_headline(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks behind the headline, where the body's element holds it too, without the lines under it."""
    want = key(title)
    last, begun = -1, False
    for index, block in enumerate(blocks[:40]):
        if (block.tag == "h1" and not begun) or (want and key(block.text) == want):
            last = index
        elif is_running(block) and not is_dated(block.text) and not is_caption(block.text):
            begun = True
            if last >= 0:
                break
    start = _below_deck(blocks, last + 1) if last >= 0 else 0
    while start < len(blocks) and last >= 0 and is_meta(blocks[start]):
        start += 1
    return blocks[start:]


def _below_deck(blocks: list[Block], start: int) -> int:
    """Where the text may begin below a headline: behind a short standfirst with a date or byline under it."""
    prose = 0
    for index, block in enumerate(blocks[start : start + 5], start):
        if is_meta(block) or is_byline(block.text):
            return index
        prose += len(block.text) >= LABEL_SIZE
        if prose > 1 or len(block.text) > _DECK or has_dateline(block.text):
            break
    return start


def _kept(blocks: list[Block], title: str | None) -> list[Block]:
    """The blocks that are the article's own, with the titles under a lone label left out as well."""
    kept: list[Block] = []
    under_label = under_summary = begun = False
    for block in blocks:
        text = block.text
        if is_label(text):
            under_label, under_summary = True, is_summary_label(text)
            continue
        if under_label and (_is_title_of_other(block) or (under_summary and block.tag in LIST_TAGS)):
            continue
        under_label = False
        if is_pointer(text):
            under_label, under_summary = text.rstrip().endswith((":", "：")), is_summary_label(text)
            continue
        if _is_insert(block, first=not begun) or (title and key(text) == key(title)):
            continue
        kept.append(block)
        begun = begun or is_running(block)
    while kept and (kept[-1].tag in HEADINGS or _is_capital_name(kept[-1])):
        kept.pop()
    return kept


def _is_capital_name(block: Block) -> bool:
    """A writer's name in capitals that closes an article."""
    text = block.text
    return text.isupper() and 2 <= len(text.split()) <= 4 and len(text) < 40 and block.tag not in LIST_TAGS


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
    places: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        for words_of_three in dict.fromkeys(_threes(text)):
            places.setdefault(words_of_three, []).append(index)

    def repeats(index: int) -> bool:
        text = texts[index]
        near = min((places[three] for three in _threes(text)), key=len, default=range(len(texts)))
        return any(
            text in texts[place] and (len(texts[place]) > len(text) or place < index)
            for place in near
            if place != index
        )

    return [block for index, block in enumerate(blocks) if len(texts[index]) < 25 or not repeats(index)]


def _threes(text: str) -> list[str]:
    """Each three words in a row."""
    told = text.split()
    return [" ".join(told[index : index + 3]) for index in range(len(told) - 2)]


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
    if block.after_picture and _is_under_picture(block, first=first):
        return True
    if len(text) < 60 and block.tag in _BOX_TAGS and not ends_sentence(text) and _holds_noise(block.node):
        return True
    if (
        first
        and block.tag not in LIST_TAGS
        and (is_meta(block) or (block.tag in _LABEL_TAGS and len(text) < 60))
    ):
        return True
    return block.link_share > 0.85 and len(words(text)) >= 4 and block.tag != "tr" and not ends_sentence(text)


def _is_under_picture(block: Block, *, first: bool) -> bool:
    """A short text that is no sentence under a picture of its own box, or above all running text."""
    text = block.text
    if len(text) > 200 or ends_sentence(text) or has_dateline(text) or text.endswith(":"):
        return False
    return block.node.find("img") is not None and (first or block.tag not in LIST_TAGS)


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
                block.tag in LIST_TAGS and before.tag == block.tag and _same_list(before.node, block.node)
            )
            text += "\n" if joined else "\n\n"
        text += block.text
        before = block
    return text


def _same_list(one: Tag, other: Tag) -> bool:
    return one.find_parent(["ul", "ol", "table"]) is other.find_parent(["ul", "ol", "table"])
