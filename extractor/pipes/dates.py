"""Dates as the text writes them: candidates by rule, month names read by dateparser with a fixed base.

`dateparser.search_dates` is never used: it reads "98,5" as a date.  A missing year stays missing here; the
records room settles it from the edition and the weekday.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

import dateparser
from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.pipes.base import Data, PatternPipe
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import DateMention

__all__ = ["DateMention", "Dates", "make_dates", "real_day"]

BASE = dt.datetime(2000, 1, 1)
YEARS = range(1990, 2100)
MONTHS = tuple(lexicon("dates")["month_names"])
NUMERIC_ALONE = 4  # the pattern of a date in digits without a weekday: most such numbers are none


@lru_cache(maxsize=16)
def month_of(name: str) -> int | None:
    """The month number of an Indonesian month name, by dateparser."""
    found = dateparser.parse(
        f"1 {name} 2000",
        languages=["id"],
        settings={"RELATIVE_BASE": BASE, "DATE_ORDER": "DMY", "PARSERS": ["absolute-time"]},
    )
    return found.month if found else None


def real_day(day: int, month: int, year: int | None) -> bool:
    """Whether some calendar has this day (29 February passes where the year is not stated)."""
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return False
    return True


class Dates(PatternPipe):
    """Marks dates; `span._.date` is a `DateMention`."""

    group = "dates"

    @classmethod
    def default_data(cls) -> Data:
        return lexicon("dates")

    def build(self) -> None:
        days = "|".join(sorted(map(re.escape, self.data["weekdays"]), key=len, reverse=True))
        months = "|".join(sorted(self.data["months"], key=len, reverse=True))
        times = "|".join(self.data["daytimes"])
        weekday = rf"\b(?P<weekday>{days})\b"
        between = rf"(?:[ \t]+(?:{times}|lalu|kemarin))?[ \t]*+,?[ \t]*+(?:tanggal[ \t]+|tgl\.?[ \t]+)?"
        year = r"(?P<year>(?:19|20)\d\d|\d\d\d?)\b"
        numeric = (
            rf"(?P<day>\d{{1,2}})[ ]?(?P<sep>[-/.])[ ]?(?P<month>\d{{1,2}})(?!\d)(?:[ ]?(?P=sep)[ ]?{year})?"
        )
        textual = (
            rf"(?:\d{{1,2}}[ ]?[-–][ ]?)?(?P<day>\d{{1,2}})[ \t]+(?P<month>{months})\b\.?"
            r"(?:[ \t,]+(?P<year>(?:19|20)\d\d)\b)?"
        )
        leads = "|".join(rf"(?<=\b{lead} )" for lead in self.data["month_leads"])
        self.patterns = [
            re.compile(rf"{weekday}{between}\(?[ ]?{numeric}\)?", re.IGNORECASE),
            re.compile(rf"{weekday}{between}\(?[ ]?{textual}\)?", re.IGNORECASE),
            re.compile(rf"\((?:{weekday}[ \t,]+)?{numeric}\)", re.IGNORECASE),
            re.compile(rf"(?<![\d.,/-]){textual}", re.IGNORECASE),
            re.compile(rf"(?<![\d.,/-]){numeric}(?![\d.,/%-]*\d)(?![ ]?(?:persen|%))", re.IGNORECASE),
            re.compile(rf"(?<!\w)(?P<month>{months})[ \t]+(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE),
            re.compile(rf"(?:{leads})(?P<month>{'|'.join(MONTHS)})\b(?![ \t]+\d)"),
        ]

    def mark(self, doc: Doc) -> list[Span]:
        text = doc.text
        found: list[Span] = []
        taken: set[int] = set()  # characters
        for number, pattern in enumerate(self.patterns):
            for match in pattern.finditer(text):
                start, end = match.span()
                if not taken.isdisjoint(range(start, end)):
                    continue
                value = self.read(match, numeric_alone=number == NUMERIC_ALONE)
                span = doc.char_span(start, end, label="date", alignment_mode="expand") if value else None
                if value and span is not None:
                    taken.update(range(start, end))
                    span._.date = value
                    found.append(span)
        return sorted(found, key=lambda s: s.start)

    def read(self, match: re.Match[str], *, numeric_alone: bool) -> DateMention | None:
        """The parts of a matched date; None where the match is some other number."""
        parts = match.groupdict()
        month = self.month(parts["month"])
        day = int(parts["day"]) if parts.get("day") else None
        year = self.year(parts.get("year"))
        if numeric_alone and (
            parts.get("year") is None or (parts.get("sep") == "." and len(parts["year"]) < 4)
        ):
            return None
        if parts.get("year") and year is None:
            return None
        name = parts.get("weekday")
        weekday = self.data["weekdays"][name.lower()] if name else None
        if day is not None and month is not None and month > 12 >= day and year:
            day, month = month, day  # 1/27/2026: only one order is a date
        if (
            month is None
            or month == 0
            or (day is not None and not real_day(day, min(month, 12), year))
            or month > 12
        ):
            if weekday is None and parts.get("year") is None:
                return None
            return DateMention(day, month or 0, year, weekday, valid=False)
        return DateMention(day, month, year, weekday)

    def month(self, written: str) -> int | None:
        if written.isdigit():
            return int(written)
        number: int = self.data["months"][written.lower()]
        return month_of(MONTHS[number - 1])

    @staticmethod
    def year(written: str | None) -> int | None:
        if written is None:
            return None
        value = int(written) + (2000 if len(written) == 2 else 0)
        return value if value in YEARS else None


@Language.factory("piagam_dates")
def make_dates(nlp: Language, name: str) -> Dates:
    return Dates.of(nlp)
