"""What a page's tags and attributes say about it, gathered once, judged elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import cast

from lxml import etree

from extractor.articles.jsonld import Linked, linked_of
from extractor.articles.states import Stated
from extractor.articles.tree import Element, select, text_of
from extractor.articles.words import key, tidy, words

_HOST = re.compile(r"https?://(?:www\.)?([\w.-]+)", re.IGNORECASE)
_ENDING = re.compile(r"(?:\.(?:com|co|go|or|ac|my|web|net|org|id|news|tv|info)){1,9}$")
_TEXTS = etree.XPath("descendant::text()", smart_strings=False)  # several times as fast as itertext()
_RIGHTS = ("©", "opyright", "ak cipta", "ak Cipta")
_LINKS = 40
_LINE = 400  # characters of a line of copyright at most
_NAMELESS = 16  # characters of a line of copyright that names nobody


@dataclass(frozen=True, slots=True)
class Head:
    """Titles, meta tags, links, JSON-LD and microdata of a page."""

    title: str | None
    meta: dict[str, str]
    canonical: str | None
    linked: Linked
    microdata: dict[str, list[str]] = field(default_factory=dict)
    host: str = ""
    owners: tuple[str, ...] = ()

    def is_owner(self, text: str) -> bool:
        """Whether a line of copyright names this text: it is the outlet's name."""
        said = key(text)
        return bool(said) and any(f" {said} " in f" {owner} " for owner in self.owners)

    def names_host(self, text: str) -> bool:
        """Whether the words of a short text make up the page's host, as an outlet's name does."""
        got = words(text)
        host = re.sub(r"[^a-z0-9]", "", _ENDING.sub("", self.host))
        return 0 < len(got) <= 5 and all(word in host for word in got) and 2 * len("".join(got)) >= len(host)

    def titles(self) -> list[str]:
        """All titles that the tags tell."""
        told = (self.linked.headline, self.meta.get("og:title"), self.meta.get("twitter:title"), self.title)
        return [title for title in told if title]

    def with_stated(self, stated: Stated) -> Head:
        """The head with what the page's state says of the article where JSON-LD says nothing."""
        old = self.linked
        if not stated.matches and self.titles():
            return self
        linked = replace(
            old,
            headline=old.headline or stated.title,
            published=old.published or stated.published,
            authors=old.authors or stated.authors,
            editors=old.editors or stated.editors,
        )
        return replace(self, linked=linked)

    def first(self, *names: str) -> str | None:
        """The first meta tag of these names that says something."""
        return next((self.meta[name] for name in names if self.meta.get(name)), None)


NO_HEAD = Head(None, {}, None, Linked())


def head_of(root: Element) -> Head:
    """Reads the head; must run before scripts are dropped from the tree."""
    headings = [text_of(heading) for level in ("h1", "h2") for heading in root.iter(level)]
    blocks = [element.text or "" for element in root.iter("script") if _is_linked_data(element)]
    title = next((text_of(element) for element in root.iter("title") if len(text_of(element)) > 0), None)
    return Head(
        title=title,
        meta=dict(_meta(root)),
        canonical=next(_canonicals(root), None),
        linked=linked_of(blocks, headings),
        microdata=_microdata(root),
        host=_host(root),
        owners=tuple(_owners(root)),
    )


def _owners(root: Element) -> Iterator[str]:
    """The words of the page's lines of copyright, as keys; with the texts behind one that names nobody."""
    texts = cast("list[str]", _TEXTS(root))
    for place, text in enumerate(texts):
        if len(text) < _LINE and any(sign in text for sign in _RIGHTS):
            line = tidy(text)
            if len(line) < _NAMELESS:  # "© 2024 <b>Name</b>"
                line = tidy(" ".join([line, *texts[place + 1 : place + 3]]))
            yield key(line)


def _host(root: Element) -> str:
    """The host that the page's first absolute links name most often."""
    links = (element.get("href") or "" for element in root.iter("link", "base", "a"))
    hosts = (found[1].lower() for href in links if (found := _HOST.match(href)) is not None)
    return max(Counter(islice(hosts, _LINKS)).items(), key=lambda item: item[1], default=("", 0))[0]


def _is_linked_data(element: Element) -> bool:
    return "ld+json" in (element.get("type") or "").lower()


def _meta(root: Element) -> Iterator[tuple[str, str]]:
    """Name and content of the meta tags, the first of a name last so that it stays."""
    for element in reversed(list(root.iter("meta"))):
        name = element.get("property") or element.get("name") or ""
        content = tidy(element.get("content") or "")
        if name and content:
            yield name.strip().lower(), content


def _canonicals(root: Element) -> Iterator[str]:
    for element in root.iter("link"):
        if "canonical" in (element.get("rel") or "").lower().split():
            href = (element.get("href") or "").strip()
            if href:
                yield href


def _microdata(root: Element) -> dict[str, list[str]]:
    """Values of the properties that matter here, in the page's order."""
    found: dict[str, list[str]] = {}
    for element in select(root, "descendant-or-self::*/@itemprop/.."):
        for name in element.get("itemprop").split():
            if name in {"headline", "datePublished", "author", "editor", "publisher"}:
                value = _value(element)
                if value:
                    found.setdefault(name, []).append(value)
    return found


def _value(element: Element) -> str:
    """A property's content attribute, its inner name, or its text."""
    for name in ("content", "datetime"):
        if value := element.get(name):
            return tidy(value)
    for inner in select(element, ".//*[@itemprop='name']"):
        return tidy(inner.get("content") or text_of(inner))
    if element.get("itemscope") is not None:
        return ""
    return tidy(element.get("title") or "") if element.tag == "abbr" else text_of(element)
