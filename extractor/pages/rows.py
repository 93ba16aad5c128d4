"""JSON Lines: one page a row."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from pydantic_core import from_json

from extractor.errors import PageError, PageInvalidJson, PageNoContent, PageTooInflated, PageTooLarge
from extractor.pages.page import FailedPage, Given, Kind, Limits, Page
from extractor.pages.sniff import failure_of, kind_of

CONTENT = ("html", "text", "body", "content")
FIELDS = (*CONTENT, "url", "title", "published", "author", "site", "source")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_CHUNK = 1 << 20


def whole(text: str) -> str:
    """The text with lone surrogates, which no UTF-8 can hold, replaced by U+FFFD."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def pages_of_rows(
    stream: BinaryIO, source: str, limits: Limits, *, packed: bool = False
) -> Iterator[Page | FailedPage]:
    """One page or failure for every row; `#N` is the number of its line, blank lines give nothing."""
    for number, line in _lines(stream, limits.max_bytes, limits.max_inflated if packed else None):
        name = f"{source}#{number}"
        if isinstance(line, PageError):
            yield FailedPage(name, line)
        elif not line.isspace():
            yield _page_of_row(line, name, limits)


def _lines(stream: BinaryIO, limit: int, inflated: int | None) -> Iterator[tuple[int, bytes | PageError]]:
    """Numbered lines; a line longer than the limit is read past in pieces and becomes an error.

    Of a packed stream, one that unpacks to more than `inflated` bytes is the last that is read.
    """
    number, longest = 0, limit if inflated is None else min(limit, inflated)
    while line := stream.readline(longest + 1):
        number += 1
        if len(line) <= longest or line.endswith(b"\n"):
            yield number, line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
            continue
        size, rest = len(line), line
        while not rest.endswith(b"\n"):
            if inflated is not None and size > inflated:
                yield number, PageTooInflated(limit=inflated, rest=PageTooInflated.REST)
                return
            if not (rest := stream.readline(_CHUNK)):
                break
            size += len(rest)
        yield number, PageTooLarge(size=size, limit=limit)


def _page_of_row(line: bytes, source: str, limits: Limits) -> Page | FailedPage:
    try:
        row = _unpacked(line)
    except (ValueError, RecursionError) as error:
        return FailedPage(source, PageInvalidJson(reason=str(error) or type(error).__name__))
    if not isinstance(row, dict):
        return FailedPage(source, PageInvalidJson(reason=f"it is a {type(row).__name__}"))
    return page_of_fields(row, source, limits)


def _unpacked(line: bytes) -> Any:
    """The row's value.  The fast parser refuses lone surrogates and what is no UTF-8; Python's takes them.

    Raises ValueError or RecursionError for what is no JSON to either.
    """
    try:
        return from_json(line)
    except ValueError:
        return json.loads(line.decode("utf-8", "replace"))


def page_of_fields(row: dict[str, Any], source: str, limits: Limits) -> Page | FailedPage:
    """The page that a row's fields hold, as text or as bytes, or why they hold none."""
    for name in CONTENT:
        data = _bytes(row.get(name))
        if data and not data.isspace():
            error = _too_large(data, limits) or failure_of(data)
            return FailedPage(source, error) if error else Page(source, data, _kind(name, data), _given(row))
    return FailedPage(source, PageNoContent())


def _bytes(value: Any) -> bytes:
    if isinstance(value, str):
        try:
            return value.encode("utf-8")
        except UnicodeEncodeError:  # rare: looking for it first costs more than unpacking the row
            return whole(value).encode("utf-8")
    return value if isinstance(value, bytes) else b""


def _too_large(data: bytes, limits: Limits) -> PageError | None:
    return PageTooLarge(size=len(data), limit=limits.max_bytes) if len(data) > limits.max_bytes else None


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
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        value = ", ".join(value)
    if not isinstance(value, str):
        return None
    return " ".join(whole(value).split()) or None
