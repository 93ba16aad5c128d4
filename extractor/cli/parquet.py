"""Rows to Parquet: typed columns, row group by row group, so that memory stays flat."""

from __future__ import annotations

import json
from types import TracebackType
from typing import Any, BinaryIO, Self

from extractor.cli.formats import COLUMNS
from extractor.errors import ExtraMissing

_GROUP = 4096  # rows held in memory, and written together
_TYPES = {"edition": "int32", "rank": "int32", "score": "float64"}  # all others, codes too, are strings


def ready() -> None:
    """Raises ExtraMissing where Parquet cannot be written."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as error:
        raise ExtraMissing(extra="parquet") from error


class ParquetRows:
    """Takes rows as `render_rows` renders them.  Raises ExtraMissing without pyarrow."""

    def __init__(self, stream: BinaryIO) -> None:
        ready()
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._arrow: Any = pa
        self._schema = pa.schema(
            [
                pa.field(name, pa.type_for_alias(_TYPES.get(name, "string")), metadata={"description": said})
                for name, said in COLUMNS.items()
            ]
        )
        self._writer = pq.ParquetWriter(
            pa.PythonFile(_Counted(stream), "w"), self._schema, compression="zstd"
        )
        self._rows: list[list[Any]] = []

    def add(self, text: str) -> None:
        """The rows of one page, one JSON list a line."""
        for line in text.split("\n")[:-1]:
            self._rows.append(json.loads(line))
            if len(self._rows) == _GROUP:
                self._write()

    def _write(self) -> None:
        columns = zip(*self._rows, strict=True)
        arrays = [
            self._arrow.array(values, field.type) for values, field in zip(columns, self._schema, strict=True)
        ]
        self._writer.write_batch(self._arrow.record_batch(arrays, schema=self._schema))
        self._rows = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            if self._rows:
                self._write()
            self._writer.close()


class _Counted:
    """A stream that can only be written to, with the place in it that Parquet asks for."""

    closed = False

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0

    def write(self, data: bytes) -> int:
        self._place += len(data)
        return self._stream.write(data)

    def tell(self) -> int:
        return self._place

    def flush(self) -> None:
        self._stream.flush()

    def close(self) -> None:
        """Whoever opened the stream closes it."""
