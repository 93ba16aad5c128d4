"""The application's words: those of the report, and its own beside them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

import yaml

from extractor import report
from extractor.reconcile.wording import Lang
from extractor.report.language import Language
from extractor.report.language import language as language_of_report

LANGUAGES: tuple[Lang, ...] = ("id", "en")
assert report.LANGUAGES == LANGUAGES


@lru_cache(maxsize=len(LANGUAGES))
def language(code: Lang) -> Language:
    """The language `code`; messages of the application go before those of the report."""
    base = language_of_report(code)
    return Language(base.locale, base.messages | own_messages(code))


def own_messages(code: Lang) -> dict[str, str]:
    """The messages of the application alone, with dotted keys."""
    text = (files("extractor.web") / "messages" / f"{code}.yaml").read_text(encoding="utf-8")
    return dict(_flat(yaml.safe_load(text), ""))


def _flat(tree: dict[str, object], above: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for key, value in tree.items():
        if isinstance(value, dict):
            found += _flat(value, f"{above}{key}.")
        else:
            found.append((f"{above}{key}", str(value)))
    return found


def chosen(code: str | None) -> Lang:
    """The language asked for; Indonesian where nothing, or something unknown, is."""
    return "en" if code == "en" else "id"
