"""Parquet: one page a row, under the columns of JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from extractor.errors import PageDamaged, PageNeedsExtra, PageNoContent, PageUnreadable
from extractor.pages.page import FailedPage, Limits, Page
from extractor.pages.rows import CONTENT, FIELDS, page_of_fields

if TYPE_CHECKING:
    import pyarrow

_ROWS = 16  # rows unpacked together: few, for each may be a page of the largest size


def read_parquet(stream: BinaryIO, source: str, limits: Limits) -> Iterator[Page | FailedPage]:
    """One page or failure a row, `#N` its number from 1; `html` and its like may be strings or bytes."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        yield FailedPage(source, PageNeedsExtra(extra="parquet"))
        return
    if not stream.seekable():
        yield FailedPage(source, PageUnreadable(path=source, reason="Parquet in a pipe; give the file"))
        return
    number = 0
    try:
        with pq.ParquetFile(stream, pre_buffer=False, buffer_size=1 << 20) as table:
            columns = [name for name in FIELDS if name in table.schema_arrow.names]
            if not set(columns) & set(CONTENT):
                yield FailedPage(source, PageNoContent())
                return
            for batch in table.iter_batches(_ROWS, columns=columns, use_threads=False):
                for row in _rows(batch):
                    number += 1
                    yield page_of_fields(row, f"{source}#{number}", limits)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:  # the last for a column's name
        name = f"{source}#{number + 1}" if number else source
        yield FailedPage(name, PageDamaged(reason=" ".join(str(error).split()) or type(error).__name__))


def _rows(batch: pyarrow.RecordBatch) -> list[dict[str, Any]]:
    """The batch's rows; strings come as bytes, for not every writer made sure that they are UTF-8."""
    import pyarrow as pa

    columns = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if pa.types.is_string(column.type):
            column = column.cast(pa.binary())
        elif pa.types.is_large_string(column.type):
            column = column.cast(pa.large_binary())
        columns[name] = column.to_pylist()
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
