"""Which edition of an award an article speaks of, by the years beside the award's name."""

from __future__ import annotations

import re

from extractor.dataset import Article
from extractor.factcheck.context import Context
from extractor.programmes import Programme


def speaks_of(context: Context, article: Article, programme: Programme, year: int | None) -> bool:
    """Whether the article names the programme with that year, or without any in an article of that year."""
    text = f"{article.title or ''}\n{article.text}"
    names = _names(programme)
    if not names.search(text):
        return False
    if year is None:
        return True
    years = {int(match["year"]) for match in names.finditer(text) if match["year"]}
    if years:
        return year in years
    loose = re.search(rf"\b{year}\b", text) is not None
    return loose or bool(article.published and article.published[:4] == str(year))


def _names(programme: Programme) -> re.Pattern[str]:
    names = sorted((programme.name, *programme.aliases, *programme.weak_aliases), key=lambda n: (-len(n), n))
    joined = "|".join(map(re.escape, names))
    years = r"(?P<year>(?:19|20)\d\d)"
    return re.compile(
        rf"\b(?:{joined})(?:\s+\([A-Z-]+\))?(?:\s+(?:Awards?|tahun|th\.?|ke-?\d+))*(?:\s+{years})?\b",
        re.IGNORECASE,
    )
