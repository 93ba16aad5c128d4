"""Articles that say a region was not among those honoured: by a denial, or by a list that closes without
it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from extractor.dataset import Article
from extractor.factcheck.context import Context
from extractor.factcheck.mentions import Mention, mentions_of, region_of
from extractor.factcheck.sources import Voice, codes
from extractor.factcheck.words import KIND, NUMBER, kind, sentences, whole
from extractor.model import Record
from extractor.programmes import Programme
from extractor.regions.gazetteer import Region, gazetteer

DENIAL: Final = re.compile(
    r"\babsen\b|\b(?:tidak|belum|tak|gagal|batal|urung)\s+(?:ikut|turut|termasuk|masuk|menerima|meraih|"
    r"mendapat\w*|"
    r"memperoleh|berpartisipasi|berhasil|lolos|kebagian|menyandang|mengikuti|diundang|memenuhi|terdaftar|"
    r"ada)\b|"
    r"\b(?:kecuali|selain itu hanya|minus)\b",
    re.IGNORECASE,
)
CLOSED: Final = re.compile(
    rf"\b(?:cuma|hanya|baru)\s+(?:ada\s+)?(?P<count>{NUMBER})\s+(?P<kind>{KIND})", re.IGNORECASE
)
_CLOSED_WORDS: Final = (
    ("cuma", "hanya", "baru"),
    ("kab", "kota", "pemkot", "provinsi", "pemprov", "daerah", "pemda"),
)
"""Words of which `CLOSED` needs one of each."""
JOINED: Final = re.compile(
    r"\s*+(?:,(?:\s*+(?:dan|serta))?|dan|serta|maupun|&)\s*+(?:(?:Kabupaten|Kota|Kab\.)\s*+)?", re.IGNORECASE
)
BEFORE: Final = 2
"""How many sentences back the award's name and year may stand."""


def voices(context: Context, record: Record, programme: Programme) -> Iterator[Voice]:
    """Denials of the award in articles; a denial of a tier counts for a claim of that tier alone."""
    known = gazetteer().by_code
    for code in codes(record):
        region = known.get(code)
        if region is not None:
            for article in context.sources.articles_with([region.bare], CLOSED, *_CLOSED_WORDS):
                if _is_near(article, region):
                    yield from _in_article(context, article, region, record, programme)


def _is_near(article: Article, region: Region) -> bool:
    """Whether the text names the region, or its province beside a list that closes."""
    return region.bare in article.text or CLOSED.search(article.text) is not None


def _in_article(
    context: Context, article: Article, region: Region, record: Record, programme: Programme
) -> Iterator[Voice]:
    text = article.text
    if not DENIAL.search(text) and not CLOSED.search(text):
        return
    mentions = list(mentions_of(text, context.extractor))
    spans = sentences(text)
    for i, (a, b) in enumerate(spans):
        start = spans[max(0, i - BEFORE)][0]
        if not _about(context, article, mentions, start, b, record, programme):
            continue
        inside = [m for m in mentions if a <= m.start < b]
        if not _of_tier(text, a, b, mentions, record, programme):
            continue
        named = _closed(text, a, b, inside)
        if _denied(text, a, b, inside, region) or _left_out(named, region):
            yield Voice(article.family, "disagree", context.sources.quote(article, a, b, "disagree"))
        elif region in named.regions and record.tier is None:
            yield Voice(article.family, "agree", context.sources.quote(article, a, b, "agree"))


def _about(
    context: Context,
    article: Article,
    mentions: list[Mention],
    start: int,
    end: int,
    record: Record,
    programme: Programme,
) -> bool:
    """Whether the sentence, or those before it, speak of the programme's edition; or the whole article
    does alone."""
    strong = [m for m in mentions if m.group == "programmes" and not m.value.weak]
    named = [m for m in strong if start <= m.start < end and m.value.id == programme.id]
    years = {m.value.year for m in named if m.value.year}
    if years:
        return record.edition in years
    reported = context.sources.reports(article.id, programme, record.edition)
    published = bool(article.published) and str(article.published)[:4] == str(record.edition)
    alone = {m.value.id for m in strong} == {programme.id}
    return (bool(named) and (published or reported)) or (alone and reported)


def _of_tier(
    text: str, a: int, b: int, mentions: list[Mention], record: Record, programme: Programme
) -> bool:
    """Whether the sentence speaks of no tier, or of the claimed one; "kategori itu" is the tier named
    last."""
    tiers = [m for m in mentions if m.group == "tiers" and any(p == programme.id for p, _ in m.value.options)]
    inside = [m for m in tiers if a <= m.start < b]
    if not inside and re.search(
        r"\b(?:kategori|predikat|tingkat|kelompok)\s+(?:itu|ini|tersebut)\b", text[a:b]
    ):
        inside = [m for m in tiers if m.start < a][-1:]
        if not inside:
            return False
    named = {t for m in inside for p, t in m.value.options if p == programme.id}
    return not named or (record.tier is not None and record.tier.id in named)


def _denied(text: str, a: int, b: int, inside: list[Mention], region: Region) -> bool:
    """Whether a denial in the sentence is about the region: those listed right before it, or named behind
    it."""
    regions = [m for m in inside if m.group == "regions"]
    for match in DENIAL.finditer(text, a, b):
        behind = [m for m in regions if 0 <= m.start - match.end() <= 30]
        listed = _listed(text, [m for m in regions if m.end <= match.start()])
        near = listed if listed and "kecuali" not in match[0].lower() else behind[:1]
        if any(region in region_of(m) for m in near):
            return True
    return False


def _listed(text: str, before: list[Mention]) -> list[Mention]:
    """The last region, and those joined to it by commas and "dan"."""
    kept = before[-1:]
    for mention in reversed(before[:-1]):
        if not JOINED.fullmatch(text[mention.end : kept[0].start]):
            break
        kept.insert(0, mention)
    return kept


class Closed(NamedTuple):
    """The regions of a list that says how many there are, and the kind it counts; empty where they are not
    all."""

    kind: str
    regions: tuple[Region, ...]


def _closed(text: str, a: int, b: int, inside: list[Mention]) -> Closed:
    """What "cuma lima kabupaten …: A, B, C, D, dan E" lists, if it names all five."""
    match = CLOSED.search(text, a, b)
    if match is None:
        return Closed("", ())
    counted = kind(match["kind"])
    listed = [
        region_of(m)[0] for m in inside if m.group == "regions" and m.start >= match.end() and region_of(m)
    ]
    listed = [r for r in listed if r.level != "provinsi" or counted in ("provinsi", "daerah")]
    distinct = tuple({r.code: r for r in listed}.values())
    return Closed(counted, distinct if len(distinct) == whole(match["count"]) else ())


def _left_out(named: Closed, region: Region) -> bool:
    """Whether a closed list of the region's province and kind goes without it."""
    if not named.regions or region in named.regions:
        return False
    same_place = {r.province_code for r in named.regions} == {region.province_code}
    levels = {r.level for r in named.regions}
    return same_place and region.level in levels and named.kind in (region.level, "daerah", "kabupaten/kota")
