"""Values of a record from its statements: tier, score, organiser, edition, each with the evidence it was read
from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span

from extractor.model import Evidence, RegionRef, TierRef
from extractor.pipes.mentions import date_of, quantity_of, tier_of
from extractor.programmes.model import Programme
from extractor.records.event import Event
from extractor.records.places import Place
from extractor.records.scope import GAINED
from extractor.records.statement import Statement
from extractor.records.view import View

Marks = dict[str, list[Evidence]]


def region_ref(place: Place) -> RegionRef:
    """The region; one that stays ambiguous has its words for a name and no code."""
    return place.region.ref() if place.region is not None else RegionRef(code=None, name=place.span.text)


def tier_ref(view: View, programme: Programme, told: Sequence[Statement], marks: Marks) -> TierRef | None:
    """The tier of the first statement that has one: the region's own before the article's, with a verb before
    bare.
    """
    for statement in sorted(told, key=is_vague):
        found = tier_of(statement.tier).of(programme.id) if statement.tier is not None else None
        known = programme.tier(found) if found else None
        if statement.tier is not None and known is not None:
            marks["tier"] = [mark_tier(view, statement, statement.tier)]
            return TierRef(id=known.id, name=known.name)
    return None


def is_vague(statement: Statement) -> bool:
    """Whether a statement names no region, outside the title and without a verb of winning."""
    return statement.place is None and not statement.clause.is_title and not statement.clause.cue(*GAINED)


def mark_tier(view: View, statement: Statement, tier: Span) -> Evidence:
    """The evidence of a tier, which may stand in the other part: a headline over a list."""
    part = statement.clause.part
    return part.mark(tier, "tier") if tier.doc is part.doc else view.part_of(tier).mark(tier, "tier-list")


def score_of(told: Sequence[Statement], marks: Marks) -> float | None:
    """The first score stated."""
    for statement in told:
        if statement.score is not None:
            marks["score"] = [statement.clause.part.mark(statement.score, "score")]
            return quantity_of(statement.score).value
    return None


def organizer_of(programme: Programme, text: str) -> str | None:
    """The first of the programme's organisers that the text names."""
    for organiser in programme.organisers:
        for name in (organiser.name, *organiser.aliases):
            if len(name) <= 3 or name not in text:
                continue
            if re.search(rf"(?<!\w){re.escape(name)}(?!\w)(?! Provinsi)", text):
                return organiser.name
    return None


def edition_of(programme: Programme, event: Event, published: str | None) -> int | None:
    """The edition where only the event's date gives it; a report's year is the one before."""
    if event.date is None:
        return None
    value = date_of(event.date.span)
    year = value.year
    if year is None and published and value.weekday is not None:
        around = int(published[:4])
        year = next((y for y in (around, around - 1) if value.fits(y)), None)
    if year is None:
        return None
    return year - 1 if programme.edition_means == "report_year" else year
