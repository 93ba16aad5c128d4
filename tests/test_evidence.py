"""Every mark quotes the article, and every value of the contract has one: in corpora, and in odd texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from corpus_pages import GOLD, article_of, name_of
from evidence_marks import all_marks, false_marks, unmarked
from hypothesis import given, settings
from hypothesis import strategies as st

from extractor.core import Extractor
from extractor.model import Article, Result
from extractor.pages import Page, iter_pages

FRAGMENTS = [
    "Pemkab Tapin meraih UHC Awards 2026 kategori Utama",
    "Kota Banjarbaru, Kabupaten Balangan, dan Tabalong meraih predikat Nindya pada Anugerah KLA 2025",
    "Piagam diserahkan Menko PM Bima Suryadi kepada Bupati Tapin H. Slamet Haryono, S.H., M.Si.",
    "Bupati Tapin Slamet Haryono menerima opini WTP melalui Sekda Dewi Lestarini",
    "Ia hadir mewakili Bupati Slamet Haryono",
    "di Ballroom JIExpo Kemayoran, Jakarta, Selasa (27/1/2026)",
    "Jum’at, 8 Agustus 2025 malam",
    "cakupan di Tapin mencapai 99,2 persen dengan keaktifan 96,5 persen",
    "penduduknya 200.000 jiwa dan 197.540 jiwa terdaftar",
    "kategori Utama menuntut cakupan minimal 99 persen",
    "kepada 31 provinsi dan 397 kabupaten/kota",
    "75 daerah kategori Utama",
    "sebelumnya pada 2023 meraih Madya",
    "peringkat pertama se-Kalimantan Selatan untuk ketiga kalinya",
    "Kategori Madya:\n1. Kabupaten Banjar\n2. Kota Banjarmasin",
    "indeks SPBE 2024 mencapai 3,62 dengan predikat Sangat Baik",
    "juara 1 Paritrana Award 2024 tingkat Provinsi Kalimantan Selatan",
    "Pemerintah Kabupaten Gunung Mas (Gumas)",
]
ODD = ["e\u0301", "a\u0336", "\u0301", "👩‍👩‍👧", "🏆", "🇮🇩", "\U0001f3c6\ufe0f", "𝓤𝓽𝓪𝓶𝓪", "ﬁ", "İ", "ß"]
GAPS = [" ", "  ", "\u00a0", "\u2009", "\u200b", "\n", "\n\n", "\r\n", "\t", "\u2028", "", ". ", ", ", " – "]


def odd_texts(most: int) -> st.SearchStrategy[str]:
    piece = st.sampled_from(FRAGMENTS) | st.sampled_from(ODD)
    pairs = st.lists(st.tuples(piece, st.sampled_from(GAPS)), max_size=most)
    return pairs.map(lambda found: "".join(part + gap for part, gap in found)).filter(bool)


@pytest.mark.parametrize("path", GOLD, ids=name_of)
def test_marks_of_every_corpus_page(reader: Extractor, path: Path) -> None:
    result = reader.read_article(article_of(path))
    assert result.error is None
    assert (false_marks(result), unmarked(result)) == ([], [])


def test_the_corpora_have_pages_with_marks(reader: Extractor) -> None:
    assert len(GOLD) >= 54
    assert sum(1 for _ in all_marks(reader.read_article(article_of(GOLD[0])))) > 0


@settings(deadline=None, max_examples=120)
@given(text=odd_texts(14), title=st.none() | odd_texts(3))
def test_marks_of_odd_texts(reader: Extractor, text: str, title: str | None) -> None:
    result = reader.read_article(Article(id="sha256:0", source="a.html", title=title, text=text))
    wrong = [where for where in false_marks(result) if not where.startswith("claims")]  # see the test below
    assert (wrong, unmarked(result)) == ([], [])
    assert Result.model_validate_json(result.to_json(with_text=True)) == result


@pytest.mark.parametrize("gap", ["\u00a0", "\t", "\u2009", "\u2028"])
def test_a_claim_before_an_odd_blank(reader: Extractor, gap: str) -> None:
    text = f"Tapin meraih predikat Madya KLA 2025 untuk ketiga kalinya{gap}\n\nWarga bangga."
    result = reader.read_article(Article(id="sha256:0", source="a.html", text=text))
    assert [claim.kind for claim in result.claims] == ["history"]
    assert false_marks(result) == []


@settings(deadline=None, max_examples=60)
@given(st.text(min_size=1, max_size=400))
def test_marks_of_any_text(reader: Extractor, text: str) -> None:
    result = reader.read_article(Article(id="sha256:0", source="a.html", text=text))
    assert (false_marks(result), unmarked(result)) == ([], [])


def test_an_article_without_text_has_no_marks(reader: Extractor) -> None:
    result = reader.read_article(Article(id="sha256:0", source="a.html", title="Tapin Raih UHC", text=""))
    assert list(all_marks(result)) == []


@pytest.mark.parametrize("field", ["title", "text", "author", "url", "site", "published"])
@pytest.mark.parametrize("surrogate", ["\ud800", "\udfff", "\udc80\ud83d"])
def test_lone_surrogates_never_break_the_output(
    reader: Extractor, tmp_path: Path, field: str, surrogate: str
) -> None:
    text = "RANTAU – Pemkab Tapin meraih UHC Awards 2026 kategori Utama di Jakarta, Selasa (27/1/2026)."
    row = {"title": "Tapin Raih UHC Awards", "text": text, "author": "Rina", "url": "https://example.org/a"}
    row[field] = f"{row.get(field, '')}{surrogate} dan seterusnya"
    path = tmp_path / "rows.jsonl"
    path.write_text(json.dumps(row) + "\n", encoding="ascii")
    (page,) = iter_pages([str(path)])
    result = reader.read(page)
    line = result.to_json(with_text=True).encode("utf-8")
    assert result.error is None
    assert [record.region.code for record in result.records] == ["63.05"]
    assert false_marks(result) == []
    assert Result.model_validate_json(line) == result


def test_surrogates_written_as_bytes_never_break_the_output(reader: Extractor) -> None:
    data = (
        b"<html><body><h1>Tapin \xed\xa0\x80 Raih UHC</h1><p>" + b"Pemkab Tapin meraih UHC Awards 2026. " * 9
    )
    result = reader.read(Page("a.html", data + b"\xed\xbf\xbf</p></body></html>", "html"))
    result.to_json(with_text=True).encode("utf-8")
    assert false_marks(result) == []
