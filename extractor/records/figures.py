"""Figures of an article, and the criteria printed in it: each number with whose it is or which
tier it bars.
"""

from __future__ import annotations

import re

from spacy.tokens import Span

from extractor.model import Criterion, Figure, RegionRef
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import date_of, person_of, quantity_of
from extractor.records.criteria import LOOK_BACK, Criteria, is_exception, opens_alternative
from extractor.records.datelines import in_dateline
from extractor.records.hands import RECEIVERS
from extractor.records.measures import LEAST_PEOPLE, measures
from extractor.records.number import Measured
from extractor.records.places import Place, Places
from extractor.records.view import Stretch, View
from extractor.records.words import occurs, pattern
from extractor.regions.gazetteer import Region

INDONESIA = RegionRef(code=None, name="Indonesia", level="negara")
NATION_NAMES = re.compile(
    r"Jaminan Kesehatan Nasional|Republik Indonesia|Kesehatan Nasional|Jaminan Sosial Nasional"
    r"|tingkat nasional|penghargaan nasional",
    re.IGNORECASE,
)
POSSESSED = r"peserta|kepesertaan|keaktifan|persentase|cakupan|kabupaten|penduduk|kota|capaian|warga"
BACK = re.compile(rf"\b(?:{POSSESSED})nya\b", re.IGNORECASE)  # "kepesertaannya": of the region named before
DATA_DAYS = frozenset(lexicon("measures")["data_days"])
BACK_TO_REGION = re.compile(
    r"\b(?:kabupaten|kota|provinsi|daerah|wilayah) (?:itu|ini|tersebut|kami|kita)\b", re.IGNORECASE
)
OF_PROVINCE = re.compile(rf"\b(?:{'|'.join(lexicon('measures')['of_province'])}) provinsi\b")
GOAL_IS = re.compile(
    rf"\btarget(?:nya)?\b[^,;:]{{0,200}}\b(?:{'|'.join(lexicon('measures')['goal_is'])})\b[^,;:]{{0,200}}$"
)
GOAL_REACH = 30  # tokens between a goal and the numbers that it is
SUPPOSED = frozenset(lexicon("measures")["supposed"])
NEEDED = frozenset(lexicon("measures")["needed"])
LEAST_OF_NATION = 5e6  # people below which a number without an owner is a region's
NATION_SIZE = 6e7  # people from which a number can only be the nation's
OWNER_REACH = 12  # tokens between a number and a region behind it


class Numbers:
    """Figures and criteria of an article; `main` is the article's own region, `programme` what criteria are
    of.
    """

    def __init__(self, view: View, places: Places, main: Region | None, programme: str | None) -> None:
        self.view, self.places, self.main = view, places, main
        self.figures: list[Figure] = []
        self._stated: set[tuple[str, str, str, float]] = set()  # what each figure says
        self.conditions = Criteria(programme)
        self.region: RegionRef | None = None  # that of the last figure
        self.heading: Stretch | None = None  # "Kabupaten X:" over lines of figures
        for sentence in view.sentences:
            self.read(sentence)

    @property
    def criteria(self) -> list[Criterion]:
        return self.conditions.found

    def read(self, sentence: Stretch) -> None:
        last_figure = self.figures[-1].metric if self.figures else None
        previous = self.view.previous(sentence)
        self.conditions.begin(sentence)
        in_turn = self.conditions.in_turn or self.conditions.is_row(sentence)
        numbers = measures(sentence, previous, last_figure, in_turn=in_turn)
        if sentence.regions and sentence.text.rstrip().endswith(":"):
            self.heading = sentence
        if not numbers or occurs("definition", sentence.text):
            return
        branch, branched = None, None
        last_end = sentence.start
        for number in numbers:
            gap = (
                sentence.doc[last_end : number.span.start].text.lower()
                if last_end < number.span.start
                else ""
            )
            if self.conditions.is_condition(sentence, number):
                tier = self.conditions.tier_for(sentence, number)
                if branched != tier:
                    branch, branched = None, tier  # branches are of one tier
                other = " atau " in f" {gap} " or (number is numbers[0] and opens_alternative(sentence))
                if other and self.criteria and self.criteria[-1].tier == tier:
                    branch = self.conditions.open_branch(sentence, previous)
                self.conditions.add(sentence, number, gap, branch=branch)
            elif not is_goal(sentence, number):
                self.add_figure(sentence, number)
            last_end = number.span.end

    def add_figure(self, sentence: Stretch, number: Measured) -> None:
        lead = sentence.text_before(number.span.start, LOOK_BACK)
        if self.criteria and self.criteria[-1].evidence[0].part == sentence.part.name and is_exception(lead):
            self.conditions.add_exception(number)
            return
        region = None if is_supposed(sentence, number) else self.owner(sentence, number)
        if region is None:
            return
        op = number.quantity.op
        figure = Figure(
            region=region,
            metric=number.metric,
            op="=" if op == ">=" and number.unit == "people" else op,
            value=number.quantity.value,
            unit=number.unit,
            as_of=as_of(sentence),
            evidence=[sentence.part.mark(number.span, "figure")],
        )
        key = (region.name, figure.metric, figure.unit, figure.value)
        if key not in self._stated:
            self._stated.add(key)
            self.figures.append(figure)
        self.region = region

    # --- whose figure it is -----------------------------------------------------------------------------

    def owner(self, sentence: Stretch, number: Measured) -> RegionRef | None:
        """Whose figure it is: the nearest region before it, the nation where it is spoken of, else the
        article's own.
        """
        span = number.span
        places = [p for p in self.owners(sentence) if not in_dateline(sentence, p.span)]
        left = [p for p in places if p.span.end <= span.start]
        right = [p for p in places if 0 <= p.span.start - span.end <= OWNER_REACH and not p.mention.place]
        if is_of_nation(sentence, number) or (not left and not right and names_nation(sentence)):
            return INDONESIA
        if left or right:
            return ref(left[-1] if left else right[0])
        return (
            self.own_province(sentence, number)
            or self.owner_before(sentence)
            or self.owner_unsaid(sentence, number)
        )

    def own_province(self, sentence: Stretch, number: Measured) -> RegionRef | None:
        """The article's one province where the words before speak of "cakupan provinsi"."""
        if not OF_PROVINCE.search(sentence.text_before(number.span.start, OWNER_REACH)):
            return None
        named = [p.region for part, s in self.view.all("regions") if (p := self.places.at(part, s))]
        provinces = {r.code: r for r in named if r is not None and r.level == "provinsi"}
        own = self.main.province_code if self.main is not None else None
        if own in provinces:
            return provinces[own].ref()
        return next(iter(provinces.values())).ref() if len(provinces) == 1 else None

    def owners(self, sentence: Stretch) -> list[Place]:
        """The regions of a sentence that can own a figure: not those that only name an office of
        the centre.
        """
        places = [place for s in sentence.regions if (place := self.places.at(sentence.part, s))]
        return [p for p in places if p.region is not None and not is_office_of_centre(p)]

    def owner_before(self, sentence: Stretch) -> RegionRef | None:
        """The one region of the sentence before ("kepesertaannya"), or that of the heading over the line."""
        previous = self.view.previous(sentence)
        if previous is not None and previous.paragraph == sentence.paragraph and BACK.search(sentence.text):
            named = [
                p
                for s in previous.regions
                if (p := self.places.at(previous.part, s)) and p.region is not None
            ]
            named = [p for p in named if p.mention.via != "organisation" and not p.mention.place]
            if len({p.key for p in named}) == 1:
                return ref(named[0])
        if self.heading is not None and sentence.sentence - self.heading.sentence in (0, 1):
            place = self.places.at(self.heading.part, self.heading.regions[-1])
            if place is not None and place.region is not None:
                return ref(place)
        return None

    def owner_unsaid(self, sentence: Stretch, number: Measured) -> RegionRef | None:
        """The nation where only the centre speaks or the last figure was the nation's, else the article's own
        region.
        """
        kinds = {person_of(o).kind for o in sentence.officials}
        centre = any(person_of(o).kind == "centre" and o.end <= number.span.start for o in sentence.officials)
        if centre and RECEIVERS.isdisjoint(kinds):
            return INDONESIA
        national = self.region is not None and self.region.code is None and self.near_previous(sentence)
        if national and not speaks_of_region(sentence):
            return INDONESIA
        return self.main.ref() if self.main is not None else None

    def near_previous(self, sentence: Stretch) -> bool:
        """Whether the last figure, a national one, stands in this sentence or the one before."""
        last = self.figures[-1].evidence[0].start if self.figures else -1
        previous = self.view.previous(sentence) or sentence
        return last >= (previous.span.start_char if previous.part is sentence.part else 0)


def speaks_of_region(sentence: Stretch) -> bool:
    """Whether a sentence without a region's name is about one: "di kabupaten itu", or people too few for the
    nation.
    """
    if BACK_TO_REGION.search(sentence.text):
        return True
    counted = (quantity_of(q) for q in sentence.quantities)
    return any(q.unit == "people" and LEAST_PEOPLE <= q.value < LEAST_OF_NATION for q in counted)


def is_goal(sentence: Stretch, number: Measured) -> bool:
    """Whether the number is only aimed at."""
    lead, follow = sentence.text_before(number.span.start, 9), sentence.text_behind(number.span.end, 4)
    if GOAL_IS.search(sentence.text_before(number.span.start, GOAL_REACH)):
        return True
    return occurs("goals", lead) or "target" in follow or not NEEDED.isdisjoint(follow.split())


def is_supposed(sentence: Stretch, number: Measured) -> bool:
    """Whether the number stands behind "jika" in its part of the sentence: nobody has it."""
    lead = sentence.before(number.span.start, LOOK_BACK)
    return not SUPPOSED.isdisjoint(lead[max((i for i, w in enumerate(lead) if w == ","), default=0) :])


def is_of_nation(sentence: Stretch, number: Measured) -> bool:
    """Whether the number, or one beside it, counts more people than any region has."""
    if number.unit == "people" and number.quantity.value > NATION_SIZE:
        return True
    near: list[Span] = [q for q in sentence.quantities if abs(q.start - number.span.start) <= 8]
    return any(quantity_of(q).unit == "people" and quantity_of(q).value > NATION_SIZE for q in near)


def names_nation(sentence: Stretch) -> bool:
    """Whether the sentence speaks of the nation, and not only of something called national."""
    return pattern("", "nation").search(NATION_NAMES.sub(" ", sentence.text)) is not None


def is_office_of_centre(place: Place) -> bool:
    """ "BPK Perwakilan Kalimantan Selatan" """
    province = place.region is not None and place.region.level == "provinsi"
    return place.mention.via == "organisation" and place.mention.level is None and province


def ref(place: Place) -> RegionRef:
    assert place.region is not None
    return place.region.ref()


def as_of(sentence: Stretch) -> str | None:
    """The day of the data: a date behind "per", "hingga", "posisi" in the sentence."""
    for span in sentence.of("dates"):
        if date_of(span).year and not DATA_DAYS.isdisjoint(sentence.before(span.start, 3)):
            return date_of(span).iso()
    return None
