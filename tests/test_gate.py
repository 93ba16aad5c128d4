"""The gate turns away what holds no award, and never a page from which a record would be read."""

# ruff: noqa: E501

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from corpus_pages import CORPORA
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractor.articles import read_article
from extractor.errors import PageError
from extractor.gate import Gate
from extractor.pages import Page, iter_pages
from extractor.programmes import load_catalogue

if TYPE_CHECKING:
    from extractor.core import Extractor

PROGRAMMES = load_catalogue().programmes
GATE = Gate(PROGRAMMES)
ALIASES = sorted(
    {
        alias.replace("{province}", "Jawa Timur")
        for programme in PROGRAMMES
        for alias in (programme.name, *programme.aliases)
    }
)
ORDINARY = (
    "Warga kelurahan itu bergotong royong membersihkan saluran air sejak pagi hari. Hujan diperkirakan turun lagi "
    "pada sore hari, sehingga petugas meminta pengendara berhati-hati di jalan yang licin."
)
PAGES = sorted(path for path in CORPORA.glob("*/html/*") if path.is_file())

# What a reader does not see inside a word, and what reads as one space between words.
UNSEEN = (
    "", "\u00ad", "\u200b", "\ufeff", "\u2060", "&shy;", "&#173;", "&#xAD;", "&#8203;", "&zwnj;", "<wbr>", "<b>", "</b>",
    '<span class="x">', "</span>", "<!-- a > b -->", "<script>var a = '>';</script>", "<i title='a>b'></i>", "\x01",
    '<i title="a > b"></i>', "<style>p > b {}</style>",
)  # fmt: skip
SPACES = (
    " ", "  ", "\n", "\u00a0", "&nbsp;", "&#160;", "&#xa0;", "&#32;", "\u2003", " <b>", "</b> ", " <!-- > --> ", "&emsp;", "\t",
    "&nbsp; ", "\u200b ", " <script>if (a > b) c();</script>", '<span class="ads"> </span>', "\r\n   ",
)  # fmt: skip


def numeric(char: str) -> str:
    return f"&#{ord(char)};"


def hexadecimal(char: str) -> str:
    return f"&#x{ord(char):04X};"


LETTERS: tuple[Callable[[str], str], ...] = (str, str, str, str.lower, str.upper, numeric, hexadecimal)


@st.composite
def writings(draw: st.DrawFn) -> str:
    """A programme's name as some page may write it in its markup."""
    alias = draw(st.sampled_from(ALIASES))
    often = draw(st.sampled_from((0, 1, 4)))
    pieces = []
    for char in alias:
        if char == " ":
            pieces.append(draw(st.sampled_from(SPACES)) if often else char)
            continue
        odd = often and draw(st.integers(0, 9)) < often
        pieces.append(draw(st.sampled_from(LETTERS))(char) if odd else char)
        if odd:
            pieces.append(draw(st.sampled_from(UNSEEN)))
    return "".join(pieces)


def sentence(name: str) -> str:
    return (
        f"Pemerintah Kabupaten Sleman meraih {name} kategori Utama tahun 2025 di Jakarta, Senin (4/8/2025)."
    )


def as_paragraphs(name: str) -> str:
    rest = f"<p>{ORDINARY}</p>\n" * 12
    return (
        f"<html><head><title>Sleman raih penghargaan</title></head><body><h1>Sleman raih penghargaan</h1>"
        f'<div class="entry-content"><p>{sentence(name)}</p>\n{rest}</div></body></html>'
    )


def as_breaks(name: str) -> str:
    return as_paragraphs(name).replace("</p>\n<p>", "<br><br>\n")


def as_title(name: str) -> str:
    return as_paragraphs("penghargaan itu").replace("Sleman raih penghargaan", f"Sleman raih {name}")


def as_state(name: str) -> str:
    """A page whose article is JSON alone, with every mark of markup escaped."""
    body = "".join(f"<p>{text}</p>" for text in (sentence(name), *[ORDINARY] * 12))
    post = {"title": "Sleman raih penghargaan", "published_at": "2025-08-05", "content": body}
    state = (
        json.dumps({"props": {"post": post}})
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
    )
    return f'<html><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{state}</script></body></html>'


def as_linked(name: str) -> str:
    """A page whose article is told by its linked data, with references written twice."""
    body = (
        "\n".join((sentence(name), *[ORDINARY] * 12))
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
    )
    linked = json.dumps({"@type": "NewsArticle", "headline": "Sleman raih penghargaan", "articleBody": body})
    return f'<html><head><script type="application/ld+json">{linked}</script></head><body><p>Muat ulang</p></body></html>'


BUILDS = (as_paragraphs, as_breaks, as_title, as_state, as_linked)
CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-7", "cp037", "iso2022_jp")


def page_of(markup: str, codec: str = "utf-8") -> Page:
    declared = markup.replace("<head>", f'<head><meta charset="{codec}">', 1)
    return Page("page.html", declared.encode(codec, "xmlcharrefreplace"), "html")


def assert_nothing_lost(page: Page, reader: Extractor) -> None:
    """With the gate or without, records, history, criteria and totals are the same."""
    try:
        article = read_article(page)
    except PageError:
        return
    whole, gated = reader.read_article(article), reader.read(page)
    told = ("records", "history", "criteria", "totals")
    assert [getattr(gated, name) for name in told] == [getattr(whole, name) for name in told], page.source
    if gated.relevant:
        assert gated == whole


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(name=writings(), build=st.sampled_from(BUILDS), codec=st.sampled_from(CODECS))
def test_an_award_is_found_however_its_name_is_written(
    reader: Extractor, name: str, build: Callable[[str], str], codec: str
) -> None:
    assert_nothing_lost(page_of(build(name), codec), reader)


@settings(max_examples=500, deadline=None)
@given(name=writings(), build=st.sampled_from(BUILDS), codec=st.sampled_from(CODECS))
def test_what_the_article_names_the_bytes_do(name: str, build: Callable[[str], str], codec: str) -> None:
    page = page_of(build(name), codec)
    try:
        article = read_article(page)
    except PageError:
        return
    assert GATE.passes(page) or not GATE.speaks(article)


@pytest.mark.parametrize("alias", ALIASES)
def test_every_name_passes_and_speaks(alias: str) -> None:
    page = page_of(as_paragraphs(alias))
    assert GATE.passes(page)
    assert GATE.speaks(read_article(page))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parents[1].name}/{path.stem}")
def test_no_page_of_a_corpus_loses_a_record(path: str, reader: Extractor) -> None:
    for page in iter_pages([str(path)]):
        if isinstance(page, Page):
            assert_nothing_lost(page, reader)


def test_ordinary_news_is_turned_away(reader: Extractor) -> None:
    page = page_of(as_paragraphs("juara lomba paduan suara"))
    assert not GATE.passes(page)
    result = reader.read(page)
    assert not result.relevant
    assert result.error is None
    assert (result.records, result.figures, result.claims, result.findings) == ([], [], [], [])
    assert result.article.id.startswith("sha256:")
    assert result.article.source == "page.html"
    assert result.article.text == ""


def test_a_page_turned_away_is_read_whole_on_demand(reader: Extractor) -> None:
    page = page_of(as_paragraphs("juara lomba paduan suara"))
    whole = reader.read(page, whole=True)
    assert not whole.relevant
    assert whole.article.text.startswith("Pemerintah Kabupaten Sleman meraih")
    assert whole.claims == []


@pytest.mark.parametrize(
    "near",
    ["skip", "iklan anak", "paper", "taki award", "layak huni. Ramah", "opini", "Opini publik", "OPINI"],
)
def test_what_only_looks_like_a_name_is_turned_away(near: str) -> None:
    assert not GATE.passes(page_of(as_paragraphs(near)))


def test_a_name_beside_the_article_makes_no_award_of_it(reader: Extractor) -> None:
    aside = '<aside><a href="/x">Kota tetangga raih Adipura Kencana</a></aside></body>'
    page = page_of(as_paragraphs("juara lomba paduan suara").replace("</body>", aside))
    assert GATE.passes(page)
    assert not reader.read(page).relevant


def test_titles_given_beside_the_page_count() -> None:
    from extractor.pages.page import Given

    bare = page_of(as_paragraphs("juara lomba paduan suara"))
    assert GATE.passes(Page(bare.source, bare.data, bare.kind, Given(title="Sleman raih UHC Awards")))


def test_programmes_of_a_user_count() -> None:
    own = PROGRAMMES[0].model_copy(
        update={"id": "satya", "name": "Satya Lencana Café", "aliases": (), "weak_aliases": ()}
    )
    gate = Gate([own])
    assert gate.passes(page_of(as_paragraphs("SATYA LENCANA CAF&Eacute;")))
    assert gate.passes(page_of(as_paragraphs("Satya Lencana café")))
    assert not gate.passes(page_of(as_paragraphs("UHC Awards")))
