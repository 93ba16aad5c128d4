"""How many regions were honoured: sums first, then the edition's totals, then what articles print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from extractor.dataset import Total as Row
from extractor.factcheck import listing, standing
from extractor.factcheck.context import Context
from extractor.factcheck.counts import LISTING, Counted, counts
from extractor.factcheck.editions import speaks_of
from extractor.factcheck.mentions import mentions_of, region_of
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.sources import Voice, reference, weigh
from extractor.factcheck.words import KINDS, NUMBERS, sentences
from extractor.programmes import Programme
from extractor.programmes.model import TotalFact
from extractor.reconcile.naming import award, tier_name
from extractor.reconcile.wording import number, total_unit
from extractor.regions.gazetteer import Region

PLACE: Final = re.compile(r"\b(?:di|se-?)\s*(?:provinsi\s+)?$", re.IGNORECASE)


def check(context: Context) -> Iterator[ClaimFinding]:
    reading = context.reading
    programme = reading.programme
    if programme is None or (
        standing.UNIQUE.search(reading.text) and not standing.is_membership(reading.text)
    ):
        return
    found = counts(reading.text, reading.mentions, programme)
    yield from _sums(context, found, programme)
    for one in found:
        if not one.assessed:
            yield _total(context, one, programme)


def _sums(context: Context, found: Sequence[Counted], programme: Programme) -> Iterator[ClaimFinding]:
    """Tiers against all, kinds of region against the kind that holds them."""
    parts = [one for one in found if one.tier != "all"]
    wholes = [one for one in found if one.tier == "all"]
    if len({one.tier for one in parts}) == len(parts) >= 2 and wholes:
        total = sum(one.count for one in parts)
        listed = LISTING.search(context.reading.text[wholes[0].end : parts[0].start]) is not None
        every = {t.id for t in programme.tiers if not t.never_awarded} <= {one.tier for one in parts}
        if len(wholes) == 1 and (listed or every or wholes[0].assessed or total >= wholes[0].count):
            names = [(one.count, tier_name(programme, one.tier)) for one in parts]
            yield _sum(context, names, wholes[0])
    by_unit = {one.unit: one for one in wholes if one.said}
    for unit, kinds in (
        ("kabupaten/kota", ("kabupaten", "kota")),
        ("daerah", ("provinsi", "kabupaten/kota")),
    ):
        inside = [by_unit[kind] for kind in kinds if kind in by_unit]
        if unit in by_unit and len(inside) == 2 and by_unit[unit].count not in [one.count for one in inside]:
            names = [(one.count, total_unit(one.unit, context.lang)) for one in inside]
            yield _sum(context, names, by_unit[unit])


def _sum(context: Context, parts: Sequence[tuple[int, str]], whole: Counted) -> ClaimFinding:
    total = sum(count for count, _ in parts)
    right = whole.fits(total)
    return context.finding(
        "arithmetic.sum",
        "supported" if right else "refuted",
        "sum.right" if right else "sum.wrong",
        stated=whole.count,
        expected=total,
        unit=whole.unit,
        at=(whole.start, whole.end),
        parts=" + ".join(f"{number(count, context.lang)} {name}" for count, name in parts),
        sum=number(total, context.lang),
        said=number(whole.count, context.lang),
    )


def _total(context: Context, one: Counted, programme: Programme) -> ClaimFinding:
    scope = context.reading.scope
    known = _reference(context, one, programme) if scope is None else None
    return known or _told(context, one, programme)


def _reference(context: Context, one: Counted, programme: Programme) -> ClaimFinding | None:
    edition = context.edition
    if edition is None or edition.totals is None or "totals" in edition.unsure:
        return None
    facts = [fact for fact in edition.totals.facts() if _comparable(one, fact)]
    if not facts:
        return None
    right = any(one.fits(fact.count) for fact in facts)
    if not right and edition.year != context.reading.edition:
        return None  # a year that only some articles use for the edition may mean another one
    sources = edition.totals.sources or edition.sources
    named = award(programme, edition.year, one.tier, context.lang)
    should = " / ".join(f"{number(f.count, context.lang)} {total_unit(f.unit, context.lang)}" for f in facts)
    return context.finding(
        f"totals.{one.tier}",
        "supported" if right else "refuted",
        "total.right" if right else "total.wrong",
        stated=one.count,
        expected=" / ".join(str(fact.count) for fact in facts),
        unit=one.unit,
        at=(one.start, one.end),
        evidence=[reference(programme, sources, f"{named}: {should}", "agree" if right else "disagree")],
        sources=programme.cite(sources),
        award=named,
        said=f"{number(one.count, context.lang)} {total_unit(one.unit, context.lang)}",
        should=should,
    )


def _comparable(one: Counted, fact: TotalFact) -> bool:
    """Counts of one tier and one kind of region; "daerah" may mean any kind."""
    if one.tier != fact.tier:
        return False
    if fact.tier != "all" and not one.said:
        return True
    return one.unit in (fact.unit, "daerah") or (fact.unit == "daerah" and one.tier != "all")


def _told(context: Context, one: Counted, programme: Programme) -> ClaimFinding:
    """What articles print of the same count; more awards known than claimed speak against it."""
    year, scope = context.reading.edition, context.reading.scope
    named = award(programme, year, one.tier, context.lang)
    said = f"{number(one.count, context.lang)} {total_unit(one.unit, context.lang)}"
    voices = list(_voices(context, one, programme))
    if one.op == "=" and not any(v.stance == "agree" for v in voices):
        voices += _in_words(context, one, programme)
    if scope is not None and one.tier != "all" and not any(v.stance == "agree" for v in voices):
        holders = list(standing.holders(context, programme, one.tier, one.unit, scope))
        if len({code for code, _ in holders}) > one.count:
            voices += [voice for _, voice in holders]
    subject = context.say("what.total", award=named, said=said)
    heard = weigh(voices)
    return context.heard(f"totals.{one.tier}", heard, what=subject, stated=one.count, at=(one.start, one.end))


def _voices(context: Context, one: Counted, programme: Programme) -> Iterator[Voice]:
    sources, year, scope = context.sources, context.reading.edition, context.reading.scope
    for row in sources.dataset.totals(programme.id) if sources.dataset is not None else ():
        same_place = row.scope == (scope.bare if scope else None)
        if scope is not None and row.scope is None and row.count == one.count:
            same_place = _inside(context, row, programme, scope)
        kind = one.unit == row.unit or "daerah" in (one.unit, row.unit)
        if row.tier != one.tier or not same_place or not kind or sources.is_own(row.article_id):
            continue
        article = sources.article(row.article_id)
        if article is None or row.start is None or row.end is None or row.edition not in (year, None):
            continue
        if row.edition is None and not speaks_of(context, article, programme, year):
            continue
        if one.fits(row.count):
            yield Voice(
                row.family, "agree", sources.quote(article, row.start, row.end, "agree", row.part or "text")
            )
        elif row.unit == one.unit and row.edition is not None:
            quote = sources.quote(article, row.start, row.end, "disagree", row.part or "text")
            yield Voice(row.family, "disagree", quote, str(row.count))


def _inside(context: Context, row: Row, programme: Programme, scope: Region) -> bool:
    """Whether a count without a place is one of the province: all recipients of its article lie there, and
    the
    title, the sentence or the one before names it."""
    sources = context.sources
    article = sources.article(row.article_id)
    recipients = listing.recipients(context, row.article_id, programme, None)
    if article is None or row.start is None or any(code.split(".")[0] != scope.code for code in recipients):
        return False
    spans = sentences(article.text)
    at = next((i for i, (a, b) in enumerate(spans) if a <= row.start < b), 0)
    around = article.text[spans[max(0, at - 1)][0] : spans[at][1]] if spans and row.part == "text" else ""
    return scope.code in _provinces(context, f"{article.title or ''}\n{around}")


def _provinces(context: Context, text: str) -> set[str]:
    """Codes of the provinces that a text names."""
    found = mentions_of(text, context.extractor)
    return {r.code for m in found if m.group == "regions" for r in region_of(m) if r.level == "provinsi"}


def _placed(context: Context, line: str) -> bool:
    """Whether a sentence speaks of what lies in one province: "di Jawa Timur"."""
    found = [m for m in mentions_of(line, context.extractor) if m.group == "regions"]
    provinces = [m for m in found if any(r.level == "provinsi" for r in region_of(m))]
    return any(PLACE.search(line[: m.start]) for m in provinces)


def _in_words(context: Context, one: Counted, programme: Programme) -> Iterator[Voice]:
    """Articles on that edition with the count right before its kind or tier, in a sentence of the claim's
    place."""
    numbers = [str(one.count), *(word for word, value in NUMBERS.items() if value == one.count)]
    written = "|".join(numbers)
    words = rf"(?<![\d.,])(?:{written})\s+(?:{KINDS[one.unit]})"
    needed = [numbers]
    if one.tier != "all":
        tier = programme.tier(one.tier)
        needed.append([tier.name if tier else one.tier])
        name = re.escape(needed[-1][0])
        words = (
            rf"(?<![\d.,])(?:{written})\b(?![.,]\d)[^.,;\n\d]{{0,40}}\b{name}\b|"
            rf"\b{name}\b[^.,;\n\d]{{0,30}}(?<![\d.,])(?:{written})\b(?![.,]\d)"
        )
    pattern = re.compile(words, re.IGNORECASE)
    scope = context.reading.scope
    for article in context.sources.articles(*needed):
        for part, text in (("text", article.text), ("title", article.title or "")):
            match = pattern.search(text)
            if match is None or not speaks_of(context, article, programme, context.reading.edition):
                continue
            a, b = next(((a, b) for a, b in sentences(text) if a <= match.start() < b), match.span())
            line = text[a:b]
            if scope.code in _provinces(context, line) if scope is not None else not _placed(context, line):
                yield Voice(
                    article.family, "agree", context.sources.quote(article, *match.span(), "agree", part)
                )
