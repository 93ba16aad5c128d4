"""What `piagam programmes validate` tells a maintainer."""

from __future__ import annotations

from importlib import resources
from pathlib import Path

import pytest

from extractor.programmes import validate

GOOD = """
id: lomba
name: Lomba
tiers: [{id: emas, name: Emas}, {id: perak, name: Perak}]
sources: {a: {url: "https://example.org/a"}}
"""


def problems(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "lomba.yaml"
    path.write_text(text, encoding="utf-8")
    return [str(problem).removeprefix(f"{path}: ") for problem in validate(path)]


def test_the_built_in_programmes_are_valid() -> None:
    with resources.as_file(resources.files("extractor.programmes") / "data") as folder:
        assert validate(folder) == []


def test_a_minimal_programme_is_valid(tmp_path: Path) -> None:
    assert problems(tmp_path, GOOD) == []


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("colour: red", "colour: Extra inputs"),
        ("name: Twice", "key 'name' is given twice"),
        ("bands: [{tier: besi, min: 1, sources: [a]}]", "bands[0].tier: unknown tier 'besi'"),
        ("bands: [{tier: emas, min: 1}]", "bands[0].sources: states facts without a source"),
        ("bands: [{tier: emas, min: 1, sources: [b]}]", "unknown source 'b'"),
        ("bands: [{tier: emas, min: 9, max: 1, sources: [a]}]", "min 9 is above max 1"),
        (
            "bands:\n- {tier: emas, min: 5, sources: [a], max: 9}\n"
            "- {tier: perak, max: 5, min: 1, sources: [a]}",
            "perak and emas overlap at 5",
        ),
        (
            "editions: [{year: 2026, date: 2026-01-27, weekday: Senin, sources: [a]}]",
            "editions[0].weekday: 2026-01-27 was a Selasa, not a Senin",
        ),
        (
            "editions: [{year: 2026, totals: {provinsi: 31, kabupaten_kota: 397, all: 500}, sources: [a]}]",
            "make 428, not 500",
        ),
        (
            "editions:\n- year: 2026\n  sources: [a]\n"
            "  totals: {all: 5, by_tier: {emas: 1, perak: 1}, complete: true}",
            "editions[0].totals.by_tier: the tiers make 2, not 5",
        ),
        (
            "criteria:\n- tier: emas\n  holds: {all: [{metric: score, op: '=>', value: 1, unit: points}]}",
            "criteria[0].holds.all[0].op: Input should be",
        ),
        ("weak_aliases: [lomba]", "aliases: 'lomba' is given twice"),
        ("note: [", "line"),
        ("? [a, b]\n: c", "a key must be a word"),
    ],
)
def test_each_mistake_is_named_with_its_field(tmp_path: Path, more: str, says: str) -> None:
    found = problems(tmp_path, f"{GOOD}{more}\n")
    assert any(says in problem for problem in found), found


def test_what_is_no_mapping_or_no_text_is_a_problem_not_a_crash(tmp_path: Path) -> None:
    assert problems(tmp_path, "- a list") == ["the file must hold one mapping with the fields of a programme"]
    (tmp_path / "bad.yaml").write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in validate(tmp_path / "bad.yaml")[0].message
    assert "cannot be read" in validate(tmp_path / "missing.yaml")[0].message


def test_one_id_in_two_files_of_a_folder_is_a_problem(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    (problem,) = validate(tmp_path)
    assert problem.field == "id" and "a.yaml" in problem.message
