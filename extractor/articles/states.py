"""The state of a script-built page: the article that a framework keeps as JSON beside the markup."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from extractor.articles.tree import Element
from extractor.articles.words import key, tidy

_IDS = frozenset({"__NEXT_DATA__", "__NUXT_DATA__"})
_ASSIGNED = re.compile(r"\b__(?=[A-Z][A-Z_]*?(?:STATE|DATA|PROPS|NUXT))[A-Z_]*+(?<=__)\s*=\s*(?=\{)")
_BODIES = frozenset(
    {
        "content", "body", "articlebody", "article_body", "isi", "isi_berita", "konten", "text", "html",
        "contenthtml", "content_html", "detail", "rendered", "description", "bodyhtml",
    }
)  # fmt: skip
_BODY = re.compile(rf'"(?:{"|".join(sorted(_BODIES))})"\s*:\s*["\[]', re.IGNORECASE)
_TITLES = ("title", "headline", "judul", "judul_berita", "name", "seotitle")
_TIMES = (
    "published_at", "publishedat", "published", "datepublished", "date_published", "publish_date",
    "publishdate",
    "published_date", "publisheddate", "publish_at", "publishat", "pubdate", "published_time",
    "first_published_at",
    "firstpublishedat", "tanggal", "tanggal_terbit", "tgl", "tgl_terbit", "date", "created_at",
    "createdat", "datetime",
)  # fmt: skip
_AUTHORS = (
    "authors",
    "author",
    "penulis",
    "reporter",
    "reporters",
    "wartawan",
    "writer",
    "byline",
    "created_by",
    "user",
)
_EDITORS = ("editor", "editors", "redaktur", "penyunting")
_ROLES = ("role", "type", "jabatan", "position", "peran")
_ZONES = {
    "wib": "+07:00", "wita": "+08:00", "wit": "+09:00", "asia/jakarta": "+07:00", "asia/makassar": "+08:00",
    "asia/jayapura": "+09:00",
}  # fmt: skip
_DEPTH = 16
_LEAST = 200  # characters from which a field is a body
_ENOUGH = 400


@dataclass(frozen=True, slots=True)
class Stated:
    """An article as a state holds it; null or empty where it says nothing."""

    body: str
    title: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    matches: bool = False


def states_of(root: Element) -> list[str]:
    """The texts of a page's state scripts; to be read before scripts are dropped."""
    found = []
    for element in root.iter("script"):
        text = element.text
        if not text or len(text) < _LEAST:
            continue
        start = 0
        if element.get("id") not in _IDS and element.get("type") != "application/json":
            head = text[:2000]
            assigned = _ASSIGNED.search(head) if "__" in head else None
            if assigned is None:
                continue
            start = assigned.end()
        if _BODY.search(text) is not None:
            found.append(text[start:])
    return found


def stated_article(states: list[str], titles: list[str]) -> Stated | None:
    """The article that one of the page's titles names, else the first with a body worth the name, else the
    longest one.
    """
    told = [key(title) for title in titles]
    best: Stated | None = None
    for state in states:
        for stated in _articles(state):
            name = key(stated.title)
            if name and any(title.startswith(name) for title in told):
                return replace(stated, matches=True)
            if best is None or (len(best.body) < _ENOUGH and len(stated.body) > len(best.body)):
                best = stated
    return best


def _articles(state: str) -> Iterator[Stated]:
    try:
        value, _ = json.JSONDecoder(strict=False).raw_decode(state.lstrip())
    except (ValueError, RecursionError):
        return
    zone = next((_ZONES[text.lower()] for text in _strings(value) if text.lower() in _ZONES), None)
    for node, outer in _nodes(value, None):
        fields = {name.lower(): item for name, item in node.items()}
        bodies = [
            body for name, item in fields.items() if name in _BODIES and len(body := _body(item)) > _LEAST
        ]
        if bodies:
            yield _stated(max(bodies, key=len), fields, outer, zone)


def _body(value: Any) -> str:
    """A body as one string: told so, or as a list of paragraphs."""
    if isinstance(value, list):
        parts = [item if isinstance(item, str) else _paragraph(item) for item in value]
        return "".join(f"<p>{part}</p>" for part in parts if part)
    return value if isinstance(value, str) else ""


def _paragraph(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    data = item.get("data")
    inner = data if isinstance(data, dict) else item
    return next(
        (inner[name] for name in ("text", "content", "html", "value") if isinstance(inner.get(name), str)), ""
    )


def _stated(body: str, fields: dict[str, Any], outer: dict[str, Any] | None, zone: str | None) -> Stated:
    """The article around a body; where its node has no title, the node around it tells the rest."""
    if outer is not None and not any(_text(fields.get(name)) for name in _TITLES):
        fields = {name.lower(): item for name, item in outer.items()}
    title = next((text for name in _TITLES if (text := _text(fields.get(name)))), None)
    time = next(
        (text for name in _TIMES if (text := _text(fields.get(name))) and re.search(r"\d{4}", text)), None
    )
    if time and zone and re.fullmatch(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?", time):
        time += zone
    people = [person for name in _AUTHORS for person in _people(fields.get(name))]
    editors = [name for name, role in people if "edit" in role or "redaktur" in role]
    editors += [person for name in _EDITORS for person, _ in _people(fields.get(name))]
    authors = [name for name, _ in people if name not in editors]
    return Stated(body, title, time, tuple(dict.fromkeys(authors)), tuple(dict.fromkeys(editors)))


def _people(value: Any) -> Iterator[tuple[str, str]]:
    """Names with the words that tell their roles."""
    for item in value if isinstance(value, list) else [value]:
        name = _text(item)
        if name is not None and not name.isdigit():
            role = (
                " ".join(text for field in _ROLES if (text := _text(item.get(field))))
                if isinstance(item, dict)
                else ""
            )
            yield name, role.lower()


def _text(value: Any) -> str | None:
    if isinstance(value, dict):
        value = next(
            (
                value[name]
                for name in ("rendered", "name", "nama", "full_name", "fullname")
                if value.get(name)
            ),
            None,
        )
    return tidy(value) or None if isinstance(value, str) else None


def _nodes(
    value: Any, outer: dict[str, Any] | None, depth: int = 0
) -> Iterator[tuple[dict[str, Any], dict[str, Any] | None]]:
    """The objects of a state with the object around each, outermost first."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            if isinstance(item, (dict, list)):
                yield from _nodes(item, None, depth + 1)
    elif isinstance(value, dict):
        yield value, outer
        for item in value.values():
            if isinstance(item, (dict, list)):
                yield from _nodes(item, value, depth + 1)


def _strings(value: Any) -> Iterator[str]:
    """The short texts that a state holds near its top."""
    waiting, seen = deque([value]), 0
    while waiting and seen < 20_000:
        item = waiting.popleft()
        seen += 1
        if isinstance(item, dict):
            waiting += item.values()
        elif isinstance(item, list):
            waiting += item
        elif isinstance(item, str) and len(item) < 20:
            yield item
