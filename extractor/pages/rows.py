"""JSON Lines: one page a row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from extractor.errors import PageError, PageInvalidJson, PageNoContent, PageTooLarge
from extractor.pages.page import FailedPage, Given, Kind, Limits, Page
from extractor.pages.sniff import failure_of, kind_of

_CONTENT = ("html", "text", "body", "content")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CHUNK = 1 << 20


def whole(text: str) -> str:
    """The text with lone surrogates, which no UTF-8 can hold, replaced by U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def pages_of_rows(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Page | FailedPage]:
    """One page or failure for every row; `#N` is the number of its line, blank lines give nothing."""
    for number, line in _lines(stream, limits.max_bytes):
        name = f"{source}#{number}"
        if isinstance(line, PageError):
            yield FailedPage(name, line)
        elif line.strip():
            yield _page_of_row(line, name)


def _lines(stream: BinaryIO, limit: int) -> Iterator[tuple[int, bytes | PageError]]:
    """Numbered lines; a line longer than the limit is read past in pieces and becomes an error."""
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        if len(line) <= limit or line.endswith(b"\n"):
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        size = len(line)
        while rest := stream.readline(_CHUNK):
            size += len(rest)
            if rest.endswith(b"\n"):
                break
        yield number, PageTooLarge(size=size, limit=limit)


def _page_of_row(line: bytes, source: str) -> Page | FailedPage:
    try:
        row = json.loads(line.decode("utf-8", "replace"))
    except (ValueError, RecursionError) as error:
        return FailedPage(source, PageInvalidJson(reason=str(error) or type(error).__name__))
    if not isinstance(row, dict):
        return FailedPage(source, PageInvalidJson(reason=f"it is a {type(row).__name__}"))
    return page_of_fields(row, source)


def page_of_fields(row: dict[str, Any], source: str) -> Page | FailedPage:
    """The page that a row's fields hold, or why they hold none."""
    for name in _CONTENT:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            data = whole(value).encode("utf-8")
            error = failure_of(data)
            if error is not None:
                return FailedPage(source, error)
            return Page(source, data, _kind(name, data), _given(row))
    return FailedPage(source, PageNoContent())


def _kind(name: str, data: bytes) -> Kind:
    return "text" if name == "text" else kind_of(data)


def _given(row: dict[str, Any]) -> Given:
    """The row's own words about its page; `source` serves as address where it is one."""
    values = {
        name: _words(row.get(name)) for name in ("url", "title", "published", "author", "site", "source")
    }
    origin = values.pop("source")
    if values["url"] is None and origin is not None and re.match(r"https?://\S+$", origin):
        values["url"] = origin
    return Given(**values)


def _words(value: Any) -> str | None:
    """A text field as one line; a list of names is joined; anything else says nothing."""
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        return None
    return " ".join(whole(value).split()) or None
