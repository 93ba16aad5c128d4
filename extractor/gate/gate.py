"""Pages and articles through the gate."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from itertools import chain
from typing import Any, Protocol

from extractor.articles.decode import decode
from extractor.gate.names import names_of
from extractor.gate.writings import UNCLEAR, pattern_of_pages, pattern_of_texts, without_markup
from extractor.model import Article
from extractor.pages.page import Page
from extractor.pages.sniff import utf16_of
from extractor.programmes.model import Programme

SMALL = 2048  # bytes up to which a page costs the parser too little to be worth a look before
_MEMORY = 64 << 20  # bytes that the automaton may fill with states; beyond it, it begins anew


class _Pattern(Protocol):
    def search(self, data: bytes, /) -> object | None: ...


class Gate:
    """Tells pages that may hold an award from pages that cannot, by the programmes' names.

    It never turns away a page whose article `speaks` of an award: what cannot be told from the bytes passes.
    """

    def __init__(self, programmes: Iterable[Programme]) -> None:
        names = names_of(programmes)
        pages = pattern_of_pages(names)
        self._any = _compiled(pages + b"|" + UNCLEAR)
        self._pages = _compiled(pages)
        self._texts = _compiled(pattern_of_texts(names))

    def passes(self, page: Page) -> bool:
        """Whether the page may speak of an award.  Linear in its bytes; nothing is parsed."""
        if len(page.data) <= SMALL:
            return True
        data = _as_utf8(page)
        return (
            data is None
            or self._found(data)
            or self._found((page.given.title or "").encode("utf-8", "replace"))
        )

    def _found(self, data: bytes) -> bool:
        if self._any.search(data) is None:  # most pages: one reading of the bytes decides
            return False
        tries = chain((data,), without_markup(data))
        return any(self._pages.search(plain) is not None for plain in tries)

    def speaks(self, article: Article) -> bool:
        """Whether title or text name an award."""
        text = f"{article.title or ''}\n{article.text}"
        return self._texts.search(text.encode("utf-8", "replace")) is not None


def _as_utf8(page: Page) -> bytes | None:
    """The bytes as they are if they are UTF-8; otherwise as the reader decodes them.

    Null where that would rest on what a server said of them.
    """
    data = page.data
    if utf16_of(data) is None:
        if data.isascii():
            return data
        with suppress(UnicodeDecodeError):
            data.decode("utf-8")
            return data
    return None if page.charset else decode(data).encode("utf-8", "replace")


def _compiled(pattern: bytes) -> _Pattern:
    """An automaton for the pattern: its time is linear in the text whatever the pattern."""
    import re2  # type: ignore[import-untyped]

    options: Any = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # bytes, whatever they mean
    options.max_mem = _MEMORY
    options.never_capture = True
    options.log_errors = False
    compiled: _Pattern = re2.compile(pattern, options)
    return compiled
