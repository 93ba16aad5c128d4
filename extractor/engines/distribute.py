"""A run over an engine: what is left to do, what came of it, and lost partitions given out again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extractor.engines import on_daft
from extractor.engines.job import Job
from extractor.engines.plan import Partition, Plan
from extractor.engines.rows import Counts, counts_of, failures_of, unfinished
from extractor.errors import EngineLost, EngineMismatch, OutputError

MANIFEST = "_piagam.json"  # readers of Parquet folders pass over names that begin so
_TRIES = 3  # runs of the engine in a row that bring nothing


@dataclass(slots=True)
class Summary:
    """What the partitions hold, and how many of them were there before."""

    counts: Counts = field(default_factory=Counts)
    partitions: int = 0
    kept: int = 0
    lost: int = 0


@dataclass(slots=True)
class Run:
    """The partitions of a plan on their way to the folder of a job.

    `asked` is what a later run over the same folder must have in common with this one.
    """

    job: Job
    plan: Plan
    asked: Mapping[str, str]
    summary: Summary = field(default_factory=Summary)

    def steps(self, workers: int) -> Iterator[int]:
        """Reads what is left to read; gives the number of partitions that are whole whenever it grows.

        Raises OutputError, EngineMismatch, and EngineLost if the engine fails again and again.
        """
        self._begin()
        self._clear()
        rest = list(self.plan.partitions)
        summary, tries = self.summary, 0
        summary.partitions = len(rest)
        summary.kept = self._take_whole(rest)
        yield summary.kept
        while rest:
            before, lost = len(rest), None
            try:
                for number, _ in enumerate(self._engine(rest, workers), summary.partitions - before + 1):
                    yield number
            except EngineLost as error:
                lost = error
                summary.lost += 1
            tries = 0 if self._take_whole(rest) else tries + 1
            if rest and tries == _TRIES:
                raise lost or EngineLost(engine="daft", reason=f"{rest[0].name} was not written")
        self._clear()

    def failures(self) -> Iterator[tuple[str, str, str]]:
        """Source, code and message of all pages that failed, in the order of pages."""
        for partition in self.plan.partitions:
            yield from failures_of(self._path(partition))

    def _engine(self, partitions: Sequence[Partition], workers: int) -> Iterator[str]:
        """One run of the engine over the partitions; those that ended a worker of this run are read apart."""
        begun = self._clear()
        apart = [partition.name in begun for partition in partitions]
        for said in on_daft.done(self.job, partitions, apart, workers):
            if said:
                raise OutputError(path=self.job.output, reason=said)
            yield said

    def _clear(self) -> set[str]:
        """Removes what workers left that ended in the middle; gives the names of their partitions' files."""
        left = unfinished(self.job.folder)
        for path in left:
            path.unlink(missing_ok=True)
        return set(left.values())

    def _take_whole(self, rest: list[Partition]) -> int:
        """How many partitions have a whole file now; they are taken from `rest`."""
        before = len(rest)
        for partition in list(rest):
            counts = counts_of(self._path(partition), partition.digest)
            if counts is not None:
                self.summary.counts += counts
                rest.remove(partition)
        return before - len(rest)

    def _path(self, partition: Partition) -> Path:
        return self.job.folder / partition.name

    def _begin(self) -> None:
        """The folder, empty or with partitions of the same run."""
        folder, manifest = self.job.folder, self.job.folder / MANIFEST
        wanted = {**self.asked, "pages": self.plan.digest}
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if manifest.exists():
                before = json.loads(manifest.read_text(encoding="utf-8"))
                other = [name for name in {**before, **wanted} if before.get(name) != wanted.get(name)]
                if other:
                    raise EngineMismatch(path=self.job.output, what=", ".join(other))
            elif any(folder.iterdir()):
                raise OutputError(path=self.job.output, reason="the folder holds other files; give a new one")
            else:
                _put(manifest, json.dumps(wanted, indent=1, sort_keys=True) + "\n")
        except OSError as error:
            raise OutputError(path=self.job.output, reason=error.strerror or str(error)) from error
        except ValueError as error:
            raise OutputError(path=self.job.output, reason=f"{MANIFEST} is damaged") from error


def _put(path: Path, text: str) -> None:
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)
