"""What is said in each language: messages from catalogues, numbers and dates by Unicode's CLDR."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Final

import yaml
from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent

from extractor.reconcile.wording import Lang

LANGUAGES: Final[tuple[Lang, ...]] = ("id", "en")


@dataclass(frozen=True)
class Language:
    """One language with all that a face says in it."""

    locale: Locale
    messages: dict[str, str]

    @property
    def code(self) -> str:
        return self.locale.language

    def text(self, key: str, n: float | None = None, **values: object) -> str:
        """The message; with `n` its form for that number, which it may print as {n}."""
        if n is not None:
            values["n"] = self.number(n)
            key = f"{key}.{self.locale.plural_form(n)}"
        return self.messages[key].format(**values)

    def named(self, group: str, name: str | None) -> str:
        """What people call `name` (of the words of the contract); itself where the catalogue has no word."""
        return "" if name is None else self.messages.get(f"{group}.{name}", name)

    def number(self, value: float) -> str:
        return format_decimal(value, locale=self.locale)

    def percent(self, share: float) -> str:
        """A share of one as whole percent, "<1%" where that would say nothing of something."""
        if 0 < share < 0.01:
            return f"<{format_percent(0.01, locale=self.locale)}"
        return format_percent(share, format="#,##0%", locale=self.locale)

    def date(self, value: str | None) -> str:
        """A date that may be a year or a month only; anything else as it is."""
        if not value:
            return ""
        try:
            if len(value) == 7:
                return format_date(dt.date.fromisoformat(f"{value}-01"), "MMMM y", self.locale)
            return format_date(dt.date.fromisoformat(value[:10]), "d MMMM y", self.locale)
        except ValueError:
            return value


@lru_cache
def language(code: Lang, face: str) -> Language:
    """The language `code` as the package `face` speaks it: its own messages go before those of all faces."""
    return Language(Locale.parse(code), messages(code, "extractor.display") | messages(code, face))


@lru_cache
def messages(code: Lang, package: str) -> dict[str, str]:
    """The messages in the package's own catalogue, with dotted keys."""
    text = (files(package) / "messages" / f"{code}.yaml").read_text(encoding="utf-8")
    return _flat(yaml.safe_load(text))


def _flat(tree: dict[str, object], above: str = "") -> dict[str, str]:
    """Nested groups as dotted keys."""
    flat: dict[str, str] = {}
    for key, value in tree.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{above}{key}.")
        else:
            flat[f"{above}{key}"] = str(value)
    return flat
