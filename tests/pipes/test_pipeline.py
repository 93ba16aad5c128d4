"""The assembled pipeline: as saved, as built, as pickled, always the same mentions."""

from __future__ import annotations

import importlib
import pickle
import tomllib
from pathlib import Path
from typing import Any

import pytest
import spacy
from mention_values import VALUE
from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipes.base import PatternPipe
from extractor.pipes.build import save
from extractor.pipes.pipeline import ORDER, build_pipeline, load_pipeline

ROOT = Path(__file__).parents[2]
SAVED = ROOT / "models" / "id_piagam"

TEXT = (
    "PARINGIN – Pemkab Balangan meraih UHC Awards 2026 kategori Utama. Piagam itu diserahkan Menko PM "
    "Bima Suryadi kepada Bupati Balangan H. Slamet Haryono, S.H., didampingi Kadinkes Retno Wulandari, di "
    "Ballroom JIExpo Kemayoran, Jakarta, Selasa (27/1/2026).\n\nCakupan di Kabupaten Balangan mencapai "
    "99,2 persen atau 144.853 jiwa. Sebanyak 31 provinsi menerima predikat serupa."
)


def everything(doc: Doc) -> dict[str, Any]:
    """All that the pipeline says of a text, as plain values."""
    found: dict[str, Any] = {
        kind: [(s.start_char, s.end_char, repr(getattr(s._, name))) for s in doc.spans[kind]]
        for kind, name in VALUE.items()
    }
    found["cues"] = [(s.start_char, s.end_char, s.label_) for s in doc.spans["cues"]]
    found["sentences"] = [t.idx for t in doc if t.is_sent_start]
    return found


def test_the_example_has_mentions_of_every_kind(nlp: Language) -> None:
    assert [kind for kind, found in everything(nlp(TEXT)).items() if not found] == []


def test_the_saved_pipeline_says_what_the_built_one_says(nlp: Language) -> None:
    saved = spacy.load(SAVED)
    assert saved.pipe_names == nlp.pipe_names == [f"piagam_{name}" for name in ORDER]
    assert everything(saved(TEXT)) == everything(nlp(TEXT))


def test_load_pipeline_gives_a_ready_pipeline(nlp: Language) -> None:
    assert everything(load_pipeline()(TEXT)) == everything(nlp(TEXT))


def test_a_memory_zone_changes_nothing_and_keeps_the_patterns(nlp: Language) -> None:
    expected = everything(nlp(TEXT))
    for _ in range(3):
        with nlp.memory_zone():
            assert everything(nlp(TEXT)) == expected


def test_building_twice_gives_the_files_that_are_kept(tmp_path: Path) -> None:
    save(tmp_path / "built")
    names = [path.relative_to(SAVED) for path in sorted(SAVED.rglob("*")) if path.is_file()]
    built = [
        p.relative_to(tmp_path / "built") for p in sorted((tmp_path / "built").rglob("*")) if p.is_file()
    ]
    assert built == names
    different = [n for n in names if (SAVED / n).read_bytes() != (tmp_path / "built" / n).read_bytes()]
    assert different == [], "run `make models`"


@pytest.mark.parametrize("name", ORDER)
def test_a_pickled_component_still_works(name: str) -> None:
    nlp = build_pipeline()
    expected = everything(nlp(TEXT))
    at = nlp.pipe_names.index(f"piagam_{name}")
    pipe = nlp.pipeline[at][1]
    assert isinstance(pipe, PatternPipe)
    copy = pickle.loads(pickle.dumps(pipe))
    assert copy.to_bytes() == pipe.to_bytes()
    doc = copy(_before(nlp, f"piagam_{name}"))
    for _, later in nlp.pipeline[at + 1 :]:
        doc = later(doc)
    assert everything(doc) == expected


def _before(nlp: Language, name: str) -> Doc:
    """The example as it reaches the component `name`."""
    doc = nlp.make_doc(TEXT)
    for other, pipe in nlp.pipeline[: nlp.pipe_names.index(name)]:
        assert other != name
        doc = pipe(doc)
    return doc


def test_a_pickled_pipeline_still_works(nlp: Language) -> None:
    copy = pickle.loads(pickle.dumps(nlp))
    assert everything(copy(TEXT)) == everything(nlp(TEXT))


def test_components_go_through_bytes(nlp: Language) -> None:
    other = build_pipeline().from_bytes(nlp.to_bytes(exclude=["vocab"]), exclude=["vocab"])
    assert everything(other(TEXT)) == everything(nlp(TEXT))


def test_entry_points_name_what_exists() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    points = project["entry-points"]
    assert sorted(points["spacy_factories"]) == sorted(f"piagam_{name}" for name in ORDER)
    for group in points.values():
        for target in group.values():
            module, _, attribute = target.partition(":")
            assert callable(getattr(importlib.import_module(module), attribute)), target
