"""`piagam evaluate` on a corpus of one page."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from command_line import PLAIN, Piagam


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus of one silent page."""
    for folder in ("html", "gold"):
        (tmp_path / "corpora" / "one" / folder).mkdir(parents=True)
    page = f"<html><body><article><h1>Pasar malam</h1><p>{PLAIN}</p></article></body></html>"
    gold = {"page": {"title": "Pasar malam", "body": PLAIN}, "gold": {"awards": []}}
    (tmp_path / "corpora" / "one" / "html" / "a.html").write_text(page, encoding="utf-8")
    (tmp_path / "corpora" / "one" / "gold" / "a.json").write_text(json.dumps(gold), encoding="utf-8")
    return tmp_path / "corpora"


@pytest.mark.usefixtures("corpus")
def test_scores_as_json_and_as_text(piagam: Piagam) -> None:
    scores = json.loads(piagam("evaluate", "corpora", "--json").stdout)["one"]
    assert (scores["quiet"]["value"], scores["quiet"]["n"]) == (1.0, 1)
    assert b"quiet" in piagam("evaluate", "corpora").stdout


@pytest.mark.usefixtures("corpus")
def test_stored_results_score_as_fresh_ones(piagam: Piagam) -> None:
    piagam("extract", "corpora/one/html", "--with-text", "-o", "results.jsonl")
    stored = piagam("evaluate", "corpora/one", "--results", "results.jsonl", "--json")
    assert stored.stdout == piagam("evaluate", "corpora/one", "--json", "--jobs", "2").stdout


def test_a_missed_award_is_listed_and_breaks_the_floor(piagam: Piagam, corpus: Path) -> None:
    floors = ("--floors", "corpora/floors.json")
    assert piagam("evaluate", "corpora", *floors).returncode == 1
    assert piagam("evaluate", "corpora", *floors, "--raise-floors").returncode == 0
    assert piagam("evaluate", "corpora", *floors).returncode == 0
    gold = corpus / "one" / "gold" / "a.json"
    award = {"programme": "kla", "edition": 2022, "region": "Kabupaten Way Kanan"}
    content = json.loads(gold.read_text(encoding="utf-8")) | {"gold": {"awards": [award]}}
    gold.write_text(json.dumps(content), encoding="utf-8")
    done = piagam("evaluate", "corpora", *floors, "--errors")
    assert done.returncode == 1
    assert b"a\tregion\twant='Kabupaten Way Kanan'\tgot=None" in done.stdout
    assert b"not those of the floor" in done.stderr


@pytest.mark.usefixtures("corpus")
def test_wrong_usage(piagam: Piagam) -> None:
    for args in (
        ("gone",),
        ("corpora/one/html",),
        ("corpora", "--raise-floors"),
        ("corpora", "--results", "corpora"),
    ):
        done = piagam("evaluate", *args)
        assert done.returncode in (1, 2), args
        assert done.stderr and b"Traceback" not in done.stderr, args
