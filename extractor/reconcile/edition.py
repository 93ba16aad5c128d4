"""A record against what is known of its edition: date, place, tiers; presenters and organisers only suggest.

National facts do not judge a province's own ceremony: a record with `scope` has no edition here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Finding, Record
from extractor.programmes import Programme
from extractor.programmes.model import Edition
from extractor.reconcile.context import Context
from extractor.reconcile.naming import award, tier_name
from extractor.reconcile.venues import agrees
from extractor.reconcile.wording import date, partial_date


def check(record: Record, context: Context) -> Iterator[Finding]:
    programme = context.programme(record)
    if programme is None or context.is_local(record):
        return
    yield from _tier(record, programme, context)
    edition = context.edition(record)
    if edition is not None:
        yield from _when_and_where(record, programme, edition, context)
        yield from _presenter(record, programme, edition, context)
    yield from _organizer(record, programme, context)


def _when_and_where(
    record: Record, programme: Programme, edition: Edition, context: Context
) -> Iterator[Finding]:
    """Date and place; where both differ, it may be another ceremony, which the edition does not judge."""
    same_day = _same_day(record.date, edition)
    same_place = agrees(record.venue.name, edition) if record.venue else None
    if same_day is False and same_place is False and record.date and record.venue and edition.date:
        yield context.finding(
            "edition.ceremony",
            "not_enough_info",
            "edition.other",
            stated=record.date,
            expected=edition.date.isoformat(),
            evidence=record.evidence.get("date", []) + record.evidence.get("venue", []),
            sources=programme.cite(edition.sources),
            said=partial_date(record.date, context.lang),
            venue=record.venue.name,
            award=award(programme, edition.year, None, context.lang),
            should=date(edition.date, context.lang),
            place=edition.venue,
        )
        return
    if same_day is not None:
        yield _date(same_day, record, programme, edition, context)
    if same_place is not None:
        yield _venue(same_place, same_day, record, programme, edition, context)


def _same_day(stated: str | None, edition: Edition) -> bool | None:
    """Whether the dates agree; a month alone is compared as a month, a year alone says nothing."""
    if stated is None or edition.date is None or len(stated) < 7:
        return None
    return edition.date.isoformat().startswith(stated)


def _date(same: bool, record: Record, programme: Programme, edition: Edition, context: Context) -> Finding:
    # A year that only some articles use, or a province's own round, may mean another ceremony.
    elsewhere = edition.year != record.edition or programme.provincial_rounds
    decides = "date" not in edition.unsure and record.status != "announced" and (same or not elsewhere)
    assert edition.date is not None and record.date is not None
    return context.finding(
        "edition.date",
        "not_enough_info" if not decides else "supported" if same else "refuted",
        "edition.date.right" if same else "edition.date.wrong" if decides else "edition.date.open",
        stated=record.date,
        expected=edition.date.isoformat(),
        evidence=record.evidence.get("date", []),
        sources=programme.cite(edition.sources),
        said=partial_date(record.date, context.lang),
        award=award(programme, edition.year, None, context.lang),
        should=date(edition.date, context.lang),
    )


def _venue(
    same: bool,
    same_day: bool | None,
    record: Record,
    programme: Programme,
    edition: Edition,
    context: Context,
) -> Finding:
    """A place that differs is wrong on the edition's own day, or where it was another edition's place."""
    assert record.venue is not None
    name = record.venue.name
    others = [e for e in programme.editions if e.year != edition.year and agrees(name, e)]
    decides = (
        "venue" not in edition.unsure and record.status != "announced" and (same or bool(same_day or others))
    )
    return context.finding(
        "edition.venue",
        "not_enough_info" if not decides else "supported" if same else "refuted",
        "edition.venue.right" if same else "edition.venue.wrong" if decides else "edition.venue.open",
        stated=name,
        expected=edition.venue,
        evidence=record.evidence.get("venue", []),
        sources=programme.cite(edition.sources),
        said=name,
        award=award(programme, edition.year, None, context.lang),
        should=edition.venue,
    )


def _tier(record: Record, programme: Programme, context: Context) -> Iterator[Finding]:
    """A tier that the edition did not have, or gave to nobody."""
    tier = programme.tier(record.tier.id) if record.tier else None
    year, edition = record.edition, context.edition(record)
    if tier is None or year is None:
        return
    totals = edition.totals if edition else None
    outside = (tier.since is not None and year < tier.since) or (tier.until is not None and year > tier.until)
    nobody = totals is not None and totals.complete and tier.id not in totals.by_tier
    if outside or nobody:
        yield context.finding(
            "edition.tier",
            "refuted",
            "edition.tier.unknown",
            stated=tier.id,
            evidence=record.evidence.get("tier", []),
            sources=programme.cite(edition.sources) if edition else [],
            award=award(programme, year, None, context.lang),
            said=tier_name(programme, tier.id),
        )


def _presenter(record: Record, programme: Programme, edition: Edition, context: Context) -> Iterator[Finding]:
    said = record.presenter.name if record.presenter else None
    if said is None or not edition.presenters:
        return
    same = next((p for p in edition.presenters if same_person(said, p.name)), None)
    known = same or edition.presenters[0]
    yield context.finding(
        "edition.presenter",
        "not_enough_info",
        "edition.presenter.same" if same else "edition.presenter.other",
        stated=said,
        expected=known.name,
        evidence=record.evidence.get("presenter", []),
        sources=programme.cite(known.sources or edition.sources),
        said=said,
        should=known.name,
        award=award(programme, edition.year, None, context.lang),
    )


def _organizer(record: Record, programme: Programme, context: Context) -> Iterator[Finding]:
    said = record.organizer
    names = [name for o in programme.organisers for name in (o.name, *o.aliases)]
    if said is None or not names or any(_inside(said, name) or _inside(name, said) for name in names):
        return
    yield context.finding(
        "edition.organizer",
        "not_enough_info",
        "edition.organizer.other",
        stated=said,
        expected=programme.organisers[0].name,
        evidence=record.evidence.get("organizer", []),
        said=said,
        should=programme.organisers[0].name,
        award=award(programme, record.edition, None, context.lang),
    )


def same_person(a: str, b: str) -> bool:
    """Whether one name's words lie within the other's; apostrophes and full stops do not matter."""
    x, y = (set(re.sub(r"['’‘`.]", "", name).lower().split()) for name in (a, b))
    return bool(x) and bool(y) and (x <= y or y <= x)


def _inside(a: str, b: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(a)}(?!\w)", b, re.IGNORECASE) is not None
