"""Whether the words of an article and a reference name one place."""

from __future__ import annotations

import re

from extractor.programmes.model import Edition

_GENERIC = """
    and aula auditorium balai ballroom barat bupati center centre convention dalam dan di dinas gedung grand
    gubernur hall hotel indonesia internasional international istana jalan jl kabupaten kantor kementerian
    kesehatan kota lantai pemerintah presiden provinsi pusat ri ruang selatan taman the timur tower utara
    wakil wali walikota
"""
GENERIC = frozenset(_GENERIC.split())
"""Words that many places share; they never make two names one."""

VIRTUAL = frozenset({"virtual", "virtually", "daring", "online", "zoom", "hybrid"})


def words(name: str) -> frozenset[str]:
    """The telling words of a place's name, lower case."""
    return frozenset(re.findall(r"[a-z0-9]+", name.lower())) - GENERIC


def agrees(venue: str, edition: Edition) -> bool | None:
    """Whether `venue` names the edition's place.

    None where it names the city alone, a video link, or nothing the reference could be compared with: only a
    telling word that the reference does not know makes it another place.
    """
    cities = _cities(edition)
    names = [name for name in (edition.venue, *edition.venue_variants) if name]
    known = frozenset[str]().union(*map(words, names)) - cities - VIRTUAL
    said = words(venue) - cities
    if not known or not said or said & VIRTUAL:
        return None
    return any(len(word) >= 4 for word in said & known) or _squeezed_alike(venue, names)


def _cities(edition: Edition) -> frozenset[str]:
    names = [name for name in (edition.city, *edition.city_variants) if name]
    return frozenset[str]().union(*map(words, names))


def _squeezed_alike(venue: str, names: list[str]) -> bool:
    """Names that differ in spaces and hyphens alone: "JI-Expo" and "JIExpo"."""
    shapes = [_squeezed(name) for name in names]
    return any(len(shape) >= 4 and shape in _squeezed(venue) for shape in shapes)


def _squeezed(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
