"""Which region each name means: the level its prefix demands, the article's other mentions, the province
around it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Span

from extractor.pipes.mentions import RegionMention, person_of, region_of
from extractor.records.view import Key, Part, View
from extractor.regions.gazetteer import Region, gazetteer

JOINTS = frozenset([",", "dan", "serta", "&", "maupun", "/", ";", "juga", "hingga", "-", "\n", "\n\n", "."])


Row = tuple[Part, Span, RegionMention]
OWN = 2  # neighbours of its province that vouch for a name which is also a word
LEVEL_OF_ROLE = (("Bupati", "kabupaten"), ("Wali Kota", "kota"), ("Gubernur", "provinsi"))


@dataclass(frozen=True, slots=True)
class Place:
    """What a region mention came to mean.  `region` is null where several stay possible."""

    span: Span
    part: Part
    mention: RegionMention
    region: Region | None
    candidates: tuple[Region, ...] = ()

    @property
    def key(self) -> str:
        return self.region.code if self.region else "?" + self.span.text.lower()


@dataclass(frozen=True, slots=True)
class Choices:
    """What the article says about which of several regions of one name is meant."""

    level: str | None
    provinces: set[str]


class Places:
    """Resolved region mentions of an article, by part and span index; names that only look like regions are
    left out.
    """

    def __init__(self, view: View) -> None:
        self.view = view
        self.known = gazetteer().by_code
        mentions = [(part, span, region_of(span)) for part, span in view.all("regions")]
        people = self.inside_names()
        self.chosen: dict[Key, tuple[str, ...]] = {}
        order = [(part, span, m) for part, span, m in mentions if part.key(span) not in people]
        for part, span, m in order:
            self.chosen[part.key(span)] = self.by_level(m)
        self.activate(order)
        self.settle(order)
        self.places = [self.place(part, span, m) for part, span, m in order if part.key(span) in self.chosen]
        self._at = {place.part.key(place.span): place for place in self.places}

    def at(self, part: Part, span: Span) -> Place | None:
        return self._at.get(part.key(span))

    def inside_names(self) -> set[Key]:
        """Region mentions that are part of a person's name."""
        found: set[Key] = set()
        for part, official in self.view.all("officials"):
            person = person_of(official)
            for span in part.spans("regions", official.start, official.end):
                index = part.by_start["regions"].index(span)
                if person.name and index != person.region and span.text.split()[-1] in person.name.split():
                    found.add(part.key(span))
        return found

    def by_level(self, mention: RegionMention) -> tuple[str, ...]:
        """The candidates of the level that the prefix demands; all of them where none has it ("Kabupaten
        Tarakan").
        """
        if mention.level is None:
            return mention.codes
        return tuple(c for c in mention.codes if self.known[c].level == mention.level) or mention.codes

    def activate(self, order: list[Row]) -> None:
        """Drop names that are also words or people's names, unless the article names the region
        for certain.
        """
        sure = {code for (part, span, m) in order if not m.weak for code in self.chosen[part.key(span)]}
        doubted = [i for i, (_, _, m) in enumerate(order) if m.weak and not sure.intersection(m.codes)]
        for indices in (
            doubted,
            doubted[::-1],
            doubted,
        ):  # a sure neighbour in a list vouches for the next one
            for i in indices:
                part, span, m = order[i]
                beside = [order[j] for j in (i - 1, i + 1) if 0 <= j < len(order) and order[j][0] is part]
                trusted = [b for b in beside if sure.intersection(b[2].codes)]
                pairs = [sorted((span, b[1]), key=lambda s: s.start) for b in trusted]
                if self.is_among_its_own(order, i, sure) or any(self.joined(part, *pair) for pair in pairs):
                    sure.update(m.codes)
        for i in doubted:
            part, span, m = order[i]
            if not sure.intersection(m.codes):
                del self.chosen[part.key(span)]

    def is_among_its_own(self, order: list[Row], at: int, sure: set[str]) -> bool:
        """Whether two other regions of its province, both sure, are named right around a doubtful name."""
        part, _, mention = order[at]
        around = [order[j] for j in range(max(0, at - 2), min(len(order), at + 3)) if j != at]
        near = {c for p, _, m in around if p is part for c in m.codes if c in sure and "." in c}
        provinces = {self.known[code].province_code for code in mention.codes}
        own = {c for c in near if self.known[c].province_code in provinces} - set(mention.codes)
        return len(own) >= OWN

    @staticmethod
    def joined(part: Part, left: Span, right: Span) -> bool:
        """Whether two mentions stand side by side in one list."""
        between = part.words(left.end, right.start)
        return 0 < len(between) <= 3 and all(map(is_joint, between))

    def settle(self, order: list[Row]) -> None:
        """Choose among several candidates: same name elsewhere, the list around, the heads named, the
        province.
        """
        order = [row for row in order if row[0].key(row[1]) in self.chosen]
        self.inherit_level(order)
        names = self.settled_names(order)
        choices = Choices(self.level_of_heads(), self.provinces(order))
        for part, span, m in order:
            codes = self.chosen[part.key(span)]
            if len(codes) > 1:
                one = (
                    self.beside_namesake(order, (part, span, m))
                    or self.same_name(names.get(self.bare(span)), m)
                    or self.likely(codes, m, choices)
                )
                self.chosen[part.key(span)] = (one,) if one else codes

    def beside_namesake(self, order: list[Row], row: Row) -> str | None:
        """The region that a bare name means in a list that also names its namesake: "X, Y dan Kota X"."""
        part, span, _ = row
        listed = self.list_around(order, row)
        taken = {
            self.chosen[p.key(s)][0]
            for p, s, other in listed
            if other.level is not None and self.bare(s) == self.bare(span) and len(self.chosen[p.key(s)]) == 1
        }
        left = [code for code in self.chosen[part.key(span)] if code not in taken]
        return left[0] if taken and len(left) == 1 and len(listed) > 2 else None

    def list_around(self, order: list[Row], row: Row) -> list[Row]:
        """The mentions that stand in one list with a mention."""
        at = order.index(row)
        first, last = at, at
        while (
            first
            and order[first - 1][0] is row[0]
            and self.joined(row[0], order[first - 1][1], order[first][1])
        ):
            first -= 1
        while (
            last + 1 < len(order)
            and order[last + 1][0] is row[0]
            and self.joined(row[0], order[last][1], order[last + 1][1])
        ):
            last += 1
        return order[first : last + 1]

    def settled_names(self, order: list[Row]) -> dict[str, Counter[str]]:
        """How often each name was settled on each region by a prefix."""
        names: dict[str, Counter[str]] = {}
        for part, span, m in order:
            codes = self.chosen[part.key(span)]
            if len(codes) == 1 and len(m.codes) > 1:
                names.setdefault(self.bare(span), Counter())[codes[0]] += 1
        return names

    def provinces(self, order: list[Row]) -> set[str]:
        """The provinces of the regions that are sure."""
        chosen = [self.chosen[part.key(span)] for part, span, m in order if m.via != "organisation"]
        return {self.known[codes[0]].province_code for codes in chosen if len(codes) == 1}

    def same_name(self, seen: Counter[str] | None, mention: RegionMention) -> str | None:
        """The region that the same name was settled on elsewhere, where one leads."""
        if not seen or (mention.level is not None and len({self.known[c].level for c in mention.codes}) > 1):
            return None
        best = seen.most_common(2)
        return best[0][0] if len(best) == 1 or best[0][1] > best[1][1] else None

    def likely(self, codes: tuple[str, ...], mention: RegionMention, choices: Choices) -> str | None:
        """The one candidate of the level whose heads are named, or in a province named, or a province with a
        government.
        """
        government = mention.via == "government"
        for keep in (
            [c for c in codes if choices.level and self.known[c].level == choices.level],
            [c for c in codes if self.known[c].province_code in choices.provinces],
            [c for c in codes if government and self.known[c].level == "provinsi"],
        ):
            if len(keep) == 1:
                return keep[0]
        return None

    def inherit_level(self, order: list[Row]) -> None:
        """ "Kabupaten A, B dan C": the prefix covers the list, until another prefix stands."""
        level: str | None = None
        last: tuple[Part, Span] | None = None
        for part, span, m in order:
            key = part.key(span)
            beside = (
                last[1] if last is not None and last[0] is part and self.joined(part, last[1], span) else None
            )
            level = m.level or (level if beside is not None else None)
            if m.level is None and level is not None and len(self.chosen[key]) > 1:
                self.chosen[key] = self.of_level(key, level)
            elif level is None and beside is not None and self.is_province(self.chosen[part.key(beside)]):
                self.chosen[key] = self.of_level(key, "provinsi")
            last = (part, span)

    def of_level(self, key: Key, level: str) -> tuple[str, ...]:
        """The candidates of a level; all of them where none has it."""
        return tuple(c for c in self.chosen[key] if self.known[c].level == level) or self.chosen[key]

    def is_province(self, codes: tuple[str, ...]) -> bool:
        return len(codes) == 1 and self.known[codes[0]].level == "provinsi"

    def level_of_heads(self) -> str | None:
        """The level of which alone heads are named, whatever their region: "Bupati …" and no "Wali Kota"."""
        levels: set[str] = set()
        for person in (person_of(official) for _, official in self.view.all("officials")):
            if person.kind in ("head", "deputy") and (level := level_of(person.role)) is not None:
                levels.add(level)
        for mention in (region_of(span) for _, span in self.view.all("regions")):
            if mention.via == "government" and mention.level:
                levels.add(mention.level)
        if len(levels) > 1:
            levels.discard("provinsi")
        return levels.pop() if len(levels) == 1 else None

    @staticmethod
    def bare(span: Span) -> str:
        text = span.text.lower()
        return (
            text.split(" ", 1)[1]
            if span[0].lower_ in ("kabupaten", "kota", "provinsi") and len(span) > 1
            else text
        )

    def place(self, part: Part, span: Span, mention: RegionMention) -> Place:
        codes = self.chosen[part.key(span)]
        if len(codes) == 1:
            return Place(span, part, mention, self.known[codes[0]])
        return Place(span, part, mention, None, tuple(self.known[c] for c in codes))


def level_of(role: str | None) -> str | None:
    """The level of region that a head's or deputy's role is of."""
    return next((level for word, level in LEVEL_OF_ROLE if (role or "").endswith(word)), None)


def is_joint(word: str) -> bool:
    """Whether a word joins two items of a list, as a comma, "dan", or the number of a line."""
    return word in JOINTS or word.replace(",", "").replace(".", "").isdigit()
