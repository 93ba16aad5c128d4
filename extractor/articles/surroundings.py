"""What stands around the body: lines near the headline, marked authors, words about more pages or payment."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from extractor.articles.body import Body
from extractor.articles.following import line_before, lines_behind
from extractor.articles.lines import is_page_link, is_pointer
from extractor.articles.tree import Element, Tree, names_of, text_of, texts_of
from extractor.articles.words import tidy

_AUTHOR = re.compile(
    r"(?:^|[\s_-])(?:author|penulis|reporter|byline|jurnalis|journalist|pewarta|createdby|writer|contributor"
    r"|(?<!sort-)(?<!powered-)(?<!order-)by|nama-redaksi|credit-title-name)(?:$|[\s_-])",
    re.IGNORECASE,
)
_PERSON_ICON = re.compile(
    r"(?:^|[\s_-])(?:user|person|pencil|pen|user-\w+|person-\w+)(?:$|\s)", re.IGNORECASE
)
_EDITOR = re.compile(r"(?:^|[\s_-])editor(?:$|[\s_-])", re.IGNORECASE)
_BIO = re.compile(r"(?:author|penulis)[-_]*(?:box|bio|info|desc|avatar|image|social|meta)", re.IGNORECASE)
_AUTHOR_PATH = re.compile(r"/(?:author|penulis|reporter|jurnalis|wartawan)/", re.IGNORECASE)
_PAGE_HREF = re.compile(r"[?&](?:page|showpage|halaman)=(?:all|[2-9])\b", re.IGNORECASE)
_PAYWALL = re.compile(
    r"\b(?:berlangganan|langganan|subscribe|login|masuk) (?:untuk|dan|agar|to)\b.{0,60}\b(?:membaca|baca"
    r"|lanjut|akses|read|selengkapnya)"
    r"|\b(?:artikel|konten|berita) (?:ini )?(?:khusus|hanya) (?:untuk )?(?:pelanggan|member|anggota|premium)",
    re.IGNORECASE,
)
_BEFORE, _ABOVE, _BEHIND, _AROUND_END = 25, 12, 15, 30


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Lines and names around the body, nearest to the headline first; `near` are those before the text."""

    lines: list[str]
    near: list[str]
    times: list[str]
    authors: list[str]
    partial: bool
    paywalled: bool


NOTHING_AROUND = Surroundings([], [], [], [], partial=False, paywalled=False)


def surroundings_of(tree: Tree, chosen: Body) -> Surroundings:
    """Reads between the headline and the body's first lines, above the headline, and behind the body."""
    headline, body, end = chosen.headline, chosen.elements, chosen.end
    first = tree.place[body[0]] if body else len(tree.elements)
    start = tree.place[headline] if headline is not None else max(0, first - _BEFORE)
    stop = min(first + 25, end + 1) if start <= first else min(start + 60, end + 1)
    above = _place_above(tree, headline if headline is not None else body[0] if body else None, start)
    behind = (max(stop, end - _AROUND_END), min(end + _BEHIND, chosen.limit))
    last = min(end + _BEHIND, chosen.limit)
    near = tree.elements[start : max(stop, start + 1)] + tree.elements[above:start]
    near_lines = tree.lines(start, stop) + _lines_above(tree, above, start)
    if headline is not None:
        near_lines = [
            line for line in islice(lines_behind(headline, blocks=False), 3) if len(line) <= 160
        ] + near_lines
    else:  # nothing says where the article begins but its text: the nearest line counts most
        near_lines = tree.lines(start, first)[::-1] + tree.lines(first, stop)
    last_lines = tree.lines(*behind)
    return Surroundings(
        lines=[line for line in near_lines + last_lines if len(line) <= 160 and not is_pointer(line)],
        near=near_lines,
        times=[value for element in near if element.tag == "time" and (value := element.get("datetime"))],
        authors=_authors(near + tree.elements[slice(*behind)]),
        partial=any(map(is_page_link, [*near_lines, *last_lines])) or _links_on(tree, start, last),
        paywalled=any(_PAYWALL.search(line) for line in last_lines),
    )


def _lines_above(tree: Tree, above: int, start: int) -> list[str]:
    """The lines between two places, without those of elements that reach behind the second."""
    lines = tree.lines(above, start, whole=True)
    return [*lines, line_before(tree.elements[start])] if start < len(tree.elements) else lines


def _place_above(tree: Tree, anchor: Element | None, start: int) -> int:
    """Where the headline's own box begins, not more than a few elements before it."""
    if anchor is None:
        return start
    box = anchor
    for _ in range(2):
        parent = box.getparent()
        if parent is None or parent.tag in {"body", "html"}:
            break
        box = parent
    return max(tree.place[box], start - _ABOVE)


def _authors(elements: list[Element]) -> list[str]:
    """Texts of elements that the page marks as the author's, by rel, itemprop, address or name."""
    found: list[str] = []
    for element in elements:
        if not element.attrib:
            continue
        names = names_of(element)
        marked = (
            "author" in (element.get("rel") or "").lower()
            or "author" in (element.get("itemprop") or "")
            or bool(names and _AUTHOR.search(names) and not _BIO.search(names))
            or bool(_AUTHOR_PATH.search(element.get("href") or ""))
        )
        if element.tag in {"i", "span"} and names and _PERSON_ICON.search(names) and not text_of(element):
            text = _text_beside(element)
        elif marked and not _EDITOR.search(names):
            text = tidy(" ".join(texts_of(element)))
        else:
            continue
        if 2 < len(text) < 80 and text not in found:
            found.append(text)
    return found


def _text_beside(icon: Element) -> str:
    """The text right behind a sign that stands for a person."""
    beside, after = tidy(icon.tail or ""), icon.getnext()
    return beside or (text_of(after) if after is not None else "")


def _links_on(tree: Tree, start: int, end: int) -> bool:
    """Whether a link in this stretch leads to another page of the same article."""
    return any(
        _PAGE_HREF.search(href)
        for element in tree.elements[start:end]
        if element.tag == "a" and (href := element.get("href"))
    )
