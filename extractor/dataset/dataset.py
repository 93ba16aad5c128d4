"""Reading a dataset: awards with statements, conflicts and coverage, as frozen rows in a fixed order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from extractor.dataset import rows
from extractor.dataset.filters import Filters, holding
from extractor.dataset.reader import Reader
from extractor.dataset.schema import connect, connect_read_only
from extractor.dataset.state import is_resolved

_SOURCE = "(SELECT min(p.source) FROM pages p WHERE p.article_id = a.id) AS source"
_FAMILY = "coalesce(c.family, a.id) AS family"
_ARTICLE = f"x.article_id, {_FAMILY}, {_SOURCE}, a.url"
_FROM_ARTICLE = "JOIN articles a ON a.id = x.article_id LEFT JOIN copies c ON c.article_id = x.article_id"
_MARK = 'x.text, x.part, x."start", x."end"'
_AWARD_SOURCES = """(SELECT json_group_array(source) FROM (SELECT DISTINCT p.source FROM records r
  JOIN pages p ON p.article_id = r.article_id WHERE r.award_id = x.id ORDER BY p.source)) AS sources"""

AWARD_ORDER = "x.programme, x.edition, x.region_code IS NULL, x.region_code, x.region, x.scope, x.id"
"""NULL sorts first: awards of no known edition come first, national ones before provincial rounds."""


def open_dataset(path: Path | str, read_only: bool = True, wait: float | None = None) -> Dataset:
    """The dataset at `path`.

    Read-only, the file is never changed and a build may go on meanwhile, `wait` is how many seconds a lock of
    somebody else's is waited for; else an older schema is brought forward.  Raises DatasetMissing,
    DatasetInvalid, DatasetNewer, DatasetBusy.
    """
    path = Path(path)
    return Dataset(connect_read_only(path, wait) if read_only else connect(path))


class Dataset(Reader):
    """An open dataset; a context manager that closes it.  All lists come in a fixed order.

    Every method reads the file as it is at that moment.
    """

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
        yield from self._rows(rows.Award, query, values)

    def some_awards(self, filters: Filters, first: int, most: int) -> tuple[list[rows.Award], int]:
        """At most `most` of `awards` from place `first` on, counted from 0; and how many there are in all."""
        where, values = filters.where()
        chosen = f"""SELECT x.id, count(*) OVER () FROM awards x {where}
            ORDER BY {AWARD_ORDER} LIMIT ? OFFSET ?"""
        found = self._db.execute(chosen, (*values, most, first)).fetchall()
        total = found[0][1] if found else self.count_awards(filters)
        marks = ", ".join("?" * len(found))
        query = f"SELECT x.*, {_AWARD_SOURCES} FROM awards x WHERE x.id IN ({marks}) ORDER BY {AWARD_ORDER}"
        return list(self._rows(rows.Award, query, [row[0] for row in found])), total

    def count_awards(self, filters: Filters | None = None) -> int:
        where, values = (filters or Filters()).where()
        return int(self._db.execute(f"SELECT count(*) FROM awards x {where}", values).fetchone()[0])

    def choices(self) -> rows.Choices:
        """What awards can be filtered by, in order."""

        def distinct(columns: str, needed: str) -> list[tuple[Any, ...]]:
            query = f"SELECT DISTINCT {columns} FROM awards WHERE {needed} ORDER BY {columns}"
            return self._db.execute(query).fetchall()

        return rows.Choices(
            tuple(row[0] for row in distinct("programme", "1")),
            tuple(row[0] for row in distinct("edition", "edition IS NOT NULL")),
            tuple((row[0], row[1]) for row in distinct("programme, tier", "tier <> ''")),
            tuple((row[0], row[1]) for row in distinct("province_code, province", "province <> ''")),
        )

    def award(self, award_id: str) -> rows.Award | None:
        query = f"SELECT x.*, {_AWARD_SOURCES} FROM awards x WHERE x.id = ?"
        return next(self._rows(rows.Award, query, (award_id,)), None)

    def preferred(self, award_id: str) -> list[rows.Preferred]:
        """The value taken for each field of the award, and why."""
        query = "SELECT * FROM preferred WHERE award_id = ? ORDER BY field"
        return list(self._rows(rows.Preferred, query, (award_id,)))

    def statements(self, award_id: str | None = None, field: str | None = None) -> list[rows.Statement]:
        """What articles state of the award, by field, value and article; of all awards without an id."""
        return list(self.iter_statements(award_id, field))

    def iter_statements(
        self, award_id: str | None = None, field: str | None = None
    ) -> Iterator[rows.Statement]:
        asked = {"x.award_id = ?": award_id, "x.field = ?": field}
        tests = [test for test, value in asked.items() if value is not None]
        where = f"WHERE {' AND '.join(tests)}" if tests else ""
        values = [value for value in asked.values() if value is not None]
        yield from self._rows(
            rows.Statement,
            f"""SELECT x.id, x.award_id, {_ARTICLE}, x.field, x.value, {_MARK}, x.rule, x.inferred
                FROM statements x {_FROM_ARTICLE} {where}
                ORDER BY x.award_id, x.field, x.value, x.article_id, x.id""",
            values,
        )

    def reporters(self, filters: Filters) -> list[str]:
        """Ids of the articles with such awards, told for themselves and not in passing, in order."""
        where, values = filters.where()
        query = f"""SELECT s.article_id FROM awards x JOIN statements s ON s.award_id = x.id
            AND s.field = 'status' AND s.value <> 'past' {where}
            ORDER BY {AWARD_ORDER}, s.value, s.article_id, s.id"""
        return list(dict.fromkeys(row[0] for row in self._db.execute(query, values)))

    def reported(self, article_id: str, filters: Filters) -> list[tuple[str | None, str | None]]:
        """Region codes of such awards that the article states, with the tier it gives, in order."""
        where, values = filters.where()
        query = f"""SELECT x.region_code, (SELECT min(s.value) FROM statements s
              WHERE s.award_id = x.id AND s.field = 'tier' AND s.article_id = ?)
            FROM awards x {where or "WHERE 1"}
            AND x.id IN (SELECT s.award_id FROM statements s WHERE s.article_id = ?) ORDER BY {AWARD_ORDER}"""
        return self._db.execute(query, (article_id, *values, article_id)).fetchall()

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

    def some_conflicts(self, first: int, most: int) -> list[rows.Conflict]:
        """At most `most` conflicts from place `first` on, open ones before settled ones."""
        query = f"""SELECT c.*, x.programme, x.edition, x.region_code, x.region, x.scope
            FROM conflicts c JOIN awards x ON x.id = c.award_id
            ORDER BY c.settled_by IS NOT NULL, {AWARD_ORDER}, c.field, c.value LIMIT ? OFFSET ?"""
        return list(self._rows(rows.Conflict, query, (most, first)))

    def count_conflicts(self) -> int:
        return int(self._db.execute("SELECT count(*) FROM conflicts").fetchone()[0])

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

    def origin(self, article_id: str) -> rows.Origin | None:
        query = f"""SELECT a.page_id, {_FAMILY}, coalesce(s.minhash, x'') AS minhash FROM articles a
            LEFT JOIN copies c ON c.article_id = a.id LEFT JOIN signatures s ON s.article_id = a.id
            WHERE a.id = ?"""
        return next(self._rows(rows.Origin, query, (article_id,)), None)

    def article_ids(self, *groups: Sequence[str]) -> list[str]:
        """Ids of the articles that hold a word of each group, in order.

        Words are found in title or text, inside longer words as well, in any case; a group with a word beyond
        ASCII, whose case SQLite does not know, leaves no article out.
        """
        where, values = holding(groups)
        return [row[0] for row in self._db.execute(f"SELECT a.id {where}", values)]

    def iter_texts(self, *groups: Sequence[str]) -> Iterator[tuple[str, str]]:
        """The ids of such articles, with their texts."""
        where, values = holding(groups)
        yield from self._db.execute(f"SELECT a.id, a.text {where}", values)

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
