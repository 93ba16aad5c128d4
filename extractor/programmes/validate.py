"""Check a programme's YAML: its form first, then whether its facts agree with each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from extractor.programmes.conditions import predicates
from extractor.programmes.model import Band, Edition, Programme, Tier, Totals
from extractor.programmes.yaml_reader import YamlFormError, read_mapping

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


class Problem(NamedTuple):
    """Something wrong in a programme's file; `field` is a path such as `editions[0].date`, or empty."""

    file: str
    field: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in self if part)


def validate(path: Path) -> list[Problem]:
    """Every problem of a YAML file, or of all YAML files in a folder; empty if all is well."""
    if path.is_dir():
        files = sorted(child for child in path.iterdir() if child.suffix in (".yaml", ".yml"))
        return [problem for file in files for problem in validate(file)] + _same_ids(files)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        return [Problem(str(path), "", f"cannot be read: {error.strerror or error}")]
    except UnicodeDecodeError:
        return [Problem(str(path), "", "is not UTF-8; save it as UTF-8")]
    return check_text(text, str(path))[1]


def check_text(text: str, file: str) -> tuple[Programme | None, list[Problem]]:
    """The programme in `text` (None where its form is wrong) and its problems."""
    try:
        programme = Programme.model_validate(read_mapping(text))
    except YamlFormError as error:
        return None, [Problem(file, "", str(error))]
    except ValidationError as error:
        return None, [Problem(file, _dotted(e["loc"]), e["msg"]) for e in error.errors()]
    return programme, [Problem(file, field, message) for field, message in _disagreements(programme)]


def _dotted(location: tuple[int | str, ...]) -> str:
    """`("editions", 0, "date")` as `editions[0].date`; the tags of condition shapes are left out."""
    path = ""
    for i, part in enumerate(location):
        tag = part == "predicate" or (part in ("all", "any") and i > 0 and location[i - 1] != part)
        if isinstance(part, int):
            path += f"[{part}]"
        elif not tag or (i + 1 < len(location) and isinstance(location[i + 1], int)):
            path += f".{part}" if path else part
    return path


def _disagreements(programme: Programme) -> Iterator[tuple[str, str]]:
    yield from _unknown_tiers(programme)
    yield from _unknown_sources(programme)
    yield from _twice(programme)
    yield from _overlapping(programme.bands)
    for i, edition in enumerate(programme.editions):
        yield from _edition(edition, f"editions[{i}]")


def _unknown_tiers(programme: Programme) -> Iterator[tuple[str, str]]:
    known = {tier.id for tier in programme.tiers}
    named = [(f"bands[{i}].tier", band.tier) for i, band in enumerate(programme.bands)]
    named += [(f"criteria[{i}].tier", c.tier) for i, c in enumerate(programme.criteria) if c.tier != "all"]
    for e, edition in enumerate(programme.editions):
        named += [
            (f"editions[{e}].criteria[{i}].tier", c.tier)
            for i, c in enumerate(edition.criteria)
            if c.tier != "all"
        ]
        if edition.totals:
            named += [(f"editions[{e}].totals.by_tier", tier) for tier in edition.totals.by_tier]
    for field, tier in named:
        if tier not in known:
            yield field, f"unknown tier {tier!r}; the tiers are {', '.join(t.id for t in programme.tiers)}"


def _cited(programme: Programme) -> Iterator[tuple[str, tuple[str, ...]]]:
    for i, band in enumerate(programme.bands):
        yield f"bands[{i}]", band.sources
    for i, criteria in enumerate(programme.criteria):
        yield (
            f"criteria[{i}]",
            criteria.sources + tuple(s for p in predicates(criteria.holds) for s in p.sources),
        )
    for e, edition in enumerate(programme.editions):
        yield f"editions[{e}]", edition.sources
        for i, criteria in enumerate(edition.criteria):
            cited = criteria.sources + tuple(s for p in predicates(criteria.holds) for s in p.sources)
            yield f"editions[{e}].criteria[{i}]", cited
        if edition.totals:
            yield f"editions[{e}].totals", edition.totals.sources or edition.sources
        for i, presenter in enumerate(edition.presenters):
            yield f"editions[{e}].presenters[{i}]", presenter.sources or edition.sources


def _unknown_sources(programme: Programme) -> Iterator[tuple[str, str]]:
    for field, sources in _cited(programme):
        if not sources:
            yield f"{field}.sources", "states facts without a source; name at least one"
        for source in dict.fromkeys(sources):
            if source not in programme.sources:
                yield f"{field}.sources", f"unknown source {source!r}; add it under sources"


def _twice(programme: Programme) -> Iterator[tuple[str, str]]:
    for field, values in (
        ("tiers", [tier.id for tier in programme.tiers]),
        ("editions", [str(edition.year) for edition in programme.editions]),
        (
            "aliases",
            [alias.casefold() for alias in (programme.name, *programme.aliases, *programme.weak_aliases)],
        ),
        ("tiers", [form for tier in programme.tiers for form in _tier_words(tier)]),
    ):
        for value in sorted({value for value in values if values.count(value) > 1}):
            yield field, f"{value!r} is given twice"


def _tier_words(tier: Tier) -> list[str]:
    return sorted({form.text for form in tier.forms()})


def _overlapping(bands: tuple[Band, ...]) -> Iterator[tuple[str, str]]:
    for i, band in enumerate(bands):
        if band.min is not None and band.max is not None and band.min > band.max:
            yield f"bands[{i}]", f"min {band.min:g} is above max {band.max:g}"
    closed = sorted(
        (b for b in bands if b.min is not None and b.max is not None), key=lambda b: (b.min or 0, b.max or 0)
    )
    for low, high in pairwise(closed):
        same_years = (low.since, low.until) == (high.since, high.until)
        edge = low.max == high.min and low.max_inclusive and high.min_inclusive
        if same_years and not (low.unsure or high.unsure) and (edge or (low.max or 0) > (high.min or 0)):
            yield "bands", f"{low.tier} and {high.tier} overlap at {high.min:g}"


def _edition(edition: Edition, field: str) -> Iterator[tuple[str, str]]:
    if edition.date and edition.weekday and WEEKDAYS[edition.date.weekday()] != edition.weekday:
        right = WEEKDAYS[edition.date.weekday()]
        yield f"{field}.weekday", f"{edition.date.isoformat()} was a {right}, not a {edition.weekday}"
    if edition.totals:
        yield from _sums(edition.totals, f"{field}.totals")


def _sums(totals: Totals, field: str) -> Iterator[tuple[str, str]]:
    if totals.all is not None and totals.provinsi is not None and totals.kabupaten_kota is not None:
        total = totals.provinsi + totals.kabupaten_kota
        if total != totals.all:
            yield field, f"provinsi and kabupaten_kota make {total}, not {totals.all}"
    if totals.complete:
        whole = totals.kabupaten_kota if totals.kabupaten_kota is not None else totals.all
        total = sum(totals.by_tier.values())
        if whole is not None and total != whole:
            yield f"{field}.by_tier", f"the tiers make {total}, not {whole}"


def _same_ids(files: list[Path]) -> list[Problem]:
    owner: dict[str, Path] = {}
    problems = []
    for file in files:
        try:
            programme, _ = check_text(file.read_text(encoding="utf-8"), str(file))
        except (OSError, UnicodeDecodeError):
            continue
        if programme and programme.id in owner:
            problems.append(
                Problem(str(file), "id", f"{programme.id!r} is already the id in {owner[programme.id]}")
            )
        elif programme:
            owner[programme.id] = file
    return problems
