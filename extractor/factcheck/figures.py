"""Figures of a claim: against what the tier demands, against the tier's score band, and against what
articles say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractor.dataset.agree import number_covers
from extractor.dataset.fields import number_text
from extractor.dataset.rows import Figure as Row
from extractor.factcheck.context import Context
from extractor.factcheck.holdings import known
from extractor.factcheck.mentions import Mention
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.reading import Reading, blank_record
from extractor.factcheck.sources import Voice, reference, weigh
from extractor.factcheck.words import sentences
from extractor.model import Evidence, Figure, Finding, Metric, Record, RegionRef
from extractor.programmes import Programme
from extractor.programmes.conditions import AllOf, AnyOf, Condition, Predicate, predicates
from extractor.reconcile import bands, criteria
from extractor.reconcile.bounds import meets, possible
from extractor.reconcile.context import Context as Article
from extractor.reconcile.naming import award
from extractor.reconcile.wording import bar, metric, stated

MEETS: Final = re.compile(
    r"\b(?:melewati|melampaui|memenuhi|mencapai|lolos|di atas|cukup untuk|menembus|berada di bawah|di bawah|"
    r"kurang dari|"
    r"tidak sampai|belum sampai)\s+(?:\w+\s+){0,3}(?:ambang|batas|syarat\w*|persyaratan|kriteria|ketentuan|"
    r"standar)",
    re.IGNORECASE,
)
UNMET: Final = re.compile(r"\b(?:tidak|belum|tak|gagal|di bawah|kurang dari)\b", re.IGNORECASE)
METRICS: Final[dict[Metric, re.Pattern[str]]] = {
    "pemda_share": re.compile(r"didaftarkan|mendaftarkan|porsi|segmen", re.IGNORECASE),
    "active": re.compile(r"\b(?:ke)?aktif", re.IGNORECASE),
    "coverage": re.compile(r"cakupan|kepesertaan|terdaftar", re.IGNORECASE),
}
WHOLE: Final = re.compile(
    r"\b(?:seluruh|semua|segala|setiap)\s+(?:syarat|persyaratan|kriteria|ketentuan|ukuran)", re.IGNORECASE
)


def check(context: Context) -> Iterator[ClaimFinding]:
    reading = context.reading
    meeting = MEETS.search(reading.text)
    if meeting is not None and reading.programme is not None and stated_figures(reading):
        yield from _meeting(context, reading.programme, meeting)
    else:
        for record in reading.records:
            yield from _against_tier(context, record)
    for figure in reading.result.figures:
        if figure.metric != "score":
            yield _told(context, _of_subject(reading, figure))


def _against_tier(context: Context, record: Record) -> Iterator[ClaimFinding]:
    """What the tier's criteria and band refuse; what they allow is the business of the award's sources."""
    result = context.reading.result.model_copy(update={"records": [record]})
    article = Article(result, context.reading.text, context.extractor.catalogue, context.lang)
    programme = context.extractor.catalogue.get(record.programme.id)
    demands, met = criteria.check(record, article)
    ranges, inside = bands.check(record, article)
    if programme is None:
        return
    if met is False:
        yield from (_taken(context, f, programme) for f in demands if f.verdict == "refuted")
    if inside is not None:
        yield from (_taken(context, f, programme) for f in ranges)


def _taken(context: Context, finding: Finding, programme: Programme) -> ClaimFinding:
    """A finding of a record as one of the claim."""
    marks = [mark for mark in finding.evidence if mark.part == "text"]
    at = (marks[0].start, marks[0].end) if marks else None
    fact = f"{finding.expected}" if finding.expected is not None else ""
    stance = reference(programme, (), fact, "disagree" if finding.verdict == "refuted" else "agree")
    quote = (
        stance.model_copy(update={"url": finding.sources[0], "link": finding.sources[0]})
        if finding.sources
        else stance
    )
    return context.finding(
        finding.check,
        finding.verdict,
        "plain",
        stated=finding.stated,
        expected=finding.expected,
        unit=finding.unit,
        at=at,
        evidence=[quote],
        sources=finding.sources,
        text=finding.reason,
    )


def _meeting(context: Context, programme: Programme, match: re.Match[str]) -> Iterator[ClaimFinding]:
    """ "Cakupan 100% dan keaktifan 88% melampaui batas kategori Madya": the metrics named alone, or all of
    them."""
    reading = context.reading
    tier = _tier(context, programme)
    known_criteria = programme.criteria_for(tier, reading.edition) if tier else None
    at = match.span()
    named = award(programme, reading.edition, tier, context.lang)
    if known_criteria is None or tier is None:
        yield context.finding("criteria.unknown", "not_enough_info", "bar.unknown", at=at, award=named)
        return
    figures = [f for f in stated_figures(reading) if f.metric != "score"]
    held: Condition | None = known_criteria.holds
    if not WHOLE.search(reading.text):
        held = _narrowed(known_criteria.holds, {f.metric for f in figures})
    if held is None:
        yield context.finding("criteria.unknown", "not_enough_info", "bar.unknown", at=at, award=named)
        return
    outcome = criteria.evaluate(
        held, lambda p: criteria.outcome(p, [f for f in figures if (f.metric, f.unit) == (p.metric, p.unit)])
    )
    unmet = UNMET.search(reading.text[max(0, at[0] - 12) : at[1]]) is not None
    right = None if outcome is None else outcome != unmet
    bars = ", ".join(
        f"{metric(p.metric, context.lang)} {bar(p.op, p.value, p.unit, context.lang)}"
        for p in predicates(held)
    )
    said = ", ".join(f"{metric(f.metric, context.lang)} {stated(f, context.lang)}" for f in figures)
    fact = f"{named}: {bars}"
    yield context.finding(
        f"criteria.{tier}",
        "not_enough_info" if right is None else "supported" if right else "refuted",
        "meets.open" if outcome is None else "meets.yes" if outcome else "meets.no",
        stated=said,
        expected=bars,
        at=at,
        evidence=[
            reference(programme, known_criteria.sources, fact, "disagree" if right is False else "agree")
        ],
        sources=programme.cite(known_criteria.sources),
        said=said,
        award=named,
        bars=bars,
    )


def stated_figures(reading: Reading) -> list[Figure]:
    """The claim's figures; of a claim about no region in particular, its percentages by the words before
    them."""
    if reading.result.figures or reading.subjects or reading.records:
        return reading.result.figures
    found, last = [], 0
    for mention in reading.of("quantities"):
        lead = reading.text[last : mention.start]
        name = next((name for name, words in METRICS.items() if words.search(lead)), None)
        if mention.value.unit == "percent" and name is not None:
            found.append(_free(mention, name))
            last = mention.end
    return found


def _free(mention: Mention, name: Metric) -> Figure:
    """A percentage that is no region's."""
    mark = Evidence(start=mention.start, end=mention.end, text=mention.text, rule="claim-figure")
    return Figure(
        region=RegionRef(code=None, name=""),
        metric=name,
        op=mention.value.op,
        value=mention.value.value,
        unit="percent",
        evidence=[mark],
    )


def _tier(context: Context, programme: Programme) -> str | None:
    stated = next((r.tier.id for r in context.reading.records if r.tier), None)
    options = [t for m in context.reading.of("tiers") for p, t in m.value.options if p == programme.id]
    return stated or (options[0] if options else None)


def _narrowed(condition: Condition, metrics: set[str]) -> Condition | None:
    """The part of a condition that speaks of `metrics` alone; None where there is none."""
    if isinstance(condition, Predicate):
        return condition if condition.metric in metrics else None
    own = {p.metric for p in predicates(condition)}
    if not own & metrics:
        return None
    if isinstance(condition, AllOf):
        barred = {c.metric for c in condition.all if isinstance(c, Predicate)}
        parts = [c for c in condition.all if not _only_adds(c, metrics, barred)]
        kept = [part for part in (_narrowed(c, metrics) for c in parts) if part is not None]
        return AllOf(all=tuple(kept)) if kept else None
    whole = [part for part in condition.any if {p.metric for p in predicates(part)} <= metrics]
    return AnyOf(any=tuple(whole)) if whole else None


def _only_adds(part: Condition, metrics: set[str], barred: set[str]) -> bool:
    """Whether alternatives speak of another metric and bar none of the claim's that has no bar of its own."""
    own = {p.metric for p in predicates(part)}
    return isinstance(part, AnyOf) and not own <= metrics and own & metrics <= barred


def _of_subject(reading: Reading, figure: Figure) -> Figure:
    """The figure of the claim's one region, where it was read as that of the province it lies in."""
    of_place = reading.scope is not None and figure.region.code == reading.scope.code
    if not of_place or len(reading.subjects) != 1:
        return figure
    return figure.model_copy(update={"region": reading.subjects[0].ref()})


def _told(context: Context, figure: Figure) -> ClaimFinding:
    """The figure against those that articles on the same award state for the region."""
    marks = [mark for mark in figure.evidence if mark.part == "text"]
    at = (marks[0].start, marks[0].end) if marks else None
    voices = list(_voices(context, figure, marks[0].text if marks else ""))
    what = context.say(
        "what.figure",
        metric=metric(figure.metric, context.lang),
        region=figure.region.name,
        said=stated(figure, context.lang),
    )
    return context.heard(
        f"dataset.figure.{figure.metric}", weigh(voices), what=what, stated=figure.value, at=at
    )


def _voices(context: Context, figure: Figure, words: str) -> Iterator[Voice]:
    sources, programme = context.sources, context.reading.programme
    if sources.dataset is None:
        return
    bearing = _bearing(context, figure, programme)
    rows: dict[str, list[Row]] = {}
    for row in sources.dataset.iter_figures(figure.region.code):
        own = row.region_code == figure.region.code and row.region == figure.region.name
        if (
            own
            and (row.metric, row.unit) == (figure.metric, figure.unit)
            and not sources.is_own(row.article_id)
        ) and (bearing is None or row.article_id in bearing):
            rows.setdefault(row.article_id, []).append(row)
    for article_id, mine in rows.items():
        same = [r for r in mine if agrees(figure, r)]
        article = sources.article(article_id)
        row = (same or mine)[0]
        if article is None or row.start is None or row.end is None:
            continue
        if not same and (_printed(article.text, words) or not all(denies(figure, r) for r in mine)):
            continue
        stance = "agree" if same else "disagree"
        quote = sources.quote(
            article, row.start, row.end, "agree" if same else "disagree", row.part or "text"
        )
        yield Voice(row.family, "agree" if stance == "agree" else "disagree", quote, number_text(row.value))
    for article_id in bearing or ():
        article = sources.article(article_id)
        spot = _printed(article.text, words) if article is not None and article_id not in rows else None
        if article is not None and spot is not None and not sources.is_own(article_id):
            yield Voice(article.family, "agree", sources.quote(article, *spot, "agree"))


def _bearing(context: Context, figure: Figure, programme: Programme | None) -> list[str] | None:
    """Articles on the claim's award to that region, in order; None where the claim names no award."""
    if programme is None or figure.region.code is None:
        return None
    region = next((r for r in context.reading.subjects if r.code == figure.region.code), None)
    record = next((r for r in context.reading.records if r.region.code == figure.region.code), None)
    if record is None:
        if region is None:
            return None
        record = blank_record(programme, context.reading.edition, region)
    rows = [row for one in known(context, programme, record) for row in context.sources.statements(one)]
    return list(dict.fromkeys(row.article_id for row in rows))


def agrees(figure: Figure, row: Row) -> bool:
    """Whether a stated figure bears out the claim's: equal, equal when rounded, or inside its bound."""
    if figure.op == "=":
        one, other = number_text(row.value), number_text(figure.value)
        return row.op == "=" and (number_covers(one, other) or number_covers(other, one))
    return meets(possible(row.op, row.value), possible(figure.op, figure.value)) is True  # type: ignore[arg-type]


def denies(figure: Figure, row: Row) -> bool:
    return meets(possible(row.op, row.value), possible(figure.op, figure.value)) is False  # type: ignore[arg-type]


def _printed(text: str, words: str) -> tuple[int, int] | None:
    """Where the figure's digits stand in a text, beside percent or people as in the claim."""
    digits = re.search(r"\d[\d.,]*\d|\d", words)
    if digits is None:
        return None
    unit = r"\s*(?:persen|%)" if re.search(r"persen|%", words) else ""
    variants = {digits[0], digits[0].replace(",", ".")}
    pattern = "|".join(sorted(map(re.escape, variants)))
    match = re.search(rf"(?<![\d.,])(?:{pattern})(?![\d]|[.,]\d){unit}", text)
    if match is None or not any(a <= match.start() < b for a, b in sentences(text)):
        return None
    return match.span()
