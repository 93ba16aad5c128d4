"""The article as sentences and clauses with their mentions, title first: what every rule of this room reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from spacy.tokens import Doc, Span

from extractor.model import Evidence

GROUPS = ("regions", "officials", "dates", "venues", "programmes", "tiers", "quantities", "cues")
YEAR = re.compile(r"(?:19|20)\d\d")
BREAKS = frozenset(["sedangkan", "sementara", "adapun", "namun", "tetapi", "tapi", "padahal"])


class Part:
    """The title or the text of an article, as a processed Doc."""

    def __init__(self, name: Literal["title", "text"], doc: Doc) -> None:
        self.name: Literal["title", "text"] = name
        self.doc = doc
        self.by_start: dict[str, list[Span]] = {group: list(doc.spans.get(group, ())) for group in GROUPS}

    def spans(self, group: str, start: int, end: int) -> list[Span]:
        """The mentions of a kind that begin in tokens [start, end)."""
        return [span for span in self.by_start[group] if start <= span.start < end]

    def mark(self, span: Span, rule: str, *, inferred: bool = False) -> Evidence:
        return Evidence(start=span.start_char, end=span.end_char, text=span.text, rule=rule, part=self.name, inferred=inferred)


@dataclass(frozen=True, eq=False)
class Stretch:
    """A run of tokens of one part: a sentence, or a clause of it.  `sentence` counts from 0, the title's being first."""

    part: Part
    start: int
    end: int
    sentence: int
    paragraph: int

    def of(self, group: str) -> list[Span]:
        return self.part.spans(group, self.start, self.end)

    @cached_property
    def regions(self) -> list[Span]:
        return self.of("regions")

    @cached_property
    def officials(self) -> list[Span]:
        return self.of("officials")

    @cached_property
    def tiers(self) -> list[Span]:
        return self.of("tiers")

    @cached_property
    def programmes(self) -> list[Span]:
        return self.of("programmes")

    @cached_property
    def quantities(self) -> list[Span]:
        return self.of("quantities")

    @cached_property
    def cues(self) -> list[Span]:
        return self.of("cues")

    @property
    def is_title(self) -> bool:
        return self.part.name == "title"

    @property
    def span(self) -> Span:
        return self.part.doc[self.start : self.end]

    @property
    def text(self) -> str:
        return self.span.text

    def cue(self, *classes: str, before: int | None = None, after: int | None = None) -> list[Span]:
        """Cue phrases of the classes, those that end by token `before` and begin at or behind `after`."""
        return [
            c
            for c in self.cues
            if c.label_ in classes and (before is None or c.end <= before) and (after is None or c.start >= after)
        ]

    @cached_property
    def years(self) -> list[tuple[int, int]]:
        """(token index, year) of every bare year that is no part of a date."""
        dated = {i for span in self.of("dates") for i in range(span.start, span.end)}
        return [(t.i, int(t.text)) for t in self.span if t.i not in dated and YEAR.fullmatch(t.text)]

    def clauses(self) -> Iterator[Stretch]:
        """The stretch cut at semicolons, contrasting words, and ", tahun 2022 …"."""
        doc, start = self.part.doc, self.start
        for at in range(self.start + 1, self.end):
            token = doc[at]
            word = token.lower_
            cut = token.text == ";" or word in BREAKS
            if not cut and doc[at - 1].text in (",", ")") and word in ("tahun", "pada") and at + 1 < self.end:
                ahead = doc[at + 1].text if word == "tahun" or doc[at + 1].lower_ != "tahun" else doc[min(at + 2, self.end - 1)].text
                cut = bool(YEAR.fullmatch(ahead)) and any(YEAR.fullmatch(t.text) for t in doc[start:at])
            if not cut and doc[at].text == "," and at - start > 1:
                cut = self.cut_at_comma(start, at)
            if cut and at > start:
                yield Stretch(self.part, start, at, self.sentence, self.paragraph)
                start = at
        yield Stretch(self.part, start, self.end, self.sentence, self.paragraph)


    def cut_at_comma(self, start: int, at: int) -> bool:
        """Whether a comma ends one region's result and begins the next: "Kota A Utama, Kota B Madya"."""
        left = Stretch(self.part, start, at, self.sentence, self.paragraph)
        right = Stretch(self.part, at + 1, self.end, self.sentence, self.paragraph)
        verbs = [*left.cue("gain"), *left.tiers]
        if not (left.regions and verbs and right.regions and right.tiers):
            return False
        closes = left.regions[0].start < min(v.start for v in verbs)
        return closes and right.regions[0].start - at <= 2 and right.regions[0].start < right.tiers[0].start


class View:
    """Title and text of one article: `sentences` in reading order, the title's first."""

    def __init__(self, title: Doc | None, text: Doc) -> None:
        self.title = Part("title", title) if title is not None and len(title) else None
        self.text = Part("text", text)
        self.parts = [part for part in (self.title, self.text) if part]
        self.sentences = list(self._sentences())

    def _sentences(self) -> Iterator[Stretch]:
        number = 0
        for part in self.parts:
            doc, paragraph = part.doc, 0
            starts = [t.i for t in doc if t.is_sent_start] if part.name == "text" else [0]
            for start, end in zip(starts, [*starts[1:], len(doc)], strict=True):
                if start and "\n" in doc[start - 1].text:
                    paragraph += 1
                first = start
                while first < end and doc[first].is_space:
                    first += 1
                    paragraph += 1
                if first < end:
                    yield Stretch(part, first, end, number, paragraph)
                    number += 1

    def all(self, group: str) -> Iterator[tuple[Part, Span]]:
        for part in self.parts:
            for span in part.by_start[group]:
                yield part, span


def inside(span: Span, others: Iterable[Span]) -> bool:
    """Whether `span` lies in one of `others` (all of one Doc)."""
    return any(o.start <= span.start and span.end <= o.end for o in others)
