"""Reference facts in the dataset, so that it can be resolved without the programmes it was built with."""

from __future__ import annotations

import sqlite3

from extractor.dataset.state import get_meta, mark_changed, set_meta
from extractor.programmes.catalogue import Catalogue
from extractor.programmes.model import Edition


def put_reference(db: sqlite3.Connection, catalogue: Catalogue) -> None:
    """Replaces the stored facts by the catalogue's if they differ; the caller holds the transaction."""
    if get_meta(db, "reference") == catalogue.digest:
        return
    for table in ("editions", "tiers", "official_totals"):
        db.execute(f"DELETE FROM {table}")
    for programme in catalogue.programmes:
        tiers = [(programme.id, tier.id, tier.name, height) for height, tier in enumerate(programme.tiers)]
        db.executemany("INSERT INTO tiers VALUES (?, ?, ?, ?)", tiers)
        for edition in programme.editions:
            _put_edition(db, programme.id, edition)
    set_meta(db, "reference", catalogue.digest)
    mark_changed(db)


def _put_edition(db: sqlite3.Connection, programme: str, edition: Edition) -> None:
    date = edition.date.isoformat() if edition.date else None
    facts = edition.model_dump_json(exclude_defaults=True)
    db.execute(
        "INSERT INTO editions VALUES (?, ?, ?, ?, ?)", (programme, edition.year, date, edition.venue, facts)
    )
    totals = edition.totals.facts() if edition.totals else ()
    rows = {(programme, edition.year, t.tier, t.unit): t.count for t in totals}
    db.executemany(
        "INSERT INTO official_totals VALUES (?, ?, ?, ?, ?)", ((*key, n) for key, n in rows.items())
    )


class Reference:
    """The editions that the dataset knows."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._editions: dict[tuple[str, int], Edition] = {}
        rows = db.execute("SELECT programme, facts FROM editions ORDER BY programme, edition").fetchall()
        editions = [(programme, Edition.model_validate_json(facts)) for programme, facts in rows]
        for programme, edition in editions:
            self._editions[programme, edition.year] = edition
        for programme, edition in editions:
            for year in edition.other_years:
                self._editions.setdefault((programme, year), edition)

    def edition(self, programme: str, year: int | None, scope: str | None) -> Edition | None:
        """The edition's facts; none for a provincial ceremony, which national facts do not judge."""
        return None if year is None or scope is not None else self._editions.get((programme, year))
