"""Three-valued logic, and what a stated number may be."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extractor.model import Op
from extractor.programmes.conditions import AllOf, AnyOf, Condition, Predicate
from extractor.reconcile.bounds import meets, possible
from extractor.reconcile.criteria import evaluate, leaves
from extractor.reconcile.logic import agreed, all_of, any_of

OUTCOMES = st.sampled_from([True, False, None])
OPS: st.SearchStrategy[Op] = st.sampled_from(["=", ">", ">=", "<", "<="])
VALUES = st.integers(0, 12).map(float)


def holds(value: float, op: str, bar: float) -> bool:
    return {"=": value == bar, ">": value > bar, ">=": value >= bar, "<": value < bar, "<=": value <= bar}[op]


@given(st.lists(OUTCOMES))
def test_all_and_any_mirror_each_other(outcomes: list[bool | None]) -> None:
    negated = [None if outcome is None else not outcome for outcome in outcomes]
    whole = all_of(outcomes)
    assert any_of(negated) == (None if whole is None else not whole)


@given(st.lists(OUTCOMES), st.data())
def test_learning_an_unknown_never_overturns_an_answer(
    outcomes: list[bool | None], data: st.DataObject
) -> None:
    learned = [data.draw(st.booleans()) if outcome is None else outcome for outcome in outcomes]
    for group in (all_of, any_of):
        if group(outcomes) is not None:
            assert group(learned) == group(outcomes)


def test_an_answer_needs_agreement() -> None:
    assert agreed([True, True]) is True
    assert agreed([True, False]) is None
    assert agreed([]) is None


@given(OPS, VALUES, OPS, VALUES)
def test_a_bar_is_met_if_all_numbers_meet_it_and_failed_if_none_does(
    op: Op, value: float, wanted: Op, bar: float
) -> None:
    steps = [n / 4 for n in range(-8, 60)]
    numbers = [number for number in steps if holds(number, op, value)]
    outcomes = {holds(number, wanted, bar) for number in numbers}
    expected = outcomes.pop() if len(outcomes) == 1 else None
    assert meets(possible(op, value), possible(wanted, bar)) is expected


def test_nearly_a_hundred_meets_no_bar_of_a_hundred() -> None:
    assert meets(possible("<", 100), possible(">=", 100)) is False
    assert meets(possible("<", 100), possible(">=", 99)) is None
    assert meets(possible(">", 98), possible(">=", 98)) is True
    assert meets(possible("~", 98), possible(">=", 99)) is None
    assert meets(possible("~", 90), possible(">=", 99)) is False


def predicates() -> st.SearchStrategy[Condition]:
    return st.builds(
        Predicate, metric=st.sampled_from(["a", "b", "c"]), op=OPS, value=VALUES, unit=st.just("percent")
    )


CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    predicates(),
    lambda inner: st.one_of(
        st.builds(AllOf, all=st.lists(inner, min_size=1, max_size=3).map(tuple)),
        st.builds(AnyOf, any=st.lists(inner, min_size=1, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)
KNOWN = st.dictionaries(st.sampled_from(["a", "b", "c"]), VALUES)


def ask(known: dict[str, float]):  # type: ignore[no-untyped-def]
    def outcome(predicate: Predicate) -> bool | None:
        value = known.get(predicate.metric)
        assert isinstance(predicate.value, float)
        return None if value is None else holds(value, predicate.op, predicate.value)

    return outcome


@given(CONDITIONS, KNOWN, st.dictionaries(st.sampled_from(["a", "b", "c"]), VALUES))
def test_a_further_figure_never_overturns_a_group(
    condition: Condition, known: dict[str, float], more: dict[str, float]
) -> None:
    before, after = evaluate(condition, ask(known)), evaluate(condition, ask(more | known))
    assert before is None or before == after


@given(CONDITIONS, KNOWN)
def test_a_binding_failure_stands_exactly_where_the_group_fails(
    condition: Condition, known: dict[str, float]
) -> None:
    failed = [leaf for leaf in leaves(condition, ask(known)) if leaf.outcome is False and leaf.binding]
    assert bool(failed) == (evaluate(condition, ask(known)) is False)
