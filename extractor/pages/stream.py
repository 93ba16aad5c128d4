"""Paths to pages: files, folders and standard input, in order, each failure a value."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from extractor.errors import PageMissing, PageUnreadable
from extractor.pages.page import FailedPage, Limits, Page
from extractor.pages.readers import Reader, read_unnamed, reader_of
from extractor.pages.walk import files_below


class Pages(Iterator[Page | FailedPage]):
    """The pages of some paths, read as they are asked for; `skipped` counts files passed over so far."""

    def __init__(self, paths: Sequence[str], stdin: BinaryIO | None, limits: Limits) -> None:
        self.skipped = 0
        self._behind = 0
        self._open: BinaryIO | None = None
        self._stdin = stdin
        self._limits = limits
        self._pages = self._all(paths)

    def __next__(self) -> Page | FailedPage:
        return next(self._pages)

    @property
    def position(self) -> int:
        """How many bytes of the files were read so far, packed as they are."""
        return self._behind + (self._open.tell() if self._open is not None else 0)

    def _all(self, paths: Sequence[str]) -> Iterator[Page | FailedPage]:
        for path in paths:
            if not path:
                yield FailedPage("", PageMissing(path=""))
            elif path == "-":
                yield from self._standard_input()
            else:
                yield from self._path(path)

    def _standard_input(self) -> Iterator[Page | FailedPage]:
        if self._stdin is None:
            yield FailedPage("-", PageUnreadable(path="-", reason="there is no standard input"))
            return
        try:
            yield from read_unnamed(self._stdin, "-", self._limits)
        except OSError as error:
            yield FailedPage("-", _unreadable("-", error))

    def _path(self, path: str) -> Iterator[Page | FailedPage]:
        name = printable(path)
        try:
            is_folder = stat.S_ISDIR(Path(path).stat().st_mode)
        except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError: a NUL in the name
            yield FailedPage(name, PageMissing(path=name))
            return
        except OSError as error:
            yield FailedPage(name, _unreadable(name, error))
            return
        if is_folder:
            yield from self._folder(path)
        else:
            yield from self._file(path, reader_of(path) or read_unnamed)

    def _folder(self, folder: str) -> Iterator[Page | FailedPage]:
        """Pages in the order of their names; each folder once, so links in a ring end."""
        for path, found in files_below(folder):
            if isinstance(found, OSError):
                yield FailedPage(printable(path), _unreadable(printable(path), found))
            else:
                yield from self._file_inside(path, found.st_mode)

    def _file_inside(self, path: str, mode: int) -> Iterator[Page | FailedPage]:
        """A file of a folder; one of unknown suffix, and a pipe or device, is counted only."""
        reader = reader_of(path)
        if reader is None or not stat.S_ISREG(mode):
            self.skipped += 1
        else:
            yield from self._file(path, reader)

    def _file(self, path: str, reader: Reader) -> Iterator[Page | FailedPage]:
        name = printable(path)
        try:
            with open(path, "rb") as stream:  # noqa: PTH123 - a name may hold bytes that are no UTF-8
                self._open = stream if stream.seekable() else None
                yield from reader(stream, name, self._limits)
                self._behind += os.fstat(stream.fileno()).st_size
        except OSError as error:
            yield FailedPage(name, _unreadable(name, error))
        finally:
            self._open = None


def iter_pages(paths: Sequence[str], *, stdin: BinaryIO | None = None, limits: Limits | None = None) -> Pages:
    """Pages of files, folders (recursive, by name) and standard input (`-`), in the order of `paths`.

    A page's `source` is its path as given, for a folder joined with the path inside it; a row adds `#N`,
    its line counted from 1.  Nothing is raised: what cannot be read comes as a `FailedPage` in its place.
    Files of unknown suffix are skipped inside a folder and counted in `skipped`; given by name they are
    read by their first bytes.
    """
    return Pages(paths, stdin, limits or Limits())


def printable(path: str) -> str:
    """The path as text: bytes of a name that are no UTF-8 stand as `\\xNN`."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _unreadable(name: str, error: OSError) -> PageUnreadable:
    return PageUnreadable(path=name, reason=error.strerror or type(error).__name__)
