"""Where a headline and the text below it give one award two tiers, both are kept.

A record holds one tier.  The part that it was not read from is read alone; what that says otherwise becomes a
record beside, with nothing but the other tier, so that the conflict shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from extractor.core import Extractor
from extractor.model import Evidence, Record, Result
from extractor.programmes.model import Programme, TierForm


def second_tiers(extractor: Extractor, result: Result) -> list[Record]:
    """Records of the other tier, each with its mark; none where title and text agree or one gives no tier."""
    title = result.article.title
    if result.error is not None or not title:
        return []
    return list(_others(extractor, result, title))


def _others(extractor: Extractor, result: Result, title: str) -> Iterator[Record]:
    alone: dict[str, list[Record]] = {}
    for record in result.records:
        mark = _tier_mark(record)
        programme = extractor.catalogue.get(record.programme.id)
        if (
            record.tier is None
            or mark is None
            or programme is None
            or len(_peers(result.records, record)) > 1
        ):
            continue
        part = "text" if mark.part == "title" else "title"
        words = title if part == "title" else result.article.text
        if not _names_another(programme, record.tier.id, words):
            continue
        if part not in alone:
            article = result.article.model_copy(update={"title": None, "text": words})
            alone[part] = extractor.read_article(article).records
        said = _peers(alone[part], record)
        other = _tier_mark(said[0]) if len(said) == 1 else None
        if other is not None and not _names(programme, record.tier.id, words[: other.start]):
            yield from _other(record, said[0], other, part)


def _other(record: Record, said: Record, mark: Evidence, part: str) -> Iterator[Record]:
    """The record with the tier that the part alone gives, if it gives another one."""
    if said.tier is None or said.tier == record.tier:
        return
    yield Record(
        programme=record.programme,
        edition=record.edition,
        status=record.status,
        region=record.region,
        scope=record.scope,
        candidates=record.candidates,
        tier=said.tier,
        evidence={"tier": [mark.model_copy(update={"part": part})]},
    )


def _peers(records: list[Record], wanted: Record) -> list[Record]:
    """Records of the same programme and region, in whatever edition."""
    return [r for r in records if r.programme.id == wanted.programme.id and r.region == wanted.region]


def _tier_mark(record: Record) -> Evidence | None:
    marks = record.evidence.get("tier")
    return marks[0] if marks else None


def _names_another(programme: Programme, tier: str, words: str) -> bool:
    """Whether the words hold a form of another tier: a quick look that spares most second readings."""
    return any(_names(programme, other.id, words) for other in programme.tiers if other.id != tier)


def _names(programme: Programme, tier: str, words: str) -> bool:
    """Whether the words hold a form of the tier; a part that names the own tier first does not deny it."""
    found = programme.tier(tier)
    return found is not None and _pattern(found.forms()).search(words) is not None


@lru_cache(maxsize=256)
def _pattern(forms: tuple[TierForm, ...]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(form.text)}\b" for form in forms))
