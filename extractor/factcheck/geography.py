"""Where a region lies: "Balangan, kabupaten di Kalimantan Timur" is judged by the Kemendagri codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from extractor.factcheck.context import Context
from extractor.factcheck.mentions import region_of
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.words import KIND
from extractor.regions.gazetteer import gazetteer

LIES: Final = re.compile(
    rf" ?[,(–-]? ?(?:yang )?(?:(?:sebuah|salah satu|adalah|merupakan) )*"
    rf"(?:(?:{KIND}) (?:di|dari)|berada di|terletak di|,|\() ?(?:Provinsi )?",
    re.IGNORECASE,
)
"""What stands between a region and the province it is said to lie in; a claim has single blanks."""


def check(context: Context) -> Iterator[ClaimFinding]:
    """One finding for each region with a province right behind it that is not its own."""
    regions = context.reading.of("regions")
    for own, province in pairwise(regions):
        if LIES.fullmatch(context.reading.text[own.end : province.start]) is None:
            continue
        lower = [region for region in region_of(own) if region.level != "provinsi"]
        named = [region for region in region_of(province) if region.level == "provinsi"]
        if is_listed(context.reading.text, own.end, province.start, province.end):
            continue
        if len(named) != 1 or not lower or any(r.province_code == named[0].code for r in lower):
            continue
        should = " / ".join(gazetteer().by_code[r.province_code].name for r in lower)
        yield context.finding(
            "region.province",
            "refuted",
            "place.wrong",
            stated=named[0].name,
            expected=should,
            at=(own.start, province.end),
            region=lower[0].name,
            said=named[0].name,
            should=should,
        )


def is_listed(text: str, start: int, end: int, behind: int) -> bool:
    """Whether a province behind a mere comma is the next of several: "Kota X, Jawa Barat, dan Bali"."""
    if text[start:end].strip() != ",":
        return False
    return re.match(r" ?(?:,|dan\b|serta\b|&)? ?(?:dan|serta|[A-Z])", text[behind:]) is not None
