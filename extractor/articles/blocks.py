"""A soup's text as blocks: paragraphs, headings, list items and table rows, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from bs4.element import Comment, NavigableString, PreformattedString, Tag

from extractor.articles.noise import Noise
from extractor.articles.tree import HEADINGS
from extractor.articles.tree import INLINE as _INLINE
from extractor.articles.words import tidy

_VOID = frozenset({"br", "img", "hr", "meta", "link", "input", "wbr"})
_RUN = _INLINE - {"center"}
_ITEM = re.compile(r"(?:\d{1,2}[.)]|[-–•*])\s*\S")


@dataclass(slots=True)
class Block:
    """One paragraph, heading, item or row: its lines and how it is set."""

    lines: list[str]
    tag: str
    node: Tag
    linked: int = 0
    bold: int = 0
    after_picture: bool = False

    @property
    def text(self) -> str:
        """The lines as one: a line that ends or begins like an item keeps its break."""
        text = self.lines[0]
        for line in self.lines[1:]:
            apart = (text[-1] in '.:;,!?)"”' and len(line) > 1) or _ITEM.match(line) is not None
            text += ("\n" if apart else " ") + line
        return text

    @property
    def link_share(self) -> float:
        return self.linked / max(1, sum(map(len, self.lines)))

    @property
    def is_heading(self) -> bool:
        """A heading by its tag, or a short line that is bold throughout."""
        size = sum(map(len, self.lines))
        return self.tag in HEADINGS or (self.bold >= 0.95 * size and size < 160)


class _Reader:
    """Collects inline text and closes it into blocks."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.bold = 0
        self.breaks = 0
        self.picture = False
        self.row: list[str] | None = None
        self.row_linked = 0

    def text(self, text: str, *, linked: bool, bold: bool, owner: Tag, tag: str) -> None:
        if not text.strip():
            if self.pieces and text:
                self.pieces.append(" ")
            return
        if self.breaks >= 2:
            self.close(owner, tag)
        elif self.breaks == 1 and self.pieces:
            self.pieces.append("\n")
        self.breaks = 0
        self.pieces.append(text.replace("\n", " "))
        size = len(tidy(text))
        self.linked += size if linked else 0
        self.bold += size if bold else 0

    def close(self, owner: Tag, tag: str) -> None:
        lines = [line for part in "".join(self.pieces).split("\n") if (line := tidy(part))]
        if lines and self.row is not None:
            self.row += lines
            self.row_linked += self.linked
        elif lines:
            item = None if tag == "li" else next((one for one in owner.parents if one.name == "li"), None)
            if item is not None:
                owner, tag = item, "li"
            self.blocks.append(Block(lines, tag, owner, self.linked, self.bold, self.picture))
            self.picture = False
        self.pieces, self.linked, self.bold, self.breaks = [], 0, 0, 0

    def close_row(self, owner: Tag) -> None:
        if self.row:
            self.blocks.append(Block([" ".join(self.row)], "tr", owner, self.row_linked, 0, self.picture))
            self.picture = False
        self.row, self.row_linked = None, 0


def blocks_of(root: Tag) -> list[Block]:
    """The blocks of an element, without what its tags and names say is no text."""
    reader = _Reader()
    owner, linked, bold = [root], 0, 0
    for node, opens in _events(root):
        if isinstance(node, NavigableString):
            reader.text(str(node), linked=linked > 0, bold=bold > 0, owner=owner[-1], tag=owner[-1].name)
            continue
        name = node.name
        if name in {"meta", "link", "input", "wbr"}:
            continue
        if name == "br":
            reader.breaks += opens
        elif name == "img":
            reader.picture = True
        elif name in _VOID:
            reader.close(owner[-1], owner[-1].name)
        elif name in _RUN:
            linked += (1 if opens else -1) if name == "a" else 0
            bold += (1 if opens else -1) if name in {"b", "strong"} else 0
        else:
            reader.close(owner[-1], owner[-1].name)
            if opens:
                owner.append(node)
            elif len(owner) > 1:
                owner.pop()
            if name == "tr" and _is_data_row(node):
                if opens:
                    reader.row = []
                else:
                    reader.close_row(node)
            if name in HEADINGS and node is not root:
                bold += 1 if opens else -1
    reader.close(root, root.name)
    return reader.blocks


def _is_data_row(row: Tag) -> bool:
    """A row of short cells; a layout table's cell holds paragraphs."""
    return row.find(["p", "div", "ul", "ol", "table", "h1", "h2", "h3"]) is None or len(row.get_text()) < 200


def _events(root: Tag) -> Iterator[tuple[Tag | NavigableString, bool]]:
    """Text and the openings and closings of elements, without recursion and without noise."""
    noise = Noise(root)
    waiting: list[tuple[Tag | NavigableString, bool]] = [
        (child, True) for child in reversed(root.contents) if isinstance(child, (Tag, NavigableString))
    ]
    while waiting:
        node, opens = waiting.pop()
        if isinstance(node, NavigableString):
            if not isinstance(node, (Comment, PreformattedString)):
                yield node, True
            continue
        if opens and noise.is_noise(node):
            if noise.has_picture(node):
                yield cast(Tag, node.find("img")), True  # the text below it may be its caption
            continue
        yield node, opens
        if opens and node.name not in _VOID:
            waiting.append((node, False))
            waiting += [(c, True) for c in reversed(node.contents) if isinstance(c, (Tag, NavigableString))]
