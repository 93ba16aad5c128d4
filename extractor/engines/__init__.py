"""The extractor over partitions of its pages, by a distributed engine; one Parquet file a partition."""

from extractor.engines.distribute import Run, Summary
from extractor.engines.job import Job
from extractor.engines.on_daft import ready
from extractor.engines.plan import planned

__all__ = ["Job", "Run", "Summary", "planned", "ready"]
