"""Officials: an office, the region it is of, and the person's name, in the orders that news writes them."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.pipes.base import Data, PatternPipe, longest
from extractor.pipes.fields import STATE, FieldReader, Office, Scene
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import Kind, PersonMention, region_of
from extractor.pipes.names import NameReader
from extractor.pipes.recalls import recalled

__all__ = ["Kind", "Officials", "PersonMention", "make_officials"]

VERB_CUES = (
    *("gain", "gain_passive", "accept", "accept_passive", "give", "give_passive"),
    *("companion", "statement", "proxy_to", "proxy_for", "target", "negation"),
)
WORDS = lexicon("roles")
GENERIC_OFFICES = frozenset(WORDS["generic_offices"])
NO_OFFICE_AFTER = frozenset(WORDS["no_office_after"])
NAME_OPENERS = frozenset(WORDS["name_openers"])
BEFORE_OFFICE = frozenset([",", "selaku", "sebagai", "("])  # between a name and its office
MOST_BEFORE = 5  # words of a name that stands before its office


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
        self.offices = {
            r["name"]: Office(r["name"], r["kind"], r.get("after", "none")) for r in roles["roles"]
        }
        tables = {f"office:{r['name']}": r["forms"] for r in roles["roles"]}
        tables |= {f"acting:{name}": forms for name, forms in roles["acting"].items()}
        self.matcher = self.phrases(tables)
        self.fields = FieldReader(roles)
        no_names = self.fields.fields - frozenset(roles["also_names"])
        self.reader = NameReader(self.data["names"], frozenset(self.data["verbs"]), no_names)

    def mark(self, doc: Doc) -> list[Span]:
        matches = list(self.matcher(doc, as_spans=True))
        offices = [
            m for m in longest(m for m in matches if m.label_.startswith("office:")) if is_office(doc, m)
        ]
        acting = {m.end: m for m in longest(m for m in matches if m.label_.startswith("acting:"))}
        scene = Scene(
            doc,
            regions={span.start: (i, span) for i, span in enumerate(doc.spans["regions"])},
            heads=frozenset(m.start for m in (*offices, *acting.values())),
        )
        found: list[Span] = []
        end = 0
        for match in offices:
            if match.start >= end:
                span = self.read(scene, match, acting.get(match.start), floor=end)
                found.append(span)
                end = span.end
        found += recalled(doc, found)
        return sorted(longest(found), key=lambda s: s.start)

    def read(self, scene: Scene, match: Span, acting: Span | None, *, floor: int) -> Span:
        """The official whose office is `match`: field, region and name behind it, else a name before it.

        Nothing before token `floor` belongs to it: the official before ends there.
        """
        office = self.offices[match.label_.removeprefix("office:")]
        first = acting.start if acting else match.start
        tail = self.fields.tail(scene, match.end, office)
        found = self.name_behind(scene, tail.end, regional=office.kind != "centre")
        name: str | None = None
        end = tail.end
        if found:
            _, end, name = found
        elif before := self.name_before(scene.doc, first, floor, end=tail.end):
            first, name = before
        while end > match.end and scene.doc[end - 1].text in (",", "("):
            end -= 1
        span = Span(scene.doc, first, end, label="official")
        role = role_of(office, tail.field, acting)
        span._.person = PersonMention(name, role, office.kind, tail.region, acting is not None)
        return span

    def name_behind(self, scene: Scene, at: int, *, regional: bool) -> tuple[int, int, str] | None:
        """A name behind the office, at once or after a comma, a dash or "yakni".

        `regional` is whether region names behind the office are regions: behind one of the centre
        they are names.
        """
        doc, regions = scene.doc, scene.regions if regional else {}
        direct = self.reader.read(doc, at, scene.heads)
        if direct:
            return direct
        if at + 1 >= len(doc):
            return None
        blocked = scene.heads | set(regions)
        if doc[at].text == "," and at + 1 in regions and len(regions[at + 1][1]) <= 3:
            # "Wali Kota Palu, Sulawesi Tengah, Rudi Hartono": a province between commas
            after = regions[at + 1][1].end
            closed = after < len(doc) and doc[after].text == ","
            return self.reader.read(doc, after + 1, blocked) if closed else None
        if doc[at].lower_ not in NAME_OPENERS or (doc[at].text == "." and not self.goes_on(doc, at)):
            return None
        if at + 1 in regions and not region_of(regions[at + 1][1]).weak:
            return None
        found = self.reader.read(doc, at + 1, blocked)
        if found is None or len(found[2]) <= 3 or (doc[at].text == "(" and len(found[2].split()) == 1):
            return None
        return found

    def goes_on(self, doc: Doc, stop: int) -> bool:
        """Whether a full stop behind an office ends no sentence: "Menkes RI. Budi", "Bupati. Dr. Budi"."""
        return (
            self.reader.honorific(doc[stop + 1])
            or doc[stop - 1].lower_ in STATE
            or doc[stop].whitespace_ == ""
        )

    def name_before(self, doc: Doc, first: int, floor: int, *, end: int) -> tuple[int, str] | None:
        """A name before the office: "Rangga Wirawan, Bupati Tapin" or "X selaku Wakil Bupati"; without a
        comma where a plain word goes on at token `end` behind it: "Rangga Wirawan Bupati Tapin hadir".
        """
        at = first - 1
        if at < 1:
            return None
        if doc[at].lower_ in BEFORE_OFFICE:
            at = self.reader.before_degrees(doc, at - (2 if doc[at - 1].text == "," else 1))
        elif not (doc[at].is_title and end < len(doc) and doc[end].is_alpha and doc[end].is_lower):
            return None
        last = at
        while (
            at >= floor
            and last - at < MOST_BEFORE
            and self.reader.part(doc[at])
            and doc[at].text[0].isupper()
        ):
            at -= 1
        start = at + 1
        if last - start < 1 or (start > 0 and doc[start - 1].text in (")", "”", '"')):
            return None
        read = self.reader.read(doc, start, frozenset([first]))
        return (start, read[2]) if read and len(read[2].split()) > 1 else None


def is_office(doc: Doc, match: Span) -> bool:
    """Whether a matched word is an office here: capitalised, and no part of a longer word group."""
    if not any(token.text[0].isupper() for token in match):
        return False
    following = doc[match.end].lower_ if match.end < len(doc) else ""
    before = doc[match.start - 1].lower_ if match.start else ""
    compound = following in ("daerah", "negara", "desa") or before in ("para", "wakil")
    if compound and match.text.lower() in GENERIC_OFFICES:
        return following not in ("daerah", "desa") and before != "para"
    return before not in NO_OFFICE_AFTER


def role_of(office: Office, field: str, acting: Span | None) -> str:
    """The office in full: "Penjabat Bupati", "Kepala Dinas Kesehatan", "Menteri Koordinator Bidang …"."""
    field = without_repeat(office.name, field)
    joint = "Bidang" if office.name == "Menteri Koordinator" and field else ""
    role = " ".join(part for part in (office.name, joint, field) if part)
    return f"{acting.label_.removeprefix('acting:')} {role}" if acting else role


def without_repeat(office: str, field: str) -> str:
    """The field without the words that end the office: "Perwakilan" of "Kepala BPK Perwakilan Perwakilan"."""
    words, named = field.split(), office.split()
    for length in range(min(len(words), len(named)), 0, -1):
        if words[:length] == named[-length:]:
            return " ".join(words[length:])
    return field


@Language.factory("piagam_officials")
def make_officials(nlp: Language, name: str) -> Officials:
    return Officials.of(nlp)
