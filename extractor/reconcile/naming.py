"""How sentences name an award: "kategori Utama UHC Awards 2026", "the Utama tier of UHC Awards 2026"."""

from __future__ import annotations

from extractor.programmes import Programme
from extractor.reconcile.wording import Lang


def award(programme: Programme, year: int | None, tier: str | None, lang: Lang) -> str:
    """The award in words; without a tier, or for tier "all", the edition alone."""
    edition = programme.name if year is None else f"{programme.name} {year}"
    if tier is None or tier == "all":
        return edition
    name = tier_name(programme, tier)
    return f"kategori {name} {edition}" if lang == "id" else f"the {name} tier of {edition}"


def tier_name(programme: Programme, tier: str) -> str:
    known = programme.tier(tier)
    return known.name if known else tier
