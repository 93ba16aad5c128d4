"""Records: one region's award put together from its statements, the event and the persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.model import Evidence, Person, ProgrammeRef, Record, TierRef, Venue
from extractor.pipes.mentions import date_of, venue_of
from extractor.programmes.model import Programme
from extractor.records.editions import Edition
from extractor.records.event import Event, Found, settle_year
from extractor.records.hands import RECEIVERS, Hand, Receipt
from extractor.records.people import People
from extractor.records.places import Place, Places, level_of
from extractor.records.scope import GAINED, announced
from extractor.records.statement import Statement
from extractor.records.statements import Statements
from extractor.records.values import Marks, organizer_of, region_ref, score_of, tier_ref
from extractor.records.view import View

PROVINCES = re.compile(r"\b(?:kategori|kelompok|untuk|bagi|tingkat) (?:pemerintah )?provinsi\b")
LIST = 3  # receivers in one sentence that make a list of them


@dataclass(frozen=True, slots=True)
class Award:
    """What all records of one programme in an article share."""

    programme: Programme
    edition: int | None
    stated: Edition
    event: Event
    scope: str | None
    sentences: frozenset[int] | None  # those that speak of this programme, where the article is about several

    def covers(self, sentence: int) -> bool:
        return self.sentences is None or sentence in self.sentences


@dataclass(frozen=True, slots=True)
class Share:
    """One region's share of an award: its own statements, those of the article that it takes over, and its
    rank.

    `lead` marks the article's own region, whose statements, persons and venue need not name it.
    """

    place: Place
    own: list[Statement]
    shared: list[Statement]
    lead: bool

    @property
    def told(self) -> list[Statement]:
        return [*self.own, *self.shared]


class Builder:
    """Builds records; `main` is the article's own region."""

    def __init__(self, view: View, places: Places, statements: Statements, people: People) -> None:
        self.view, self.places, self.statements, self.people = view, places, statements, people

    def record(self, award: Award, share: Share, main: Place | None, published: str | None) -> Record:
        """The record of one region, with the evidence of each value."""
        place, programme, told = share.place, award.programme, share.told
        marks: Marks = {"region": [place.part.mark(place.span, f"region-{place.mention.via}")]}
        tier = tier_ref(self.view, programme, told, marks) or self.tier_of_ranking(award, share, main, marks)
        to_come = self.is_to_come(award, told)
        regional = place.region is not None and place.region.level != "provinsi"
        record = Record(
            programme=ProgrammeRef(id=programme.id, name=programme.name),
            edition=award.edition,
            status="announced" if to_come else "received",
            region=region_ref(place),
            tier=tier,
            score=score_of(told, marks),
            candidates=[r.ref() for r in place.candidates],
            organizer=organizer_of(programme, self.view.text.doc_text),
            scope=award.scope if programme.provincial_rounds and regional else None,
        )
        add_event(record, award, marks, published, lead=share.lead)
        if not to_come:  # nobody has received or given it yet
            self.add_receipt(record, award, share, marks)
            self.add_presenter(record, award, share, marks)
        if award.stated.span is not None and award.stated.part is not None:
            marks["edition"] = [award.stated.part.mark(award.stated.span, "edition")]
        record.evidence = marks
        return record

    def is_to_come(self, award: Award, told: list[Statement]) -> bool:
        """Whether the text, or else the title, says that the award is still to be handed over."""
        in_text = [s for s in told if not s.clause.is_title] or told
        if in_text and all(s.standing == "announced" for s in in_text):
            return True
        day = award.event.date
        dated = day is not None and announced(day.sentence) and bool(day.sentence.cue("event_noun", *GAINED))
        return dated and not any(not r.announced for r in self.people.receipts) and not self.people.presenters

    def tier_of_ranking(self, award: Award, share: Share, main: Place | None, marks: Marks) -> TierRef | None:
        """The tier within which the article's own region is ranked also holds those ranked beside it."""
        if main is None or not any(s.clause.cue("rank") for s in share.own):
            return None
        for statement in self.statements.found:
            own = statement.place is not None and statement.place.key == main.key
            same = own and statement.programme == award.programme.id and statement.tier is not None
            if same and statement.clause.cue("rank"):
                return tier_ref(self.view, award.programme, [statement], marks)
        return None

    # --- persons ----------------------------------------------------------------------------------------

    def place_of(self, receipt: Receipt) -> Place | None:
        """The region that a receipt is for: as said, else that of the one represented, else of
        the receiver.
        """
        if receipt.region is not None:
            return self.places.at(receipt.sentence.part, receipt.region)
        for hand in (receipt.behalf, receipt.official):
            region = hand.sentence.part.office_region(hand.span) if hand is not None else None
            if hand is not None and region is not None:
                return self.places.at(hand.sentence.part, region)
        return self.only_province(receipt)

    def only_province(self, receipt: Receipt) -> Place | None:
        """The one province honoured, where a governor whose province is not named receives."""
        hand = receipt.behalf or receipt.official
        if hand is None or level_of(hand.person.role) != "provinsi":
            return None
        won = [s.place for s in self.statements.found if s.place is not None and s.standing == "received"]
        found = {p.key: p for p in won if p.region is not None and p.region.level == "provinsi"}
        return next(iter(found.values())) if len(found) == 1 else None

    def receipts_of(self, award: Award, share: Share) -> Iterator[Receipt]:
        """The receipts of a region; those that name no region are the article's own region's."""
        for receipt in self.people.receipts:
            where = self.place_of(receipt) if award.covers(receipt.sentence.sentence) else None
            if where is None and not (share.lead and award.covers(receipt.sentence.sentence)):
                continue
            own = can_be_of(receipt, share.place) if where is None else where.key == share.place.key
            if own:
                yield receipt

    def add_receipt(self, record: Record, award: Award, share: Share, marks: Marks) -> None:
        """The first receipt of this region (or, for the article's own, one that names no region)."""
        for receipt in self.receipts_of(award, share):
            if receipt.official is not None:
                record.official = self.person(receipt.official, "official", marks)
            behalf = receipt.behalf or self.sent_by(receipt, award, share)
            if behalf is not None:
                record.on_behalf_of = self.person(behalf, "on_behalf_of", marks)
            if receipt.official is not None or receipt.behalf is not None:
                return

    def sent_by(self, receipt: Receipt, award: Award, share: Share) -> Hand | None:
        """The head for whom another sentence says that the same person came."""
        if receipt.official is None:
            return None
        name = receipt.official.person.name
        others = (r for r in self.receipts_of(award, share) if r.official and r.official.person.name == name)
        return next((r.behalf for r in others if r.behalf is not None and r.behalf.person.name != name), None)

    def add_presenter(self, record: Record, award: Award, share: Share, marks: Marks) -> None:
        """The surest giver who is neither the receiver nor the receiving region's own head."""
        givers = [h for h in self.people.presenters if award.covers(h.sentence.sentence)]
        level = share.place.region.level if share.place.region is not None else None
        fitting = [
            h
            for h in givers
            if (told := level_given(h)) is None or (told == "provinsi") == (level == "provinsi")
        ]
        for giver in self.givers_for(share, sorted(fitting, key=lambda h: h.rank)):
            if not is_receiver(giver, record) and not self.is_host(giver, share.place):
                record.presenter = self.person(giver, "presenter", marks)
                return

    def givers_for(self, share: Share, givers: list[Hand]) -> list[Hand]:
        """Those who gave to this region: for others than the article's own, beside its receipt or to all
        winners.
        """
        if share.lead:
            return sorted(givers, key=lambda h: (h.rank, level_given(h) is None))
        of_level = [h for h in givers if level_given(h) is not None]
        if of_level:
            return of_level
        key = share.place.key
        receipts = self.people.receipts
        beside = {
            r.sentence.sentence for r in receipts if (w := self.place_of(r)) is not None and w.key == key
        }
        if beside:
            near = [h for h in givers if h.shared or h.sentence.sentence in beside]
            return near or self.givers_to_list(beside, givers)
        titles = [s for s in self.view.sentences if s.is_title]
        titled = {place.key for s in titles for place in self.statements.recipients.of(s)}
        open_to_all = not receipts and (not titled or key in titled)
        return [h for h in givers if h.shared or open_to_all]

    def givers_to_list(self, beside: set[int], givers: list[Hand]) -> list[Hand]:
        """Those who gave in a sentence without a receiver, where this region's receiver is one of a list."""
        told = [r.sentence.sentence for r in self.people.receipts]
        listed = any(told.count(number) >= LIST for number in beside)
        return [h for h in givers if listed and h.sentence.sentence not in told]

    def is_host(self, hand: Hand, place: Place) -> bool:
        """Whether the giver is the receiving region's own head: a trophy handed on at home."""
        region = hand.sentence.part.office_region(hand.span)
        if hand.person.kind not in RECEIVERS or region is None:
            return False
        own = self.places.at(hand.sentence.part, region)
        return own is not None and own.key == place.key

    def person(self, hand: Hand, name: str, marks: Marks) -> Person:
        marks[name] = [hand.sentence.part.mark(hand.span, hand.rule, inferred=hand.known_at is not None)]
        if hand.known_at is not None:
            marks[name].append(self.view.part_of(hand.known_at).mark(hand.known_at, "named-elsewhere"))
        return Person(name=hand.person.name, role=hand.person.role)


def can_be_of(receipt: Receipt, place: Place) -> bool:
    """Whether a receiver whose region is not told can be this one's: no Bupati of a province."""
    hand = receipt.behalf or receipt.official
    wanted = level_of(hand.person.role) if hand is not None else None
    return wanted is None or place.region is None or place.region.level == wanted


def level_given(giver: Hand) -> str | None:
    """The level whose awards a giver hands over: "kategori pemerintah provinsi diserahkan Menko X"."""
    clause = giver.sentence.clause_at(giver.span.start)
    if clause.regions or not clause.cue("award_noun"):
        return None
    words = clause.text.lower()
    if "kabupaten/kota" in words or "kabupaten dan kota" in words:
        return None if "provinsi" in words else "kabupaten/kota"
    return "provinsi" if PROVINCES.search(words) else None


def is_receiver(hand: Hand, record: Record) -> bool:
    names = {p.name for p in (record.official, record.on_behalf_of) if p is not None and p.name}
    return hand.person.name in names


def add_event(record: Record, award: Award, marks: Marks, published: str | None, *, lead: bool) -> None:
    """The event's date, and its venue unless only the article's own region can have been there."""
    event = award.event
    if event.date is not None:
        value = date_of(event.date.span)
        record.date = value.iso(settle_year(value, award.edition, published))
        if record.date is not None:
            marks["date"] = [mark(event.date, "event-date", inferred=value.year is None)]
    if event.venue is not None and (lead or not event.remote):
        venue = venue_of(event.venue.span)
        record.venue = Venue(name=venue.name, city=venue.city)
        marks["venue"] = [mark(event.venue, "event-venue")]


def mark(found: Found, rule: str, *, inferred: bool = False) -> Evidence:
    return found.sentence.part.mark(found.span, rule, inferred=inferred)
