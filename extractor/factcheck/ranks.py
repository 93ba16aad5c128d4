"""Ranks: the highest, the lowest, the n-th, by a list of scores or by an independent report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractor.dataset import Article
from extractor.factcheck import listing
from extractor.factcheck.context import Context
from extractor.factcheck.editions import speaks_of
from extractor.factcheck.mentions import mentions_of, region_of
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.sources import Voice, weigh
from extractor.factcheck.words import KIND, NUMBER, ORDINAL, kind, ordinal, sentences, whole
from extractor.programmes import Programme
from extractor.regions.gazetteer import Region, gazetteer

RANK: Final = re.compile(
    rf"\b(?:peringkat|urutan|posisi|ranking|rangking|juara|nomor|terbaik|tertinggi|"
    rf"terendah)\s+(?:ke\s?)?(?P<n>{ORDINAL}|\d{{1,3}}|satu|dua|tiga|empat|lima)\b(?!\s+kali)|"
    r"\b(?P<end>tertinggi|terendah|teratas|terbawah|terbaik|terbanyak|paling tinggi|paling rendah|"
    r"juru kunci)\b",
    re.IGNORECASE,
)
LOW: Final = ("terendah", "terbawah", "paling rendah", "juru kunci")
SIZE: Final = re.compile(rf"\bdari\s+(?P<size>{NUMBER})\s+(?P<kind>{KIND})", re.IGNORECASE)


def check_rank(context: Context) -> Iterator[ClaimFinding]:
    """One finding for the claim's rank; tiers that are ranks ("peringkat pertama Paritrana") are no ranks
    here."""
    reading = context.reading
    programme = reading.programme
    if programme is None or (programme.ranks and any(r.tier for r in reading.records)):
        return
    own = [m for m in reading.of("tiers") if any(p == programme.id for p, _ in m.value.options)]
    tiers = [(m.start, m.end) for m in own]
    match = next((m for m in RANK.finditer(reading.text) if not _of_tier(reading.text, m, tiers)), None)
    region = _subject(context)
    if match is None or region is None:
        return
    size = SIZE.search(reading.text)
    at = (min(match.start(), size.start()), max(match.end(), size.end())) if size else match.span()
    voices = list(_listed(context, programme, match, region)) or list(
        _reported(context, programme, match, region)
    )
    heard = weigh(voices)
    words = " ".join(match[0].split())
    if not voices:
        yield context.finding(
            "standing.rank", "not_enough_info", "rank.open", stated=words, at=at, words=words
        )
        return
    yield context.heard(
        "standing.rank",
        heard,
        what=context.say("what.rank", words=words, region=region.name),
        stated=words,
        at=at,
    )


def _of_tier(text: str, match: re.Match[str], tiers: list[tuple[int, int]]) -> bool:
    """Whether the words name a tier: "peringkat Utama", "kategori tertinggi"."""
    if any(a <= match.start() < b for a, b in tiers):
        return True
    lead = text[max(0, match.start() - 14) : match.start()].lower()
    return (
        match["end"] is not None
        and re.search(r"(?:kategori|predikat|tingkat|peringkat|level)\s+$", lead) is not None
    )


def _subject(context: Context) -> Region | None:
    """The region that the rank is of: the first the claim speaks of."""
    known = gazetteer().by_code
    stated = [known[r.region.code] for r in context.reading.records if r.region.code in known]
    return next(iter((*context.reading.subjects, *stated)), None)


def _listed(context: Context, programme: Programme, match: re.Match[str], region: Region) -> Iterator[Voice]:
    """Articles with a list of scores that holds the set the claim speaks of, or a higher score than the
    first's."""
    sources, reading = context.sources, context.reading
    scope = reading.scope
    size_match = SIZE.search(reading.text)
    size = whole(size_match["size"]) if size_match else None
    counted = kind(size_match["kind"]) if size_match else "daerah"
    for article in sources.articles([region.bare]):
        if region.bare not in article.text or not speaks_of(context, article, programme, reading.edition):
            continue
        entries = [
            e
            for e in listing.scores(context, article)
            if scope is None or e.region.province_code == scope.province_code
        ]
        entries = [e for e in entries if counted == "daerah" or e.region.level in counted.split("/")]
        own = next((e for e in entries if e.region.code == region.code), None)
        if own is None:
            continue
        complete = size is not None and len(entries) == size
        outcome = _holds(match, own.score, [e.score for e in entries if e is not own], complete=complete)
        if outcome is not None:
            quote = sources.quote(article, own.start, own.end, "agree" if outcome else "disagree")
            yield Voice(article.family, "agree" if outcome else "disagree", quote)


def _holds(match: re.Match[str], own: float, others: list[float], *, complete: bool) -> bool | None:
    """Whether the rank fits the scores: what is missing from an incomplete list can only push a rank down."""
    above, below = sum(o > own for o in others), sum(o < own for o in others)
    low = (match["end"] or match[0]).lower().startswith(LOW)
    wanted = ordinal(match["n"]) or whole(match["n"]) if match["n"] else 1
    if wanted is None:
        return None
    ahead = below if low else above
    if ahead > wanted - 1:
        return False
    return ahead == wanted - 1 if complete else None


def _reported(
    context: Context, programme: Programme, match: re.Match[str], region: Region
) -> Iterator[Voice]:
    """Sentences that give the region a rank, in articles that are not its own."""
    sources, reading = context.sources, context.reading
    wanted = ordinal(match["n"]) or whole(match["n"]) if match["n"] else None
    for article in sources.articles([region.bare]):
        if region.bare not in article.text or not speaks_of(context, article, programme, reading.edition):
            continue
        told = list(_told(context, article, match, region, wanted))
        agreeing = [voice for voice in told if voice.stance == "agree"]
        recipients = set(listing.recipients(context, article.id, programme, None))
        if region.bare in (article.title or "") or recipients <= {region.code}:
            if not agreeing:
                yield from (voice for voice in told if _admits(voice, wanted))
        else:
            yield from agreeing or told


def _admits(voice: Voice, wanted: int | None) -> bool:
    """Whether a region's own article gives it a lower place than the claim does: that is no boast."""
    found = RANK.search(voice.says)
    rank = (ordinal(found["n"]) or whole(found["n"])) if found and found["n"] else None
    return rank is not None and wanted is not None and rank > wanted


def _told(
    context: Context, article: Article, match: re.Match[str], region: Region, wanted: int | None
) -> Iterator[Voice]:
    """What the article's sentences say of the region's rank, of the kind the claim names."""
    sources = context.sources
    for a, b in sentences(article.text):
        line = article.text[a:b]
        for found in RANK.finditer(line):
            if wanted is None or not found["n"] or _nearest(context, line, found) != region.code:
                continue
            rank = ordinal(found["n"]) or whole(found["n"])
            if rank == wanted:
                yield Voice(article.family, "agree", sources.quote(article, a, b, "agree"))
            elif rank is not None and found[0].split()[0].lower() == match[0].split()[0].lower():
                yield Voice(article.family, "disagree", sources.quote(article, a, b, "disagree"), found[0])


def _nearest(context: Context, line: str, found: re.Match[str]) -> str | None:
    """Code of the region named nearest to a rank in the sentence."""
    regions = [m for m in mentions_of(line, context.extractor) if m.group == "regions"]
    if not regions:
        return None
    best = min(regions, key=lambda m: (min(abs(m.start - found.end()), abs(found.start() - m.end)), m.start))
    named = region_of(best)
    return named[0].code if len(named) == 1 else None
