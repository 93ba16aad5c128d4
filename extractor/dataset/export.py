"""A dataset as files: CSV, JSON Lines, Parquet or a data package; the same bytes for the same content."""

from __future__ import annotations

import csv
import datetime as dt
import errno
import io
import json
import os
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, Literal

from extractor.dataset.dataset import Dataset
from extractor.dataset.fields import number_text
from extractor.dataset.package import descriptor
from extractor.dataset.tables import EXPORTS, Column, Export
from extractor.errors import ExtraMissing, OutputError, OutputFull

Format = Literal["csv", "parquet", "jsonl", "datapackage"]

BATCH: Final = 10_000


def export_dataset(
    dataset: Dataset, folder: Path, form: Format = "csv", licence: str = "CC-BY-4.0"
) -> list[Path]:
    """Writes awards, statements, conflicts, figures and articles into `folder`; gives the files written.

    The files appear together when all are whole.  `licence` is the SPDX id that a data package names.  Raises
    OutputError where a file cannot be written, ExtraMissing without pyarrow.
    """
    write = _WRITERS[form]
    suffix = "csv" if form == "datapackage" else form
    names = [f"{export.name}.{suffix}" for export in EXPORTS]
    parts: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for export, name in zip(EXPORTS, names, strict=True):
            parts.append(folder / f".{name}.{os.getpid()}.part")
            write(export, dataset, parts[-1])
        if form == "datapackage":
            text = json.dumps(
                descriptor(dict(zip(names, parts, strict=True)), licence), ensure_ascii=False, indent=2
            )
            names.append("datapackage.json")
            parts.append(folder / f".datapackage.json.{os.getpid()}.part")
            parts[-1].write_text(text + "\n", encoding="utf-8", newline="\n")
        for name, part in zip(names, parts, strict=True):
            part.replace(folder / name)
    except OSError as error:
        kind = OutputFull if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG) else OutputError
        raise kind(path=str(folder), reason=error.strerror or str(error)) from error
    finally:
        for part in parts:
            part.unlink(missing_ok=True)
    return [folder / name for name in names]


def _write_csv(export: Export, dataset: Dataset, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(",".join(column.name for column in export.columns) + "\n")
        line = io.StringIO(newline="")
        out = csv.writer(line, lineterminator="\r\n")  # csv quotes only its own line ends: both of them so
        for row in export.rows(dataset):
            out.writerow([_csv_value(column.value(row)) for column in export.columns])
            stream.write(line.getvalue().removesuffix("\r\n") + "\n")
            line.seek(0)
            line.truncate()


def _csv_value(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def _write_jsonl(export: Export, dataset: Dataset, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for row in export.rows(dataset):
            content = {column.name: _json_value(column.value(row)) for column in export.columns}
            stream.write(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n")


def _json_value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _write_parquet(export: Export, dataset: Dataset, path: Path) -> None:
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise ExtraMissing(extra="parquet") from error

    types = {
        "string": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
        "array": pa.list_(pa.string()),
    }
    schema = pa.schema([_parquet_field(pa, column, types) for column in export.columns])
    with pq.ParquetWriter(path, schema, compression="zstd") as out:
        for batch in _batches(export.rows(dataset)):
            columns = [[column.value(row) for row in batch] for column in export.columns]
            arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
            out.write_batch(pa.record_batch(arrays, schema=schema))


def _parquet_field(pa: Any, column: Column, types: dict[str, Any]) -> Any:
    return pa.field(column.name, types[column.type], metadata={"description": column.description})


def _batches(rows: Iterator[Any]) -> Iterator[list[Any]]:
    while batch := list(islice(rows, BATCH)):
        yield batch


_WRITERS: Final[dict[Format, Callable[[Export, Dataset, Path], None]]] = {
    "csv": _write_csv,
    "jsonl": _write_jsonl,
    "parquet": _write_parquet,
    "datapackage": _write_csv,
}
