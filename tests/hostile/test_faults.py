"""The machine fails, and the command says so: no traceback, no half a line, no page without an outcome."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import hostile_pages
import pytest

import extractor

COMMAND = (sys.executable, "-m", "extractor")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(extractor.__file__).parents[1])}
PAGE = hostile_pages.SENTENCE


def piagam(
    folder: Path, *args: str, stdout: int | None = None, before: Sequence[str] = (), **env: str
) -> subprocess.CompletedProcess[bytes]:
    done = subprocess.run(
        [*before, *COMMAND, *args],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if stdout is None else stdout,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={**ENVIRONMENT, **env},
        check=False,
        timeout=120,
    )
    assert b"Traceback" not in done.stderr
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    for name in "abc":
        (tmp_path / "pages" / f"{name}.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound dataset."""
    place = tmp_path_factory.mktemp("built")
    (place / "a.txt").write_text(PAGE, encoding="utf-8")
    assert piagam(place, "build", "d.db", "a.txt").returncode == 0
    return (place / "d.db").read_bytes()


def test_odd_names_and_rings_of_folders_add_up(folder: Path) -> None:
    (folder / "pages" / "ring").symlink_to(folder / "pages")
    (folder / "pages" / "gone.txt").symlink_to(folder / "nowhere")
    Path(os.fsdecode(os.fsencode(folder / "pages") + b"/\xff\n.txt")).write_text(PAGE, encoding="utf-8")
    done = piagam(folder, "extract", "pages")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    counts = re.search(rb"pages: (\d+) read, (\d+) results, (\d+) errors", done.stderr)
    assert counts and [int(n) for n in counts.groups()] == [5, 4, 1]
    assert done.returncode == 1 and len(lines) == 5
    assert [line["error"]["code"] for line in lines if line["error"]] == ["page.unreadable"]


def test_a_closed_pipe_is_no_error_to_speak_of(folder: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = piagam(folder, "extract", "pages", stdout=write)
    finally:
        os.close(write)
    assert (done.returncode, done.stderr.count(b"Error")) == (141, 0)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_said(folder: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = piagam(folder, "extract", "pages", stdout=full.fileno())
    assert done.returncode == 1
    assert b"No space left" in done.stderr


@pytest.mark.parametrize("args", [("extract", "pages", "-o"), ("build",)])
def test_a_place_that_cannot_be_written_is_said(folder: Path, args: tuple[str, ...]) -> None:
    (folder / "file").write_text("", encoding="utf-8")
    where = ["file/out.jsonl"] if args[0] == "extract" else ["file/d.db", "pages"]
    done = piagam(folder, *args, *where)
    assert done.returncode in (1, 2)
    assert b"error:" in done.stderr and done.stdout == b""


def test_the_surroundings_change_no_byte(folder: Path) -> None:
    plain = piagam(folder, "extract", "pages", "--with-text").stdout
    odd = {"PYTHONHASHSEED": "7", "LANG": "C", "LC_ALL": "C", "TZ": "Pacific/Apia", "PYTHONUTF8": "0"}
    assert plain.count(b"\n") == 3
    assert piagam(folder, "extract", "pages", "--with-text", **odd).stdout == plain


def _of_another_kind(sound: bytes, place: Path) -> None:
    with sqlite3.connect(place) as other:
        other.execute("create table t (a)")
    other.close()


BROKEN = {
    "text": lambda sound, place: place.write_text("no dataset", encoding="utf-8"),
    "cut": lambda sound, place: place.write_bytes(sound[:20_000]),
    "damaged": lambda sound, place: place.write_bytes(sound[:4096] + b"\xaa" * 36_864 + sound[40_960:]),
    "other": _of_another_kind,
}


@pytest.mark.parametrize(
    ("kind", "command"), [("text", "build"), ("text", "export"), ("damaged", "query"), ("damaged", "report")]
)
def test_a_broken_dataset_is_said(folder: Path, built: bytes, kind: str, command: str) -> None:
    BROKEN[kind](built, folder / "d.db")
    before = (folder / "d.db").read_bytes()
    more = {"build": ["pages"], "export": ["-o", "out"], "report": ["-o", "r.html"]}.get(command, [])
    done = piagam(folder, command, "d.db", *more)
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith(b"error: ") and done.stderr.count(b"\n") == 1
    if kind == "text":
        assert (folder / "d.db").read_bytes() == before


@pytest.mark.parametrize("kind", ["cut", "other"])
def test_another_file_is_no_dataset(folder: Path, built: bytes, kind: str) -> None:
    BROKEN[kind](built, folder / "d.db")
    done = piagam(
        folder, "check", "--dataset", "d.db", "--claim", "Kabupaten Balangan meraih UHC Awards 2026."
    )
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: 'd.db' is no usable dataset")
