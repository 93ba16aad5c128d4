"""What a fuzzer gives its bytes to: one target a parser.  Each raises what is a fault, and nothing else."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

from extractor.articles import read_article
from extractor.articles.dates import machine_date
from extractor.articles.decode import decode
from extractor.articles.jsonld import linked_of
from extractor.core import Extractor
from extractor.errors import PageError
from extractor.pages import Limits, Page
from extractor.pages.readers import READERS

LIMITS = Limits(max_bytes=100_000)
_extractors: list[Extractor] = []


def extractor() -> Extractor:
    """One for all inputs, made at the first."""
    if not _extractors:
        _extractors.append(Extractor())
    return _extractors[0]


def page(data: bytes) -> None:
    """A page to its result: JSON that holds, marks that quote their text."""
    for kind in ("html", "text"):
        result = extractor().read(Page("page", data, kind), whole=True)  # type: ignore[arg-type]
        check(json.loads(result.to_json().encode("utf-8")), result.article.text, result.article.title or "")


def check(value: Any, text: str, title: str) -> None:
    """That every mark quotes the characters it points at."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            whole = title if value.get("part") == "title" else text
            assert whole[value["start"] : value["end"]] == value["text"], value
        for inner in value.values():
            check(inner, text, title)
    elif isinstance(value, list):
        for inner in value:
            check(inner, text, title)


def article(data: bytes) -> None:
    """A page to its article, or an error of its own; the same twice."""
    found = Page("page", data, "html")
    try:
        read = read_article(found)
    except PageError:
        return
    read.model_dump_json().encode("utf-8")
    assert read == read_article(found)


def encoding(data: bytes) -> None:
    decode(data)
    decode(data, "utf-16")


def linked(data: bytes) -> None:
    """JSON-LD of any form."""
    found = linked_of([data.decode("utf-8", "replace")], ["Judul"])
    assert all(isinstance(name, str) for name in (*found.authors, *found.editors))


def time(data: bytes) -> None:
    """A time as machines write it."""
    moment = machine_date(data.decode("utf-8", "replace"))
    assert moment is None or moment.day.isoformat()


def reader(suffix: str) -> Callable[[bytes], None]:
    """The reader of the files of a suffix: pages and failures, and an end."""

    def read(data: bytes) -> None:
        for found in READERS[suffix](io.BytesIO(data), "file", LIMITS):
            assert found.source.startswith("file")

    return read


TARGETS: dict[str, Callable[[bytes], None]] = {
    "page": page,
    "article": article,
    "encoding": encoding,
    "linked": linked,
    "time": time,
    "rows": reader(".jsonl"),
    "packed-rows": reader(".jsonl.gz"),
    "warc": reader(".warc"),
    "packed-warc": reader(".warc.gz"),
    "parquet": reader(".parquet"),
}
