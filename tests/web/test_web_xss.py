"""Nothing that a page, a claim or a dataset carries runs in the browser, or asks for anything elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from browser import Seen, seen
from fastapi.testclient import TestClient
from lxml import html
from web_pages import written
from web_server import ROOMY, served
from xss_payloads import PAYLOADS

from extractor.dataset.reference import put_reference
from extractor.dataset.resolve import resolve
from extractor.dataset.schema import connect, transaction
from extractor.dataset.store import put_article, put_page
from extractor.model import (
    Article,
    Evidence,
    Figure,
    Finding,
    Person,
    ProgrammeRef,
    Record,
    Result,
    TierRef,
    Venue,
)
from extractor.programmes import load_catalogue
from extractor.regions.gazetteer import gazetteer
from extractor.web import make_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REGION = "63.11"
CHUNK = 6
"""Payloads in one claim: it may be 2,000 characters long."""

SUSPECT = """() => [...document.querySelectorAll('*')].filter(e =>
    ['IFRAME', 'OBJECT', 'EMBED', 'BASE', 'SVG', 'IMG', 'MATH', 'STYLE', 'VIDEO', 'MARQUEE']
        .includes(e.tagName.toUpperCase())
    || (e.tagName == 'SCRIPT' && e.getAttribute('src') != '/static/web.js')
    || (e.tagName == 'LINK' && !e.getAttribute('href').startsWith('/static/'))
    || (e.tagName == 'META' && e.httpEquiv)
    || (e.tagName == 'FORM' && !e.getAttribute('action').startsWith('/'))
    || [...e.attributes].some(a => a.name.startsWith('on') || a.name == 'style' || a.name == 'autofocus')
    || (e.tagName == 'A' && !['http:', 'https:'].includes(e.protocol) && !e.hasAttribute('download'))
).map(e => e.outerHTML.slice(0, 200))"""


def planted(number: int, payload: str, other: bool) -> Result:
    """A result that says the payload wherever it can; `other` says it again, with a difference."""
    said = f"{payload} lain" if other else payload
    text = f"{said} Kabupaten Balangan {said}"
    mark = Evidence(start=0, end=len(said), text=said, rule=said)
    region = gazetteer().by_code[REGION].ref()
    finding = Finding(
        check=said, verdict="refuted", stated=said, expected=said, unit=said, reason=said, evidence=[mark],
        sources=[said],
    )  # fmt: skip
    record = Record(
        programme=ProgrammeRef(id=said, name=said),
        edition=1900 + number,
        status="received",
        region=region,
        tier=TierRef(id=said, name=said),
        official=Person(name=said, role=said),
        on_behalf_of=Person(name=said, role=said),
        presenter=Person(name=said, role=said),
        organizer=said,
        date=said,
        venue=Venue(name=said, city=said),
        scope=None,
        evidence={field: [mark] for field in ("region", "tier", "official", "presenter", "date", "venue")},
        findings=[finding],
    )
    record = record.model_copy(update={"programme": ProgrammeRef(id="uhc-awards", name=payload)})
    figure = Figure(
        region=region, metric="coverage", op="=", value=1, unit="percent", as_of=said, evidence=[mark]
    )
    article = Article(
        id=f"sha256:{number}{other}", source=f"{said}/{number}{other}", url=said, title=said, site=said,
        author=said, published=said, text=text,
    )  # fmt: skip
    return Result(article=article, records=[record], figures=[figure])


@pytest.fixture(scope="module")
def poisoned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset in which every field of every row is a payload."""
    path = tmp_path_factory.mktemp("poisoned") / "awards.db"
    with closing(connect(path)) as db:
        with transaction(db):
            put_reference(db, load_catalogue())
            for number, payload in enumerate(PAYLOADS):
                for other in (False, True):
                    result = planted(number, payload, other)
                    put_article(db, result.article.id, result, b"", "planted")
                    put_page(db, result.article.source, result.article.source, result.article.id)
        resolve(db)
    return path


@pytest.fixture(scope="module")
def poisoned_address(poisoned: Path) -> Iterator[str]:
    with served(poisoned, ROOMY) as address:
        yield address


def harmless(noted: Seen, address: str) -> None:
    """Raises AssertionError where anything ran, stands ready to run, or was asked of another place."""
    page = noted.page
    page.wait_for_load_state("load")
    assert page.evaluate(SUSPECT) == [], page.url
    assert [p for p in noted.problems if "Failed to load resource" not in p] == [], page.url
    assert page.title() != "pwned" and "49" not in page.title()
    assert all(request.startswith((address, "data:")) for request in noted.requests)


def test_a_poisoned_dataset_is_harmless_to_read(browser: Browser, poisoned_address: str) -> None:
    with seen(browser, poisoned_address) as noted:
        page = noted.page
        page.on("dialog", lambda dialog: noted.problems.append(dialog.message))
        paths = [
            "/penghargaan",
            "/penghargaan?page=2",
            "/pertentangan",
            "/pertentangan?page=3",
            f"/daerah/{REGION}",
        ]
        for path in [*paths, "/daerah/63"]:
            page.goto(poisoned_address + path)
            harmless(noted, poisoned_address)
        page.goto(poisoned_address + "/penghargaan")
        links = page.locator("tbody a[href^='/penghargaan/']")
        addresses = [links.nth(number).get_attribute("href") for number in range(min(12, links.count()))]
        assert addresses
        for path in addresses:
            page.goto(f"{poisoned_address}{path}")
            harmless(noted, poisoned_address)


def test_every_award_of_a_poisoned_dataset_shows_text_alone(poisoned: Path) -> None:
    """What the browser saw of some pages, seen of all as markup."""
    with TestClient(make_app(poisoned, limits=ROOMY), base_url="http://127.0.0.1") as client:
        rows = [row for n in (1, 2) for row in client.get("/api/awards", params={"page": n}).json()["awards"]]
        assert len(rows) == len(PAYLOADS)
        for row in rows:
            answer = client.get(f"/penghargaan/{row['id']}")
            assert answer.status_code == 200
            assert_plain(answer.text)


def assert_plain(text: str) -> None:
    tree = html.document_fromstring(text)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            raise AssertionError(f"a comment: {element}")
        assert element.tag not in (
            "iframe",
            "object",
            "embed",
            "base",
            "svg",
            "img",
            "math",
            "style",
            "video",
        )
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)
        for name in ("href", "src", "action"):
            value = element.get(name, "/")
            assert value.startswith(("/", "#", "http://", "https://", "data:")) and not value.startswith("//")
        if element.tag == "script":
            assert element.get("src") == "/static/web.js" and not element.text


@pytest.mark.parametrize("field", ["text", "claim", "page"])
def test_what_a_visitor_gives_is_shown_as_text(browser: Browser, address: str, field: str) -> None:
    with seen(browser, address) as noted:
        page = noted.page
        page.on("dialog", lambda dialog: noted.problems.append(dialog.message))
        for given in _given(field):
            page.goto(address)
            if field == "claim":
                page.get_by_label("Pernyataan yang diperiksa").fill(given)
                page.get_by_role("button", name="Periksa pernyataan").click()
            elif field == "text":
                page.get_by_label("Teks artikel atau siaran pers").fill(given)
                page.get_by_role("button", name="Periksa teks").click()
            else:
                file: Any = {"name": "<svg onload=1>.html", "mimeType": "text/html", "buffer": given.encode()}
                page.get_by_label("Halaman yang disimpan").set_input_files(file)
                page.get_by_role("button", name="Periksa halaman").click()
            page.wait_for_url("**/artikel" if field != "claim" else "**/klaim")
            harmless(noted, address)
            assert "49" not in (page.locator("main").text_content() or "")


def _given(field: str) -> Iterator[str]:
    sentence = "Kabupaten Balangan meraih UHC Awards 2026 kategori Utama di {}, Selasa (27/1/2026)."
    if field == "claim":
        for start in range(0, len(PAYLOADS), CHUNK):
            yield f"{sentence.format('Jakarta')} {' '.join(PAYLOADS[start : start + CHUNK])}"[:2000]
        return
    told = [f"{sentence.format(payload)} {payload} Bupati Balangan {payload}." for payload in PAYLOADS]
    if field == "text":
        yield "\n\n".join(["Balangan Raih UHC Awards 2026", *told])
        return
    for payload in PAYLOADS[::9]:
        yield written(f"{payload} UHC Awards 2026 Balangan", *told[:8], payload, address=payload)


def test_words_of_an_address_come_back_as_text(browser: Browser, address: str) -> None:
    from urllib.parse import quote

    with seen(browser, address) as noted:
        noted.page.on("dialog", lambda dialog: noted.problems.append(dialog.message))
        for payload in PAYLOADS[::6]:
            for path in ("/penghargaan?text=", "/penghargaan?tier=", "/nothing/", "/penghargaan?province="):
                noted.page.goto(f"{address}{path}{quote(payload[:190], safe='')}")
                harmless(noted, address)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_the_interface_answers_programs_and_no_browser(client: TestClient, payload: str) -> None:
    claim = f"Kabupaten Balangan meraih UHC Awards 2026. {payload}"
    for answer in (
        client.get("/api/awards", params={"text": payload[:200]}),
        client.get("/api/awards", params={"edition": payload[:200]}),
        client.post("/api/check", json={"claim": claim}) if payload in PAYLOADS[::8] else None,
    ):
        if answer is not None:
            assert answer.status_code in (200, 422)
            assert answer.headers["content-type"] in ("application/json", "application/problem+json")
            assert answer.headers["x-content-type-options"] == "nosniff"
