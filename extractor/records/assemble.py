"""Statements, people and event to records: one a region, programme and edition, with every
value's evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from extractor.model import Claim, ProgrammeRef, Record
from extractor.pipes.mentions import programme_of
from extractor.programmes.catalogue import Catalogue
from extractor.records.build import Award, Builder, Share
from extractor.records.claims import claims
from extractor.records.editions import LEAD, Editions
from extractor.records.event import Event
from extractor.records.figures import Numbers
from extractor.records.main_place import main_place
from extractor.records.people import People
from extractor.records.places import Place, Places
from extractor.records.ranking import share_out
from extractor.records.recipients import is_scope
from extractor.records.scope import GAINED, hoped
from extractor.records.statement import Statement
from extractor.records.statements import Statements
from extractor.records.totals import Totals
from extractor.records.values import Marks, edition_of, region_ref, score_of, tier_ref
from extractor.records.view import View

__all__ = ["Reading", "read"]

Groups = dict[str, tuple[Place, list[Statement]]]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the text of one article gives."""

    numbers: Numbers
    totals: Totals
    claims: list[Claim]
    records: list[Record] = field(default_factory=list)
    history: list[Record] = field(default_factory=list)


def read(title: Doc | None, text: Doc, catalogue: Catalogue, published: str | None) -> Reading:
    """Records, history, figures, criteria, totals and claims of an article given as two Docs."""
    return Assembly(View(title, text), catalogue, published).reading()


class Assembly:
    """One article's records in the making."""

    def __init__(self, view: View, catalogue: Catalogue, published: str | None) -> None:
        self.view, self.published = view, published
        self.places = Places(view)
        self.editions = Editions(view, catalogue, published)
        self.statements = Statements(view, self.places, self.editions)
        self.people = People(view, self.places, self.statements)
        self.builder = Builder(view, self.places, self.statements, self.people)
        self.main = main_place(view, self.places, self.statements.recipients)
        self.scope = self.find_scope()

    def reading(self) -> Reading:
        records: list[Record] = []
        history: list[Record] = []
        for pid, _ in self.editions.counts.most_common():
            if is_only_wished(self.view, self.editions, pid):
                continue
            award = self.award(pid)
            records += self.records(award)
            history += self.past(award)
        main = self.main.region if self.main else None
        numbers = Numbers(self.view, self.places, main, self.editions.main or self.subject())
        own = [r for r in reversed(records) if main is not None and r.region.code == main.code]
        own_tiers = {r.programme.id: r.tier.id for r in own if r.tier is not None}
        totals = Totals(self.view, self.places, self.editions, scope=self.scope, own_tiers=own_tiers)
        if self.statements.others and not records:
            totals.found.clear()  # what was counted are offices or companies
        return Reading(numbers, totals, claims(self.view), records, history)

    def find_scope(self) -> str | None:
        """The province whose own round the article reports: "Paritrana Award Tingkat Provinsi X", "KI Sulteng
        Award".
        """
        if self.editions.main is None or not self.editions.programme(self.editions.main).provincial_rounds:
            return None
        for part, span in self.view.all("regions"):
            place = self.places.at(part, span)
            region = place.region if place is not None else None
            if region is not None and region.level == "provinsi" and is_scope(part, span):
                return region.bare
        return None

    def subject(self) -> str | None:
        """The programme whose subject the article speaks of without naming the award ("Universal Health
        Coverage").
        """
        return next((programme_of(span).id for _, span in self.view.all("programmes")), None)

    # --- one programme ----------------------------------------------------------------------------------

    def award(self, pid: str) -> Award:
        """The programme's edition and event; a year from the date where none, or only a loose
        one, is stated.
        """
        programme, stated = self.editions.programme(pid), self.editions.years[pid]
        report = programme.edition_means == "report_year"
        sentences = self.own_sentences(pid)
        main = self.main.key if self.main is not None else None
        event = Event(
            self.view,
            self.statements,
            stated.year,
            report=report,
            own=sentences,
            main=main,
            programme=pid,
        )
        dated = edition_of(programme, event, self.published)
        year = stated.year
        loose = stated.loose and stated.part is self.view.text and not report
        if year is None or (loose and dated is not None and dated > year):
            year = dated
        return Award(programme, year, stated, event, self.scope, sentences)

    def own_sentences(self, pid: str) -> frozenset[int] | None:
        """The sentences that speak of one programme where the article is about several; None where it is
        about one.
        """
        told = {
            s.programme
            for s in self.statements.found
            if s.is_won and (s.tier is not None or s.score is not None)
        }
        if not told - {pid}:
            return None
        return frozenset(i for i, context in enumerate(self.editions.context) if context == pid)

    def records(self, award: Award) -> list[Record]:
        """The records of one programme, in order of first mention."""
        pid = award.programme.id
        share_out(self.view, self.statements.found, award.programme)
        won = [s for s in self.statements.found if s.programme == pid and s.is_won]
        if not self.has_award(pid, won):
            return []
        groups = self.groups(pid, won)
        unsaid = [s for s in won if s.place is None]
        for_all = [
            s for s in unsaid if s.tier is not None and s.clause.text.lower().startswith(("seluruh", "semua"))
        ]
        records = []
        for key, (place, own) in groups.items():
            lead = len(groups) == 1 or (self.main is not None and key == self.main.key)
            share = Share(place, own, unsaid if lead else for_all, lead)
            records.append(self.builder.record(award, share, self.main, self.published))
        return records

    def has_award(self, pid: str, won: list[Statement]) -> bool:
        """Whether the article reports an award of the programme at all, and not only a plan or a memory of
        one.
        """
        received = (s.place is not None and s.standing == "received" and not s.clause.is_title for s in won)
        if self.statements.others and not any(received):
            return False
        sure = [s for s in won if s.tier is not None or s.score is not None or s.clause.cue(*GAINED)]
        if not sure or pid == self.editions.main:
            return bool(sure)
        mentions = [programme_of(p) for s in sure for p in s.clause.programmes]
        named = any(mention.id == pid and not mention.weak for mention in mentions)
        return named and any(s.place is not None or s.tier is not None for s in sure)

    def groups(self, pid: str, won: list[Statement]) -> Groups:
        """Statements by region, in order of first mention; those without a region make the article's own."""
        groups: Groups = {}
        for statement in won:
            if statement.place is not None:
                groups.setdefault(statement.place.key, (statement.place, []))[1].append(statement)
        if pid == self.editions.main:
            self.add_received(groups)
        if self.main is not None and self.main.key not in groups and self.main_wins(pid, won, groups):
            groups[self.main.key] = (self.main, [])
        return groups

    def add_received(self, groups: Groups) -> None:
        """Add regions whose heads are only said to receive."""
        for receipt in self.people.receipts:
            place = None if receipt.sentence.is_title else self.builder.place_of(receipt)
            if place is not None:
                groups.setdefault(place.key, (place, []))

    def main_wins(self, pid: str, won: list[Statement], groups: Groups) -> bool:
        """Whether the article's own region won though no statement names it."""
        if not groups:
            return True
        if pid != self.editions.main or not any(s.place is None and s.tier is None for s in won):
            return False
        return any(self.builder.place_of(receipt) is None for receipt in self.people.receipts)

    # --- earlier editions -------------------------------------------------------------------------------

    def past(self, award: Award) -> list[Record]:
        """Earlier results with a tier or a score, each once."""
        found: dict[tuple[str, int | None, str | None, float | None], Record] = {}
        for statement in self.statements.found:
            place = statement.place or self.main
            mine = statement.programme == award.programme.id and statement.standing == "past"
            if not mine or place is None or (statement.tier is None and statement.score is None):
                continue
            marks: Marks = {"region": [place.part.mark(place.span, "region-past")]}
            record = Record(
                programme=ProgrammeRef(id=award.programme.id, name=award.programme.name),
                edition=statement.year if statement.year != award.edition else None,
                status="past",
                region=region_ref(place),
                tier=tier_ref(self.view, award.programme, [statement], marks),
                score=score_of([statement], marks),
                evidence=marks,
            )
            tier = record.tier.id if record.tier else None
            found.setdefault((record.region.name, record.edition, tier, record.score), record)
        return list(found.values())


def is_only_wished(view: View, editions: Editions, pid: str) -> bool:
    """Whether the award is named as a hope alone, or its subject is only proclaimed ("mencanangkan UHC")."""
    named = [(s, span) for s in view.sentences for span in editions.strong(s) if programme_of(span).id == pid]
    if named and all(hoped(s.clause_at(span.start), span) for s, span in named):
        return True
    if any(s.is_title or programme_of(span).year is not None for s, span in named):
        return False
    opening = [s for s in view.sentences if s.is_title or (not named and s.sentence <= LEAD)]
    return any(s.cue("proclaim") for s in opening)
