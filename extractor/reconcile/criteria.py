"""A record's tier against what the edition demands, by the figures the article gives for that region."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, cast, get_args

from extractor.model import Figure, Finding, Metric, Record, Unit, Verdict
from extractor.programmes import Programme
from extractor.programmes.conditions import AllOf, AnyOf, Condition, Predicate, predicates
from extractor.programmes.model import TierCriteria
from extractor.reconcile.bounds import meets, possible
from extractor.reconcile.context import Context
from extractor.reconcile.logic import agreed, all_of, any_of
from extractor.reconcile.naming import award
from extractor.reconcile.scores import scores
from extractor.reconcile.wording import bar, metric, plain, stated

Outcome = bool | None
FIGURE_UNITS = frozenset(get_args(Unit))
METRICS = frozenset(get_args(Metric))


class Leaf(NamedTuple):
    """A predicate as it came out; `binding` says that failing it fails the whole group."""

    predicate: Predicate
    outcome: Outcome
    binding: bool


def check(record: Record, context: Context) -> tuple[list[Finding], Outcome]:
    """Findings on every demand of the tier, and whether the whole group is met (None: unknown).

    Where the tier's own criteria are not known, those for any award at all ("all") are checked; meeting these
    leaves the tier unknown.
    """
    programme = context.programme(record)
    if programme is None or record.scope is not None:
        return [], None
    found = _criteria(record, programme)
    if found is None:
        return [], None

    figures = {id(p): _figures(p, record, context) for p in predicates(found.holds)}
    outcomes = {id(p): outcome(p, figures[id(p)]) for p in predicates(found.holds)}

    def ask(predicate: Predicate) -> Outcome:
        return outcomes[id(predicate)]

    whole = evaluate(found.holds, ask)
    findings = [
        _finding(leaf, figures[id(leaf.predicate)], found, programme, record, context)
        for leaf in leaves(found.holds, ask)
    ]
    return findings, whole if found.tier != "all" or whole is False else None


def _criteria(record: Record, programme: Programme) -> TierCriteria | None:
    own = programme.criteria_for(record.tier.id, record.edition) if record.tier else None
    return own or programme.criteria_for("all", record.edition)


def outcome(predicate: Predicate, figures: Sequence[Figure]) -> Outcome:
    """Whether the figures meet the predicate; unknown without figures, and where they disagree."""
    if isinstance(predicate.value, (bool, str)):
        return None
    wanted = possible(predicate.op, predicate.value)
    return agreed(meets(possible(figure.op, figure.value), wanted) for figure in figures)


def evaluate(condition: Condition, ask: Callable[[Predicate], Outcome]) -> Outcome:
    """The outcome of a group, by three-valued logic."""
    if isinstance(condition, AllOf):
        return all_of(evaluate(part, ask) for part in condition.all)
    if isinstance(condition, AnyOf):
        return any_of(evaluate(part, ask) for part in condition.any)
    return ask(condition)


def leaves(condition: Condition, ask: Callable[[Predicate], Outcome], binding: bool = True) -> Iterator[Leaf]:
    """The predicates that matter: of a group of alternatives that is met, only the branches that meet it."""
    if isinstance(condition, Predicate):
        yield Leaf(condition, ask(condition), binding)
        return
    if isinstance(condition, AllOf):
        for part in condition.all:
            yield from leaves(part, ask, binding)
        return
    whole = evaluate(condition, ask)
    for part in condition.any:
        if whole is not True or evaluate(part, ask) is True:
            yield from leaves(part, ask, binding and whole is not None)


def _figures(predicate: Predicate, record: Record, context: Context) -> list[Figure]:
    if predicate.metric == "score":
        return scores(record, context) if predicate.unit == "points" else []
    if predicate.metric not in METRICS or predicate.unit not in FIGURE_UNITS:
        return []
    found = context.figures(record.region, cast(Metric, predicate.metric), cast(Unit, predicate.unit))
    return [figure for figure in found if _timely(figure, record.edition)]


def _timely(figure: Figure, edition: int | None) -> bool:
    """Whether the figure may be of this edition: figures older than the year before it are not."""
    if figure.as_of is None or edition is None:
        return True
    return int(figure.as_of[:4]) >= edition - 1


def _finding(
    leaf: Leaf,
    figures: Sequence[Figure],
    found: TierCriteria,
    programme: Programme,
    record: Record,
    context: Context,
) -> Finding:
    predicate, lang = leaf.predicate, context.lang
    verdict, reason = _judged(leaf, figures)
    return context.finding(
        f"criteria.{found.tier}.{predicate.metric}",
        verdict,
        reason,
        stated=plain(figures[0]) if figures else None,
        expected=predicate.bar,
        unit=predicate.unit,
        evidence=[mark for figure in figures for mark in figure.evidence],
        sources=programme.cite(predicate.sources or found.sources),
        metric=metric(predicate.metric, lang),
        region=record.region.name,
        award=award(programme, record.edition, found.tier, lang),
        bar=bar(predicate.op, predicate.value, predicate.unit, lang),
        said=" / ".join(dict.fromkeys(stated(figure, lang) for figure in figures)),
    )


def _judged(leaf: Leaf, figures: Sequence[Figure]) -> tuple[Verdict, str]:
    """The verdict of one demand and the template of its reason."""
    if leaf.outcome is True:
        return "supported", "criteria.met"
    if leaf.outcome is False:
        return ("refuted", "criteria.failed") if leaf.binding else ("not_enough_info", "criteria.alternative")
    if isinstance(leaf.predicate.value, (bool, str)):
        return "not_enough_info", "criteria.untold"
    return "not_enough_info", "criteria.open" if figures else "criteria.missing"
