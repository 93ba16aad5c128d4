"""Reading a dataset: awards with statements, conflicts and coverage, as frozen rows in a fixed order."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from extractor.dataset import rows
from extractor.dataset.filters import Filters
from extractor.dataset.schema import connect, connect_read_only
from extractor.dataset.state import is_resolved

R = TypeVar("R")

_SOURCE = "(SELECT min(p.source) FROM pages p WHERE p.article_id = a.id) AS source"
_FAMILY = "coalesce(c.family, a.id) AS family"
_ARTICLE = f"x.article_id, {_FAMILY}, {_SOURCE}, a.url"
_FROM_ARTICLE = "JOIN articles a ON a.id = x.article_id LEFT JOIN copies c ON c.article_id = x.article_id"
_MARK = 'x.text, x.part, x."start", x."end"'
_AWARD_SOURCES = """(SELECT json_group_array(source) FROM (SELECT DISTINCT p.source FROM records r
  JOIN pages p ON p.article_id = r.article_id WHERE r.award_id = x.id ORDER BY p.source)) AS sources"""

AWARD_ORDER = "x.programme, x.edition, x.region_code IS NULL, x.region_code, x.region, x.scope, x.id"
"""NULL sorts first: awards of no known edition come first, national ones before provincial rounds."""


def open_dataset(path: Path | str, read_only: bool = True) -> Dataset:
    """The dataset at `path`.

    Read-only, the file is never changed and a build may go on meanwhile; else an older schema is brought
    forward.  Raises DatasetMissing, DatasetInvalid, DatasetNewer.
    """
    path = Path(path)
    return Dataset(connect_read_only(path) if read_only else connect(path))


class Dataset:
    """An open dataset; a context manager that closes it.  All lists come in a fixed order.

    Every method reads the file as it is at that moment.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def __enter__(self) -> Dataset:
        return self

    def __exit__(self, kind: type[BaseException] | None, _: object, __: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Inside, every method sees the same state, whatever a build writes meanwhile."""
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("ROLLBACK")

    @property
    def resolved(self) -> bool:
        """Whether the awards follow from all that is stored; a build that was stopped leaves them behind."""
        return is_resolved(self._db)

    def awards(
        self,
        *,
        programme: str | None = None,
        edition: int | None = None,
        tier: str | None = None,
        province: str | None = None,
        region: str | None = None,
        status: str | None = None,
        text: str | None = None,
    ) -> list[rows.Award]:
        """Awards by programme, edition, region and scope.

        `province` and `region` are Kemendagri codes or names; a name that several regions share gives all of
        them, one that no region has gives nothing.  `text` is a region or province, or words of any field.
        """
        return list(self.iter_awards(Filters(programme, edition, tier, province, region, status, text)))

    def iter_awards(self, filters: Filters | None = None) -> Iterator[rows.Award]:
        """As `awards`, one after the other: memory does not grow with their number."""
        where, values = (filters or Filters()).where()
        query = f"SELECT x.*, {_AWARD_SOURCES} FROM awards x {where} ORDER BY {AWARD_ORDER}"
        for award in self._rows(rows.Award, query, values):
            if filters is None or filters.fits(award):
                yield award

    def award(self, award_id: str) -> rows.Award | None:
        query = f"SELECT x.*, {_AWARD_SOURCES} FROM awards x WHERE x.id = ?"
        return next(self._rows(rows.Award, query, (award_id,)), None)

    def preferred(self, award_id: str) -> list[rows.Preferred]:
        """The value taken for each field of the award, and why."""
        query = "SELECT * FROM preferred WHERE award_id = ? ORDER BY field"
        return list(self._rows(rows.Preferred, query, (award_id,)))

    def statements(self, award_id: str | None = None) -> list[rows.Statement]:
        """What articles state of the award, by field, value and article; of all awards without an id."""
        return list(self.iter_statements(award_id))

    def iter_statements(self, award_id: str | None = None) -> Iterator[rows.Statement]:
        where, values = ("", ()) if award_id is None else ("WHERE x.award_id = ?", (award_id,))
        yield from self._rows(
            rows.Statement,
            f"""SELECT x.id, x.award_id, {_ARTICLE}, x.field, x.value, {_MARK}, x.rule, x.inferred
                FROM statements x {_FROM_ARTICLE} {where}
                ORDER BY x.award_id, x.field, x.value, x.article_id, x.id""",
            values,
        )

    def conflicts(self, award_id: str | None = None, *, open_only: bool = False) -> list[rows.Conflict]:
        """Conflicts by award, field and losing value; `open_only` leaves out those that are settled."""
        tests, values = ["1"], []
        if award_id is not None:
            tests.append("c.award_id = ?")
            values.append(award_id)
        if open_only:
            tests.append("c.settled_by IS NULL")
        query = f"""SELECT c.*, x.programme, x.edition, x.region_code, x.region, x.scope
            FROM conflicts c JOIN awards x ON x.id = c.award_id WHERE {" AND ".join(tests)}
            ORDER BY {AWARD_ORDER}, c.field, c.value"""
        return list(self._rows(rows.Conflict, query, values))

    def articles(self) -> list[rows.Article]:
        """All articles that were read, by id, with their text."""
        return list(self.iter_articles())

    def article(self, article_id: str) -> rows.Article | None:
        return next(self.iter_articles(article_id), None)

    def iter_articles(self, article_id: str | None = None) -> Iterator[rows.Article]:
        where, values = ("", ()) if article_id is None else ("WHERE a.id = ?", (article_id,))
        yield from self._rows(
            rows.Article,
            f"""SELECT a.*, {_SOURCE}, {_FAMILY},
                (SELECT json_group_array(source) FROM (SELECT DISTINCT source FROM pages p
                 WHERE p.article_id = a.id ORDER BY source)) AS sources,
                (SELECT count(DISTINCT award_id) FROM records r WHERE r.article_id = a.id) AS awards
                FROM articles a LEFT JOIN copies c ON c.article_id = a.id {where} ORDER BY a.id""",
            values,
        )

    def figures(self, region: str | None = None) -> list[rows.Figure]:
        """Figures stated for a region (a Kemendagri code) by metric and value; without one, all by region."""
        return list(self.iter_figures(region))

    def iter_figures(self, region: str | None = None) -> Iterator[rows.Figure]:
        where, values = ("", ()) if region is None else ("WHERE x.region_code = ?", (region,))
        yield from self._rows(
            rows.Figure,
            f"""SELECT x.id, {_ARTICLE}, x.region_code, x.region, x.metric, x.op, x.value, x.unit, x.as_of,
                {_MARK}
                FROM figures x {_FROM_ARTICLE} {where}
                ORDER BY x.region_code, x.region, x.metric, x.value, x.article_id, x.id""",
            values,
        )

    def totals(self, programme: str | None = None) -> list[rows.Total]:
        """How many regions were honoured, as articles print it."""
        query = f"""SELECT x.id, {_ARTICLE}, x.programme, x.edition, x.tier, x.count, x.unit, x.scope, {_MARK}
            FROM totals x {_FROM_ARTICLE} WHERE ?1 IS NULL OR x.programme = ?1
            ORDER BY x.programme, x.edition, x.tier, x.unit, x.count, x.article_id, x.id"""
        return list(self._rows(rows.Total, query, (programme,)))

    def criteria(self, programme: str | None = None) -> list[rows.Criterion]:
        """What tiers demand, as articles print it."""
        query = f"""SELECT x.id, {_ARTICLE}, x.programme, x.tier, x.metric, x.op, x.value, x.unit, x.unless,
            x.alt,
            {_MARK} FROM criteria x {_FROM_ARTICLE} WHERE ?1 IS NULL OR x.programme = ?1
            ORDER BY x.programme, x.tier, x.metric, x.value, x.article_id, x.id"""
        return list(self._rows(rows.Criterion, query, (programme,)))

    def claims(self) -> list[rows.Claim]:
        """Sentences of articles that can be true or false."""
        query = f"""SELECT x.id, {_ARTICLE}, x.kind, x.claim, x.part, x."start", x."end"
            FROM claims x {_FROM_ARTICLE} ORDER BY x.article_id, x.id"""
        return list(self._rows(rows.Claim, query, ()))

    def findings(self, award_id: str | None = None) -> list[rows.Finding]:
        """Outcomes of checks on the records of an award; without an id all, those about articles as well."""
        query = f"""SELECT x.id, x.article_id, x.award_id, x."check", x.verdict, x.stated, x.expected, x.unit,
            x.reason, x.sources, {_MARK} FROM findings x WHERE ?1 IS NULL OR x.award_id = ?1
            ORDER BY x.award_id, x."check", x.article_id, x.id"""
        return list(self._rows(rows.Finding, query, (award_id,)))

    def persons(self, region: str | None = None) -> list[rows.Person]:
        """Officials by region and office, with the spellings met."""
        query = """SELECT * FROM persons WHERE ?1 IS NULL OR region_code = ?1
            ORDER BY region_code, region, role, name, id"""
        return list(self._rows(rows.Person, query, (region,)))

    def decisions(self) -> list[rows.Decision]:
        """What editors decided, by award and field."""
        return list(self._rows(rows.Decision, "SELECT * FROM decisions ORDER BY award_id, field", ()))

    def coverage(self) -> rows.Coverage:
        """Awards found against official totals and by province; awards with one source, and without tier."""
        totals = """SELECT * FROM coverage_list x ORDER BY programme, edition, tier <> 'all',
            (SELECT height FROM tiers t WHERE t.programme = x.programme AND t.tier = x.tier),
            tier, unit"""
        provinces = """SELECT programme, edition, province_code, province, tier, count(*) AS found FROM awards
            WHERE status <> 'announced' GROUP BY 1, 2, 3, 4, 5 ORDER BY 1, 2, 3, 4, 5"""
        return rows.Coverage(
            tuple(self._rows(rows.TotalCoverage, totals, ())),
            tuple(self._rows(rows.ProvinceCoverage, provinces, ())),
            self._ids("independent_sources = 1"),
            self._ids("tier IS NULL"),
        )

    def _ids(self, test: str) -> tuple[str, ...]:
        query = f"SELECT x.id FROM awards x WHERE {test} ORDER BY {AWARD_ORDER}"
        return tuple(row[0] for row in self._db.execute(query))

    def _rows(self, kind: type[R], query: str, values: Any) -> Iterator[R]:
        """The query's rows as `kind`: columns by name, lists out of JSON, truth out of 0 and 1."""
        wanted = {f.name: _READ.get(str(f.type)) for f in fields(kind)}  # type: ignore[arg-type]
        cursor = self._db.execute(query, values)
        at = {column[0]: place for place, column in enumerate(cursor.description)}
        plan = [(name, at[name], read) for name, read in wanted.items()]
        for row in cursor:
            yield kind(**{name: read(row[place]) if read else row[place] for name, place, read in plan})


def _list(value: str) -> tuple[str, ...]:
    return tuple(json.loads(value))


_READ: dict[str, Any] = {"tuple[str, ...]": _list, "bool": bool}
