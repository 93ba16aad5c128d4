"""Files in object stores, named by URL: listed and read where they are, by pyarrow."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, BinaryIO, cast

from extractor.errors import PageUnreadable
from extractor.pages import FailedPage, Limits, Page
from extractor.pages.readers import read_unnamed, reader_of

_URL = re.compile(r"(?:s3|gs|gcs|abfss?|hdfs|viewfs|file)://")
_KEYS = re.compile(r"\w+://[^/]*@")
_BUFFER = 1 << 20  # bytes asked of the store at once


def is_url(path: str) -> bool:
    """Whether the path names a place in a store."""
    return _URL.match(path) is not None


def has_keys(path: str) -> bool:
    """Whether it is a URL with a user or keys in it."""
    return is_url(path) and _KEYS.match(path) is not None


def files_at(root: str) -> Iterator[tuple[str, int | str | None]]:
    """What lies at and below a URL, in the order of names.

    Each is named by its URL, without a query: its size, null for a file of another kind, or the reason why
    there is none.
    """
    import pyarrow as pa
    from pyarrow import fs

    name = _bare(root)
    try:
        store, base = _store(root)
        info = store.get_file_info(base)
        if info.type == fs.FileType.Directory:
            below = store.get_file_info(fs.FileSelector(base, recursive=True))
            for file in sorted(below, key=lambda file: file.path.split("/")):
                if file.type == fs.FileType.File:
                    path = name + file.path.removeprefix(base)
                    yield path, None if reader_of(path) is None else file.size
        else:
            yield name, info.size if info.type == fs.FileType.File else "nothing is there"
    except (OSError, pa.ArrowException) as error:
        yield name, _reason(error)


def pages_at(root: str, path: str, limits: Limits) -> Iterator[Page | FailedPage]:
    """The pages of one file that `files_at(root)` named; their `source` is its URL, a row adds `#N`."""
    import pyarrow as pa

    try:
        store, base = _store(root)
        with store.open_input_file(base + path.removeprefix(_bare(root))) as stream:
            buffered = cast(BinaryIO, io.BufferedReader(stream, _BUFFER))
            yield from (reader_of(path) or read_unnamed)(buffered, path, limits)
    except (OSError, pa.ArrowException) as error:
        yield FailedPage(path, PageUnreadable(path=path, reason=_reason(error)))


@cache
def _store(root: str) -> tuple[Any, str]:
    """The store of a URL, and the path in it."""
    from pyarrow.fs import FileSystem

    store, path = FileSystem.from_uri(root)
    return store, path.rstrip("/")


def _bare(root: str) -> str:
    return root.partition("?")[0].rstrip("/")


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__
