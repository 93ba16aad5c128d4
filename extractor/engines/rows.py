"""One Parquet row a page: what a partition's file holds."""

from __future__ import annotations

import json
import os
import re
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from extractor.model import Result
from extractor.run import Outcome

COLUMNS: dict[str, tuple[str, str]] = {
    "id": ("string", "sha256 of the page"),
    "source": ("string", "the page's path, with #N for a row"),
    "relevant": ("bool", "whether the page names an award programme; null where it cannot be read"),
    "records": ("int32", "how many records the result has"),
    "error_code": ("string", "why the page cannot be read; null where it was"),
    "error_message": ("string", "the same in words"),
    "result": ("string", "the page's JSON line, as `piagam extract` prints it"),
}
_GROUP_ROWS = 4096  # written together, unless they are too large
_GROUP_SIZE = 1 << 25  # characters of results held in memory
_UNFINISHED = re.compile(r"\.(part-\d+\.parquet)\..+")  # as `written` names a file that is not whole
_DIGEST, _COUNTS = b"piagam.partition", b"piagam.counts"


@dataclass(frozen=True, slots=True)
class Counts:
    """What came of a partition's pages; `left_out` have no row."""

    pages: int = 0
    failed: int = 0
    left_out: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.pages + other.pages, self.failed + other.failed, self.left_out + other.left_out)


def render(with_text: bool, result: Result) -> str:
    """The result's values for COLUMNS, but for `source` and the error, as a JSON list."""
    line = result.to_json(with_text=with_text)
    return json.dumps([result.article.id, result.relevant, len(result.records), line])


class Rows:
    """Takes outcomes with `render`ed results, and writes them to a file as they come."""

    def __init__(self, path: Path) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self.counts = Counts()
        self._arrow: Any = pa
        self._schema = pa.schema(
            [
                pa.field(name, pa.type_for_alias(kind), metadata={"description": said})
                for name, (kind, said) in COLUMNS.items()
            ]
        )
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")
        self._rows: list[tuple[Any, ...]] = []
        self._size = 0

    def take(self, outcome: Outcome) -> None:
        """Adds the row of one page, if it has one."""
        failure = outcome.failure
        self.counts += Counts(1, failure is not None, outcome.left_out)
        if outcome.left_out:
            return
        page_id, relevant, records, line = json.loads(outcome.text)
        code, message = (failure.code, failure.message) if failure is not None else (None, None)
        self._rows.append((page_id, outcome.source, relevant, records, code, message, line))
        self._size += len(line)
        if len(self._rows) == _GROUP_ROWS or self._size >= _GROUP_SIZE:
            self._write()

    def close(self, digest: str) -> None:
        """Ends the file, which says of which partition it is, and its counts."""
        if self._rows:
            self._write()
        self._writer.add_key_value_metadata({_DIGEST: digest, _COUNTS: json.dumps(asdict(self.counts))})
        self._writer.close()

    def _write(self) -> None:
        columns = zip(*self._rows, strict=True)
        arrays = [
            self._arrow.array(values, field.type) for values, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_batch(self._arrow.record_batch(arrays, schema=self._schema))
        self._rows, self._size = [], 0


@contextmanager
def written(path: Path, digest: str) -> Iterator[Rows]:
    """Rows for a file that appears only when it is whole; two who write it at once write the same."""
    part = path.with_name(f".{path.name}.{socket.gethostname()}.{os.getpid()}")
    try:
        rows = Rows(part)
        yield rows
        rows.close(digest)
        with part.open("rb") as stream:
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def unfinished(folder: Path) -> dict[Path, str]:
    """What workers that ended in the middle left in a folder, each with the name of the file it was to be."""
    found = ((path, _UNFINISHED.fullmatch(path.name)) for path in folder.iterdir())
    return {path: match[1] for path, match in found if match is not None}


def counts_of(path: Path, digest: str) -> Counts | None:
    """The counts of a whole file of that partition; null where there is none."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        said: Mapping[bytes, bytes] = pq.read_metadata(path).metadata or {}
    except (OSError, pa.ArrowException):
        return None
    return Counts(**json.loads(said[_COUNTS])) if said.get(_DIGEST) == digest.encode("ascii") else None


def failures_of(path: Path) -> Iterator[tuple[str, str, str]]:
    """Source, code and message of the pages that failed, in their order."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as table:
        for batch in table.iter_batches(columns=["source", "error_code", "error_message"], use_threads=False):
            for source, code, message in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                if code is not None:
                    yield source, code, message
