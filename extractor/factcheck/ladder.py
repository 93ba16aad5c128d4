"""Claims about a programme's tiers themselves: how many there are, which is the highest, which is above
which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from extractor.factcheck.context import Context
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.sources import reference
from extractor.factcheck.words import NUMBER, whole
from extractor.programmes import Programme

HOW_MANY: Final = re.compile(
    rf"\b(?P<count>{NUMBER})\s+(?:kategori|predikat|tingkat(?:an)?|peringkat|jenjang|kelas|opini)\b",
    re.IGNORECASE,
)
EXTREME: Final = re.compile(
    r"\b(?:kategori|predikat|tingkat|peringkat|level|opini|jenjang|nilai)\s+(?:yang\s+)?(?P<end>tertinggi|"
    r"teratas|paling tinggi|terbaik|terendah|terbawah|paling rendah)",
    re.IGNORECASE,
)
ABOVE: Final = re.compile(
    r"\b(?:di atas|lebih tinggi (?:dari|daripada)|mengungguli)(?:\s*(?:kategori|predikat|tingkat))?"
    r"\s*[“\"']?$",
    re.IGNORECASE,
)
BELOW: Final = re.compile(
    r"\b(?:di bawah|lebih rendah (?:dari|daripada))(?:\s*(?:kategori|predikat|tingkat))?\s*[“\"']?$",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[ClaimFinding]:
    reading = context.reading
    programme = reading.programme
    if programme is None:
        return
    tiers = named(reading.text, programme)
    if not reading.records and not reading.subjects:
        yield from _how_many(context, programme)
        yield from _order(context, programme, tiers)
    yield from _extreme(context, programme, tiers)


class Named(NamedTuple):
    """A tier of the programme as the claim writes it."""

    tier: str
    text: str
    start: int
    end: int


def named(text: str, programme: Programme) -> list[Named]:
    """Tiers written with a capital, in order; those inside the award's own name are none."""
    forms = {form.text: tier.id for tier in programme.tiers for form in tier.forms()}
    names = "|".join(sorted(map(re.escape, forms), key=lambda n: (-len(n), n)))
    own = {programme.name, *programme.aliases}
    found = re.finditer(rf"\b(?:{names})\b", text)
    return [Named(forms[m[0]], m[0], *m.span()) for m in found if m[0][0].isupper() and m[0] not in own]


def _how_many(context: Context, programme: Programme) -> Iterator[ClaimFinding]:
    match = HOW_MANY.search(context.reading.text)
    count = whole(match["count"]) if match else None
    if match is None or count is None or not 2 <= count <= 12:
        return
    year = context.reading.edition
    all_tiers = [
        t for t in programme.tiers if (t.since or 0) <= (year or 9999) and (year or 0) <= (t.until or 9999)
    ]
    given = [t for t in all_tiers if not t.never_awarded]
    names = ", ".join(t.name for t in all_tiers)
    right = count in (len(all_tiers), len(given))
    yield _finding(context, programme, "tiers.count", right, count, len(given), match.span(), names)


def _extreme(context: Context, programme: Programme, tiers: list[Named]) -> Iterator[ClaimFinding]:
    """ "Utama, predikat tertinggi": the tier named nearest to the words."""
    match = EXTREME.search(context.reading.text)
    if match is None or not tiers or (programme.id == "spbe" and match[0].lower().startswith("nilai")):
        return
    low = match["end"].lower() in ("terendah", "terbawah", "paling rendah")
    given = [t for t in programme.tiers if not t.never_awarded]
    ends = {given[-1].id} if low else {given[0].id, programme.tiers[0].id}
    mention = min(tiers, key=lambda m: (min(abs(m.start - match.end()), abs(match.start() - m.end)), m.start))
    right = mention.tier in ends
    expected = (given[-1] if low else given[0]).name
    yield _finding(context, programme, "tiers.extreme", right, mention.text, expected, match.span(), expected)


def _order(context: Context, programme: Programme, tiers: list[Named]) -> Iterator[ClaimFinding]:
    for first, second in pairwise(tiers):
        between = context.reading.text[first.end : second.start]
        above, below = ABOVE.search(between), BELOW.search(between)
        a, b = programme.height(first.tier), programme.height(second.tier)
        if (above is None and below is None) or a is None or b is None:
            continue
        right = a < b if above else a > b
        names = " > ".join(tier.name for tier in programme.tiers)
        yield _finding(
            context, programme, "tiers.order", right, between.strip(), names, (first.start, second.end), names
        )


def _finding(
    context: Context,
    programme: Programme,
    check_id: str,
    right: bool,
    stated: float | str,
    expected: float | str,
    at: tuple[int, int],
    names: str,
) -> ClaimFinding:
    sources = tuple(programme.sources)[:3]
    return context.finding(
        check_id,
        "supported" if right else "refuted",
        f"{check_id}.right" if right else f"{check_id}.wrong",
        stated=stated,
        expected=expected,
        at=at,
        evidence=[
            reference(programme, sources, f"{programme.name}: {names}", "agree" if right else "disagree")
        ],
        sources=programme.cite(sources),
        award=programme.name,
        said=stated,
        should=expected,
        names=names,
    )
