"""A short run of each fuzz target over its corpus and seeded mutations of it; `make fuzz` runs longer."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from mutations import mutated, samples_of
from targets import TARGETS

CORPUS = Path(__file__).parent / "corpus"
FEW = {"page": 20, "article": 60, "text": 25, "claim": 25, "gate": 60, "decisions": 12, "parquet": 60}
MOST = 150  # inputs of a target that is quick


@pytest.mark.parametrize("name", TARGETS)
def test_the_corpus_of_each_target_holds(name: str) -> None:
    samples = samples_of(CORPUS / name)
    assert any(samples)
    for sample in samples:
        TARGETS[name](sample)


@pytest.mark.parametrize("name", TARGETS)
def test_mutations_of_the_corpus_hold(name: str) -> None:
    samples, chance = samples_of(CORPUS / name), random.Random(name)
    for _ in range(FEW.get(name, MOST)):
        TARGETS[name](mutated(chance, samples))
