"""Derives the tables of the gazetteer from the official regions, the aliases and the common words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.regions.fold import key
from extractor.regions.gazetteer import NameKind, Region

KINDS: tuple[NameKind, ...] = ("official", "spelling", "acronym", "blend", "old-name", "capital")
_SHORT = "short"  # an alias row that only says what else the official bare name means
_COMPASS = frozenset({"selatan", "utara", "barat", "timur", "tengah", "tenggara", "daya", "kepulauan", "dan"})
_APART = frozenset({"Kepulauan", "Kep", "Pulau", "Daerah", "DI"})
_TWO_PARTS = re.compile(
    r"(Bandar|Banjar|Batang|Bau|Bukit|Deli|Gunung|Karang|Kubu|Kulon|Labuhan|Lubuk|Muara|Muaro|Padang|Pagar"
    r"|Palangka|Pangkal|Pare|Pematang|Pulang|Sawah|Sungai|Tanah|Tanjung|Tebing|Tulang|Tulung)([a-z]{3,})"
)


@dataclass(frozen=True, slots=True)
class Alias:
    """One row of aliases.csv. `ambiguous_with` lists codes, and notes such as `word:…`, `place:…`."""

    surface: str
    code: str
    kind: str
    ambiguous_with: str


def check_aliases(regions: dict[str, Region], aliases: Iterable[Alias]) -> list[str]:
    """What is wrong with the aliases, one sentence each; empty where all is well."""
    wrong: list[str] = []
    seen: set[tuple[str, str]] = set()
    for alias in aliases:
        region = regions.get(alias.code)
        if region is None:
            wrong.append(f"{alias.surface}: no region has the code {alias.code}")
        elif alias.kind == _SHORT and key(alias.surface) != key(region.bare):
            wrong.append(f"{alias.surface}: marked as the short name of {region.name}, which it is not")
        elif alias.kind not in (_SHORT, *KINDS):
            wrong.append(f"{alias.surface}: unknown kind {alias.kind!r}")
        if (alias.surface, alias.code) in seen:
            wrong.append(f"{alias.surface}: stands twice for {alias.code}")
        seen.add((alias.surface, alias.code))
        wrong += [
            f"{alias.surface}: ambiguous with {code}, which no region has"
            for code in re.findall(r"(?:^|;|within:)(\d\d(?:\.\d\d)?)\b", alias.ambiguous_with)
            if code not in regions
        ]
    return wrong


def _can_join(first: str, second: str) -> bool:
    """Whether papers write two words as one ("Way Kanan", "Waykanan"); never so with a compass point."""
    plain = first.isalpha() and second.isalpha()
    return plain and first not in _APART and second.lower() not in _COMPASS


def spellings(name: str) -> Iterator[str]:
    """Other ways to write an official name or alias: joined, split, hyphened, with "Kep." or "&", Sumatra."""
    words = re.split(r"[ -]", name)
    if name.startswith("Kepulauan "):
        rest = name.removeprefix("Kepulauan ")
        yield from (f"Kep. {rest}", f"Kep {rest}")
    if name.endswith(" Kepulauan") and " dan " not in name:
        yield f"{name.removesuffix('Kepulauan')}Kep."
    if " dan " in name:
        yield name.replace(" dan ", " & ")
    if name.startswith("Sumatera "):
        yield name.replace("Sumatera", "Sumatra")
    if len(words) >= 2 and _can_join(words[0], words[1]):
        joined = words[0] + words[1].lower()
        yield " ".join([joined, *words[2:]])
    if len(words) == 2 and words[0] == words[1]:
        yield from ("-".join(words), " ".join(words))
    if len(words) == 3 and words[1] == words[2]:
        yield from (f"{words[0]} {words[1]}-{words[2]}", f"{words[0]} {words[1]} {words[2]}")
    parts = _TWO_PARTS.fullmatch(words[0])
    if parts:
        yield " ".join([parts[1], parts[2].capitalize(), *words[1:]])
    if "'" in name:
        yield from (name.replace("'", "\u2019"), name.replace("'", ""))


def _readings(regions: dict[str, Region], aliases: Iterable[Alias]) -> Iterator[tuple[str, str, NameKind]]:
    """Each (surface, code, kind), strongest kinds first."""
    for region in regions.values():
        yield region.bare, region.code, "official"
    by_kind = {kind: [alias for alias in aliases if alias.kind == kind] for kind in KINDS}
    for region in regions.values():
        yield from ((form, region.code, "spelling") for form in spellings(region.bare))
    for kind in KINDS[1:]:
        for alias in by_kind[kind]:
            yield alias.surface, alias.code, kind
            if kind in ("spelling", "old-name"):
                yield from ((form, alias.code, kind) for form in spellings(alias.surface))


def names_table(
    regions: dict[str, Region], aliases: list[Alias], common: Iterable[str]
) -> list[tuple[str, str, str, str]]:
    """Rows (surface, codes, kind, common) of names.csv, sorted.

    A surface form that is one region's name and another one's capital means the former alone; its other
    readings are merged.  Forms that differ in case alone stand once, in the first form met.
    """
    words = {key(word) for word in common}
    first: dict[str, tuple[str, NameKind]] = {}
    codes: dict[str, set[str]] = {}
    for surface, code, kind in _readings(regions, aliases):
        lower = surface.lower()
        _, strongest = first.setdefault(lower, (surface, kind))
        if kind != "capital" or strongest == "capital":
            codes.setdefault(lower, set()).add(code)
    return sorted(
        (surface, ";".join(sorted(codes[lower])), kind, "1" if key(surface) in words else "0")
        for lower, (surface, kind) in first.items()
    )


def shared_table(regions: dict[str, Region]) -> list[tuple[str, str, str]]:
    """Rows (name, codes, levels): bare official names that several regions share."""
    groups: dict[str, list[Region]] = {}
    for region in regions.values():
        groups.setdefault(region.bare, []).append(region)
    return sorted(
        (name, ";".join(region.code for region in group), ";".join(region.level for region in group))
        for name, group in groups.items()
        if len(group) > 1
    )


def nested_table(regions: dict[str, Region]) -> list[tuple[str, str, str]]:
    """Rows (name, codes, contained_in): bare official names that are whole words of a longer one."""
    bare: dict[str, list[str]] = {}
    for region in regions.values():
        bare.setdefault(region.bare, []).append(region.code)
    rows = []
    for name, codes in sorted(bare.items()):
        longer = sorted(
            code
            for other, others in bare.items()
            if other != name and f" {name} " in f" {other} "
            for code in others
        )
        if longer:
            rows.append((name, ";".join(codes), ";".join(longer)))
    return rows
