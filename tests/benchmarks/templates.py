"""Four ways in which news sites build their pages, with all that stands around an article."""

# ruff: noqa: E501 - markup and prose

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from random import Random

from tests.benchmarks.prose import HOSTS, SECTIONS, headline

Rows = Iterator[str]


@dataclass(frozen=True, slots=True)
class Story:
    """What goes into a template: an article, its day, and the sites' own words around it."""

    title: str
    paragraphs: tuple[str, ...]
    published: str
    author: str
    host: str


def fill(story: Story, template: str, size: int, random: Random) -> str:
    """A whole page of about `size` characters."""
    head, top, bottom = TEMPLATES[template](story, random)
    page = [_head(story, random), head, "</head>\n<body>\n", _menu(story, random), top]
    rest = size - sum(map(len, page)) - len(bottom)
    widgets = _widgets(story, random)
    while rest > 0:
        row = next(widgets)
        page.append(row)
        rest -= len(row)
    return "".join((*page, bottom, "</body>\n</html>\n"))


def _head(story: Story, random: Random) -> str:
    title = escape(story.title)
    linked = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title,
        "datePublished": story.published, "author": {"@type": "Person", "name": story.author},
    }  # fmt: skip
    styles = "".join(
        f".c-{n}{{margin:0 {random.randrange(40)}px;padding:{random.randrange(20)}px;color:#{random.randrange(1 << 24):06x}}}\n"
        for n in range(random.randrange(60, 160))
    )
    return (
        f'<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n<title>{title} - {story.host}</title>\n'
        f'<meta property="og:title" content="{title}">\n<meta name="author" content="{story.author}">\n'
        f'<meta property="article:published_time" content="{story.published}">\n'
        f'<script type="application/ld+json">{json.dumps(linked)}</script>\n<style>{styles}</style>\n'
    )


def _menu(story: Story, random: Random) -> str:
    items = (
        f'<li class="menu-item menu-item-{random.randrange(9999)}"><a href="https://{story.host}/{name.lower()}/">{name}</a></li>\n'
        for name in random.sample(SECTIONS, len(SECTIONS))
    )
    return f'<header><div class="logo"><a href="/">{story.host}</a></div>\n<nav><ul class="menu">\n{"".join(items)}</ul></nav></header>\n'


def _widgets(story: Story, random: Random) -> Rows:
    """Links to other stories, scripts and advertisements, without end."""
    while True:
        title, number = headline(random), random.randrange(10**6)
        slug = "-".join(title.lower().split())
        yield (
            f'<div class="widget item-{number}"><a href="https://{story.host}/{number}/{slug}" title="{title}"><img '
            f'src="https://cdn.{story.host}/{number}.jpg" alt="{title}" width="120" height="80" loading="lazy"></a>\n'
            f'<h4 class="title"><a href="https://{story.host}/{number}/{slug}">{title}</a></h4><span class="date">'
            f"{random.randrange(1, 29)} Januari 2026</span></div>\n"
        )
        if number % 4 == 0:
            keys = ",".join(f'"k{random.randrange(999)}":"{random.randrange(1 << 40):x}"' for _ in range(30))
            yield f"<script>window.dataLayer=window.dataLayer||[];dataLayer.push({{{keys}}});</script>\n"


def _paragraphs(story: Story, between: Callable[[int], str] = lambda number: "") -> str:
    return "".join(f"<p>{escape(text)}</p>\n{between(n)}" for n, text in enumerate(story.paragraphs))


def _blog(story: Story, random: Random) -> tuple[str, str, str]:
    top = (
        f'<main class="site-main"><article class="post"><h1 class="entry-title">{escape(story.title)}</h1>\n'
        f'<div class="entry-meta">Oleh <span class="author">{story.author}</span> <time datetime="{story.published}">'
        f'{story.published[:10]}</time></div>\n<div class="entry-content">\n{_paragraphs(story)}</div></article>\n'
        '<aside class="sidebar">\n'
    )
    return (
        '<link rel="stylesheet" href="/wp-content/style.css">\n',
        top,
        "</aside></main>\n<footer>Hak cipta</footer>\n",
    )


def _portal(story: Story, random: Random) -> tuple[str, str, str]:
    def between(number: int) -> str:
        if number % 3 != 1:
            return '<div class="ads" id="div-gpt"><script>googletag.cmd.push(function(){});</script></div>\n'
        return f'<p class="baca-juga">Baca juga: <a href="/x/{number}">{headline(random)}</a></p>\n'

    top = (
        f'<div class="container"><h1 class="detail__title">{escape(story.title)}</h1><div class="detail__author">'
        f'{story.author} - {story.host}</div><div class="detail__date">{story.published}</div>\n'
        f'<div class="detail__body-text itp_bodycontent">\n{_paragraphs(story, between)}</div>\n<div class="terkait">\n'
    )
    return "", top, "</div></div>\n<footer>Tentang kami</footer>\n"


def _breaks(story: Story, random: Random) -> tuple[str, str, str]:
    text = "<br><br>\n".join(map(escape, story.paragraphs))
    top = (
        f'<table width="100%"><tr><td><h1>{escape(story.title)}</h1>\n<div class="post-content clearfix">{text}</div>\n'
        f"<p>Pewarta: {story.author}<br>Editor: Redaksi</p></td><td>\n"
    )
    return "", top, "</td></tr></table>\n<div class=footer>Redaksi</div>\n"


def _state(story: Story, random: Random) -> tuple[str, str, str]:
    content = "".join(f"<p>{escape(text)}</p>" for text in story.paragraphs)
    post = {"title": story.title, "published_at": story.published, "author": story.author, "content": content}
    state = (
        json.dumps({"props": {"pageProps": {"post": post}}}).replace("<", "\\u003c").replace(">", "\\u003e")
    )
    top = (
        f'<div id="__next"><div class="css-1x"><h1 class="css-9">{escape(story.title)}</h1><div class="css-7">'
        f'{_paragraphs(story)}</div><div class="css-rel">\n'
    )
    bottom = f'</div></div></div>\n<script id="__NEXT_DATA__" type="application/json">{state}</script>\n'
    return "", top, bottom


TEMPLATES: dict[str, Callable[[Story, Random], tuple[str, str, str]]] = {
    "blog": _blog,
    "portal": _portal,
    "breaks": _breaks,
    "state": _state,
}

__all__ = ["HOSTS", "TEMPLATES", "Story", "fill"]
