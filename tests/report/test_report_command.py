"""`piagam report`: files, languages and errors."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path


def report(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "extractor", "report", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_writes_the_page_in_the_language_asked_for(
    database: Path, reports: dict[str, Path], tmp_path: Path
) -> None:
    done = report(database, "-o", tmp_path / "r.html", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "r.html").read_bytes() == reports["en"].read_bytes()


def test_standard_output_gives_the_same_page(database: Path, reports: dict[str, Path]) -> None:
    assert report(database, "-o", "-").stdout == reports["id"].read_text(encoding="utf-8")


def test_a_dataset_that_is_none_is_told_and_no_file_is_left(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE t (a)")
    (tmp_path / "text.db").write_text("no database at all, only words" * 40, encoding="utf-8")
    for name, words in (("missing.db", "no dataset"), ("other.db", "no usable"), ("text.db", "no usable")):
        done = report(tmp_path / name, "-o", tmp_path / "r.html")
        assert done.returncode == 2
        assert words in done.stderr and name in done.stderr and "Traceback" not in done.stderr
        assert not (tmp_path / "r.html").exists()


def test_a_place_that_cannot_be_written_is_told(database: Path, tmp_path: Path) -> None:
    done = report(database, "-o", tmp_path / "no" / "such" / "r.html")
    assert done.returncode == 2 and "cannot be written" in done.stderr


def test_missing_libraries_are_named(database: Path, tmp_path: Path) -> None:
    without = "import sys; sys.modules['vl_convert'] = None; from extractor.__main__ import main; main()"
    command = [sys.executable, "-c", without, "report", str(database), "-o", str(tmp_path / "r.html")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 2 and 'pip install "piagam[report]"' in done.stderr
