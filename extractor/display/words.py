"""Values as people read them: tiers by name, dates in full, numbers with their signs and units."""

from __future__ import annotations

import re
from typing import Final

from extractor.dataset import Award
from extractor.display.language import Language
from extractor.display.tiers import Tiers

POINTS: Final = ("single", "untiered", "conflict", "refuted")
"""What an editor may want to look at in an award."""

_SIGNS: Final = {">=": "≥ ", "<=": "≤ ", ">": "> ", "<": "< ", "~": "± ", "=": ""}
_MEASURE = re.compile(r"(>=|<=|>|<|~|=)?\s*(-?\d+(?:\.\d+)?)")


class Words:
    """Words for what the dataset holds, in one language."""

    def __init__(self, language: Language, tiers: Tiers) -> None:
        self.language = language
        self.tiers = tiers

    def award(self, award: Award) -> str:
        """ "UHC Awards 2026", with the province where it is a ceremony of its own."""
        name = self.tiers.programme(award.programme)
        return " ".join(filter(None, (name, str(award.edition or ""), award.scope and f"({award.scope})")))

    def tier(self, award: Award) -> str:
        """The tier's name, else the score or rank that stands for it."""
        if award.tier is not None:
            return self.tiers.name(award.programme, award.tier)
        if award.score is not None:
            return self.language.number(award.score)
        return "" if award.rank is None else f"#{award.rank}"

    def recipient(self, award: Award) -> str:
        return ", ".join(filter(None, (award.official_name, award.official_role)))

    def value(self, field: str, value: str, programme: str) -> str:
        """A value of a field of an award, as `conflicts` has it."""
        if field == "tier":
            return self.tiers.name(programme, value)
        if field == "date":
            return self.language.date(value)
        if field == "score":
            return self.measure(value, None)
        return self.language.named("status", value) if field == "status" else value

    def measure(self, value: str | None, unit: str | None) -> str:
        """ ">= 99" in percent is "≥ 99 persen"; what is no number stays as it is."""
        if value is None:
            return ""
        match = _MEASURE.fullmatch(value.strip())
        if match is None:
            return value
        number = self.language.number(float(match[2]))
        return f"{_SIGNS[match[1] or '=']}{number} {self.language.named('unit', unit)}".strip()

    def points(self, award: Award) -> tuple[str, ...]:
        """Those of POINTS that hold for the award."""
        holds = (
            award.independent_sources == 1,
            award.tier is None,
            award.conflicts > 0,
            award.verdict == "refuted",
        )
        return tuple(point for point, held in zip(POINTS, holds, strict=True) if held)
