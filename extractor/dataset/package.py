"""The descriptor of a Frictionless data package: files with hashes, columns with meanings, licence."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any, Final

from extractor.dataset.tables import EXPORTS, Column, Export

_TITLES: Final = {
    "awards": "Awards, one row a programme, edition, region and scope",
    "statements": "What each article states of each award",
    "conflicts": "Values that disagree with the preferred one",
    "figures": "Numbers stated for regions",
    "articles": "Articles read",
}
_DATE: Final = r"^\d{4}(-\d{2}(-\d{2})?)?$"


def descriptor(files: dict[str, Path], licence: str) -> dict[str, Any]:
    """The content of datapackage.json; `files` are the CSV files by final name, in the order of EXPORTS."""
    return {
        "profile": "tabular-data-package",
        "name": "piagam-awards",
        "title": "Awards to regional governments of Indonesia, as news reports them",
        "description": "Every value has its articles; statements quote the words they were read from.",
        "licenses": [{"name": licence, "path": f"https://spdx.org/licenses/{licence}.html"}],
        "resources": [_resource(export, *file) for export, file in zip(EXPORTS, files.items(), strict=True)],
    }


def _resource(export: Export, name: str, path: Path) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": export.name,
        "title": _TITLES[export.name],
        "path": name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": f"sha256:{_digest(path)}",
        "schema": {
            "fields": [_field(column) for column in export.columns],
            "missingValues": [""],
            "primaryKey": ["id"],
            "foreignKeys": [_link(column, other) for column, other in export.links.items()],
        },
    }


def _field(column: Column) -> dict[str, Any]:
    rules: dict[str, Any] = {} if column.nullable else {"required": True}
    if column.name == "id":
        rules["unique"] = True
    if column.name in ("date", "as_of"):
        rules["pattern"] = _DATE
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.description}
    return {**field, "constraints": rules} if rules else field


def _link(column: str, other: str) -> dict[str, Any]:
    return {"fields": [column], "reference": {"resource": other, "fields": ["id"]}}


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
