"""Pages that mean harm, or came to it: each a name and the bytes, made when asked for.

`SIZE` and `BIG` say how often the harmful thing is repeated.
"""

# ruff: noqa: E501 - markup is easier to read on one line

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.core import Extractor
    from extractor.pages import Page

SENTENCE = (
    "Kabupaten Balangan meraih UHC Awards 2026 kategori Utama. Bupati Balangan Abdul Hadi menerima "
    "penghargaan itu dari Menteri Sosial di Jakarta, Selasa (27/1/2026). Cakupan kepesertaan JKN di "
    "Kabupaten Balangan mencapai 99,2 persen dari jumlah penduduk."
)
SIZE = 10_000
BIG = 1_000_000


def framed(inner: str, head: str = "") -> str:
    """A page around some markup, with an award to find on it."""
    return (
        f"<html><head><title>Balangan Raih UHC Awards 2026</title>{head}</head><body><article>"
        f"<h1>Balangan Raih UHC Awards 2026</h1><p>{SENTENCE}</p>{inner}<p>{SENTENCE}</p></article></body></html>"
    )


def linked(value: str) -> str:
    """A page with a block of JSON-LD."""
    return framed("", f'<script type="application/ld+json">{value}</script>')


def _wrong_types() -> str:
    names = (
        "@id", "headline", "name", "datePublished", "dateCreated", "author", "creator", "editor", "publisher",
        "url", "mainEntityOfPage", "articleBody", "isAccessibleForFree",
    )  # fmt: skip
    values = (
        None,
        True,
        7,
        -1.5e300,
        [],
        [[]],
        {},
        [None],
        {"@value": [1]},
        {"name": {"name": 1}},
        {"@id": []},
    )
    return json.dumps([{"@type": kind, **dict.fromkeys(names, value)} for value in values for kind in TYPES])


TYPES = ("NewsArticle", ["NewsArticle", 7], 7, None, {"a": 1}, [[]], "", "Organization", "ItemList")


def _tag_run(tag: str) -> str:
    return framed(f"<{tag}>" * SIZE + SENTENCE + f"</{tag}>" * SIZE)


HTML: dict[str, Callable[[], str]] = {
    "div nested": lambda: _tag_run("div"),
    "span nested": lambda: _tag_run("span"),
    "blockquote nested": lambda: _tag_run("blockquote"),
    "b nested": lambda: _tag_run("b"),
    "ul li nested": lambda: framed("<ul><li>" * SIZE + SENTENCE),
    "table nested": lambda: framed("<table><tr><td>" * (SIZE // 3) + SENTENCE),
    "a nested": lambda: framed("<a href=x>" * SIZE + SENTENCE),
    "article nested": lambda: framed("<article>" * SIZE + SENTENCE),
    "font and div nested": lambda: framed("<font><div>" * (SIZE // 2) + SENTENCE),
    "everything unclosed": lambda: (
        f"<html><head><title>Balangan<body><div><p>{SENTENCE}<b><i><ul><li><table><tr><td>" * 200
    ),
    "unclosed quotes": lambda: framed(f"<a href=\"x>{SENTENCE}</a><p class='y>" * 500),
    "unclosed comment": lambda: framed("<!-- " * SIZE),
    "unclosed script": lambda: framed("<script>" * SIZE),
    "unclosed tags": lambda: framed("<a " * SIZE),
    "less-thans": lambda: framed("<" * (20 * SIZE)),
    "ends without beginnings": lambda: framed("</div></p></b></table>" * SIZE),
    "many paragraphs": lambda: framed("<p>Ya.</p>" * SIZE),
    "many lines": lambda: framed("Kota Uji menerima.<br>" * SIZE),
    "many empty tags": lambda: framed("<div></div>" * (5 * SIZE)),
    "many headings": lambda: framed("<h1>Balangan Raih UHC Awards 2026</h1><h2>Judul lain lagi</h2>" * SIZE),
    "many links": lambda: framed("<li><a href=x>Baca juga: judul lain</a></li>" * SIZE),
    "many times": lambda: framed("<time datetime=2026-01-27>27 Januari 2026</time>" * SIZE),
    "many authors": lambda: framed("<span class=author>Oleh: Budi Santoso</span>" * SIZE),
    "many attributes": lambda: framed(f"<p {' '.join(f'a{n}=1' for n in range(SIZE))}>{SENTENCE}</p>"),
    "one attribute again and again": lambda: framed(f"<p {'class=a ' * (5 * SIZE)}>{SENTENCE}</p>"),
    "megabyte class": lambda: framed(f"<p class='{'a ' * (BIG // 2)}'>{SENTENCE}</p>"),
    "megabyte id": lambda: framed(f"<p id='{'a' * BIG}'>{SENTENCE}</p>"),
    "megabyte title": lambda: f"<title>{'Balangan ' * (BIG // 9)}</title><p>{SENTENCE}</p>",
    "megabyte heading": lambda: framed(f"<h1>{'Balangan ' * (BIG // 9)}</h1>"),
    "megabyte description": lambda: framed("", f"<meta name=description content='{'Raih ' * (BIG // 5)}'>"),
    "megabyte address": lambda: framed("", f"<link rel=canonical href='https://x.id/{'a/' * (BIG // 2)}'>"),
    "megabyte tag name": lambda: framed(f"<{'a' * BIG}>{SENTENCE}"),
    "wide cell": lambda: framed(
        "<table><tr><td colspan=9007199254740991 rowspan=-1>Balangan<td>99,2</table>"
    ),
    "many wide cells": lambda: framed(
        "<table>" + "<tr><td colspan=9007199254740991>Balangan" * SIZE + "</table>"
    ),
    "list numbered high": lambda: framed(
        "<ol start=9007199254740991><li value=-9e999>Kabupaten Balangan</ol>"
    ),
    "entity bomb": lambda: (
        '<!DOCTYPE html [<!ENTITY a0 "Balangan">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
        + f"]>{framed('<p>&a11;</p>')}"
    ),
    "outside entity": lambda: (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>{framed("<p>&x; root</p>")}'
    ),
    "entities": lambda: framed(
        "&amp;&nbsp;&#147;&#x110000;&#xD800;&#0;&unknown;&#99999999999999999999;" * SIZE
    ),
    "NULs": lambda: framed("\0" * 1000).replace("Utama", "Ut\0ama"),
    "controls": lambda: framed("".join(map(chr, range(1, 160))) * 100),
    "right-to-left marks": lambda: framed("").replace(
        "Abdul Hadi", "Abdul \u202eidaH\u202c \u200fHadi\u2067"
    ),
    "homoglyphs": lambda: framed("").replace("Balangan", "B\u0430l\u0430ng\u0430n"),
    "combining marks": lambda: framed(f"<p>Bupati A{chr(0x301) * SIZE}bdul</p>"),
    "emoji": lambda: framed("👨‍👩‍👧‍👦🏆" * SIZE),
    "years": lambda: framed(
        "<p>Pada 0/0/0000, 31 Februari 2026, 00/13/99999, tahun 0, 1 Januari 0, 1 Januari 99999.</p>"
    ),
    "times": lambda: framed("".join(f"<time datetime='{value}'>{value}</time>" for value in TIMES)),
    "published": lambda: framed(
        "", "".join(f"<meta property=article:published_time content='{v}'>" for v in TIMES)
    ),
    "long numbers": lambda: framed(
        f"<p>Cakupan {'9' * SIZE} persen, {'9' * SIZE}/{'1' * SIZE}/2026, Rp{'1.' * SIZE}</p>"
    ),
    "JSON-LD nested": lambda: linked("[" * 100_000 + "]" * 100_000),
    "JSON-LD objects nested": lambda: linked('{"author":' * 100_000 + "1" + "}" * 100_000),
    "JSON-LD nested unclosed": lambda: linked('{"a":[' * 100_000),
    "JSON-LD wrong types": lambda: linked(_wrong_types()),
    "JSON-LD ring": lambda: linked('[{"@id":"a","@type":"Article","author":{"@id":"a"},"headline":"x"}]'),
    "JSON-LD long number": lambda: linked(f'{{"@type":"NewsArticle","datePublished":{"9" * SIZE}}}'),
    "JSON-LD lone surrogates": lambda: linked(
        '{"@type":"NewsArticle","headline":"Balangan \\ud800 Raih","author":"B\\udfff",'
        '"url":"https://x.id/\\ud800","datePublished":"2026\\ud800"}'
    ),
    "JSON-LD body of lone surrogates": lambda: (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"\\ud800","articleBody":'
        f'"{SENTENCE} \\ud800"}}</script>'
    ),
    "JSON-LD dates": lambda: linked(
        json.dumps([{"@type": "NewsArticle", "datePublished": v} for v in TIMES])
    ),
    "many JSON-LD": lambda: linked("}</script><script type=application/ld+json>{".join(["{}"] * SIZE)),
    "state nested": lambda: framed(
        f'<script id=__NEXT_DATA__ type=application/json>{{"content":"{"x" * 300}","a":{"[" * 100_000}</script>'
    ),
    "state of many bodies": lambda: framed(
        "<script id=__NEXT_DATA__ type=application/json>"
        + json.dumps([{"title": "a", "content": SENTENCE, "body": SENTENCE}] * SIZE)
        + "</script>"
    ),
    "state of lone surrogates": lambda: (
        '<script id=__NEXT_DATA__ type=application/json>{"title":"\\ud800","content":"'
        + SENTENCE
        + '\\udc00"}</script>'
    ),
    "state of markup with lone surrogates": lambda: (
        '<script id=__NEXT_DATA__ type=application/json>{"title":"Judul","content":"<p>'
        + SENTENCE
        + '\\udc00 &amp; <b>lagi</b></p>"}</script>'
    ),
    "JSON-LD body of markup with lone surrogates": lambda: (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Judul","articleBody":"<p>'
        + SENTENCE
        + '\\ud800 &amp; </p>"}</script>'
    ),
    "JSON-LD body of references and lone surrogates": lambda: (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"Judul","articleBody":"'
        + SENTENCE
        + '\\ud800 &amp; lagi"}</script>'
    ),
    "framesets": lambda: "<frameset><frame>" * SIZE + SENTENCE,
    "svg and math": lambda: framed("<svg><math><mtext><table><mglyph>" * 500 + SENTENCE),
    "forms": lambda: framed("<form><select><option><textarea>" * 1000),
    "templates": lambda: framed("<template>" * SIZE + SENTENCE),
    "doctypes": lambda: "<!DOCTYPE html>" * SIZE + framed(""),
    "CDATA": lambda: framed("<![CDATA[" * SIZE),
    "processing instructions": lambda: framed("<?php " * SIZE),
    "XML namespaces": lambda: framed('<x:y xmlns:x="a" ' * 1000 + ">"),
    "namespaced tags": lambda: framed("<o:p><a:b c:d='e'>" * 1000),
    "noscripts": lambda: framed("<noscript><p>" * 2000 + SENTENCE),
}

TIMES = (
    "0000-00-00T00:00:00", "0000-01-01", "99999-12-31", "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00",
    "2026-02-30", "2026-01-27T99:99:99+99:99", "-1", "1" * 5000, "1e309", "NaN", "\u0662\u0660\u0662\u0666-01-27", "",
)  # fmt: skip

TEXT: dict[str, Callable[[], str]] = {
    "a megabyte of spaces": lambda: SENTENCE + " " * BIG,
    "a megabyte of line ends": lambda: SENTENCE + "\n" * BIG + SENTENCE,
    "a line of a's": lambda: f"UHC Awards {'a' * BIG}",
    "a line of A's": lambda: f"UHC Awards {'A' * BIG}",
    "a line of digits": lambda: f"UHC Awards 2026 {'1' * BIG}",
    "a line of commas": lambda: f"UHC Awards 2026 {',' * BIG}",
    "a line of brackets": lambda: f"UHC Awards 2026 {'(' * (20 * SIZE)}",
    "a line of quotes": lambda: f"UHC Awards 2026 {'“' * (20 * SIZE)}",
    "sentences": lambda: f"{SENTENCE} " * (SIZE // 33),
    "sentences on one line without end": lambda: SENTENCE.replace(". ", " ") * (SIZE // 33),
    "names": lambda: f"UHC Awards 2026 kategori Utama: {'Kabupaten Balangan, ' * (SIZE // 3)}",
    "names in a row": lambda: f"Bupati {'Abdul Hadi ' * (SIZE // 2)} menerima UHC Awards 2026.",
    "titles in a row": lambda: f"Bupati {'Dr. H. ' * (SIZE // 2)} Abdul Hadi menerima UHC Awards 2026.",
    "tiers": lambda: f"UHC Awards 2026 {'kategori Utama ' * (SIZE // 3)}",
    "programmes": lambda: "UHC Awards 2026 " * (SIZE // 3),
    "dates": lambda: f"UHC Awards {'Selasa (27/1/2026) ' * (SIZE // 3)}",
    "percents": lambda: f"UHC Awards 2026 {'99,2 persen ' * (SIZE // 3)}",
    "numbers": lambda: f"UHC Awards 2026 {'1.234.567 jiwa ' * (SIZE // 3)}",
    "places": lambda: f"UHC Awards 2026 {'di Gedung Sate, Jakarta ' * (SIZE // 3)}",
    "marks within names": lambda: SENTENCE.replace("Balangan", "Bala\u200fngan").replace(
        "Hadi", "\u202eidaH\u202c"
    ),
    "homoglyph names": lambda: SENTENCE.replace("Balangan", "B\u0430langan"),
    "wide forms": lambda: SENTENCE.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)}),
    "other digits": lambda: SENTENCE.replace("27/1/2026", "٢٧/١/٢٠٢٦").replace("99,2", "९९,२"),
    "superscripts": lambda: SENTENCE.replace("99,2", "9²,¹").replace("2026", "202⑥"),
    "years": lambda: SENTENCE.replace("2026", "0000") + SENTENCE.replace("27/1/2026", "00/00/99999"),
    "long numbers": lambda: SENTENCE.replace("99,2", "9" * 10_000).replace("2026", "2" * 10_000),
    "long fractions": lambda: SENTENCE.replace("99,2", "9," + "9" * 10_000),
    "scattered long numbers": lambda: (
        f"UHC Awards 2026. {'9' * 5000} kabupaten/kota; {'8' * 5000} orang dari {'7' * 5000} jiwa."
    ),
}

TWICE = SENTENCE.replace("Abdul Hadi", "Sa’adah").encode("utf-8").decode("cp1252").encode("utf-8")

RAW: dict[str, Callable[[], bytes]] = {
    "UTF-16 without a mark": lambda: framed("").encode("utf-16-le"),
    "UTF-16 of the other order": lambda: framed("").encode("utf-16-be"),
    "UTF-16 of half a pair": lambda: b"\xff\xfe" + framed("").encode("utf-16-le") + b"\x00\xd8",
    "UTF-16 of odd length": lambda: framed("").encode("utf-16-le") + b"\x00",
    "UTF-32": lambda: framed("").encode("utf-32"),
    "UTF-7": lambda: framed("", "<meta charset=utf-7>").encode("utf-7"),
    "said to be UTF-16": lambda: framed("", "<meta charset=utf-16>").encode(),
    "said to be no codec": lambda: framed("", "<meta charset=../../etc>").encode() + b"\xff",
    "said to be a packer": lambda: framed("", "<meta charset=zip>").encode() + b"\xff",
    "said to be idna": lambda: framed("", "<meta charset=idna>").encode() + b"\xff",
    "said to be punycode": lambda: framed("", "<meta charset=punycode>").encode() + b"\xff" * 100,
    "said to be escapes": lambda: (
        framed("\\ud800 \\N{DIGIT ONE}", "<meta charset=unicode_escape>").encode() + b"\xff"
    ),
    "said to be raw escapes": lambda: (
        framed("\\ud800", "<meta charset=raw_unicode_escape>").encode() + b"\xff"
    ),
    "said to be undefined": lambda: framed("", "<meta charset=undefined>").encode() + b"\xff",
    "said to be utf-8 twice encoded": lambda: TWICE,
    "bytes of surrogates": lambda: framed("").encode() + b"\xed\xa0\x80\xed\xb0\x80" * 1000,
    "overlong UTF-8": lambda: framed("").encode() + b"\xc0\x80\xe0\x80\x80\xf5\x80" * 1000,
    "noise": lambda: bytes((n * n * 31 + n) % 255 + 1 for n in range(200_000)),
    "high noise": lambda: b"UHC Awards " + bytes(128 + (n * n * 31 + n) % 128 for n in range(200_000)),
    "NULs among letters": lambda: SENTENCE.encode().replace(b" ", b" \0"),
}


def all_pages() -> dict[str, tuple[bytes, str]]:
    """Every page: its bytes, and the kind that it claims."""
    pages = {
        f"html: {name}": (make().encode("utf-8", "surrogatepass"), "html") for name, make in HTML.items()
    }
    pages |= {
        f"text: {name}": (make().encode("utf-8", "surrogatepass"), "text") for name, make in TEXT.items()
    }
    return pages | {f"bytes: {name}": (make(), "html") for name, make in RAW.items()}


def names() -> list[str]:
    """Names of all pages, without making them."""
    return [
        f"{kind}: {name}"
        for kind, table in (("html", HTML), ("text", TEXT), ("bytes", RAW))
        for name in table
    ]


def problems(reader: Extractor, page: Page) -> list[str]:
    """What is wrong with the result of a page: marks beside their text, an error without its code."""
    result = reader.read(page, whole=True)
    line = json.loads(result.to_json().encode("utf-8"))
    if result.error is not None:
        return [] if result.error.code.startswith("page.") and not line["records"] else [f"{result.error}"]
    texts = {"text": result.article.text, "title": result.article.title or ""}
    return [
        f"{mark}: another text"
        for mark in _marks(line)
        if texts[mark.get("part") or "text"][mark["start"] : mark["end"]] != mark["text"]
    ]


def _marks(value: Any) -> Iterator[dict[str, Any]]:
    """Every object with offsets, at any depth."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from _marks(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _marks(inner)
