"""The commands around a dataset, as a user runs them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from dataset_pages import MONDAY, TUESDAY, write_page


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_page(tmp_path / "pages", "a.html", TUESDAY)
    write_page(tmp_path / "pages", "b.html", MONDAY)
    return tmp_path


def piagam(folder: Path, *words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "extractor", *words]
    return subprocess.run(command, capture_output=True, cwd=folder, input=stdin, check=False)


def test_from_pages_to_answers(folder: Path) -> None:
    done = piagam(folder, "build", "awards.db", "pages")
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"pages: 2 read, 0 known already, 0 failed" in done.stderr
    assert b"dataset: 2 articles, 1 awards, 2 conflicts" in done.stderr
    assert b"0 read, 2 known already" in piagam(folder, "build", "awards.db", "pages").stderr

    shown = piagam(folder, "query", "awards.db", "Kalimantan Selatan", "--tier", "utama")
    assert shown.returncode == 0 and "Kabupaten Balangan" in shown.stdout.decode()
    lines = piagam(folder, "query", "awards.db", "balangan", "--json").stdout.splitlines()
    assert [json.loads(line)["sources"] for line in lines] == [["pages/a.html", "pages/b.html"]]
    assert piagam(folder, "query", "awards.db", "--province", "Bali", "--json").stdout == b""
    covered = piagam(
        folder, "query", "awards.db", "--coverage", "--edition", "2026", "--tier", "utama", "--json"
    )
    rows = [json.loads(line) for line in covered.stdout.splitlines()]
    assert {r["tier"]: (r["official"], r["found"]) for r in rows if r["programme"] == "uhc-awards"} == {
        "utama": (75, 1)
    }

    assert piagam(folder, "export", "awards.db", "-o", "out", "--format", "jsonl").returncode == 0
    names = sorted(path.name for path in (folder / "out").iterdir())
    assert names == [f"{n}.jsonl" for n in ("articles", "awards", "conflicts", "figures", "statements")]


def test_pages_come_from_standard_input(folder: Path) -> None:
    row = json.dumps({"text": " ".join(TUESDAY), "url": "https://example.org/1"}).encode()
    assert piagam(folder, "build", "awards.db", "-", stdin=row).returncode == 0
    (line,) = piagam(folder, "query", "awards.db", "--json").stdout.splitlines()
    assert json.loads(line)["sources"] == ["-#1"]


def test_failed_pages_are_named(folder: Path) -> None:
    done = piagam(folder, "build", "awards.db", "pages", "gone.html")
    assert done.returncode == 1
    assert b"failed: gone.html: page.missing" in done.stderr and b"2 read" in done.stderr


@pytest.mark.parametrize("command", [["query", "x.db"], ["export", "x.db", "-o", "out"], ["resolve", "x.db"]])
def test_a_missing_dataset_is_told_and_not_made(folder: Path, command: list[str]) -> None:
    done = piagam(folder, *command)
    assert done.returncode == 2
    assert b"piagam build" in done.stderr and b"Traceback" not in done.stderr
    assert not (folder / "x.db").exists()


def test_a_file_of_another_kind_is_left_alone(folder: Path) -> None:
    (folder / "notes.txt").write_text("not a database", encoding="utf-8")
    done = piagam(folder, "build", "notes.txt", "pages")
    assert done.returncode == 2 and b"Traceback" not in done.stderr
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "not a database"
    assert sorted(path.name for path in folder.iterdir()) == ["notes.txt", "pages"]
