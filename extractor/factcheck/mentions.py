"""Mentions of a text as plain values that outlive spaCy's memory, and the regions they may mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from extractor.core import Extractor
from extractor.regions.gazetteer import Region, gazetteer

GROUPS: Final = ("regions", "officials", "dates", "venues", "programmes", "tiers", "quantities")


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of the claim found by a pipe; `value` is what the pipe says of it."""

    group: str
    start: int
    end: int
    text: str
    value: Any


def mentions_of(text: str, extractor: Extractor) -> Iterator[Mention]:
    """The mentions of all kinds in `text`, kind by kind, as values that outlive spaCy's memory."""
    names = {"regions": "region", "officials": "person", "dates": "date", "venues": "venue"}
    names |= {"programmes": "programme", "tiers": "tier", "quantities": "quantity"}
    found = []
    with extractor.nlp.memory_zone():
        doc = extractor.nlp(text)
        for group in GROUPS:
            for span in doc.spans.get(group, ()):
                value = getattr(span._, names[group])
                found.append(Mention(group, span.start_char, span.end_char, str(span.text), value))
    yield from found


def region_of(mention: Mention, within: Region | None = None) -> tuple[Region, ...]:
    """The regions that a mention may mean; a level said before the name, and a province, decide."""
    known = gazetteer().by_code
    found = [known[code] for code in mention.value.codes if code in known]
    level = mention.value.level
    fitting = [region for region in found if level in (None, region.level)] or found
    inside = [
        region for region in fitting if within is not None and region.province_code == within.province_code
    ]
    lower = [region for region in inside if region.level != "provinsi"]
    return tuple(lower or fitting) if len(fitting) > 1 else tuple(fitting)
