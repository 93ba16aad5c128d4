"""The corpus and the planted pages as a dataset, and its report in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from report_pages import write_pages

from extractor.dataset import build_dataset, open_dataset
from extractor.report import LANGUAGES, render_report

CORPUS = Path(__file__).parents[2] / "corpora" / "dev" / "html"


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    path = folder / "awards.db"
    build_dataset(path, [str(CORPUS), str(write_pages(folder / "pages"))])
    return path


@pytest.fixture(scope="session")
def reports(database: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The written page of each language."""
    folder = tmp_path_factory.mktemp("html")
    pages = {}
    with open_dataset(database) as dataset:
        for lang in LANGUAGES:
            pages[lang] = folder / f"{lang}.html"
            pages[lang].write_text(render_report(dataset, lang), encoding="utf-8")
    return pages
