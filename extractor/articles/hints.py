"""Reads the hint words and weighs class and id names by them."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CUT = re.compile(r"[^a-z0-9]+")
# Words of a post's own names in WordPress: "tag-video category-foto post-12" say nothing about the block.
_POST_CLASS = re.compile(
    r"\b(?:tag|category|kategori|postid|post|page-id|format|status|type)-[\w-]+", re.IGNORECASE
)


_POST = re.compile(r"\b(?:hentry|type-post|post-\d+|single-post)\b")


class Hint(NamedTuple):
    """What a name speaks of: an article's body, something else, or neither."""

    body: bool
    noise: bool


def _load() -> dict[str, frozenset[str]]:
    data = tomllib.loads(files("extractor.articles").joinpath("hints.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


_WORDS = _load()


@lru_cache(maxsize=8192)
def hint_of(names: str) -> Hint:
    """The hint of an element's class and id, in one string."""
    body = noise = False
    of_post = _POST.search(names) is not None
    for name in names.split():
        low = name.lower()
        if low in _WORDS["body_whole"]:
            body = True
            continue
        parts = [part for part in _CUT.split(_CAMEL.sub("-", name).lower()) if part]
        if any(
            a in _WORDS["body_first"] and b in _WORDS["body_second"] and a != b for a, b in pairwise(parts)
        ):
            body = True
        if not (of_post and _POST_CLASS.fullmatch(name)) and any(
            part.rstrip("0123456789") in _WORDS["noise"] for part in parts
        ):
            noise = True
    return Hint(body, noise)
