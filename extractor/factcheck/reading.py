"""A claim as the extractor reads it: a tiny article without a title, with its mentions kept as plain
values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from extractor.core import Extractor
from extractor.factcheck.climbs import climbed
from extractor.factcheck.mentions import Mention, mentions_of, region_of
from extractor.model import Article, Person, ProgrammeRef, Record, Result, TierRef
from extractor.programmes import Programme
from extractor.regions.gazetteer import Region

TAKES_PART: Final = re.compile(
    r"\b(?:ikut|turut|berpartisipasi|termasuk|peserta|mengikuti|penerima|peraih|meraih|menerima|diraih|"
    r"diterima|"
    r"memperoleh|mendapat\w*|absen|dianugerahi|diganjar|kalinya|berturut-turut|beruntun|mempertahankan|"
    r"menyandang|"
    r"mengantongi|menyabet|membawa pulang|masuk|bagi)\b",
    re.IGNORECASE,
)
"""Words by which a claim that names a region and an award says that the region has it."""

YEAR: Final = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![\d/-]|[.,]\d)")


@dataclass(frozen=True)
class Reading:
    """What a claim says: its result as an article, its mentions, and the award that it is about.

    `records` are the awards it states; `subjects` the regions it speaks of; `scope` the province that it
    names as a place ("di Kalimantan Selatan").
    """

    text: str
    result: Result
    mentions: tuple[Mention, ...] = ()
    programme: Programme | None = None
    edition: int | None = None
    records: tuple[Record, ...] = ()
    subjects: tuple[Region, ...] = ()
    scope: Region | None = None
    own: str | None = field(default=None)
    """Text of the article that makes the claim, which is no source for itself."""

    own_id: str | None = None

    def of(self, group: str) -> list[Mention]:
        return [mention for mention in self.mentions if mention.group == group]


def read_claim(text: str, extractor: Extractor, *, context: str = "") -> Reading:
    """The claim as stated.  Values come from the sentence alone; nothing is looked up."""
    text = " ".join(text.split())
    article = Article(id="sha256:0", source="claim", text=text)
    result = extractor.read_article(article)
    mentions = tuple(mentions_of(text, extractor))
    programme = _programme(result, mentions, extractor)
    edition = _edition(text, result, mentions, programme)
    scope = _scope(text, mentions)
    subjects = tuple(_subjects(text, mentions, scope))
    arrived = _arrived(text, mentions, programme)
    records = _yearly(text, mentions, programme, subjects) if arrived is None else ()
    records = records or _records(result, mentions, programme, edition, arrived)
    if not records and programme is not None and not result.criteria and TAKES_PART.search(text):
        records = tuple(_stated(text, mentions, programme, edition, region) for region in subjects)
    scope = scope or _round(records, mentions)
    records = tuple(
        r
        for r in records
        if len(records) == 1 or scope is None or r.region.code != scope.code or _asked(r, mentions)
    )
    subjects = tuple(
        region for region in subjects if len(subjects) == 1 or scope is None or region.code != scope.code
    )
    return Reading(text, result, mentions, programme, edition, records, subjects, scope)


def _programme(result: Result, mentions: tuple[Mention, ...], extractor: Extractor) -> Programme | None:
    named = [m.value for m in mentions if m.group == "programmes"]
    strong = [value.id for value in named if not value.weak]
    stated = [record.programme.id for record in (*result.records, *result.history)]
    printed = [*(t.programme for t in result.totals), *(c.programme for c in result.criteria)]
    order = [*stated, *strong, *printed, *(value.id for value in named)]
    return extractor.catalogue.get(order[0]) if order else None


def _edition(
    text: str, result: Result, mentions: tuple[Mention, ...], programme: Programme | None
) -> int | None:
    """The year beside the award's name; else the record's, the one bare year, the year of the date."""
    if programme is None:
        return None
    beside = [
        m.value.year
        for m in mentions
        if m.group == "programmes" and m.value.id == programme.id and m.value.year
    ]
    if programme.edition_means == "report_year" or not beside:
        stated = [record.edition for record in result.records if record.edition is not None]
        if stated:
            return stated[0]
    if beside:
        return int(beside[-1])
    dated = [m for m in mentions if m.group == "dates"]
    bare = [
        int(match[0])
        for match in YEAR.finditer(text)
        if not any(m.start <= match.start() < m.end for m in dated)
    ]
    if bare:
        return bare[-1]
    years = [m.value.year for m in dated if m.value.year]
    return int(years[0]) if years and programme.edition_means == "award_year" else None


def _round(records: tuple[Record, ...], mentions: tuple[Mention, ...]) -> Region | None:
    """The province of a kabupaten or kota that is named bare beside it: where it all was, and no
    recipient."""
    inside = {r.region.province_code for r in records if r.region.level in ("kabupaten", "kota")}
    for mention in mentions:
        if mention.group == "regions" and mention.value.via == "bare" and mention.value.level is None:
            found = [r for r in region_of(mention) if r.level == "provinsi" and r.code in inside]
            if found:
                return found[0]
    return None


def _asked(record: Record, mentions: tuple[Mention, ...]) -> bool:
    """Whether the claim names the province as a government or by its head, so that the award is its own."""
    return any(
        m.value.via in ("government", "official") and record.region.code in m.value.codes
        for m in mentions
        if m.group == "regions"
    )


def _arrived(text: str, mentions: tuple[Mention, ...], programme: Programme | None) -> str | None:
    """The tier that a claim of a step ends at: the last one that is not the earlier one."""
    climb = climbed(text, mentions, programme) if programme is not None else None
    if climb is None or programme is None:
        return None
    tiers = [m for m in mentions if m.group == "tiers" and m.start != climb.start]
    found = [t for m in tiers for p, t in m.value.options if p == programme.id]
    return found[-1] if found else None


def _records(
    result: Result,
    mentions: tuple[Mention, ...],
    programme: Programme | None,
    edition: int | None,
    arrived: str | None,
) -> tuple[Record, ...]:
    """The records with the claim's edition; of a step, the award it ended at."""
    records = result.records or result.history
    if programme is None:
        return tuple(records)
    tier = programme.tier(arrived) if arrived else None
    if tier is not None:
        step = {"edition": edition, "tier": TierRef(id=tier.id, name=tier.name), "status": "received"}
        return tuple(record.model_copy(update=step) for record in records[:1])
    return tuple(
        _told(record, mentions, programme).model_copy(
            update={"edition": edition if record.edition is None else record.edition}
        )
        for record in records
    )


def _yearly(
    text: str, mentions: tuple[Mention, ...], programme: Programme | None, subjects: tuple[Region, ...]
) -> tuple[Record, ...]:
    """The awards of one region's several years: "Kurang (1,55) pada 2022, lalu Baik (2,93) pada 2023".

    As many years as tiers belong together in order, and as many scores too.
    """
    if programme is None or len(subjects) != 1:
        return ()
    tiers = [t for m in mentions if m.group == "tiers" for p, t in m.value.options if p == programme.id]
    years = [int(match[0]) for match in YEAR.finditer(text)]
    if len(tiers) < 2 or not len(set(tiers)) == len(tiers) == len(set(years)) == len(years):
        return ()
    said = [
        m.value.value for m in mentions if m.group == "quantities" and not float(m.value.value).is_integer()
    ]
    scores = said if len(said) == len(tiers) else [None] * len(tiers)
    blank = [blank_record(programme, year, subjects[0]) for year in years]
    named = [programme.tier(tier) for tier in tiers]
    return tuple(
        record.model_copy(update={"tier": tier and TierRef(id=tier.id, name=tier.name), "score": score})
        for record, tier, score in zip(blank, named, scores, strict=True)
    )


def _told(record: Record, mentions: tuple[Mention, ...], programme: Programme) -> Record:
    """The record; a tier that only repeats the award's name ("Adipura") gives way to one that tells more."""
    if record.tier is None or record.tier.name.lower() not in (programme.name.lower(), programme.id):
        return record
    named = [t for m in mentions if m.group == "tiers" for p, t in m.value.options if p == programme.id]
    tier = next((programme.tier(t) for t in named if t != record.tier.id), None)
    return record.model_copy(update={"tier": TierRef(id=tier.id, name=tier.name)}) if tier else record


def _scope(text: str, mentions: tuple[Mention, ...]) -> Region | None:
    """The province that the claim names as a place, not as a recipient."""
    halls = [m for m in mentions if m.group == "venues" and m.value.hall]
    for mention in mentions:
        if mention.group != "regions" or any(h.start < mention.start < h.end for h in halls):
            continue
        provinces = [r for r in region_of(mention) if r.level == "provinsi"]
        lead = text[max(0, mention.start - 22) : mention.start].lower()
        placed = re.search(
            r"(?:\b(?:di|se-?|dari|wilayah|tingkat)\s*(?:seluruh\s+|provinsi\s+)?|,\s*(?:provinsi\s+)?|\()$",
            lead,
        )
        if provinces and (mention.value.place or placed):
            return provinces[0]
    return None


def _subjects(text: str, mentions: tuple[Mention, ...], scope: Region | None) -> Iterator[Region]:
    """The regions a claim speaks of, in order, without places of ceremonies and the scope; failing others,
    places too."""
    found = list(_named(text, mentions, scope, places=False))
    yield from found or _named(text, mentions, scope, places=True)


def _named(
    text: str, mentions: tuple[Mention, ...], scope: Region | None, *, places: bool
) -> Iterator[Region]:
    seen: set[str] = set()
    people = [m for m in mentions if m.group == "officials"]
    halls = [m for m in mentions if m.group == "venues" and m.value.hall]
    for mention in mentions:
        if mention.group != "regions" or (mention.value.place and not places):
            continue
        if any(h.start < mention.start < h.end for h in halls) and mention.value.level is None:
            continue
        if mention.value.weak and not _of_office(mention, mentions):
            continue
        found = region_of(mention, scope)
        if len(found) != 1 or found[0].code in seen or (scope is not None and found[0].code == scope.code):
            continue
        if mention.value.via == "organisation" or (places and found[0].level == "provinsi"):
            continue
        inside = any(p.start <= mention.start < p.end for p in people)
        if inside and mention.value.via == "bare" and not _of_office(mention, mentions):
            continue
        seen.add(found[0].code)
        yield found[0]


def _of_office(mention: Mention, mentions: tuple[Mention, ...]) -> bool:
    """Whether a region's name, common otherwise, stands in an office: "Sekda Kotabaru"."""
    regions = [m for m in mentions if m.group == "regions"]
    offices = [m.value.region for m in mentions if m.group == "officials" and m.value.region is not None]
    return any(regions[at] is mention for at in offices if at < len(regions))


def _stated(
    text: str, mentions: tuple[Mention, ...], programme: Programme, edition: int | None, region: Region
) -> Record:
    """The award of a claim without a verb that the extractor knows: its region, its one tier, its one
    receiver."""
    record = blank_record(programme, edition, region)
    tiers = {t for m in mentions if m.group == "tiers" for p, t in m.value.options if p == programme.id}
    tier = programme.tier(tiers.pop()) if len(tiers) == 1 else None
    people = [m for m in mentions if m.group == "officials" and m.value.kind in ("head", "deputy", "staff")]
    receives = len(people) == 1 and re.match(r"[^,;]{0,30}\bmenerima\b", text[people[0].end :])
    person = people[0].value if receives else None
    return record.model_copy(
        update={
            "tier": TierRef(id=tier.id, name=tier.name) if tier else None,
            "official": Person(name=person.name, role=person.role) if person else None,
        }
    )


def blank_record(programme: Programme, edition: int | None, region: Region) -> Record:
    """The award of `programme` to `region`, nothing else said."""
    reference = ProgrammeRef(id=programme.id, name=programme.name)
    return Record(programme=reference, edition=edition, status="received", region=region.ref())
