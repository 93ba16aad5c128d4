"""Steps from one tier to another: "naik dari Madya pada 2019 ke Utama"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from extractor.factcheck.mentions import Mention
from extractor.programmes import Programme

CLIMB: Final = re.compile(
    r"\b(?:naik|melompat|meningkat|melonjak|melesat|beranjak|turun|merosot|anjlok|bergeser|berubah|lompat)\b",
    re.IGNORECASE,
)
PREDECESSOR: Final = re.compile(
    r"\b(?:sebelumnya|tahun lalu|penilaian terdahulu|tadinya|semula)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Climb:
    """ "Naik dari Madya pada 2019 ke Utama": the earlier tier, and its year where it is said."""

    tier: str
    year: int | None
    start: int
    end: int


def climbed(text: str, mentions: Sequence[Mention], programme: Programme) -> Climb | None:
    """The earlier tier of a claim that tells of a step, or of the tier before."""
    tiers = [m for m in mentions if m.group == "tiers" and any(p == programme.id for p, _ in m.value.options)]
    if len(tiers) >= 2 and CLIMB.search(text):
        for mention in tiers:
            lead = text[max(0, mention.start - 30) : mention.start].lower()
            if re.search(r"\bdari\s+(?:\w+\s+){0,2}[“\"']?$", lead):
                return _climb(text, mention, programme)
    before = PREDECESSOR.search(text)
    if before is not None and len(tiers) >= 2:
        mention = min(tiers, key=lambda m: abs(m.start - before.end()))
        return _climb(text, mention, programme)
    return None


def _climb(text: str, mention: Mention, programme: Programme) -> Climb:
    tier = next(t for p, t in mention.value.options if p == programme.id)
    match = re.match(r"(?:[\s(]|pada|di|tahun|untuk|penilaian|edisi)*+((?:19|20)\d\d)", text[mention.end :])
    behind = re.search(
        r"((?:19|20)\d\d)(?:[\s(,]|masih|berpredikat|meraih|kategori|predikat)*+$", text[: mention.start]
    )
    year = int(match[1]) if match else int(behind[1]) if behind else None
    return Climb(tier, year, mention.start, mention.end)
