"""Downloads, marks and messages."""

from __future__ import annotations

import base64
import csv
import io
import json

from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from web_pages import BALANGAN, CORPUS

from extractor.core import Extractor
from extractor.display.language import LANGUAGES, messages
from extractor.factcheck import Answer
from extractor.model import Article, Claim, Evidence, Result
from extractor.pages import Page
from extractor.web.downloads import findings_csv
from extractor.web.marks import KINDS, LONG, Marked
from extractor.web.rates import CLIENTS, Rate


def saved(text: str) -> dict[str, str]:
    """The files that a page holds, by name."""
    found = {}
    for node in html.document_fromstring(text).xpath("//a[@download]"):
        head, _, data = node.get("href").partition(",")
        assert head.startswith("data:") and head.endswith(";base64")
        found[node.get("download")] = base64.b64decode(data).decode("utf-8")
    return found


def test_downloads_of_an_article_are_whole(client: TestClient) -> None:
    files = saved(
        client.post("/artikel", files={"page": ("x.html", BALANGAN.read_bytes(), "text/html")}).text
    )
    assert sorted(files) == ["claimreview.jsonld", "findings.csv", "piagam.json", "records.csv"]
    whole = json.loads(files["piagam.json"])
    result = Result.model_validate(whole["result"])
    assert result.records[0].region.code == "63.11" and result.article.text
    assert [Answer.model_validate(answer) for answer in whole["answers"]]
    rows = list(csv.DictReader(io.StringIO(files["records.csv"])))
    assert [row["region"] for row in rows] == ["Kabupaten Balangan"]
    assert rows[0]["date"] == "2026-01-27" and rows[0]["official_name"] == "Abdul Hadi"
    reviews = json.loads(files["claimreview.jsonld"])
    assert len(reviews) == len(whole["answers"])
    assert all(review["@type"] == "ClaimReview" for review in reviews)


def test_downloads_of_a_claim_are_whole(client: TestClient) -> None:
    files = saved(
        client.post("/klaim", data={"claim": "UHC Awards 2026 digelar Senin, 26 Januari 2026."}).text
    )
    assert sorted(files) == ["claimreview.jsonld", "findings.csv", "piagam.json"]
    rating = json.loads(files["claimreview.jsonld"])[0]["reviewRating"]
    assert rating["ratingValue"] == rating["worstRating"] < rating["bestRating"]
    rows = list(csv.DictReader(io.StringIO(files["findings.csv"])))
    assert "refuted" in {row["verdict"] for row in rows}


def test_a_spreadsheet_runs_nothing_of_a_claim() -> None:
    answer = Answer.model_validate(
        {
            "id": None,
            "claim": "=1+1",
            "verdict": "refuted",
            "reason": "-",
            "findings": [{"check": "x", "verdict": "refuted", "reason": "@SUM(A1)"}],
        }
    )
    row = next(csv.DictReader(io.StringIO(findings_csv([answer]))))
    assert row["claim"] == "'=1+1" and row["reason"] == "'@SUM(A1)"


@given(
    st.text("ab\n<", max_size=40),
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6),
)
def test_segments_are_the_text_whatever_the_marks(text: str, spans: list[tuple[int, int]]) -> None:
    marks = [
        Evidence(start=min(a, b), end=max(a, b), text=text[min(a, b) : max(a, b)], rule="r")
        for a, b in spans
        if a != b and max(a, b) <= len(text)
    ]
    result = Result(
        article=Article(id="sha256:0", source="a", text=text),
        claims=[Claim(kind="rank", text=mark.text, evidence=[mark]) for mark in marks],
    )
    marked = Marked(result)
    segments = marked.parts["text"]
    assert "".join(segment.text for segment in segments) == text
    for mark in marks:
        numbers = marked.numbers(("text", mark.start, mark.end))
        assert numbers is not None
        inside = [s for s in segments if numbers[0] <= s.number <= numbers[1]]
        assert "".join(segment.text for segment in inside) == mark.text
        assert all(segment.kinds == ("claim",) for segment in inside)


def test_every_mark_of_the_corpus_is_shown(reader: Extractor) -> None:
    for path in sorted(CORPUS.glob("*.html"))[::6]:
        result = reader.read(Page(path.name, path.read_bytes(), "html"))
        marked = Marked(result)
        for record in result.records:
            for field, marks in record.evidence.items():
                for mark in marks:
                    numbers = marked.numbers((mark.part, mark.start, mark.end))
                    assert numbers is not None, (path.name, field)
                    shown = marked.parts[mark.part]
                    first = shown[0].number
                    words = shown[numbers[0] - first : numbers[1] - first + 1]
                    assert "".join(segment.text for segment in words) == mark.text


def test_languages_have_the_same_messages_with_the_same_blanks() -> None:
    catalogues = [messages(lang, "extractor.web") for lang in LANGUAGES]

    def shape(found: dict[str, str]) -> set[str]:
        forms = (".one", ".other")
        return {next((k.removesuffix(f) for f in forms if k.endswith(f)), k) for k in found}

    assert shape(catalogues[0]) == shape(catalogues[1])
    assert all(found[key] for found in catalogues for key in found)
    for kind in KINDS:
        assert f"web.kind.{kind}" in catalogues[0]
    assert set(KINDS) > LONG


def test_every_refusal_has_its_message(client: TestClient) -> None:
    known = messages("id", "extractor.web")
    for code in ("too_large", "too_often", "busy", "foreign_host", "crashed", "page.binary", "page.no_text"):
        assert f"problem.{code}" in known


def test_a_bucket_fills_again_with_time_and_forgets_the_quiet() -> None:
    now = 0.0
    rate = Rate(60, clock=lambda: now)
    assert [rate.wait("a") for _ in range(61)].count(0) == 60
    assert rate.wait("a") == 1 and rate.wait("b") == 0
    now = 1.0
    assert rate.wait("a") == 0 and rate.wait("a") == 1
    for number in range(CLIENTS + 5):
        rate.wait(str(number))
    assert len(rate._left) == CLIENTS
