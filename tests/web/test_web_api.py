"""The interface for programs: the contract's shapes, and no crash whatever is sent."""

from __future__ import annotations

import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import content_type_conformance, status_code_conformance
from web_pages import BALANGAN

from extractor.factcheck import Answer
from extractor.model import Result
from extractor.web import make_app

document = schemathesis.openapi.from_dict(make_app(None).openapi())


def test_extract_gives_the_contract(client: TestClient) -> None:
    given = {"text": BALANGAN.read_text(encoding="utf-8"), "published": "2026-01-28"}
    answer = client.post("/api/extract", json=given)
    assert "text" not in answer.json()["article"]
    result = Result.model_validate(answer.json())
    assert result.records[0].region.code == "63.11" and result.error is None
    whole = client.post("/api/extract", json=given | {"with_text": True}).json()
    for marks in whole["records"][0]["evidence"].values():
        for mark in marks:
            text = whole["article"][mark["part"]]
            assert text[mark["start"] : mark["end"]] == mark["text"]


def test_check_answers_claims_and_articles(client: TestClient) -> None:
    claim = {"claim": "UHC Awards 2026 digelar Senin, 26 Januari 2026."}
    answers = client.post("/api/check?lang=en", json=claim).json()["answers"]
    assert [Answer.model_validate(answer).verdict for answer in answers] == ["refuted"]
    assert "January 2026" in answers[0]["reason"]
    article = {"article": {"text": BALANGAN.read_text(encoding="utf-8")}}
    assert len(client.post("/api/check", json=article).json()["answers"]) >= 2


def test_awards_come_page_by_page(client: TestClient) -> None:
    first = client.get("/api/awards").json()
    rows = [
        row
        for number in range(first["pages"])
        for row in client.get("/api/awards", params={"page": number + 1}).json()["awards"]
    ]
    assert len({row["id"] for row in rows}) == len(rows) == first["total"]
    one = client.get(f"/api/awards/{rows[0]['id']}").json()
    assert one["award"] == rows[0] and one["statements"]
    region = client.get("/api/regions/63.11").json()
    assert region["name"] == "Kabupaten Balangan" and region["awards"]


@document.parametrize()
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_that_the_document_allows_or_forbids_crashes(case: schemathesis.Case, address: str) -> None:
    case.call_and_validate(
        base_url=address,
        timeout=120,  # of a busy machine: what takes long is not what this test asks
        checks=[not_a_server_error, status_code_conformance, content_type_conformance],
    )
