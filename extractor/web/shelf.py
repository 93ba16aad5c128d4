"""What the dataset holds, read for one page at a time: each look opens the file anew, and only reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Generic, TypeVar

from starlette.concurrency import run_in_threadpool

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
from extractor.dataset.rows import Choices
from extractor.display.quotes import Quote, quote
from extractor.display.sources import Source, Sources
from extractor.factcheck.sources import fragment
from extractor.programmes.catalogue import Catalogue
from extractor.regions.gazetteer import Region, gazetteer
from extractor.web.bench import Stamp, stamp
from extractor.web.limits import Limits
from extractor.web.refusal import Refusal
from extractor.web.room import Room

T = TypeVar("T")
R = TypeVar("R", Award, Conflict)

RETRY_SECONDS = 1

PAGE = 50
"""Awards or conflicts on one page."""


INSIDE = 200
"""Awards inside a province on its page."""


@dataclass(frozen=True, slots=True)
class Leaf(Generic[R]):
    """One page of a list: `total` are all that fit, `page` counts from 1."""

    rows: tuple[R, ...]
    total: int
    page: int

    @property
    def pages(self) -> int:
        return max(1, -(-self.total // PAGE))


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
    """All about one region; `inside` are the first awards of a province's kabupaten and kota, `within` counts
    all of them."""

    region: Region
    awards: tuple[Award, ...]
    inside: tuple[Award, ...]
    within: int
    figures: tuple[tuple[Figure, Voice], ...]
    persons: tuple[Person, ...]
    conflicts: tuple[Conflict, ...]


class Shelf:
    """The dataset for readers."""

    def __init__(self, path: Path | None, catalogue: Catalogue, limits: Limits) -> None:
        self._path = path
        self._catalogue = catalogue
        self._limits = limits
        self._room: Room | None = None
        self._choices = lru_cache(maxsize=1)(self._choices_at)

    async def serve(self, work: Callable[[], T]) -> T:
        """What `work` makes out of the methods below, in a thread; other pages need not wait for it.

        Raises Refusal where too many ask at once, and whatever `work` raises.
        """
        if self._room is None:
            self._room = Room(self._limits.browsing, self._limits.waiting, self._limits.patience)
        async with self._room.place(RETRY_SECONDS):
            return await run_in_threadpool(work)

    def close(self) -> None:
        """The shelf may be served from again, in another event loop."""
        self._room = None

    def look(self, work: Callable[[Dataset], T]) -> T:
        """What `work` finds in the dataset as it is at one moment.  Raises Refusal, DatasetError."""
        if self._path is None:
            raise Refusal(404, "no_dataset")
        with open_dataset(self._path, wait=self._limits.lock_seconds) as dataset, dataset.snapshot():
            return work(dataset)

    def awards(self, filters: Filters, page: int) -> Leaf[Award]:
        """The awards that fit, by programme, edition and region."""

        def work(dataset: Dataset) -> Leaf[Award]:
            some, total = dataset.some_awards(filters, (page - 1) * PAGE, PAGE)
            return Leaf(tuple(some), total, page)

        return self.look(work)

    def choices(self) -> Choices:
        if self._path is None:
            raise Refusal(404, "no_dataset")
        return self._choices(stamp(self._path))

    def _choices_at(self, _: Stamp) -> Choices:
        met = self.look(lambda dataset: dataset.choices())
        order = {
            (p.id, tier.id): (i, j)
            for i, p in enumerate(self._catalogue.programmes)
            for j, tier in enumerate(p.tiers)
        }
        tiers = sorted(met.tiers, key=lambda pair: (order.get(pair, (1000, 0)), pair))
        return replace(met, editions=met.editions[::-1], tiers=tuple(tiers))

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
            inside, within = _inside(dataset, code) if region.level == "provinsi" else ([], 0)
            return Place(
                region,
                tuple(awards),
                tuple(inside),
                within,
                tuple((f, quoted.voice(f.article_id, f.text, f.part, f.start, f.end)) for f in figures),
                tuple(dataset.persons(code)),
                tuple(c for award in awards if award.conflicts for c in dataset.conflicts(award.id)),
            )

        return self.look(work)

    def conflicts(self, page: int) -> Leaf[Conflict]:
        """One page of the conflicts, open ones first."""

        def work(dataset: Dataset) -> Leaf[Conflict]:
            some = dataset.some_conflicts((page - 1) * PAGE, PAGE)
            return Leaf(tuple(some), dataset.count_conflicts(), page)

        return self.look(work)


def _inside(dataset: Dataset, code: str) -> tuple[list[Award], int]:
    """The first awards of a province's kabupaten and kota, and how many there are."""
    whole, own = Filters(province=code), Filters(province=code, region=code)
    # awards of the province itself stand among them, one each year and programme
    mine = dataset.count_awards(own)
    some, total = dataset.some_awards(whole, 0, INSIDE + mine)
    return [award for award in some if award.region_code != code][:INSIDE], total - mine


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
