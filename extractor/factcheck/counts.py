"""The counts of regions that a claim states: how many of which kind, in which tier, and where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extractor.factcheck.mentions import Mention
from extractor.factcheck.words import KIND, NUMBER, kind, whole
from extractor.model import Op
from extractor.programmes import Programme
from extractor.reconcile.bounds import Span, meets, possible

COUNT: Final = re.compile(
    rf"(?<![\d.,/-])(?<!ke-)(?<!ke )(?P<count>{NUMBER})(?![\d/]|,\d|\.\d|-an|\s?(?:persen|%|juta|ribu|"
    rf"miliar|jiwa|orang|kali|tahun|besar|poin|"
    rf"kategori|predikat|tingkat|sampai|hingga|terbaik))\b\s*(?P<kind>{KIND})?",
    re.IGNORECASE,
)
SHARE: Final = re.compile(
    rf"\b(?P<count>{NUMBER})\s+(?:(?P<part>{KIND})\s+)?(?:dari|di antara)\s+(?:total\s+|"
    rf"seluruhnya\s+)?(?P<whole>{NUMBER})\s+(?P<kind>{KIND})",
    re.IGNORECASE,
)
_FILL: Final = (
    r"(?:\s+(?:peraih|penerima|meraih|menerima|mendapat\w*|memperoleh|dengan|untuk|yang|"
    r"predikat|kategori|tingkat|peringkat|opini|di|dalam|se|tersebut|masuk|menyandang|pada|lainnya|"
    r"lain|ber\w+|daerah|pemda)\b)*\s*[“\"‘']?"
)
_LEAD: Final = (
    r"[”\"’']?\s*(?:(?:sebanyak|ada|adalah|yakni|yaitu|berjumlah|hanya|diraih|diberikan|diterima|kepada|"
    r"oleh|untuk|tahun|jatuh|pada|dimiliki|dibawa|UHC Awards?|KLA|\d{4})\s*|[:=(]\s*)*$"
)
ASSESSED: Final = re.compile(
    r"\b(?:dinilai|dievaluasi|diusulkan|dipantau|peserta|mengikuti|berpartisipasi|ikut|yang ada|"
    r"se-indonesia)\b",
    re.IGNORECASE,
)
LISTING: Final = re.compile(
    r"\b(?:yakni|yaitu|terdiri (?:atas|dari)|rincian\w*|meliputi|masing-masing|terbagi|ialah)\b|:",
    re.IGNORECASE,
)
NEAR: Final = re.compile(r"\b(?:hampir|nyaris|mendekati)(?:\s+\w+)?\s*$", re.IGNORECASE)
NEARLY: Final = 0.1
"""How much of a count may be missing where it is "hampir" reached, as a share of it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """ "75 kabupaten/kota kategori Utama"; `assessed` counts regions judged, not honoured; `said` if the
    kind is.

    `op` is what the words before make of the number ("lebih dari 300"), `nearly` whether they say that little
    is missing ("hampir 400").
    """

    tier: str
    count: int
    unit: str
    said: bool
    assessed: bool
    start: int
    end: int
    op: Op = "="
    nearly: bool = False

    def fits(self, count: int) -> bool:
        """Whether a true count of so many bears the claim out."""
        allowed = possible(self.op, self.count)
        if self.nearly:
            allowed = Span(self.count * (1 - NEARLY), self.count, high_open=True)
        return meets(Span(count, count), allowed) is True


def counts(text: str, mentions: Sequence[Mention], programme: Programme) -> list[Counted]:
    """The counts in order; numbers of dates, shares, ranks and years are none."""
    return list(_counts(text, mentions, programme))


def _counts(text: str, mentions: Sequence[Mention], programme: Programme) -> Iterator[Counted]:
    taken = [(m.start, m.end) for m in mentions if m.group in ("dates", "programmes")]
    masked = _masked(text, mentions)
    unit = "daerah"
    shares = {m.start(): m for m in SHARE.finditer(text) if _is_share(m)}
    wholes = {m.start("whole") for m in shares.values()}
    for match in COUNT.finditer(text):
        at = (match.start("count"), match.end("count"))
        number = whole(match["count"])
        if (
            number is None
            or any(a < at[1] and at[0] < b for a, b in taken)
            or re.fullmatch(r"(?:19|20)\d\d", match["count"])
        ):
            continue
        tier = _tier_behind(masked, match.end("kind") if match["kind"] else at[1], programme)
        tier = tier or _tier_before(text, at[0], programme)
        said = match["kind"] is not None and not _names_region(mentions, match)
        op, nearly = _op(mentions, *at), NEAR.search(text[: at[0]]) is not None
        share = shares.get(at[0])
        if share is not None:  # "192 dari 397 kabupaten/kota meraih kategori Madya": the tier is of the part
            tier = _tier_behind(masked, share.end(), programme)
            unit = kind(share["kind"])
            yield Counted(tier or "all", number, unit, tier is None or said, tier is None, *at, op, nearly)
            continue
        if at[0] in wholes:
            tier = None
        if tier is None and not said:
            continue
        unit = kind(match["kind"]) if said else unit
        behind = text[match.end() : match.end() + 40].split(",")[0]
        opens = re.search(r"(?:^|[.;]\s)\s*Dari\s+$", text[max(0, at[0] - 12) : at[0]]) is not None
        assessed = tier is None and (opens or ASSESSED.search(behind) is not None)
        end = match.end("kind") if said else at[1]
        yield Counted(tier or "all", number, unit, said, assessed, at[0], end, op, nearly)


def _op(mentions: Sequence[Mention], start: int, end: int) -> Op:
    """What the words before a number make of it."""
    own = (m for m in mentions if m.group == "quantities" and m.start < end and start < m.end)
    op: Op = next((m.value.op for m in own), "=")
    return op


def _is_share(match: re.Match[str]) -> bool:
    """Whether both numbers count the same kind of region, the first some of the second."""
    part, all_of = whole(match["count"]), whole(match["whole"])
    same = match["part"] is None or kind(match["part"]) == kind(match["kind"])
    return part is not None and all_of is not None and part <= all_of and same


def _masked(text: str, mentions: Sequence[Mention]) -> str:
    """The text with awards, years and places blanked: they may stand between a count and its tier."""
    kept = list(re.sub(r"\b(?:19|20)\d\d\b", "    ", text))
    for m in mentions:
        place = m.group == "regions" and re.search(
            r"\b(?:di|se-?|provinsi)\s*$", text[max(0, m.start - 12) : m.start], re.IGNORECASE
        )
        if m.group == "programmes" or place:
            kept[m.start : m.end] = " " * (m.end - m.start)
    return "".join(kept)


def _names_region(mentions: Sequence[Mention], match: re.Match[str]) -> bool:
    """Whether the kind begins a region's name: "satu Kabupaten Balangan"."""
    start = match.start("kind")
    return any(m.start == start for m in mentions if m.group == "regions")


def _tiers(programme: Programme) -> tuple[str, dict[str, str]]:
    forms = {form.text.lower(): tier.id for tier in programme.tiers for form in tier.forms()}
    names = sorted(forms, key=lambda n: (-len(n), n))
    return "|".join(map(re.escape, names)), forms


def _tier_behind(text: str, at: int, programme: Programme) -> str | None:
    names, forms = _tiers(programme)
    match = re.match(rf"{_FILL}(?P<tier>(?i:{names}))\b", text[at : at + 110])
    if match is None or not (match["tier"][0].isupper() or "kategori" in match[0] or "predikat" in match[0]):
        return None
    return forms[match["tier"].lower()]


def _tier_before(text: str, at: int, programme: Programme) -> str | None:
    names, forms = _tiers(programme)
    match = re.search(rf"\b(?P<tier>(?i:{names}))(?P<gap>{_LEAD})", text[max(0, at - 60) : at])
    if match is None or (not match["gap"].strip() and not match["tier"][0].isupper()):
        return None
    return forms[match["tier"].lower()]
