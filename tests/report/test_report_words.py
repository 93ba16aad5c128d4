"""Words, numbers and places: both catalogues say the same things, and every province has one tile."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.display.language import LANGUAGES, Language, messages
from extractor.display.sources import web_address
from extractor.reconcile.wording import Lang
from extractor.regions import gazetteer
from extractor.report.charts.palette import STEPS, bins, contrast, letters_on, step_colours
from extractor.report.language import language
from extractor.report.provinces import tiles

HOUSE = Path(__file__).parents[2] / "extractor"
FACES = ("report", "web")
PLURAL = (".one", ".other")


def fields(message: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(message) if name}


def test_catalogues_have_the_same_keys_and_fill_ins() -> None:
    indonesian, english = (language(lang).messages for lang in LANGUAGES)
    # Indonesian has one form for every number
    assert set(indonesian) == {key for key in english if not key.endswith(".one")}
    assert all(fields(indonesian[key]) == fields(english[key]) for key in indonesian)
    assert all(message.strip() for message in (*indonesian.values(), *english.values()))


def test_every_message_is_used_and_every_used_one_is_there() -> None:
    said = {face: messages_used(face) for face in FACES}
    common = plain(messages("id", "extractor.display"))
    for face in FACES:
        own = plain(messages("id", f"extractor.{face}"))
        assert not own & common
        assert said[face] - common - own == set()
    assert by_hand(plain(messages("id", "extractor.report")) - said["report"]) == set()
    assert by_hand(common - set.union(*said.values())) == set()


def messages_used(face: str) -> set[str]:
    """The keys that the face's code and templates name in full; the rest comes from data."""
    folders = (HOUSE / face, HOUSE / "display")
    files = [file for folder in folders for kind in ("*.py", "*.html") for file in folder.rglob(kind)]
    code = "\n".join(file.read_text(encoding="utf-8") for file in sorted(files))
    used = set(re.findall(r"""\b(?:t|language\.text)\(\s*f?["']([a-z_.]+)["']""", code))
    return {key for key in used if not key.endswith(".")}


def plain(known: dict[str, str]) -> set[str]:
    return {key.removesuffix(".one").removesuffix(".other") for key in known}


def by_hand(keys: set[str]) -> set[str]:
    """Those that no word of the contract chooses."""
    by_name = (
        "head.",
        "field.",
        "why.",
        "settled.",
        "status.",
        "verdict.",
        "metric.",
        "unit.",
        "point.",
        "thin.",
    )
    return {key for key in keys if not key.startswith(by_name)}


@pytest.mark.parametrize(
    ("lang", "number", "share", "day", "month"),
    [
        ("id", "1.234,5", "12%", "27 Januari 2026", "Januari 2026"),
        ("en", "1,234.5", "12%", "27 January 2026", "January 2026"),
    ],
)
def test_numbers_and_dates_by_language(lang: Lang, number: str, share: str, day: str, month: str) -> None:
    words = language(lang)
    assert words.number(1234.5) == number
    assert words.percent(0.123) == share and words.percent(0.001) == "<1%"
    assert (words.date("2026-01-27"), words.date("2026-01"), words.date("2026")) == (day, month, "2026")
    assert words.date("kemarin") == "kemarin"


def test_words_nobody_knows_stay_as_they_are() -> None:
    words: Language = language("id")
    assert words.named("metric", "happiness") == "happiness"
    assert words.named("metric", None) == ""


def test_every_province_has_a_tile_of_its_own() -> None:
    provinces = [code for code, region in gazetteer().by_code.items() if region.level == "provinsi"]
    assert [tile.code for tile in tiles()] == provinces
    assert len({(tile.column, tile.row) for tile in tiles()}) == len(provinces) == 38
    assert len({tile.iso for tile in tiles()}) == 38
    by_iso = {tile.iso: tile for tile in tiles()}
    west_to_east = [by_iso[iso].column for iso in ("AC", "LA", "JB", "KS", "SN", "MA", "PA")]
    assert west_to_east == sorted(west_to_east)
    assert by_iso["KU"].row < by_iso["KS"].row < by_iso["JT"].row


@given(st.integers(1, 5_000))
def test_ranges_of_the_map_hold_every_number_once(largest: int) -> None:
    ranges = bins(largest)
    assert len(ranges) <= len(STEPS) == len(step_colours(len(STEPS)))
    assert [n for low, high in ranges for n in range(low, high + 1)] == list(range(1, largest + 1))


@pytest.mark.parametrize("colour", STEPS)
def test_numbers_can_be_read_on_their_tile(colour: str) -> None:
    assert contrast(letters_on(colour), colour) >= 4.5


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//x.example/",
        "a b",
        "http://[",
        "ftp://a.example",
        "",
        None,
    ],
)
def test_only_web_addresses_become_links(url: str | None) -> None:
    assert web_address(url) is None
