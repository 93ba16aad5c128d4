"""Pages that a script builds: the article stands in the page's state, with cards of other articles in the markup."""

# ruff: noqa: E501 - markup is easier to read on one line

from __future__ import annotations

import json
from typing import Any

import pytest
from article_structures import FIRST, SECOND, Story

from extractor.articles import read_article
from extractor.model import Article
from extractor.pages import Page

CARDS = "".join(
    f'<article class="c{i}"><h4><a href="/x{i}">Judul kartu lain ke-{i} yang dibaca orang</a></h4><time>2{i} Apr 2025</time>'
    f"<p>Ringkasan kartu ke-{i} yang cukup panjang untuk disebut sebuah kalimat, tetapi bukan isi artikel ini.</p></article>"
    for i in range(6)
)


def state(story: Story, **fields: Any) -> dict[str, Any]:
    return {
        "title": story.title, "content": "".join(f"<p>{text}</p>" for text in story.paragraphs),
        "published_at": story.machine[:19].replace("T", " "),
        "authors": [{"name": "Dewi Lestari", "role": "editor"}, {"name": story.author, "role": "penulis"}], **fields,
    }  # fmt: skip


def read(
    props: dict[str, Any], script: str = '<script id="__NEXT_DATA__" type="application/json">{}</script>'
) -> Article:
    told = script.format(json.dumps({"props": {"pageProps": props}}))
    markup = (
        f'<html><head><title>{FIRST.title} | Kabar Uji</title><meta property="og:site_name" content="Kabar Uji"></head><body>'
        f'<div id="__next"><main><span>Memuat artikel...</span>{CARDS}</main></div>{told}</body></html>'
    )
    return read_article(Page("page.html", markup.encode(), "html"))


def check(article: Article, published: str = FIRST.machine) -> None:
    assert (article.title, article.text) == (FIRST.title, FIRST.body)
    assert (article.author, article.published) == (FIRST.author, published)


@pytest.mark.parametrize(
    "script",
    [
        '<script id="__NEXT_DATA__" type="application/json">{}</script>',
        "<script>window.__INITIAL_STATE__ = {};</script>",
    ],
)
def test_article_of_the_state_and_not_of_the_cards(script: str) -> None:
    check(read({"related": [state(SECOND)], "article": state(FIRST)}, script))


@pytest.mark.parametrize("zone", ["WITA", "Asia/Makassar"])
def test_zone_of_the_state(zone: str) -> None:
    check(read({"article": state(FIRST), "zone": zone}), "2024-05-14T10:32:00+08:00")


def test_body_told_as_paragraphs() -> None:
    blocks = [{"type": "paragraph", "data": {"text": text}} for text in FIRST.paragraphs]
    check(read({"article": state(FIRST, content=blocks)}))
    check(read({"article": state(FIRST, content=list(FIRST.paragraphs))}))


def test_state_of_another_article_says_nothing_about_this_one() -> None:
    shown = "".join(f"<p>{text}</p>" for text in FIRST.paragraphs)
    told = f'<script type="application/json">{json.dumps({"next": state(SECOND)})}</script>'
    markup = (
        f"<html><head><title>{FIRST.title}</title></head><body><h1>{FIRST.title}</h1><p>Penulis: {FIRST.author}</p>"
        f"<p>{FIRST.shown}</p><div>{shown}</div>{told}</body></html>"
    )
    check(read_article(Page("page.html", markup.encode(), "html")))


@pytest.mark.parametrize("broken", ["{", "[]", '{"content": 5}', '{"content": "x"}', '{"a":' * 3000])
def test_broken_state_is_passed_over(broken: str) -> None:
    shown = "".join(f"<p>{text}</p>" for text in FIRST.paragraphs)
    markup = f'<h1>{FIRST.title}</h1>{shown}<script id="__NEXT_DATA__" type="application/json">{broken}{" " * 300}"content": "</script>'
    assert read_article(Page("page.html", markup.encode(), "html")).text == FIRST.body
