"""Whether a region holds an award, in which tier and with which score, by what articles report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from extractor.dataset import Award, Statement
from extractor.dataset.agree import number_covers
from extractor.dataset.fields import number_text
from extractor.factcheck import absence, doubts, figures, listing, near
from extractor.factcheck.context import Context, place
from extractor.factcheck.holdings import announced, known
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.sources import Voice, Weighed, weigh
from extractor.model import Record
from extractor.programmes import Programme
from extractor.reconcile.naming import award, tier_name
from extractor.reconcile.wording import number

_VERBS: Final = (
    r"(?:meraih|menerima|mendapat\w*|memperoleh|masuk|termasuk|ikut|turut|menyandang|lolos|berhasil|"
    r"terdaftar|kebagian|"
    r"membawa|mengantongi|dianugerahi|berpartisipasi|menyabet)"
)
GAINS: Final = re.compile(rf"\b(?:{_VERBS}|dianugerahi|diganjar|diraih)\b", re.IGNORECASE)
NEGATED: Final = re.compile(
    rf"\b(?:tidak|belum|tak|gagal|batal|urung)\s+(?:pernah\s+|ikut\s+|juga\s+)?{_VERBS}|"
    rf"\bbukan\s+(?:penerima|peraih|peserta)|\babsen\b",
    re.IGNORECASE,
)
Stance = Literal["agree", "disagree"]


def check(context: Context) -> Iterator[ClaimFinding]:
    """For every award stated: that there is one, its tier, its score."""
    reading = context.reading
    if (
        figures.MEETS.search(reading.text)
        and figures.stated_figures(reading)
        and not GAINS.search(reading.text)
    ):
        return  # what the figures are enough for, not what was given
    for record in reading.records:
        programme = context.extractor.catalogue.get(record.programme.id)
        if programme is not None:
            yield from _award(context, record, programme)


def _award(context: Context, record: Record, programme: Programme) -> Iterator[ClaimFinding]:
    denied = NEGATED.search(context.reading.text) is not None
    impossible = _impossible(context, record, programme)
    if impossible is not None:
        yield impossible
        return
    found = known(context, programme, record)
    rows = [(a, row) for a in found for row in context.sources.statements(a)]
    waiting = announced(context, rows, programme)
    held = [row for _, row in rows if row.field == "status" and row.article_id not in waiting]
    if not held:
        yield _absent(context, record, programme, announced=bool(rows), denied=denied)
        return
    if record.tier is not None:
        yield _tier(context, record, programme, found, waiting, denied=denied)
    else:
        yield _held(context, record, programme, held, rows, denied=denied)
    if record.score is not None:
        yield _score(context, record, programme, [row for _, row in rows if row.field == "score"])


def what(context: Context, record: Record, programme: Programme) -> str:
    """The award in words: "Kabupaten X: kategori Utama UHC Awards 2026"."""
    tier = record.tier.id if record.tier else None
    named = award(programme, record.edition, tier, context.lang)
    return context.say("what.award", region=record.region.name, award=named)


def _at(context: Context, record: Record, field: str) -> tuple[int, int] | None:
    marks = record.evidence.get(field) or []
    return (marks[0].start, marks[0].end) if marks else place(context.reading.text, record.region.name)


def _impossible(context: Context, record: Record, programme: Programme) -> ClaimFinding | None:
    """A tier that the edition did not have, or that was never given to anyone."""
    tier = programme.tier(record.tier.id) if record.tier else None
    year = record.edition
    if tier is None or year is None:
        return None
    edition = programme.edition(year)
    totals = edition.totals if edition else None
    outside = (tier.since is not None and year < tier.since) or (tier.until is not None and year > tier.until)
    nobody = (
        totals is not None
        and totals.complete
        and tier.id not in totals.by_tier
        and not programme.provincial_rounds
    )
    if not outside and not nobody:
        return None
    return context.finding(
        "edition.tier",
        "refuted",
        "edition.tier.unknown",
        stated=tier.id,
        at=_at(context, record, "tier"),
        sources=programme.cite(edition.sources) if edition else [],
        award=award(programme, year, None, context.lang),
        said=tier.name,
    )


def _absent(
    context: Context, record: Record, programme: Programme, *, announced: bool, denied: bool
) -> ClaimFinding:
    """No article reports the award: open, unless one says that the region was not among them."""
    at = _at(context, record, "region")
    subject = what(context, record, programme)
    voices = list(absence.voices(context, record, programme))
    if voices:
        heard = weigh(voices)
        if denied:
            heard = inverted(heard)
        return context.heard("dataset.award", heard, what=subject, at=at)
    notes = near.quotes(context, record, programme)
    return context.finding(
        "dataset.award",
        "not_enough_info",
        "award.announced" if announced else "award.absent",
        at=at,
        evidence=notes,
        what=subject,
    )


def inverted(heard: Weighed) -> Weighed:
    """The same voices on the denial of what they speak of."""
    turned = {"supported": "refuted", "refuted": "supported"}.get(heard.verdict, heard.verdict)
    quotes = tuple(
        q.model_copy(update={"stance": {"agree": "disagree", "disagree": "agree"}.get(q.stance, q.stance)})
        for q in heard.quotes
    )
    return Weighed(turned, heard.disagree, heard.agree, quotes, "")  # type: ignore[arg-type]


def _held(
    context: Context,
    record: Record,
    programme: Programme,
    held: list[Statement],
    rows: list[tuple[Award, Statement]],
    *,
    denied: bool,
) -> ClaimFinding:
    """That there is an award at all; quoted where the article names the region."""
    articles = {row.article_id for row in held}
    named = [row for _, row in rows if row.field == "region" and row.article_id in articles]
    heard = weigh(context.sources.voice(row, "agree") for row in named or held)
    heard = inverted(heard) if denied else heard
    return context.heard(
        "dataset.award", heard, what=what(context, record, programme), at=_at(context, record, "region")
    )


def _tier(
    context: Context,
    record: Record,
    programme: Programme,
    found: list[Award],
    waiting: set[str],
    *,
    denied: bool,
) -> ClaimFinding:
    assert record.tier is not None
    at, subject = _at(context, record, "tier"), what(context, record, programme)
    voices = [voice for one in found for voice in _tier_voices(context, one, record, programme, waiting)]
    heard = weigh(voices)
    if record.edition is None and heard.conflict:  # one of several editions is enough
        heard = weigh(v for v in voices if v.stance == "agree")
    if not voices:
        return context.finding(
            "dataset.tier",
            "not_enough_info",
            "award.no_tier",
            stated=record.tier.id,
            at=at,
            what=subject,
            evidence=near.quotes(context, record, programme),
        )
    if denied:
        return context.heard("dataset.tier", inverted(heard), what=subject, stated=record.tier.id, at=at)
    other = tier_name(programme, heard.says) if heard.says else None
    return context.heard("dataset.tier", heard, what=subject, stated=record.tier.id, at=at, expected=other)


def _tier_voices(
    context: Context, one: Award, record: Record, programme: Programme, waiting: set[str]
) -> Iterator[Voice]:
    """What articles say of the tier; a score in a known band says it as well."""
    assert record.tier is not None
    sources, wanted = context.sources, record.tier.id
    decided = sources.decided(one, "tier")
    rows = sources.statements(one)
    tiers = [row for row in rows if row.field == "tier" and row.article_id not in waiting]
    for row in tiers:
        if decided is not None and row.value != decided:
            continue
        stance: Stance = "agree" if row.value == wanted else "disagree"
        if stance == "disagree" and is_generic(programme, wanted):
            if (programme.height(row.value) or 0) > (programme.height(wanted) or 0):
                continue  # less than the award that bears the programme's name, and yet of its kind
            stance = "agree"
        if doubts.doubtful(context, row, record, programme):
            continue
        yield sources.voice(row, stance)
    told = {row.article_id for row in tiers}
    for row in (row for row in rows if row.field == "score" and row.article_id not in told):
        band = next((b for b in programme.bands_for(one.edition) if b.tier == wanted), None)
        held = band.holds(float(row.value)) if band is not None else None
        article = sources.article(row.article_id) if held is None else None
        laid = (
            listing.tiers(context, article, programme).get(one.region_code or "")
            if article is not None
            else None
        )
        if laid is not None:
            yield sources.voice(row, "agree" if laid == wanted else "disagree", laid)
            continue
        if held is not None:
            yield sources.voice(
                row, "agree" if held else "disagree", _banded(programme, one, float(row.value))
            )


def is_generic(programme: Programme, tier_id: str) -> bool:
    """Whether the tier bears the programme's own name, so that a claim may mean any of its tiers."""
    tier = programme.tier(tier_id)
    return tier is not None and tier.name.lower() in (programme.name.lower(), programme.id)


def _banded(programme: Programme, one: Award, score: float) -> str:
    return next((b.tier for b in programme.bands_for(one.edition) if b.holds(score)), "")


def _score(context: Context, record: Record, programme: Programme, rows: list[Statement]) -> ClaimFinding:
    assert record.score is not None
    said = number_text(record.score)
    voices = [
        context.sources.voice(
            row, "agree" if number_covers(row.value, said) or number_covers(said, row.value) else "disagree"
        )
        for row in rows
    ]
    heard = weigh(voices)
    subject = context.say("what.score", region=record.region.name, said=number(record.score, context.lang))
    other = number(float(heard.says), context.lang) if heard.says else None
    return context.heard(
        "dataset.score",
        heard,
        what=subject,
        stated=record.score,
        at=_at(context, record, "score"),
        expected=other,
    )
