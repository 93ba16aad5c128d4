"""Public functions on any input: what always holds of their values, and the errors they may raise."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.articles.addresses import clean_address
from extractor.articles.dates import machine_date, visible_dates
from extractor.articles.decode import decode
from extractor.articles.jsonld import linked_of
from extractor.articles.plain import article_of_text
from extractor.articles.states import stated_article
from extractor.core import Extractor
from extractor.dataset.agree import date_covers, equal, number_covers
from extractor.dataset.names import clusters, office, same_office, same_person
from extractor.dataset.signature import signature
from extractor.factcheck import Checker
from extractor.factcheck.claimreview import claim_review
from extractor.factcheck.words import ordinal, sentences, whole
from extractor.model import Article
from extractor.pages import Page
from extractor.programmes.validate import check_text
from extractor.reconcile.calendar import dates
from extractor.regions import gazetteer
from extractor.regions.fold import key, split_prefix

WORDS = (
    "Kabupaten", "Balangan", "Kota", "Provinsi", "meraih", "UHC Awards", "2026", "Utama", "27", "Januari",
    "Selasa",
    "ketiga", "ke-14", "99,2", "persen", "Dr.", "H.", "Abdul", "Hadi", "wali kota", ".", ",", "(",
    "–", "\n", "“", "½", "²",
)  # fmt: skip
TEXTS = st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXTS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@graph", "headline", "author", "name", "url", "content", "body"]
            )
            | st.text(max_size=5),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)
quick = settings(deadline=None, max_examples=60)


@quick
@given(TEXTS, st.none() | TEXTS)
def test_addresses(address: str, base: str | None) -> None:
    cleaned = clean_address(address, base)
    assert cleaned is None or cleaned.startswith(("http://", "https://"))


@quick
@given(st.binary(max_size=200), st.none() | st.text(max_size=12))
def test_bytes_become_text_that_can_be_written(data: bytes, charset: str | None) -> None:
    assert isinstance(decode(data, charset), str)


@quick
@given(TEXTS)
def test_dates_lie_where_they_are_said_to(text: str) -> None:
    assert all(0 <= found.start < found.end <= len(text) for found in visible_dates(text))
    assert all(0 <= found.start < found.end <= len(text) for found in dates(text))
    moment = machine_date(text)
    assert moment is None or moment.day.isoformat()


@quick
@given(TEXTS, st.none() | TEXTS)
def test_plain_articles(text: str, title: str | None) -> None:
    found = article_of_text(text, title)
    assert found == article_of_text(text, title)
    assert found.text == found.text.strip()


@quick
@given(JSON)
def test_json_of_pages(value: Any) -> None:
    block = json.dumps(value)
    linked = linked_of([block], ["Judul"])
    assert all(isinstance(name, str) for name in (*linked.authors, *linked.editors))
    stated = stated_article([block], ["Judul"])
    assert stated is None or isinstance(stated.body, str)


@quick
@given(TEXTS)
def test_names_of_regions(text: str) -> None:
    assert key(key(text)) == key(text)
    level, rest = split_prefix(key(text))
    assert level in (None, "provinsi", "kabupaten", "kota") and len(rest) <= len(key(text))
    suggested = gazetteer().suggest(text)
    assert len(suggested) <= 3 and all(gazetteer().by_code[region.code] is region for region in suggested)


@quick
@given(TEXTS)
def test_numbers_in_words(text: str) -> None:
    for number in (whole(text), ordinal(text)):
        assert number is None or isinstance(number, int)


@quick
@given(TEXTS)
def test_sentences_are_parts_of_the_text_in_order(text: str) -> None:
    spans = sentences(text)
    assert all(text[a:b].strip() for a, b in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    told = "".join(text[a:b] for a, b in spans)
    assert "".join(told.split()) == "".join(text.split())


@quick
@given(TEXTS, TEXTS)
def test_values_of_a_dataset_agree_with_themselves_and_either_way(one: str, other: str) -> None:
    assert equal(one, one) and date_covers(one, one) and number_covers(one, one)
    assert same_person(one, other) == same_person(other, one)
    assert same_office(one, other) == same_office(other, one)
    assert office(office(one)) == office(one)
    assert signature(one) == signature(one) and len(signature(one)) == len(signature(other))


@quick
@given(st.lists(TEXTS, max_size=6))
def test_every_name_is_in_one_cluster(names: list[str]) -> None:
    assert sorted(name for cluster in clusters(names) for name in cluster) == sorted(dict.fromkeys(names))


@quick
@given(TEXTS)
def test_programmes_of_any_words(text: str) -> None:
    found, problems = check_text(text, "programme.yaml")
    assert found is not None or problems


@quick
@given(st.binary(max_size=300), TEXTS)
def test_the_gate_turns_away_no_text_that_speaks(reader: Extractor, data: bytes, text: str) -> None:
    shown = " ".join(text.split())
    page = Page("page", b"<p>" + shown.encode("utf-8", "replace") + b"</p>" + b" " * 2048 + data, "text")
    if reader.gate.speaks(Article(id="sha256:0", source="page", text=shown)):
        assert reader.gate.passes(page)


@settings(deadline=None, max_examples=25)
@given(TEXTS)
def test_reviews_of_any_claim_say_which_end_is_false(reader: Extractor, text: str) -> None:
    review = claim_review(Checker(reader).check(text))
    rating = review["reviewRating"]
    assert int(rating["worstRating"]) <= int(rating.get("ratingValue", rating["worstRating"]))
    assert int(rating["bestRating"]) > int(rating["worstRating"])
    json.dumps(review).encode("utf-8")


@quick
@given(st.binary(max_size=300), st.text(max_size=60), st.integers(0, 300))
def test_what_a_form_carries_comes_back_or_is_refused(data: bytes, text: str, limit: int) -> None:
    pytest.importorskip("fastapi")
    from extractor.web.analysis import packed, unpacked
    from extractor.web.refusal import Refusal

    assert unpacked(packed(data), 1000) == data
    assert len(unpacked(packed(data), limit)) <= limit + 1
    try:
        assert len(unpacked(text, limit)) <= limit + 1
    except Refusal as refusal:
        assert refusal.status == 400
