"""What the page shows, out of a dataset: awards with sources, disputes with quotations, failed checks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.dataset import Award, Conflict, Coverage, Dataset, Finding, Statement
from extractor.display.quotes import Quote, quote
from extractor.display.sources import Source, Sources

OWN_FIGURES = ("criteria.", "band.")
"""Checks that hold what an article says of a region against what its tier demands."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One article with its own words for a value."""

    source: Source
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Side:
    """One value of a dispute, and who says it."""

    value: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A preferred value of an award's field against one that lost."""

    conflict: Conflict
    award: Award
    preferred: Side
    loser: Side


@dataclass(frozen=True, slots=True)
class Failed:
    """A refuted check of an article, on an award or (award null) on the article's own words."""

    finding: Finding
    award: Award | None
    voice: Voice

    @property
    def metric(self) -> str:
        check = self.finding.check
        return "score" if check.startswith("band.") else check.rsplit(".", 1)[-1]


@dataclass(frozen=True, slots=True)
class Facts:
    """All of it, in the dataset's order."""

    awards: tuple[Award, ...]
    sources: Sources
    coverage: Coverage
    disputes: tuple[Dispute, ...]
    unmet: tuple[Failed, ...]
    contradicted: tuple[Failed, ...]


def collect(dataset: Dataset) -> Facts:
    """Reads the dataset once, as it is at one moment."""
    with dataset.snapshot():
        sources = Sources(dataset.iter_articles())
        awards = tuple(dataset.awards())
        failed = tuple(_failed(dataset, {award.id: award for award in awards}, sources))
        return Facts(
            awards=awards,
            sources=sources,
            coverage=dataset.coverage(),
            disputes=tuple(_disputes(dataset, {award.id: award for award in awards}, sources)),
            unmet=tuple(each for each in failed if each.award and _is_own_figure(each.finding)),
            contradicted=tuple(each for each in failed if not (each.award and _is_own_figure(each.finding))),
        )


def _is_own_figure(finding: Finding) -> bool:
    return finding.check.startswith(OWN_FIGURES)


def _failed(dataset: Dataset, awards: dict[str, Award], sources: Sources) -> Iterable[Failed]:
    """Refuted findings; one that an article has word for word on several of its records is told once each."""
    seen = set()
    for finding in dataset.findings():
        # what a page says of its date holds for all of its records: one line tells it
        key = (finding.article_id, finding.check, finding.reason, finding.text)
        if finding.verdict != "refuted" or key in seen:
            continue
        seen.add(key)
        article = dataset.article(finding.article_id)
        if article is None:
            continue
        words = quote(article, finding.text, finding.part, finding.start, finding.end)
        award = awards.get(finding.award_id) if finding.award_id else None
        yield Failed(finding, award, Voice(sources.of(article.id), words))


def _disputes(dataset: Dataset, awards: dict[str, Award], sources: Sources) -> Iterable[Dispute]:
    for conflict in dataset.conflicts():
        said = [s for s in dataset.statements(conflict.award_id) if s.field == conflict.field]

        def side(
            value: str, articles: Iterable[str], words: str | None, said: list[Statement] = said
        ) -> Side:
            voices = (_voice(dataset, sources, article, value, words, said) for article in articles)
            return Side(value, tuple(voices))

        yield Dispute(
            conflict,
            awards[conflict.award_id],
            side(conflict.preferred, conflict.preferred_articles, conflict.preferred_quote),
            side(conflict.value, conflict.value_articles, conflict.value_quote),
        )


def _voice(
    dataset: Dataset,
    sources: Sources,
    article_id: str,
    value: str,
    words: str | None,
    said: Iterable[Statement],
) -> Voice:
    """The article's own mark for the value, else its mark for less or more of it, else the side's words."""
    own = [s for s in said if s.article_id == article_id and s.text is not None]
    mark = next((s for s in own if s.value == value), next((s for s in own if s.text == words), None))
    article = dataset.article(article_id)
    if article is None or mark is None:
        return Voice(sources.of(article_id), Quote.bare(words))
    return Voice(sources.of(article_id), quote(article, mark.text, mark.part, mark.start, mark.end))
