"""Names and order of programmes and tiers; what the catalogue does not know goes by its id, last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from extractor.dataset import Award
from extractor.programmes.catalogue import Catalogue


class Tiers:
    """Programmes and tiers by their ids."""

    def __init__(self, catalogue: Catalogue, awards: Iterable[Award] = ()) -> None:
        self._catalogue = catalogue
        self._names = {award.programme: award.programme_name for award in awards}

    def programme(self, programme: str) -> str:
        known = self._catalogue.get(programme)
        return self._names.get(programme) or (known.name if known else programme)

    def name(self, programme: str, tier: str | None) -> str:
        """Empty for no tier."""
        known = self._catalogue.get(programme)
        found = known.tier(tier) if known and tier else None
        return found.name if found else tier or ""

    def height(self, programme: str, tier: str | None) -> int:
        """0 for the highest; below all others what is not known."""
        known = self._catalogue.get(programme)
        height = known.height(tier) if known and tier else None
        return 1_000 + (tier is None) if height is None else height

    def ordered(
        self, programme: str, tiers: Iterable[str | None] | Mapping[str | None, int]
    ) -> list[str | None]:
        """Each tier once, from the highest to the lowest, "no tier" last."""
        return sorted(dict.fromkeys(tiers), key=lambda tier: (self.height(programme, tier), tier or ""))
