"""Plain text: hard-wrapped files, one paragraph a line, titles and bylines above the text."""

from __future__ import annotations

import textwrap

import pytest
from article_structures import FIRST, SECOND, Story

from extractor.articles import read_article
from extractor.articles.plain import paragraphs_of
from extractor.model import Article
from extractor.pages import Page


def read(text: str) -> Article:
    return read_article(Page("a.txt", text.encode(), "text"))


def wrapped(text: str, width: int) -> str:
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


@pytest.mark.parametrize("width", [60, 72, 79, 100])
@pytest.mark.parametrize("story", [FIRST, SECOND])
def test_hard_wrapped_paragraphs_are_joined(story: Story, width: int) -> None:
    parts = [wrapped(text, width) for text in (story.title, *story.paragraphs)]
    article = read("\n\n".join(parts))
    assert (article.title, article.text) == (story.title, story.body)
    assert read("\r\n\r\n".join(parts).replace("\n", "\r\n").replace("\r\r", "\r")).text == story.body


def test_name_broken_over_two_lines_is_one_name() -> None:
    lines = [
        "LEMBAH HIJAU – Penghargaan layanan air bersih tingkat nasional diserahkan kepada Bupati",
        "Balangan Jaya dan dua kepala daerah lain di Gedung Serbaguna pada hari Senin siang, yang",
        "dihadiri ratusan undangan dari seluruh kecamatan. Acara ditutup dengan doa bersama para",
        "tamu.",
    ]
    assert read("\n".join(lines)).text == " ".join(lines)


def test_indented_paragraphs_without_blank_lines() -> None:
    text = "\n".join(textwrap.fill(one, 72, initial_indent="    ") for one in SECOND.paragraphs)
    assert paragraphs_of(text) == list(SECOND.paragraphs)


def test_one_paragraph_a_line() -> None:
    for story in (FIRST, SECOND):
        article = read("\n".join((story.title, *story.paragraphs)))
        assert (article.title, article.text) == (story.title, story.body)


def test_short_sentences_a_line_stay_paragraphs() -> None:
    lines = [
        "Bupati menerima piagam di ibu kota.",
        "Ia datang bersama dua kepala dinas dan satu camat.",
        "Cakupan naik menjadi 97,5 persen.",
        "Tahun depan targetnya seratus persen.",
    ]
    assert read("\n".join(lines)).text == "\n\n".join(lines)


def test_items_of_a_wrapped_text_stay_lines() -> None:
    lead = wrapped(FIRST.paragraphs[0], 72)
    items = (
        "- Kabupaten Satu Raya yang memperoleh nilai paling tinggi di antara semua\n  peserta\n"
        "- Kota Dua Jaya"
    )
    kept = (
        "- Kabupaten Satu Raya yang memperoleh nilai paling tinggi di antara semua peserta\n- Kota Dua Jaya"
    )
    text = f"{FIRST.paragraphs[0]}\n\nTiga daerah terbaik:\n\n{kept}"
    assert read(f"{lead}\n\nTiga daerah terbaik:\n{items}").text == text


@pytest.mark.parametrize(
    "above", ["{shown}\nPenulis: {author}", "Oleh: {author}\n\n{shown}", "{shown}\n\nReporter: {author}"]
)
def test_day_and_writer_above_the_text(above: str) -> None:
    lines = above.format(shown=FIRST.shown, author=FIRST.author)
    article = read(f"{FIRST.title}\n\n{lines}\n\n{FIRST.body}")
    assert (article.title, article.text) == (FIRST.title, FIRST.body)
    assert (article.author, article.published) == (FIRST.author, FIRST.machine)


def test_text_without_a_title_has_none() -> None:
    assert read(FIRST.body).title is None
