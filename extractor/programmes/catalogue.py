"""Load programmes from YAML: the built-in ones, and a user's own that add to them or replace them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from extractor.errors import ProgrammeInvalid
from extractor.programmes.model import Programme
from extractor.programmes.validate import Problem, check_text

SUFFIXES = (".yaml", ".yml")


class Catalogue:
    """The programmes known to a run, sorted by id; equal content gives an equal `digest`."""

    def __init__(self, programmes: Iterable[Programme]) -> None:
        self.programmes: tuple[Programme, ...] = tuple(sorted(programmes, key=lambda p: p.id))
        self._by_id = {programme.id: programme for programme in self.programmes}
        content = [programme.model_dump(mode="json") for programme in self.programmes]
        line = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        self.digest: str = hashlib.sha256(line.encode("utf-8")).hexdigest()

    def get(self, programme_id: str) -> Programme | None:
        return self._by_id.get(programme_id)

    def merged(self, others: Iterable[Programme]) -> Catalogue:
        """A catalogue with `others` added; those with a known id replace it."""
        return Catalogue({**self._by_id, **{other.id: other for other in others}}.values())


def programme_files(path: Path) -> list[Path]:
    """`path` itself, or the YAML files directly in it, in the order of their names."""
    if not path.is_dir():
        return [path]
    return sorted(child for child in path.iterdir() if child.suffix in SUFFIXES and child.is_file())


def load_catalogue(extra: Sequence[Path] = ()) -> Catalogue:
    """The built-in catalogue with the programmes of `extra` (YAML files or folders) added or replaced.

    Later paths win.  Raises ProgrammeInvalid, naming every problem, for a file that holds no programme.
    """
    catalogue = _built_in()
    if not extra:
        return catalogue
    files = [file for path in extra for file in programme_files(path)]
    return catalogue.merged(_load(file, str(file)) for file in files)


@lru_cache(maxsize=1)
def _built_in() -> Catalogue:
    folder = resources.files("extractor.programmes") / "data"
    files = sorted((file for file in folder.iterdir() if file.name.endswith(SUFFIXES)), key=lambda f: f.name)
    return Catalogue(_load(file, file.name) for file in files)


def _load(file: Traversable | Path, name: str) -> Programme:
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ProgrammeInvalid(path=name, problems=str(error)) from error
    programme, problems = check_text(text, name)
    if programme is None or problems:
        raise ProgrammeInvalid(path=name, problems=_joined(problems))
    return programme


def _joined(problems: Sequence[Problem]) -> str:
    return "; ".join(f"{p.field}: {p.message}" if p.field else p.message for p in problems)
