"""Officials across articles and editions: one person per region and office, with the spellings met."""

from __future__ import annotations

import json
import sqlite3
from itertools import groupby
from typing import NamedTuple

from extractor.dataset.ids import content_id
from extractor.dataset.names import clusters, office

_OFFICIALS = """SELECT r.region_code, r.region, role.value, name.value, count(DISTINCT name.article_id)
  FROM statements name JOIN records r ON r.id = name.record_id
  LEFT JOIN statements role ON role.record_id = name.record_id
    AND role.field = replace(name.field, '_name', '_role')
  WHERE name.field IN ('official_name', 'on_behalf_of_name')
  GROUP BY 1, 2, 3, 4 ORDER BY coalesce(r.region_code, r.region), 2, 3, 4"""


class _Seen(NamedTuple):
    code: str | None
    region: str
    role: str | None
    name: str
    articles: int

    @property
    def place(self) -> str:
        return self.code or self.region


def put_persons(db: sqlite3.Connection) -> None:
    """Makes the table of persons anew; the caller holds the transaction."""
    db.execute("DELETE FROM persons")
    seen = map(_Seen._make, db.execute(_OFFICIALS))
    for _, group in groupby(seen, key=lambda s: s.place):
        offices: dict[str, list[_Seen]] = {}
        for each in group:
            offices.setdefault(office(each.role or ""), []).append(each)
        for held in offices.values():
            db.executemany("INSERT INTO persons VALUES (?, ?, ?, ?, ?, ?, ?)", _persons(held))


def _persons(held: list[_Seen]) -> list[tuple[str | int | None, ...]]:
    rows: list[tuple[str | int | None, ...]] = []
    for names in clusters(each.name for each in held):
        own = [each for each in held if each.name in names]
        count = {name: sum(each.articles for each in own if each.name == name) for name in names}
        name = min(names, key=lambda n: (-count[n], -len(n), n))
        role = min((each.role for each in own if each.role), key=lambda r: (-len(r), r), default=None)
        code, region = own[0].code, own[0].region
        variants = json.dumps(names, ensure_ascii=False)
        key = content_id(code or region, office(role or ""), name)
        rows.append((key, code, region, role, name, variants, sum(count.values())))
    return rows
