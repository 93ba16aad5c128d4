"""What the command does with pages that name no award."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import PLAIN, Piagam

LONG = PLAIN.strip() + "\n\n" + "Pedagang berharap pasar malam itu tetap ramai hingga akhir pekan. " * 40


def test_a_page_without_an_award_keeps_its_line(piagam: Piagam, pages: Path) -> None:
    (pages / "long.txt").write_text(LONG, encoding="utf-8")
    done = piagam("extract", "pages")
    rows = {row["article"]["source"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 0
    assert [rows[f"pages/{name}"]["relevant"] for name in ("a.txt", "long.txt", "more/b.txt")] == [
        True,
        False,
        False,
    ]
    turned_away = rows["pages/long.txt"]
    assert turned_away["article"]["id"].startswith("sha256:")
    assert all(value == [] for value in turned_away.values() if isinstance(value, list))
    assert turned_away["error"] is None


def test_with_text_reads_every_page(piagam: Piagam, pages: Path) -> None:
    (pages / "long.txt").write_text(LONG, encoding="utf-8")
    done = piagam("extract", "pages/long.txt", "--with-text")
    row = json.loads(done.stdout)
    assert not row["relevant"]
    assert "Pasar malam" in row["article"]["text"]


def test_skip_empty_leaves_out_and_counts(piagam: Piagam, pages: Path) -> None:
    done = piagam("extract", "pages", "missing.html", "--skip-empty")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["article"]["source"] for row in rows] == ["pages/a.txt", "missing.html"]
    assert b"left out: 1 pages without an award" in done.stderr
    assert done.returncode == 1


def test_profile_tells_every_stage_and_changes_nothing(piagam: Piagam, pages: Path) -> None:
    done = piagam("extract", "pages", "--profile")
    assert done.stdout == piagam("extract", "pages").stdout
    assert all(stage in done.stderr for stage in (b"gate", b"spaCy", b"reconcile", b"write"))


def test_profile_is_of_one_process(piagam: Piagam, pages: Path) -> None:
    assert piagam("extract", "pages", "--profile", "--jobs", "2").returncode == 2
