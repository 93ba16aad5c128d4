"""Floors: the scores that a corpus reached and must not fall below, and the pages they were reached on."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from extractor.errors import CorpusInvalid
from extractor.evaluate.corpus import Corpus
from extractor.evaluate.measures import Scores


class Floor(BaseModel):
    """What one corpus must reach; `sha256` is `Corpus.digest()`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sha256: str
    scores: dict[str, float]


Floors = dict[str, Floor]
_FLOORS = TypeAdapter(Floors)


def read_floors(path: Path) -> Floors:
    """The floors by corpus, a path beside the file; none where there is no file. Raises CorpusInvalid."""
    if not path.exists():
        return {}
    try:
        return _FLOORS.validate_json(path.read_bytes())
    except ValidationError as error:
        raise CorpusInvalid(path=str(path), reason=str(error)) from error


def floors_text(floors: Floors) -> str:
    """The file's text, sorted."""
    content = {name: floor.model_dump() for name, floor in sorted(floors.items())}
    return json.dumps(content, indent=1, sort_keys=True) + "\n"


def check_floors(
    path: Path,
    root: Path,
    corpora: Mapping[str, Corpus],
    tables: Mapping[str, Scores],
    *,
    lift: bool = False,
    allow_lower: bool = False,
) -> list[str]:
    """What falls short of the floors in `path`, one sentence each; `lift` first raises the floors there.

    `corpora` and `tables` go by the corpus's path from the folder of `path`; a corpus pinned below `root`
    must be among them.
    """
    floors = read_floors(path)
    digests = {name: corpus.digest() for name, corpus in corpora.items()}
    if lift:
        for name, scores in tables.items():
            floors[name] = raised(floors.get(name), digests[name], scores, allow_lower=allow_lower)
        path.write_text(floors_text(floors), encoding="utf-8", newline="\n")
    short = [
        line
        for name, scores in tables.items()
        for line in shortfalls(name, floors.get(name), digests[name], scores)
    ]
    below = (name for name in floors if (path.parent / name).resolve().is_relative_to(root.resolve()))
    return short + [f"{name}: pinned, but there is no such corpus" for name in below if name not in corpora]


def shortfalls(name: str, floor: Floor | None, digest: str, scores: Scores) -> Iterator[str]:
    """What is wrong with one corpus."""
    if floor is None:
        yield f"{name}: no floor is pinned; pin it with --raise-floors"
        return
    if floor.sha256 != digest:
        yield f"{name}: pages or gold are not those of the floor; pin anew with --raise-floors --allow-lower"
    for field, least in floor.scores.items():
        value = scores[field].value if field in scores else 0.0
        if value < least:
            yield f"{name}: {field} is {value:.4f}, under its floor of {least:.4f}"


def raised(floor: Floor | None, digest: str, scores: Scores, *, allow_lower: bool) -> Floor:
    """The floor at the height of `scores`, rounded down.

    Only `allow_lower` lowers an old floor, or moves it to other pages.
    """
    reached = {field: math.floor(score.value * 10_000) / 10_000 for field, score in scores.items()}
    if floor is None or allow_lower:
        return Floor(sha256=digest, scores=reached)
    if floor.sha256 != digest:
        return floor
    higher = {field: max(value, floor.scores.get(field, 0.0)) for field, value in reached.items()}
    return Floor(sha256=digest, scores={**floor.scores, **higher})
