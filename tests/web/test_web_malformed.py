"""Requests that are no proper HTTP: bodies, paths and heads as attackers and broken clients send them."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from raw_http import exchange, get, headers, status
from web_pages import BALANGAN

PAGE = BALANGAN.read_bytes()


def part(head: bytes, body: bytes = b"hello") -> bytes:
    return b"--x\r\n" + head + b"\r\n\r\n" + body + b"\r\n"


NAMED = b'Content-Disposition: form-data; name="text"'
FILE = b'Content-Disposition: form-data; name="page"; filename="a.html"'
END = b"--x--\r\n"
FORM = "multipart/form-data"

MULTIPARTS = {
    "no boundary": (FORM, part(NAMED) + END),
    "empty boundary": (f"{FORM}; boundary=", part(NAMED) + END),
    "another boundary": (f"{FORM}; boundary=y", part(NAMED) + END),
    "long boundary": (f"{FORM}; boundary={'x' * 20_000}", part(NAMED) + END),
    "boundary beyond ASCII": (f"{FORM}; boundary=\xff\xfe", part(NAMED) + END),
    "no end": (f"{FORM}; boundary=x", part(FILE, PAGE)),
    "cut in the head": (f"{FORM}; boundary=x", b"--x\r\nContent-Dispo"),
    "nothing but ends": (f"{FORM}; boundary=x", END * 1000),
    "no head": (f"{FORM}; boundary=x", b"--x\r\n\r\nhello\r\n" + END),
    "no name": (f"{FORM}; boundary=x", part(b"Content-Disposition: form-data") + END),
    "no disposition": (f"{FORM}; boundary=x", part(b"Content-Type: text/html") + END),
    "a giant head": (f"{FORM}; boundary=x", part(NAMED + b'; a="' + b"a" * 1_000_000 + b'"') + END),
    "a giant name of a head": (f"{FORM}; boundary=x", part(b"X" * 1_000_000 + b": a\r\n" + NAMED) + END),
    "thousands of heads": (f"{FORM}; boundary=x", part(b"X-A: b\r\n" * 20_000 + NAMED) + END),
    "thousands of fields": (f"{FORM}; boundary=x", part(NAMED) * 5_000 + END),
    "thousands of files": (f"{FORM}; boundary=x", part(FILE) * 5_000 + END),
    "bare line feeds": (f"{FORM}; boundary=x", part(NAMED).replace(b"\r\n", b"\n") + b"--x--\n"),
    "an unknown charset": (
        f"{FORM}; boundary=x",
        part(NAMED + b"\r\nContent-Type: text/html; charset=utf-99"),
    ),
    "a charset for all": (f"{FORM}; boundary=x; charset=utf-99", part(NAMED) + END),
    "a transfer encoding": (
        f"{FORM}; boundary=x",
        part(NAMED + b"\r\nContent-Transfer-Encoding: base64") + END,
    ),
    "a form inside": (f"{FORM}; boundary=x", part(NAMED + b"\r\nContent-Type: multipart/mixed; boundary=y")),
    "bytes that are no text": (f"{FORM}; boundary=x", part(NAMED, b"\xff\xfe\x00\x80") + END),
    "a name beyond ASCII": (f"{FORM}; boundary=x", part(NAMED.replace(b"text", b"\xff\x00")) + END),
    "numbers for a form": ("application/x-www-form-urlencoded", b"&=&" * 100_000),
    "broken percents": ("application/x-www-form-urlencoded", b"claim=%&%zz=%u0041&claim=%ff"),
    "thousands of pairs": ("application/x-www-form-urlencoded", b"a=b&" * 50_000),
}


@pytest.mark.parametrize("kind", list(MULTIPARTS))
def test_a_malformed_form_is_refused_in_words(client: TestClient, kind: str) -> None:
    content_type, body = MULTIPARTS[kind]
    for path in ("/artikel", "/klaim"):
        answer = client.post(path, content=body, headers={"Content-Type": content_type.encode("latin-1")})
        assert answer.status_code in (200, 400, 413, 422)
        assert "Traceback" not in answer.text
        assert answer.status_code == 200 or 'role="alert"' in answer.text


@pytest.mark.parametrize(
    "name",
    [
        b"../../../etc/passwd",
        b"..\\..\\x",
        b"/etc/passwd",
        b"a\x00.html",
        b'a\\"b.html',
        b"<svg onload=alert(1)>",
    ],
)
def test_the_name_of_a_file_means_nothing(client: TestClient, name: bytes) -> None:
    body = part(b'Content-Disposition: form-data; name="page"; filename="' + name + b'"', PAGE) + END
    answer = client.post("/artikel", content=body, headers={"Content-Type": f"{FORM}; boundary=x"})
    assert answer.status_code == 200 and "Kabupaten Balangan" in answer.text
    assert "passwd" not in answer.text and "<svg onload" not in answer.text


POST = b"POST /klaim HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n"
FORM_HEAD = b"Content-Type: application/x-www-form-urlencoded\r\n"


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: -1\r\n",
        b"Content-Length: ten\r\n",
        b"Content-Length: 0x10\r\n",
        b"Content-Length: 99999999999999999999999\r\n",
        b"Content-Length: 5\r\nContent-Length: 7\r\n",
        b"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        b"Transfer-Encoding: gzip, chunked\r\n",
        b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n",
        b"Transfer-Encoding:\x0bchunked\r\n",
        b"Content-Length : 5\r\n",
        b"Content-Length: 5\r\n folded: yes\r\n",
        b"X: a\x00b\r\n",
        b"X: " + b"a" * 200_000 + b"\r\n",
        b"X: b\r\n" * 20_000,
    ],
)
def test_an_untrue_length_and_a_broken_head_are_no_crash(address: str, head: bytes) -> None:
    answer = exchange(address, POST + FORM_HEAD + head + b"\r\nclaim=a&claim=b0\r\n\r\n")
    assert answer == b"" or status(answer) in (400, 413, 422, 431, 501) or b"claim" in answer
    assert b"Traceback" not in answer and b" 500 " not in answer.split(b"\r\n")[0]


def test_what_follows_a_body_is_no_second_request(address: str) -> None:
    hidden = b"claim=GET /api/awards HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    answer = exchange(address, POST + FORM_HEAD + b"Content-Length: 6\r\n\r\n" + hidden)
    assert answer.count(b"HTTP/1.1 ") == 1


UP = (
    *(
        "../",
        "..%2f",
        "%2e%2e/",
        "%2e%2e%2f",
        "..%5c",
        "..\\",
        "..%252f",
        "%252e%252e%252f",
        "..;/",
        "....//",
    ),
    *("..%c0%af", "..%ef%bc%8f", "%00../", "..%00/", "/../", "//../", "./../", "..%09/"),
)
ROUTES = ("/static/", "/penghargaan/", "/daerah/", "/api/awards/", "/api/regions/", "/")
TARGETS = ("etc/passwd", "app.py", "messages/id.yaml", "awards.db")


@pytest.mark.parametrize("route", ROUTES)
def test_no_path_leads_to_a_file(address: str, route: str, database: Path) -> None:
    absolute = [
        f"{route}{slash}{target}" for slash in ("/", "%2f", "file:///") for target in ("etc/passwd", database)
    ]
    relative = [f"{route}{up * 12}{target}" for up in UP for target in TARGETS]
    for path in [*absolute, *relative]:
        answer = exchange(address, get(path))
        assert status(answer) in (400, 404, 405, 422), path
        for secret in (b"root:", b"import annotations", b"SQLite format", b"problem:\n", b"Traceback"):
            assert secret not in answer, path


INJECTED = "X-Injected: yes"
BREAKS = (
    *("%0d%0a", "%0a", "%0d", "%23%0d%0a", "%00%0d%0a"),
    *("%E5%98%8A%E5%98%8D", "%u000d%u000a", "%c0%8d%c0%8a"),
)
ECHOES = (
    *("/artikel?lang=", "/klaim?lang=en", "/penghargaan?text=", "/penghargaan?page=", "/penghargaan/"),
    *(
        "/daerah/",
        "/api/awards?text=",
        "/api/regions/",
        "/static/",
        "/nothing/",
        "/penghargaan?lang=en&text=",
    ),
)


@pytest.mark.parametrize("echo", ECHOES)
def test_no_line_break_gets_into_a_head(address: str, echo: str) -> None:
    for line_break in BREAKS:
        path = f"{echo}{line_break}{INJECTED.replace(' ', '%20')}{line_break}{line_break}<script>1</script>"
        answer = exchange(address, get(path.replace("<", "%3c").replace(">", "%3e")))
        assert not any(line.lower().startswith("x-injected") for line in headers(answer)), path
        assert all("\r" not in line and "\n" not in line for line in headers(answer))
        assert b"<script>1" not in answer


@pytest.mark.parametrize(
    "host",
    [
        "evil.example", "127.0.0.1@evil.example", "evil.example/127.0.0.1", "127.0.0.1:80@evil.example",
        "127.0.0.1\tevil.example", "127.0.0.1, evil.example", "127.0.0.1#evil.example", "[::1].evil.example",
        "127.0.0.1.evil.example", "127.0.0.1:80:80", "localhost.", "2130706433", "0", "",
    ],
)  # fmt: skip
def test_a_foreign_host_comes_back_nowhere(address: str, host: str) -> None:
    for path in ("/", "/artikel", "/penghargaan/", "//evil.example/", "/static"):
        answer = exchange(address, get(path, host=host, more="X-Forwarded-Host: evil.example\r\n"))
        assert status(answer) in (400, 403, 404), (path, host)
        assert b"evil" not in answer.partition(b"\r\n\r\n")[0]


@pytest.mark.parametrize(
    "path", ["//evil.example", "//evil.example/..", "/\\evil.example", "/penghargaan/", "/%0d%0a/"]
)
def test_nobody_is_sent_elsewhere(address: str, path: str) -> None:
    answer = exchange(address, get(path))
    assert status(answer) == 404
    for more in ("X-Forwarded-Host: evil.example\r\n", "Forwarded: host=evil.example\r\n"):
        sent = exchange(address, get("/artikel?lang=//evil.example", more=more))
        assert [line for line in headers(sent) if line.startswith("location")] == ["location: /"]
