"""Pages of the corpora with bytes flipped, cut, spliced and tags dropped: each ends as the contract says."""

from __future__ import annotations

import json
import re
from pathlib import Path

from evidence_marks import false_marks, unmarked
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.core import Extractor
from extractor.model import Result
from extractor.pages import Page

CORPORA = Path(__file__).parents[2] / "corpora"
PAGES = sorted(CORPORA.glob("*/html/*.html"))
BITS = (
    b"<",
    b">",
    b'"',
    b"\0",
    b"\xff",
    b"&#x0;",
    b"<!--",
    b"</div>",
    b"<script>",
    b"\xed\xa0\x80",
    b"99,2 persen",
)
TAG = re.compile(rb"<[^<>]*>")


@st.composite
def damaged_pages(draw: st.DrawFn) -> bytes:
    """A page of the corpora after a few accidents."""
    data = bytearray(draw(st.sampled_from(PAGES)).read_bytes())
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(data)))
        match draw(st.sampled_from(["flip", "cut", "splice", "insert", "drop"])):
            case "flip" if at < len(data):
                data[at] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del data[at : at + draw(st.integers(1, 2000))]
            case "splice":
                other = draw(st.sampled_from(PAGES)).read_bytes()
                start = draw(st.integers(0, len(other)))
                data[at:at] = other[start : start + draw(st.integers(1, 2000))]
            case "insert":
                data[at:at] = draw(st.sampled_from(BITS)) * draw(st.integers(1, 20))
            case "drop":
                tags = list(TAG.finditer(data))
                for tag in reversed(draw(st.lists(st.sampled_from(tags), max_size=9)) if tags else []):
                    data[tag.start() : tag.end()] = b" " * len(tag[0])
    return bytes(data)


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(data=damaged_pages())
def test_a_damaged_page_gives_a_result_that_holds_or_an_error(reader: Extractor, data: bytes) -> None:
    page = Page("page", data, "html")
    result = reader.read(page, whole=True)
    line = result.to_json(with_text=True)
    assert Result.model_validate_json(line.encode("utf-8")) == result
    if result.error is not None:
        lists = ("records", "history", "figures", "criteria", "totals", "claims", "findings")
        assert result.error.code.startswith("page.") and result.error.message
        assert not any(json.loads(line)[name] for name in lists)
    assert (false_marks(result), unmarked(result)) == ([], [])
    assert reader.read(page, whole=True).to_json(with_text=True) == line


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(data=damaged_pages())
def test_the_gate_costs_a_damaged_page_nothing(reader: Extractor, data: bytes) -> None:
    page = Page("page", data, "html")
    if not reader.gate.passes(page):
        assert reader.read(page, whole=True).relevant is not True
