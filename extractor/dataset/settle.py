"""One field of one award: the preferred value and why, and the values that disagree with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from extractor.dataset.agree import Covers

Why = Literal["decision", "reference", "agreed", "specific", "independent", "articles", "order"]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: a value, who states it, and in which words."""

    value: str
    statement: str
    record: str
    article: str
    family: str
    text: str | None = None
    title: bool = False
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Side:
    """Statements that go together: `value` stands for all, `own` say it, `vague` say less and fit."""

    value: str
    own: tuple[Said, ...]
    vague: tuple[Said, ...] = ()

    @property
    def all(self) -> tuple[Said, ...]:
        return (*self.own, *self.vague)

    @property
    def families(self) -> int:
        """How many independent sources stand behind the value."""
        return len({said.family for said in self.all})

    @property
    def articles(self) -> tuple[str, ...]:
        return tuple(sorted({said.article for said in self.own}))

    @property
    def quote(self) -> str | None:
        """The words of the first article that gives them."""
        quoted = [said for said in self.own if said.text is not None]
        return (
            min(quoted, key=lambda said: (said.value != self.value, said.article, said.statement)).text
            if quoted
            else None
        )


@dataclass(frozen=True, slots=True)
class Settled:
    """The side preferred and why, the losing sides, and of each of them what settles it, if anything does."""

    preferred: Side
    why: Why
    losers: tuple[tuple[Side, Literal["decision", "reference"] | None], ...] = ()


def settle(
    said: Sequence[Said],
    covers: Covers,
    is_reference: Callable[[str], bool] = lambda value: False,
    decided: str | None = None,
) -> Settled | None:
    """What to prefer among the statements; None where there are none and nothing was decided.

    An editor's decision stands above all, then the reference, then the number of independent sources; among
    values that agree the most specific one is taken.  The order of `said` does not matter.
    """
    sides = sorted(_sides(said, covers), key=lambda side: _rank(side, is_reference))
    if decided is not None:
        return _decided(decided, sides, covers)
    if not sides:
        return None
    best, *others = sides
    by_reference = is_reference(best.value)
    losers = tuple((side, _settled_by(by_reference, is_reference(side.value))) for side in others)
    return Settled(best, _why(best, others, by_reference), losers)


def _settled_by(preferred: bool, loser: bool) -> Literal["reference"] | None:
    return "reference" if preferred and not loser else None


def _decided(value: str, sides: Sequence[Side], covers: Covers) -> Settled:
    """The editor's value; sides that agree with it support it, the others lose."""
    fitting = [side for side in sides if covers(side.value, value) or covers(value, side.value)]
    own = tuple(said for side in fitting for said in side.own)
    return Settled(
        Side(value, own), "decision", tuple((side, "decision") for side in sides if side not in fitting)
    )


def _sides(said: Sequence[Said], covers: Covers) -> list[Side]:
    """The statements of each value that no other value covers, wordings of one value together."""
    by_value: dict[str, list[Said]] = {}
    for each in sorted(said, key=lambda s: (s.value, s.article, s.statement)):
        by_value.setdefault(each.value, []).append(each)
    top = [v for v in by_value if not any(covers(w, v) and not covers(v, w) for w in by_value)]
    groups = _grouped(top or list(by_value), covers)
    sides = []
    for group in groups:
        own = tuple(each for value in group for each in by_value[value])
        below = [v for v in by_value if v not in group and v not in top and any(covers(w, v) for w in group)]
        sides.append(Side(_voice(group, by_value), own, tuple(each for v in below for each in by_value[v])))
    return sides


def _grouped(values: Sequence[str], covers: Covers) -> list[list[str]]:
    """Values that cover each other, directly or by way of others, together."""
    groups: list[list[str]] = []
    for value in values:
        near = [g for g in groups if any(covers(value, other) and covers(other, value) for other in g)]
        rest = [g for g in groups if g not in near]
        groups = [*rest, [*(other for g in near for other in g), value]]
    return groups


def _voice(group: Sequence[str], by_value: dict[str, list[Said]]) -> str:
    """The wording that stands for its group: most independent sources, most articles, then the longest."""

    def rank(value: str) -> tuple[int, int, int, str]:
        said = by_value[value]
        return -len({s.family for s in said}), -len({s.article for s in said}), -len(value), value

    return min(group, key=rank)


def _rank(side: Side, is_reference: Callable[[str], bool]) -> tuple[bool, int, int, int, bool, bool, str]:
    """The least is the best; all else equal, the body goes before a headline, said before inferred."""
    inferred = all(said.inferred for said in side.own)
    headline = all(said.title for said in side.own)
    own = len({said.family for said in side.own})
    return (
        not is_reference(side.value),
        -side.families,
        -own,
        -len(side.articles),
        headline,
        inferred,
        side.value,
    )


def _why(best: Side, others: Sequence[Side], by_reference: bool) -> Why:
    if by_reference and others:
        return "reference"
    if not others:
        return "specific" if best.vague else "agreed"
    second = others[0]
    if best.families > second.families:
        return "independent"
    return "articles" if len(best.articles) > len(second.articles) else "order"
