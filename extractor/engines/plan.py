"""Paths to partitions: runs of neighbouring files of some size, the same for any number of workers."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from extractor.engines.job import digest
from extractor.engines.stores import files_at, is_url
from extractor.pages.readers import reader_of
from extractor.pages.walk import files_below

SMALLEST, LARGEST = 1 << 22, 1 << 27  # bytes of files in one partition; a larger file is one by itself
SHARES = 256  # so many partitions, if those bounds leave it open: enough for each worker to have several
FILES = 2048  # at most, in one partition


@dataclass(frozen=True, slots=True)
class Item:
    """A path to read, with its size in bytes; or, found in a folder, the reason why it cannot be read.

    `root` is the URL at which the path was found, null for a path of this machine.
    """

    path: str
    size: int = 0
    reason: str | None = None
    root: str | None = None


@dataclass(frozen=True, slots=True)
class Partition:
    """Files that are read by one worker, in order, into the file `name`.

    `digest` tells it from a partition of the same name with other files.
    """

    number: int
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        return f"part-{self.number:05}.parquet"

    @property
    def digest(self) -> str:
        return digest(self.packed())

    def packed(self) -> str:
        """The partition as ASCII JSON."""
        return json.dumps([self.number, [astuple(item) for item in self.items]])

    @classmethod
    def unpacked(cls, text: str) -> Partition:
        """The partition that `packed` gave."""
        number, items = json.loads(text)
        return cls(number, tuple(Item(*item) for item in items))


@dataclass(frozen=True, slots=True)
class Plan:
    """The partitions of a run, and how many files of other kinds its folders hold."""

    partitions: tuple[Partition, ...]
    skipped: int

    @property
    def digest(self) -> str:
        return digest("".join(partition.digest for partition in self.partitions))


def planned(paths: Sequence[str]) -> Plan:
    """The plan for files, folders and URLs of stores; it changes with the names and sizes of the files.

    The pages of files and folders are those of `iter_pages`, in its order.
    """
    found = [item for path in paths for item in _items(path)]
    items = [item for item in found if item is not None]
    return Plan(tuple(_partitions(items)), len(found) - len(items))


def _items(path: str) -> Iterator[Item | None]:
    """The files that a path stands for; null for one of another kind in a folder."""
    if is_url(path):
        for name, said in files_at(path):
            yield None if said is None else _item_at(path, name, said)
        return
    try:
        state = Path(path).stat() if path else None
    except (OSError, ValueError):  # told by whoever reads it
        state = None
    if state is None or not stat.S_ISDIR(state.st_mode):
        yield Item(path, state.st_size if state is not None else 0)
        return
    for name, found in files_below(path):
        if isinstance(found, OSError):
            yield Item(name, reason=found.strerror or type(found).__name__)
        elif reader_of(name) is None or not stat.S_ISREG(found.st_mode):
            yield None
        else:
            yield Item(name, found.st_size)


def _item_at(root: str, name: str, said: int | str) -> Item:
    return Item(name, reason=said) if isinstance(said, str) else Item(name, said, root=root)


def _partitions(items: Sequence[Item]) -> Iterator[Partition]:
    share = min(max(sum(item.size for item in items) // SHARES, SMALLEST), LARGEST)
    number, size, taken = 0, 0, list[Item]()
    for item in items:
        if taken and (size + item.size > share or len(taken) == FILES):
            yield Partition(number, tuple(taken))
            number, size, taken = number + 1, 0, []
        taken.append(item)
        size += item.size
    if taken:
        yield Partition(number, tuple(taken))
