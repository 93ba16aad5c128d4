"""The page: facts, charts and words in their template, with nothing left to load or run from outside."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from extractor import __version__
from extractor.dataset import Award, Dataset
from extractor.display.sources import host, web_address
from extractor.display.tiers import Tiers
from extractor.display.words import POINTS, Words
from extractor.programmes.catalogue import Catalogue, load_catalogue
from extractor.reconcile.wording import Lang
from extractor.report import charts
from extractor.report.facts import Facts, collect
from extractor.report.language import language
from extractor.report.provinces import tiles


@dataclass(frozen=True, slots=True)
class Group:
    """Awards of one programme and edition."""

    name: str
    awards: tuple[Award, ...]


def render_report(dataset: Dataset, lang: Lang = "id", catalogue: Catalogue | None = None) -> str:
    """The report as one HTML page that loads nothing; the same dataset gives the same bytes.

    `lang` is "id" or "en".  Names of tiers and sources of totals are the catalogue's, by default the one that
    comes with Piagam.
    """
    catalogue = catalogue or load_catalogue()
    facts = collect(dataset)
    tiers = Tiers(catalogue, facts.awards)
    words = Words(language(lang), tiers)
    style, script = _asset("report.css"), _asset("report.js")
    return _template().render(
        version=__version__,
        facts=facts,
        words=words,
        tiers=tiers,
        language=words.language,
        t=words.language.text,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
        **_counts(facts),
        **_charts(facts, words),
        **_groups(facts, words),
        references=_references(facts, catalogue),
    )


def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("extractor.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html")


def _asset(name: str) -> str:
    return (files("extractor.report") / "static" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Only the page's own style and script, known by their hashes; nothing is fetched or sent."""

    def known(text: str) -> str:
        digest = hashlib.sha256(text.encode("utf-8")).digest()
        return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

    return (
        f"default-src 'none'; style-src {known(style)}; script-src {known(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _counts(facts: Facts) -> dict[str, int]:
    provinces = {row.province_code for row in facts.coverage.provinces}
    return {
        "regions": len({(award.region_code, award.region) for award in facts.awards}),
        "provinces": sum(tile.code in provinces for tile in tiles()),
        "all_provinces": len(tiles()),
        "open_conflicts": sum(each.conflict.settled_by is None for each in facts.disputes),
    }


def _charts(facts: Facts, words: Words) -> dict[str, object]:
    found, totals = facts.coverage.provinces, facts.coverage.totals
    lang, tiers = words.language, words.tiers
    return {
        "map": charts.tile_map(found, tiers, lang),
        "timeline": charts.timeline(found, tiers, lang),
        "tier_charts": charts.tier_charts(found, tiers, lang),
        "coverage_charts": charts.coverage_charts(totals, tiers, lang),
        "total_label": lambda total: charts.total_label(total, tiers, lang),
    }


def _groups(facts: Facts, words: Words) -> dict[str, object]:
    """Awards on thin evidence by programme and edition, and what the table can be filtered by."""
    by_id = {award.id: award for award in facts.awards}
    return {
        "dispute_of": _first_disputes(facts),
        "single": _grouped((by_id[key] for key in facts.coverage.single_source), words),
        "untiered": _grouped((by_id[key] for key in facts.coverage.without_tier), words),
        "filter_programmes": _options(words.tiers.programme(a.programme) for a in facts.awards),
        "filter_provinces": _options(a.province for a in facts.awards),
        "filter_tiers": _options(words.tiers.name(a.programme, a.tier) for a in facts.awards),
        "filter_points": [(point, words.language.text(f"point.{point}")) for point in POINTS],
    }


def _first_disputes(facts: Facts) -> dict[str, str]:
    """Where on the page the first conflict of each award stands."""
    places: dict[str, str] = {}
    for number, dispute in enumerate(facts.disputes, start=1):
        places.setdefault(dispute.award.id, f"conflict-{number}")
    return places


def _options(names: Iterable[str | None]) -> list[tuple[str, str]]:
    """Values of a choice with what they show, by name."""
    return [(name, name) for name in sorted({name for name in names if name})]


def _grouped(awards: Iterable[Award], words: Words) -> list[Group]:
    groups: dict[str, list[Award]] = {}
    for award in awards:
        groups.setdefault(words.award(award), []).append(award)
    return [Group(name, tuple(members)) for name, members in groups.items()]


def _references(facts: Facts, catalogue: Catalogue) -> dict[str, list[tuple[str, str]]]:
    """Web addresses behind the official totals with their hosts, by the id of the coverage chart."""
    found: dict[str, list[tuple[str, str]]] = {}
    for total in facts.coverage.totals:
        programme = catalogue.get(total.programme)
        editions = programme.editions if programme else ()
        edition = next((each for each in editions if each.year == total.edition), None)
        if programme and edition:
            urls = [url for url in programme.cite(edition.sources) if web_address(url)]
            found[f"coverage-{total.programme}-{total.edition}"] = [(url, host(url)) for url in urls]
    return found
