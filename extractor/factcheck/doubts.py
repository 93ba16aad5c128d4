"""When an article's own words speak against what was read from it: such a statement decides nothing.

Reading an article can go wrong; a verdict must not turn upside down with it.
"""

from __future__ import annotations

import re
from typing import Final

from extractor.dataset import Statement
from extractor.factcheck.context import Context
from extractor.factcheck.mentions import mentions_of, region_of
from extractor.factcheck.words import sentences
from extractor.model import Record
from extractor.programmes import Programme

CUE: Final = r"(?:kategori|predikat|tingkat|peringkat|level|kelompok|opini|nilai|berpredikat)\s+[“\"‘']?"
GIVEN: Final = re.compile(
    r"\b(?:hanya|cuma|memberi\w*|meraih|mendapat\w*|memperoleh|menerima|diganjar|menyandang)\b", re.IGNORECASE
)
ELSEWHEN: Final = re.compile(
    r"\b(?:sebelumnya|tahun lalu|target\w*|menargetkan|berharap|naik|turun|dari|syarat\w*|tertinggi|"
    r"terendah|belum|tidak|bukan)\b",
    re.IGNORECASE,
)


def doubtful(context: Context, row: Statement, record: Record, programme: Programme) -> bool:
    """Whether a sentence of the article gives the region another tier than was read from it."""
    article = context.sources.article(row.article_id)
    if article is None or record.tier is None:
        return False
    claimed = record.tier.id
    others = {tier.id for tier in programme.tiers} - {row.value}
    lines = [article.text[a:b] for a, b in sentences(article.text)]
    if row.value == claimed:
        return any(_gives(context, line, record, programme, others, claimed) for line in lines)
    named = any(_names(line, record, programme, row.value) for line in lines)
    return named or any(_gives(context, line, record, programme, {claimed}, row.value) for line in lines)


def _names(line: str, record: Record, programme: Programme, read: str) -> bool:
    """Whether the line names the region and the claimed tier, and not the tier that was read."""
    assert record.tier is not None
    bare = record.region.name.split(" ", 1)[-1]
    if bare not in line or re.search(_forms(programme, read), line):
        return False
    return re.search(CUE + _forms(programme, record.tier.id), line) is not None


def _gives(
    context: Context, line: str, record: Record, programme: Programme, tiers: set[str], read: str
) -> bool:
    """Whether the line gives one of the tiers in the very edition, to no other region, and not that read."""
    if record.edition is None or str(record.edition) not in line:
        return False
    if not GIVEN.search(line) or ELSEWHEN.search(line) or re.search(_forms(programme, read), line):
        return False
    mentions = list(mentions_of(line, context.extractor))
    options = [m.value.options for m in mentions if m.group == "tiers"]
    told = any(p == programme.id and t in tiers for pairs in options for p, t in pairs)
    regions = [m for m in mentions if m.group == "regions" and not m.value.place]
    return told and all(record.region.code in {r.code for r in region_of(m)} for m in regions)


def _forms(programme: Programme, tier_id: str) -> str:
    """The tier's forms as written: names in capitals or title case."""
    tier = programme.tier(tier_id)
    names = [form.text for form in tier.forms()] if tier else [tier_id]
    return r"\b(?:" + "|".join(sorted(map(re.escape, names), key=lambda n: (-len(n), n))) + r")\b"
