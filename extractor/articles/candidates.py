"""Containers of running text: where a page's sentences stand, and how many of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractor.articles.borders import starts_article
from extractor.articles.hints import hint_of
from extractor.articles.lines import ends_sentence
from extractor.articles.tree import HEADINGS, INLINE, UNREAD, Element, Tree, names_of

LARGE = frozenset({"body", "article", "main"})
_LEAVES = frozenset({"p", "li", *HEADINGS, "pre", "dd", "dt", "th"})
_PASSED = frozenset({"ul", "ol", "dl", "blockquote", "center", "tbody", "thead", "tr", "table"}) | INLINE
_BOXES = frozenset({"span", "font", "center", "label", "b", "strong"})
_PIECE = 20  # characters from which a piece of text counts at all
_RUNNING = 25  # characters from which a sentence is more than a label
_LABEL = 80  # characters up to which a text that is no sentence is a title or label


@dataclass(slots=True)
class Candidate:
    """A container, the running text that stands directly in it, and the place of the first of it."""

    element: Element
    place: int
    texts: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    score: float = 0.0

    @property
    def size(self) -> int:
        return sum(map(len, self.texts))

    def size_before(self, place: int) -> int:
        """Characters of the texts that stand before a place."""
        return sum(len(text) for text, here in zip(self.texts, self.places, strict=True) if here < place)


@dataclass(slots=True)
class _Block:
    """The pieces of text of one block, and how many characters of them are links."""

    pieces: list[str] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    linked: int = 0


def candidates_of(tree: Tree, headline: Element | None) -> list[Candidate]:
    """Containers with their running text, in the order of the first of it."""
    found: dict[Element, Candidate] = {}
    for block, read in _blocks(tree).items():
        size = sum(map(len, read.pieces)) + read.linked
        if size < _RUNNING or read.linked > 0.5 * size or block.tag in HEADINGS or block is headline:
            continue
        apart = _holds_boxes(block) or len(read.pieces) > 3
        texts, places = (read.pieces, read.places) if apart else ([tree.text(block)], read.places[:1])
        if size < _LABEL and not ends_sentence(texts[-1]):
            continue  # a title or label
        own = block.tag not in _LEAVES and (len(read.pieces) >= 2 or block.tag in LARGE)
        own = own or block.get("itemprop") == "articleBody"
        container = block if own else _above(block, _PASSED | {"p", "li"})
        if container is not None and container in tree.place:
            candidate = found.setdefault(container, Candidate(container, tree.place[block]))
            candidate.texts += texts
            candidate.places += places
    return _lifted(found, tree)


def _blocks(tree: Tree) -> dict[Element, _Block]:
    """The blocks of the page with the pieces of text in them that are long enough to count."""
    blocks: dict[Element, _Block] = {}
    for place, element in enumerate(tree.elements):
        if (text := element.text) and len(text) > _PIECE:
            _add(blocks, element, text.strip(), place)
        if (text := element.tail) and len(text) > _PIECE and (parent := element.getparent()) is not None:
            _add(blocks, parent, text.strip(), place)
    return blocks


def _add(blocks: dict[Element, _Block], element: Element, text: str, place: int) -> None:
    if len(text) <= _PIECE:
        return
    linked = False
    block: Element | None = element
    while block is not None and block.tag in INLINE and not _is_box(block):
        linked = linked or block.tag == "a"
        block = block.getparent()
    if block is None or block.tag in UNREAD:
        return
    read = blocks.setdefault(block, _Block())
    if linked:
        read.linked += len(text)
    else:
        read.pieces.append(text)
        read.places.append(place)


def _is_box(element: Element) -> bool:
    """An inline element used as a box: it says so itself, or paragraphs or breaks stand in it."""
    if element.tag not in _BOXES:
        return False
    return element.get("itemprop") == "articleBody" or any(
        child.tag in {"br", "p", "div"} for child in element
    )


def _holds_boxes(block: Element) -> bool:
    """Whether other blocks stand in this one beside its own text."""
    return any(child.tag not in INLINE or _is_box(child) for child in block)


def _above(element: Element, passed: frozenset[str]) -> Element | None:
    parent = element.getparent()
    while parent is not None and parent.tag in passed:
        parent = parent.getparent()
    return parent


def _lifted(found: dict[Element, Candidate], tree: Tree) -> list[Candidate]:
    """A container of one paragraph is itself a paragraph of its parent, where that has others."""
    single: dict[Element, list[Candidate]] = {}
    for candidate in found.values():
        element = candidate.element
        if len(candidate.texts) == 1 and element.tag not in LARGE and not element.get("itemprop"):
            parent = _above(_outermost(candidate.element, tree), _PASSED)
            if parent is not None:
                single.setdefault(parent, []).append(candidate)
    for parent, children in single.items():
        kept = [one for one in children if not is_noise(one.element) and not starts_article(one.element)]
        if is_noise(parent) or not kept or (parent not in found and len(kept) < 2):
            continue
        own = found.setdefault(parent, Candidate(parent, kept[0].place))
        own.place = min(own.place, kept[0].place)
        for child in kept:
            own.texts += child.texts
            own.places += child.places
            found.pop(child.element, None)
    return sorted(found.values(), key=lambda one: one.place)


def _outermost(element: Element, tree: Tree) -> Element:
    """The outermost element around this one that holds no other text."""
    size = len(tree.text(element))
    parent = element.getparent()
    while parent is not None and parent.tag not in LARGE and not tree.is_longer(parent, size):
        element, parent = parent, parent.getparent()
    return element


def is_noise(element: Element) -> bool:
    """Whether an element's names speak of something else than a body."""
    hint = hint_of(names_of(element))
    return hint.noise and not hint.body
