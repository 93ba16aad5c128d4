"""Daft runs the workers: in processes of this machine, or on a Ray cluster where DAFT_RUNNER=ray says so."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Sequence
from typing import Any

from extractor.engines.job import Job
from extractor.engines.plan import Partition
from extractor.errors import EngineLost, ExtraMissing

_QUIET = {"DO_NOT_TRACK": "true", "DAFT_PROGRESS_BAR": "0"}  # it reports its use to its makers unless told


def ready() -> None:
    """Raises ExtraMissing where Daft is not installed."""
    _daft()


def done(job: Job, partitions: Sequence[Partition], apart: Sequence[bool], workers: int) -> Iterator[str]:
    """Hands the partitions to so many workers; gives what each says, as they end.

    `apart` are partitions to be read outside the workers.  Raises EngineLost where a worker is lost, or Daft
    itself fails; partitions that are not done by then may be given again.
    """
    daft = _daft()
    from daft.exceptions import DaftCoreException
    from daft.runners import get_or_infer_runner_type

    failures: tuple[type[Exception], ...] = (RuntimeError, DaftCoreException)
    tasks = {"partition": [partition.packed() for partition in partitions], "apart": list(apart)}
    frame = daft.from_pydict(tasks)
    if get_or_infer_runner_type() == "ray":  # which gives a task to each part of a frame; else rows are given
        from ray.exceptions import RayError

        failures = (*failures, RayError)
        frame = frame.into_partitions(len(partitions))
    worker = _workers(daft, workers)(job.packed())
    frame = frame.select(worker.work(frame["partition"], frame["apart"]).alias("said"))
    try:
        for row in frame.iter_rows(results_buffer_size=None):
            yield row["said"]
    except failures as error:
        raise EngineLost(engine="daft", reason=" ".join(str(error).split())[-300:]) from error


def _workers(daft: Any, count: int) -> Any:
    """The class of the workers, of which Daft keeps `count`, each in a process of its own."""

    class Workers:
        def __init__(self, job: str) -> None:
            from extractor.engines.worker import Worker

            self._worker = Worker(job)

        @daft.method.batch(return_dtype=daft.DataType.string(), batch_size=1)  # type: ignore[untyped-decorator]
        def work(self, partitions: Any, apart: Any) -> list[str]:
            pairs = zip(partitions.to_pylist(), apart.to_pylist(), strict=True)
            return [self._worker.work(partition, apart=alone) for partition, alone in pairs]

    return daft.cls(Workers, max_concurrency=count, use_process=True)


def _daft() -> Any:
    for name, value in _QUIET.items():
        os.environ.setdefault(name, value)
    try:
        import daft
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise ExtraMissing(extra="daft") from error
    logging.getLogger("daft").setLevel(logging.CRITICAL)  # failures come as errors as well
    logging.getLogger("daft_local_execution").setLevel(logging.CRITICAL)
    return daft
