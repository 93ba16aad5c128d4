"""Ids from content: the same content gives the same id in every build."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple

from extractor.model import Record
from extractor.pages import Page


def content_id(*parts: str | int | float | None) -> str:
    """32 hex digits over the parts; no two different lists of parts share their bytes."""
    line = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return hashlib.blake2b(line.encode("utf-8"), digest_size=16).hexdigest()


def id_within(article: str, *parts: str | int | float | None) -> str:
    """32 hex digits: twelve of the article's, then those of the parts; rows of one article lie together."""
    return article.removeprefix("sha256:")[:12] + content_id(article, *parts)[:20]


def article_id(page: Page) -> str:
    """The id of the article on `page`: the digest of its bytes, as in the contract.

    Where a row says more about the page (its address, say), its words count too: the same text at two
    addresses is two articles.
    """
    digest = hashlib.sha256(page.data)
    given = astuple(page.given)
    if any(value is not None for value in given):
        digest.update(b"\0" + json.dumps(given, ensure_ascii=False).encode("utf-8"))
    return f"sha256:{digest.hexdigest()}"


def award_id(record: Record) -> str:
    """The id of the award that `record` reports: programme, edition, region and scope.

    A region whose name is ambiguous is known by the name and what it may mean.
    """
    region = record.region
    where = region.code or "|".join((region.name, *sorted(c.code or "" for c in record.candidates)))
    return content_id(record.programme.id, record.edition, where, record.scope)
