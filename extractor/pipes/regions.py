"""Region mentions: every name of the gazetteer, with what the words around it say about which
one is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.pipes.base import Data, PatternPipe, longest
from extractor.pipes.lexicon import lexicon
from extractor.pipes.likeness import is_short_for, is_short_name, nearest
from extractor.pipes.mentions import RegionMention, Via, region_of, tokens_of
from extractor.regions.fold import RegionLevel
from extractor.regions.gazetteer import gazetteer

__all__ = ["RegionMention", "Regions", "Via", "make_regions"]

ALIAS_LENGTH = range(2, 16)
SHORTEST_MISSPELT = 6  # characters from which a word is near enough to one name only
LONGEST_NAME = 4  # words of a region's name
BRACKET_REACH = 4  # tokens within which a bracket before a name opens
PREFIXES = ("Kabupaten ", "Kota ", "Provinsi ")


@dataclass(frozen=True, slots=True)
class Lead:
    """The words before a name: its `prefix` word and the `level` that it demands, and the word `before` that.

    `first` is the token where the prefix stands, the name's own where it has none (and `prefix` is empty).
    """

    level: str | None
    first: int
    prefix: str
    before: str


class Regions(PatternPipe):
    """Marks region names; `span._.region` is a `RegionMention`; a span includes "Kabupaten", "Kota",
    "Provinsi".
    """

    group = "regions"

    @classmethod
    def default_data(cls) -> Data:
        names = [
            [n.surface, list(n.codes), n.common, n.kind in ("acronym", "blend")]
            for n in gazetteer().names()
            if not n.surface.startswith(PREFIXES)
        ]
        return {"names": names, "words": lexicon("regions")}

    def build(self) -> None:
        self.names = {
            surface: (tuple(codes), common, short) for surface, codes, common, short in self.data["names"]
        }
        self.matcher = self.phrases({surface: [surface] for surface in self.names})
        words = self.data["words"]
        self.level_of: dict[str, RegionLevel] = {
            word: level for level, forms in words["levels"].items() for word in forms
        }
        self.officials = frozenset(words["officials"])
        self.governments = frozenset(words["governments"])
        self.organisations = frozenset(words["organisations"])
        self.offices = frozenset(words["offices"])
        self.areas = frozenset(words["area_suffixes"])
        self.places = frozenset(words["places"])

    def mark(self, doc: Doc) -> list[Span]:
        found = [span for raw in longest(self.matcher(doc, as_spans=True)) if (span := self.read(doc, raw))]
        inherit_in_brackets(doc, found)
        found = self.without_slips(doc, found)
        found += self.introduced(doc, found)
        found += self.misspelt(doc, found)
        return sorted(longest(found), key=lambda s: s.start)

    def read(self, doc: Doc, raw: Span) -> Span | None:
        """The mention for a matched name, or None where case or company rule it out."""
        codes, common, short = self.names[raw.label_]
        if not raw.text[0].isupper() or (short and raw.text.istitle() and len(raw.text) <= 3):
            return None
        if short and raw.start > 1 and doc[raw.start - 1].text == "(" and doc[raw.start - 2].is_lower:
            return None  # "pekerja penerima upah (PPU)" introduces something else
        if raw.end < len(doc) and doc[raw.end].lower_ in self.areas and doc[raw.end].text[0].isupper():
            return None
        return self.mention(doc, raw.start, raw.end, RegionMention(codes, weak=common))

    # --- the words before a name ------------------------------------------------------------------------

    def mention(self, doc: Doc, start: int, end: int, value: RegionMention) -> Span:
        """A region span with its prefix read: level, way of coming up, preposition of place."""
        lead = self.lead(doc, start)
        via = self.via(doc, lead)
        whole = lead.first if via == "level" and lead.first == start - 1 else start
        span = Span(doc, whole, end, label="region")
        span._.region = replace(
            value,
            level=lead.level,
            via=via,
            weak=value.weak and lead.level is None and via == "bare",
            place=word_at(doc, lead.first - 1) in self.places,
        )
        return span

    def lead(self, doc: Doc, start: int) -> Lead:
        """The prefix before token `start` and the word before that, brackets passed over."""
        level, first = self.prefix(doc, start)
        before = first - 1
        if word_at(doc, before) == ")":  # "Komisi Informasi (KI) Provinsi X"
            before = before_bracket(doc, before, otherwise=first) - 1
        return Lead(level, first, word_at(doc, first) if first < start else "", word_at(doc, before))

    def prefix(self, doc: Doc, start: int) -> tuple[RegionLevel | None, int]:
        """The level that the word before token `start` demands, and where that word stands."""
        at = start - 1
        if at > 1 and doc[at].text == ")":  # "Pemerintah Kabupaten (Pemkab) Banjar"
            opening = before_bracket(doc, at, otherwise=at)
            at = opening - 1 if opening < at else at
        word = word_at(doc, at)
        if word == "administrasi":
            at, word = at - 1, word_at(doc, at - 1)
        if word in self.level_of and not (word == "kota" and word_at(doc, at - 1) == "/"):
            return self.level_of[word], at
        if word in self.governments:
            return None, at
        return None, start

    def via(self, doc: Doc, lead: Lead) -> Via:
        """How a name came up: behind an office, a government, an organisation, a level, or bare."""
        word, before = lead.prefix, lead.before
        if word in self.officials or (word == "kota" and before == "wali"):
            return "official"
        if word in self.governments:
            return "organisation" if before in self.offices else "government"
        if before in self.governments:
            return "government"
        if before in ("kesehatan", "ketenagakerjaan") and word_at(doc, lead.first - 2) == "bpjs":
            return "organisation"
        if before in self.organisations:
            return "organisation"
        return "level" if lead.level else "bare"

    # --- names that no list holds -----------------------------------------------------------------------

    def introduced(self, doc: Doc, found: list[Span]) -> Iterator[Span]:
        """Names that the text itself introduces in brackets: "Hulu Sungai Selatan (HSS)",
        "(Pemkab Gumas)".
        """
        aliases = self.aliases(doc, found)
        if not aliases:
            return
        taken = tokens_of(found)
        for token in doc:
            if token.text in aliases and token.i not in taken:
                value = aliases[token.text]
                span = self.mention(
                    doc, token.i, token.i + 1, replace(value, level=None, via="bare", weak=False)
                )
                if region_of(span).level is None:
                    span._.region = replace(region_of(span), level=value.level)
                yield span

    def aliases(self, doc: Doc, found: list[Span]) -> dict[str, RegionMention]:
        """The short names in brackets behind regions, each with the region's value."""
        aliases: dict[str, RegionMention] = {}
        for span in found:
            inside = bracketed(doc, span.end)
            if inside and doc[min(inside.end + 1, len(doc) - 1)].text in ("-", "–", "—", "--"):
                continue  # "Kandangan (ANTARA) -" names the agency
            if inside and self.is_prefix(inside[0].text.rstrip(".")):
                inside = inside[1:]
            if len(inside) == 1 and self.can_be_alias(inside[0].text) and is_short_for(inside[0].text, span):
                aliases.setdefault(inside[0].text, region_of(span))
        return aliases

    def can_be_alias(self, text: str) -> bool:
        return len(text) in ALIAS_LENGTH and text[0].isupper() and text.isalpha() and not self.is_prefix(text)

    def is_prefix(self, text: str) -> bool:
        return text.lower() in self.level_of or text.lower() in self.governments

    def without_slips(self, doc: Doc, found: list[Span]) -> list[Span]:
        """The mentions, where a name that is only the end of a misspelt longer one gives way to that one.

        "Kabupaten Panajam Paser Utara" names Penajam Paser Utara, and not Paser.
        """
        kept = []
        for span in found:
            whole = self.longer_name(doc, span)
            if whole is None:
                kept.append(span)
                continue
            if is_short_name(whole, span):
                kept.append(span)
                continue
            level = self.level_of[word_at(doc, whole.start - 1)]
            if (near := nearest(whole.text, level)) is not None:
                kept.append(self.mention(doc, whole.start, whole.end, RegionMention((near,), fuzzy=True)))
            elif not gazetteer().suggest(whole.text, level, limit=1):
                kept.append(span)
        return kept

    def longer_name(self, doc: Doc, span: Span) -> Span | None:
        """The capitalised words from a level word on to the end of a name and of what goes on behind it."""
        first = span.start - 1
        if not self.is_capital(doc, first) or region_of(span).via != "bare":
            return None
        if word_at(doc, first - 1) not in self.level_of or word_at(doc, first - 1) in self.officials:
            return None
        end = span.end
        while end < len(doc) and end - first < LONGEST_NAME and self.is_capital(doc, end):
            end += 1
        return doc[first:end]

    def is_capital(self, doc: Doc, at: int) -> bool:
        """Whether the token is a capitalised word that says no level itself."""
        return (
            0 <= at < len(doc) and doc[at].is_title and doc[at].is_alpha and not self.is_prefix(doc[at].text)
        )

    def misspelt(self, doc: Doc, found: list[Span]) -> Iterator[Span]:
        """Capitalised words after "Kabupaten", "Pemkot", … that are nearly a region's name."""
        taken = tokens_of(found)
        for token in doc:
            word = token.lower_.rstrip(".")
            level = self.level_of.get(word)
            if level is None or word in self.officials:
                continue
            start = end = token.i + 1
            while end not in taken and end - start < LONGEST_NAME and self.is_capital(doc, end):
                end += 1
            for last in range(end, start, -1):
                name = doc[start:last].text
                if len(name) >= SHORTEST_MISSPELT and (near := nearest(name, level)) is not None:
                    yield self.mention(doc, start, last, RegionMention((near,), fuzzy=True))
                    break


def word_at(doc: Doc, at: int) -> str:
    """The token in lower case without a full stop, empty outside the text."""
    return doc[at].lower_.rstrip(".") if 0 <= at < len(doc) else ""


def before_bracket(doc: Doc, closing: int, *, otherwise: int) -> int:
    """Where the bracket that closes at a token opens, if that is near."""
    back = range(closing - 1, max(closing - BRACKET_REACH, -1), -1)
    return next((i for i in back if doc[i].text == "("), otherwise)


def bracketed(doc: Doc, at: int) -> Span:
    """The tokens in a bracket that opens at token `at` and closes soon; empty otherwise."""
    if at + 2 < len(doc) and doc[at].text == "(":
        for end in range(at + 2, min(at + 4, len(doc))):
            if doc[end].text == ")":
                return doc[at + 1 : end]
    return doc[at:at]


def inherit_in_brackets(doc: Doc, found: list[Span]) -> None:
    """A short form in brackets came up as its long form did: "BPK Perwakilan Kalimantan Selatan (Kalsel)"."""
    ends = {span.end: span for span in found}
    for span in found:
        before = ends.get(span.start - 1) if span.start and doc[span.start - 1].text == "(" else None
        if before is not None and set(region_of(before).codes) & set(region_of(span).codes):
            long_form = region_of(before)
            span._.region = replace(region_of(span), via=long_form.via, place=long_form.place)


@Language.factory("piagam_regions")
def make_regions(nlp: Language, name: str) -> Regions:
    return Regions.of(nlp)
