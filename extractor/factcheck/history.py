"""Claims about earlier editions: the n-th time, n in a row, up from a lower tier."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from extractor.dataset import Award
from extractor.factcheck.climbs import Climb, climbed
from extractor.factcheck.context import Context
from extractor.factcheck.editions import speaks_of
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.sources import Voice, weigh
from extractor.factcheck.words import NUMBER, ORDINAL, ordinal, sentences, whole
from extractor.programmes import Programme
from extractor.reconcile.naming import award, tier_name
from extractor.regions.gazetteer import Region

ROW: Final = (
    r"(?:secara\s+)?(?:ber)?turut[- ](?:ber)?turut|(?:secara\s+)?beruntun|berturut|tanpa (?:jeda|putus|"
    r"terputus)|tidak terputus"
)
TIMES: Final = re.compile(
    rf"(?P<many>{NUMBER})\s+(?:kali|tahun)\s+(?:\w+\s+){{0,2}}?(?P<row>{ROW})|"
    rf"(?P<th>{ORDINAL})\s*(?:kali(?:nya)?)\b(?:[^.;,\n]{{0,30}}?(?P<row2>{ROW}))?|"
    rf"\bkali\s+(?P<th2>{ORDINAL})|"
    rf"\b(?:yang|WTP|opini|penghargaan|raihan)\s+(?P<th4>ke-?\s?\w+)\b(?!\s+(?:di|dari|se|besar|"
    rf"kali))(?:\s+(?P<row4>{ROW}))?|"
    rf"\b(?P<th3>ke-?\s?\d+)\s+(?:secara\s+)?(?P<row3>{ROW})|"
    rf"\b(?:sudah|telah|sebanyak|total)\s+(?P<all>{NUMBER})\s+kali\b",
    re.IGNORECASE,
)
HEDGE: Final = re.compile(
    r"\b(?:seingat\w*|kalau tidak salah|kira-kira|mungkin|sekitar|kurang lebih|atau ke\w+|barangkali)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Times:
    """ "Tiga kali berturut-turut": a count, and whether it is of one run."""

    count: int
    in_a_row: bool
    start: int
    end: int


def times(text: str) -> Iterator[Times]:
    for match in TIMES.finditer(text):
        th = match["th"] or match["th2"] or match["th3"] or match["th4"]
        count = ordinal(th) if th else whole(match["many"] or match["all"] or "")
        if count is not None:
            row = any(match[name] for name in ("row", "row2", "row3", "row4"))
            yield Times(count, row, match.start(), match.end())


def check(context: Context) -> Iterator[ClaimFinding]:
    programme = context.reading.programme
    regions = _regions(context)
    if programme is None or not regions:
        return
    for said in times(context.reading.text):
        yield _times(context, said, programme, regions[0])
    climb = climbed(context.reading.text, context.reading.mentions, programme)
    if climb is not None:
        yield _before(context, climb, programme, regions[0])


def _regions(context: Context) -> tuple[Region, ...]:
    from extractor.regions.gazetteer import gazetteer

    known = gazetteer().by_code
    stated = tuple(known[r.region.code] for r in context.reading.records if r.region.code in known)
    return context.reading.subjects or stated or ((context.reading.scope,) if context.reading.scope else ())


def _times(context: Context, said: Times, programme: Programme, region: Region) -> ClaimFinding:
    voices = list(_counted(context, said, programme, region))
    if not any(v.stance == "disagree" for v in voices):
        voices += _known(context, said, programme, region)
    words = context.reading.text[said.start : said.end]
    named = award(programme, context.reading.edition, None, context.lang)
    what = context.say("what.times", words=words, region=region.name, award=named)
    return context.heard(
        "history.times", weigh(voices), what=what, stated=said.count, at=(said.start, said.end)
    )


def _counted(context: Context, said: Times, programme: Programme, region: Region) -> Iterator[Voice]:
    """Articles on the region's award of that edition that count; a hedged count decides nothing."""
    reading, sources = context.reading, context.sources
    awards = sources.awards(programme, reading.edition, region.code)
    ids = dict.fromkeys(row.article_id for one in awards for row in sources.statements(one, "region"))
    for article_id in ids:
        article = sources.article(article_id)
        if article is None:
            continue
        for part, text in (("title", article.title or ""), ("text", article.text)):
            for a, b in sentences(text):
                line = text[a:b]
                if HEDGE.search(line) or not _of_award(context, line, programme):
                    continue
                for told in times(line):
                    if told.count == said.count and (told.in_a_row or not said.in_a_row):
                        yield Voice(
                            article.family,
                            "agree",
                            sources.quote(article, a + told.start, a + told.end, "agree", part),
                        )
                    elif told.count != said.count and told.in_a_row == said.in_a_row and part == "text":
                        quote = sources.quote(article, a + told.start, a + told.end, "disagree", part)
                        yield Voice(article.family, "disagree", quote, line[told.start : told.end])


def _of_award(context: Context, line: str, programme: Programme) -> bool:
    """Whether the sentence can count this award: it names it, or no other one."""
    names = (programme.name, *programme.aliases, *programme.weak_aliases)
    if any(name.lower() in line.lower() for name in names):
        return True
    others = (p for p in context.extractor.catalogue.programmes if p.id != programme.id)
    return not any(
        re.search(rf"\b{re.escape(name)}\b", line) for p in others for name in (p.name, *p.aliases)
    )


def _known(context: Context, said: Times, programme: Programme, region: Region) -> Iterator[Voice]:
    """Every one of the editions in a row is known: that proves the run."""
    year = context.reading.edition
    if not said.in_a_row or year is None or said.count > 6:
        return
    runs: list[list[Award]] = []
    for back in range(said.count):
        found = [
            a for a in context.sources.awards(programme, year - back, region.code) if a.status != "announced"
        ]
        runs.append(found)
    if all(runs):
        for found in runs:
            for row in context.sources.statements(found[0], "region")[:1]:
                yield context.sources.voice(row, "agree")


def _before(context: Context, climb: Climb, programme: Programme, region: Region) -> ClaimFinding:
    """The earlier tier against awards of that year; without a year, of the one before or of the past
    untold."""
    reading, sources = context.reading, context.sources
    voices: list[Voice] = []
    for one in sources.awards(programme, None, region.code):
        if climb.year is not None and one.edition not in (climb.year, None):
            continue
        if climb.year is None and not _earlier(one, reading.edition):
            continue
        for row in sources.statements(one, "tier"):
            article = sources.article(row.article_id)
            fits = one.edition is not None or (
                article is not None and speaks_of(context, article, programme, reading.edition)
            )
            if row.value == climb.tier and fits:
                voices.append(sources.voice(row, "agree"))
            elif (
                row.value != climb.tier
                and one.edition in (climb.year, (reading.edition or 0) - 1)
                and one.edition is not None
            ):
                voices.append(sources.voice(row, "disagree", tier_name(programme, row.value)))
    named = award(programme, climb.year, climb.tier, context.lang)
    what = context.say("what.before", region=region.name, award=named)
    heard = weigh(voices)
    return context.heard("history.before", heard, what=what, stated=climb.tier, at=(climb.start, climb.end))


def _earlier(one: Award, year: int | None) -> bool:
    if one.edition is None:
        return one.status == "past"
    return year is None or one.edition < year
