"""How far a place goes: token by token, through capitals, floors, connectors, commas and brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from extractor.pipes.base import Data
from extractor.pipes.lexicon import lexicon

WORDS = lexicon("venues")
INNER = frozenset(WORDS["inner"])
COMPASS = frozenset(WORDS["compass"])
NO_COMMA_BEFORE = frozenset(WORDS["no_comma_before"])
TRAILING = frozenset(WORDS["trailing"])
TIMES = frozenset(WORDS["times"])
ENDS = frozenset(WORDS["ends"])
AREAS = frozenset(WORDS["areas"])
FLOORS = frozenset(WORDS["floors"])
TITLES = frozenset(WORDS["titles"])
SMALL_TOWNS = frozenset(WORDS["small_towns"])
COUNTING = frozenset(lexicon("quantities")["words"])
JOINTS = frozenset(",-–/’'")
ASIDES = frozenset("–—")
QUOTES = frozenset("“\"'")
LONGEST = 26  # tokens of a venue
CLOSING_QUOTE = 8  # tokens of a venue before a quote that closes it
BRACKET = 6  # tokens up to which a bracket holds a short name
NUMBER = re.compile(r"\d{1,3}|[IVX]+")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A text with the tokens at which no venue goes on, those that name a programme, and its regions by
    token.
    """

    doc: Doc
    stops: frozenset[int]
    named: frozenset[int]
    regions: dict[int, Span]

    def is_capital_run(self, at: int) -> bool:
        """Whether token `at` can belong to a name that is read backwards: a capital or a comma."""
        text = self.doc[at].text
        return (text[0].isupper() or text == ",") and at not in self.stops

    def is_place(self, start: int, end: int) -> bool:
        """Whether the tokens name nothing but regions."""
        doc = self.doc
        return all(
            i in self.regions or not doc[i].is_alpha or doc[i].text in ("Kota", "Kabupaten", "Jawa")
            for i in range(start, end)
        )


class AddressReader:
    """Reads how far a venue goes, from the word lists of `patterns/venues.yaml`."""

    def __init__(self, data: Data) -> None:
        self.openers = frozenset(data["openers"])
        self.never = frozenset(data["never"])
        self.connectors = frozenset(data["connectors"])

    def end(self, around: Surroundings, start: int) -> int | None:
        """Where the place that begins at token `start` ends; None where none begins."""
        doc = around.doc
        if start >= len(doc) or start in around.stops:
            return None
        if doc[start].lower_ in self.never and start not in around.regions:
            return None
        end = self.last(around, start)
        while end > start and doc[end - 1].text in TRAILING:
            end -= 1
        return end if any(doc[i].text[0].isupper() for i in range(start, end)) else None

    def last(self, around: Surroundings, start: int) -> int:
        doc, at = around.doc, start
        while at < len(doc) and at - start < LONGEST and at not in around.stops:
            opens = doc[at].text == "("
            width = bracket(around, at) if opens else int(self.goes_on(around, start, at))
            if not width:
                break
            at += width
        return at

    def goes_on(self, around: Surroundings, start: int, at: int) -> bool:
        """Whether token `at` goes on the venue that began at `start`."""
        doc = around.doc
        text, word = doc[at].text, doc[at].lower_
        if word in INNER and at > start and (doc[at - 1].is_lower or doc[at - 1].lower_ in self.openers):
            return True
        if at == start and word in self.openers:
            return True
        if word in self.openers and (doc[at - 1].text in (",", "di") or doc[at - 1].lower_ in self.openers):
            return True
        if text[0].isupper() or (text[0] in QUOTES and at == start):
            return word not in TIMES and not (at > start and word in ENDS and not self.is_ministry(doc, at))
        if NUMBER.fullmatch(text):
            return at > start and self.takes_number(doc, at - 1)
        if word in COUNTING:
            return at > start and doc[at - 1].lower_.rstrip(".") in FLOORS
        return start < at < len(doc) - 1 and self.joins(around, start, at)

    @staticmethod
    def is_ministry(doc: Doc, at: int) -> bool:
        """Whether "Dalam" is of the "Kementerian Dalam Negeri"."""
        return doc[at : at + 2].text.lower() == "dalam negeri"

    def takes_number(self, doc: Doc, at: int) -> bool:
        """Whether a number can stand behind the token: "Gate 22", "lantai 3", "No. 5"."""
        return doc[at].text[0].isupper() or doc[at].lower_ in self.openers or doc[at].lower_ in ("no", "no.")

    def joins(self, around: Surroundings, start: int, at: int) -> bool:
        """Whether a small word or a mark joins two parts of a place: "dan", a comma, "Jakarta pusat",
        "Jl.Merdeka".
        """
        doc = around.doc
        token, following = doc[at], doc[at + 1]
        if token.lower_ in self.connectors:
            proper = following.text[0].isupper() and following.lower_ not in self.never
            return proper and at + 1 not in around.stops and self.is_name(doc[start:at])
        if token.text in JOINTS:
            return self.goes_on_behind_comma(around, at + 1)
        if token.lower_ in COMPASS:
            return doc[at - 1].text[0].isupper() or doc[at - 1].lower_ in SMALL_TOWNS
        if token.lower_ == "di":
            return following.lower_.rstrip(".") in AREAS
        if token.lower_.rstrip(".") in TITLES or token.lower_ in SMALL_TOWNS:
            return token.lower_ in SMALL_TOWNS or following.text[0].isupper()
        if token.text == "." and token.whitespace_ == "" and following.text[0].isupper():
            return True
        return token.text in ("”", '"') and at - start < CLOSING_QUOTE

    def goes_on_behind_comma(self, around: Surroundings, at: int) -> bool:
        """Whether what follows a comma still belongs to the place."""
        if at in around.stops:
            return False
        doc = around.doc
        word = doc[at].lower_.rstrip(".")
        if at + 1 < len(doc) and doc[at + 1].text in ASIDES and at not in around.regions:
            return False  # "Dari Ruang Rapat, ABC – sapaannya – mengikuti acara"
        return word not in NO_COMMA_BEFORE and (
            doc[at].text[0].isupper() or word in self.openers or word in SMALL_TOWNS
        )

    @staticmethod
    def is_name(span: Span) -> bool:
        """Whether all words are capitalised but "of" and "dan"."""
        return all(
            t.text[0].isupper() or not t.is_alpha or t.lower_ in ("of", "dan", "and", "&") for t in span
        )


def bracket(around: Surroundings, at: int) -> int:
    """How many tokens a bracket with a name takes: "(TMII)", "(JIExpo)"; 0 for a date or a remark."""
    doc = around.doc
    end = next((i for i in range(at + 1, min(at + BRACKET, len(doc))) if doc[i].text == ")"), None)
    if end is None or end == at + 1 or at + 1 in around.stops:
        return 0
    inner = doc[at + 1 : end]
    return end - at + 1 if inner[0].text[0].isupper() and not inner.text.isdigit() else 0
