"""Which region each name means: the level its prefix demands, the article's other mentions, the province around it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Span

from extractor.pipes.regions import RegionMention
from extractor.records.view import Part, View
from extractor.regions.gazetteer import Region, gazetteer

JOINTS = frozenset([",", "dan", "serta", "&", "maupun", "/", ";", "juga", "hingga", "-", "\n", "\n\n", "."])


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


class Places:
    """Resolved region mentions of an article, by part and span index; names that only look like regions are left out."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.known = gazetteer().by_code
        mentions = [(part, span, span._.region) for part, span in view.all("regions")]
        people = self.inside_names()
        self.chosen: dict[tuple[str, int], tuple[str, ...]] = {}
        order = [(part, span, m) for part, span, m in mentions if (part.name, span.start) not in people]
        for part, span, m in order:
            self.chosen[part.name, span.start] = self.by_level(m)
        self.activate(order)
        self.settle(order)
        self.places = [self.place(part, span, m) for part, span, m in order if (part.name, span.start) in self.chosen]
        self._at = {(place.part.name, place.span.start): place for place in self.places}

    def at(self, part: Part, span: Span) -> Place | None:
        return self._at.get((part.name, span.start))

    def inside_names(self) -> set[tuple[str, int]]:
        """Region mentions that are part of a person's name."""
        found = set()
        for part, official in self.view.all("officials"):
            person = official._.person
            for span in part.spans("regions", official.start, official.end):
                index = part.by_start["regions"].index(span)
                if person.name and index != person.region and span.text.split()[-1] in person.name.split():
                    found.add((part.name, span.start))
        return found

    def by_level(self, mention: RegionMention) -> tuple[str, ...]:
        """The candidates of the level that the prefix demands; all of them where none has it ("Kabupaten Tarakan")."""
        if mention.level is None:
            return mention.codes
        return tuple(c for c in mention.codes if self.known[c].level == mention.level) or mention.codes

    def activate(self, order: list[tuple[Part, Span, RegionMention]]) -> None:
        """Drop names that are also words or people's names, unless the article names the region for certain."""
        sure = {code for (part, span, m) in order if not m.weak for code in self.chosen[part.name, span.start]}
        doubted = [i for i, (_, _, m) in enumerate(order) if m.weak and not sure.intersection(m.codes)]
        for indices in (doubted, doubted[::-1], doubted):  # a sure neighbour in a list vouches for the next one
            for i in indices:
                part, span, m = order[i]
                beside = [order[j] for j in (i - 1, i + 1) if 0 <= j < len(order) and order[j][0] is part]
                trusted = [b for b in beside if sure.intersection(b[2].codes)]
                if any(self.joined(part, *sorted((span, b[1]), key=lambda s: s.start)) for b in trusted):
                    sure.update(m.codes)
        for i in doubted:
            part, span, m = order[i]
            if not sure.intersection(m.codes):
                del self.chosen[part.name, span.start]

    @staticmethod
    def joined(part: Part, left: Span, right: Span) -> bool:
        """Whether two mentions stand side by side in one list."""
        between = part.doc[left.end : right.start]
        return 0 < len(between) <= 3 and all(t.lower_ in JOINTS or t.lower_.replace(",", "").replace(".", "").isdigit() for t in between)

    def settle(self, order: list[tuple[Part, Span, RegionMention]]) -> None:
        """Choose among several candidates: same name elsewhere, the list around, the heads named, the province."""
        order = [row for row in order if (row[0].name, row[1].start) in self.chosen]
        self.inherit_level(order)
        names: dict[str, Counter[str]] = {}
        for part, span, m in order:
            codes = self.chosen[part.name, span.start]
            if len(codes) == 1 and len(m.codes) > 1:
                names.setdefault(self.bare(span), Counter())[codes[0]] += 1
        heads = self.heads()
        provinces = Counter(
            self.known[codes[0]].province_code
            for part, span, m in order
            if len(codes := self.chosen[part.name, span.start]) == 1 and m.via != "organisation"
        )
        for part, span, m in order:
            key = part.name, span.start
            codes = self.chosen[key]
            if len(codes) == 1:
                continue
            seen = names.get(self.bare(span))
            if seen and (m.level is None or len({self.known[c].level for c in m.codes}) == 1):
                best = seen.most_common(2)
                if len(best) == 1 or best[0][1] > best[1][1]:
                    self.chosen[key] = (best[0][0],)
                    continue
            for keep in (
                [c for c in codes if heads and self.known[c].level == heads],
                [c for c in codes if self.known[c].province_code in provinces],
                [c for c in codes if m.via == "government" and self.known[c].level == "provinsi"],
            ):
                if len(keep) == 1:
                    self.chosen[key] = (keep[0],)
                    break

    def inherit_level(self, order: list[tuple[Part, Span, RegionMention]]) -> None:
        """ "Kabupaten A, B dan C": the prefix covers the list, until another prefix stands."""
        level, last = None, None
        for part, span, m in order:
            key = part.name, span.start
            if last is None or last[0] is not part or not self.joined(part, last[1], span):
                level = None
            level = m.level or level
            if m.level is None and level is not None and len(self.chosen[key]) > 1:
                keep = tuple(c for c in self.chosen[key] if self.known[c].level == level)
                self.chosen[key] = keep or self.chosen[key]
            elif m.level is None and level is None and last is not None and last[0] is part and self.joined(part, last[1], span):
                before = self.chosen[part.name, last[1].start]
                if len(before) == 1 and self.known[before[0]].level == "provinsi":
                    keep = tuple(c for c in self.chosen[key] if self.known[c].level == "provinsi")
                    self.chosen[key] = keep or self.chosen[key]
            last = (part, span)

    def heads(self) -> str | None:
        """The level of which alone heads are named, whatever their region: "Bupati …" and no "Wali Kota"."""
        levels = set()
        for _, official in self.view.all("officials"):
            role = official._.person.role or ""
            for word, level in (("Bupati", "kabupaten"), ("Wali Kota", "kota"), ("Gubernur", "provinsi")):
                if official._.person.kind in ("head", "deputy") and role.endswith(word):
                    levels.add(level)
        for _, span in self.view.all("regions"):
            if span._.region.via == "government" and span._.region.level:
                levels.add(span._.region.level)
        levels.discard("provinsi") if len(levels) > 1 else None
        return levels.pop() if len(levels) == 1 else None

    @staticmethod
    def bare(span: Span) -> str:
        text = span.text.lower()
        return text.split(" ", 1)[1] if span[0].lower_ in ("kabupaten", "kota", "provinsi") and len(span) > 1 else text

    def place(self, part: Part, span: Span, mention: RegionMention) -> Place:
        codes = self.chosen[part.name, span.start]
        if len(codes) == 1:
            return Place(span, part, mention, self.known[codes[0]])
        return Place(span, part, mention, None, tuple(self.known[c] for c in codes))


