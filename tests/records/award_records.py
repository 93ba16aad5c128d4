"""Short forms of results, for tests that compare them with plain values."""

from __future__ import annotations

from extractor.model import Person, Record, Result

MENKO_PM = "Menteri Koordinator Bidang Pemberdayaan Masyarakat"


def one(result: Result) -> Record:
    """The only record of a result."""
    (record,) = result.records
    return record


def tier_of(record: Record) -> str | None:
    return record.tier.id if record.tier else None


def tiers(result: Result) -> dict[str | None, str | None]:
    """Tier id by region code, in the records' order."""
    return {record.region.code: tier_of(record) for record in result.records}


def history(result: Result) -> list[tuple[str | None, int | None, str | None]]:
    """(region code, edition, tier id) of the earlier results."""
    return [(record.region.code, record.edition, tier_of(record)) for record in result.history]


def who(person: Person | None) -> tuple[str | None, str | None] | None:
    """(name, role) of a person."""
    return (person.name, person.role) if person else None
