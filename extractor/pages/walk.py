"""The files below a folder, each once and in order, without holding more than the names on the way."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractor.pages.readers import reader_of


def files_below(folder: str) -> Iterator[tuple[str, os.stat_result | OSError]]:
    """What lies in a folder and below it, in the order of names: path and state, or why there is none.

    Links in a ring end, for each folder is entered once.  A file is all that lies below itself.
    """
    seen: set[tuple[int, int]] = set()
    waiting: list[tuple[str, list[str]]] = [("", [folder])]  # folders with the names left in them, backwards
    while waiting:
        above, names = waiting[-1]
        if not names:
            waiting.pop()
            continue
        path = os.path.join(above, names.pop())  # noqa: PTH118
        try:
            state = Path(path).stat()
            if not stat.S_ISDIR(state.st_mode):
                yield path, state
            elif (state.st_dev, state.st_ino) not in seen:
                seen.add((state.st_dev, state.st_ino))
                waiting.append((path, sorted(os.listdir(path), key=os.fsencode, reverse=True)))  # noqa: PTH208
        except OSError as error:  # no permission, a dangling link, or gone meanwhile
            yield path, error


def size_of(paths: Sequence[str]) -> int | None:
    """Bytes of the files that `iter_pages` would read, as `Pages.position` counts them; null with "-"."""
    if "-" in paths:
        return None
    return sum(
        state.st_size
        for path in paths
        if "\0" not in path
        for name, state in files_below(path)
        if isinstance(state, os.stat_result) and (name == path or reader_of(name) is not None)
    )
