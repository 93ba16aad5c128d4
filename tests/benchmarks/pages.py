"""Generated pages: award articles of the corpora and ordinary news, dressed as news sites dress them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from tests.benchmarks.prose import story
from tests.benchmarks.templates import HOSTS, TEMPLATES, Story, fill

CORPUS = Path(__file__).parents[2] / "corpora" / "dev"
SMALLEST, LARGEST = 60_000, 170_000


@dataclass(frozen=True, slots=True)
class Made:
    """A generated page, and whether its article is about an award."""

    data: bytes
    relevant: bool


def made(count: int, share: float, seed: int = 1) -> Iterator[Made]:
    """`count` pages of which `share` are about an award, spread evenly; equal for equal arguments."""
    for number in range(count):
        relevant = int((number + 1) * share) > int(number * share)
        yield Made(page(number, relevant, seed), relevant)


def page(number: int, relevant: bool, seed: int = 1) -> bytes:
    """Page `number` of a run, whatever pages stand before it."""
    random = Random(f"{seed}/{number}")
    title, paragraphs = random.choice(_articles()) if relevant else story(random)
    told = Story(
        title=title,
        paragraphs=paragraphs,
        published=f"2026-01-{random.randrange(1, 29):02}T{random.randrange(24):02}:15:00+07:00",
        author=random.choice(("Rina Kusuma", "Adi Saputra", "Siti Aminah")),
        host=random.choice(HOSTS),
    )
    size = random.randrange(SMALLEST, LARGEST)
    return fill(told, random.choice(list(TEMPLATES)), size, random).encode("utf-8")


def corpus_pages() -> list[bytes]:
    """The pages of the development corpus as they are."""
    return [path.read_bytes() for path in sorted((CORPUS / "html").iterdir())]


def write_rows(path: Path, pages: Iterator[Made]) -> Path:
    """The pages as packed JSON Lines."""
    with gzip.open(path, "wt", encoding="utf-8", compresslevel=6) as rows:
        for made_page in pages:
            rows.write(json.dumps({"html": made_page.data.decode("utf-8")}, ensure_ascii=False) + "\n")
    return path


@cache
def _articles() -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = [
        json.loads(path.read_text(encoding="utf-8"))["page"]
        for path in sorted((CORPUS / "gold").glob("*.json"))
    ]
    return tuple((row["title"], tuple(row["body"].split("\n\n"))) for row in rows if row["title"])
