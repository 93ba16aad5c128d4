"""Close misses: the region of the same name, another edition, another tier, a name nearly spelled so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractor.factcheck.context import Context
from extractor.factcheck.model import Quote
from extractor.factcheck.sources import codes
from extractor.model import Record
from extractor.programmes import Programme
from extractor.reconcile.naming import award
from extractor.regions.gazetteer import Region, gazetteer

PREFIXED: Final = re.compile(
    r"\b(?P<prefix>Kabupaten|Kab\.?|Kota|Pemkab|Pemkot|Pemprov|Provinsi|Bupati|Gubernur|Wali Kota|"
    r"Walikota)\s+"
    r"(?P<name>[A-Z][\w'’]+(?:\s+[A-Z][\w'’]+){0,2})"
)
_LEVELS: Final = {
    "kab": "kabupaten",
    "pem": None,
    "bup": "kabupaten",
    "kot": "kota",
    "wal": "kota",
    "pro": "provinsi",
    "gub": "provinsi",
}


def notes(context: Context) -> list[str]:
    """Sentences that help where a claim is not borne out, in a fixed order, each once."""
    found: dict[str, None] = {}
    for record in context.reading.records:
        programme = context.extractor.catalogue.get(record.programme.id)
        if programme is not None:
            found |= dict.fromkeys(_of_record(context, record, programme))
    found |= dict.fromkeys(_misspelt(context))
    return list(found)


def _of_record(context: Context, record: Record, programme: Programme) -> Iterator[str]:
    own = set(codes(record))
    for region in _namesakes(record):
        for one in context.sources.awards(programme, record.edition, region.code):
            if region.code not in own:
                named = award(programme, one.edition, one.tier, context.lang)
                yield context.say("near.namesake", stated=record.region.name, other=region.name, award=named)
    if len(own) > 1 and record.region.code is None:
        names = [gazetteer().by_code[code].name for code in sorted(own)]
        yield context.say("near.ambiguous", stated=record.region.name, names=" / ".join(names))
    for code in sorted(own):
        of_edition = context.sources.awards(programme, record.edition, code)
        for one in of_edition or context.sources.awards(programme, None, code):
            if record.edition is not None and one.edition not in (record.edition, None):
                named = award(programme, one.edition, one.tier, context.lang)
                yield context.say("near.edition", region=one.region, award=named)
            elif (
                one.edition == record.edition
                and record.tier is not None
                and one.tier not in (record.tier.id, None)
            ):
                tier = programme.tier(one.tier or "")
                shown = tier.name if tier else str(one.tier)
                yield context.say("near.tier", region=one.region, other=shown, stated=record.tier.name)


def quotes(context: Context, record: Record, programme: Programme) -> list[Quote]:
    """What the dataset holds of the region of the same name, as evidence that decides nothing."""
    found = []
    for region in _namesakes(record):
        for one in context.sources.awards(programme, record.edition, region.code):
            for row in context.sources.statements(one, "region")[:1]:
                found.append(context.sources.voice(row, "agree").quote.model_copy(update={"stance": "near"}))
    return found


def _namesakes(record: Record) -> list[Region]:
    """Regions of another kind with the same bare name."""
    known = gazetteer()
    if record.region.code not in known.by_code:
        return []
    region = known.by_code[record.region.code]
    return [
        other for other in known.find(region.bare) if other.code != region.code and other.bare == region.bare
    ]


def _misspelt(context: Context) -> Iterator[str]:
    """A name behind "Kabupaten" or the like that no region has: the names nearest to it; and near names
    taken."""
    reading, known = context.reading, gazetteer()
    taken = reading.of("regions")
    for mention in taken:
        if getattr(mention.value, "fuzzy", False) and mention.value.codes:
            yield context.say(
                "near.taken", said=mention.text, other=known.by_code[mention.value.codes[0]].name
            )
    for match in PREFIXED.finditer(reading.text):
        words = match["name"].split()
        spelt = any(known.find(" ".join(words[:n])) for n in range(len(words), 0, -1))
        if spelt or any(m.start < match.end() and match.start() < m.end for m in taken):
            continue
        level = _LEVELS.get(match["prefix"][:3].lower())
        near = known.suggest(match["name"], level)  # type: ignore[arg-type]
        near = near or known.suggest(match["name"].split()[0], level)  # type: ignore[arg-type]
        if near:
            names = " / ".join(region.name for region in near)
            yield context.say("near.misspelt", said=match["name"], names=names)
