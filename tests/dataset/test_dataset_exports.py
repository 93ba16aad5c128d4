"""Exports hold what they promise: columns, types, and a data package that frictionless itself finds valid."""

from __future__ import annotations

import csv
import datetime as dt
import json
from pathlib import Path

import pyarrow.parquet as pq
from dataset_pages import CORPUS, MONDAY, TUESDAY, TWO_TIERS, built, exported
from frictionless import Package, validate

from extractor.dataset import build_dataset, open_dataset
from extractor.dataset.tables import EXPORTS

PROMISED = (
    "programme",
    "edition",
    "region_code",
    "region",
    "scope",
    "tier",
    "status",
    "date",
    "venue",
    "official_name",
    "official_role",
    "presenter",
    "organizer",
    "verdict",
    "sources",
)


def test_a_data_package_is_valid(tmp_path: Path) -> None:
    build_dataset(tmp_path / "awards.db", [*map(str, sorted(CORPUS.glob("u26*.html")))])
    exported(tmp_path / "awards.db", tmp_path / "out", "datapackage")
    report = validate(str(tmp_path / "out" / "datapackage.json"))
    assert report.valid, report.flatten(["title", "message"])
    package = Package(str(tmp_path / "out" / "datapackage.json"))
    assert [resource.name for resource in package.resources] == [export.name for export in EXPORTS]
    assert package.licenses[0]["name"] == "CC-BY-4.0"
    assert all(field.description for resource in package.resources for field in resource.schema.fields)


def test_values_are_typed_and_codes_are_text(tmp_path: Path) -> None:
    built(tmp_path, {"a.html": TUESDAY, "b.html": MONDAY, "c.html": TWO_TIERS}).close()
    exported(tmp_path / "awards.db", tmp_path / "p", "parquet")
    rows = pq.read_table(tmp_path / "p" / "awards.parquet").to_pylist()
    row = next(r for r in rows if r["region_code"] == "63.11")
    assert (row["edition"], row["day"], row["date"]) == (2026, dt.date(2026, 1, 27), "2026-01-27")
    assert row["sources"] == ["pages/a.html", "pages/b.html"]
    exported(tmp_path / "awards.db", tmp_path / "j", "jsonl")
    lines = (tmp_path / "j" / "figures.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["value"] for line in lines] == [99.2]


def test_all_forms_hold_the_same(tmp_path: Path) -> None:
    built(tmp_path, {"a.html": TUESDAY, "b.html": MONDAY, "c.html": TWO_TIERS}).close()
    for form in ("csv", "parquet", "jsonl"):
        exported(tmp_path / "awards.db", tmp_path / form, form)  # type: ignore[arg-type]
    for export in EXPORTS:
        with (tmp_path / "csv" / f"{export.name}.csv").open(encoding="utf-8", newline="") as stream:
            by_csv = list(csv.DictReader(stream))
        lines = (tmp_path / "jsonl" / f"{export.name}.jsonl").read_text(encoding="utf-8").splitlines()
        by_json = [json.loads(line) for line in lines]
        by_parquet = pq.read_table(tmp_path / "parquet" / f"{export.name}.parquet").to_pylist()
        assert [r["id"] for r in by_csv] == [r["id"] for r in by_json] == [r["id"] for r in by_parquet]
        for row, other in zip(by_json, by_parquet, strict=True):
            assert row == {k: v.isoformat() if isinstance(v, dt.date) else v for k, v in other.items()}


def test_awards_have_the_promised_columns(tmp_path: Path) -> None:
    built(tmp_path, {"a.html": TUESDAY}).close()
    exported(tmp_path / "awards.db", tmp_path / "out")
    with (tmp_path / "out" / "awards.csv").open(encoding="utf-8", newline="") as stream:
        (row,) = csv.DictReader(stream)
    assert set(PROMISED) <= set(row)
    assert (row["programme"], row["region"], row["scope"]) == ("uhc-awards", "Kabupaten Balangan", "")
    assert json.loads(row["sources"]) == ["pages/a.html"]


def test_a_build_in_between_does_not_mix_into_an_export(tmp_path: Path) -> None:
    with built(tmp_path, {"a.html": TUESDAY}) as dataset, dataset.snapshot():
        before = dataset.awards()
        built(tmp_path, {"c.html": TWO_TIERS}).close()
        assert dataset.awards() == before
    with open_dataset(tmp_path / "awards.db") as dataset:
        assert len(dataset.awards()) == 2
