"""One award from all that was said of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from extractor.dataset.agree import Covers, date_covers, equal, number_covers, venue_covers
from extractor.dataset.fields import PERSONS
from extractor.dataset.names import same_office, same_person
from extractor.dataset.settle import Said, Settled, Side, Why, settle
from extractor.programmes.model import Edition
from extractor.reconcile import venues

Row = dict[str, Any]

_BY_OFFICE = "\0"
"""Stands before the value of a person known by office alone: no name begins so."""

_IDENTITY = (
    "programme",
    "programme_name",
    "edition",
    "region_code",
    "region",
    "level",
    "province",
    "province_code",
    "scope",
)
_STATUS = ("received", "past", "announced")


@dataclass(frozen=True, slots=True)
class Gathered:
    """All records of one award, by article, and all statements by field."""

    award: str
    records: list[Row]
    said: dict[str, list[Said]]


class Conflict(NamedTuple):
    field: str
    best: Side
    loser: Side
    why: Why
    settled_by: Literal["decision", "reference"] | None


@dataclass(frozen=True, slots=True)
class Resolved:
    """The award's row, its preferred values with why, and its conflicts."""

    row: Row
    preferred: dict[str, tuple[Side, str]]
    conflicts: list[Conflict]


def resolve_award(gathered: Gathered, edition: Edition | None, decided: dict[str, str]) -> Resolved:
    """The award as its articles, the edition's facts and the editors' decisions have it."""
    return _Resolution(gathered, edition, decided).done()


class _Resolution:
    def __init__(self, gathered: Gathered, edition: Edition | None, decided: dict[str, str]) -> None:
        self._g = gathered
        self._edition = edition
        self._decided = decided
        self._preferred: dict[str, tuple[Side, str]] = {}
        self._conflicts: list[Conflict] = []

    def done(self) -> Resolved:
        self._status()
        self._field("tier", equal)
        self._field("score", number_covers)
        self._field("rank", equal)
        self._field("date", date_covers, self._date_is_reference())
        self._venue()
        for group in PERSONS:
            self._person(group)
        self._organizer()
        return Resolved(self._row(), self._preferred, self._conflicts)

    def _said(self, field: str) -> list[Said]:
        return self._g.said.get(field, [])

    def _field(
        self, field: str, covers: Covers, is_reference: Callable[[str], bool] = lambda value: False
    ) -> Settled | None:
        settled = settle(self._said(field), covers, is_reference, self._decided.get(field))
        self._note(field, settled)
        return settled

    def _note(self, field: str, settled: Settled | None) -> None:
        if settled is None:
            return
        self._preferred[field] = (settled.preferred, settled.why)
        for loser, by in settled.losers:
            self._conflicts.append(Conflict(field, settled.preferred, loser, settled.why, by))

    def _status(self) -> None:
        """The furthest that any article tells: an announcement is no denial of what came later."""
        said = self._said("status")
        best = self._decided.get("status") or min((s.value for s in said), key=_STATUS.index)
        why = (
            "decision"
            if "status" in self._decided
            else "agreed"
            if all(s.value == best for s in said)
            else "specific"
        )
        self._preferred["status"] = (Side(best, tuple(s for s in said if s.value == best)), why)

    def _date_is_reference(self) -> Callable[[str], bool]:
        edition = self._edition
        if edition is None or edition.date is None or "date" in edition.unsure:
            return lambda value: False
        day = edition.date.isoformat()
        return lambda value: date_covers(day, value)

    def _venue(self) -> None:
        city_of = {said.record: said.value for said in self._said("venue_city")}
        cities: dict[str, str | None] = {}
        for said in self._said("venue"):
            cities[said.value] = cities.get(said.value) or city_of.get(said.record)
        edition = self._edition
        decides = edition is not None and "venue" not in edition.unsure

        def is_reference(value: str) -> bool:
            return decides and edition is not None and venues.agrees(value, edition) is True

        settled = self._field("venue", venue_covers(cities, edition), is_reference)
        if "venue_city" in self._decided:
            self._note("venue_city", settle([], equal, decided=self._decided["venue_city"]))
        elif settled is not None:
            records = {said.record for said in settled.preferred.all}
            near = [said for said in self._said("venue_city") if said.record in records]
            found = settle(near, lambda one, other: True)
            if found is not None:
                self._preferred["venue_city"] = (found.preferred, found.why)

    def _person(self, group: str) -> None:
        """Name and role are one statement: the role is that of the person preferred."""
        name_field, role_field = PERSONS[group]
        roles = {said.record: said for said in self._said(role_field)}
        named = {said.record for said in self._said(name_field)}
        by_office = [
            replace(s, value=_BY_OFFICE + s.value) for r, s in sorted(roles.items()) if r not in named
        ]
        offices: dict[str, list[str]] = {}
        for said in self._said(name_field):
            offices.setdefault(said.value, [])
            if said.record in roles:
                offices[said.value].append(roles[said.record].value)
        covers = _person_covers(offices)
        settled = settle([*self._said(name_field), *by_office], covers, decided=self._decided.get(name_field))
        role = self._decided.get(role_field)
        if settled is None:
            self._note(role_field, settle([], equal, decided=role))
            return
        if settled.preferred.value.startswith(_BY_OFFICE):
            settled = replace(settled, losers=tuple((_plain(side), by) for side, by in settled.losers))
            best = _plain(settled.preferred)
            self._conflicts += [
                Conflict(role_field, best, loser, settled.why, by) for loser, by in settled.losers
            ]
        else:
            losers = tuple((_plain(side), by) for side, by in settled.losers)
            self._note(name_field, replace(settled, losers=losers))
        records = {said.record for said in settled.preferred.all}
        near = [said for record, said in sorted(roles.items()) if record in records]
        self._note(role_field, settle(near, _office_covers, decided=role))

    def _organizer(self) -> None:
        """Institutions give awards together: two of them are no conflict, the one named most is taken."""
        settled = settle(self._said("organizer"), equal, decided=self._decided.get("organizer"))
        if settled is not None:
            self._preferred["organizer"] = (settled.preferred, settled.why)

    def _row(self) -> Row:
        first = self._g.records[0]
        families = {said.family for said in self._said("status")}
        value = {field: side.value for field, (side, _) in self._preferred.items()}
        return {
            "id": self._g.award,
            **{column: first[column] for column in _IDENTITY},
            "tier": value.get("tier"),
            "status": value["status"],
            "score": float(value["score"]) if "score" in value else None,
            "rank": int(value["rank"]) if "rank" in value else None,
            "date": value.get("date"),
            "venue": value.get("venue"),
            "venue_city": value.get("venue_city"),
            **{column: value.get(column) for columns in PERSONS.values() for column in columns},
            "organizer": value.get("organizer"),
            "verdict": self._verdict(),
            "articles": len({record["article_id"] for record in self._g.records}),
            "independent_sources": len(families),
            "conflicts": len({(c.field, c.loser.value) for c in self._conflicts}),
        }

    def _verdict(self) -> str:
        """That of the records which agree with all preferred values; not_enough_info where these differ."""
        lost = {said.record for conflict in self._conflicts for said in conflict.loser.own}
        agreeing = [r for r in self._g.records if r["id"] not in lost] or self._g.records
        verdicts = {record["verdict"] for record in agreeing} - {"not_enough_info"}
        return str(verdicts.pop()) if len(verdicts) == 1 else "not_enough_info"


def _plain(side: Side) -> Side:
    return replace(side, value=side.value.removeprefix(_BY_OFFICE))


def _person_covers(offices: dict[str, list[str]]) -> Covers:
    """Names of one person cover each other; a name covers an office that its bearer is said to hold."""

    def covers(one: str, other: str) -> bool:
        if other.startswith(_BY_OFFICE):
            role = other.removeprefix(_BY_OFFICE)
            if one.startswith(_BY_OFFICE):
                return same_office(one.removeprefix(_BY_OFFICE), role)
            held = [r for name in offices if same_person(name, one) for r in offices[name]]
            return not held or any(same_office(r, role) for r in held)
        return not one.startswith(_BY_OFFICE) and same_person(one, other)

    return covers


def _office_covers(one: str, other: str) -> bool:
    """Both ways where the offices may be one; the longer wording is the more specific one."""
    return same_office(one, other) and len(one) >= len(other)
