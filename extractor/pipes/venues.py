"""Venues: the words behind "di", "bertempat di", "Lokasi:" that name a hall, a house, or at least a city."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractor.pipes.addresses import AddressReader, Surroundings
from extractor.pipes.base import Data, PatternPipe
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import VenueMention, group_of, programme_of, region_of, tokens_of

__all__ = ["VenueMention", "Venues", "make_venues"]

WORDS = lexicon("venues")
NEED_HALL = frozenset(WORDS["need_hall"])
PLAIN_HEADS = frozenset(WORDS["plain_heads"])
SUBJECT_NOUNS = frozenset(WORDS["subject_nouns"])
CHOSEN = frozenset(WORDS["chosen"])
CROWDED = frozenset(WORDS["crowded"])
PLACE_NOUNS = frozenset(WORDS["place_nouns"])
LABELS = frozenset(WORDS["labels"])
MINISTRIES = frozenset(["kementerian", "kementrian"])
NOT_ALONE = frozenset(WORDS["not_alone"])
STREETS = frozenset(WORDS["streets"])
TOWN_PROVINCES = frozenset(["31", "34", "51"])  # Jakarta, Yogyakarta and Bali go for a town
CAPITAL = "31"  # Jakarta, the one province that is a town
LEAD_IN = 3  # tokens up to which "di", ":" and "pada" are passed over behind a trigger
ENDINGS = frozenset([".", "!", "?"])  # what ends the sentence before
LONGEST_SUBJECT = 26  # tokens of a venue and of what is said of it
LONGEST_NAME = 8  # tokens of a place that names no hall


class Venues(PatternPipe):
    """Marks venues; `span._.venue` is a `VenueMention`.  Needs regions, dates, officials, programmes and
    tiers.
    """

    group = "venues"

    @classmethod
    def default_data(cls) -> Data:
        return lexicon("venues")

    def build(self) -> None:
        self.heads = frozenset(self.data["heads"])
        self.triggers = frozenset(self.data["triggers"])
        self.reader = AddressReader(self.data)

    def mark(self, doc: Doc) -> list[Span]:
        strong = [span for span in group_of(doc, "programmes") if not programme_of(span).weak]
        people = [span for span in group_of(doc, "officials") if len(span) > 1]
        around = Surroundings(
            doc,
            stops=frozenset(tokens_of([*group_of(doc, "dates"), *group_of(doc, "tiers"), *strong, *people])),
            named=frozenset(tokens_of(strong)),
            regions={i: span for span in group_of(doc, "regions") for i in range(span.start, span.end)},
        )
        found = list(self.behind_triggers(around))
        found += [
            s for s in self.as_subject(around) if all(s.end <= f.start or f.end <= s.start for f in found)
        ]
        return sorted(found, key=lambda s: s.start)

    def behind_triggers(self, around: Surroundings) -> Iterator[Span]:
        """Venues behind "di", "bertempat", "Lokasi:"."""
        doc, end = around.doc, 0
        for token in doc:
            if token.i < end or token.i + 1 >= len(doc):
                continue
            label = token.lower_ in LABELS and doc[token.i + 1].text == ":"
            if token.lower_ not in self.triggers and not label:
                continue
            start = token.i + 1
            while start < min(len(doc), token.i + LEAD_IN) and doc[start].lower_ in ("di", ":", "pada"):
                start += 1
            span = self.read(around, start, needs_hall=label or token.lower_ in NEED_HALL)
            if span is not None and around.named.isdisjoint(range(span.start, span.end)):
                yield span
                end = span.end

    def as_subject(self, around: Surroundings) -> Iterator[Span]:
        """Venues of which the words behind say that they are one: "Hotel Padma Semarang menjadi tempat
        acaranya", "Hotel Padma, tempat acara digelar", "Hotel Padma riuh".
        """
        doc = around.doc
        for token in doc:
            if not 0 < token.i < len(doc) - 1 or not tells_of_subject(token):
                continue
            starts = (at for at in range(sentence_start(token), token.i) if doc[at].text[0].isupper())
            spans = (self.read(around, at, needs_hall=True) for at in starts)
            found = next((s for s in spans if s is not None and reaches(s, token.i)), None)
            if found is not None:
                yield found

    def read(self, around: Surroundings, start: int, *, needs_hall: bool) -> Span | None:
        """The venue that begins at token `start`."""
        end = self.reader.end(around, start)
        if end is None:
            return None
        span = Span(around.doc, start, end, label="venue")
        if len(span) == 1 and span.text.lower() in NOT_ALONE:
            return None
        hall, place = self.is_hall(span), around.is_place(start, end)
        if needs_hall and (not hall or span[0].lower_ in MINISTRIES):
            return None
        if not hall and not place and (len(span) > LONGEST_NAME or not self.reader.is_name(span)):
            return None
        if not hall and place and not self.is_town(span, around.regions):
            return None
        span._.venue = VenueMention(span.text, hall or not place, city_of(span, around.regions), hall)
        return span

    @staticmethod
    def is_town(span: Span, regions: dict[int, Span]) -> bool:
        """Whether a place without a hall names a region, and no province by its level: not "di Jawa"."""
        first = next((regions[i] for i in range(span.start, span.end) if i in regions), None)
        if first is None or region_of(first).level == "provinsi":
            return False
        return any("." in code or code in TOWN_PROVINCES for code in region_of(first).codes)

    def is_hall(self, span: Span) -> bool:
        """Whether the words name a building or a room."""
        words = [t.lower_.rstrip(".") for t in span]
        return (
            words[0] == "the"
            or words[0] in MINISTRIES
            or any(w in self.heads and w not in PLAIN_HEADS for w in words)
        )


def tells_of_subject(token: Token) -> bool:
    """Whether a token opens words that make a hall before it a venue: "menjadi lokasinya", ", tempat"."""
    word, following = token.lower_, token.nbor().lower_
    if token.text == ",":
        return following in PLACE_NOUNS
    if word in CHOSEN and following in ("sebagai", "menjadi", "jadi") and token.i + 2 < len(token.doc):
        following = token.nbor(2).lower_
    return word in CROWDED or (word in CHOSEN and following in SUBJECT_NOUNS)


def sentence_start(token: Token) -> int:
    """The first token of the sentence or the line that a token stands in."""
    at = token.i
    while at and token.i - at < LONGEST_SUBJECT and not ends_sentence(token.doc[at - 1]):
        at -= 1
    return at


def ends_sentence(token: Token) -> bool:
    return token.text in ENDINGS or "\n" in token.text


def reaches(span: Span, at: int) -> bool:
    """Whether nothing but commas stands between a venue and token `at`."""
    return span.end <= at and all(t.text == "," for t in span.doc[span.end : at])


def city_of(span: Span, regions: dict[int, Span]) -> str | None:
    """The last town named in the venue, without its prefix; no province but the capital's is one."""
    for at in range(span.end - 1, span.start - 1, -1):
        place = regions.get(at)
        if place is not None and place.start >= span.start and is_city(place):
            words = place.text.split()
            return " ".join(words[1:]) if words[0] in ("Kota", "Kabupaten") and len(words) > 1 else place.text
    return None


def is_city(place: Span) -> bool:
    """Whether a region can be the town of a venue: no province, and no common word ("Istana Negara")."""
    mention = region_of(place)
    if place.start and place.doc[place.start - 1].lower_.rstrip(".") in STREETS:
        return False  # "Jalan Medan Merdeka"
    if mention.weak and (not place.start or place.doc[place.start - 1].text != ","):
        return False
    return any(code == CAPITAL or "." in code for code in mention.codes)


@Language.factory("piagam_venues")
def make_venues(nlp: Language, name: str) -> Venues:
    return Venues.of(nlp)
