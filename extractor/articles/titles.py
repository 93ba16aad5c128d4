"""The article's title, without the site's name around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from extractor.articles.head import Head
from extractor.articles.words import key, tidy, words

_BORDER = r"(?<!\s)(?:\s+[-–—|~»•·]+\s+|\s*(?:::+|\|{1,2}|»)\s*)"  # from its first blank on
_PARTS = re.compile(rf"{_BORDER}|(?<=\w):\s+(?=[A-Z])")
_SUFFIX = re.compile(_BORDER)
_PAGE = re.compile(
    r"(?<!\s)(?:\s*+(?:[-–—|(]\s*+)?\b(?:halaman|page|hal)\.?\s*\d+(?:\s*(?:dari|of|/)\s*\d+)?\s*\)?"
    r"|\s*-\s*halaman all)$",
    re.IGNORECASE,
)
_DOMAIN = re.compile(
    r"^(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|co\.id|id|net|org|go\.id|news|tv|info|my\.id"
    r"|or\.id|ac\.id)$",
    re.IGNORECASE,
)
# What a page's title says beside the headline where the outlet only names a section.
_SECTIONS = frozenset(
    {
        "berita", "news", "home", "beranda", "daerah", "nasional", "regional", "pemerintahan", "detail",
        "detail berita",
        "berita detail", "baca berita", "artikel", "artikel detail", "read", "index", "indeks",
        "halaman utama", "headline",
        "berita daerah", "kabar daerah", "berita terkini", "umum", "post", "blog", "portal berita", "portal",
        "halaman berita", "lihat berita", "berita utama", "info", "informasi", "siaran pers",
        "untitled document",
        "new page 1", "welcome", "selamat datang", "untitled",
    }
)  # fmt: skip
_PORTAL = re.compile(
    r"(?:selamat datang|(?:portal|situs|website|web|laman)(?: (?:web|resmi|berita|pemerintah|informasi))* )",
    re.IGNORECASE,
)


Headings = Callable[[], Iterable[str]]  # gives the texts of a page's headings, each time from the first


def site_of(head: Head, headings: Headings) -> str | None:
    """The outlet's name: as the tags give it, else what the page's title carries beside the headline."""
    named = head.first("og:site_name", "application-name", "apple-mobile-web-app-title")
    for name in (named, head.linked.publisher, *head.microdata.get("publisher", [])):
        if name and len(name) <= 60:
            return name
    keys = {key(heading) for heading in headings() if not is_outlet(head, heading)} - {""}
    for text in (head.title, head.meta.get("og:title")):
        parts = [part for part in _SUFFIX.split(text) if part.strip()] if text else []
        while len(parts) > 1 and key(parts[-1]) in _SECTIONS:
            parts.pop()
        for part in (parts[-1:] + parts[:1]) if parts else []:
            if is_outlet(head, part):
                return part.strip()
        if len(parts) > 1 and key(" ".join(parts[:-1])) in keys and len(words(parts[-1])) <= 5:
            return parts[-1].strip()
        if len(parts) > 1 and key(" ".join(parts[1:])) in keys and len(words(parts[0])) <= 5:
            return parts[0].strip()
    return None


def is_outlet(head: Head, text: str) -> bool:
    """Whether a text is the outlet's own name, by the page's host, its line of copyright or its words."""
    text = text.strip()
    if head.names_host(text) or _DOMAIN.match(text) or (head.is_owner(text) and key(text) not in _SECTIONS):
        return True
    return len(words(text)) <= 8 and _PORTAL.match(text) is not None


def title_of(
    head: Head, headings: Headings, first_level: list[str], site: str | None, is_line: Callable[[str], bool]
) -> str | None:
    """The headline on which the page's tags and headings agree; null where only the site's name is left.

    `is_line` tells whether a text stands on the page as a line of its own.
    """
    names = _names(head, site)
    told = [
        cleaned
        for text in (
            head.linked.headline, head.meta.get("og:title"), head.meta.get("twitter:title"),
            *head.microdata.get("headline", []), head.title,
        )
        if text and (cleaned := _without_site(text, names, head))
    ]  # fmt: skip
    told = [
        text
        for text in told
        if key(text) not in names and key(text) not in _SECTIONS and not is_outlet(head, text)
    ]
    for text in told:
        for heading in headings():
            if key(heading) == key(text):
                return tidy(heading)
    for text in told:
        for heading in first_level:
            if _agree(words(heading), words(text)):
                return tidy(heading)
        for heading in headings():
            if _begins(words(text), words(heading)):
                return tidy(heading)
    if told:
        return _line_among(told[0], is_line) or told[0]
    return None


def _line_among(text: str, is_line: Callable[[str], bool]) -> str | None:
    """The part of a told title, before a dash or bar, that the page shows as a line."""
    heads = [text[: found.start()].strip() for found in _SUFFIX.finditer(text)]
    return next((part for part in reversed(heads) if len(words(part)) >= 4 and is_line(part)), None)


def _agree(heading: list[str], text: list[str]) -> bool:
    """Whether a heading and a told title are the same but for a cut end or a few words."""
    if len(heading) < 3 or len(text) < 3:
        return False
    short, long = sorted((heading, text), key=len)
    return long[: len(short) - 1] == short[:-1] or len(set(short) & set(long)) >= 0.75 * len(set(long))


def _begins(text: list[str], heading: list[str]) -> bool:
    """Whether a told title is the heading with a section's name behind it."""
    return len(heading) >= 4 and text[: len(heading)] == heading and len(text) - len(heading) <= 3


def _names(head: Head, site: str | None) -> set[str]:
    """What the outlet may be called, as keys, with and without its domain's ending."""
    names = {key(site), key(head.linked.publisher), *map(key, head.linked.organizations)}
    names |= {key(head.meta.get(name)) for name in ("og:site_name", "application-name")}
    names |= {name.replace(" ", "") for name in names}
    for name in list(names):
        for ending in (" com", " co id", " id", " net", " news", " go id"):
            names.add(name.removesuffix(ending))
    return names - {""}


def _without_site(text: str, names: set[str], head: Head) -> str:
    """The title without an outlet's name before or behind it, and without "Halaman 2"."""
    text = tidy(text)
    while True:
        shorter = _shortened(_PAGE.sub("", text).strip() or text, names, head)
        if shorter == text:
            return text
        text = shorter


def _shortened(text: str, names: set[str], head: Head) -> str:
    """The title without the last outlet's name behind it, with what stands behind that, or one before it."""
    for found in reversed(list(_SUFFIX.finditer(text))):
        first, tail = text[: found.start()].strip(), text[found.end() :].strip()
        if first and (not tail or _is_name(tail, names) or key(tail) in _SECTIONS or is_outlet(head, tail)):
            section = _SUFFIX.search(first)
            if (
                tail
                and section
                and len(words(first[: section.start()])) >= 4
                and len(words(first[section.end() :])) <= 2
            ):
                return first[: section.start()].strip()
            return first
    prefix = _PARTS.search(text)
    if prefix and text[prefix.end() :].strip():
        name, rest = text[: prefix.start()], text[prefix.end() :].strip()
        if _is_name(name, names) or (":" not in prefix[0] and is_outlet(head, name)):
            return rest
    return text


def _is_name(text: str, names: set[str]) -> bool:
    part = key(text)
    if part in names or part.replace(" ", "") in names:
        return True
    return len(text.split()) <= 4 and any(_DOMAIN.match(word) for word in text.split())
