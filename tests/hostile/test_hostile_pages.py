"""Every hostile page ends with a result whose marks hold, or with an error code."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import hostile_pages
import pytest

from extractor.articles import read_article
from extractor.errors import PageTooDeep
from extractor.limits import DEEPEST
from extractor.pages import Page

if TYPE_CHECKING:
    from extractor.core import Extractor

NESTED = tuple(name for name in hostile_pages.HTML if "nested" in name)
# Small here for the sake of time; `python -m tests.hostile` reads all at full size.
SMALL, SMALL_BIG = 300, 30_000


@pytest.fixture(scope="module")
def small_pages() -> dict[str, tuple[bytes, str]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hostile_pages, "SIZE", SMALL)
        patch.setattr(hostile_pages, "BIG", SMALL_BIG)
        return hostile_pages.all_pages()


@pytest.mark.parametrize("name", hostile_pages.names())
def test_a_hostile_page_gives_a_result_or_an_error_code(
    name: str, small_pages: dict[str, tuple[bytes, str]], reader: Extractor
) -> None:
    data, kind = small_pages[name]
    assert hostile_pages.problems(reader, Page(name, data, kind)) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NESTED)
def test_ten_thousand_nested_elements_are_too_deep(name: str, reader: Extractor) -> None:
    data = hostile_pages.HTML[name]().encode("utf-8", "replace")
    result = reader.read(Page(name, data, "html"))
    if name.startswith(("a ", "JSON-LD", "state")):  # elements that close each other, and what is none
        assert [record.region and record.region.code for record in result.records] == ["63.11"]
    else:
        assert result.error is not None and result.error.code == "page.too_deep"


@pytest.mark.parametrize("limit", [3, 64, 65, 128, 700, DEEPEST])
def test_the_limit_of_depth_is_kept_to_the_element(limit: int, reader: Extractor) -> None:
    for depth, code in ((limit, None), (limit + 1, "page.too_deep")):
        markup = "<div>" * (depth - 3) + f"<p>{hostile_pages.SENTENCE}</p>"  # html, body and p are the others
        page = Page("a.html", markup.encode(), "html")
        try:
            assert read_article(page, limit).text and code is None
        except PageTooDeep as error:
            assert error.code == code


@pytest.mark.parametrize(
    "name", ["JSON-LD wrong types", "JSON-LD lone surrogates", "wide cell", "entity bomb", "NULs"]
)
def test_what_is_wrong_beside_the_text_costs_no_record(name: str, reader: Extractor) -> None:
    result = reader.read(Page(name, hostile_pages.HTML[name]().encode("utf-8", "replace"), "html"))
    assert [record.region and record.region.code for record in result.records] == ["63.11"]
    json.loads(result.to_json())


def test_no_file_of_the_machine_is_read_for_an_entity(reader: Extractor) -> None:
    data = hostile_pages.HTML["outside entity"]().encode()
    assert "root:" not in reader.read(Page("x", data, "html"), whole=True).article.text


def test_a_look_alike_letter_is_no_region(reader: Extractor) -> None:
    data = hostile_pages.HTML["homoglyphs"]().encode()
    assert not reader.read(Page("x", data, "html")).records
