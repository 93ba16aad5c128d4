"""Lists inside one article: regions with their scores, and the recipients it reports with their tiers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from extractor.dataset import Article
from extractor.dataset.filters import Filters
from extractor.factcheck.context import Context
from extractor.factcheck.counts import counts
from extractor.factcheck.mentions import mentions_of, region_of
from extractor.programmes import Programme
from extractor.regions.gazetteer import Region

SCORE_BEHIND: Final = re.compile(
    r"(?:[\s(:–-]|dengan|meraih|mendapat|indeks|nilai|skor|sebesar|mencapai)*+(?P<score>\d{1,3}(?:[.,]\d{1,2})?)(?![\d%]|[.,]\d|\s?persen)"
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A region and the number behind it."""

    region: Region
    score: float
    start: int
    end: int


def scores(context: Context, article: Article) -> list[Entry]:
    """Regions each followed at once by a number, where at least three are: a list of results."""
    found: dict[str, Entry] = {}
    for mention in mentions_of(article.text, context.extractor):
        if mention.group != "regions" or re.search(
            r"\b(?:di|se-?)\s*$", article.text[max(0, mention.start - 12) : mention.start]
        ):
            continue
        match = SCORE_BEHIND.match(article.text, mention.end)
        regions = region_of(mention)
        if match is not None and len(regions) == 1:
            value = float(match["score"].replace(",", "."))
            found.setdefault(regions[0].code, Entry(regions[0], value, mention.start, match.end()))
    return list(found.values()) if len(found) >= 3 else []


def recipients(
    context: Context, article_id: str, programme: Programme, scope: Region | None
) -> dict[str, str | None]:
    """Codes of the regions whose award of the edition the article reports, with the tier it gives."""
    sources = context.sources
    if sources.dataset is None or sources.is_own(article_id):
        return {}
    wanted = Filters(
        programme=programme.id,
        edition=context.reading.edition,
        province=scope.province_code if scope else None,
    )
    rows = sources.dataset.reported(article_id, wanted)
    return {code: tier for code, tier in rows if code is not None}


def tiers(context: Context, article: Article, programme: Programme) -> dict[str, str]:
    """Tiers by code where the article counts each tier of a list of scores: "lima berpredikat Baik, enam
    Cukup".

    Empty unless the counts of the tiers add up to the list, so that the order of the scores tells each tier.
    """
    entries = sorted(scores(context, article), key=lambda e: (-e.score, e.region.code))
    if not entries:
        return {}
    found: dict[str, int] = {}
    for one in counts(article.text, list(mentions_of(article.text, context.extractor)), programme):
        if one.tier != "all":
            found.setdefault(one.tier, one.count)
    order = sorted(found, key=lambda tier: programme.height(tier) or 0)
    if len(found) < 2 or sum(found.values()) != len(entries):
        return {}
    laid = [tier for tier in order for _ in range(found[tier])]
    return {entry.region.code: tier for entry, tier in zip(entries, laid, strict=True)}
