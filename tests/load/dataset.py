"""A dataset of synthetic articles, the same for the same number."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from extractor.dataset.reference import put_reference
from extractor.dataset.resolve import resolve
from extractor.dataset.schema import connect, transaction
from extractor.dataset.signature import signature
from extractor.dataset.store import put_article, put_page
from extractor.programmes import load_catalogue
from extractor.regions.gazetteer import Region, gazetteer
from tests.benchmarks.dataset_merge import result_of


def regions() -> list[Region]:
    """Every kabupaten and kota."""
    return [region for region in gazetteer().by_code.values() if region.level != "provinsi"]


def write_dataset(path: Path, articles: int) -> int:
    """Builds the dataset at `path`; gives the number of its awards."""
    known = regions()
    with closing(connect(path)) as db:
        with transaction(db):
            put_reference(db, load_catalogue())
            for number in range(articles):
                result = result_of(number, known)
                put_article(db, result.article.id, result, signature(result.article.text), "synthetic")
                put_page(db, result.article.source, result.article.source, result.article.id)
        resolve(db)
        return int(db.execute("SELECT count(*) FROM awards").fetchone()[0])
