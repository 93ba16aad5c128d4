"""Region mentions: every name of the gazetteer, with what the words around it say about which one is meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.pipes.base import Data, PatternPipe, longest
from extractor.pipes.lexicon import lexicon
from extractor.regions.gazetteer import gazetteer

Via = Literal["level", "official", "government", "bare", "organisation"]
ALIAS_LENGTH = range(2, 16)


@dataclass(frozen=True, slots=True)
class RegionMention:
    """What a name may mean: candidate `codes`, the `level` its prefix demands, and how it came up.

    `weak` names are also ordinary words or people's names: they count where the article names the region
    for certain elsewhere.  `place` tells that a preposition of place stands before the name.
    """

    codes: tuple[str, ...]
    level: str | None = None
    via: Via = "bare"
    weak: bool = False
    place: bool = False
    fuzzy: bool = False


class Regions(PatternPipe):
    """Marks region names; `span._.region` is a `RegionMention`; a span includes "Kabupaten", "Kota", "Provinsi"."""

    group = "regions"

    @classmethod
    def default_data(cls) -> Data:
        names = [[n.surface, list(n.codes), n.common, n.kind in ("acronym", "blend")] for n in gazetteer().names() if not n.surface.startswith(("Kabupaten ", "Kota ", "Provinsi "))]
        return {"names": names, "words": lexicon("regions")}

    def build(self) -> None:
        self.names = {surface: (tuple(codes), common, short) for surface, codes, common, short in self.data["names"]}
        self.matcher = self.phrases({surface: [surface] for surface in self.names})
        words = self.data["words"]
        self.level_of = {word: level for level, forms in words["levels"].items() for word in forms}
        self.officials = frozenset(words["officials"])
        self.governments = frozenset(words["governments"])
        self.organisations = frozenset(words["organisations"])
        self.offices = frozenset(words["offices"])
        self.areas = frozenset(words["area_suffixes"])
        self.places = frozenset(words["places"])

    def mark(self, doc: Doc) -> list[Span]:
        found = [span for raw in longest(self.matcher(doc, as_spans=True)) if (span := self.read(doc, raw))]
        self.inherit_in_brackets(doc, found)
        found += self.introduced(doc, found)
        found += self.misspelt(doc, found)
        return sorted(longest(found), key=lambda s: s.start)

    def read(self, doc: Doc, raw: Span) -> Span | None:
        """The mention for a matched name, or None where case or company rule it out."""
        codes, common, short = self.names[raw.label_]
        if not raw.text[0].isupper() or short and raw.text.istitle() and len(raw.text) <= 3:
            return None
        if short and raw.start > 1 and doc[raw.start - 1].text == "(" and doc[raw.start - 2].is_lower:
            return None  # "pekerja penerima upah (PPU)" introduces something else
        if raw.end < len(doc) and doc[raw.end].lower_ in self.areas and doc[raw.end].text[0].isupper():
            return None
        return self.mention(doc, raw.start, raw.end, RegionMention(codes, weak=common))

    def mention(self, doc: Doc, start: int, end: int, value: RegionMention) -> Span:
        """A region span with its prefix read: level, way of coming up, preposition of place."""
        level, first = self.prefix(doc, start)
        word = self.word(doc, first) if first < start else ""
        before = self.word(doc, first - 1)
        if before == ")":  # "Komisi Informasi (KI) Provinsi X"
            opening = next((i for i in range(first - 2, max(first - 5, -1), -1) if doc[i].text == "("), first)
            before = self.word(doc, opening - 1)
        via: Via = "bare"
        if word in self.officials or word == "kota" and before == "wali":
            via = "official"
        elif word in self.governments and before in self.offices:
            via = "organisation"
        elif word in self.governments or before in self.governments:
            via = "government"
        elif before in ("kesehatan", "ketenagakerjaan") and self.word(doc, first - 2) == "bpjs":
            via = "organisation"
        elif before in self.organisations and word not in self.officials:
            via = "organisation"
        elif level:
            via = "level"
        whole = first if via == "level" and first == start - 1 else start
        place = self.word(doc, first - 1) in self.places
        weak = value.weak and level is None and via == "bare"
        span = Span(doc, whole, end, label="region")
        span._.region = replace(value, level=level, via=via, weak=weak, place=place)
        return span

    def prefix(self, doc: Doc, start: int) -> tuple[str | None, int]:
        """The level that the word before token `start` demands, and where that word stands."""
        at = start - 1
        if at > 1 and doc[at].text == ")":  # "Pemerintah Kabupaten (Pemkab) Banjar"
            opening = next((i for i in range(at - 1, max(at - 4, -1), -1) if doc[i].text == "("), at)
            at = opening - 1 if opening < at else at
        word = self.word(doc, at)
        if word == "administrasi":
            at, word = at - 1, self.word(doc, at - 1)
        if word in self.level_of and not (word == "kota" and self.word(doc, at - 1) == "/"):
            return self.level_of[word], at
        if word in self.governments:
            return None, at
        return None, start

    @staticmethod
    def word(doc: Doc, at: int) -> str:
        return doc[at].lower_.rstrip(".") if 0 <= at < len(doc) else ""

    @staticmethod
    def inherit_in_brackets(doc: Doc, found: list[Span]) -> None:
        """A short form in brackets right behind its long form came up in the same way: "BPK Perwakilan Kalimantan Selatan (Kalsel)"."""
        ends = {span.end: span for span in found}
        for span in found:
            before = ends.get(span.start - 1) if span.start and doc[span.start - 1].text == "(" else None
            if before is not None and set(before._.region.codes) & set(span._.region.codes):
                span._.region = replace(span._.region, via=before._.region.via, place=before._.region.place)

    def introduced(self, doc: Doc, found: list[Span]) -> Iterator[Span]:
        """Names that the text itself introduces in brackets: "Hulu Sungai Selatan (HSS)", "(Pemkab Gumas)"."""
        aliases: dict[str, RegionMention] = {}
        for span in found:
            inside = self.bracketed(doc, span.end)
            if inside and doc[min(inside.end + 1, len(doc) - 1)].text in ("-", "–", "—", "--"):
                continue  # "Kandangan (ANTARA) -" names the agency
            if inside and inside[0].text.rstrip(".").lower() in self.level_of | dict.fromkeys(self.governments):
                inside = inside[1:]
            if len(inside) == 1 and self.can_be_alias(inside[0].text):
                aliases.setdefault(inside[0].text, span._.region)
        if not aliases:
            return
        taken = {i for span in found for i in range(span.start, span.end)}
        for token in doc:
            if token.text in aliases and token.i not in taken:
                value = aliases[token.text]
                known = replace(value, level=None, via="bare", weak=False)
                span = self.mention(doc, token.i, token.i + 1, known)
                if span._.region.level is None:
                    span._.region = replace(span._.region, level=value.level)
                yield span

    def can_be_alias(self, text: str) -> bool:
        known = text.lower() in self.level_of or text.lower() in self.governments
        return len(text) in ALIAS_LENGTH and text[0].isupper() and text.isalpha() and not known

    @staticmethod
    def bracketed(doc: Doc, at: int) -> Span:
        """The tokens in a bracket that opens at token `at` and closes soon; empty otherwise."""
        if at + 2 < len(doc) and doc[at].text == "(":
            for end in range(at + 2, min(at + 4, len(doc))):
                if doc[end].text == ")":
                    return doc[at + 1 : end]
        return doc[at:at]

    def misspelt(self, doc: Doc, found: list[Span]) -> Iterator[Span]:
        """A capitalised word after "Kabupaten", "Pemkot", … that is nearly a region's name."""
        taken = {i for span in found for i in range(span.start, span.end)}
        for token in doc[1:]:
            word = self.word(doc, token.i - 1)
            level = self.level_of.get(word)
            if level is None or word in self.officials or token.i in taken or len(token) < 6 or not token.text.istitle():
                continue
            near = gazetteer().suggest(token.text, level, limit=1)  # type: ignore[arg-type]
            if near and near[0].bare[0] == token.text[0] and abs(len(near[0].bare) - len(token.text)) <= 1:
                yield self.mention(doc, token.i, token.i + 1, RegionMention((near[0].code,), fuzzy=True))


Span.set_extension("region", default=None, force=True)


@Language.factory("piagam_regions")
def make_regions(nlp: Language, name: str) -> Regions:
    return Regions.of(nlp)
