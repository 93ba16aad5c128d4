"""The fields of an award that articles state, and what a record says of each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from extractor.model import Evidence, Person, Record


class Field(NamedTuple):
    """A field: its column, its key in a record's evidence, and the group whose values belong together."""

    name: str
    mark: str
    group: str


FIELDS: Final = tuple(
    Field(*row)
    for row in (
        ("region", "region", "region"),
        ("edition", "edition", "edition"),
        ("status", "status", "status"),
        ("tier", "tier", "tier"),
        ("score", "score", "score"),
        ("rank", "rank", "rank"),
        ("date", "date", "date"),
        ("venue", "venue", "venue"),
        ("venue_city", "venue", "venue"),
        ("official_name", "official", "official"),
        ("official_role", "official", "official"),
        ("on_behalf_of_name", "on_behalf_of", "on_behalf_of"),
        ("on_behalf_of_role", "on_behalf_of", "on_behalf_of"),
        ("presenter", "presenter", "presenter"),
        ("presenter_role", "presenter", "presenter"),
        ("organizer", "organizer", "organizer"),
    )
)
PERSONS: Final = {
    "official": ("official_name", "official_role"),
    "on_behalf_of": ("on_behalf_of_name", "on_behalf_of_role"),
    "presenter": ("presenter", "presenter_role"),
}
"""Columns of a person's name and role."""

DECIDABLE: Final = tuple(f.name for f in FIELDS if f.name not in ("region", "edition"))
"""What an editor may decide; region and edition say which award it is."""

_GROUP: Final = {field.name: field.group for field in FIELDS}


def group_of(name: str) -> str:
    """The group of a field: of `official_name` and `official_role` it is `official`."""
    return _GROUP[name]


def stated(record: Record) -> Iterator[tuple[Field, str, Evidence | None]]:
    """What the record says: field, value as text, and its first mark; nothing for fields without a value."""
    values = _values(record)
    for field in FIELDS:
        value = values[field.name]
        if value is not None:
            marks = record.evidence.get(field.mark)
            yield (
                field,
                number_text(value) if isinstance(value, int | float) else value,
                marks[0] if marks else None,
            )


def number_text(value: int | float) -> str:
    """A number as it stands in the dataset: no exponent of its own making, whole numbers without a point."""
    return str(int(value)) if value == int(value) else repr(float(value))


def _values(record: Record) -> dict[str, str | int | float | None]:
    venue = record.venue
    return {
        "region": record.region.code or record.region.name,
        "edition": record.edition,
        "status": record.status,
        "tier": record.tier.id if record.tier else None,
        "score": record.score,
        "rank": record.rank,
        "date": record.date,
        "venue": venue.name if venue else None,
        "venue_city": venue.city if venue else None,
        **_person("official", record.official),
        **_person("on_behalf_of", record.on_behalf_of),
        **_person("presenter", record.presenter),
        "organizer": record.organizer,
    }


def _person(group: str, person: Person | None) -> dict[str, str | None]:
    name, role = PERSONS[group]
    return {name: person.name if person else None, role: person.role if person else None}
