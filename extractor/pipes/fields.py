"""What stands between an office and its name: the field of work, the state, the agency and the region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import Kind, region_of

WORDS = lexicon("roles")
LEVEL_WORDS = frozenset(WORDS["level_words"])
STATE = frozenset(WORDS["state"])
PART_OF_FIELD = frozenset(WORDS["part_of_field"])
FIELD_JOINTS = frozenset(WORDS["field_joints"])
AGENCY_STARTS = tuple(WORDS["agency_starts"])
HOUSE_ENDS = frozenset(WORDS["house_ends"])
LONGEST_UNKNOWN = 4  # words of an office's name that no list holds
LONGEST_FIELD = 14  # words of an office's field of work
LONGEST_AGENCY = 7  # words of an agency that no list holds
LONGEST_BRACKET = 5  # tokens up to which a bracket behind a field is only its short name
REGIONAL: tuple[Kind, ...] = ("head", "deputy", "staff")


@dataclass(frozen=True, slots=True)
class Office:
    """An office by its full name; `after` says what follows it: none, field, ministry or house."""

    name: str
    kind: Kind
    after: str


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its region mentions by first token (index and span) and the tokens where offices begin."""

    doc: Doc
    regions: dict[int, tuple[int, Span]]
    heads: frozenset[int]

    def word(self, at: int) -> str:
        """The token in lower case, empty behind the end."""
        return self.doc[at].lower_ if at < len(self.doc) else ""


@dataclass(frozen=True, slots=True)
class Tail:
    """What was read behind an office: where it ends, the field's words, and the index of the region."""

    end: int
    field: str = ""
    region: int | None = None


class FieldReader:
    """Reads what follows an office, from the word lists of `patterns/roles.yaml`."""

    def __init__(self, roles: dict[str, Any]) -> None:
        self.fields = frozenset(roles["fields"])
        self.numerals = frozenset(roles["numerals"])

    def tail(self, scene: Scene, at: int, office: Office) -> Tail:
        """Field, state and region behind an office that ends before token `at`, in the orders that news
        writes them.
        """
        if office.after == "house":
            return self.house(scene, at, office)
        at, field = self.field(scene, at, office)
        at = self.skip_state(scene.doc, at)
        at, region = self.region(scene, at, office)
        if office.after != "none" and region is not None and not field:
            at, field = self.field(scene, at, office)
        if office.after == "field" and not field and region is None:
            unknown = self.words_to_region(scene, at)
            if unknown:
                end, region = self.region(scene, at + len(unknown), office)
                return Tail(self.skip_state(scene.doc, end), " ".join(unknown), region)
        tail = Tail(self.skip_state(scene.doc, at), field, region)
        if office.after == "field" and not field:
            return self.named_agency(scene, tail, office)
        return tail

    def words_to_region(self, scene: Scene, start: int) -> list[str]:
        """An office's unknown name with its region behind: "Kepala Dinas Perkimtan LH Sawahlunto, X".

        Empty where no region follows within a few capitalised words, or none of them is an abbreviation.
        """
        doc, at = scene.doc, start
        while at < len(doc) and at - start < LONGEST_UNKNOWN and at not in scene.regions:
            if at in scene.heads or not (doc[at].is_alpha and doc[at].text[0].isupper()):
                return []
            at += 1
        words = [token.text for token in doc[start:at]]
        abbreviated = any(len(word) > 1 and word.isupper() for word in words)
        return words if at in scene.regions and abbreviated else []

    def house(self, scene: Scene, start: int, office: Office) -> Tail:
        """The name of a house behind its head's office: "Direktur RSUD Sejahtera Rantau, dr. X".

        Where no region, comma or title tells the house from the person, nobody is named.
        """
        doc, at, region = scene.doc, start, None
        while at < len(doc) and at - start < LONGEST_AGENCY and at not in scene.heads:
            if at in scene.regions:
                at, region = self.region(scene, at, office)
                break
            if at > start and doc[at].lower_.rstrip(".") in HOUSE_ENDS and doc[at - 1].text != ".":
                break
            if not (doc[at].text[0].isupper() or doc[at].text == "." or at == start):
                break
            at += 1
        return Tail(at, region=region)

    def field(self, scene: Scene, start: int, office: Office) -> tuple[int, str]:
        """Where the field of work behind an office ends, and its words."""
        if office.after == "none":
            return start, ""
        doc, at, words = scene.doc, start, list[str]()
        while at < len(doc) and len(words) < LONGEST_FIELD and not self.ends_field(scene, at):
            token = doc[at]
            if self.is_field_word(scene, at, first=not words) or (words and self.is_joint(doc, at)):
                words.append(token.text)
            elif (
                words and token.text == "-" and at + 1 < len(doc) and doc[at + 1].is_upper and glued(doc, at)
            ):
                words += ["-", doc[at + 1].text]  # "Kominfo-SP"
                at += 1
            elif (closing := self.closing_bracket(doc, at)) is not None:
                at = closing
            else:
                break
            at += 1
        if not words:
            return start, ""
        if words[0].lower() == "bidang":
            del words[0]
        text = " ".join(w for w in words if w.lower() not in STATE)
        return at, text.replace(" ,", ",").replace(" - ", "-")

    def ends_field(self, scene: Scene, at: int) -> bool:
        """Whether the next office, a region, or a level word before one begins here."""
        word = scene.doc[at].lower_
        if at in scene.regions:
            named = scene.regions[at][1]
            if not (region_of(named).weak and word in self.fields):
                return True
        if at in scene.heads and word not in PART_OF_FIELD:
            return True
        return word in LEVEL_WORDS and at + 1 in scene.regions

    def is_field_word(self, scene: Scene, at: int, *, first: bool) -> bool:
        token = scene.doc[at]
        word = token.lower_
        if first and word in self.numerals:
            return True  # "Asisten I"
        return (word in self.fields and (token.text[0].isupper() or word == "dan")) or is_agency(token.text)

    def is_joint(self, doc: Doc, at: int) -> bool:
        """Whether the token joins two words of one field: "Pemberdayaan Perempuan dan Anak"."""
        if doc[at].lower_ not in FIELD_JOINTS or at + 1 >= len(doc):
            return False
        token = doc[at + 1]
        if token.lower_ == "dan" and at + 2 < len(doc):
            token = doc[at + 2]
        known = token.lower_ in self.fields and token.text[0].isupper() and token.lower_ not in LEVEL_WORDS
        return known or is_agency(token.text)

    @staticmethod
    def closing_bracket(doc: Doc, at: int) -> int | None:
        """Where a bracket with a short name closes: "Badan Pengelola Keuangan (BPKAD)"."""
        if doc[at].text != "(" or at + 2 >= len(doc):
            return None
        ahead = range(at + 2, min(at + LONGEST_BRACKET, len(doc)))
        return next((i for i in ahead if doc[i].text == ")"), None)

    def named_agency(self, scene: Scene, tail: Tail, office: Office) -> Tail:
        """An agency whose words are not in the lists: closed by its abbreviation in brackets, or by its
        region.
        """
        doc, at = scene.doc, tail.end
        end = at
        while end - at < LONGEST_AGENCY and self.goes_on_agency(scene, end):
            end += 1
        words = doc[at:end].text
        if end - at >= 2 and self.has_abbreviation(doc, end):
            return Tail(end + 3, words, tail.region)
        if end - at == 1 and end < len(doc) and (doc[end].lower_ in LEVEL_WORDS or end in scene.regions):
            end, region = self.region(scene, end, office)
            return Tail(end, words, region)
        return tail

    @staticmethod
    def goes_on_agency(scene: Scene, at: int) -> bool:
        if at >= len(scene.doc) or at in scene.regions:
            return False
        return scene.doc[at].text[0].isupper() and scene.doc[at].lower_ not in LEVEL_WORDS

    @staticmethod
    def has_abbreviation(doc: Doc, at: int) -> bool:
        """Whether "(DPUTR)" stands at the token."""
        return (
            at + 2 < len(doc)
            and doc[at].text == "("
            and doc[at + 1].text.isupper()
            and doc[at + 2].text == ")"
        )

    @staticmethod
    def skip_state(doc: Doc, at: int) -> int:
        """The end of "RI", "(RI)" or "/BKKBN" behind a national office."""
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

    def region(self, scene: Scene, start: int, office: Office) -> tuple[int, int | None]:
        """Where the office's region ends, and its index."""
        doc, at = scene.doc, start
        if scene.word(at) in LEVEL_WORDS and at not in scene.regions:
            at += 1
        if at in scene.regions and (office.kind != "centre" or office.after == "field"):
            index, span = scene.regions[at]
            return self.further_regions(scene, skip_branch(doc, span.end), office), index
        if scene.word(at) == "setempat":
            return at + 1, None
        level_alone = office.kind in REGIONAL or (office.after == "field" and scene.word(at) == ",")
        return (at if at > start and level_alone else start), None

    @staticmethod
    def further_regions(scene: Scene, at: int, office: Office) -> int:
        """The end of further regions of an office that is over several: "Kanwil Jawa Tengah dan DIY"."""
        several = office.kind not in ("head", "deputy")
        while several and scene.word(at) in ("dan", "&", "/") and at + 1 in scene.regions:
            at = scene.regions[at + 1][1].end
        return at


def glued(doc: Doc, at: int) -> bool:
    """Whether no blank stands on either side of a token."""
    return not doc[at].whitespace_ and not doc[at - 1].whitespace_


def skip_branch(doc: Doc, at: int) -> int:
    """The end of a branch or a short name behind a region: "Cabang Bekasi Kota", "Hulu Sungai
    Selatan (HSS)".
    """
    if at + 1 < len(doc) and doc[at].text == "Kota" and doc[at + 1].text[0].isupper():
        at += 1
    if (
        at + 2 < len(doc)
        and doc[at].text == "("
        and doc[at + 2].text == ")"
        and doc[at + 1].text[0].isupper()
    ):
        at += 3
    return at


def is_agency(text: str) -> bool:
    """Whether a word looks like an agency's abbreviation: DP3AP2KB, Diskominfo, Bappeda."""
    capitals = sum(c.isupper() for c in text)
    digits = sum(c.isdigit() for c in text)
    if len(text) >= 3 and capitals >= 2 and capitals + digits >= len(text) - 1 and not text.isupper():
        return True
    if text.isupper() and len(text) >= 4 and digits:
        return True
    if text.isupper() and 3 <= len(text) <= 9 and text.isalpha() and few_vowels(text):
        return True
    return text.lower().startswith(AGENCY_STARTS)


def few_vowels(text: str) -> bool:
    """Whether at most a third of the letters are vowels, as in abbreviations."""
    return sum(c in "AEIOU" for c in text) * 3 <= len(text)
