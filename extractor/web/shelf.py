"""What the dataset holds, read for one page at a time: each look opens the file anew, and only reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import BoundedSemaphore
from typing import TypeVar

from extractor.dataset import (
    Article,
    Award,
    Conflict,
    Dataset,
    Figure,
    Finding,
    Person,
    Preferred,
    Statement,
    open_dataset,
)
from extractor.dataset.fields import FIELDS
from extractor.dataset.filters import Filters
from extractor.display.quotes import Quote, quote
from extractor.display.sources import Source, Sources
from extractor.factcheck.sources import fragment
from extractor.programmes.catalogue import Catalogue
from extractor.regions.gazetteer import Region, gazetteer
from extractor.web.desk import Stamp, stamp
from extractor.web.limits import Limits
from extractor.web.refusal import Refusal

T = TypeVar("T")

PAGE = 50
"""Awards or conflicts on one page."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list: `total` are all that fit, `page` counts from 1."""

    awards: tuple[Award, ...]
    total: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class Choices:
    """What awards can be filtered by, as values with the programme or province they are of."""

    programmes: tuple[str, ...]
    editions: tuple[int, ...]
    tiers: tuple[tuple[str, str], ...]
    provinces: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """One article's own words; `link` opens it at them, null where its address is no web address."""

    source: Source
    quote: Quote | None
    link: str | None
    family: str


@dataclass(frozen=True, slots=True)
class Stated:
    """One value of a field, with all who state it; `why` says why it is taken, null where it is not."""

    value: str
    voices: tuple[Voice, ...]
    why: str | None

    @property
    def independent(self) -> int:
        return len({voice.family for voice in self.voices})


@dataclass(frozen=True, slots=True)
class Whole:
    """All about one award."""

    award: Award
    preferred: tuple[Preferred, ...]
    fields: tuple[tuple[str, tuple[Stated, ...]], ...]
    conflicts: tuple[Conflict, ...]
    findings: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One outcome of a check, with the articles it is about; articles share it where all is the same."""

    finding: Finding
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """All about one region."""

    region: Region
    awards: tuple[Award, ...]
    inside: tuple[Award, ...]
    figures: tuple[tuple[Figure, Voice], ...]
    persons: tuple[Person, ...]
    conflicts: tuple[Conflict, ...]


class Shelf:
    """The dataset for readers."""

    def __init__(self, path: Path | None, catalogue: Catalogue, limits: Limits) -> None:
        self._path = path
        self._catalogue = catalogue
        self._room = BoundedSemaphore(limits.browsing)
        self._choices = lru_cache(maxsize=1)(self._choices_at)

    def look(self, work: Callable[[Dataset], T]) -> T:
        """What `work` finds in the dataset as it is at one moment.  Raises Refusal, DatasetError."""
        if self._path is None:
            raise Refusal(404, "no_dataset")
        if not self._room.acquire(blocking=False):
            raise Refusal(503, "busy", retry_after=1)
        try:
            with open_dataset(self._path) as dataset, dataset.snapshot():
                return work(dataset)
        finally:
            self._room.release()

    def awards(self, filters: Filters, page: int) -> Listed:
        """The awards that fit, by programme, edition and region."""

        def work(dataset: Dataset) -> Listed:
            kept, total = [], 0
            first = (page - 1) * PAGE
            for award in dataset.iter_awards(filters):
                if first <= total < first + PAGE:
                    kept.append(award)
                total += 1
            return Listed(tuple(kept), total, page)

        return self.look(work)

    def choices(self) -> Choices:
        if self._path is None:
            raise Refusal(404, "no_dataset")
        return self._choices(stamp(self._path))

    def _choices_at(self, _: Stamp) -> Choices:
        rows = self.look(lambda dataset: list(dataset.iter_awards()))
        tiers = {(a.programme, a.tier) for a in rows if a.tier}
        order = {
            (p.id, tier.id): (i, j)
            for i, p in enumerate(self._catalogue.programmes)
            for j, tier in enumerate(p.tiers)
        }
        return Choices(
            tuple(sorted({a.programme for a in rows})),
            tuple(sorted({a.edition for a in rows if a.edition is not None}, reverse=True)),
            tuple(sorted(tiers, key=lambda pair: (order.get(pair, (1000, 0)), pair))),
            tuple(sorted({(a.province_code, a.province) for a in rows if a.province_code and a.province})),
        )

    def award(self, award_id: str) -> Whole:
        """Raises Refusal where there is no such award."""

        def work(dataset: Dataset) -> Whole:
            award = dataset.award(award_id)
            if award is None:
                raise Refusal(404, "no_award")
            statements = dataset.statements(award_id)
            findings = dataset.findings(award_id)
            preferred = tuple(dataset.preferred(award_id))
            quoted = _Quoted(
                dataset, [*(s.article_id for s in statements), *(f.article_id for f in findings)]
            )
            return Whole(
                award,
                preferred,
                tuple(_fields(statements, preferred, quoted)),
                tuple(dataset.conflicts(award_id)),
                _shared(findings, quoted),
            )

        return self.look(work)

    def place(self, code: str) -> Place:
        """Raises Refusal where no region has that code."""
        region = gazetteer().by_code.get(code)
        if region is None:
            raise Refusal(404, "no_region")

        def work(dataset: Dataset) -> Place:
            awards = dataset.awards(region=code)
            figures = dataset.figures(code)
            quoted = _Quoted(dataset, [figure.article_id for figure in figures])
            inside = dataset.awards(province=code) if region.level == "provinsi" else []
            return Place(
                region,
                tuple(awards),
                tuple(award for award in inside if award.region_code != code),
                tuple((f, quoted.voice(f.article_id, f.text, f.part, f.start, f.end)) for f in figures),
                tuple(dataset.persons(code)),
                tuple(c for award in awards if award.conflicts for c in dataset.conflicts(award.id)),
            )

        return self.look(work)

    def conflicts(self) -> list[Conflict]:
        return self.look(lambda dataset: dataset.conflicts())


class _Quoted:
    """The articles that a page quotes, each read once."""

    def __init__(self, dataset: Dataset, ids: Iterable[str]) -> None:
        found = (dataset.article(article_id) for article_id in dict.fromkeys(ids))
        self._articles: dict[str, Article] = {article.id: article for article in found if article}
        self._sources = Sources(self._articles.values())

    def voice(
        self, article_id: str, text: str | None, part: str | None, start: int | None, end: int | None
    ) -> Voice:
        article, source = self._articles.get(article_id), self._sources.of(article_id)
        if article is None:
            return Voice(source, Quote.bare(text), None, article_id)
        link = fragment(source.url, text or "") or source.url
        return Voice(source, quote(article, text, part, start, end), link, article.family)


def _shared(findings: Iterable[Finding], quoted: _Quoted) -> tuple[Found, ...]:
    """Findings that say the same once, what is refuted first."""
    groups: dict[tuple[str, str, str], list[Finding]] = {}
    for each in findings:
        groups.setdefault((each.check, each.verdict, each.reason), []).append(each)
    found = (
        Found(
            rows[0],
            tuple(dict.fromkeys(quoted.voice(f.article_id, f.text, f.part, f.start, f.end) for f in rows)),
        )
        for rows in groups.values()
    )
    return tuple(sorted(found, key=lambda each: _RANK[each.finding.verdict]))


_RANK = {"refuted": 0, "supported": 1, "not_enough_info": 2}
_ORDER = {field.name: number for number, field in enumerate(FIELDS)}


def _fields(
    statements: Iterable[Statement], preferred: Iterable[Preferred], quoted: _Quoted
) -> Iterable[tuple[str, tuple[Stated, ...]]]:
    """Fields by name, the value taken first."""
    taken = {row.field: row for row in preferred}
    heard: dict[str, dict[str, dict[Voice, None]]] = {}
    for s in statements:
        voice = quoted.voice(s.article_id, s.text, s.part, s.start, s.end)
        heard.setdefault(s.field, {}).setdefault(s.value, {})[voice] = None
    for field in sorted(heard.keys() | taken.keys(), key=lambda name: (_ORDER.get(name, 99), name)):
        rows = []
        best = taken.get(field)
        if best is not None:
            rows.append(Stated(best.value, tuple(heard.get(field, {}).get(best.value, ())), best.why))
        for value, voices in heard.get(field, {}).items():
            if best is None or value != best.value:
                rows.append(Stated(value, tuple(voices), None))
        yield field, tuple(rows)
