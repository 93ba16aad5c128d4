"""Where output goes: standard output, or a file that appears only when it is whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, cast

from extractor.errors import OutputError


@contextmanager
def opened(path: Path | None) -> Iterator[TextIO]:
    """A UTF-8 text stream for `path`; standard output for None and "-".

    A file is written beside its place and renamed at the end; after an error the old file stays as it was.
    Raises OutputError where the file cannot be made.
    """
    if path is None or str(path) == "-":
        yield sys.stdout
    elif path.exists() and not path.is_file():  # /dev/null, a named pipe; a folder is refused by open
        with _made(path, path, "w") as stream:
            yield stream
    else:
        with _whole(path.resolve()) as stream:
            yield stream


@contextmanager
def _whole(path: Path) -> Iterator[TextIO]:
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    stream = _made(part, path, "x")
    try:
        with stream:
            yield stream
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _made(path: Path, wanted: Path, mode: str) -> TextIO:
    try:
        return cast(TextIO, path.open(mode, encoding="utf-8", newline="\n"))
    except OSError as error:
        raise OutputError(path=str(wanted), reason=error.strerror or str(error)) from error
