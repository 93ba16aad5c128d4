"""The same story built in many ways, alone and with a second full article below or inside it."""

# ruff: noqa: E501 - markup is easier to read on one line

from __future__ import annotations

import dataclasses

import pytest
from article_seconds import BELOW, INSIDE
from article_structures import FIRST, SECOND, TEMPLATES, Story, Template, head, page, ps

from extractor.articles import read_article
from extractor.pages import Page

SHORT = dataclasses.replace(
    FIRST,
    paragraphs=(
        "LEMBAH HIJAU – Bupati Rangga Pradipta menerima penghargaan layanan air bersih di Jakarta, Senin (13/5/2024).",
        "Cakupan layanan mencapai 97,5 persen.",
        "Ia berterima kasih kepada warga.",
    ),
)
SINGLE = dataclasses.replace(
    FIRST,
    paragraphs=(
        "Bupati Rangga Pradipta menerima penghargaan layanan air bersih di Jakarta, Senin (13/5/2024). Cakupan "
        "layanan mencapai 97,5 persen dan akan dinaikkan lagi tahun depan oleh pemerintah daerah.",
    ),
)
PLACELESS = dataclasses.replace(
    FIRST, paragraphs=tuple(text.removeprefix("LEMBAH HIJAU – ") for text in FIRST.paragraphs)
)
PLACELESS_SECOND = dataclasses.replace(
    SECOND, paragraphs=tuple(text.removeprefix("MUARA SENJA – ") for text in SECOND.paragraphs)
)


def check(data: bytes, story: Story) -> None:
    article = read_article(Page("page.html", data, "html"))
    assert article.text == story.body
    assert (article.title, article.author, article.published) == (story.title, story.author, story.machine)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_story_alone(template: Template) -> None:
    for story in (FIRST, SECOND, SHORT, SINGLE, PLACELESS):
        check(page(template, story), story)


@pytest.mark.parametrize("below", BELOW)
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_second_article_below_stays_out(template: Template, below: str) -> None:
    bare = dataclasses.replace(template, tail="")
    untagged = dataclasses.replace(bare, head=lambda story: head(story, meta=False))
    for one in (template, bare, untagged):
        for first, second in (
            (FIRST, SECOND),
            (SHORT, SECOND),
            (SINGLE, SECOND),
            (PLACELESS, PLACELESS_SECOND),
        ):
            check(page(one, first, BELOW[below](one, second)), first)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda one: one.name)
def test_first_article_may_be_the_longer_one(template: Template) -> None:
    check(page(template, SECOND, template.one(FIRST, 1)), SECOND)


@pytest.mark.parametrize("inside", INSIDE)
@pytest.mark.parametrize("name", ["classic", "utility-untagged"])
def test_second_article_inside_the_body_stays_out(name: str, inside: str) -> None:
    template = next(one for one in TEMPLATES if one.name == name)
    markup = page(template).decode()
    end = f"{FIRST.paragraphs[-1]}</p>"
    assert end in markup
    check(markup.replace(end, end + INSIDE[inside](SECOND), 1).encode(), FIRST)


def test_upper_case_tags_missing_ends_and_a_cut_page_are_read() -> None:
    paragraphs = "".join(f"<P>{text}" for text in FIRST.paragraphs)
    markup = (
        f"<TITLE>{FIRST.title}</TITLE><H1>{FIRST.title}</H1><DIV>Penulis: {FIRST.author}</DIV><DIV>{FIRST.shown}</DIV>"
        f"<DIV CLASS=isi>{paragraphs}"
    )
    check(markup.encode(), FIRST)


def test_quote_that_never_closes_costs_no_paragraph() -> None:
    template = TEMPLATES[0]
    first, second = (f"<p>{text}</p>" for text in FIRST.paragraphs[:2])
    broken = page(template).decode().replace(first, first.replace("<p>", '<p class="a>', 1), 1)
    broken = broken.replace(second, second.replace("<p>", '<p class="b">', 1), 1)
    check(broken.encode(), FIRST)


def test_parts_of_one_body_with_the_same_name_are_joined() -> None:
    parts = "".join(
        f'<div class="isi-berita" data-page="{n}"><p>{t}</p></div>' for n, t in enumerate(FIRST.paragraphs)
    )
    markup = (
        f"<html>{head(FIRST)}<body><h1>{FIRST.title}</h1><p>Oleh: {FIRST.author}</p>{parts}</body></html>"
    )
    check(markup.encode(), FIRST)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<ol><li>Kabupaten Satu Raya</li><li>Kota Dua Jaya</li></ol>", "Kabupaten Satu Raya\nKota Dua Jaya"),
        (
            "<div class=tbl><table><tr><td>Kota Dua Jaya</td><td>Utama</td></tr><tr><td>Kota Tiga</td><td>Madya</td></tr></table></div>",
            "Kota Dua Jaya Utama\nKota Tiga Madya",
        ),
        ("<p>Berikut daftarnya:</p>", "Berikut daftarnya:"),
    ],
)
def test_list_between_the_parts_of_one_body_stays_in(markup: str, text: str) -> None:
    parts = [f'<section data-b="t"><div class="blk">{one}</div></section>' for one in FIRST.paragraphs]
    for place in (2, 3):
        inner = "".join([*parts[:place], markup, *parts[place:]])
        page = f"<html>{head(FIRST)}<body><h1>{FIRST.title}</h1><p>Oleh: {FIRST.author}</p><div>{inner}</div></body></html>"
        article = read_article(Page("page.html", page.encode(), "html"))
        assert article.text == "\n\n".join([*FIRST.paragraphs[:place], text, *FIRST.paragraphs[place:]])


@pytest.mark.parametrize(
    "deck",
    [
        "Ringkasan: kabar seputar penghargaan daerah.",
        "Laporan dari daerah tentang layanan air bersih dan tata kelolanya.",
    ],
)
def test_standfirst_between_headline_and_byline_stays_out(deck: str) -> None:
    for story in (FIRST, SHORT, SINGLE, PLACELESS):
        markup = (
            f"<html>{head(story)}<body><main><h1>{story.title}</h1><p class=sub>{deck}</p><div>Oleh {story.author}</div>"
            f"<div>{story.shown}</div>{ps(story)}</main></body></html>"
        )
        check(markup.encode(), story)


def test_bare_text_before_the_first_paragraph_belongs_to_it() -> None:
    rest = "".join(f"<p>{text}</p>" for text in FIRST.paragraphs[1:])
    place, _, lead = FIRST.paragraphs[0].partition(" – ")
    for opening in (f"<strong>{place}</strong> – {lead}", f"<b>{place}</b> –<p>{lead}</p>"):
        markup = (
            f"<html>{head(FIRST)}<body><h1>{FIRST.title}</h1><p>Oleh: {FIRST.author}</p>"
            f'<div class="detail-text">{opening}{rest}</div></body></html>'
        )
        check(markup.encode(), FIRST)


def test_row_of_given_values_goes_before_the_page() -> None:
    from extractor.pages import Given

    given = Given(
        url="https://x.example/a?utm_source=b",
        title="Judul lain",
        published="2024-05-20",
        author="N",
        site="S",
    )
    article = read_article(Page("r.jsonl#1", page(TEMPLATES[0]), "html", given))
    assert (article.url, article.title, article.published) == (
        "https://x.example/a",
        "Judul lain",
        "2024-05-20",
    )
    assert (article.author, article.site, article.text) == ("N", "S", FIRST.body)


def test_paragraph_markup_is_free() -> None:
    inner = ps(FIRST, "div", ' style="text-align:justify"').replace("</div>", "</div><div><br></div>")
    markup = (
        f"<html>{head(FIRST)}<body><h1>{FIRST.title}</h1><p>Oleh: {FIRST.author}</p>"
        f'<div class="post-body"><div dir="ltr">{inner}</div></div></body></html>'
    )
    check(markup.encode(), FIRST)
