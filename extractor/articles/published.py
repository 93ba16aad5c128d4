"""When the article was published: the tags' time, set right by the time a reader sees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from extractor.articles.dates import Moment, first_date, machine_date
from extractor.articles.head import Head
from extractor.articles.lines import ends_sentence

WIB = timedelta(hours=7)
_META = (
    "article:published_time", "content_publisheddate", "publishdate", "pubdate",
    "publish-date", "publish_date", "parsely-pub-date", "sailthru.date", "dc.date", "dc.date.issued",
    "dcterms.created", "date", "article.published", "og:published_time", "published_time",
    "datepublished", "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "createdate",
    "originalpublicationdate",
)  # fmt: skip


def published_of(head: Head, times: Iterable[str], seen: Iterable[str]) -> str | None:
    """ISO 8601 time with offset, or a day; null if neither a tag nor a line near the headline tells it.

    `times` are values of <time> near the headline, `seen` the visible lines near it, nearest first.
    """
    told = [head.linked.published, *head.microdata.get("datePublished", [])]
    told += [head.meta[name] for name in _META if name in head.meta]
    machine = [moment for text in (*told, *times) if (moment := machine_date(text)) is not None]
    visible = [moment for line in seen if not _is_prose(line) and (moment := first_date(line)) is not None]
    if not machine:
        return _best(visible).iso(WIB) if visible else None
    return _settled(_best(machine), visible).iso(WIB)


def _is_prose(line: str) -> bool:
    """A sentence of the body tells the event's day."""
    return len(line) > 50 and ends_sentence(line)


def _best(moments: list[Moment]) -> Moment:
    """The first, or the first of the same day that tells the time, best with its offset."""
    day = [moment for moment in moments if moment.day == moments[0].day]
    return max(day, key=lambda moment: (moment.time is not None, moment.offset is not None))


def _settled(machine: Moment, visible: list[Moment]) -> Moment:
    """The tags' time in the zone a reader lives in.

    An offset of zero is false where the visible clock shows the same time, and true elsewhere: pages state
    the time of western Indonesia and the tags of many of them the same time with a zone of zero.
    """
    clocks = [moment for moment in visible if moment.time is not None]
    if machine.time is None:
        return next((clock for clock in clocks if clock.day == machine.day), machine)
    zone = next((clock.offset for clock in clocks if clock.offset is not None), None) or WIB
    if machine.offset is None:
        return Moment(machine.day, machine.time, zone)
    if machine.offset == timedelta(0):
        if any(_same_minute(clock, machine) for clock in clocks):
            return Moment(machine.day, machine.time, zone)
        local = machine.time + zone
        return Moment(local.date(), local, zone)
    return machine


def _same_minute(one: Moment, other: Moment) -> bool:
    if one.time is None or other.time is None:
        return False
    return one.time.replace(second=0) == other.time.replace(second=0)
