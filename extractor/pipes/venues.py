"""Venues: the words behind "di", "bertempat di", "Lokasi:" that name a hall, a house, or at least a city."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from extractor.pipes.base import Data, PatternPipe
from extractor.pipes.lexicon import lexicon

INNER = frozenset(["perwakilan", "dinas", "wali", "kota", "bupati", "gubernur", "kementerian", "rapat", "kerja", "sidang", "serbaguna", "kantor", "pertemuan", "pola"])
NEED_HALL = frozenset(["dari", "ke", "panggung", "penyerahannya", "acaranya", "kegiatannya", "penerimaannya"])
LONGEST = 26  # tokens of a venue
NUMBER = re.compile(r"\d{1,3}|[IVX]+")


@dataclass(frozen=True, slots=True)
class VenueMention:
    """A place in the text's own words; `hall` where it is more than a city; `city` is that part of it."""

    name: str
    hall: bool
    city: str | None


class Venues(PatternPipe):
    """Marks venues; `span._.venue` is a `VenueMention`.  Needs the regions, dates and officials."""

    group = "venues"

    @classmethod
    def default_data(cls) -> Data:
        return lexicon("venues")

    def build(self) -> None:
        for name in ("heads", "openers", "triggers", "never", "connectors"):
            setattr(self, name, frozenset(self.data[name]))

    heads: frozenset[str]
    openers: frozenset[str]
    triggers: frozenset[str]
    never: frozenset[str]
    connectors: frozenset[str]

    def mark(self, doc: Doc) -> list[Span]:
        stops = {i for span in doc.spans.get("dates", ()) for i in range(span.start, span.end)}
        people = {i for span in doc.spans.get("officials", ()) if len(span) > 1 for i in range(span.start, span.end)}
        stops |= {i for group in ("programmes", "tiers") for span in doc.spans.get(group, ()) for i in range(span.start, span.end) if group == "tiers" or not span._.programme.weak}
        names = {i for span in doc.spans.get("programmes", ()) if not span._.programme.weak for i in range(span.start, span.end)}
        regions = {i: span for span in doc.spans.get("regions", ()) for i in range(span.start, span.end)}
        found: list[Span] = []
        end = 0
        for token in doc:
            if token.i < end or token.lower_ not in self.triggers or token.i + 1 >= len(doc):
                continue
            start = token.i + 1
            while start < len(doc) and doc[start].lower_ in ("di", ":", "pada") and start < token.i + 3:
                start += 1
            span = self.read(doc, start, stops | people, regions, needs_hall=token.lower_ in NEED_HALL)
            if span is not None and names.isdisjoint(range(span.start, span.end)):
                found.append(span)
                end = span.end
        found += [s for s in self.as_subject(doc, stops | people, regions) if all(s.end <= f.start or f.end <= s.start for f in found)]
        return sorted(found, key=lambda s: s.start)

    def as_subject(self, doc: Doc, stops: set[int], regions: dict[int, Span]) -> list[Span]:
        """Venues before "menjadi tempat acaranya": "Hotel Padma Semarang menjadi tempat acaranya"."""
        found = []
        for token in doc[1:-1]:
            if token.lower_ not in ("menjadi", "jadi") or doc[token.i + 1].lower_ not in ("tempat", "lokasi", "saksi", "tuan"):
                continue
            start = token.i
            while start and (doc[start - 1].text[0].isupper() or doc[start - 1].text == ",") and start - 1 not in stops and not doc[start - 1].text.startswith("\n"):
                start -= 1
            span = self.read(doc, start, stops, regions, needs_hall=True)
            if span is not None and span.end == token.i:
                found.append(span)
        return found

    def read(self, doc: Doc, start: int, stops: set[int], regions: dict[int, Span], *, needs_hall: bool) -> Span | None:
        """The venue that begins at token `start`."""
        if start >= len(doc) or start in stops or doc[start].lower_ in self.never and start not in regions:
            return None
        at, depth = start, 0
        while at < len(doc) and at - start < LONGEST and at not in stops:
            token = doc[at]
            if token.text == "(":
                depth = self.bracket(doc, at, stops)
                if not depth:
                    break
                at += depth
            elif self.inside(doc, at, start, stops):
                at += 1
            else:
                break
        while at > start and doc[at - 1].text in (",", "(", ".", "“", '"', "dan", "&", "-", "–", "/"):
            at -= 1
        if at == start or not any(doc[i].text[0].isupper() for i in range(start, at)):
            return None
        span = Span(doc, start, at, label="venue")
        words = [t.lower_.rstrip(".") for t in span]
        hall = any(word in self.heads for word in words if word not in ("the", "bina", "kementerian")) or words[0] in ("the", "kementerian")
        place = all(i in regions or not doc[i].is_alpha or doc[i].text in ("Kota", "Kabupaten", "Jawa") for i in range(start, at))
        if needs_hall and (not hall or words[0] == "kementerian") or not hall and not place and (len(span) > 8 or not self.namelike(span)):
            return None
        if not hall and place and regions[start]._.region.level == "provinsi":
            return None
        span._.venue = VenueMention(span.text, hall or not place, self.city(span, regions))
        return span

    def inside(self, doc: Doc, at: int, start: int, stops: set[int]) -> bool:
        """Whether token `at` goes on the venue that began at `start`."""
        token = doc[at]
        text, word = token.text, token.lower_
        if word in INNER and at > start and doc[at - 1].is_lower:
            return True
        if word in self.openers and (at == start or doc[at - 1].text == "," or doc[at - 1].lower_ in self.openers):
            return True
        if text[0].isupper() or text[0] in "“\"'" and at == start:
            return word not in ("selasa", "rabu", "kamis", "senin", "jumat", "sabtu", "minggu", "wib", "wita", "wit", "pukul") and not (
                at > start and word in ("dalam", "pada", "dan", "saat", "usai", "yang", "oleh", "dengan", "turut", "hadir")
            )
        if NUMBER.fullmatch(text):
            return at > start and (doc[at - 1].text[0].isupper() or doc[at - 1].lower_ in self.openers or doc[at - 1].lower_ in ("no", "no."))
        following = doc[at + 1] if at + 1 < len(doc) else None
        if following is None or at == start:
            return False
        if word in self.connectors:
            return following.text[0].isupper() and at + 1 not in stops and following.lower_ not in self.never and self.namelike(doc[start:at])
        if text in (",", "-", "–", "/", "’", "'"):
            return self.goes_on(doc, at, following, stops)
        if word in ("tengah", "utara", "selatan", "timur", "barat", "pusat", "kota"):
            return doc[at - 1].text[0].isupper()
        return text == "." and token.whitespace_ == "" and following.text[0].isupper() or text in ("”", '"') and at - start < 8

    def goes_on(self, doc: Doc, at: int, following: Token, stops: set[int]) -> bool:
        """Whether what follows a comma still belongs to the place."""
        if at + 1 in stops:
            return False
        word = following.lower_.rstrip(".")
        if word in ("gubernur", "bupati", "wali", "walikota", "menteri", "pemkab", "pemkot", "pemerintah", "wapres", "penghargaan", "direktur", "ketua", "kepala", "sekda", "serta", "plt", "pj", "acara"):
            return False
        return following.text[0].isupper() or word in self.openers

    def bracket(self, doc: Doc, at: int, stops: set[int]) -> int:
        """How many tokens a bracket with a name takes: "(TMII)", "(JIExpo)"; 0 for a date or a remark."""
        for end in range(at + 1, min(at + 6, len(doc))):
            if doc[end].text == ")":
                inner = doc[at + 1 : end]
                good = len(inner) and inner[0].text[0].isupper() and at + 1 not in stops and not inner.text.isdigit()
                return end - at + 1 if good else 0
        return 0

    @staticmethod
    def namelike(span: Span) -> bool:
        return all(t.text[0].isupper() or not t.is_alpha or t.lower_ in ("of", "dan", "&") for t in span)

    @staticmethod
    def city(span: Span, regions: dict[int, Span]) -> str | None:
        """The last region named in the venue, without its prefix."""
        last = next((regions[i] for i in range(span.end - 1, span.start - 1, -1) if i in regions), None)
        if last is None or last.start < span.start:
            return None
        words = last.text.split()
        return " ".join(words[1:]) if words[0] in ("Kota", "Kabupaten") and len(words) > 1 else last.text


Span.set_extension("venue", default=None, force=True)


@Language.factory("piagam_venues")
def make_venues(nlp: Language, name: str) -> Venues:
    return Venues.of(nlp)
