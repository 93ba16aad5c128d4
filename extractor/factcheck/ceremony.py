"""Event date, weekday and venue against the calendar and the edition's facts, then against what articles
say."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from extractor.dataset.agree import date_covers, venue_covers
from extractor.factcheck.context import Context
from extractor.factcheck.mentions import Mention, region_of
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.sources import Voice, codes, reference, weigh
from extractor.factcheck.words import KIND
from extractor.programmes import Programme
from extractor.programmes.model import Edition
from extractor.reconcile import calendar, venues
from extractor.reconcile.naming import award
from extractor.reconcile.wording import WEEKDAYS, date, partial_date

HELD: Final = re.compile(
    r"\b(?:digelar|berlangsung|dilangsungkan|diselenggarakan|diadakan|diserahkan|penyerahan|diterima|"
    r"menerima|bertempat|dibagikan|dianugerahkan|dihelat|dilaksanakan|dipusatkan|berlokasi|diberikan)\b",
    re.IGNORECASE,
)
LYING: Final = re.compile(rf"\b(?:{KIND}|wilayah|kawasan)\s+(?:di|se-?)\s*$", re.IGNORECASE)
"""Before a place that only says where regions lie: "satu-satunya daerah di Luwu Raya"."""

DATA_DAY: Final = ("per ", "hingga ", "sampai ", "posisi ", "data ")


def check(context: Context) -> Iterator[ClaimFinding]:
    yield from _calendar(context)
    reading = context.reading
    if reading.programme is None:
        return
    day, where = _day(context), _venue(context)
    edition = _national(context)
    of_rounds = reading.programme.provincial_rounds and (reading.records or reading.subjects or reading.scope)
    # a year that only some articles use for the edition may mean another one
    unsure = bool(of_rounds) or (edition is not None and edition.year != reading.edition)
    same_day = _same_day(day, edition)
    same_place = _same_place(where, edition)
    if unsure and False in (same_day, same_place):  # it may be a province's own round
        edition = same_day = same_place = None
    if same_day is False and same_place is False and _own_ceremony(context, day):
        edition = same_day = same_place = None
    if day is not None:
        yield _date(context, day, same_day, edition)
    if where is not None:
        yield _place(context, where, same_place, edition)


def _calendar(context: Context) -> Iterator[ClaimFinding]:
    """Weekdays against dates; a date without a year takes that of the edition's day."""
    reading, names = context.reading, WEEKDAYS[context.lang]
    for stated in calendar.dates(reading.text):
        at = (stated.start, stated.end)
        year = stated.year or _year(context, stated)
        try:
            day = dt.date(year or 2000, stated.month, stated.day)
        except ValueError:
            if not (stated.day <= 12 < stated.month) and stated.surely_a_date:
                said = reading.text[stated.start : stated.end]
                yield context.finding(
                    "calendar.date", "refuted", "calendar.impossible", stated=said, at=at, said=said
                )
            continue
        if year is None or stated.weekday is None:
            continue
        right = day.weekday() == stated.weekday
        yield context.finding(
            "calendar.weekday",
            "supported" if right else "refuted",
            "calendar.right" if right else "calendar.wrong",
            stated=names[stated.weekday],
            expected=names[day.weekday()],
            at=at,
            date=date(day, context.lang, weekday=False),
            right=names[day.weekday()],
            said=names[stated.weekday],
        )


def _year(context: Context, stated: calendar.Stated) -> int | None:
    edition = context.edition
    if edition is not None and edition.date is not None:
        return edition.date.year if edition.date.month == stated.month else None
    return None


def _national(context: Context) -> Edition | None:
    """The national edition that may judge the claim; none for a province's own round."""
    reading, edition = context.reading, context.edition
    programme = reading.programme
    if programme is None or any(r.scope for r in reading.records):
        return None
    levels = {r.level for r in reading.subjects} | {r.region.level for r in reading.records}
    if programme.national_levels and levels - set(programme.national_levels):
        return None
    return edition


def _day(context: Context) -> str | None:
    """The event's date as the claim states it, whole where the edition's day gives the year."""
    reading = context.reading
    stated = next((r.date for r in reading.records if r.date), None)
    if stated is not None:
        return stated
    for mention in reading.of("dates"):
        lead = reading.text[max(0, mention.start - 12) : mention.start].lower()
        if any(lead.endswith(word) for word in DATA_DAY) or not getattr(mention.value, "valid", True):
            continue
        year = mention.value.year or (
            context.edition.date.year if context.edition and context.edition.date else None
        )
        value: str | None = mention.value.iso(year)
        if value is not None and len(value) >= 7:
            return value
    return None


def _venue(context: Context) -> str | None:
    reading = context.reading
    places = {m.text.lower() for m in reading.of("regions") if _is_no_venue(context, m)}
    if reading.own is not None:  # an article's record, whose place was read from the whole of it
        return next((r.venue.name for r in reading.records if r.venue), None)
    for mention in reading.of("venues"):
        held = mention.value.hall or _is_held(reading.text[: mention.start])
        if LYING.search(reading.text[: mention.start]):
            continue
        about = any(
            _is_no_venue(context, m) for m in reading.of("regions") if mention.start <= m.start < mention.end
        )
        if held and not about and mention.value.name.lower() not in places:
            return str(mention.value.name)
    return None


def _is_no_venue(context: Context, mention: Mention) -> bool:
    """Whether a region behind "di" is what the claim is about: its scope or subject, or no word of an
    event before it."""
    reading = context.reading
    named = {r.code for r in region_of(mention)}
    about = {r.code for r in reading.subjects} | ({reading.scope.code} if reading.scope else set())
    return bool(named & about) and not _is_held(reading.text[: mention.start])


def _is_held(lead: str) -> bool:
    """Whether a word of holding or handing over stands behind the last comma."""
    return HELD.search(lead, max(lead.rfind(","), lead.rfind(";")) + 1) is not None


def _same_day(stated: str | None, edition: Edition | None) -> bool | None:
    if (
        stated is None
        or edition is None
        or edition.date is None
        or "date" in edition.unsure
        or len(stated) < 7
    ):
        return None
    return edition.date.isoformat().startswith(stated)


def _same_place(stated: str | None, edition: Edition | None) -> bool | None:
    if stated is None or edition is None or "venue" in edition.unsure:
        return None
    outcome = venues.agrees(stated, edition)
    if outcome is None and edition.city is not None and _in_city(stated, edition):
        return True
    return outcome


def _in_city(stated: str, edition: Edition) -> bool:
    said = venues.words(stated)
    cities = [name for name in (edition.city, *edition.city_variants) if name]
    return bool(said) and any(said <= venues.words(city) for city in cities)


def _own_ceremony(context: Context, day: str | None) -> bool:
    """Whether an article states another day for this very region: a ceremony at home."""
    return day is not None and any(v.stance == "agree" for v in _voices(context, "date", day))


def _date(context: Context, day: str, same: bool | None, edition: Edition | None) -> ClaimFinding:
    programme = context.reading.programme
    assert programme is not None
    at = _at(context, "dates")
    if same is not None and edition is not None and edition.date is not None:
        should = date(edition.date, context.lang)
        fact = context.say(
            "fact.date", award=award(programme, edition.year, None, context.lang), should=should
        )
        return context.finding(
            "edition.date",
            "supported" if same else "refuted",
            "edition.date.right" if same else "edition.date.wrong",
            stated=day,
            expected=edition.date.isoformat(),
            at=at,
            evidence=[reference(programme, edition.sources, fact, "agree" if same else "disagree")],
            sources=programme.cite(edition.sources),
            said=partial_date(day, context.lang),
            award=award(programme, edition.year, None, context.lang),
            should=should,
        )
    what = context.say("what.date", award=_award(context, programme), said=partial_date(day, context.lang))
    weighed = weigh(_voices(context, "date", day))
    other = partial_date(weighed.says, context.lang) if weighed.says[:4].isdigit() else None
    return context.heard("dataset.date", weighed, what=what, stated=day, at=at, expected=other)


def _place(context: Context, where: str, same: bool | None, edition: Edition | None) -> ClaimFinding:
    programme = context.reading.programme
    assert programme is not None
    at = _at(context, "venues")
    if same is not None and edition is not None:
        named = award(programme, edition.year, None, context.lang)
        should = edition.venue or edition.city or ""
        fact = context.say("fact.venue", award=named, should=should)
        return context.finding(
            "edition.venue",
            "supported" if same else "refuted",
            "edition.venue.right" if same else "edition.venue.wrong",
            stated=where,
            expected=should,
            at=at,
            evidence=[reference(programme, edition.sources, fact, "agree" if same else "disagree")],
            sources=programme.cite(edition.sources),
            said=where,
            award=named,
            should=should,
        )
    what = context.say("what.venue", award=_award(context, programme), said=where)
    return context.heard(
        "dataset.venue", weigh(_voices(context, "venue", where)), what=what, stated=where, at=at
    )


def _award(context: Context, programme: Programme) -> str:
    return award(programme, context.reading.edition, None, context.lang)


def _at(context: Context, group: str) -> tuple[int, int] | None:
    found: list[Mention] = context.reading.of(group)
    return (found[0].start, found[0].end) if found else None


def _voices(context: Context, field: str, value: str) -> Iterator[Voice]:
    """What articles say of the claim's award; without a region, of any award of the edition."""
    reading, sources = context.reading, context.sources
    if reading.programme is None or sources.dataset is None:
        return
    regions = [code for record in reading.records for code in codes(record)]
    regions = regions or [region.code for region in reading.subjects]
    if regions:
        awards = [a for code in regions for a in sources.awards(reading.programme, reading.edition, code)]
    else:
        awards = sources.dataset.awards(programme=reading.programme.id)
    for found in awards:
        other_edition = reading.edition is not None and found.edition not in (reading.edition, None)
        for row in sources.statements(found, field):
            same = _same(field, value, row.value, context)
            if other_edition:
                if same and field == "date":
                    yield sources.voice(row, "disagree", f"{reading.programme.name} {found.edition}")
            elif same is not None:
                yield sources.voice(row, "agree" if same else "disagree")


def _same(field: str, stated: str, said: str, context: Context) -> bool | None:
    """Whether a source's value bears the claim's out; None where it is too vague to tell."""
    if field == "date":
        if date_covers(said, stated):
            return True
        return None if date_covers(stated, said) else False
    covers = venue_covers({}, context.edition)
    if covers(said, stated) or covers(stated, said):
        return True
    own, other = venues.words(stated), venues.words(said)
    return None if not own or not other or own & other else False
