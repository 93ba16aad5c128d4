"""CSV holds any text whole."""

from __future__ import annotations

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from extractor.cli.formats import COLUMNS, render_csv
from extractor.cli.guard import visible
from extractor.model import Article, Person, ProgrammeRef, Record, RegionRef, Result

text = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


def result(title: str, official: str) -> Result:
    record = Record(
        programme=ProgrammeRef(id="kla", name="KLA"),
        edition=2022,
        status="received",
        region=RegionRef(code="63.11", name="Kabupaten Balangan"),
        official=Person(name=official, role=None),
    )
    return Result(article=Article(id="sha256:0", source="a.html", title=title), records=[record, record])


@given(text, text)
def test_any_text_comes_back_from_csv(title: str, official: str) -> None:
    rows = list(csv.DictReader(io.StringIO(render_csv(result(title, official)), newline=""), list(COLUMNS)))
    assert [(row["title"], row["official_name"], row["edition"]) for row in rows] == [
        (title, official, "2022")
    ] * 2


def test_control_characters_do_not_reach_a_terminal() -> None:
    assert visible("a\x1b[31mb\n") == r"a\x1b[31mb\x0a"
