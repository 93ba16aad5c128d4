"""Recipients: which of the regions that a clause names can be the ones honoured there."""

from __future__ import annotations

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import person_of, programme_of, venue_of
from extractor.records.datelines import in_dateline
from extractor.records.places import Place, Places
from extractor.records.view import Key, Part, Stretch, View

WORDS = lexicon("recipients")
COMPANIES = frozenset(WORDS["companies"])
TAKERS = frozenset(WORDS["takers"])
DESCRIBED = frozenset(WORDS["described"])
AMONG = frozenset(WORDS["among"])
COMPARED = tuple(WORDS["compared"])
ROUND_FOLLOWS = frozenset(WORDS["round_follows"])
NO_TAKERS = frozenset(["staff", "centre", "other"])  # kinds of officials with whom a region is only mentioned
CAPITAL = "31"  # the province in whose towns ceremonies are held
COMPANY_REACH = 8
APPOSITION_REACH = 4
BETWEEN_NAME_AND_PROVINCE = frozenset(["tahun", "”", '"', "“"])


class Recipients:
    """Tells recipients from the other regions of a clause: datelines, venues, homes of guests, rivals,
    givers.
    """

    def __init__(self, view: View, places: Places) -> None:
        self.places = places
        halls = [(part, span) for part, span in view.all("venues") if venue_of(span).hall]
        self._compared: dict[tuple[str, int, int], frozenset[int]] = {}
        self.venues: set[Key] = {(part.name, i) for part, span in halls for i in range(span.start, span.end)}

    def of(self, clause: Stretch) -> list[Place]:
        """The regions of a clause that can be honoured there, each once, by position."""
        found: dict[str, Place] = {}
        for span in clause.regions:
            place = self.places.at(clause.part, span)
            if place and self.can_receive(clause, place):
                found.setdefault(place.key, place)
        return list(found.values())

    def can_receive(self, clause: Stretch, place: Place) -> bool:
        span = place.span
        if self.in_venue(clause.part, span) or self.is_elsewhere(clause, place):
            return False
        owner = clause.part.owner(span)
        if owner is not None and not takes(clause, owner):
            return False
        if is_capital_or_whole(clause, span) or gives(clause, span):
            return False
        return not (of_company(clause, span) or self.is_compared(clause, span) or accompanies(clause, span))

    def is_compared(self, clause: Stretch, span: Span) -> bool:
        """Whether the region, or one listed before it, is only compared with: "mengalahkan A dan B"."""
        key = (clause.part.name, clause.start, clause.end)
        if key not in self._compared:
            self._compared[key] = self.compared_in(clause)
        return span.start in self._compared[key]

    def compared_in(self, clause: Stretch) -> frozenset[int]:
        """The first tokens of the regions of a clause that are only compared with."""
        found: set[int] = set()
        last: Span | None = None
        for span in clause.regions:
            listed = last is not None and last.start in found and self.places.joined(clause.part, last, span)
            if listed or compared(clause, span):
                found.add(span.start)
            last = span
        return frozenset(found)

    def in_venue(self, part: Part, span: Span) -> bool:
        """Whether the mention stands in the name of a hall."""
        return part.key(span) in self.venues

    def is_elsewhere(self, clause: Stretch, place: Place) -> bool:
        """Whether the name only places or describes something: an organisation, a ceremony, a round, a
        dateline.
        """
        mention, region = place.mention, place.region
        bare = mention.via in ("bare", "level")
        if mention.via == "organisation" or (mention.place and bare):
            return True
        if mention.via == "bare" and clause.word_before(place.span.start) in DESCRIBED:
            return True
        if region is not None and region.level == "provinsi" and is_scope(clause.part, place.span):
            return True
        in_capital = region is not None and region.province_code == CAPITAL and bare
        if in_capital and (is_town(place) or self.is_address(clause, place.span)):
            return True  # where the ceremony was: "Jakarta Selatan", "…, Jakarta, Selasa (27/1)"
        return in_dateline(clause, place.span) or self.is_apposition(clause, place)

    def is_address(self, clause: Stretch, span: Span) -> bool:
        """Whether a town's name follows "di", or a comma that parts it from no other region."""
        word = clause.word_before(span.start)
        if word in ("di", "ke", "dari"):
            return True
        listed = any(r.end == span.start - 1 for r in clause.regions)
        return word == "," and not listed

    def is_apposition(self, clause: Stretch, place: Place) -> bool:
        """Whether a province only tells where the region before it lies: "Kabupaten X, Provinsi Y,"."""
        if place.region is None or place.region.level != "provinsi":
            return False
        before = self.place_before(clause, place.span)
        if before is None or before.region is None or before.region.level == "provinsi":
            return False
        if before.region.province_code != place.region.code:
            return False
        between = clause.part.words(before.span.end, place.span.start)
        if len(between) > APPOSITION_REACH or "dan" in between or "serta" in between:
            return False
        doc, end = clause.doc, place.span.end
        closed = end >= len(doc) or doc[end].text in (",", ")", ".")
        return closed or "," not in between or len(clause.regions) == 2

    def place_before(self, clause: Stretch, span: Span) -> Place | None:
        """The last region that the clause names before a mention."""
        earlier = [r for r in clause.regions if r.end <= span.start]
        places = [place for region in earlier if (place := self.places.at(clause.part, region))]
        return places[-1] if places else None


def is_town(place: Place) -> bool:
    """Whether the region is no province."""
    return place.region is not None and place.region.level != "provinsi"


def takes(clause: Stretch, official: Span) -> bool:
    """Whether a head or deputy named with the region takes the award: before a verb of taking, or behind
    "oleh".
    """
    if person_of(official).kind in NO_TAKERS or stands_by(clause, official):
        return False
    ahead = clause.cue(
        *("gain", "accept", "statement", "presiding", "companion", "give", "proxy_to"), after=official.end
    )
    if ahead and ahead[0].label_ in ("gain", "accept", "proxy_to"):
        return True
    handed = clause.cue("accept_passive", "give_passive", before=official.start)
    given_by = bool(handed) and handed[-1].label_ == "give_passive"
    given_by = given_by and "kepada" not in clause.part.words(handed[-1].end, official.start)
    return not given_by and not TAKERS.isdisjoint(clause.before(official.start, 4))


def gives(clause: Stretch, span: Span) -> bool:
    """Whether the region's government gives the award: "Pemda X membagikan penghargaan"."""
    ahead = clause.cue(
        "give", "gain", "gain_passive", "accept", "accept_passive", "give_passive", after=span.end
    )
    if (
        not ahead
        or ahead[0].label_ != "give"
        or ahead[0].start - span.end > 4
        or ahead[0].text.lower() == "beri"
    ):
        return False
    return "kepada" not in clause.part.words(clause.start, span.start)


def is_capital_or_whole(clause: Stretch, span: Span) -> bool:
    """Whether another region is meant: "ibu kota NTB" is a town, "se-Kalimantan" all regions of
    the island.
    """
    doc, before = clause.doc, clause.word_before(span.start)
    if before in ("se", "se-") or (before == "-" and span.start > 1 and doc[span.start - 2].lower_ == "se"):
        return True
    return clause.before(span.start, 2) == ["ibu", "kota"] or (before == "ibu" and span[0].lower_ == "kota")


def of_company(clause: Stretch, span: Span) -> bool:
    """Whether a company or a hospital carries the region's name: "PT Semen X"."""
    first = max(clause.start, span.start - COMPANY_REACH)
    return any(token.text in COMPANIES for token in clause.doc[first : span.start])


def compared(clause: Stretch, span: Span) -> bool:
    """Whether the region is only compared with: "di belakang X", "menyalip X", "selain X"."""
    words = clause.before(span.start, 3)
    text = " ".join(words)
    if text.endswith(COMPARED) or any(f"{word} " in f"{text} " for word in COMPARED):
        return True
    return "selain" in words and AMONG.isdisjoint(words[words.index("selain") :])


def accompanies(clause: Stretch, span: Span) -> bool:
    """Whether a person or a place behind "didampingi", "dihadiri" carries the name."""
    owner = clause.part.owner(span)
    return owner is not None and stands_by(clause, owner)


def stands_by(clause: Stretch, official: Span) -> bool:
    """Whether the official is named behind a word of company, with no verb of receiving between."""
    company = clause.cue("companion", before=official.start)
    if not company or ";" in clause.part.words(company[-1].end, official.start):
        return False
    handing = ("accept", "accept_passive", "give", "give_passive")
    return not clause.cue(*handing, after=company[-1].end, before=official.start)


def is_scope(part: Part, span: Span) -> bool:
    """Whether a province only tells whose round of the award it is.

    "tingkat Provinsi X", "Paritrana Award X 2024", "KI X Award".
    """
    before = part.words(max(0, span.start - 2), span.start)
    first = span.start
    while first and (
        part.doc[first - 1].text.isdigit() or part.doc[first - 1].lower_ in BETWEEN_NAME_AND_PROVINCE
    ):
        first -= 1
    if "tingkat" in before or before[-1:] == ["level"]:
        return True
    after = part.doc[span.end].lower_ if span.end < len(part.doc) else ""
    if before[-1:] == ["ki"] and after in ("award", "awards"):
        return True
    year_between = first < span.start
    beside = any(p.end == first and not programme_of(p).weak for p in part.by_start["programmes"])
    return beside and (year_between or after.isdigit() or after in ROUND_FOLLOWS)
