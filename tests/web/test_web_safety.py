"""What the application refuses, and how."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from multiprocessing import active_children
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from fastapi.testclient import TestClient
from web_pages import BALANGAN
from web_server import served

from extractor.web import Limits, make_app
from extractor.web.shield import HEADERS

CLAIM = {"claim": "UHC Awards 2026 digelar Selasa, 27 Januari 2026."}
FILE_AS_CLAIM = b'--x\r\nContent-Disposition: form-data; name="claim"; filename="a"\r\n\r\nb\r\n--x--'
SMALL = Limits(body_bytes=20_000, page_bytes=8_000, characters=3_000, claim_characters=200)


@pytest.fixture(scope="module")
def small() -> Iterator[TestClient]:
    with TestClient(make_app(None, limits=SMALL), base_url="http://127.0.0.1") as client:
        yield client


def test_every_answer_carries_the_headers(client: TestClient) -> None:
    answers = [
        client.get("/"),
        client.get("/static/web.css"),
        client.get("/static/nothing"),
        client.get("/api/openapi.json"),
        client.post("/klaim", data=CLAIM),
        client.post("/klaim", data={"claim": ""}),
        client.get("/", headers={"Host": "evil.example"}),
    ]
    for answer in answers:
        assert all(answer.headers[name] == value for name, value in HEADERS.items())
        assert "unsafe" not in answer.headers["content-security-policy"]
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("path", ["/artikel", "/klaim", "/api/extract", "/api/check"])
def test_too_large_a_body_is_a_readable_413_with_or_without_its_length(small: TestClient, path: str) -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(30):
            yield b"x" * 1000

    for body in (b"x" * 30_000, pieces()):
        answer = small.post(path, content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code == 413
        assert "20.000" in answer.text and "Traceback" not in answer.text


def test_too_long_a_text_page_or_claim_is_413(small: TestClient) -> None:
    text = "Kabupaten Balangan meraih UHC Awards 2026 kategori Utama di Jakarta. " * 60
    for answer in (
        small.post("/artikel", data={"text": text}),
        small.post("/artikel", data={"text": text * 2}),
        small.post("/artikel", files={"page": ("a.html", b"<p>" + b"x " * 5000, "text/html")}),
        small.post("/klaim", data={"claim": "a" * 201}),
        small.post("/api/extract", json={"text": text}),
        small.post("/api/check", json={"claim": "a" * 201}),
    ):
        assert answer.status_code == 413


def test_a_packed_page_cannot_unpack_to_more_than_a_page(small: TestClient) -> None:
    from extractor.web.analysis import packed

    bomb = packed(b"<p>" + b"\0" * 5_000_000)
    assert len(bomb) < 20_000
    assert small.post("/artikel", data={"again": bomb}).status_code == 413
    for broken in ("!!", "AAAA", packed(b"<p>hello")[:-8]):
        assert small.post("/artikel", data={"again": broken}).status_code in (400, 422)


def test_an_endless_body_over_the_wire_is_refused_while_it_comes(database: Path) -> None:
    with served(database, SMALL) as address:
        place = urlsplit(address)
        with socket.create_connection((place.hostname, place.port), timeout=20) as wire:
            wire.sendall(
                b"POST /klaim HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/plain\r\n"
                b"Transfer-Encoding: chunked\r\n\r\n"
            )
            answer = b""
            for _ in range(400):
                try:
                    wire.sendall(b"3e8\r\n" + b"x" * 1000 + b"\r\n")
                except OSError:
                    break
            while part := _received(wire):
                answer += part
        assert answer.startswith(b"HTTP/1.1 413 ")


def _received(wire: socket.socket) -> bytes:
    try:
        return wire.recv(65536)
    except OSError:
        return b""


def test_a_body_that_never_comes_is_given_up() -> None:
    with served(None, Limits(body_seconds=0.2)) as address:
        place = urlsplit(address)
        with socket.create_connection((place.hostname, place.port), timeout=20) as wire:
            wire.sendall(b"POST /klaim HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 10\r\n\r\nx")
            assert _received(wire).startswith(b"HTTP/1.1 408 ")


def test_a_client_that_asks_too_often_is_told_when_to_come_back() -> None:
    app = make_app(None, limits=Limits(analyses_a_minute=2, views_a_minute=3))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        posted = [client.post("/api/check", json=CLAIM) for _ in range(3)]
        assert [answer.status_code for answer in posted] == [200, 200, 429]
        assert 1 <= int(posted[2].headers["Retry-After"]) <= 30
        assert posted[2].json()["code"] == "too_often"
        viewed = [client.get("/").status_code for _ in range(4)]
        assert viewed == [200, 200, 200, 429]
        assert client.get("/static/web.css").status_code == 200


def test_more_work_than_can_wait_is_503(database: Path) -> None:
    with served(database, Limits(readers=1, waiting=1)) as address:
        page = BALANGAN.read_text(encoding="utf-8")
        seen: list[httpx.Response] = []

        def ask() -> None:
            seen.append(httpx.post(f"{address}/api/check", json={"article": {"text": page}}, timeout=60))

        threads = [threading.Thread(target=ask) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        codes = sorted(answer.status_code for answer in seen)
        assert codes[0] == 200 and codes[-1] == 503 and set(codes) == {200, 503}
        assert all("Retry-After" in answer.headers for answer in seen if answer.status_code == 503)


def test_what_takes_too_long_is_given_up() -> None:
    with TestClient(make_app(None, limits=Limits(seconds=0.001)), base_url="http://127.0.0.1") as client:
        answer = client.post("/artikel", data={"text": BALANGAN.read_text(encoding="utf-8")})
        assert answer.status_code == 422 and 'role="alert"' in answer.text
        assert client.get("/").status_code == 200


def test_a_reader_that_dies_is_replaced() -> None:
    before = set(active_children())
    with TestClient(make_app(None), base_url="http://127.0.0.1") as client:
        assert client.post("/klaim", data=CLAIM).status_code == 200
        for process in set(active_children()) - before:
            process.kill()
            process.join()
        answers = [client.post("/klaim", data=CLAIM).status_code for _ in range(3)]
        assert answers[-1] == 200 and set(answers) <= {200, 503}


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "[", "evil.example:80"])
def test_a_foreign_name_for_this_machine_is_refused(client: TestClient, host: str) -> None:
    assert client.get("/penghargaan", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:8000", "LOCALHOST"])
def test_its_own_names_are_served(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 200


def test_other_sites_cannot_send_forms(client: TestClient) -> None:
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
    ):
        assert client.post("/klaim", data=CLAIM, headers=headers).status_code == 403
        assert client.post("/api/check", json=CLAIM, headers=headers).status_code == 403
    for headers in ({"Sec-Fetch-Site": "same-origin"}, {"Origin": "http://127.0.0.1"}, {}):
        assert client.post("/klaim", data=CLAIM, headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/nothing", 404),
        ("/penghargaan/..%2f..%2fetc%2fpasswd", 404),
        ("/penghargaan/nothing", 404),
        ("/daerah/99.99", 404),
        ("/static/..%2f..%2fapp.py", 404),
        ("/penghargaan?page=0", 422),
        ("/penghargaan?page=x", 422),
        ("/penghargaan?edition=99999999999999999999", 422),
        ("/penghargaan?edition=%C2%B2026", 422),
        ("/penghargaan?text=" + "a" * 300, 422),
        ("/penghargaan?text=%00%FF%ED%A0%80", 200),
        ("/penghargaan?lang=%FF", 200),
        ("/api/nothing", 404),
        ("/api/awards?page=-1", 422),
        ("/api/awards/nothing", 404),
        ("/api/regions/99", 404),
    ],
)
def test_odd_addresses_get_a_readable_answer(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status and "Traceback" not in answer.text
    if status >= 400 and path.startswith("/api/"):
        problem = answer.json()
        assert answer.headers["content-type"] == "application/problem+json"
        assert problem["status"] == status and problem["detail"]
    elif status >= 400:
        assert 'role="alert"' in answer.text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "application/x-www-form-urlencoded"),
        (b"claim=%ED%A0%80", "application/x-www-form-urlencoded"),
        (b"claim=\xff\xfe", "application/x-www-form-urlencoded"),
        (b"\0" * 100, "multipart/form-data"),
        (b"--x\r\n", "multipart/form-data; boundary=x"),
        (FILE_AS_CLAIM, "multipart/form-data; boundary=x"),
        (b"hello", "text/plain"),
    ],
)
def test_broken_forms_are_no_crash(client: TestClient, content: bytes, kind: str) -> None:
    for path in ("/klaim", "/artikel"):
        answer = client.post(path, content=content, headers={"Content-Type": kind})
        assert answer.status_code in (200, 400, 422)
        assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"claim": "\\ud800 UHC Awards"}',
        b'{"claim": "\xff"}',
        b'{"claim": 5}',
        b'{"article": {"text": "UHC Awards", "title": "\\ud800", "url": "\\ud800"}}',
        b'{"text": "UHC Awards", "title": "\\ud800", "url": "http://\\ud800"}',
        b'{"claim": "   "}',
        b'{"claim": "a", "article": {"text": "b"}}',
        b'{"article": {"text": "\\u0000"}}',
        b'{"article": {"text": "\\ud800"}, "\\ud800": 1}',
        b'{"article": {"text": "x", "published": "2026-13-77"}}',
        b"[" * 5000,
        json.dumps({"claim": "9" * 1500}).encode(),
    ],
)
def test_broken_json_is_a_problem_and_no_crash(client: TestClient, body: bytes) -> None:
    for path in ("/api/check", "/api/extract"):
        answer = client.post(path, content=body, headers={"Content-Type": "application/json"})
        assert answer.status_code in (200, 400, 413, 422), answer.text
        if answer.status_code != 200:
            assert answer.headers["content-type"] == "application/problem+json"
            assert answer.json()["detail"]


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\0" * 500, b"   "])
def test_files_that_are_no_pages_are_refused_in_words(client: TestClient, data: bytes) -> None:
    answer = client.post("/artikel", files={"page": ("a.html", data, "text/html")})
    assert answer.status_code == 422 and 'role="alert"' in answer.text


def test_nothing_is_written_to_the_dataset(client: TestClient, database: Path) -> None:
    before = database.read_bytes()
    client.post("/artikel", files={"page": ("x.html", BALANGAN.read_bytes(), "text/html")})
    client.get("/penghargaan")
    assert database.read_bytes() == before


def test_the_interface_needs_nothing_from_elsewhere(client: TestClient) -> None:
    for path in ("/docs", "/redoc"):
        assert client.get(path).status_code == 404
    assert client.get("/api/openapi.json").json()["openapi"].startswith("3.")
