"""Bytes to text: encodings told rightly, wrongly or not at all; plain text; other places of the body."""

# ruff: noqa: E501 - markup is easier to read on one line

from __future__ import annotations

import hashlib
import json

import pytest
from article_structures import FIRST, TEMPLATES, head, page
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.articles import read_article
from extractor.articles.decode import decode
from extractor.errors import PageError, PageNoText
from extractor.pages import Page

QUOTED = "“Kami bangga,” kata Bupati – nilai 98,5 persen – di Gedung Sa’adah…"


def text_of(data: bytes, kind: str = "html") -> str:
    return read_article(Page("page", data, kind)).text  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("codec", "told"),
    [
        ("utf-8", "utf-8"), ("utf-8", "iso-8859-1"), ("utf-8", "no-such-codec"), ("utf-8-sig", ""), ("utf-8", "hex"),
        ("cp1252", "windows-1252"), ("cp1252", "iso-8859-1"), ("cp1252", ""), ("cp1252", "utf-8"),
        ("utf-16", ""), ("utf-16-le", "utf-16"), ("utf-16-be", "utf-8"),
    ],
)  # fmt: skip
def test_quotes_survive_every_encoding(codec: str, told: str) -> None:
    markup = f'<html><head><meta charset="{told}"></head><body><h1>Judul</h1><p>{QUOTED} {FIRST.body}</p></body></html>'
    assert text_of(markup.encode(codec)).startswith(QUOTED)


def test_page_cut_inside_a_character_is_utf8() -> None:
    data = f"<p>{QUOTED}</p><p>{FIRST.body} ”".encode()[:-1]
    assert decode(data).startswith(f"<p>{QUOTED}")


def test_windows_characters_that_came_as_controls_are_put_right() -> None:
    data = f"<h1>Judul</h1><p>&#147;Kami bangga,&#148; kata Bupati &#150; nilai\x92nya 98,5 persen. {FIRST.body}</p>"
    assert text_of(data.encode()).startswith("“Kami bangga,” kata Bupati – nilai’nya 98,5 persen.")


def test_characters_without_width_are_gone_and_space_is_one() -> None:
    data = f"<p>Peme\u00adrin\u200btah\u00a0 \u2003daerah\ufeff\n   menerima. {FIRST.body}</p>"
    assert text_of(data.encode()).startswith("Pemerintah daerah menerima.")


def test_id_is_the_digest_of_the_bytes() -> None:
    data = page(TEMPLATES[0])
    assert read_article(Page("a", data, "html")).id == f"sha256:{hashlib.sha256(data).hexdigest()}"


def test_plain_text_keeps_its_paragraphs() -> None:
    article = read_article(
        Page("a.txt", f"{FIRST.title}\r\n\r\n{FIRST.body}\r\n\r\nBaca juga: Judul lain".encode(), "text")
    )
    assert (article.title, article.text) == (FIRST.title, FIRST.body)
    wrapped = "\n\n".join(text.replace(" ", "\n", 3) for text in FIRST.paragraphs)
    assert text_of(wrapped.encode(), "text") == FIRST.body
    assert text_of("\n".join(FIRST.paragraphs).encode(), "text") == FIRST.body


def test_body_of_linked_data_where_the_page_shows_none() -> None:
    node = {"@type": "NewsArticle", "headline": FIRST.title, "articleBody": FIRST.body}
    tag = f'<script type="application/ld+json">{json.dumps(node)}</script>'
    assert (
        text_of(f"<html>{head(FIRST, extra=tag)}<body><div id=root></div></body></html>".encode())
        == FIRST.body
    )


def test_body_of_a_script_built_page() -> None:
    content = (
        "".join(f"<p>{text}</p>" for text in FIRST.paragraphs) + "<p>Baca juga: <a href=x>Judul lain</a></p>"
    )
    state = {"props": {"pageProps": {"article": {"title": FIRST.title, "content": content}, "menu": ["a"]}}}
    tag = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    assert (
        text_of(f"<html>{head(FIRST)}<body><div id=__next></div>{tag}</body></html>".encode()) == FIRST.body
    )


@pytest.mark.parametrize(
    "data",
    [
        b"<",
        b"<html></html>",
        b"   ",
        b"<p>Pendek.</p>",
        b"<!-- -->",
        b"<ul><li><a href=a>Satu</a></li></ul>",
        b"\xff\xfe",
    ],
)
def test_page_without_an_article_says_so(data: bytes) -> None:
    for kind in ("html", "text"):
        with pytest.raises(PageNoText):
            text_of(data, kind)


def test_deeply_nested_page_is_read() -> None:
    inner = "".join(f"<p>{text}</p>" for text in FIRST.paragraphs)
    data = f"<html><body>{'<div>' * 900}{inner}{'</div>' * 900}</body></html>"
    assert text_of(data.encode()) == FIRST.body


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 3000 + f"<p>{FIRST.body}</p>" + "</div><span>Baris lain yang panjang</span>" * 3000,
        "<![if foo", "<!D[", "<![CDATA[", "<!DOCTYPE [<!", "<p>" + "<b>" * 5000, "&#x110000;&#xD800;",
    ],
)  # fmt: skip
def test_broken_declarations_and_endless_nesting_raise_errors_of_their_own_only(markup: str) -> None:
    check_readable(markup.encode())


CUTS = st.lists(st.tuples(st.integers(0, 20_000), st.integers(0, 400), st.binary(max_size=30)), max_size=6)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(TEMPLATES), CUTS)
def test_damaged_page_gives_an_article_or_an_error_of_its_own(
    template: object, cuts: list[tuple[int, int, bytes]]
) -> None:
    data = page(template)  # type: ignore[arg-type]
    for start, size, patch in cuts:
        start %= len(data) or 1
        data = data[:start] + patch + data[start + size :]
    check_readable(data)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [b"<p>", b"</p>", b"<div class='a", b'"', b"<br>", b"<h1>", b"</h1>", b"<table><tr><td>", b"</td>", b"<a href=x>",
             b"<script type='application/ld+json'>", b'{"@type":"Article","author":[[', b"</script>", b"<li>", b"&#0;", b"&#xd800;",
             b"<html>", b"</html>", b"<article>", b"Kota Uji menerima piagam pada 14 Mei 2024. ", b"\xff", b"\x00", b"<img>", b"<!--",
             b"<time datetime='99999'>", b"<body>", b"<form>", b"Baca juga:", b"<meta itemprop='author'>", b"<blockquote>"]
        ),
        max_size=60,
    )
)  # fmt: skip
def test_any_soup_of_tags_gives_an_article_or_an_error_of_its_own(pieces: list[bytes]) -> None:
    check_readable(b"".join(pieces))


def check_readable(data: bytes) -> None:
    for kind in ("html", "text"):
        try:
            article = read_article(Page("page", data, kind))  # type: ignore[arg-type]
        except PageError:
            continue
        article.model_dump_json().encode("utf-8")
        assert article == read_article(Page("page", data, kind))  # type: ignore[arg-type]
