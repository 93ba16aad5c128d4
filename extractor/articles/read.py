"""A page to its article: decoding, tags, the body's choice, and its text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from extractor.articles.addresses import clean_address
from extractor.articles.authors import author_of
from extractor.articles.body import choose_body
from extractor.articles.clean import text_of_html
from extractor.articles.dates import first_date, machine_date
from extractor.articles.decode import decode
from extractor.articles.fallbacks import (
    LITTLE,
    as_python_reads,
    swallows,
    told_text,
    with_closed_quotes,
)
from extractor.articles.head import NO_HEAD, Head, head_of
from extractor.articles.headline import line_of, shown_headline
from extractor.articles.plain import article_of_text
from extractor.articles.published import WIB, published_of
from extractor.articles.states import stated_article, states_of
from extractor.articles.surroundings import NOTHING_AROUND, Surroundings, surroundings_of
from extractor.articles.titles import is_outlet, site_of, title_of
from extractor.articles.tree import Element, Tree, is_deeper, parse
from extractor.articles.words import key
from extractor.errors import PageNoText, PageTooDeep
from extractor.limits import DEFAULTS
from extractor.model import Article
from extractor.pages.page import Page

_LEAST = 40  # characters that make an article
_DASH = re.compile(r"[\s)\]]*[-–—]")


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way of reading a page: what its tags say and the text that came out."""

    head: Head
    title: str | None
    site: str | None
    around: Surroundings
    text: str
    lost: bool = False


def read_article(page: Page, max_depth: int = DEFAULTS.max_depth) -> Article:
    """The article of a page: title, author, site, time, address and body text.

    What a row gave beside the page goes before what the page says.  Raises PageNoText where the page
    holds no running text, and PageTooDeep where its elements lie deeper in each other than `max_depth`.
    """
    markup = decode(page.data, page.charset)
    return _of_text(page, markup) if page.kind == "text" else _of_html(page, markup, max_depth)


def _of_text(page: Page, text: str) -> Article:
    plain = article_of_text(text, page.given.title)
    return _article(
        page,
        plain.text,
        title=plain.title,
        author=author_of(NO_HEAD, plain.lines, (), None),
        published=published_of(NO_HEAD, (), plain.lines) or _dateline_day(plain.text),
    )


def _of_html(page: Page, markup: str, max_depth: int) -> Article:
    title = page.given.title
    reading = _reading(markup, title, max_depth)
    if reading is None or reading.lost:
        reading = _longer(reading, _reading(with_closed_quotes(markup), title, max_depth))
    if reading is None or (len(reading.text) < LITTLE and (reading.lost or not reading.text)):
        reading = _longer(reading, _reading(as_python_reads(markup), title, max_depth))
    if reading is None:
        raise PageNoText()
    around, head = reading.around, reading.head
    author = author_of(head, around.lines, around.authors, reading.site)
    return _article(
        page,
        reading.text,
        title=reading.title,
        url=_address(head),
        site=reading.site,
        author=author,
        published=published_of(head, around.times, around.near) or _dateline_day(reading.text),
        partial=around.partial,
        paywalled=around.paywalled or head.linked.free is False,
    )


def _reading(markup: str, given_title: str | None, max_depth: int) -> _Reading | None:
    root = parse(markup)
    if root is None:
        return None
    kept = list(root.iter(etree.Element))  # lxml makes an element's object anew each time none is kept
    if len(kept) > max_depth and is_deeper(root, max_depth):
        raise PageTooDeep(limit=max_depth)
    head, states = head_of(root), states_of(root)
    tree = Tree(root)
    del kept
    lost = swallows(tree.elements)
    first_level = list(tree.level("h1"))
    stated = stated_article(states, [*head.titles(), *first_level]) if states else None
    if stated is not None:
        head = head.with_stated(stated)

    def headings() -> Iterator[str]:
        return chain(first_level, tree.level("h2", "h3"))

    site = site_of(head, headings)
    title = title_of(head, headings, first_level, site, lambda line: line_of(tree, line) is not None)
    if title is None and given_title is None:
        shown = shown_headline(tree, lambda text: key(text) == key(site) or is_outlet(head, text))
        title = tree.text(shown) if shown is not None else None
    name = given_title or title
    body = choose_body(tree, name, head.first("og:description", "description"))
    text = text_of_html("".join(map(_markup, body.elements)), name) if body.elements else ""
    around = surroundings_of(tree, body)
    told = told_text(text, head.linked.body, stated, name)
    if told is not None:
        text, around = told, NOTHING_AROUND
    return _Reading(head, title, site, around, text, lost)


def _longer(one: _Reading | None, other: _Reading | None) -> _Reading | None:
    """The reading with more text; the first of two equal ones."""
    if one is None or other is None:
        return one or other
    return other if len(other.text) > len(one.text) else one


def _markup(element: Element) -> str:
    return str(etree.tostring(element, encoding="unicode", method="html", with_tail=False))


def _address(head: Head) -> str | None:
    told = head.meta.get("og:url")
    for address in (head.canonical, told, head.linked.url):
        clean = clean_address(address, told)
        if clean is not None:
            return clean
    return None


def _dateline_day(text: str) -> str | None:
    """The day that the first paragraph's dateline tells: "Kota, 28 Januari 2026 – ..."."""
    moment = first_date(text[:100])
    if moment is None or _DASH.match(text[moment.end :]) is None:
        return None
    return moment.day.isoformat()


def _article(
    page: Page,
    text: str,
    *,
    title: str | None = None,
    url: str | None = None,
    site: str | None = None,
    author: str | None = None,
    published: str | None = None,
    partial: bool = False,
    paywalled: bool = False,
) -> Article:
    if len(text) < _LEAST:
        raise PageNoText()
    given = page.given
    told = machine_date(given.published)
    return Article(
        id=f"sha256:{hashlib.sha256(page.data).hexdigest()}",
        source=page.source,
        url=clean_address(given.url) or url,
        title=given.title or title,
        site=given.site or site,
        author=given.author or author,
        published=told.iso(WIB) if told is not None else published,
        partial=partial,
        paywalled=paywalled,
        text=text,
    )
