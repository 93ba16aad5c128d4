"""The pages of all corpora as gold tells them: an article's title, day and text, and what it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from extractor.model import Article

CORPORA = Path(__file__).parents[1] / "corpora"
GOLD = sorted(CORPORA.glob("**/gold/*.json"))


def name_of(path: Path) -> str:
    """How a page is called in test names: its corpus and its file."""
    return f"{path.parents[1].name}/{path.stem}"


def row_of(path: Path) -> dict[str, Any]:
    """The gold file: `page` is what a reader sees, `gold` what it says about awards."""
    row: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return row


def article_of(path: Path) -> Article:
    """The article of a page, cut out by hand."""
    page = row_of(path)["page"]
    return Article(
        id="sha256:0",
        source=name_of(path),
        title=page["title"],
        published=page["published"],
        text=page["body"],
    )
