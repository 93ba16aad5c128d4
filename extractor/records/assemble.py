"""Statements, people and event to records: one a region, programme and edition, with every value's evidence."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from extractor.model import Evidence, Person, ProgrammeRef, Record, RegionRef, TierRef, Venue
from extractor.programmes.catalogue import Catalogue
from extractor.programmes.model import Programme
from extractor.records.claims import claims
from extractor.records.editions import Editions
from extractor.records.event import Event, Found, settle_year
from extractor.records.figures import Numbers
from extractor.records.people import Hand, People, Receipt
from extractor.records.places import Place, Places
from extractor.records.scope import GAINED
from extractor.records.statements import Statement, Statements
from extractor.records.totals import Totals
from extractor.records.view import View
from extractor.regions.gazetteer import Region


CAPITAL = "31"
LEAST_MAIN = 1.5  # a region only in a dateline or a venue is not what the article is about


@dataclass
class Reading:
    """All that the text of one article gives."""

    records: list[Record] = field(default_factory=list)
    history: list[Record] = field(default_factory=list)
    numbers: Numbers | None = None
    totals: Totals | None = None
    claims: list = field(default_factory=list)  # type: ignore[type-arg]


def read(title: Doc | None, text: Doc, catalogue: Catalogue, published: str | None) -> Reading:
    """Records, history, figures, criteria, totals and claims of an article given as two Docs."""
    return Assembly(View(title, text), catalogue, published).reading()


def capital_only(place: Place) -> bool:
    """Whether the mention can only be the capital where ceremonies are held, not a winner."""
    return place.region is not None and place.region.province_code == CAPITAL and place.mention.via in ("bare", "level") and not place.span.text.upper().startswith(("DKI", "PROVINSI", "DAERAH"))


class Assembly:
    """One article's records in the making."""

    def __init__(self, view: View, catalogue: Catalogue, published: str | None) -> None:
        self.view, self.published = view, published
        self.places = Places(view)
        self.editions = Editions(view, catalogue, published)
        self.statements = Statements(view, self.places, self.editions)
        self.people = People(view, self.places, self.statements)
        self.main = self.main_place()

    def reading(self) -> Reading:
        reading = Reading(claims=claims(self.view))
        programmes = [pid for pid, _ in self.editions.counts.most_common()]
        scope = self.scope()
        for pid in programmes:
            records, history = self.of_programme(pid)
            reading.records += records
            reading.history += history
        main = self.main.region if self.main else None
        reading.numbers = Numbers(self.view, self.places, main, self.editions.main or self.subject())
        own = {r.programme.id: r.tier.id for r in reversed(reading.records) if r.tier is not None and main is not None and r.region.code == main.code}
        reading.totals = Totals(self.view, self.places, self.editions, scope=scope, own_tiers=own)
        if self.statements.others and not reading.records:
            reading.totals.found.clear()  # what was counted are offices or companies
        return reading

    def scope(self) -> str | None:
        """The province whose own round the article reports: "Paritrana Award Tingkat Provinsi X", "KI Sulteng Award"."""
        if self.editions.main is None or not self.editions.programme(self.editions.main).provincial_rounds:
            return None
        for part, span in self.view.all("regions"):
            place = self.places.at(part, span)
            if place is not None and place.region is not None and place.region.level == "provinsi" and self.statements.is_scope(part, span):
                return place.region.bare
        return None

    def subject(self) -> str | None:
        """The programme whose subject the article speaks of without naming the award ("Universal Health Coverage")."""
        return next((span._.programme.id for _, span in self.view.all("programmes")), None)

    # --- the article's own region -----------------------------------------------------------------------

    def main_place(self) -> Place | None:
        """The region the article is about: the one most named as a government, early and in the title."""
        scores: dict[str, float] = {}
        first: dict[str, Place] = {}
        for sentence in self.view.sentences:
            for span in sentence.regions:
                place = self.places.at(sentence.part, span)
                if place is None or (sentence.part.name, span.start) in self.statements.venues or capital_only(place):
                    continue
                weight = {"official": 2.0, "government": 2.5, "level": 1.5, "bare": 1.0, "organisation": 0.4}[place.mention.via]
                if place.mention.place or Statements.in_dateline(sentence, span) or self.statements.is_apposition(sentence, place):
                    weight *= 0.2
                if self.statements.accompanies(sentence, span):
                    weight *= 0.2
                weight *= 3 if sentence.is_title else 2 if sentence.sentence <= 3 else 1
                scores[place.key] = scores.get(place.key, 0) + weight
                first.setdefault(place.key, place)
        best = max(scores, key=lambda key: scores[key], default=None)
        return first[best] if best is not None and scores[best] >= LEAST_MAIN else None

    # --- one programme ----------------------------------------------------------------------------------

    def of_programme(self, pid: str) -> tuple[list[Record], list[Record]]:
        programme = self.editions.programme(pid)
        mine = [s for s in self.statements.found if s.programme == pid]
        won = [s for s in mine if s.standing in ("received", "announced")]
        edition = self.editions.years[pid].year
        report = programme.edition_means == "report_year"
        event = Event(self.view, self.statements, edition, report=report, own=self.own_sentences(pid))
        dated = self.edition_of(programme, event)
        loose = self.editions.years[pid].loose and self.editions.years[pid].part is self.view.text
        if edition is None or loose and dated is not None and dated > edition and not report:
            edition = dated
        records: list[Record] = []
        if self.has_award(pid, won):
            groups = self.groups(pid, won)
            own = [s for s in won if s.place is None]
            for key, (place, group) in groups.items():
                lead = self.main is not None and key == self.main.key or len(groups) == 1
                shared = own if lead else [s for s in own if s.tier is not None and s.clause.span.text.lower().startswith(("seluruh", "semua"))]
                records.append(self.record(programme, edition, place, group, shared, event, lead=lead))
        return records, self.past(programme, edition, mine)

    def own_sentences(self, pid: str) -> frozenset[int] | None:
        """The sentences that speak of one programme where the article is about several; None where it is about one."""
        others = {s.programme for s in self.statements.found if s.standing in ("received", "announced") and (s.tier is not None or s.score is not None)}
        if not others - {pid}:
            return None
        return frozenset(i for i, context in enumerate(self.editions.context) if context == pid)

    def has_award(self, pid: str, won: list[Statement]) -> bool:
        """Whether the article reports an award of the programme at all, and not only a plan or a memory of one."""
        if not won or self.statements.others and not any(s.place is not None and s.standing == "received" and not s.clause.is_title for s in won):
            return False
        sure = [s for s in won if s.tier is not None or s.score is not None or s.clause.cue("gain", "gain_passive", "accept", "accept_passive", "give", "give_passive")]
        if not sure:
            return False
        if pid == self.editions.main:
            return True
        return any(s.place is not None or s.tier is not None for s in sure) and any(
            not p._.programme.weak for s in sure for p in s.clause.programmes if p._.programme.id == pid
        )

    def groups(self, pid: str, won: list[Statement]) -> dict[str, tuple[Place, list[Statement]]]:
        """Statements by region, in order of first mention; those without a region make the article's own."""
        groups: dict[str, tuple[Place, list[Statement]]] = {}
        for statement in won:
            if statement.place is not None:
                groups.setdefault(statement.place.key, (statement.place, []))[1].append(statement)
        if pid == self.editions.main:
            for receipt in self.people.receipts:
                place = self.place_of(receipt)
                if place is not None and place.key not in groups and not receipt.sentence.is_title:
                    groups.setdefault(place.key, (place, []))
        if pid != self.editions.main and not groups and self.main is not None:
            groups[self.main.key] = (self.main, [])
        if pid == self.editions.main:
            if self.main is not None and self.main.key not in groups and (not groups or any(s.place is None and s.tier is None for s in won)):
                if not groups or self.receipt_for_main():
                    groups[self.main.key] = (self.main, [])
        return groups

    def receipt_for_main(self) -> bool:
        return any(self.place_of(r) is None for r in self.people.receipts)

    def place_of(self, receipt: Receipt) -> Place | None:
        if receipt.region is not None:
            return self.places.at(receipt.sentence.part, receipt.region)
        for hand in (receipt.behalf, receipt.official):
            if hand is not None and hand.person.region is not None:
                span = hand.sentence.part.by_start["regions"][hand.person.region]
                return self.places.at(hand.sentence.part, span)
        return None

    def record(
        self, programme: Programme, edition: int | None, place: Place, group: list[Statement], own: list[Statement], event: Event, *, lead: bool
    ) -> Record:
        marks: dict[str, list[Evidence]] = {"region": [place.part.mark(place.span, f"region-{place.mention.via}")]}
        tier = self.tier(programme, group, own, marks) or self.tier_of_ranking(programme, group, marks)
        record = Record(
            programme=ProgrammeRef(id=programme.id, name=programme.name),
            edition=edition,
            status="announced" if all(s.standing == "announced" for s in (*group, *own)) and (group or own) else "received",
            region=self.ref(place),
            tier=tier,
            score=self.score(group, own, marks),
            candidates=[r.ref() for r in place.candidates],
            organizer=self.organizer(programme),
            scope=self.scope() if programme.provincial_rounds and place.region is not None and place.region.level != "provinsi" else None,
        )
        self.add_event(record, event, marks, edition, lead=lead)
        self.add_people(record, place, marks, lead=lead)
        year = self.editions.years[programme.id]
        if year.span is not None and year.part is not None:
            marks["edition"] = [year.part.mark(year.span, "edition")]
        record.evidence = marks
        return record

    @staticmethod
    def ref(place: Place) -> RegionRef:
        if place.region is not None:
            return place.region.ref()
        return RegionRef(code=None, name=place.span.text)

    # --- values -----------------------------------------------------------------------------------------

    def tier(self, programme: Programme, group: list[Statement], own: list[Statement], marks: dict[str, list[Evidence]]) -> TierRef | None:
        """The tier of the first statement that has one: the region's own before the article's, said with a verb before bare."""
        for statement in sorted((*group, *own), key=lambda s: not (s.place is not None or s.clause.is_title or bool(s.clause.cue(*GAINED)))):
            if statement.tier is None:
                continue
            found = next((t for p, t in statement.tier._.tier.options if p == programme.id), None)
            known = programme.tier(found) if found else None
            if known is not None:
                marks["tier"] = [statement.clause.part.mark(statement.tier, "tier") if statement.tier.doc is statement.clause.part.doc else self.mark_elsewhere(statement.tier)]
                return TierRef(id=known.id, name=known.name)
        return None

    def tier_of_ranking(self, programme: Programme, group: list[Statement], marks: dict[str, list[Evidence]]) -> TierRef | None:
        """The tier within which the article's own region is ranked also holds those ranked beside it."""
        ranked = any(s.clause.cue("rank") for s in group)
        for statement in self.statements.found if ranked else ():
            same = self.main is not None and statement.place is not None and statement.place.key == self.main.key
            if same and statement.programme == programme.id and statement.tier is not None and statement.clause.cue("rank"):
                return self.tier(programme, [statement], [], marks)
        return None

    def mark_elsewhere(self, span: Span) -> Evidence:
        part = next(part for part in self.view.parts if part.doc is span.doc)
        return part.mark(span, "tier-list")

    @staticmethod
    def score(group: list[Statement], own: list[Statement], marks: dict[str, list[Evidence]]) -> float | None:
        for statement in (*group, *own):
            if statement.score is not None:
                marks["score"] = [statement.clause.part.mark(statement.score, "score")]
                value: float = statement.score._.quantity.value
                return value
        return None

    def organizer(self, programme: Programme) -> str | None:
        """The first of the programme's organisers that the text names."""
        text = self.view.text.doc.text
        for organiser in programme.organisers:
            if any(name in text for name in (organiser.name, *organiser.aliases) if len(name) > 3):
                return organiser.name
        return None

    def edition_of(self, programme: Programme, event: Event) -> int | None:
        """The edition where only the event's date gives it; a report's year is the one before."""
        if event.date is None:
            return None
        value = event.date.span._.date
        year = value.year
        if year is None and self.published and value.weekday is not None:
            around = int(self.published[:4])
            year = next((y for y in (around, around - 1) if value.fits(y)), None)
        if year is None:
            return None
        return year - 1 if programme.edition_means == "report_year" else year

    def add_event(self, record: Record, event: Event, marks: dict[str, list[Evidence]], edition: int | None, *, lead: bool) -> None:
        if event.date is not None:
            value = event.date.span._.date
            year = settle_year(value, edition, self.published)
            record.date = value.iso(year)
            if record.date is not None:
                marks["date"] = [self.mark(event.date, "event-date", inferred=value.year is None)]
        if event.venue is not None and (lead or not event.remote):
            venue = event.venue.span._.venue
            record.venue = Venue(name=venue.name, city=venue.city)
            marks["venue"] = [self.mark(event.venue, "event-venue")]

    @staticmethod
    def mark(found: Found, rule: str, *, inferred: bool = False) -> Evidence:
        return found.sentence.part.mark(found.span, rule, inferred=inferred)

    def add_people(self, record: Record, place: Place, marks: dict[str, list[Evidence]], *, lead: bool) -> None:
        """The first receipt of this region (or, for the article's own, one that names no region), and the presenter."""
        own = self.own_sentences(record.programme.id)
        for receipt in self.people.receipts:
            if own is not None and receipt.sentence.sentence not in own:
                continue
            where = self.place_of(receipt)
            if where is None and not lead or where is not None and where.key != place.key:
                continue
            if receipt.official is not None and record.official is None:
                record.official = self.person(receipt.official, "official", marks)
                if receipt.behalf is not None:
                    record.on_behalf_of = self.person(receipt.behalf, "on_behalf_of", marks)
            elif receipt.official is None and receipt.behalf is not None and record.official is None and record.on_behalf_of is None:
                record.on_behalf_of = self.person(receipt.behalf, "on_behalf_of", marks)
                break
            if record.official is not None:
                break
        givers = sorted((h for h in self.people.presenters if own is None or h.sentence.sentence in own), key=lambda h: h.rank)
        own_receipt = {r.sentence.sentence for r in self.people.receipts if (where := self.place_of(r)) is not None and where.key == place.key}
        if own_receipt and not lead:
            givers = [h for h in givers if h.sentence.sentence in own_receipt or h.shared]
        elif not lead:
            titled = {p.key for s in self.view.sentences if s.is_title for p in self.statements.recipients(s)}
            givers = [h for h in givers if h.shared or not self.people.receipts and (not titled or place.key in titled)]
        if givers:
            giver = next((h for h in givers if not self.is_receiver(h, record) and not self.is_host(h, place)), None)
            if giver is not None:
                record.presenter = self.person(giver, "presenter", marks)

    def is_host(self, hand: Hand, place: Place) -> bool:
        """Whether the giver is the receiving region's own head: a trophy handed on at home."""
        if hand.person.kind not in ("head", "deputy", "staff") or hand.person.region is None:
            return False
        own = self.places.at(hand.sentence.part, hand.sentence.part.by_start["regions"][hand.person.region])
        return own is not None and own.key == place.key

    @staticmethod
    def is_receiver(hand: Hand, record: Record) -> bool:
        names = {p.name for p in (record.official, record.on_behalf_of) if p is not None and p.name}
        return hand.person.name in names

    def person(self, hand: Hand, field_name: str, marks: dict[str, list[Evidence]]) -> Person:
        found = [hand.sentence.part.mark(hand.span, hand.rule, inferred=hand.known_at is not None)]
        if hand.known_at is not None:
            part = next(part for part in self.view.parts if part.doc is hand.known_at.doc)
            found.append(part.mark(hand.known_at, "named-elsewhere"))
        marks[field_name] = found
        return Person(name=hand.person.name, role=hand.person.role)

    # --- earlier editions -------------------------------------------------------------------------------

    def past(self, programme: Programme, edition: int | None, mine: list[Statement]) -> list[Record]:
        """Earlier results with a tier or a score, each once."""
        found: dict[tuple[str, int | None, str | None, float | None], Record] = {}
        for statement in mine:
            if statement.standing != "past" or statement.tier is None and statement.score is None:
                continue
            place = statement.place or self.main
            if place is None:
                continue
            marks = {"region": [place.part.mark(place.span, "region-past")]}
            tier = self.tier(programme, [statement], [], marks)
            score = self.score([statement], [], marks)
            year = statement.year if statement.year != edition else None
            record = Record(
                programme=ProgrammeRef(id=programme.id, name=programme.name), edition=year, status="past",
                region=self.ref(place), tier=tier, score=score, evidence=marks,
            )
            found.setdefault((record.region.name, year, tier.id if tier else None, score), record)
        return list(found.values())


__all__ = ["Reading", "Region", "read"]
