"""Floors hold scores up, and pages still."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extractor.errors import CorpusInvalid
from extractor.evaluate import Corpus, Score, find_corpora
from extractor.evaluate.floors import check_floors

HIGH = {"c": {"region": Score(0.98765, 10), "tier": Score(0.5, 10)}}
LOW = {"c": {"region": Score(0.9, 10), "tier": Score(0.6, 10)}}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder, name in (("html", "a.html"), ("gold", "a.json")):
        (tmp_path / "c" / folder).mkdir(parents=True)
        (tmp_path / "c" / folder / name).write_text('{"page": {}, "gold": {}}', encoding="utf-8")
    return tmp_path


def corpora(root: Path) -> dict[str, Corpus]:
    return {corpus.path.name: corpus for corpus in find_corpora(root)}


def pinned(root: Path) -> Path:
    path = root / "floors.json"
    assert check_floors(path, root, corpora(root), HIGH, lift=True) == []
    return path


def test_a_corpus_without_a_floor_falls_short(root: Path) -> None:
    assert check_floors(root / "floors.json", root, corpora(root), HIGH)


def test_scores_are_pinned_rounded_down(root: Path) -> None:
    path = pinned(root)
    assert json.loads(path.read_text(encoding="utf-8"))["c"]["scores"] == {"region": 0.9876, "tier": 0.5}
    assert check_floors(path, root, corpora(root), HIGH) == []


def test_a_lower_score_is_told(root: Path) -> None:
    (short,) = check_floors(pinned(root), root, corpora(root), LOW)
    assert "region is 0.9000" in short


def test_raising_never_lowers_unless_allowed(root: Path) -> None:
    path = pinned(root)
    assert len(check_floors(path, root, corpora(root), LOW, lift=True)) == 1
    assert json.loads(path.read_text(encoding="utf-8"))["c"]["scores"] == {"region": 0.9876, "tier": 0.6}
    assert check_floors(path, root, corpora(root), LOW, lift=True, allow_lower=True) == []
    assert json.loads(path.read_text(encoding="utf-8"))["c"]["scores"] == {"region": 0.9, "tier": 0.6}


def test_changed_pages_need_leave(root: Path) -> None:
    path = pinned(root)
    (root / "c" / "html" / "a.html").write_text("other", encoding="utf-8")
    assert len(check_floors(path, root, corpora(root), HIGH)) == 1
    assert len(check_floors(path, root, corpora(root), HIGH, lift=True)) == 1
    assert check_floors(path, root, corpora(root), HIGH, lift=True, allow_lower=True) == []


def test_a_pinned_corpus_must_not_vanish(root: Path) -> None:
    path = pinned(root)
    assert check_floors(path, root, {}, {}) == ["c: pinned, but there is no such corpus"]


def test_a_folder_without_pages_or_gold_is_no_corpus(root: Path) -> None:
    with pytest.raises(CorpusInvalid):
        find_corpora(root / "c" / "html")
    (root / "c" / "gold" / "a.json").write_text("[]", encoding="utf-8")
    with pytest.raises(CorpusInvalid):
        Corpus(root / "c").gold()
