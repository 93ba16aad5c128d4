"""A corpus: a folder with pages in `html/` and gold in `gold/`, one NAME.json a page."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extractor.errors import CorpusInvalid


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of pages and gold."""

    path: Path

    @property
    def pages(self) -> Path:
        return self.path / "html"

    def gold(self) -> dict[str, dict[str, Any]]:
        """Each page's gold by the page's name, in the order of names; raises CorpusInvalid."""
        found = {file.stem: _object(file) for file in sorted((self.path / "gold").glob("*.json"))}
        if not found:
            raise CorpusInvalid(path=str(self.path), reason="its folder gold holds no .json file")
        return found

    def digest(self) -> str:
        """sha256 over the names and bytes of all pages and gold."""
        total = hashlib.sha256()
        for file in _files(self.path / "html", self.path / "gold"):
            name = file.relative_to(self.path).as_posix()
            total.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
        return total.hexdigest()


def find_corpora(root: Path) -> list[Corpus]:
    """`root` and every corpus below it, in the order of paths; raises CorpusInvalid where there is none."""
    folders = sorted(gold.parent for gold in (root / "gold", *root.rglob("gold")) if gold.is_dir())
    found = [Corpus(path) for path in dict.fromkeys(folders) if (path / "html").is_dir()]
    if not found:
        raise CorpusInvalid(path=str(root), reason="it holds no folder with html/ and gold/ in it")
    return found


def _files(*folders: Path) -> Iterator[Path]:
    for folder in folders:
        yield from sorted(path for path in folder.rglob("*") if path.is_file())


def _object(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise CorpusInvalid(path=str(file), reason=str(error)) from error
    if not isinstance(content, dict) or not all(isinstance(content.get(k), dict) for k in ("page", "gold")):
        raise CorpusInvalid(path=str(file), reason="it is no object with the objects page and gold")
    return content
