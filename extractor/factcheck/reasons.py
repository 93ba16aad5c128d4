"""The sentences of findings on claims, in Indonesian and English, kept in `reasons.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from extractor.programmes.yaml_reader import read_mapping
from extractor.reconcile.wording import Lang


@cache
def templates() -> dict[str, Any]:
    """Every sentence: its key, then its language."""
    return read_mapping(files("extractor.factcheck").joinpath("reasons.yaml").read_text(encoding="utf-8"))


def say(key: str, lang: Lang, **values: object) -> str:
    """The sentence of `key` in `lang`, with a capital at its head."""
    sentence = str(templates()[key][lang]).format(**values)
    return sentence[:1].upper() + sentence[1:]
