"""The tokenizer: nothing of a text is lost, titles stay whole, glued words come apart."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.pipes.language import Indonesian

LANGUAGE = Indonesian()

BEFORE_NAMES = (
    "H.",
    "Hj.",
    "KH.",
    "Dr.",
    "dr.",
    "Drs.",
    "Dra.",
    "drg.",
    "Ir.",
    "Prof.",
    "Plt.",
    "Pj.",
    "Kab.",
)
ODD = [
    "e\u0301",
    "\u0336",
    "👩‍👩‍👧",
    "🇮🇩",
    "\u00a0",
    "\u200b",
    "\u2009",
    "\n\n",
    "\r\n",
    "\t",
    "\u202e",
    "\ufeff",
]
WORDS = [
    "Selasa(27/1)",
    "S.Sos.",
    "Dr.",
    "98,5",
    "kabupaten/kota",
    "“Utama”",
    "Jum'at",
    "Rp1.200",
    "(KLA)",
    "…",
    ".",
]


def words(text: str) -> list[str]:
    return [token.text for token in LANGUAGE(text) if not token.is_space]


@settings(deadline=None, max_examples=200)
@given(st.text())
def test_any_text_comes_back(text: str) -> None:
    assert LANGUAGE(text).text == text


@settings(deadline=None, max_examples=200)
@given(
    st.lists(st.sampled_from([*ODD, *WORDS, " ", "  "]) | st.characters(categories=["Mn", "So", "Zs", "Cf"]))
)
def test_news_with_odd_signs_comes_back(parts: list[str]) -> None:
    text = "".join(parts)
    doc = LANGUAGE(text)
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    "title",
    [*BEFORE_NAMES, "S.Sos.", "S.H.", "M.Si.", "M.Kes.", "M.M.", "S.Pd.", "Ph.D."],
)
def test_titles_and_degrees_stay_whole(title: str) -> None:
    assert title in words(f"Bupati {title} Slamet Haryono hadir")
    assert title in words(f"Slamet Haryono, {title}, hadir")


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("Selasa(27/1)", ["Selasa", "("]),
        ("Saleh.bersama", ["Saleh", ".", "bersama"]),
        ("Jakarta,Selasa", ["Jakarta", ",", "Selasa"]),
        ("dr.Retno", ["Retno"]),
        ("Utama.Bupati", ["Utama", ".", "Bupati"]),
        ("kabupaten/kota", ["kabupaten", "/", "kota"]),
        ("JAKARTA–Kabupaten", ["JAKARTA", "–", "Kabupaten"]),
        ("“Utama”", ["“", "Utama", "”"]),
        ("98,5persen", ["98,5", "persen"]),
        ("Award:Balangan", ["Award", ":", "Balangan"]),
        ("98,62%", ["98,62", "%"]),
    ],
)
def test_glued_words_come_apart(glued: str, parts: list[str]) -> None:
    found = words(glued)
    assert [part for part in parts if part not in found] == []


@pytest.mark.parametrize("whole", ["98,62", "144.853", "DP3AP2KB", "Ma'ruf"])
def test_numbers_and_abbreviations_stay_whole(whole: str) -> None:
    assert whole in words(f"yaitu {whole} saja")


def test_the_language_needs_no_stock_exceptions() -> None:
    rules = Indonesian.Defaults.tokenizer_exceptions
    assert "anak-anak" not in rules
    assert len(rules) < 1000


def test_a_comma_before_a_bracket_comes_off() -> None:
    assert words("kategori Utama,(27/1)")[:3] == ["kategori", "Utama", ","]
