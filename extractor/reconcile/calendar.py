"""Weekdays against dates, and dates that no calendar has."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from extractor.model import Evidence, Finding, Record
from extractor.pipes.lexicon import lexicon
from extractor.reconcile.context import Context
from extractor.reconcile.wording import WEEKDAYS, date

LEAD = 40
"""How many characters before a day its weekday may begin: "Selasa malam, tanggal (" and the like."""


class Stated(NamedTuple):
    """A day as a text writes it; `weekday` counts from Monday 0, `start` and `end` count characters."""

    weekday: int | None
    day: int
    month: int
    year: int | None
    start: int
    end: int
    named: bool

    @property
    def surely_a_date(self) -> bool:
        """Not one of the numbers of laws and letters ("59/13/2024")."""
        return self.named or self.weekday is not None


def check(record: Record, context: Context) -> Iterator[Finding]:
    """Whether the weekday beside the record's date is that of the date, and whether there is such a date."""
    for mark in record.evidence.get("date", []):
        for stated in _beside(mark, context):
            year = stated.year or _year(record.date, stated)
            yield from _judged(stated, year, mark, context, right_too=True)


def check_text(context: Context) -> Iterator[Finding]:
    """Wrong weekdays and impossible dates with a year elsewhere in the text; right ones say nothing."""
    marks = [m for r in context.result.records for m in r.evidence.get("date", []) if m.part == "text"]
    for stated in dates(context.text):
        known = any(m.start < stated.end and stated.start < m.end for m in marks)
        if known or stated.year is None or not stated.surely_a_date:
            continue
        text = context.text[stated.start : stated.end]
        mark = Evidence(start=stated.start, end=stated.end, text=text, rule="reconcile.calendar")
        yield from _judged(stated, stated.year, mark, context, right_too=False)


@lru_cache(maxsize=4)
def dates(text: str) -> tuple[Stated, ...]:
    """Days in `text`: "Selasa, 27 Januari 2026", "Selasa (27/1)", "27-1-2026"; single numbers are none."""
    return tuple(_dates(text))


def _dates(text: str) -> Iterator[Stated]:
    weekdays, months = lexicon("dates")["weekdays"], lexicon("dates")["months"]
    day, before = _patterns()
    for match in day.finditer(text):
        part = match.groupdict()
        lead = before.search(text, max(0, match.start() - LEAD), match.start())
        written = part["year"] or part["short"]
        if part["number"] and not (lead or written):
            continue
        yield Stated(
            weekday=weekdays[lead["weekday"].lower()] if lead else None,
            day=int(part["day"]),
            month=months[part["name"].lower()] if part["name"] else int(part["number"]),
            year=int(written) + (2000 if len(written) == 2 else 0) if written else None,
            start=lead.start() if lead else match.start(),
            end=match.end(),
            named=bool(part["name"]),
        )


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A day with its month, and the weekday that ends right before it."""
    words = lexicon("dates")
    days = "|".join(sorted(map(re.escape, words["weekdays"]), key=len, reverse=True))
    months = "|".join(sorted(words["months"], key=len, reverse=True))
    times = "|".join(words["daytimes"])
    named = rf"(?P<name>{months})\b\.?(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
    digits = r"(?P<number>\d{1,2})(?:\s?(?P=sep)\s?(?P<short>(?:19|20)\d\d|\d\d))?(?![\d/])"
    return (
        re.compile(
            rf"(?<![\d.,/-])(?P<day>\d{{1,2}})(?:\s+{named}|\s?(?P<sep>[/-])\s?{digits})", re.IGNORECASE
        ),
        re.compile(
            rf"\b(?P<weekday>{days})(?:\s+(?:{times}))?\s*+,?\s*+(?:tanggal\s++)?\(?\s*+\Z", re.IGNORECASE
        ),
    )


def _beside(mark: Evidence, context: Context) -> Iterator[Stated]:
    """The days whose characters, with the weekday before them, overlap a date's mark."""
    text = context.text if mark.part == "text" else context.result.article.title or ""
    return (stated for stated in dates(text) if stated.start < mark.end and mark.start < stated.end)


def _year(date_stated: str | None, stated: Stated) -> int | None:
    """The year of the record's date where it is that very day."""
    if date_stated is None or not date_stated.endswith(f"-{stated.month:02}-{stated.day:02}"):
        return None
    return int(date_stated[:4])


def _judged(
    stated: Stated, year: int | None, mark: Evidence, context: Context, *, right_too: bool
) -> Iterator[Finding]:
    try:
        day = dt.date(year or 2000, stated.month, stated.day)
    except ValueError:
        if stated.day <= 12 < stated.month:  # month first: a way of writing, no wrong date
            return
        yield context.finding(
            "calendar.date",
            "refuted",
            "calendar.impossible",
            stated=mark.text,
            evidence=[mark],
            said=mark.text,
        )
        return
    if year is None or stated.weekday is None:
        return
    wrong = day.weekday() != stated.weekday
    if wrong or right_too:
        names = WEEKDAYS[context.lang]
        yield context.finding(
            "calendar.weekday",
            "refuted" if wrong else "supported",
            "calendar.wrong" if wrong else "calendar.right",
            stated=names[stated.weekday],
            expected=names[day.weekday()],
            evidence=[mark],
            date=date(day, context.lang, weekday=False),
            right=names[day.weekday()],
            said=names[stated.weekday],
        )
