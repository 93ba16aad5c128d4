"""Ranks, firsts and onlys: proven by a list that holds the whole set, refuted by one counter-example.

A region's own article boasts; it is no independent source for its rank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractor.dataset import Article, Award
from extractor.factcheck import listing
from extractor.factcheck.context import Context
from extractor.factcheck.model import ClaimFinding, Quote
from extractor.factcheck.ranks import check_rank
from extractor.factcheck.sources import Voice, Weighed, weigh
from extractor.factcheck.words import KIND, NUMBER, kind, sentences, whole
from extractor.programmes import Programme
from extractor.regions.gazetteer import Region

UNIQUE: Final = re.compile(
    rf"\bsatu[- ]satunya\b(?:\s+(?P<only>{KIND}))?|"
    rf"\b(?:salah\s+)?(?:satu|1)\s+(?:dari|di antara)\s+(?:hanya\s+|"
    rf"cuma\s+)?(?P<count>{NUMBER})\s+(?P<kind>{KIND})|"
    rf"\b(?:hanya|cuma|baru)\s+(?P<few>{NUMBER})\s+(?P<fewkind>{KIND})|"
    r"\b(?:hanya|cuma|baru)\s+(?=(?:(?:Kota|Kabupaten|Kab\.|Provinsi|Pemkab|Pemkot|"
    r"Pemprov)\s+)?[A-Z])[^.,;]{3,60}?\byang\b",
    re.IGNORECASE,
)
TOP: Final = re.compile(
    r"\b(?:kategori|predikat|tingkat|peringkat)\s+(?:yang\s+)?(?:tertinggi|teratas)\b", re.IGNORECASE
)
MOST: Final = 30
"""A set larger than this is a whole edition's recipients: one of 460 is membership, no distinction."""


def is_membership(text: str) -> bool:
    """Whether the claim only says that the region is one of an edition's many recipients."""
    match = UNIQUE.search(text)
    count = whole(match["count"] or match["few"] or "") if match else None
    return count is not None and count > MOST


def check(context: Context) -> Iterator[ClaimFinding]:
    match = UNIQUE.search(context.reading.text)
    if match is not None and not is_membership(context.reading.text):
        if context.reading.programme is not None:
            yield _unique(context, context.reading.programme, match)
        return
    yield from check_rank(context)


def _unique(context: Context, programme: Programme, match: re.Match[str]) -> ClaimFinding:
    """The set that the claim bounds: the holders known, and articles that say or list the whole of it."""
    reading = context.reading
    allowed = whole(match["count"] or match["few"] or "satu") or 1
    counted = kind(match["only"] or match["kind"] or match["fewkind"] or "daerah")
    tier = next((r.tier.id for r in reading.records if r.tier), None) or _tier(context, programme)
    own = {r.region.code for r in reading.records if r.region.code} | {r.code for r in reading.subjects}
    narrowed = bool(reading.result.figures) or (
        tier is None and re.search(r"\b(?:kategori|predikat)\b", reading.text)
    )
    # a set narrowed by more than the award, such as a share of members, has no known counter-examples
    holders = [] if narrowed else list(holders_of(context, programme, tier, counted))
    others = {code for code, _ in holders if code not in own}
    room = allowed - (len(own) if own else 0)
    words = " ".join(match[0].split())
    voices: list[Voice] = []
    if len(others) > room:
        voices += [voice for code, voice in holders if code in others]
    voices += _said(context, programme, tier, counted, allowed, own)
    heard = weigh(voices)
    if heard.verdict == "not_enough_info" and not heard.conflict:
        return context.finding(
            "standing.unique",
            "not_enough_info",
            "unique.open",
            stated=words,
            at=match.span(),
            evidence=_boasts(context, programme, own),
            words=words,
        )
    key = (
        "unique.conflict" if heard.conflict else "unique.yes" if heard.verdict == "supported" else "unique.no"
    )
    return _finding(context, heard, key, words, match.span(), holders, own)


def _finding(
    context: Context,
    heard: Weighed,
    key: str,
    words: str,
    at: tuple[int, int],
    holders: list[tuple[str, Voice]],
    own: set[str],
) -> ClaimFinding:
    names = dict.fromkeys(voice.says for code, voice in holders if code not in own)
    return context.finding(
        "standing.unique",
        heard.verdict,
        key,
        stated=words,
        at=at,
        evidence=heard.quotes,
        agree=heard.agree,
        disagree=heard.disagree,
        words=words,
        others=", ".join(names),
    )


def _tier(context: Context, programme: Programme) -> str | None:
    options = [t for m in context.reading.of("tiers") for p, t in m.value.options if p == programme.id]
    if not options and TOP.search(context.reading.text):
        return next(t.id for t in programme.tiers if not t.never_awarded)
    return options[0] if options else None


def holders_of(
    context: Context, programme: Programme, tier: str | None, counted: str
) -> Iterator[tuple[str, Voice]]:
    yield from holders(context, programme, tier or "all", counted, context.reading.scope)


def holders(
    context: Context, programme: Programme, tier: str, counted: str, scope: Region | None
) -> Iterator[tuple[str, Voice]]:
    """Regions of that kind and province known to hold the tier without an open conflict, each with its
    source."""
    sources = context.sources
    if sources.dataset is None:
        return
    awards = sources.dataset.awards(
        programme=programme.id,
        edition=context.reading.edition,
        province=scope.province_code if scope else None,
    )
    for one in awards:
        if one.region_code is None or one.status == "announced" or not _counts(one, counted, scope):
            continue
        rows = sources.statements(one, "tier" if tier != "all" else "region")
        if tier != "all" and (one.tier != tier or any(row.value != tier for row in rows)):
            continue
        for row in rows[:1]:
            yield one.region_code, sources.voice(row, "disagree", one.region)


def _counts(one: Award, counted: str, scope: Region | None) -> bool:
    """Whether the award's region is of the kind counted; inside a province the province itself is none of
    "daerah"."""
    if counted == "daerah":
        return scope is None or one.level != "provinsi"
    return one.level in counted.split("/")


def _said(
    context: Context, programme: Programme, tier: str | None, counted: str, allowed: int, own: set[str]
) -> Iterator[Voice]:
    """Articles that are not the region's own and say the same, or list the whole set, with the region in
    it."""
    sources, reading = context.sources, context.reading
    names = [region.bare for region in reading.subjects if region.code in own]
    for article_id in sources.on(programme, reading.edition):
        article = sources.article(article_id)
        if article is None or not any(name in article.text for name in names):
            continue
        spans = [(a, b) for a, b in sentences(article.text) if _says(article.text[a:b], names, allowed)]
        if not spans:
            continue
        listed = listing.recipients(context, article_id, programme, reading.scope)
        inside = {code for code, tier_id in listed.items() if tier is None or tier_id == tier}
        whole_set = len(listed) >= 3 and all(listed.values()) and own <= inside and len(inside) <= allowed
        if whole_set or not is_own(article, listed, own, names):
            for a, b in spans:
                yield Voice(article.family, "agree", sources.quote(article, a, b, "agree"))


def _says(line: str, names: list[str], allowed: int) -> bool:
    """Whether the sentence names one of the regions, and a set of so many."""
    if not any(name in line for name in names):
        return False
    match = UNIQUE.search(line)
    return match is not None and (whole(match["count"] or match["few"] or "satu") or 1) == allowed


def is_own(article: Article, listed: dict[str, str | None], own: set[str], names: list[str]) -> bool:
    """Whether the article is the region's own: it reports no other region's award, or its title is about
    it."""
    return set(listed) <= own or any(name in (article.title or "") for name in names)


def _boasts(context: Context, programme: Programme, own: set[str]) -> list[Quote]:
    """The region's own words on it: shown, not counted."""
    sources, found = context.sources, []
    for code in sorted(own):
        for one in sources.awards(programme, context.reading.edition, code):
            for row in sources.statements(one, "region"):
                article = sources.article(row.article_id)
                match = UNIQUE.search(article.text) if article is not None else None
                if article is not None and match is not None:
                    found.append(sources.quote(article, *match.span(), "near"))
    return found
