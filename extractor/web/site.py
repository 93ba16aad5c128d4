"""Templates with what all of them need: words, links that keep the language, and addresses safe to follow."""

from __future__ import annotations

from functools import partial
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from extractor import __version__
from extractor.display.language import LANGUAGES
from extractor.display.sources import host, web_address
from extractor.display.tiers import Tiers
from extractor.display.words import Words
from extractor.model import Person, Record
from extractor.programmes.catalogue import Catalogue
from extractor.reconcile.wording import Lang
from extractor.web.language import chosen, language
from extractor.web.limits import Limits


class Site:
    """The pages of the application as HTML."""

    def __init__(self, catalogue: Catalogue, limits: Limits, has_dataset: bool) -> None:
        tiers = Tiers(catalogue)
        self._words = {lang: Words(language(lang), tiers) for lang in LANGUAGES}
        self._environment = Environment(
            loader=PackageLoader("extractor.web"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {"web": web_address, "host": host}
        self._environment.globals |= {
            "version": __version__,
            "limits": limits,
            "has_dataset": has_dataset,
            "tiers": tiers,
        }

    def words(self, lang: Lang) -> Words:
        return self._words[lang]

    def render(self, name: str, lang: Lang, path: str, query: dict[str, str], **context: Any) -> str:
        """The template with the words of the language; `path` and `query` are the page's own."""
        words = self._words[lang]
        other: Lang = "en" if lang == "id" else "id"
        return self._environment.get_template(name).render(
            lang=lang,
            other=other,
            other_address=link(path, other, **query),
            path=path,
            language=words.language,
            words=words,
            t=words.language.text,
            link=partial(_link_in, lang),
            valued=words.value,
            measured=lambda figure: words.measure(f"{figure.op}{figure.value!r}", figure.unit),
            rows_of=partial(rows_of, words=words),
            **context,
        )

    def page(self, request: Request, name: str, status: int = 200, **context: Any) -> HTMLResponse:
        """The page as an answer to the request, in the language it asks for."""
        query = {key: value for key, value in request.query_params.items() if key != "lang"}
        text = self.render(name, lang_of(request), request.url.path, query, **context)
        # what a page quotes may hold halves of surrogate pairs, which no encoding has
        return HTMLResponse(text.encode("utf-8", "replace"), status)


def rows_of(record: Record, words: Words) -> list[tuple[str, str, str]]:
    """What a record says: field, its name, its value as people read it; nothing for what is not known."""
    language = words.language
    rows = [
        ("region", language.text("head.province"), record.region.province),
        ("tier", language.text("head.tier"), record.tier and record.tier.name),
        ("score", language.text("field.score"), _number(record.score, words)),
        ("rank", language.text("field.rank"), _number(record.rank, words)),
        ("date", language.text("head.date"), language.date(record.date)),
        ("venue", language.text("field.venue"), record.venue and record.venue.name),
        ("official", language.text("head.received_by"), _person(record.official)),
        ("on_behalf_of", language.text("field.on_behalf_of_name"), _person(record.on_behalf_of)),
        ("presenter", language.text("field.presenter"), _person(record.presenter)),
        ("organizer", language.text("field.organizer"), record.organizer),
    ]
    return [(field, name, value) for field, name, value in rows if value]


def _person(person: Person | None) -> str:
    return ", ".join(filter(None, (person.name, person.role))) if person else ""


def _number(value: float | None, words: Words) -> str:
    return "" if value is None else words.language.number(value)


def link(path: str, lang: Lang, **query: object) -> str:
    """A path of the application with its query; Indonesian goes without saying."""
    pairs = {key: str(value) for key, value in query.items() if value not in (None, "")}
    if lang != "id":
        pairs["lang"] = lang
    encoded = urlencode(pairs, errors="replace")
    return f"{path}?{encoded}" if encoded else path


def _link_in(lang: Lang, path: str, **query: object) -> str:
    return link(path, lang, **query)


def lang_of(request: Request) -> Lang:
    return chosen(request.query_params.get("lang"))
