"""JSON-LD: every block on its own, whatever the others hold."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extractor.articles.words import key, tidy

_ARTICLE_TYPES = frozenset(
    {
        "article", "newsarticle", "blogposting", "reportagenewsarticle", "analysisnewsarticle",
        "opinionnewsarticle", "advertisercontentarticle", "liveblogposting", "socialmediaposting",
        "techarticle", "report", "backgroundnewsarticle", "reviewnewsarticle",
    }
)  # fmt: skip
_DEPTH = 12


@dataclass(frozen=True, slots=True)
class Linked:
    """What JSON-LD says about the page's article; null or empty where it says nothing."""

    headline: str | None = None
    published: str | None = None
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    publisher: str | None = None
    url: str | None = None
    body: str | None = None
    free: bool | None = None
    organizations: frozenset[str] = frozenset()


def linked_of(blocks: Iterable[str], headings: Sequence[str] = ()) -> Linked:
    """What the blocks say of the article that the first fitting heading names, else of the first one."""
    nodes = [node for block in blocks for node in _nodes(_parsed(block))]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 2}
    articles = [node for node in nodes if _types(node) & _ARTICLE_TYPES and (node.keys() - {"@type", "@id"})]
    publisher = next(
        (name for node in nodes if "publisher" in node for name in _names(node["publisher"], by_id)), None
    )
    if publisher is None:
        outlets = [n for n in nodes if _types(n) & {"organization", "newsmediaorganization", "website"}]
        publisher = next((name for node in outlets if (name := _text(node.get("name")))), None)
    organizations = frozenset(
        key(name)
        for node in nodes
        if _is_organization(node) and (name := _text(node.get("name"))) is not None
    )
    if not articles:
        return Linked(publisher=publisher, organizations=organizations)
    told = {key(_text(node.get("headline"))): node for node in reversed(articles)}
    chosen = next((told[name] for name in map(key, headings) if name and name in told), articles[0])
    return Linked(
        headline=_text(chosen.get("headline")) or _text(chosen.get("name")),
        published=_text(chosen.get("datePublished")) or _text(chosen.get("dateCreated")),
        authors=tuple(_names(chosen.get("author"), by_id, people_only=True))
        or tuple(_names(chosen.get("creator"), by_id, people_only=True)),
        editors=tuple(_names(chosen.get("editor"), by_id, people_only=True)),
        publisher=publisher,
        url=_address(chosen),
        body=_body(chosen),
        free=_truth(chosen.get("isAccessibleForFree")),
        organizations=organizations,
    )


def _parsed(block: str) -> Any:
    """The block's value; null if it is no JSON even after the comment and semicolon some sites wrap it in."""
    text = block.strip().removeprefix("<!--").removesuffix("-->").strip()
    text = text.removeprefix("//<![CDATA[").removesuffix("//]]>").removesuffix(";").strip()
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a block with those nested in them, outermost first."""
    if depth > _DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict) and not _types(value) & {"itemlist"}:  # a list of other articles
        yield value
        for item in value.values():
            if isinstance(item, (dict, list)):
                yield from _nodes(item, depth + 1)


def _types(node: dict[str, Any]) -> set[str]:
    """The node's types in lower case without a schema's address before them."""
    value = node.get("@type")
    values = value if isinstance(value, list) else [value]
    return {item.rsplit("/", 1)[-1].lower() for item in values if isinstance(item, str)}


def _is_organization(node: dict[str, Any]) -> bool:
    return any("organization" in name for name in _types(node)) or bool(
        _types(node) & {"website", "corporation"}
    )


def _text(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("name")
    return tidy(value) or None if isinstance(value, str) else None


def _names(value: Any, by_id: dict[str, dict[str, Any]], *, people_only: bool = False) -> list[str]:
    """Names of one or many persons or organisations, each once, links to other nodes followed."""
    found: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        node = _followed(item, by_id)
        if people_only and isinstance(node, dict) and _is_organization(node):
            continue
        name = _text(node)
        if name is not None and name not in found:
            found.append(name)
    return found


def _followed(item: Any, by_id: dict[str, dict[str, Any]]) -> Any:
    """The node that a nameless link leads to; else the item itself."""
    if not isinstance(item, dict) or "name" in item:
        return item
    link = item.get("@id")
    return by_id.get(link, item) if isinstance(link, str) else item


def _address(node: dict[str, Any]) -> str | None:
    main = node.get("mainEntityOfPage")
    if isinstance(main, dict):
        main = main.get("@id") or main.get("url")
    for value in (node.get("url"), main, node.get("@id")):
        if isinstance(value, str) and value.startswith(("http://", "https://")):
            return tidy(value)  # no lone surrogates
    return None


def _body(node: dict[str, Any]) -> str | None:
    value = node.get("articleBody")
    return value if isinstance(value, str) and value.strip() else None


def _truth(value: Any) -> bool | None:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in {"true", "false"}:
        return value.strip().lower() == "true"
    return None
