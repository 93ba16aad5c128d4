"""Small pages of many structures for one article, alone and with a second full article below it."""

# ruff: noqa: E501 - markup is easier to read on one line

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Story:
    title: str
    author: str
    shown: str
    machine: str
    paragraphs: tuple[str, ...]
    path: str = "berita/1"
    more: tuple[str, ...] = field(default=())

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)


FIRST = Story(
    title="Kabupaten Lembah Hijau Raih Penghargaan Layanan Air Bersih",
    author="Sekar Wulandari",
    shown="Selasa, 14 Mei 2024 | 10:32 WIB",
    machine="2024-05-14T10:32:00+07:00",
    paragraphs=(
        "LEMBAH HIJAU – Pemerintah Kabupaten Lembah Hijau menerima penghargaan layanan air bersih tingkat nasional "
        "di Gedung Serbaguna, Senin (13/5/2024).",
        "Bupati Rangga Pradipta menyebut cakupan sambungan rumah sudah 97,5 persen, naik dari 91 persen dua tahun lalu.",
        "“Kami masih punya tugas di tiga kecamatan,” kata Rangga seusai acara.",
        "Penilaian dilakukan oleh tim independen selama empat bulan dan melibatkan 120 kabupaten/kota.",
    ),
)
SECOND = Story(
    title="Kota Muara Senja Kembali Menjadi Juara Umum Pengelolaan Sampah",
    author="Bagus Harjanto",
    shown="Rabu, 15 Mei 2024 | 08:05 WIB",
    machine="2024-05-15T08:05:00+07:00",
    path="berita/2",
    paragraphs=(
        "MUARA SENJA – Kota Muara Senja untuk ketiga kalinya menjadi juara umum pengelolaan sampah antarkota, Selasa (14/5/2024).",
        "Wali Kota Intan Maharani menerima piala dari panitia di Balai Pertemuan dan berterima kasih kepada para pemilah sampah.",
        "Menurut Intan, jumlah bank sampah bertambah dari 40 menjadi 112 unit, sehingga timbunan di tempat akhir berkurang 38 persen.",
        "Ketua panitia menilai kota itu unggul karena warga ikut memilah sejak dari rumah dan sekolah menjadikannya pelajaran.",
        "Pemerintah kota menargetkan seluruh kelurahan memiliki bank sampah sendiri paling lambat dua tahun mendatang.",
        "Sebanyak 24 kota mengikuti penilaian tahun ini; sembilan di antaranya baru pertama kali mendaftar sebagai peserta.",
    ),
)


def ps(story: Story, tag: str = "p", attrs: str = "") -> str:
    return "\n".join(f"<{tag}{attrs}>{text}</{tag}>" for text in story.paragraphs)


def brs(story: Story) -> str:
    return "<br><br>\n".join(story.paragraphs) + "<br>"


def head(story: Story, *, meta: bool = True, linked: bool = False, extra: str = "") -> str:
    tags = f"<title>{story.title} - Kabar Uji</title>"
    if meta:
        tags += (
            f'<meta property="og:title" content="{story.title}"><meta property="og:site_name" content="Kabar Uji">'
            f'<meta property="article:published_time" content="{story.machine}">'
            f'<link rel="canonical" href="https://kabaruji.example/{story.path}">'
        )
    if linked:
        node = {
            "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.title,
            "datePublished": story.machine, "author": {"@type": "Person", "name": story.author},
        }  # fmt: skip
        tags += f'<script type="application/ld+json">{json.dumps(node)}</script>'
    return f'<head><meta charset="utf-8">{tags}{extra}</head>'


NAV = (
    '<header class="top"><div class="clock">Jumat, 1 November 2030 07:00 WIB</div><nav><ul>'
    + "".join(f'<li><a href="/k/{i}">Rubrik nomor {i}</a></li>' for i in range(12))
    + "</ul></nav></header>"
)
RAIL = (
    '<div class="kolom-kanan"><h3>Terpopuler</h3><ol>'
    + "".join(
        f'<li><a href="/p/{i}">Judul berita populer ke-{i} yang cukup panjang dibaca</a></li>'
        for i in range(8)
    )
    + "</ol></div>"
)
CARDS = (
    '<div class="terkait"><h4>Berita Terkait</h4>'
    + "".join(
        f'<div class="k"><a href="/t/{i}"><img src="t{i}.jpg"></a><h5><a href="/t/{i}">Judul kartu terkait ke-{i} di sini'
        f"</a></h5><span>1{i}/05/2024 09:1{i} WIB</span><p>Ringkasan singkat kartu ke-{i} yang bukan bagian artikel.</p></div>"
        for i in range(5)
    )
    + "</div>"
)
TALK = (
    '<div class="komentar"><h4>Komentar</h4><div><b>warga1</b><p>Semoga airnya juga lancar di kampung kami ya pak.</p></div>'
    "<div><b>warga2</b><p>Selamat untuk seluruh petugas di lapangan, kerja bagus.</p></div></div>"
)
FOOT = "<footer><p>Kantor: Jalan Contoh Nomor 5, Kota Uji. Hak cipta dilindungi undang-undang.</p></footer>"


@dataclass(frozen=True)
class Template:
    """How a site builds one article; `one(story, nth)` is the article's markup without page around it."""

    name: str
    one: Callable[[Story, int], str]
    head: Callable[[Story], str] = head
    tail: str = CARDS + TALK


def _classic(story: Story, nth: int) -> str:
    level = 1 if nth == 0 else 2
    return (
        f'<article class="post"><h{level} class="entry-title">{story.title}</h{level}>'
        f'<div class="meta"><span class="author">Oleh {story.author}</span> <time datetime="{story.machine}">{story.shown}</time></div>'
        f'<div class="entry-content">{ps(story)}</div></article>'
    )


def _utility(story: Story, nth: int) -> str:
    return (
        f'<div class="mt-4"><h1 class="text-2xl">{story.title}</h1><p class="text-sm">Penulis: {story.author}</p>'
        f'<p class="text-sm">{story.shown}</p><div class="leading-7 mt-2">{ps(story, attrs=" class=mb-3")}</div></div>'
    )


def _table(story: Story, nth: int) -> str:
    return (
        f'<table class="contentpaneopen"><tr><td class="contentheading">{story.title}</td></tr>'
        f'<tr><td class="createdby">Ditulis oleh {story.author}</td></tr><tr><td class="createdate">{story.shown}</td></tr>'
        f"<tr><td valign=top>{ps(story)}</td></tr></table>"
    )


def _breaks(story: Story, nth: int) -> str:
    return (
        f'<div class="kotak"><h2>{story.title}</h2><small>{story.shown} - Reporter: {story.author}</small>'
        f'<div class="naskah-berita">{brs(story)}</div></div>'
    )


def _boxes(story: Story, nth: int) -> str:
    return (
        f"<section><h1>{story.title}</h1><div>{story.shown}</div><div>Reporter : {story.author}</div>"
        f'<div class="x9">{ps(story, "div", " style=text-align:justify")}</div></section>'
    )


def _wrapped(story: Story, nth: int) -> str:
    inner = "".join(
        f'<div class="css-1a{i}"><div class="css-2b"><p>{t}</p></div></div>'
        for i, t in enumerate(story.paragraphs)
    )
    return (
        f'<main class="css-m"><h1 class="css-t">{story.title}</h1><div class="css-by"><a href="/penulis/x" rel="author">{story.author}</a>'
        f"<time>{story.shown}</time></div><div>{inner}</div></main>"
    )


def _flat(story: Story, nth: int) -> str:
    return f"<h1>{story.title}</h1><p>Oleh: {story.author} | {story.shown}</p>{ps(story)}"


def _builder(story: Story, nth: int) -> str:
    half = len(story.paragraphs) // 2
    first = "".join(f"<p>{text}</p>" for text in story.paragraphs[:half])
    second = "".join(f"<p>{text}</p>" for text in story.paragraphs[half:])
    widget = '<div class="el-widget el-text"><div class="el-inner">{}</div></div>'
    return (
        f'<div class="el-section"><div class="el-widget el-title"><h1>{story.title}</h1></div>'
        f'<div class="el-widget el-info"><ul><li>Penulis: {story.author}</li><li>{story.shown}</li></ul></div>'
        + widget.format(first)
        + '<div class="el-widget el-ad"><span>ADVERTISEMENT</span></div>'
        + widget.format(second)
        + "</div>"
    )


def _microdata(story: Story, nth: int) -> str:
    return (
        f'<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{story.title}</h1>'
        f'<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">{story.author}</span></span>'
        f'<meta itemprop="datePublished" content="{story.machine}"><span>{story.shown}</span>'
        f'<span itemprop="articleBody">{brs(story)}</span></div>'
    )


def _amp(story: Story, nth: int) -> str:
    return (
        f'<div class="amp-wp-article"><header><h1 class="amp-wp-title">{story.title}</h1><div class="amp-wp-byline">'
        f'<span class="amp-wp-author">{story.author}</span><time datetime="{story.machine}">{story.shown}</time></div></header>'
        f'<div class="amp-wp-article-content"><amp-img src="a.jpg"></amp-img>{ps(story)}<amp-ad></amp-ad></div></div>'
    )


def _brand(story: Story, nth: int) -> str:
    brand = "<h1><a href=/>Kabar Uji</a></h1>" if nth == 0 else ""
    return (
        f'{brand}<div class="berita"><h2 class="judul">{story.title}</h2><div class="info">{story.shown}<br>Pewarta: {story.author}</div>'
        f'<div class="isi">{ps(story)}</div></div>'
    )


def _div_title(story: Story, nth: int) -> str:
    return (
        f'<div class="konten-utama"><div class="judul">{story.title}</div><div class="tgl">{story.shown}</div>'
        f'<div class="oleh">Laporan: {story.author}</div><div class="teks">{ps(story)}</div></div>'
    )


def _portal(story: Story, nth: int) -> str:
    brand = "<h2>Portal Resmi Kabupaten Uji Coba</h2><marquee>Selamat datang di situs kami. Layanan buka setiap hari kerja.</marquee>"
    rows = (
        f'<tr><td><h3 class="judul">{story.title}</h3></td></tr><tr><td class="info"><small>{story.shown} | Penulis: {story.author}'
        f'</small></td></tr><tr><td align="center"><img src="a.jpg"><br><i class="ket">Penyerahan piagam di gedung serbaguna</i></td></tr>'
        f'<tr><td class="isi">{ps(story, attrs=" align=justify")}</td></tr>'
    )
    return f'{brand if nth == 0 else ""}<table width="600"><tbody>{rows}</tbody></table>'


def _fonts(story: Story, nth: int) -> str:
    return (
        f'<font class="judul" size="4"><b>{story.title}</b></font><br><font size="1">{story.shown}</font><br>'
        f'<font size="1">Oleh : {story.author}</font><br><div align="justify">{brs(story)}</div><br>'
    )


def _bare(story: Story, nth: int) -> str:
    return f"<b>{story.title}</b><br>{story.author} - {story.shown}<br><br>{brs(story)}"


def _outside(story: Story, nth: int) -> str:
    level = "h1" if nth == 0 else 'a class="zz-ttl" href="/x"'
    return (
        f'<div id="block-title"><{level}>{story.title}</{level.split()[0]}></div><article class="node"><footer class="node__meta">'
        f'Oleh <span class="zz-by">{story.author}</span> pada <span>{story.shown}</span></footer><div class="node__content">'
        f'<div class="field--name-body">{ps(story, "div")}</div></div></article>'
    )


def site_only(story: Story) -> str:
    return '<head><meta charset="utf-8"><title>Portal Resmi Kabupaten Uji Coba | Berita</title></head>'


TEMPLATES = [
    Template("classic", _classic), Template("classic-linked", _classic, lambda s: head(s, linked=True)),
    Template("utility", _utility), Template("utility-untagged", _utility, lambda s: head(s, meta=False)),
    Template("table", _table), Template("breaks", _breaks), Template("boxes", _boxes), Template("wrapped", _wrapped),
    Template("flat", _flat), Template("flat-bare", _flat, lambda s: head(s, meta=False), ""), Template("builder", _builder),
    Template("microdata", _microdata), Template("amp", _amp), Template("brand", _brand), Template("div-title", _div_title),
    Template("portal", _portal, site_only), Template("fonts", _fonts), Template("fonts-untitled", _fonts, site_only, ""),
    Template("outside", _outside),
]  # fmt: skip


def page(template: Template, story: Story = FIRST, below: str = "") -> bytes:
    return (
        f'<!DOCTYPE html><html lang="id">{template.head(story)}<body>{NAV}<div class="wadah"><div class="kolom-kiri">'
        f"{template.one(story, 0)}{template.tail}{below}</div>{RAIL}</div>{FOOT}</body></html>"
    ).encode()
