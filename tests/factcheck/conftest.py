"""A checker over the reference facts alone, and datasets made of a few short articles."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from extractor.core import Extractor
from extractor.dataset import Dataset, build_dataset, open_dataset
from extractor.factcheck import Checker

Row = dict[str, Any]
Over = Callable[..., Checker]

FILLER = (
    " Warga setempat menyambut kabar itu dengan gembira. Pemerintah daerah menyatakan pelayanan "
    "kesehatan di desa akan"
    " terus dibenahi bersama puskesmas."
)


@pytest.fixture(scope="session")
def facts(reader: Extractor) -> Checker:
    """Judges by reference facts, arithmetic and the calendar."""
    return Checker(reader)


@pytest.fixture
def over(reader: Extractor, tmp_path: Path) -> Iterator[Over]:
    """A checker over a dataset of articles, each given as its text or as the fields of its row."""
    opened: list[Dataset] = []

    def make(*articles: str | Row, lang: Any = "id") -> Checker:
        path = tmp_path / f"{len(opened)}.jsonl"
        with path.open("w", encoding="utf-8") as out:
            for number, article in enumerate(articles, 1):
                row = {"text": article} if isinstance(article, str) else dict(article)
                row.setdefault("url", f"https://berita{number}.example/kabar/{number}")
                out.write(json.dumps(row) + "\n")
        build_dataset(path.with_suffix(".db"), [str(path)])
        opened.append(open_dataset(path.with_suffix(".db")))
        return Checker(reader, opened[-1], lang)

    yield make
    for dataset in opened:
        dataset.close()
