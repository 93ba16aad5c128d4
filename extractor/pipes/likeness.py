"""Names that are nearly, or in short, those of regions: "Panajam Paser Utara", "Malra", "Sitaro"."""

from __future__ import annotations

from difflib import SequenceMatcher

from spacy.tokens import Span

from extractor.pipes.mentions import region_of
from extractor.regions.fold import RegionLevel
from extractor.regions.gazetteer import gazetteer

DOUBT = 0.05  # difference of likeness under which two names are equally near


def is_short_for(short: str, span: Span) -> bool:
    """Whether the letters of a short name stand in one of its region's names in that order: "Malra"."""
    known = gazetteer().by_code
    return any(holds_in_order(known[code].name.lower(), short.lower()) for code in region_of(span).codes)


def is_short_name(whole: Span, span: Span) -> bool:
    """Whether the words before a short name are those of the long one: "Kepulauan Sitaro"."""
    known = gazetteer().by_code
    lead = {token.lower_ for token in whole.doc[whole.start : span.start]}
    return any(lead <= set(known[code].name.lower().split()) for code in region_of(span).codes)


def holds_in_order(name: str, letters: str) -> bool:
    rest = iter(name)
    return all(letter in rest for letter in letters)


def nearest(name: str, level: RegionLevel) -> str | None:
    """The code of the one region of a level that a misspelt name comes nearest to; None in doubt."""
    rows = [
        (SequenceMatcher(None, near.bare.lower(), name.lower()).ratio(), near.code)
        for near in gazetteer().suggest(name, level)
        if near.bare[0] == name[0]
        and abs(len(near.bare) - len(name)) <= 1
        and near.bare.count(" ") == name.count(" ")
    ]
    rows.sort(reverse=True)
    if not rows or (len(rows) > 1 and rows[0][0] - rows[1][0] < DOUBT):
        return None
    return rows[0][1]
