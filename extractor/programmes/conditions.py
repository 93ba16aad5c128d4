"""What a tier demands: predicates, and groups of them that nest.

A condition is one of `{metric, op, value, unit}`, `{all: [...]}` and `{any: [...]}`.  The shape of a mapping
says which it is, so that a mistake is reported for that shape alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

Op = Literal["=", ">", ">=", "<", "<="]
Unit = Literal["percent", "people", "points", "boolean", "year_month", "count"]
Name = Annotated[str, Field(min_length=1)]


class Fact(BaseModel):
    """Base of all that a programme's YAML states: unknown fields are refused, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Predicate(Fact):
    """`metric op value`; `value` is a number, true/false, or a month "YYYY-MM", as `unit` says."""

    metric: Name
    op: Op
    value: bool | float | str
    unit: Unit
    sources: tuple[Name, ...] = ()
    note: str | None = None

    @property
    def bar(self) -> str:
        """The demand as one string, such as ">= 99"."""
        value = f"{self.value:.12g}" if isinstance(self.value, float) else str(self.value).lower()
        return f"{self.op} {value}"


class AllOf(Fact):
    """Holds when every part holds; fails when one part fails."""

    all: tuple[Condition, ...] = Field(min_length=1)


class AnyOf(Fact):
    """Holds when one part holds; fails when every part fails."""

    any: tuple[Condition, ...] = Field(min_length=1)


def _shape(value: Any) -> str:
    if isinstance(value, AllOf) or (isinstance(value, dict) and "all" in value):
        return "all"
    if isinstance(value, AnyOf) or (isinstance(value, dict) and "any" in value):
        return "any"
    return "predicate"


Condition = Annotated[
    Annotated[Predicate, Tag("predicate")] | Annotated[AllOf, Tag("all")] | Annotated[AnyOf, Tag("any")],
    Discriminator(_shape),
]

AllOf.model_rebuild()
AnyOf.model_rebuild()


def predicates(condition: Condition) -> Iterator[Predicate]:
    """Every predicate inside `condition`, in the order written."""
    if isinstance(condition, Predicate):
        yield condition
        return
    for part in condition.all if isinstance(condition, AllOf) else condition.any:
        yield from predicates(part)
