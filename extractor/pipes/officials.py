"""Officials: an office, the region it is of, and the person's name, in the orders that news writes them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Literal

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.pipes.base import Data, PatternPipe, longest
from extractor.pipes.lexicon import lexicon
from extractor.pipes.names import NameReader

Kind = Literal["head", "deputy", "staff", "centre", "other", "name"]
VERB_CUES = ("gain", "accept", "accept_passive", "give", "give_passive", "companion", "statement", "gain_passive", "proxy_to", "proxy_for", "target", "negation")
LEVEL_WORDS = frozenset(["kabupaten", "kota", "provinsi", "kab", "kab.", "prov", "prov.", "propinsi", "pemkab", "pemkot", "pemko", "pemprov"])
STATE = frozenset(["ri", "republik", "indonesia"])
PART_OF_FIELD = frozenset(["sekretaris", "sekda", "asisten", "bupati", "gubernur"])  # "Asisten I Sekda"
LONGEST_FIELD = 14  # words of an office's field of work


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person as one place of the text names them.

    `name` is without degrees and honorifics, null for an office alone; `role` is spelled out without the
    region; `region` is the index of the office's region in `doc.spans["regions"]`, or None.
    """

    name: str | None
    role: str | None
    kind: Kind
    region: int | None = None
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    name: str
    kind: Kind
    after: str


class Officials(PatternPipe):
    """Marks officials; `span._.person` is a `PersonMention`.  Needs the regions."""

    group = "officials"

    @classmethod
    def default_data(cls) -> Data:
        cues = lexicon("cues")
        verbs = sorted({word for label in VERB_CUES for word in cues[label] if " " not in word})
        return {"roles": lexicon("roles"), "names": lexicon("names"), "verbs": verbs}

    def build(self) -> None:
        roles: dict[str, Any] = self.data["roles"]
        self.offices = {r["name"]: Office(r["name"], r["kind"], r.get("after", "none")) for r in roles["roles"]}
        tables = {f"office:{r['name']}": r["forms"] for r in roles["roles"]}
        tables |= {f"acting:{name}": forms for name, forms in roles["acting"].items()}
        self.matcher = self.phrases(tables)
        self.fields = frozenset(roles["fields"])
        self.ministries = {tuple(name.split()) for name in roles["ministries"]}
        self.numerals = frozenset(roles["numerals"])
        self.reader = NameReader(self.data["names"], frozenset(self.data["verbs"]))
        self.reader.stop |= self.fields - frozenset(roles["also_names"])

    def mark(self, doc: Doc) -> list[Span]:
        matches = list(self.matcher(doc, as_spans=True))
        offices = [m for m in longest(m for m in matches if m.label_.startswith("office:")) if self.is_office(doc, m)]
        acting = {m.end: m for m in longest(m for m in matches if m.label_.startswith("acting:"))}
        regions = {span.start: (i, span) for i, span in enumerate(doc.spans["regions"])}
        heads = {m.start for m in offices} | {m.start for m in acting.values()}
        found: list[Span] = []
        end = 0
        for match in offices:
            if match.start >= end:
                span = self.read(doc, match, acting.get(match.start), regions, heads, end)
                found.append(span)
                end = span.end
        found += self.repeated(doc, found)
        return sorted(longest(found), key=lambda s: s.start)

    def is_office(self, doc: Doc, match: Span) -> bool:
        """Whether a matched word is an office here: capitalised, and no part of a longer word group."""
        if not any(token.text[0].isupper() for token in match):
            return False
        following = doc[match.end].lower_ if match.end < len(doc) else ""
        before = doc[match.start - 1].lower_ if match.start else ""
        if match.text.lower() in ("kepala", "ketua", "sekretaris", "anggota", "humas", "koordinator", "presiden", "direktur") and (
            following in ("daerah", "negara", "desa") or before in ("para", "wakil")
        ):
            return following not in ("daerah", "desa") and before != "para"
        return before not in ("kementerian", "kantor", "rumah", "pendopo", "ruang", "gedung", "istana", "para", "halaman", "peraturan", "keputusan", "instruksi", "intruksi", "sekretariat", "lampiran", "sk", "surat", "sambutan")

    def read(
        self, doc: Doc, match: Span, acting: Span | None, regions: dict[int, tuple[int, Span]], heads: set[int], floor: int
    ) -> Span:
        """The official whose office is `match`: field, region and name read behind it, else a name before it."""
        office = self.offices[match.label_.removeprefix("office:")]
        first = acting.start if acting else match.start
        at, field = self.field(doc, match.end, office, regions, heads)
        at = self.skip_state(doc, at)
        at, region = self.region(doc, at, office, regions)
        if office.after != "none" and region is not None and not field:
            at, field = self.field(doc, at, office, regions, heads)
        at = self.skip_state(doc, at)
        if office.after == "field" and not field:
            at, field, region = self.named_agency(doc, at, region, office, regions)
        name = self.name_behind(doc, at, heads, {} if office.kind == "centre" else regions)
        role = " ".join(part for part in (office.name, "Bidang" if office.name == "Menteri Koordinator" and field else "", field) if part)
        if acting:
            role = f"{acting.label_.removeprefix('acting:')} {role}"
        if name:
            _, end, text = name
        else:
            end, text = at, None
            before = self.name_before(doc, first, floor)
            if before:
                first, text = before
        while end > match.end and doc[end - 1].text in (",", "("):
            end -= 1
        span = Span(doc, first, end, label="official")
        span._.person = PersonMention(text, role, office.kind, region, acting is not None)
        return span

    def field(self, doc: Doc, at: int, office: Office, regions: dict[int, tuple[int, Span]], heads: set[int]) -> tuple[int, str]:
        """Where the field of work behind an office ends, and its words."""
        if office.after == "none":
            return at, ""
        start, words = at, []
        while at < len(doc) and len(words) < LONGEST_FIELD:
            token = doc[at]
            word = token.lower_
            following = doc[at + 1] if at + 1 < len(doc) else None
            named = at in regions and not (regions[at][1]._.region.weak and word in self.fields)
            if at in heads and word not in PART_OF_FIELD or named or word in LEVEL_WORDS and at + 1 in regions:
                break
            if not words and word in self.numerals or word in self.fields and (token.text[0].isupper() or word == "dan") or self.agency(token.text):
                words.append(token.text)
            elif words and word in ("dan", "&", ",", "-", "/", "serta") and following is not None and self.field_word(doc, at + 1):
                words.append(token.text)
            elif token.text == "(" and at + 2 < len(doc) and any(doc[i].text == ")" for i in range(at + 2, min(at + 5, len(doc)))):
                at = next(i for i in range(at + 2, min(at + 5, len(doc))) if doc[i].text == ")")
            else:
                break
            at += 1
        if not words:
            return start, ""
        if words[0].lower() == "bidang":
            del words[0]
        return at, " ".join(w for w in words if w.lower() not in STATE).replace(" ,", ",").replace(" - ", "-")

    def named_agency(
        self, doc: Doc, at: int, region: int | None, office: Office, regions: dict[int, tuple[int, Span]]
    ) -> tuple[int, str, int | None]:
        """An agency whose words are not in the lists: closed by its abbreviation in brackets, or by its region."""
        end = at
        while end < len(doc) and end - at < 7 and doc[end].text[0].isupper() and end not in regions and doc[end].lower_ not in LEVEL_WORDS:
            end += 1
        words = doc[at:end].text
        if end - at >= 2 and end + 2 < len(doc) and doc[end].text == "(" and doc[end + 1].text.isupper() and doc[end + 2].text == ")":
            return end + 3, words, region
        if end - at == 1 and end < len(doc) and (doc[end].lower_ in LEVEL_WORDS or end in regions):
            end, region = self.region(doc, end, office, regions)
            return end, words, region
        return at, "", region

    def field_word(self, doc: Doc, at: int) -> bool:
        token = doc[at]
        if token.lower_ == "dan" and at + 1 < len(doc):
            token = doc[at + 1]
        return token.lower_ in self.fields and token.text[0].isupper() and token.lower_ not in LEVEL_WORDS or self.agency(token.text)

    def agency(self, text: str) -> bool:
        """Whether a word looks like an agency's abbreviation: DP3AP2KB, Diskominfo, Bappeda."""
        capitals = sum(c.isupper() for c in text)
        if len(text) >= 3 and capitals >= 2 and capitals + sum(c.isdigit() for c in text) >= len(text) - 1 and not text.isupper():
            return True
        if text.isupper() and len(text) >= 4 and any(c.isdigit() for c in text):
            return True
        known = text.isupper() and 3 <= len(text) <= 9 and text.isalpha() and self.consonants(text)
        return known or text.lower().startswith(("disko", "dinkes", "dinsos", "bappe", "bapel", "dispe", "disdi", "disna", "dissos", "disduk", "bakes", "bapen", "bpkad", "pupr"))

    @staticmethod
    def consonants(text: str) -> bool:
        return sum(c in "AEIOU" for c in text) * 3 <= len(text)

    @staticmethod
    def skip_state(doc: Doc, at: int) -> int:
        while at < len(doc):
            following = doc[at + 1] if at + 1 < len(doc) else doc[at]
            if doc[at].lower_ in STATE:
                at += 1
            elif doc[at].text == "(" and following.lower_ in STATE:
                at += 3
            elif doc[at].text == "/" and following.text.isupper():  # "Wamen Kemendukbangga/BKKBN"
                at += 2
            else:
                break
        return min(at, len(doc))

    def region(self, doc: Doc, at: int, office: Office, regions: dict[int, tuple[int, Span]]) -> tuple[int, int | None]:
        """Where the office's region ends, and its index."""
        start = at
        if at < len(doc) and doc[at].lower_ in LEVEL_WORDS and at not in regions:
            at += 1
        if at in regions and (office.kind != "centre" or office.after == "field"):
            index, span = regions[at]
            at = span.end
            if at + 1 < len(doc) and doc[at].text == "Kota" and doc[at + 1].text[0].isupper():
                at += 1  # a branch: "Cabang Bekasi Kota"
            if at + 2 < len(doc) and doc[at].text == "(" and doc[at + 2].text == ")" and doc[at + 1].text[0].isupper():
                at += 3
            return at, index
        if at < len(doc) and doc[at].lower_ == "setempat":
            return at + 1, None
        return (at if at > start and office.kind in ("head", "deputy", "staff") else start), None

    def name_behind(
        self, doc: Doc, at: int, heads: set[int], regions: dict[int, tuple[int, Span]]
    ) -> tuple[int, int, str] | None:
        """A name behind the office, at once or after a comma, a dash or "yakni"."""
        direct = self.reader.read(doc, at, heads)
        if direct:
            return direct
        if at + 1 < len(doc) and doc[at].text == "," and at + 1 in regions and len(regions[at + 1][1]) <= 3:
            # "Wali Kota Palu, Sulawesi Tengah, Hadianto": a province between commas
            after = regions[at + 1][1].end
            if after < len(doc) and doc[after].text == ",":
                return self.reader.read(doc, after + 1, heads | set(regions))
            return None
        if at + 1 < len(doc) and doc[at].lower_ in (",", ".", "–", "-", "yakni", "yaitu", ":", "("):
            if doc[at].text == "." and not (self.reader.honorific(doc[at + 1]) or doc[at - 1].lower_ in STATE or doc[at].whitespace_ == ""):
                return None
            if at + 1 in regions and not regions[at + 1][1]._.region.weak:
                return None
            found = self.reader.read(doc, at + 1, heads | set(regions))
            enough = found and (len(found[2]) > 3 and (doc[at].text != "(" or len(found[2].split()) > 1))
            return found if enough else None
        return None

    def name_before(self, doc: Doc, first: int, floor: int) -> tuple[int, str] | None:
        """A name before the office: "Abdul Hadi, Bupati Balangan" or "X selaku Wakil Bupati"."""
        at = first - 1
        if at < 1 or doc[at].lower_ not in (",", "selaku", "sebagai", "("):
            return None
        at -= 1
        if doc[at].text == ",":
            at -= 1
        last = at
        while at >= floor and last - at < 5 and self.reader.part(doc[at]) and doc[at].text[0].isupper():
            at -= 1
        start = at + 1
        if last - start < 1 or doc[start - 1].text in (")", "”", '"') and start > 0:
            return None
        read = self.reader.read(doc, start, frozenset())
        return (start, read[2]) if read and len(read[2].split()) > 1 else None

    def repeated(self, doc: Doc, found: list[Span]) -> Iterator[Span]:
        """Later and earlier places where a person already known is called by name alone."""
        people = {}
        for span in found:
            person: PersonMention = span._.person
            if person.name:
                people.setdefault(person.name, person)
        if not people:
            return
        keys: dict[str, list[tuple[tuple[str, ...], PersonMention]]] = {}
        for person in people.values():
            for words in self.short_forms(str(person.name)):
                keys.setdefault(words[0], []).append((words, person))
        taken = {i for span in found for i in range(span.start, span.end)}
        for token in doc:
            for words, person in sorted(keys.get(token.text, ()), key=lambda k: -len(k[0])):
                end = token.i + len(words)
                if len(words) == 1 and len(words[0]) <= 4 and not (end < len(doc) and doc[end].is_lower and doc[end].is_alpha):
                    continue
                if end <= len(doc) and tuple(t.text for t in doc[token.i : end]) == words and taken.isdisjoint(range(token.i, end)):
                    span = Span(doc, token.i, end, label="official")
                    span._.person = replace(person, kind="name" if person.kind == "name" else person.kind)
                    taken.update(range(token.i, end))
                    yield span
                    break

    @staticmethod
    def short_forms(name: str) -> Iterator[tuple[str, ...]]:
        """The whole name, and its first or last word where that is long enough to be called by."""
        words = tuple(name.split())
        yield words
        if len(words) > 1:
            yield from ((word,) for word in dict.fromkeys((words[0], words[-1])) if len(word) > 4 and word.isalpha())
            if 3 <= len(words[0]) <= 4 and words[0].isalpha():
                yield (words[0],)


Span.set_extension("person", default=None, force=True)


@Language.factory("piagam_officials")
def make_officials(nlp: Language, name: str) -> Officials:
    return Officials.of(nlp)
