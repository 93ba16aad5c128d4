"""What every pipe shares: patterns kept as data, saved as JSON, and built on first use."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Self

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

Data = dict[str, Any]


class PatternPipe:
    """A pipe whose whole state is `data` (plain JSON): saving writes it, loading builds matchers from it.

    Building waits for the first text, so that a pipeline read from disk never builds its defaults in vain.
    """

    group: str = ""

    def __init__(self, vocab: Vocab, tokenizer: Tokenizer, data: Data | None = None) -> None:
        self.vocab = vocab
        self.tokenizer = tokenizer
        self._data = data
        self._built = False

    @classmethod
    def of(cls, nlp: Language) -> Self:
        """The pipe of this class for `nlp`, as its factory makes it."""
        return cls(nlp.vocab, nlp.tokenizer)

    @classmethod
    def default_data(cls) -> Data:
        """The patterns that come with Piagam."""
        raise NotImplementedError

    @property
    def data(self) -> Data:
        if self._data is None:
            self._data = self.default_data()
        return self._data

    def build(self) -> None:
        """Make matchers from `data`."""

    def mark(self, doc: Doc) -> list[Span]:
        """The mentions of this pipe's kind."""
        raise NotImplementedError

    def __call__(self, doc: Doc) -> Doc:
        self.ready()
        doc.spans[self.group] = self.mark(doc)
        return doc

    def ready(self) -> None:
        """Build the matchers if that has not happened yet."""
        if not self._built:
            self.build()
            self._built = True

    def replace(self, data: Data) -> None:
        """Take other patterns; matchers are built again on the next text."""
        self._data = data
        self._built = False

    def phrases(self, tables: dict[str, list[str]]) -> PhraseMatcher:
        """A matcher of phrases in any case; a match's id is its table's name."""
        matcher = PhraseMatcher(self.vocab, attr="LOWER")
        for label in sorted(tables):
            matcher.add(label, [self.tokenizer(text) for text in dict.fromkeys(tables[label])])
        return matcher

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        return json.dumps(self.data, ensure_ascii=False, sort_keys=True, indent=0).encode("utf-8")

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> Self:
        self._data = json.loads(data)
        self._built = False
        return self

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        Path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> Self:
        return self.from_bytes(Path(path).read_bytes())

    def __reduce__(self) -> tuple[Any, ...]:
        return (type(self), (self.vocab, self.tokenizer, self._data))


def longest(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans that no longer or earlier one overlaps, in order of position."""
    taken: set[int] = set()
    kept = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if taken.isdisjoint(range(span.start, span.end)):
            taken.update(range(span.start, span.end))
            kept.append(span)
    return iter(sorted(kept, key=lambda s: s.start))
