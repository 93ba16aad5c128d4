"""A page over a limit has that limit's code, whatever reads it, and is read under a higher one."""

from __future__ import annotations

import gzip
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import hostile_pages
import pytest
from test_faults import piagam

SENTENCE = hostile_pages.SENTENCE


def _large(path: Path) -> Path:
    path = path.with_suffix(".txt")
    path.write_text(SENTENCE * 5, encoding="utf-8")
    return path


def _deep(path: Path) -> Path:
    path = path.with_suffix(".html")
    path.write_text("<div>" * 60 + f"<p>{SENTENCE}</p>", encoding="utf-8")
    return path


def _bomb(path: Path) -> Path:
    path = path.with_suffix(".jsonl.gz")
    path.write_bytes(gzip.compress(json.dumps({"text": SENTENCE * 5}).encode()))
    return path


CASES: dict[str, tuple[Callable[[Path], Path], str, str]] = {
    "page.too_large": (_large, "--max-bytes", "400"),
    "page.too_inflated": (_bomb, "--max-inflated", "400"),
    "page.too_deep": (_deep, "--max-depth", "40"),
    "page.too_long": (_large, "--max-characters", "400"),
    "page.timeout": (_large, "--max-seconds", "0.0001"),
}


@pytest.fixture
def case(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, str, list[str]]:
    """A code, a page that has it, and the limit as words of the command line."""
    make, option, limit = CASES[request.param]
    return request.param, make(tmp_path / "a").name, [option, limit]


@pytest.mark.parametrize("case", sorted(CASES), indirect=True)
def test_extract_gives_the_code_and_counts_the_page(case: tuple[str, str, list[str]], tmp_path: Path) -> None:
    code, page, limit = case
    done = piagam(tmp_path, "extract", page, *limit)
    assert (done.returncode, json.loads(done.stdout)["error"]["code"]) == (1, code)
    assert b"pages: 1 read, 0 results, 1 errors" in done.stderr


@pytest.mark.parametrize("case", ["page.too_deep", "page.timeout"], indirect=True)
def test_a_build_reads_the_page_again_under_a_higher_limit(
    case: tuple[str, str, list[str]], tmp_path: Path
) -> None:
    code, page, limit = case
    low = piagam(tmp_path, "build", "d.db", page, *limit)
    assert low.returncode == 1 and f": {code}: ".encode() in low.stderr
    high = piagam(tmp_path, "build", "d.db", page)
    assert high.returncode == 0 and b"1 read, 0 known already, 0 failed" in high.stderr
    with sqlite3.connect(tmp_path / "d.db") as db:
        assert db.execute("SELECT count(*) FROM awards").fetchone() == (1,)
    db.close()


@pytest.mark.parametrize("case", ["page.too_large", "page.timeout"], indirect=True)
def test_check_says_the_code(case: tuple[str, str, list[str]], tmp_path: Path) -> None:
    code, page, limit = case
    done = piagam(tmp_path, "check", page, *limit)
    assert done.returncode == 1 and f": {code}: ".encode() in done.stderr
    assert done.stdout.count(b"\n") == 1
