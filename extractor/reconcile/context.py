"""What every check may look at: the result, the article's text, the catalogue, and the language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.model import Evidence, Figure, Finding, Metric, Record, RegionRef, Result, Unit, Verdict
from extractor.programmes import Catalogue, Programme
from extractor.programmes.model import Edition
from extractor.reconcile.reasons import say
from extractor.reconcile.wording import Lang


@dataclass(frozen=True)
class Context:
    result: Result
    text: str
    catalogue: Catalogue
    lang: Lang = "id"

    def programme(self, record: Record) -> Programme | None:
        return self.catalogue.get(record.programme.id)

    def is_local(self, record: Record) -> bool:
        """Whether a province's own round gave the award, which national facts do not judge."""
        programme = self.programme(record)
        levels = programme.national_levels if programme else ()
        return record.scope is not None or (bool(levels) and record.region.level not in levels)

    def edition(self, record: Record) -> Edition | None:
        """The national edition that may judge the record; none for a province's own ceremony."""
        programme = self.programme(record)
        return programme.edition(record.edition) if programme and not self.is_local(record) else None

    def year(self, programme: Programme) -> int | None:
        """The one year of the programme that the article is about; None where it names none or several.

        Its records say it; without records its totals, then the years written behind the programme's names.
        """
        records = {record.edition for record in self.result.records if record.programme.id == programme.id}
        totals = {total.edition for total in self.result.totals if total.programme == programme.id} - {None}
        years = records or totals or self._named_years(programme)
        return years.pop() if len(years) == 1 else None

    def _named_years(self, programme: Programme) -> set[int | None]:
        names = "|".join(
            re.escape(name) for name in sorted((programme.name, *programme.aliases), key=len)[::-1]
        )
        text = f"{self.result.article.title or ''}\n{self.text}"
        found = re.findall(rf"\b(?:{names})(?: tahun)? (20\d\d)\b", text, re.IGNORECASE)
        return {int(year) for year in found}

    def figures(self, region: RegionRef, metric: Metric, unit: Unit) -> list[Figure]:
        """The figures of that very region, metric and unit."""
        wanted = region_key(region)
        return [
            figure
            for figure in self.result.figures
            if (figure.metric, figure.unit) == (metric, unit) and region_key(figure.region) == wanted
        ]

    def finding(
        self,
        check: str,
        verdict: Verdict,
        reason: str,
        *,
        stated: float | str | None = None,
        expected: float | str | None = None,
        unit: str | None = None,
        evidence: Iterable[Evidence] = (),
        sources: Iterable[str] = (),
        **values: object,
    ) -> Finding:
        """A finding whose reason is the template `reason`, filled with `values`."""
        return Finding(
            check=check,
            verdict=verdict,
            stated=stated,
            expected=expected,
            unit=unit,
            reason=say(reason, self.lang, **values),
            evidence=list(evidence),
            sources=list(sources),
        )


def region_key(region: RegionRef) -> tuple[str | None, str]:
    """Regions are the same by code; without codes, by full name."""
    return (region.code, "") if region.code else (None, region.name)
