"""Totals: how many regions an article says were honoured, by tier and kind of region."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from spacy.tokens import Span

from extractor.model import Total
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import quantity_of
from extractor.records.counts import CountReader
from extractor.records.editions import Editions
from extractor.records.honours import is_honoured
from extractor.records.places import Places
from extractor.records.view import Stretch, View

THERE = frozenset(lexicon("totals")["there"])
TotalUnit = Literal["provinsi", "kabupaten", "kota", "kabupaten/kota", "daerah"]


class Totals:
    """The totals of an article: `found`.  `scope` is the province of a provincial round.

    `own_tiers` gives the tier that the article's own region won, by programme.
    """

    def __init__(
        self, view: View, places: Places, editions: Editions, *, scope: str | None, own_tiers: dict[str, str]
    ) -> None:
        self.places, self.editions, self.scope = places, editions, scope
        self.counts = CountReader(editions, own_tiers)
        self.found: list[Total] = []
        for sentence in view.sentences:
            for total in self.read(sentence):
                if not any(
                    (t.tier, t.count, t.unit) == (total.tier, total.count, total.unit) for t in self.found
                ):
                    self.found.append(total)

    def read(self, sentence: Stretch) -> Iterator[Total]:
        """The totals of a sentence; a count without a kind of region takes that of the count before."""
        pid = self.editions.context[sentence.sentence]
        if pid is None:
            return
        edition = self.editions.years[pid].year
        unit: str | None = None
        for span in sentence.quantities:
            kind, tier = self.counts.read(sentence, span, pid)
            unit = kind or unit
            if (kind is None and tier is None) or not is_honoured(sentence, span, tier, edition):
                continue
            previous = self.found[-1].unit if self.found else None
            yield Total(
                programme=pid,
                edition=edition,
                tier=tier or "all",
                count=int(quantity_of(span).value),
                unit=cast(TotalUnit, unit or previous or "daerah"),
                scope=self.province(sentence, span) or self.scope,
                evidence=[sentence.part.mark(span, "total")],
            )

    def province(self, sentence: Stretch, span: Span) -> str | None:
        """The province of a count: "13 daerah di Kalimantan Barat", "Di Kalimantan Barat ada 13 daerah"."""
        for region in sentence.regions:
            near = 0 <= region.start - span.end <= 5 or heads(sentence, region, span)
            place = self.places.at(sentence.part, region) if near else None
            if place and place.region and place.region.level == "provinsi" and place.mention.place:
                return place.region.bare
        return None


def heads(sentence: Stretch, region: Span, span: Span) -> bool:
    """Whether only words of being there stand between a region and the count behind it."""
    between = sentence.part.words(region.end, span.start) if region.end <= span.start else None
    return between is not None and THERE.issuperset(between)
