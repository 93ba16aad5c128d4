"""Scores records, figures, criteria, totals and marks.

A record of the gold is paired with the result's record of the same programme and region whose edition does
not contradict it.  A field is right where both hold a value and the two agree.  `exact` is the share of gold
records whose region, tier, date and official are all right, `quiet` that of pages without an award that stay
without a record, `evidence` that of marks that quote what stands in the article.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from extractor.evaluate.agree import RECORD_FIELDS, fold, region_key
from extractor.evaluate.marks import check_marks
from extractor.evaluate.measures import Count, Disagreement, Score, Scores, share
from extractor.model import Record, Result

EXACT = ("region", "tier", "date", "official")
FACTS = ("figures", "criteria", "totals")

Values = dict[str, object]
Fact = tuple[object, ...]


def score_records(
    gold: Mapping[str, dict[str, Any]], results: Mapping[str, Result]
) -> tuple[Scores, list[Disagreement]]:
    """Scores of all measures, and every disagreement.

    `gold` holds what stands under "gold" in each page's file; both go by the page's name without suffix.
    """
    tally = _Tally()
    for page, wanted in gold.items():
        tally.page(page, wanted, results.get(page))
    return tally.scores(), tally.disagreements


class _Tally:
    def __init__(self) -> None:
        self.counts = {field: Count() for field in (*RECORD_FIELDS, *FACTS)}
        self.disagreements: list[Disagreement] = []
        self.records = self.exact = self.silent = self.kept_silent = self.marks = self.bad_marks = 0

    def page(self, page: str, gold: dict[str, Any], result: Result | None) -> None:
        wanted = [_gold_values(award) for award in gold.get("awards") or []]
        found = [_values(record) for record in result.records] if result else []
        extras = (*(gold.get("acceptable_extra") or []), *(gold.get("other_awards") or []))
        allowed = {region_key(_name(extra, "region")) for extra in extras}
        if not wanted:
            self.silent += 1
            read = result is not None and result.error is None
            self.kept_silent += read and all(region_key(values["region"]) in allowed for values in found)
        for want in wanted:
            self._award(page, want, _taken(want, found))
        for extra in found:
            if region_key(extra["region"]) not in allowed:
                self._extra(page, extra)
        for kind in FACTS:
            self._facts(page, kind, gold.get(kind), getattr(result, kind, []))
        if result is not None:
            self._marks(page, result)

    def scores(self) -> Scores:
        scores = {field: count.score() for field, count in self.counts.items()}
        scores["exact"] = Score(share(self.exact, self.records), self.records)
        scores["quiet"] = Score(share(self.kept_silent, self.silent, none=1.0), self.silent)
        true = 1 - self.bad_marks / self.marks if self.marks else 0.0
        scores["evidence"] = Score(true, self.marks)
        return scores

    def _award(self, page: str, want: Values, got: Values | None) -> None:
        exact = got is not None
        got = got or dict.fromkeys(RECORD_FIELDS)
        for field, same in RECORD_FIELDS.items():
            w, g = want[field], got[field]
            agree = bool(w) and bool(g) and same(w, g)
            self.counts[field].add(w, g, agree)
            if (w or g) and not agree:
                self.disagreements.append(Disagreement(page, field, w, g))
                exact = exact and field not in EXACT
        self.records += 1
        self.exact += exact

    def _extra(self, page: str, extra: Values) -> None:
        self.disagreements.append(Disagreement(page, "extra record", None, extra))
        for field in RECORD_FIELDS:
            self.counts[field].add(None, extra[field], False)

    def _facts(self, page: str, kind: str, gold: list[dict[str, Any]] | None, found: list[Any]) -> None:
        if gold is None:  # not annotated on this page
            return
        want = set(_comparable(kind, gold))
        got = set(_comparable(kind, [row.model_dump() for row in found]))
        count = self.counts[kind]
        count.right += len(want & got)
        count.wrong += len(got - want)
        count.missed += len(want - got)
        for fact in sorted(want ^ got, key=str):
            pair = (fact, None) if fact in want else (None, fact)
            self.disagreements.append(Disagreement(page, kind, *pair))

    def _marks(self, page: str, result: Result) -> None:
        for place, seen, bad in check_marks(result):
            self.marks += seen
            self.bad_marks += bad
            if bad:
                self.disagreements.append(
                    Disagreement(page, f"evidence {place}", None, f"{bad} of {seen} bad")
                )


def _taken(want: Values, found: list[Values]) -> Values | None:
    """The first record found that may be `want`, taken out of `found`."""
    for values in found:
        same_award = all(
            bool(values[f]) and RECORD_FIELDS[f](values[f], want[f]) for f in ("region", "programme")
        )
        editions = (values["edition"], want["edition"])
        if same_award and (not all(editions) or str(editions[0]) == str(editions[1])):
            found.remove(values)
            return values
    return None


def _name(value: object, key: str = "name") -> object:
    """A value's name: gold writes some as objects, others as bare text."""
    return value.get(key) if isinstance(value, dict) else value


def _gold_values(award: dict[str, Any]) -> Values:
    return {field: _name(award.get(field)) for field in RECORD_FIELDS}


def _values(record: Record) -> Values:
    values: Values = {
        field: _name(value) for field, value in record.model_dump().items() if field in RECORD_FIELDS
    }
    return values | {"programme": record.programme.id, "tier": record.tier and record.tier.id}


def _figure(row: dict[str, Any]) -> Fact:
    region = region_key(_name(row.get("region")) or "Indonesia")
    return region, fold(row["metric"]), fold(row.get("unit") or "percent"), round(float(row["value"]), 2)


def _criterion(row: dict[str, Any]) -> Fact:
    op = (row.get("op") or ">=")[0]
    return fold(row.get("tier") or "all"), fold(row["metric"]), op, round(float(row["value"]), 2)


def _total(row: dict[str, Any]) -> Fact:
    return fold(row.get("tier") or "all"), int(row["count"])


_COMPARABLE: dict[str, Callable[[dict[str, Any]], Fact]] = {
    "figures": _figure,
    "criteria": _criterion,
    "totals": _total,
}


def _comparable(kind: str, rows: list[dict[str, Any]]) -> Iterator[Fact]:
    """What is compared of each row; a row of gold without a value is passed over."""
    for row in rows:
        try:
            yield _COMPARABLE[kind](row)
        except (KeyError, TypeError, ValueError):
            continue
