"""Title, author and time of publication, as tags and visible lines tell them, in agreement and at odds."""

# ruff: noqa: E501 - markup is easier to read on one line

from __future__ import annotations

import json
from typing import Any

import pytest
from article_structures import CARDS, FIRST, FOOT, NAV, RAIL, SECOND, ps

from extractor.articles import read_article
from extractor.model import Article
from extractor.pages import Page

TITLE, AUTHOR, SHOWN, TIME = FIRST.title, FIRST.author, FIRST.shown, FIRST.machine
NAMED = f'<title>{TITLE} | Kabar Uji</title><meta property="og:site_name" content="Kabar Uji">'
H1 = f"<h1>{TITLE}</h1>"


def read(tags: str, above: str, below: str = "") -> Article:
    markup = (
        f'<html><head>{tags}</head><body>{NAV}<div class="kiri">{above}<div class="isi-berita">{ps(FIRST)}</div>{below}'
        f"</div>{RAIL}{CARDS}{FOOT}</body></html>"
    )
    article = read_article(Page("page.html", markup.encode(), "html"))
    assert article.text == FIRST.body
    return article


def linked(**fields: Any) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **fields}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


BYLINES = [
    "Oleh {}", "oleh: {}", "Penulis: {}", "PENULIS : {}", "Reporter: {} | Editor: Dewi Lestari", "Rep: {} / Red: Dewi Lestari",
    "Pewarta: {}", "Laporan: {}", "Laporan {}", "Jurnalis: {}", "Ditulis oleh: {}", "By {}", "Kontributor: {}", "Wartawan: {}",
    "Editor: Dewi Lestari | Penulis: {}", "Penulis<b>:</b> {}", "<b>Penulis</b>: <a href=/p>{}</a>",
    '<span>Oleh</span> <a href="/author/x">{}</a>', "<a rel=author href=/x>{}</a>", '<span class="author vcard">{}</span>',
    '<div class="byline">Oleh: {} - Kabar Uji</div>',
]  # fmt: skip


@pytest.mark.parametrize("byline", BYLINES)
def test_visible_byline(byline: str) -> None:
    line = byline.format(AUTHOR)
    apart = read(NAMED, f"{H1}<div class=meta><div>{line}</div><div>{SHOWN}</div></div>")
    joined = read(NAMED, f"{H1}<div class=meta>{SHOWN} | {line}</div>")
    assert (apart.author, apart.published) == (joined.author, joined.published) == (AUTHOR, TIME)


@pytest.mark.parametrize(
    "below",
    [
        f"<table><tr><td>Penulis</td><td>: {AUTHOR}</td></tr><tr><td>Editor</td><td>: Dewi Lestari</td></tr></table>",
        f"<p>Pewarta: {AUTHOR}<br>Editor: Dewi Lestari<br>Copyright © Kabar Uji 2024</p>",
    ],
)
def test_byline_under_the_text(below: str) -> None:
    assert read(NAMED, f"{H1}<div>{SHOWN}</div>", below).author == AUTHOR


@pytest.mark.parametrize(
    ("tags", "above", "author"),
    [
        (linked(author={"@type": "Person", "name": AUTHOR}), "", AUTHOR),
        (linked(author=AUTHOR), "", AUTHOR),
        (linked(author=[{"name": AUTHOR}, {"name": "Tono Hartono"}]), "", f"{AUTHOR}, Tono Hartono"),
        (
            linked(author={"name": "Dewi Lestari"}),
            f"<p>Penulis: {AUTHOR}</p><p>Editor: Dewi Lestari</p>",
            AUTHOR,
        ),
        (linked(author={"@type": "Organization", "name": "Kabar Uji"}), "", None),
        (linked(author={"@type": "Person", "name": "Kabar Uji"}), "", None),
        (linked(author={"@type": "Person", "name": ""}), "", None),
        (linked(author=None), "", None),
        (linked(author=5), "", None),
        ('<script type="application/ld+json">{broken</script>' + linked(author=AUTHOR), "", AUTHOR),
        (f'<meta name=author content="{AUTHOR}">', "", AUTHOR),
        ('<meta name=author content="Kabar Uji">', "", None),
        ('<meta name=author content="Tim Redaksi">', "", None),
        ('<meta property="article:author" content="https://www.facebook.com/kabaruji">', "", None),
        ("", f"<div>{AUTHOR}</div>", None),
    ],
)
def test_author_is_a_person_or_null(tags: str, above: str, author: str | None) -> None:
    assert read(NAMED + tags, f"{H1}<p>{SHOWN}</p>{above}").author == author


def test_linked_data_follows_links_between_nodes() -> None:
    graph = {"@graph": [{"@type": "Article", "headline": TITLE, "author": {"@id": "#a"}}, {"@id": "#a", "name": AUTHOR, "@type": "Person"}]}  # fmt: skip
    tag = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    assert read(NAMED + tag, f"{H1}<p>{SHOWN}</p>").author == AUTHOR


def test_linked_data_of_another_article_is_not_taken() -> None:
    other = {"@type": "NewsArticle", "headline": SECOND.title, "author": "Z", "datePublished": SECOND.machine}
    tag = f'<script type="application/ld+json">{json.dumps(other)}</script>'
    article = read(
        tag + NAMED + linked(author=AUTHOR, datePublished=TIME),
        f"{H1}<p>{SHOWN}</p>",
        f"<h2>{SECOND.title}</h2>",
    )
    assert (article.title, article.author, article.published) == (TITLE, AUTHOR, TIME)


@pytest.mark.parametrize(
    ("shown", "published"),
    [
        ("Selasa, 14/05/2024 10:32 WIB", TIME),
        ("14/05/2024, 10:32", TIME),
        ("14-05-2024 10.32 WIB", TIME),
        ("Selasa (14/5/2024) pukul 10.32 WIB", TIME),
        ("Jum'at, 17 Mei 2024 – 10:32 WIB", "2024-05-17T10:32:00+07:00"),
        ("14 May 2024", "2024-05-14"),
        ("Mei 14, 2024", "2024-05-14"),
        ("May 14, 2024 10:32 am", TIME),
        ("2024-05-14 10:32:00", TIME),
        ("Selasa, 14 Mei 2024 | 12:32 WITA", "2024-05-14T12:32:00+08:00"),
        ("Diterbitkan 14 Mei 2024, 10:32 WIB<br>Diperbarui 16 Mei 2024, 11:00 WIB", TIME),
        ("Kabar Uji - 14/05/2024, 10:32 wib", TIME),
        ("Selasa , 14 May 2024, 10:32 WIB", TIME),
        ("14 Ags 2024 - 10:32", "2024-08-14T10:32:00+07:00"),
        ("3 Nop 2024", "2024-11-03"),
    ],
)
def test_visible_date(shown: str, published: str) -> None:
    assert read(NAMED, f"{H1}<div>{shown}</div>").published == published
    assert read(NAMED, f"<div>{shown}</div>{H1}").published == published


@pytest.mark.parametrize(
    ("told", "shown", "published"),
    [
        ("2024-05-14T10:32:00+00:00", "14 Mei 2024 10:32 WIB", TIME),
        ("2024-05-14T03:32:00+00:00", "14 Mei 2024 10:32 WIB", TIME),
        ("2024-05-14T03:32:00Z", "14 Mei 2024", TIME),
        ("2024-05-13T20:32:00.000Z", "14 Mei 2024", "2024-05-14T03:32:00+07:00"),
        ("2024-05-14T10-32-53Z", "", "2024-05-14T10:32:53+07:00"),
        ("2024-05-14 10:32:00", "", TIME),
        ("2024-05-14T10:32:00+0700", "", TIME),
        ("2024-05-14T10:32:00+07:00Z", "", TIME),
        ("2024/05/14 10:32:00", "", TIME),
        ("14 Mei 2024 | 10.32 WIB", "", TIME),
        ("2024-05-14", "14 Mei 2024 10:32 WIB", TIME),
        ("2024-05-14", "", "2024-05-14"),
        ("2024-13-44T99:00:00", "14 Mei 2024", "2024-05-14"),
    ],
)
def test_zone_of_the_tags_is_checked_against_the_visible_clock(told: str, shown: str, published: str) -> None:
    tag = f'<meta property="article:published_time" content="{told}">'
    assert read(NAMED + tag, f"{H1}<div>{shown}</div>").published == published


def test_clock_of_the_page_and_day_of_the_event_are_no_publication() -> None:
    assert read(NAMED, H1).published is None


@pytest.mark.parametrize(
    "above", [H1, f"<h1>Daerah</h1><h2>{TITLE}</h2>", f"<h1>Kabar Uji</h1><div class=jdl>{TITLE}</div>", ""]
)
@pytest.mark.parametrize(
    "told",
    [
        "{} - Kabar Uji", "{} | Kabar Uji", "Kabar Uji: {}", "{} :: Kabar Uji", "{} - KabarUji.com", "{} ~ KABAR UJI",
        "{} - Halaman 2 - Kabar Uji", "{} &raquo; Kabar Uji", "{} - Daerah - Kabar Uji", "{} - kabaruji.com Daerah",
    ],
)  # fmt: skip
def test_title_without_the_site(told: str, above: str) -> None:
    tags = f'<title>{told.format(TITLE)}</title><meta property="og:site_name" content="Kabar Uji">'
    article = read(tags, f"{above}<div>{SHOWN}</div>")
    assert (article.title, article.published, article.site) == (TITLE, TIME, "Kabar Uji")


@pytest.mark.parametrize(
    "told", ["{} - Suara Uji Coba", "Suara Uji Coba | {}", "{} | Berita", "{} - Suara Uji Coba | Daerah"]
)
def test_title_without_an_outlet_that_only_the_line_of_copyright_names(told: str) -> None:
    foot = "<div>&copy; 2024 <b>Suara Uji Coba</b>. Hak cipta dilindungi.</div>"
    article = read(f"<title>{told.format(TITLE)}</title>", f"<div>{SHOWN}</div>", foot)
    assert article.title == TITLE


@pytest.mark.parametrize(
    "told", ["Portal Resmi Kabupaten Uji Coba | Berita", "Suara Uji Coba", "Beranda", "Untitled Document"]
)
@pytest.mark.parametrize(
    "line",
    [
        "<h3 class=judul>{}</h3><div>{}</div>", "<font size=5>{}</font><br>{}<br>", "<b>{}</b><br>{}<br><br>",
        "<div>{}</div><div>{}</div>", '<p style="font-size:24px">{}</p><p>{}</p>', "<div>{1}</div><h2>{0}</h2>", "<h1>{0}</h1>{1}",
    ],
)  # fmt: skip
def test_headline_is_found_where_the_tags_name_the_site_only(told: str, line: str) -> None:
    brand = "<h2>Portal Resmi Kabupaten Uji Coba</h2>"
    foot = "<div>&copy; 2024 Suara Uji Coba. Hak cipta dilindungi.</div>"
    article = read(f"<title>{told}</title>", brand + line.format(TITLE, SHOWN), foot)
    assert (article.title, article.published) == (TITLE, TIME)


@pytest.mark.parametrize(
    ("byline", "author"),
    [
        ("Penulis: Tim IKP Diskominfo", "Tim IKP Diskominfo"),
        ('by <a class="zz-by">Kominfo</a>', "Kominfo"),
        ("Penulis: Redaksi", None),
        ("Penulis: Kabar Uji", None),
        ("Penulis: Tim Kabar Uji", None),
        ('<i class="fa fa-user"></i> Sekar Wulandari', AUTHOR),
        ('<i class="bi bi-person-fill"></i> <span>Sekar Wulandari</span>', AUTHOR),
        (
            '<span class="zz-by">Sekar Wulandari</span> <span class="zz-ed">Editor: Dewi Lestari</span>',
            AUTHOR,
        ),
        ('<span class="by"><span>Oleh</span><a href=/x>Sekar Wulandari</a></span>', AUTHOR),
    ],
)
def test_office_is_the_author_only_where_a_byline_says_so(byline: str, author: str | None) -> None:
    assert read(NAMED, f"{H1}<div><div>{byline}</div><div>{SHOWN}</div></div>").author == author


def test_title_is_null_where_only_the_site_is_named() -> None:
    tags = '<title>Kabar Uji</title><meta property="og:site_name" content="Kabar Uji">'
    assert read(tags, f"<div>{SHOWN}</div>").title is None


@pytest.mark.parametrize(
    ("tags", "url"),
    [
        (
            '<link rel=canonical href="https://a.example/b?page=2&amp;utm_source=x&amp;id=5">',
            "https://a.example/b?id=5",
        ),
        (
            '<link rel=canonical href=""><meta property="og:url" content="https://a.example//b">',
            "https://a.example/b",
        ),
        ('<meta property="og:url" content="//a.example/b">', "https://a.example/b"),
        (
            '<link rel=canonical href="https://web.archive.org/web/2016/https://a.example/b">',
            "https://a.example/b",
        ),
        ('<link rel=canonical href="javascript:void(0)">', None),
        ('<link rel=canonical href="http://[bad">', None),
    ],
)
def test_address_is_the_articles_own(tags: str, url: str | None) -> None:
    assert read(NAMED + tags, H1).url == url


@pytest.mark.parametrize(
    "below",
    [
        "<p>Halaman 1/2</p>", '<div><a href="/b?page=2">Halaman Selanjutnya</a></div>', '<a href="/b?page=all">Show All</a>',
        "<div>Halaman: <a href='/b/2'>2</a></div>", '<a href="?showpage=all">Tampilkan Semua</a>',
    ],
)  # fmt: skip
def test_page_that_goes_on_elsewhere_is_partial(below: str) -> None:
    assert read(NAMED, f"{H1}<div>{SHOWN}</div>", below).partial
    assert not read(NAMED, f"{H1}<div>{SHOWN}</div>").partial


def test_teaser_of_a_paid_article_is_marked() -> None:
    assert read(NAMED + linked(isAccessibleForFree=False), H1).paywalled
    assert read(NAMED, H1, "<p>Berlangganan untuk membaca artikel ini selengkapnya</p>").paywalled
    assert not read(NAMED + linked(isAccessibleForFree="True"), H1).paywalled
