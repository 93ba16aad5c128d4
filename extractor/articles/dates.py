"""Indonesian dates as pages write them, to the second if they say it; never the clock's date."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

_MONTHS = {
    "januari": 1, "jan": 1, "january": 1, "februari": 2, "pebruari": 2, "feb": 2, "peb": 2, "february": 2,
    "maret": 3, "mar": 3, "mrt": 3, "march": 3, "april": 4, "apr": 4, "mei": 5, "may": 5, "juni": 6, "jun": 6,
    "june": 6, "juli": 7, "jul": 7, "july": 7, "agustus": 8, "agu": 8, "ags": 8, "agt": 8, "agust": 8,
    "agus": 8, "aug": 8, "august": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10, "okt": 10,
    "oct": 10, "october": 10, "november": 11, "nopember": 11, "nov": 11, "nop": 11, "desember": 12,
    "des": 12, "dec": 12, "december": 12,
}  # fmt: skip
_ZONES = {"wib": 7, "wita": 8, "wit": 9, "gmt+7": 7, "utc+7": 7, "gmt+8": 8, "gmt+9": 9}
_NAME = "|".join(sorted(_MONTHS, key=len, reverse=True))
_TIME = (
    r"(?:[\s,|/\-–—•·()@]*+(?:pukul|jam|at|pada)?[\s,|]*+(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)"
    r"(?:[:.](?P<second>[0-5]\d))?(?!\d|[.:]\d|\s*%)(?:\s*+(?P<half>[ap]m\b))?(?:\s*+(?P<zone>wib|wita|wit"
    r"|(?:gmt|utc)\+[789])?\b|\b))?"
)
_PATTERNS = tuple(
    re.compile(pattern + _TIME, re.IGNORECASE)
    for pattern in (
        rf"(?<![\d/.-])(?P<day>\d{{1,2}})(?:st|nd|rd"
        rf"|th)?[\s.\-/]*(?P<month>{_NAME})\b\.?[\s,\-/']*(?P<year>(?:19|20)\d\d)(?!\d)",
        rf"\b(?P<month>{_NAME})\b\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)",
        r"(?<![\d/.-])(?P<day>\d{1,2})\s?[/.\-]\s?(?P<number>\d{1,2})\s?[/.\-]\s?(?P<year>(?:19"
        r"|20)\d\d)(?!\d)",
        r"(?<![\d/.-])(?P<year>(?:19"
        r"|20)\d\d)\s?[/.\-]\s?(?P<number>\d{1,2})\s?[/.\-]\s?(?P<day>\d{1,2})(?!\d)T?",
    )
)
_MACHINE = re.compile(
    r"\s*(?P<year>(?:19|20)\d\d)[-/]?(?P<month>\d\d)[-/]?(?P<day>\d\d)"
    r"(?:[T\s]+(?P<hour>\d\d)(?P<mark>[:.-])(?P<minute>\d\d)(?:[:.-](?P<second>\d\d))?(?:\.\d+)?"
    r"\s*+(?P<zone>Z|[+-]\d\d:?\d\d|[+-]\d\d(?!\d)|WIB|WITA|WIT|UTC|GMT)?Z?)?\s*+$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with its time and offset in hours or minutes where they are told."""

    day: date
    time: datetime | None = None
    offset: timedelta | None = None
    start: int = 0
    end: int = 0

    def iso(self, default: timedelta) -> str:
        """ISO 8601: the day alone, or the time with its offset (`default` where none is told)."""
        if self.time is None:
            return self.day.isoformat()
        return self.time.replace(tzinfo=timezone(self.offset or default)).isoformat()


def visible_dates(text: str) -> Iterator[Moment]:
    """Every date in the text, in the order of the patterns; day before month in figures."""
    if ("20" not in text and "19" not in text) or _YEAR.search(text) is None:
        return
    for pattern in _PATTERNS:
        for found in pattern.finditer(text):
            moment = _moment(found)
            if moment is not None:
                yield moment


@lru_cache(maxsize=512)  # the lines around a headline are asked about more than once
def first_date(text: str) -> Moment | None:
    """The date that stands first in the text, if any."""
    return min(visible_dates(text), key=lambda moment: moment.start, default=None)


def _moment(found: re.Match[str]) -> Moment | None:
    parts = found.groupdict()
    month = _MONTHS[parts["month"].lower()] if parts.get("month") else int(parts["number"])
    try:
        day = date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None
    if parts["hour"] is None:
        return Moment(day, start=found.start(), end=found.end())
    hour = int(parts["hour"])
    if parts["half"]:
        hour = hour % 12 + (12 if parts["half"].lower() == "pm" else 0)
    time = datetime(day.year, day.month, day.day, hour, int(parts["minute"]), int(parts["second"] or 0))
    zone = parts["zone"]
    offset = timedelta(hours=_ZONES[zone.lower()]) if zone else None
    return Moment(day, time, offset, found.start(), found.end())


def machine_date(text: str | None) -> Moment | None:
    """A date of a tag or attribute: ISO 8601 and what sites take for it, else a visible form.

    A time written with dashes carries a zone that is never right, so it has none here.
    """
    if not text:
        return None
    found = _MACHINE.match(text[:64])
    if found is None:
        return first_date(text[:120])
    try:
        day = date(int(found["year"]), int(found["month"]), int(found["day"]))
        if found["hour"] is None:
            return Moment(day)
        time = datetime(
            day.year, day.month, day.day, int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
        )
    except ValueError:
        return None
    return Moment(day, time, None if found["mark"] == "-" else _offset(found["zone"]))


def _offset(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    if zone.lower() in _ZONES:
        return timedelta(hours=_ZONES[zone.lower()])
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return timedelta(0)
    hours, minutes = int(zone[1:3]), int(zone[-2:]) if len(zone) > 3 else 0
    if hours > 14 or minutes > 59:
        return None
    return timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
