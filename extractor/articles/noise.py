"""Which elements of a body are no part of its text, by their tags, names and pictures."""

from __future__ import annotations

from bs4.element import NavigableString, Tag

from extractor.articles.hints import hint_of
from extractor.articles.lines import has_dateline
from extractor.articles.words import tidy

_UNREAD = frozenset(
    {
        "script", "style", "noscript", "svg", "template", "iframe", "select", "option", "button", "form",
        "nav", "aside", "figcaption", "object", "video", "audio", "input", "textarea", "canvas", "map",
        "head", "title", "amp-ad",
    }
)  # fmt: skip
_BOXES = frozenset({"div", "table", "center", "section", "dl"})
_MOST = 0.4  # share of the body's text from which an element is kept whatever its names say


class Noise:
    """Tells a body's own elements from inserts; an element with most of the text is never an insert."""

    def __init__(self, root: Tag) -> None:
        self._most = _MOST * len(root.get_text())
        self._pictured = {id(parent) for picture in root.find_all("img") for parent in picture.parents}

    def is_noise(self, node: Tag) -> bool:
        if node.name in _UNREAD:
            return True
        if node.name == "figure":
            return node.find("table") is None
        names = names_of(node)
        if node.name == "blockquote" and ("twitter" in names or "instagram" in names):
            return True
        if id(node) in self._pictured and node.name in _BOXES and self._is_caption_box(node):
            return True
        if node.name == "footer" or (names and hint_of(names).noise) or _is_hidden(node):
            return len(node.get_text()) < self._most
        return False

    def has_picture(self, node: Tag) -> bool:
        return id(node) in self._pictured

    def _is_caption_box(self, node: Tag) -> bool:
        """A box of one picture and, in an element of its own, one short text: a picture with its caption."""
        text = tidy(node.get_text(" "))
        if not 0 < len(text) < 300 or len(text) > self._most or has_dateline(text):
            return False
        if any(isinstance(child, NavigableString) and child.strip() for child in node.children):
            return False
        return not any(
            child.name == "li" or len(child.get_text()) > 160 for child in node.find_all(["p", "li"])
        )


def _is_hidden(node: Tag) -> bool:
    style = attribute(node, "style")
    return node.has_attr("hidden") or ("none" in style and "display:none" in style.replace(" ", "").lower())


def attribute(node: Tag, name: str) -> str:
    value = node.get(name)
    return " ".join(value) if isinstance(value, list) else value or ""


def names_of(node: Tag) -> str:
    """Class and id of an element in one string."""
    return f"{attribute(node, 'class')} {attribute(node, 'id')}".strip()
