"""Full disks, folders that cannot be written, locked datasets: said in one line, and nothing is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from surroundings import given_away, readable, small_disk
from test_faults import PAGE, piagam
from typer.testing import CliRunner

from extractor.cli import app
from extractor.dataset import schema

WRITING = {
    "extract": ("extract", "pages", "-o", "{}/out.jsonl", "--with-text"),
    "parquet": ("extract", "pages", "-o", "{}/out.parquet", "--with-text"),
    "build": ("build", "{}/new.db", "pages"),
    "report": ("report", "d.db", "-o", "{}/r.html"),
    "export": ("export", "d.db", "-o", "{}/out"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Many pages, and a dataset of one."""
    folder = tmp_path_factory.mktemp("places")
    (folder / "pages").mkdir()
    for number in range(30):
        page = PAGE + f"\n\nHalaman {number}. " + "Warga menyambut gembira. " * 20
        (folder / "pages" / f"{number:02}.txt").write_text(page, encoding="utf-8")
    assert piagam(folder, "build", "d.db", "pages/00.txt").returncode == 0
    return folder


def write(folder: Path, command: str, place: Path | str, **more: list[str]) -> tuple[int, list[str]]:
    """Exit status and lines on standard error of a command that writes into a place."""
    done = piagam(folder, *(word.format(place) for word in WRITING[command]), **more)  # type: ignore[arg-type]
    return done.returncode, done.stderr.decode().splitlines()


@pytest.mark.parametrize("command", sorted(WRITING))
def test_a_small_disk_is_full(command: str, folder: Path, tmp_path: Path) -> None:
    with small_disk(tmp_path, "16k" if command in ("report", "export", "parquet") else "40k") as disk:
        (disk / "filler").write_bytes(b"x" * 4096)
        status, said = write(folder, command, disk)
        assert status == 1, said
        assert "error: " in said[-1] and ("No space left" in said[-1] or "disk is full" in said[-1])
        finished = {"out.jsonl", "out.parquet", "r.html", "awards.csv"}
        assert not finished & {path.name for path in disk.rglob("*")}


def test_what_a_full_disk_broke_off_goes_on_once_there_is_room(folder: Path, tmp_path: Path) -> None:
    whole = piagam(folder, "extract", "pages", "--with-text").stdout
    with small_disk(tmp_path, "272k") as disk:
        filler = disk / "filler"
        filler.write_bytes(b"x" * 240_000)
        status, said = write(folder, "extract", disk)
        assert status == 1 and said[0].startswith("kept: "), said
        filler.unlink()
        done = piagam(folder, *(word.format(disk) for word in WRITING["extract"]), "--resume")
        assert done.returncode == 0 and b"pages: 30 read, 30 results, 0 errors" in done.stderr, done.stderr
        assert (disk / "out.jsonl").read_bytes() == whole


@pytest.mark.parametrize("command", sorted(WRITING))
def test_a_folder_that_cannot_be_written(command: str, folder: Path, tmp_path: Path) -> None:
    before = readable(folder)
    (tmp_path / "closed").mkdir(mode=0o555)
    readable(tmp_path)
    status, said = write(folder, command, tmp_path / "closed", before=before)
    assert status in (1, 2), said
    assert len(said) == 1 and said[0].startswith("error: ") and "Permission denied" in said[0]
    assert list((tmp_path / "closed").iterdir()) == []


def test_a_dataset_that_cannot_be_written_can_be_read(folder: Path, tmp_path: Path) -> None:
    before = readable(tmp_path)
    closed, out = tmp_path / "closed", tmp_path / "out"
    closed.mkdir()
    out.mkdir()
    given_away(out)
    (closed / "d.db").write_bytes((folder / "d.db").read_bytes())
    (closed / "d.db").chmod(0o444)
    closed.chmod(0o555)
    readable(folder)
    data = str(closed / "d.db")
    for words in (
        ("query", data, "--json"),
        ("export", data, "-o", str(out / "csv")),
        ("report", data, "-o", str(out / "r.html")),
        ("check", "--dataset", data, "pages/00.txt"),
    ):
        done = piagam(folder, *words, before=before)
        assert done.returncode == 0, done.stderr
    done = piagam(folder, "build", data, "pages/01.txt", before=before)
    assert done.returncode == 1 and b"cannot be written" in done.stderr


@pytest.mark.parametrize("words", [("query",), ("report", "-o", "r.html"), ("build", "pages")])
def test_a_locked_dataset_is_said(
    words: tuple[str, ...], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "BUSY_SECONDS", 0.05)
    monkeypatch.chdir(tmp_path)
    Path("d.db").write_bytes((folder / "d.db").read_bytes())
    db = sqlite3.connect("d.db", isolation_level=None)
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("BEGIN EXCLUSIVE")
    db.execute("CREATE TABLE t (a)")
    try:
        done = CliRunner().invoke(app, [words[0], "d.db", *words[1:]])
    finally:
        db.close()
    assert done.exit_code == 1
    assert done.stderr == "error: another program keeps 'd.db' locked; try again when it is done\n"
    assert done.stdout == ""
