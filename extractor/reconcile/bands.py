"""A record's score against the score bands of its programme."""

from __future__ import annotations

from extractor.model import Figure, Finding, Record
from extractor.programmes.model import Band
from extractor.reconcile.bounds import Span, meets, possible
from extractor.reconcile.context import Context
from extractor.reconcile.naming import award
from extractor.reconcile.scores import scores
from extractor.reconcile.wording import Lang, number, plain, stated

REASONS = {True: "band.met", False: "band.failed", None: "band.open"}


def check(record: Record, context: Context) -> tuple[list[Finding], bool | None]:
    """One finding where the tier has a band, and whether the score lies in it (None: unknown)."""
    programme = context.programme(record)
    if programme is None or record.tier is None or context.is_local(record):
        return [], None
    band = next((b for b in programme.bands_for(record.edition) if b.tier == record.tier.id), None)
    if band is None:
        return [], None
    figures = scores(record, context)
    outcome = within(figures[0], band) if figures else None
    finding = context.finding(
        f"band.{band.tier}",
        "supported" if outcome else "refuted" if outcome is False else "not_enough_info",
        REASONS[outcome] if figures else "band.missing",
        stated=plain(figures[0]) if figures else None,
        expected=expected(band),
        unit="points",
        evidence=figures[0].evidence if figures else (),
        sources=programme.cite(band.sources),
        said=stated(figures[0], context.lang) if figures else "",
        region=record.region.name,
        award=award(programme, record.edition, band.tier, context.lang),
        band=in_words(band, context.lang),
    )
    return [finding], outcome


def within(figure: Figure, band: Band) -> bool | None:
    """Whether the score lies in the band; a band with an unsure bound can refuse a score, not confirm it."""
    low = band.min if band.min is not None else -float("inf")
    high = band.max if band.max is not None else float("inf")
    wanted = Span(low, high, not band.min_inclusive, not band.max_inclusive)
    outcome = meets(possible(figure.op, figure.value), wanted)
    return None if outcome and band.unsure else outcome


def expected(band: Band) -> str:
    """The band for machines: "> 70, <= 80"."""
    parts = []
    if band.min is not None:
        parts.append(f"{'>=' if band.min_inclusive else '>'} {band.min:.12g}")
    if band.max is not None:
        parts.append(f"{'<=' if band.max_inclusive else '<'} {band.max:.12g}")
    return ", ".join(parts)


def in_words(band: Band, lang: Lang) -> str:
    """The band as printed by its sources ("701–800"), or by its bounds ("di atas 70 sampai 80")."""
    if band.printed:
        return f"{number(band.printed[0], lang)}\u2013{number(band.printed[1], lang)}"
    above = {"id": "di atas ", "en": "above "}[lang] if not band.min_inclusive else ""
    below = {"id": "di bawah ", "en": "below "}[lang] if not band.max_inclusive else ""
    until = {"id": "sampai", "en": "to"}[lang]
    low = "" if band.min is None else above + number(band.min, lang)
    high = "" if band.max is None else below + number(band.max, lang)
    return f"{low} {until} {high}" if low and high else low or high
