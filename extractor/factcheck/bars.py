"""Claims about what a tier demands, against the edition's criteria and score bands; else against what
articles print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extractor.factcheck import figures, ladder
from extractor.factcheck.context import Context
from extractor.factcheck.editions import speaks_of
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.reading import Reading
from extractor.factcheck.sources import Voice, reference, weigh
from extractor.model import Criterion, Op
from extractor.programmes import Programme
from extractor.programmes.conditions import AllOf, AnyOf, Condition, Predicate, predicates
from extractor.programmes.model import Band, TierCriteria
from extractor.reconcile.bands import in_words
from extractor.reconcile.naming import award
from extractor.reconcile.wording import bar, metric

SHARE: Final = re.compile(
    r"\b(?:mendaftar\w*|didaftarkan|terdaftar oleh pemda|porsi|andil|segmen|ditanggung|dibiayai|PBPU)\b",
    re.IGNORECASE,
)
DEMANDS: Final = re.compile(
    r"\b(?:harus|wajib|minimal|syarat\w*|ambang|batas|sedikitnya|mensyaratkan|menuntut)\b", re.IGNORECASE
)
OPS: Final[dict[Op, Op]] = {"=": ">=", "~": ">="}
UPPER: Final = frozenset({"<", "<="})
SCORE: Final = re.compile(r"\b(?:(?:ber)?(?:nilai|indeks|skor)|rentang|interval|poin)\b", re.IGNORECASE)
NUMBER: Final = r"(?<!\d)\d++(?:[.,]\d++)?"
RANGE: Final = re.compile(
    rf"(?P<low>{NUMBER})\s*(?:sampai(?: dengan)?|hingga|dan|s\.?d\.?|-|–)\s*(?:<\s*)?(?P<high>{NUMBER})",
    re.IGNORECASE,
)
LEAST: Final = re.compile(
    rf"\b(?:minimal|di atas|lebih dari|mulai(?: dari)?|paling sedikit|sedikitnya|"
    rf"paling rendah)\s+(?P<low>{NUMBER})",
    re.IGNORECASE,
)
MOST: Final = re.compile(
    rf"\b(?:maksimal|di bawah|kurang dari|paling banyak|paling tinggi)\s+(?P<high>{NUMBER})", re.IGNORECASE
)


def check(context: Context) -> Iterator[ClaimFinding]:
    reading = context.reading
    criteria = [_corrected(c, reading.text) for c in reading.result.criteria] or _demanded(reading)
    for criterion in criteria:
        programme = context.extractor.catalogue.get(criterion.programme)
        if programme is not None:
            yield _criterion(context, criterion, criteria, programme)
    if reading.programme is not None and not criteria and not any(r.score for r in reading.records):
        yield from _bands(context, reading.programme)


def _demanded(reading: Reading) -> list[Criterion]:
    """ "Keaktifan untuk kategori Utama harus di atas 90 persen": demands of a tier that name no region."""
    programme = reading.programme
    if programme is None or reading.subjects or reading.records or not DEMANDS.search(reading.text):
        return []
    tiers = {tier.tier for tier in ladder.named(reading.text, programme)}
    if len(tiers) != 1 or figures.MEETS.search(reading.text):
        return []
    tier = tiers.pop()
    return [
        Criterion(
            programme=programme.id,
            tier=tier,
            metric=f.metric,
            op=OPS.get(f.op, f.op),
            value=f.value,
            unit=f.unit,
            evidence=f.evidence,
        )
        for f in figures.stated_figures(reading)
    ]


def _corrected(criterion: Criterion, text: str) -> Criterion:
    """A criterion whose words speak of residents registered by the government bars that share."""
    start = criterion.evidence[0].start
    lead = re.split(r"\d", text[max(0, start - 80) : start])[-1]
    tail = re.split(r"[,;.]|\bkecuali\b", text[criterion.evidence[0].end : criterion.evidence[0].end + 60])[0]
    if criterion.metric != "pemda_share" and (SHARE.search(lead) or SHARE.search(tail)):
        return criterion.model_copy(update={"metric": "pemda_share"})
    if criterion.metric == "coverage" and figures.METRICS["active"].search(lead):
        return criterion.model_copy(update={"metric": "active"})
    return criterion


def _criterion(
    context: Context, criterion: Criterion, beside: Sequence[Criterion], programme: Programme
) -> ClaimFinding:
    year, lang = context.reading.edition, context.lang
    at = (criterion.evidence[0].start, criterion.evidence[0].end)
    named = award(programme, year, criterion.tier, lang)
    op = ">=" if criterion.op == "~" else criterion.op
    said = f"{metric(criterion.metric, lang)} {bar(op, criterion.value, criterion.unit, lang)}"
    found = programme.criteria_for(criterion.tier, year)
    held = [] if found is None else [p for p in predicates(found.holds) if _same_kind(p, criterion)]
    if found is None or not held:
        return _printed(context, criterion, programme, said, at)
    right = [p for p in held if p.value == criterion.value]
    claimed = {(c.metric, c.value) for c in beside if c.tier == criterion.tier}
    alone = not right or any(_stands_alone(found.holds, p, claimed) for p in right)
    unless_right = criterion.unless is None or _has_exception(found, criterion)
    outcome = bool(right) if alone and unless_right else None
    should = " / ".join(
        dict.fromkeys(f"{metric(p.metric, lang)} {bar(p.op, p.value, p.unit, lang)}" for p in held)
    )
    sources = tuple(s for p in held for s in p.sources) or found.sources
    return context.finding(
        f"criteria.{criterion.tier}.{criterion.metric}",
        "not_enough_info" if outcome is None else "supported" if outcome else "refuted",
        "bar.partly" if outcome is None else "bar.right" if outcome else "bar.wrong",
        stated=f"{criterion.op} {criterion.value:.12g}",
        expected=" / ".join(dict.fromkeys(p.bar for p in held)),
        unit=criterion.unit,
        at=at,
        evidence=[
            reference(programme, sources, f"{named}: {should}", "disagree" if outcome is False else "agree")
        ],
        sources=programme.cite(sources),
        award=named,
        said=said,
        should=should,
    )


def _same_kind(predicate: Predicate, criterion: Criterion) -> bool:
    same = (predicate.metric, predicate.unit) == (criterion.metric, criterion.unit)
    return (
        same
        and not isinstance(predicate.value, (bool, str))
        and (predicate.op in UPPER) == (criterion.op in UPPER)
    )


def _stands_alone(condition: Condition, wanted: Predicate, claimed: set[tuple[str, float]]) -> bool:
    """Whether the bar holds without conditions that the claim leaves out: not only in a later branch of
    several."""
    if isinstance(condition, Predicate):
        return condition is wanted
    if isinstance(condition, AllOf):
        return any(_stands_alone(part, wanted, claimed) for part in condition.all)
    for place, branch in enumerate(condition.any):
        inside = list(predicates(branch))
        if any(p is wanted for p in inside):
            others = [p for p in inside if p is not wanted and not isinstance(p.value, (bool, str))]
            return place == 0 or all((p.metric, p.value) in claimed for p in others)
    return False


def _has_exception(found: TierCriteria, criterion: Criterion) -> bool:
    """Whether an alternative of the criteria joins the bar with the exception the claim names."""
    assert criterion.unless is not None
    for group in _alternatives(found.holds):
        metrics = {(p.metric, p.value) for p in predicates(group)}
        if (criterion.metric, criterion.value) in metrics and (
            criterion.unless.metric,
            criterion.unless.value,
        ) in metrics:
            return True
    return False


def _alternatives(condition: Condition) -> Iterator[AnyOf]:
    if isinstance(condition, AnyOf):
        yield condition
        for part in condition.any:
            yield from _alternatives(part)
    elif isinstance(condition, AllOf):
        for part in condition.all:
            yield from _alternatives(part)


def _printed(
    context: Context, criterion: Criterion, programme: Programme, said: str, at: tuple[int, int]
) -> ClaimFinding:
    """No reference: what articles on that edition print of the same bar."""
    sources, year = context.sources, context.reading.edition
    named = award(programme, year, criterion.tier, context.lang)
    rows = sources.dataset.criteria(programme.id) if sources.dataset is not None and year is not None else []
    voices = []
    for row in rows:
        same = (row.tier, row.metric, row.unit) == (criterion.tier, criterion.metric, criterion.unit)
        article = sources.article(row.article_id) if same and not sources.is_own(row.article_id) else None
        if (
            article is not None
            and row.start is not None
            and row.end is not None
            and speaks_of(context, article, programme, year)
        ):
            stance = "agree" if row.value == criterion.value else "disagree"
            quote = sources.quote(
                article, row.start, row.end, "agree" if stance == "agree" else "disagree", row.part or "text"
            )
            voices.append(
                Voice(row.family, "agree" if stance == "agree" else "disagree", quote, f"{row.value:.12g}")
            )
    check_id = f"criteria.{criterion.tier}.{criterion.metric}"
    if not voices:
        return context.finding(
            check_id, "not_enough_info", "bar.unknown", at=at, stated=criterion.value, award=named
        )
    what = context.say("what.bar", award=named, said=said)
    return context.heard(check_id, weigh(voices), what=what, stated=criterion.value, at=at)


def _bands(context: Context, programme: Programme) -> Iterator[ClaimFinding]:
    """ "Predikat BB diberikan untuk nilai antara 70 dan 80": each tier with the numbers behind it."""
    reading = context.reading
    in_force = programme.bands_for(reading.edition)
    if reading.edition is None:
        in_force = tuple(band for band in programme.bands if band.until is None)
    bands = {band.tier: band for band in in_force}
    tiers = ladder.named(reading.text, programme)
    if not bands or not tiers or not SCORE.search(reading.text) or reading.records:
        return
    for i, mention in enumerate(tiers):
        end = tiers[i + 1].start if i + 1 < len(tiers) else len(reading.text)
        start = mention.start if len(tiers) > 1 else 0
        limits = _limits(reading.text[start:end])
        if limits is not None and mention.tier in bands:
            span = (min(mention.start, start + limits.start), max(mention.end, start + limits.end))
            yield _band(context, programme, bands[mention.tier], limits, span)


class Limits(NamedTuple):
    """The bounds a claim gives, and where they stand."""

    low: float | None
    high: float | None
    start: int
    end: int


def _limits(text: str) -> Limits | None:
    text = re.sub(r"\b(?:19|20)\d\d\b", "    ", text)
    match = RANGE.search(text)
    if match is not None:
        return Limits(_number(match["low"]), _number(match["high"]), *match.span())
    least, most = LEAST.search(text), MOST.search(text)
    found = [m for m in (least, most) if m is not None]
    if not found:
        return None
    low, high = least and _number(least["low"]), most and _number(most["high"])
    return Limits(low, high, min(m.start() for m in found), max(m.end() for m in found))


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def _band(
    context: Context, programme: Programme, band: Band, limits: Limits, at: tuple[int, int]
) -> ClaimFinding:
    printed = band.printed or (band.min, band.max)
    lows, highs = {band.min, printed[0]}, {band.max, printed[1]}
    low, high = limits.low, limits.high
    right = (low is None or low in lows) and (high is None or high in highs)
    verdict = "not_enough_info" if band.unsure else "supported" if right else "refuted"
    named = award(programme, context.reading.edition, band.tier, context.lang)
    should = in_words(band, context.lang)
    return context.finding(
        f"band.{band.tier}",
        "supported" if verdict == "supported" else "refuted" if verdict == "refuted" else "not_enough_info",
        "band.unsure" if band.unsure else "band.right" if right else "band.wrong",
        stated=" – ".join(f"{v:.12g}" for v in (low, high) if v is not None),
        expected=should,
        unit="points",
        at=at,
        evidence=[reference(programme, band.sources, f"{named}: {should}", "agree" if right else "disagree")],
        sources=programme.cite(band.sources),
        award=named,
        should=should,
    )
