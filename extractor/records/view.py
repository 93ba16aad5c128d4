"""The article as sentences and clauses with their mentions, title first: what every rule of this
room reads.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc, Span

from extractor.model import Evidence
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import group_of, person_of, tokens_of
from extractor.records.long_sentences import cut_long

GROUPS = ("regions", "officials", "dates", "venues", "programmes", "tiers", "quantities", "cues")
YEAR = re.compile(r"(?:19|20)\d\d")
WORDS = lexicon("clauses")
BREAKS = frozenset(WORDS["breaks"])
ASIDES = tuple(WORDS["asides"])
RISES = frozenset(WORDS["rises"])
REACHES = frozenset(WORDS["reaches"])
PartName = Literal["title", "text"]
Key = tuple[PartName, int]  # part and first token of a mention


class Part:
    """The title or the text of an article, as a processed Doc."""

    def __init__(self, name: PartName, doc: Doc) -> None:
        self.name: PartName = name
        self.doc = doc
        self.doc_text = doc.text  # a Doc joins its tokens anew each time
        self._lower = [token.lower_ for token in doc]
        self._begins = [token.idx for token in doc]
        self._ends = [token.idx + len(token) for token in doc]
        self.by_start = {group: group_of(doc, group) for group in GROUPS}
        self._starts = {group: [span.start for span in spans] for group, spans in self.by_start.items()}

    def spans(self, group: str, start: int, end: int) -> list[Span]:
        """The mentions of a kind that begin in tokens [start, end)."""
        starts = self._starts[group]
        return self.by_start[group][bisect_left(starts, start) : bisect_left(starts, end)]

    def words(self, start: int, end: int) -> list[str]:
        """The tokens [start, end) in lower case."""
        return self._lower[start:end] if start < end else []

    def text(self, start: int, end: int) -> str:
        """The tokens [start, end) with the blanks between them."""
        return self.doc_text[self._begins[start] : self._ends[end - 1]] if start < end else ""

    def key(self, span: Span) -> Key:
        return self.name, span.start

    def mark(self, span: Span, rule: str, *, inferred: bool = False) -> Evidence:
        """The evidence that quotes `span`."""
        return Evidence(
            start=span.start_char,
            end=span.end_char,
            text=span.text,
            rule=rule,
            part=self.name,
            inferred=inferred,
        )

    def office_region(self, official: Span) -> Span | None:
        """The region mention that an official's office is of."""
        index = person_of(official).region
        return None if index is None else self.by_start["regions"][index]

    def owner(self, span: Span) -> Span | None:
        """The official in whose words a mention stands."""
        last = bisect_right(self._starts["officials"], span.start) - 1  # they never overlap
        official = self.by_start["officials"][last] if last >= 0 else None
        return official if official is not None and span.start < official.end else None


@dataclass(frozen=True, eq=False)
class Stretch:
    """A run of tokens of one part: a sentence, or a clause of it.  `sentence` counts from 0, the title's
    being first.
    """

    part: Part
    start: int
    end: int
    sentence: int
    paragraph: int

    @cached_property
    def is_row(self) -> bool:
        """Whether the stretch is a row of a table set with bars."""
        return self.part.text(self.start, self.end).count("|") > 1

    # --- mentions ---------------------------------------------------------------------------------------

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
    def tier_names(self) -> frozenset[str]:
        """The words of its tiers, in lower case."""
        return frozenset(tier.text.lower() for tier in self.tiers)

    @cached_property
    def programmes(self) -> list[Span]:
        return self.of("programmes")

    @cached_property
    def quantities(self) -> list[Span]:
        return self.of("quantities")

    @cached_property
    def cues(self) -> list[tuple[str, Span]]:
        """Every cue phrase with its class."""
        return [(span.label_, span) for span in self.of("cues")]

    @cached_property
    def _by_class(self) -> dict[tuple[str, ...], list[Span]]:
        return {}

    def cue(self, *classes: str, before: int | None = None, after: int | None = None) -> list[Span]:
        """Cue phrases of the classes, those that end by token `before` and begin at or behind `after`."""
        known = self._by_class.get(classes)
        if known is None:
            known = self._by_class[classes] = [span for label, span in self.cues if label in classes]
        return [
            c for c in known if (before is None or c.end <= before) and (after is None or c.start >= after)
        ]

    @cached_property
    def years(self) -> list[tuple[int, int]]:
        """(token index, year) of every bare year that is no part of a date."""
        dated = tokens_of(self.of("dates"))
        words = enumerate(self.part.words(self.start, self.end), self.start)
        return [(at, int(word)) for at, word in words if YEAR.fullmatch(word) and at not in dated]

    # --- words ------------------------------------------------------------------------------------------

    @property
    def doc(self) -> Doc:
        return self.part.doc

    @property
    def is_title(self) -> bool:
        return self.part.name == "title"

    @property
    def span(self) -> Span:
        return self.part.doc[self.start : self.end]

    @property
    def text(self) -> str:
        return self.part.text(self.start, self.end)

    def before(self, at: int, count: int) -> list[str]:
        """Up to `count` words of the stretch that end before token `at`, in lower case."""
        return self.part.words(max(self.start, at - count), at)

    def behind(self, at: int, count: int) -> list[str]:
        """Up to `count` words of the stretch from token `at` on, in lower case."""
        return self.part.words(at, min(at + count, self.end))

    def text_before(self, at: int, count: int) -> str:
        """The same as `before`, as text with its blanks."""
        return self.part.text(max(self.start, at - count), at).lower()

    def text_behind(self, at: int, count: int) -> str:
        """The same as `behind`, as text with its blanks."""
        return self.part.text(at, min(at + count, self.end)).lower()

    def word_before(self, at: int) -> str:
        """The word before token `at`, empty at the start of the stretch."""
        return self.part.words(at - 1, at)[0] if at > self.start else ""

    # --- clauses ----------------------------------------------------------------------------------------

    @cached_property
    def clauses(self) -> list[Stretch]:
        """The stretch cut at semicolons, contrasting words, ", tahun 2022 …" and between regions' results."""
        found, start = [], self.start
        for at in range(self.start + 1, self.end):
            if self.cuts(start, at):
                found.append(self.cut(start, at))
                start = at
        return [*found, self.cut(start, self.end)]

    def clause_at(self, at: int) -> Stretch:
        """The clause that holds token `at`; the whole stretch where none does."""
        return next((clause for clause in self.clauses if clause.start <= at < clause.end), self)

    def cut(self, start: int, end: int) -> Stretch:
        return Stretch(self.part, start, end, self.sentence, self.paragraph)

    def cuts(self, start: int, at: int) -> bool:
        """Whether a clause that began at token `start` ends before token `at`."""
        word = self.part.words(at, at + 1)[0]
        if word == ";" or word in BREAKS or self.opens_year(start, at):
            return True
        if self.climbs(start, at):
            return True
        return word == "," and at - start > 1 and self.parts_results(start, at)

    def opens_year(self, start: int, at: int) -> bool:
        """Whether ", tahun 2022 …" or ", pada tahun 2022 …" begins at token `at` in a clause with a year of
        its own.
        """
        doc, word = self.doc, self.part.words(at, at + 1)[0]
        if word not in ("tahun", "pada") or self.word_before(at) not in (",", ")") or at + 1 >= self.end:
            return False
        second = word == "pada" and doc[at + 1].lower_ == "tahun"
        ahead = doc[min(at + 2, self.end - 1)].text if second else doc[at + 1].text
        return bool(YEAR.fullmatch(ahead)) and any(YEAR.fullmatch(t.text) for t in doc[start:at])

    def climbs(self, start: int, at: int) -> bool:
        """Whether the two ends of a climb, each with its year, meet at token `at`.

        "naik dari 2,80 pada 2022 | menjadi 3,31 pada 2023", "BB pada 2024, | naik dari B pada 2023".
        """
        word = self.part.words(at, at + 1)[0]
        from_earlier = word in RISES and self.behind(at + 1, 1) == ["dari"]
        reached = word in REACHES and "dari" in self.part.words(start, at)
        if not (reached or (from_earlier and self.word_before(at) == ",")):
            return False
        years = [index for index, _ in self.years]
        return any(start <= i < at for i in years) and any(i >= at for i in years)

    def parts_results(self, start: int, at: int) -> bool:
        """Whether a comma ends one region's result and begins the next: "Kota A Utama, Kota B Madya"."""
        left, right = self.cut(start, at), self.cut(at + 1, self.end)
        if not (left.regions and right.regions and right.tiers):
            return False
        results = [*left.cue("gain"), *left.tiers]
        if not results:
            return False
        first, tier = right.regions[0], right.tiers[0]
        if left.regions[0].start >= min(r.start for r in results) and not right.cue(
            "gain", after=first.end, before=tier.start
        ):
            return False  # "Utama Kota A, Kota B, Madya Kota C"
        return right.regions[0].start - at <= 2 and right.regions[0].start < right.tiers[0].start


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
            for start, end in cut_long(doc, pairwise([*starts, len(doc)])):
                if start and "\n" in doc[start - 1].text:
                    paragraph += 1
                first = start
                while first < end and doc[first].is_space:
                    first += 1
                    paragraph += 1
                if first < end and not part.text(first, end).lower().startswith(ASIDES):
                    yield Stretch(part, first, end, number, paragraph)
                    number += 1

    def all(self, group: str) -> Iterator[tuple[Part, Span]]:
        """Every mention of a kind with its part, the title's first."""
        for part in self.parts:
            for span in part.by_start[group]:
                yield part, span

    def part_of(self, span: Span) -> Part:
        """The part that a mention stands in."""
        return next(part for part in self.parts if part.doc is span.doc)

    def previous(self, sentence: Stretch) -> Stretch | None:
        """The sentence before; the title's comes before the text's first."""
        return self.sentences[sentence.sentence - 1] if sentence.sentence else None

    def following(self, sentence: Stretch) -> Stretch | None:
        after = sentence.sentence + 1
        return self.sentences[after] if after < len(self.sentences) else None
