"""SIGTERM ends a run as Ctrl-C does, and files that change while they are read are told."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_faults import COMMAND, ENVIRONMENT, PAGE, piagam

from extractor.pages import FailedPage, Page, iter_pages

GOOD = json.dumps({"text": PAGE}) + "\n"


def counts(stderr: bytes) -> list[int]:
    """Pages, results and errors as the summary has them."""
    found = re.search(rb"pages: (\d+) read, (\d+) results, (\d+) errors", stderr)
    assert found is not None, stderr
    return [int(number) for number in found.groups()]


@pytest.fixture
def held(tmp_path: Path) -> Iterator[Path]:
    """A folder with pages, and a page that never comes, behind them."""
    (tmp_path / "pages").mkdir()
    for name in "abc":
        (tmp_path / "pages" / f"{name}.txt").write_text(f"{PAGE} {name}", encoding="utf-8")
    os.mkfifo(tmp_path / "more.txt")
    yield tmp_path


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize("command", ["extract", "build"])
def test_sigterm_ends_a_run_that_can_go_on(command: str, jobs: str, held: Path) -> None:
    head = ["build", "d.db"] if command == "build" else ["extract", "-o", "out.jsonl"]
    words = [*COMMAND, *head, "pages", "more.txt", "--jobs", jobs]
    with subprocess.Popen(words, stderr=subprocess.PIPE, cwd=held, env=ENVIRONMENT) as process:
        with (held / "more.txt").open("wb"):  # opens when the run asks for the page
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=60) == 143
        assert process.stderr is not None
        said = process.stderr.read()
    assert b"Traceback" not in said and said.endswith(b"stopped\n")
    (held / "more.txt").unlink()
    (held / "more.txt").write_text(PAGE, encoding="utf-8")
    if command == "build":
        done = piagam(held, *head, "pages", "more.txt")
        numbers = re.search(rb"pages: (\d) read, (\d) known already, 0 failed", done.stderr)
        assert numbers and int(numbers[1]) + int(numbers[2]) == 4
    else:
        done = piagam(held, *head, "pages", "more.txt", "--resume")
        assert counts(done.stderr) == [4, 4, 0]
        assert (held / "out.jsonl").read_bytes() == piagam(held, "extract", "pages", "more.txt").stdout
    assert done.returncode == 0


def outcomes(found: Iterator[Page | FailedPage]) -> list[str]:
    return [page.error.code if isinstance(page, FailedPage) else "" for page in found]


@pytest.mark.parametrize("cut", ["at a row's end", "inside a row"])
def test_rows_that_shrink_while_they_are_read_are_told(cut: str, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(GOOD * 2000, encoding="utf-8")
    pages = iter_pages([str(path)])
    first = outcomes(iter([next(pages)]))
    os.truncate(path, len(GOOD) * 1000 + (0 if cut == "at a row's end" else 40))
    rest = outcomes(pages)
    assert first == [""] and rest[-1] == "page.changed"
    assert set(rest[:-2]) == {""} and rest[-2] == ("" if cut == "at a row's end" else "page.invalid_json")


def test_rows_that_come_while_they_are_read_are_read_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(GOOD * 2000, encoding="utf-8")
    pages = iter_pages([str(path)])
    next(pages)
    with path.open("a", encoding="utf-8") as more:
        more.write(GOOD * 5)
    assert outcomes(pages) == [""] * 2004 + ["page.changed"]


def test_files_that_vanish_before_their_turn_are_told(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(PAGE, encoding="utf-8")
    pages = iter_pages([str(tmp_path)])
    next(pages)
    (tmp_path / "b.txt").unlink()
    assert outcomes(pages) == ["page.unreadable", ""]


def test_a_file_that_vanishes_while_it_is_read_is_read_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(GOOD * 2000, encoding="utf-8")
    pages = iter_pages([str(path)])
    next(pages)
    path.unlink()
    assert outcomes(pages) == [""] * 1999
