"""Which awards of the dataset a stated award can be, and which articles only tell of one to come."""

from __future__ import annotations

from extractor.dataset import Award, Statement
from extractor.factcheck.context import Context
from extractor.factcheck.sources import codes
from extractor.model import Record
from extractor.programmes import Programme


def announced(context: Context, rows: list[tuple[Award, Statement]], programme: Programme) -> set[str]:
    """Articles that only tell of an award to come: they say so, or came out before its day."""
    found = {row.article_id for _, row in rows if row.field == "status" and row.value == "announced"}
    for one, row in rows:
        edition = (
            programme.edition(one.edition) if one.scope is None and not programme.provincial_rounds else None
        )
        day = (
            edition.date.isoformat()
            if edition is not None and edition.date and "date" not in edition.unsure
            else None
        )
        if row.field == "date" and context.sources.announces(row.article_id, row.value):
            found.add(row.article_id)
        if row.field == "status" and row.value != "past" and context.sources.announces(row.article_id, day):
            found.add(row.article_id)
    return found


def known(context: Context, programme: Programme, record: Record) -> list[Award]:
    """The dataset's awards that the record can be; those without an edition where an article is of the
    time."""
    found: dict[str, Award] = {}
    for code in codes(record):
        for one in context.sources.awards(programme, None, code):
            if record.edition in (None, one.edition) or (
                one.edition is None and _timely(context, one, record)
            ):
                found[one.id] = one
    exact = [one for one in found.values() if one.edition == record.edition]
    return exact or list(found.values())


def _timely(context: Context, one: Award, record: Record) -> bool:
    """Whether an award of no stated year was told in the edition's year or the next, and not of the past."""
    if record.edition is None or one.status == "past":
        return False
    years = []
    for row in context.sources.statements(one, "region"):
        article = context.sources.article(row.article_id)
        years.append(int(article.published[:4]) if article and article.published else None)
    return any(year in (record.edition, record.edition + 1) for year in years)
