"""What a visitor sees: results, awards, regions and conflicts, in both languages, with nothing that runs."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from lxml import html
from web_pages import BALANGAN, CALM, hostile_page

from extractor.dataset import build_dataset, open_dataset
from extractor.web import make_app

FALSE = "Kabupaten Balangan menerima UHC Awards 2026 kategori Madya pada Senin, 26 Januari 2026."
EVENT = re.compile(r"on[a-z]+", re.IGNORECASE)


def tree(answer: Response) -> html.HtmlElement:
    return html.document_fromstring(answer.text)


def links(answer: Response) -> list[str]:
    return [str(href) for href in tree(answer).xpath("//a/@href")]


def balangan(client: TestClient) -> str:
    rows = client.get("/api/awards", params={"region": "63.11"}).json()["awards"]
    return str(rows[0]["id"])


def pages(client: TestClient) -> list[str]:
    return [
        "/",
        "/penghargaan",
        "/penghargaan?programme=uhc-awards&edition=2026&tier=utama&province=63",
        "/penghargaan?text=tidak+ada+yang+begini",
        "/penghargaan?page=2",
        "/penghargaan?page=1000000",
        f"/penghargaan/{balangan(client)}",
        "/daerah/63.11",
        "/daerah/63",
        "/daerah/11.01",
        "/pertentangan",
        "/pertentangan?page=9",
        "/api",
    ]


def harmless(answer: Response) -> bool:
    """Whether nothing in the page can run: no script or style of its own, no event, only web addresses."""
    page = tree(answer)
    elements = [node for node in page.iter() if isinstance(node.tag, str)]
    return (
        [node.get("src") for node in page.iter("script")] == ["/static/web.js"]
        and not list(page.iter("style", "img", "iframe", "object"))
        and not [name for node in elements for name in node.attrib if EVENT.match(name) or name == "style"]
        and all(re.match(r"https?://|/|#|\?|data:[a-z/+-]+;charset=utf-8;base64,", h) for h in links(answer))
        and all(
            node.get("download") for node in page.iter("a") if (node.get("href") or "").startswith("data:")
        )
    )


@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_page_opens_in_both_languages_and_keeps_the_language(client: TestClient, lang: str) -> None:
    for path in pages(client):
        answer = client.get(path, params={"lang": "en"} if lang == "en" else None)
        if lang == "en":
            answer = client.get(path + ("&" if "?" in path else "?") + "lang=en")
        assert answer.status_code == 200, path
        assert tree(answer).get("lang") == lang
        assert harmless(answer), path
        within = [href for href in links(answer) if href.startswith("/") and not href.startswith("/api/")]
        switched = [href for href in within if ("lang=en" in href) is not (lang == "en")]
        assert len(switched) == 1, path  # the one that switches
        assert client.get(switched[0]).status_code == 200


def test_every_link_of_the_first_pages_leads_somewhere(client: TestClient) -> None:
    for path in pages(client):
        for href in dict.fromkeys(links(client.get(path))):
            if href.startswith("/"):
                assert client.get(href).status_code == 200, (path, href)


def test_an_uploaded_page_shows_its_marks_records_and_findings(client: TestClient) -> None:
    answer = client.post("/artikel", files={"page": ("x.html", BALANGAN.read_bytes(), "text/html")})
    page = tree(answer)
    assert answer.status_code == 200 and harmless(answer)
    marked = {
        kind: [mark.text for mark in page.xpath(f"//mark[@data-n and contains(@class, 'k-{kind}')]")]
        for kind in ("region", "tier", "date", "official", "venue")
    }
    assert marked["region"] == ["Balangan"]
    assert marked["tier"] == ["Utama"]
    assert marked["date"] == ["Selasa (27/1/2026)"]
    assert marked["official"] == ["Bupati Balangan H Abdul Hadi"]
    assert marked["venue"] == ["Ballroom JIExpo Kemayoran, Jakarta"]
    assert "Kabupaten Balangan · UHC Awards 2026" in page.text_content()
    assert "27 Januari 2026 memang hari Selasa." in page.text_content()
    targets = {f"#{node.get('id')}" for node in page.xpath("//*[@data-n]")}
    assert targets >= {href for href in links(answer) if re.match(r"#s\d", href)}


def test_the_text_is_shown_whole_and_in_order(client: TestClient) -> None:
    given = BALANGAN.read_text(encoding="utf-8")
    told = client.post("/api/extract", json={"text": given, "with_text": True}).json()["article"]
    page = tree(client.post("/artikel", data={"text": given}))
    assert "".join(page.xpath("//div[@class='body']//text()")) == told["text"]


def test_a_pasted_text_names_the_sources_that_agree_and_disagree(client: TestClient) -> None:
    title, *paragraphs = CALM
    text = "\n\n".join(paragraphs).replace("Selasa (27/1/2026)", "Senin (26/1/2026)")
    answer = client.post("/artikel", data={"text": text, "title": title})
    assert answer.status_code == 200
    page = tree(answer)
    refuted = page.xpath("//li[contains(@class, 'finding refuted')]")
    assert any("bukan 26 Januari 2026" in node.text_content() for node in refuted)
    assert any("Senin (26/1/2026)" in node.text_content() for node in refuted)
    agreeing = page.xpath("//div[contains(@class, 'stance agree')]//a/@href")
    assert any("#:~:text=" in href for href in agreeing)


def test_a_false_claim_says_why(client: TestClient) -> None:
    answer = client.post("/klaim", data={"claim": FALSE})
    page = tree(answer)
    assert answer.status_code == 200 and harmless(answer)
    assert page.xpath("//h2")[0].text_content() == "terbantah"
    assert "UHC Awards 2026 berlangsung pada Selasa, 27 Januari 2026" in page.text_content()
    english = client.post("/klaim?lang=en", data={"claim": FALSE})
    assert tree(english).xpath("//h2")[0].text_content() == "refuted"


def test_the_language_of_a_result_switches_with_what_was_given(client: TestClient) -> None:
    answer = client.post("/artikel", files={"page": ("x.html", BALANGAN.read_bytes(), "text/html")})
    form = tree(answer).xpath("//div[@class='languages']/form")[0]
    again = {field.get("name"): field.get("value") for field in form.iter("input")}
    english = client.post(form.get("action"), data=again)
    assert tree(english).get("lang") == "en"
    assert "Kabupaten Balangan · UHC Awards 2026" in english.text and "What was found" in english.text


def test_markup_in_pages_and_claims_stays_text(client: TestClient) -> None:
    page = hostile_page()
    for answer in (
        client.post("/artikel", files={"page": ("<script>.html", page.encode(), "text/html")}),
        client.post("/artikel", data={"text": page, "title": "<b onclick=x>", "url": "javascript:alert(1)"}),
        client.post("/klaim", data={"claim": f"{FALSE} <script>alert(1)</script>"}),
        client.get("/penghargaan", params={"text": '"><script>alert(1)</script>', "tier": "<x onload=y>"}),
        client.get(f"/penghargaan/{balangan(client)}"),
        client.get("/pertentangan"),
        client.get("/daerah/63.11"),
    ):
        assert answer.status_code == 200 and harmless(answer)
        assert "49" not in re.findall(r"svg onload[^<]*?(\d+)", answer.text)


def test_filters_narrow_the_list(client: TestClient, database: Path) -> None:
    with open_dataset(database) as dataset:
        wanted = [a.region for a in dataset.awards(programme="uhc-awards", edition=2026, tier="utama")]
    page = tree(client.get("/penghargaan?programme=uhc-awards&edition=2026&tier=utama"))
    shown = [node.text_content() for node in page.xpath("//tbody/tr/th")]
    assert shown == wanted[: len(shown)] and shown
    assert page.xpath("//select[@name='tier']/option[@selected]/@value") == ["utama"]


def test_an_award_shows_every_statement_and_its_conflicts(client: TestClient, database: Path) -> None:
    award = balangan(client)
    page = tree(client.get(f"/penghargaan/{award}"))
    text = page.text_content()
    with open_dataset(database) as dataset:
        quoted = {s.text for s in dataset.statements(award) if s.text}
    assert quoted <= {mark.text_content() for mark in page.xpath("//blockquote//mark")}
    assert "26 Januari 2026" in text and "selesai menurut acuan" in text


def test_a_dataset_that_is_built_again_or_replaced_is_read_anew(tmp_path: Path, database: Path) -> None:
    path, other = tmp_path / "a.db", tmp_path / "b.db"
    (tmp_path / "calm.txt").write_text("\n\n".join(CALM), encoding="utf-8")
    build_dataset(path, [str(tmp_path / "calm.txt")])
    claim = {"claim": "Kabupaten Balangan menerima UHC Awards 2026 kategori Utama."}
    app = make_app(path)
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert client.get("/api/awards").json()["total"] == 1
        first = client.post("/api/check", json=claim).json()["answers"][0]
        shutil.copy(database, other)
        other.replace(path)
        assert client.get("/api/awards").json()["total"] > 1
        second = client.post("/api/check", json=claim).json()["answers"][0]
        assert first["findings"][0]["agree"] == 1 and second["findings"][0]["agree"] > 1
        path.unlink()
        for answer in (client.get("/penghargaan"), client.post("/api/check", json=claim)):
            assert answer.status_code == 503 and "Retry-After" in answer.headers


def test_a_damaged_dataset_is_told_of_and_no_crash(tmp_path: Path, database: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(database.read_bytes())
    with TestClient(make_app(path), base_url="http://127.0.0.1") as client:
        data = path.read_bytes()
        path.write_bytes(data[:4096] + b"\xaa" * (len(data) - 4096))
        for answer in (client.get("/penghargaan"), client.get("/daerah/63.11"), client.get("/api/awards")):
            assert answer.status_code == 503


def test_without_a_dataset_facts_alone_decide(tmp_path: Path) -> None:
    with TestClient(make_app(None), base_url="http://127.0.0.1") as client:
        home = client.get("/")
        assert home.status_code == 200 and "/penghargaan" not in links(home)
        assert client.get("/penghargaan").status_code == 404
        assert "terbantah" in client.post("/klaim", data={"claim": FALSE}).text
