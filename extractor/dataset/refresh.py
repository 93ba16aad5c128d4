"""A dataset made ready to read: its schema brought forward, its awards resolved, decisions taken in."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from extractor.dataset.dataset import Dataset, open_dataset
from extractor.dataset.decisions import take_decisions
from extractor.dataset.lock import building
from extractor.dataset.resolve import resolve
from extractor.dataset.schema import connect
from extractor.dataset.state import is_resolved
from extractor.dataset.unwritable import unwritable
from extractor.errors import DatasetMissing, DatasetOlder

Tell = Callable[[str], object]


def refresh(path: Path, tell: Tell = lambda message: None) -> Dataset:
    """The dataset, open to read, its awards following from what is stored.

    It is written to only where an older version or a stopped build left something to do; waits for a build at
    work then.  Raises DatasetError.
    """
    try:
        dataset = open_dataset(path)
        if dataset.resolved:
            return dataset
        dataset.close()
    except DatasetOlder:
        pass
    with unwritable(path), building(path, wait=True, tell=tell), closing(connect(path)) as db:
        if not is_resolved(db):
            resolve(db)
    return open_dataset(path)


def decide(path: Path, decisions: Path, tell: Tell = lambda message: None) -> int:
    """Takes the decisions of a CSV file, all or none, and resolves the dataset; gives how many.

    Raises DecisionsInvalid, DatasetError.
    """
    if not path.is_file():
        raise DatasetMissing(path=str(path))
    with unwritable(path), building(path, wait=True, tell=tell), closing(connect(path)) as db:
        taken = take_decisions(db, decisions)
        if not is_resolved(db):
            resolve(db)
    return taken
