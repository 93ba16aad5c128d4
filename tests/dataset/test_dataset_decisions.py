"""Editors decide; their decisions stand above all sources and survive rebuilds."""

from __future__ import annotations

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from dataset_pages import MONDAY, TUESDAY, TWO_TIERS, built

from extractor.dataset import build_dataset, decide, open_dataset
from extractor.errors import DecisionsInvalid


def piagam(*words: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "extractor", *map(str, words)], capture_output=True, check=False
    )


def fill(source: Path, **decisions: tuple[str, str, str]) -> None:
    """Fills value, who and why of the rows with these fields."""
    with source.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for row in rows:
        row.update(zip(("value", "who", "why"), decisions.get(row["field"], ("", "", "")), strict=True))
    with source.open("w", encoding="utf-8", newline="") as stream:
        out = csv.DictWriter(stream, list(rows[0]))
        out.writeheader()
        out.writerows(rows)


def test_a_list_filled_in_is_taken_and_survives_rebuilds(tmp_path: Path) -> None:
    built(tmp_path, {"a.html": TUESDAY, "b.html": MONDAY, "c.html": TWO_TIERS}).close()
    database, listed = tmp_path / "awards.db", tmp_path / "conflicts.csv"
    assert piagam("resolve", database, "-o", listed).returncode == 0
    with listed.open(encoding="utf-8", newline="") as stream:
        rows = {row["field"]: row for row in csv.DictReader(stream)}
    assert sorted(rows) == ["presenter", "tier"]  # the reference has settled the date
    assert "pages/b.html “Direktur Utama BPJS Kesehatan Ghufron Mukti”" in rows["presenter"]["stated"]

    fill(listed, presenter=("Ghufron Mukti", "Redaksi", "foto dari panggung"))
    done = piagam("resolve", database, "--decisions", listed)
    assert (
        done.returncode == 0 and b"decisions taken: 1" in done.stderr and b"open conflicts: 1" in done.stderr
    )
    for _ in range(2):
        with open_dataset(database) as dataset:
            award = next(a for a in dataset.awards() if a.region_code == "63.11")
            assert award.presenter == "Ghufron Mukti"
            assert award.presenter_role == "Direktur Utama BPJS Kesehatan"
            (lost,) = [c for c in dataset.conflicts(award.id) if c.field == "presenter"]
            assert (lost.value, lost.why, lost.settled_by) == (
                "Abdul Muhaimin Iskandar",
                "decision",
                "decision",
            )
            assert [(d.who, d.why) for d in dataset.decisions()] == [("Redaksi", "foto dari panggung")]
        build_dataset(database, [str(tmp_path / "pages")], reextract=True)


def test_decisions_travel_to_another_dataset_and_are_taken_back(tmp_path: Path) -> None:
    built(tmp_path, {"c.html": TWO_TIERS}).close()
    database, kept = tmp_path / "awards.db", tmp_path / "decided.csv"
    row = "uhc-awards,2026,63.05,tier,utama,Redaksi,piagam dilihat\n"
    (tmp_path / "mine.csv").write_text(
        "programme,edition,region_code,field,value,who,why\n" + row, encoding="utf-8"
    )
    assert decide(database, tmp_path / "mine.csv") == 1
    assert piagam("resolve", database, "--decided", "-o", kept).returncode == 0
    other = tmp_path / "other.db"
    build_dataset(other, [str(tmp_path / "pages")])
    assert decide(other, kept) == 1
    with open_dataset(database) as one, open_dataset(other) as two:
        assert one.decisions() == two.decisions()
        assert one.awards() == two.awards() and one.awards()[0].tier == "utama"
        before = one.preferred(one.awards()[0].id)
    assert next(p.why for p in before if p.field == "tier") == "decision"
    kept.write_text(kept.read_text(encoding="utf-8").replace("tier,,utama,", "tier,,,"), encoding="utf-8")
    assert decide(other, kept) == 1
    with open_dataset(other) as dataset:
        assert dataset.decisions() == []


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tiers")
    built(folder, {"c.html": TWO_TIERS}).close()
    return folder / "awards.db"


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("uhc-awards,2026,63.05,tier,utama,,alasan", "who"),
        ("uhc-awards,2026,63.05,tier,utama,Redaksi,", "why"),
        ("uhc-awards,2026,63.05,tier,emas,Redaksi,alasan", "emas"),
        ("uhc-awards,2026,63.05,date,27 Januari,Redaksi,alasan", "27 Januari"),
        ("uhc-awards,2026,63.05,colour,biru,Redaksi,alasan", "colour"),
        ("uhc-awards,2025,63.05,tier,utama,Redaksi,alasan", "no award"),
    ],
)
def test_what_is_no_decision_is_named_and_nothing_is_taken(
    database: Path, tmp_path: Path, row: str, problem: str
) -> None:
    good = "uhc-awards,2026,63.05,tier,utama,Redaksi,alasan"
    (tmp_path / "d.csv").write_text(
        f"programme,edition,region_code,field,value,who,why\n{good}\n{row}\n", encoding="utf-8"
    )
    with pytest.raises(DecisionsInvalid, match=problem) as caught:
        decide(database, tmp_path / "d.csv")
    assert "row 3" in str(caught.value)
    with open_dataset(database) as dataset:
        assert dataset.decisions() == []
