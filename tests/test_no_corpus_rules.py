"""Rules are general: nothing in the program knows a person, an outlet or a sentence of the corpora."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpus_pages import GOLD, row_of

import extractor

ROOM = Path(extractor.__file__).parent
FILES = sorted(path for kind in ("py", "yaml", "toml") for path in ROOM.rglob(f"*.{kind}"))
FACTS = ROOM / "programmes" / "data"  # suggests presenters, by name and with sources
RUN = 8
WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    """Every run of `RUN` words of a text, but for names, such as a ministry's or a hall's."""
    found = WORD.findall(text)
    every = (found[at : at + RUN] for at in range(len(found) - RUN + 1))
    return {tuple(word.lower() for word in run) for run in every if not is_name(run)}


def is_name(run: list[str]) -> bool:
    return all(word == "dan" or not word[0].islower() for word in run)


def people(gold: Any) -> Iterator[str]:
    """The full names of two words or more that a page's gold holds."""
    if isinstance(gold, dict):
        if isinstance(gold.get("name"), str) and "role" in gold and len(gold["name"].split()) > 1:
            yield gold["name"]
        for value in gold.values():
            yield from people(value)
    elif isinstance(gold, list):
        for value in gold:
            yield from people(value)


def spaced(text: str) -> str:
    """The words of a text, each between blanks, so that whole words are looked up."""
    return " " + " ".join(words(text)) + " "


def test_there_is_something_to_look_at() -> None:
    assert len(FILES) > 50
    assert any(path.parent.name == "patterns" for path in FILES)
    assert any(True for path in GOLD for _ in people(row_of(path)["gold"]))


def test_no_rule_names_a_person_of_the_corpora() -> None:
    names = {spaced(name) for path in GOLD for name in people(row_of(path)["gold"])}
    named = [
        (path.relative_to(ROOM).as_posix(), name.strip())
        for path in FILES
        if FACTS not in path.parents
        for text in [spaced(path.read_text(encoding="utf-8"))]
        for name in sorted(names)
        if name in text
    ]
    assert named == []


def test_no_rule_names_an_outlet_of_the_corpora() -> None:
    sites = {spaced(site) for path in GOLD if (site := row_of(path)["page"]["site"])}
    named = [
        (path.relative_to(ROOM).as_posix(), site.strip())
        for path in FILES
        for text in [spaced(path.read_text(encoding="utf-8"))]
        for site in sorted(sites)
        if site in text
    ]
    assert named == []


def test_no_file_shares_a_sentence_with_the_corpora() -> None:
    known = {run for path in GOLD for run in runs(row_of(path)["page"]["body"])}
    shared = [
        (path.relative_to(ROOM).as_posix(), " ".join(run))
        for path in FILES
        for run in sorted(runs(path.read_text(encoding="utf-8")) & known)
    ]
    assert shared == []
