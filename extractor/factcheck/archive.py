"""The dataset as a checker reads it: what was read once is kept for all its claims."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extractor.dataset import Article, Dataset
from extractor.dataset.filters import Filters
from extractor.dataset.rows import Origin

KEPT = 1024
"""Articles kept in memory; of four times as many what copies are known by."""

Words = Sequence[str]
"""Words of which one must stand in an article, in any case."""


class Archive:
    """Articles of a dataset by id, by words and by what they report; empty without a dataset."""

    def __init__(self, dataset: Dataset | None) -> None:
        self.dataset = dataset
        self.article = lru_cache(maxsize=KEPT)(self._article)
        self.origin = lru_cache(maxsize=KEPT * 4)(self._origin)
        self.reporters = lru_cache(maxsize=64)(self._reporters)
        self._matching: dict[re.Pattern[str], tuple[str, ...]] = {}

    def _article(self, article_id: str) -> Article | None:
        return self.dataset.article(article_id) if self.dataset is not None else None

    def _origin(self, article_id: str) -> Origin | None:
        return self.dataset.origin(article_id) if self.dataset is not None else None

    def _reporters(self, programme: str, edition: int | None) -> tuple[str, ...]:
        """Ids of the articles with an award of that edition, in order."""
        if self.dataset is None:
            return ()
        return tuple(self.dataset.reporters(Filters(programme=programme, edition=edition)))

    def holding(self, *groups: Words) -> list[str]:
        """Ids of the articles that hold a word of each group in title or text, and perhaps of some others."""
        return self.dataset.article_ids(*groups) if self.dataset is not None else []

    def matching(self, pattern: re.Pattern[str], *groups: Words) -> tuple[str, ...]:
        """Ids of the articles whose text the pattern matches; it never does without a word of each group."""
        if pattern not in self._matching:
            articles = self._texts(groups)
            self._matching[pattern] = tuple(key for key, text in articles if pattern.search(text))
        return self._matching[pattern]

    def _texts(self, groups: Sequence[Words]) -> Iterator[tuple[str, str]]:
        if self.dataset is not None:
            yield from self.dataset.iter_texts(*groups)
