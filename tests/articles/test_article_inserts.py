"""What stands among an article's paragraphs: inserts stay out, the article's own lists and lines stay in."""

# ruff: noqa: E501 - markup is easier to read on one line

from __future__ import annotations

import pytest
from article_structures import FIRST, TEMPLATES, page, ps

from extractor.articles import read_article
from extractor.pages import Page

OTHER = "Judul artikel lain yang sama sekali berbeda topiknya"
INSERTS = {
    "baca-link": f'<p><strong>Baca juga: <a href="/x">{OTHER}</a></strong></p>',
    "baca-plain": f"<p>Baca Juga : {OTHER}</p>",
    "baca-label-list": f'<p><b>Baca Juga</b></p><ul><li><a href="/x">{OTHER}</a></li><li><a href="/y">{OTHER} dua</a></li></ul>',
    "baca-label-plain-list": f"<div>Baca Juga:</div><ul><li>{OTHER}</li><li>{OTHER} dua</li></ul>",
    "baca-label-div-p": f'<div><span>BACA JUGA:</span><p><a href="/x">{OTHER}</a></p></div>',
    "baca-h": f'<div style="border:1px"><p>Baca Juga</p><h2><a href="/x">{OTHER}</a></h2></div>',
    "baca-same-br": f'<p>Baca juga:<br><a href="/x">{OTHER}</a><br><a href="/y">{OTHER} dua</a></p>',
    "lihat": f'<table class="linksisip"><tr><td><div class="lihatjg"><strong>Lihat Juga :</strong><a href="/x">{OTHER}</a></div></td></tr></table>',
    "link-only": f'<p><a href="/x">{OTHER}</a></p>',
    "arrow": f'<p>&gt;&gt; Baca juga: <a href="/x">{OTHER}</a></p>',
    "simak": f'<p><em>Simak juga: <a href="/x">{OTHER}</a></em></p>',
    "simak-video": '<p>Simak Video "Warga Antre Air Bersih"</p>',
    "gambas": "<p>[Gambas:Video 20detik]</p>",
    "ad": '<div class="x"><p>ADVERTISEMENT</p><p>SCROLL TO CONTINUE WITH CONTENT</p></div>',
    "ad2": "<p>Scroll ke bawah untuk melanjutkan membaca</p>",
    "ad3": "<div>- Advertisement -</div>",
    "ad5": "<p>Iklan - Lanjutkan membaca di bawah</p>",
    "ad6": "<p>Advertisement. Scroll to continue reading.</p>",
    "ad7": "<center><span>IKLAN</span></center>",
    "letter": "<div><p>Daftar newsletter Kabar Uji dan terima rangkuman berita di kotak surel Anda.</p></div>",
    "box-of-links": f'<div class="q-in"><div class="q-hd">Rekomendasi Untuk Anda</div><div class="q-it"><img src=a><h5><a href="/x">{OTHER}</a></h5>'
    f'<span>Kemarin</span></div><div class="q-it"><img src=a><h5><a href="/y">{OTHER} dua</a></h5><span>2 hari lalu</span></div></div>',
    "label-alone": "<p>Bacaan Lainnya</p>",
    "ad4": "<center><small>Iklan</small></center>",
    "caption-fig": "<figure><img src=a><figcaption>Bupati berdiri di depan kran umum.</figcaption></figure>",
    "caption-div": '<div class="wp-caption"><img src=a><p class="wp-caption-text">Bupati berdiri di depan kran umum.</p></div>',
    "caption-hash": '<div class="a1"><img src=a><div class="a2">Bupati berdiri di depan kran umum bersama warga desa. Foto: Humas</div></div>',
    "caption-p": "<p><img src=a></p><p><em>Bupati berdiri di depan kran umum. (Foto: Dok. Humas)</em></p>",
    "caption-td": '<table align=center><tr><td><img src=a></td></tr><tr><td class="tr-caption">Bupati berdiri di depan kran umum</td></tr></table>',
    "tweet": '<blockquote class="twitter-tweet"><p>Selamat untuk Lembah Hijau atas raihannya hari ini ya.</p>&mdash; akun (@akun) <a href=x>May 14, 2024</a></blockquote>',
    "card": f'<div class="related-inline"><img src=a><h4><a href="/x">{OTHER}</a></h4><span>12/05/2024 09:00 WIB</span><p>Ringkasan berita lain itu yang tidak boleh ikut masuk.</p></div>',
    "card-hash": f'<div class="c77"><h4><a href="/x">{OTHER}</a></h4><span>12/05/2024 09:00 WIB</span></div>',
    "pull": "<blockquote>Kami masih punya tugas di tiga kecamatan</blockquote>",
    "share": '<div class="bagikan"><span>Bagikan:</span><a href=#>Facebook</a><a href=#>WhatsApp</a></div>',
    "wa": '<p><b>Ikuti kami di saluran WhatsApp Kabar Uji, klik <a href="x">di sini</a>.</b></p>',
    "gnews": "<p>Cek Berita dan Artikel lainnya di Google News</p>",
    "newsletter": '<div class="nl"><h5>Dapatkan kabar terbaru</h5><form><input><button>Daftar</button></form></div>',
    "script-p": '<p><script>var a="<p>abc</p>"</script></p>',
    "noscript": "<noscript><img src=x></noscript>",
    "ringkasan": '<blockquote class="ringkas"><p><strong>Ringkasan Berita:</strong></p><ul><li>Lembah Hijau menerima penghargaan.</li><li>Cakupan naik.</li></ul></blockquote>',
    "pilihan": f"<p>Pilihan Editor: <a href=x>{OTHER}</a></p>",
}
TAILS = {
    "signoff": "<p>(abc/def)</p>",
    "signoff-strong": "<strong>(abc/def)</strong>",
    "stars": "<p>***</p>",
    "adv": "<p>(ADV)</p>",
    "editor": "<p>Editor: Dewi Lestari</p>",
    "penulis-editor": "<p>Penulis: Sekar Wulandari<br>Editor: Dewi Lestari</p>",
    "sumber": "<p>Sumber: Humas Pemkab</p>",
    "tags": "<p>Tags: <a href=a>air bersih</a>, <a href=b>lembah hijau</a></p>",
    "tagdiv": '<div class="detail-tag"><a href=a>air bersih</a> <a href=b>lembah hijau</a></div>',
    "tag-ul": '<ul class="tag-list"><li><a href=a>air bersih</a></li><li><a href=b>lembah hijau</a></li></ul>',
    "tayang": "<p>Artikel ini telah tayang di kabaruji.example dengan judul " + FIRST.title + "</p>",
    "copyright": "<p>Copyright © Kabar Uji 2024</p>",
    "larangan": "<p>Dilarang mengambil dan/atau menayangkan ulang sebagian atau keseluruhan artikel di atas untuk konten akun media sosial komersil tanpa seizin redaksi.</p>",
    "pages": '<div class="paging">Halaman: <a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=2">Selanjutnya</a></div>',
    "pages-p": "<p>Halaman 1 dari 2</p>",
    "terkait-h": f"<h3>Berita Terkait</h3><ul><li><a href=x>{OTHER}</a></li><li><a href=y>{OTHER} dua</a></li></ul>",
    "terkait-p": f"<h3>Berita Terkait</h3><p><a href=x>{OTHER}</a></p><p><a href=y>{OTHER} dua</a></p>",
    "bio": '<div class="author-box"><img src=a><b>Sekar Wulandari</b><p>Meliput pemerintahan dan lingkungan sejak 2015.</p></div>',
    "bio-hash": '<div class="z1"><img src=a><div>Sekar Wulandari</div><p>Jurnalis Kabar Uji</p></div>',
    "comment": '<div id="komentar"><p>Komentar pembaca pertama yang cukup panjang sekali.</p><p>Komentar pembaca kedua yang juga panjang sekali.</p></div>',
    "rating": '<div class="reaksi"><p>Apa reaksi Anda?</p><span>Suka</span><span>Lucu</span></div>',
    "disclaimer": "<p><i>Disclaimer: Artikel ini merupakan kerja sama dengan pihak ketiga.</i></p>",
    "caps": "<p><strong>SEKAR WULANDARI</strong></p>",
}
KEPT = {
    "sub": ("<h2>Target berikutnya</h2>", "Target berikutnya"),
    "sub-b": ("<p><b>Target berikutnya</b></p>", "Target berikutnya"),
    "sub-b-dated": (
        "<p><b>Target Berikutnya Tahun Depan</b></p><p>Piagam itu diserahkan oleh menteri pada 13 Mei 2024 di ibu kota dan disaksikan ratusan tamu undangan dari berbagai daerah di bagian timur negeri.</p>",
        "Target Berikutnya Tahun Depan\n\nPiagam itu diserahkan oleh menteri pada 13 Mei 2024 di ibu kota dan disaksikan ratusan tamu undangan dari berbagai daerah di bagian timur negeri.",
    ),
    "sub-dated-short": (
        "<h3>Piagam Diterima di Ibu Kota</h3><p>Piagam diterima pada 13 Mei 2024 oleh sekretaris daerah.</p>",
        "Piagam Diterima di Ibu Kota\n\nPiagam diterima pada 13 Mei 2024 oleh sekretaris daerah.",
    ),
    "sub-list": (
        "<h3>Daftar Penerima Penghargaan Kategori Utama</h3><ul><li>Kabupaten Satu Raya</li><li>Kota Dua Jaya</li></ul>",
        "Daftar Penerima Penghargaan Kategori Utama\n\nKabupaten Satu Raya\nKota Dua Jaya",
    ),
    "ul": ("<ul><li>Kecamatan Satu</li><li>Kecamatan Dua</li></ul>", "Kecamatan Satu\nKecamatan Dua"),
    "ol": (
        "<ol><li><p>Kabupaten Satu Raya</p></li><li><p>Kota Dua Jaya</p></li></ol>",
        "Kabupaten Satu Raya\nKota Dua Jaya",
    ),
    "ol-linked": (
        '<ol><li><a href="/tag/a">Kabupaten Satu Raya</a></li><li><a href="/tag/b">Kota Dua Jaya</a></li></ol>',
        "Kabupaten Satu Raya\nKota Dua Jaya",
    ),
    "table": (
        "<table><tr><th>No</th><th>Daerah</th><th>Nilai</th></tr><tr><td>1</td><td>Kabupaten Satu Raya</td><td>98,5</td></tr><tr><td>2</td><td>Kota Dua Jaya</td><td>97,1</td></tr></table>",
        "No Daerah Nilai\n1 Kabupaten Satu Raya 98,5\n2 Kota Dua Jaya 97,1",
    ),
    "fig-table": (
        '<figure class="wp-block-table"><table><tbody><tr><td>Kota Dua Jaya</td><td>Utama</td></tr><tr><td>Kota Tiga</td><td>Madya</td></tr></tbody></table></figure>',
        "Kota Dua Jaya Utama\nKota Tiga Madya",
    ),
    "brlist": (
        "<p>1. Kabupaten Satu Raya<br>2. Kota Dua Jaya<br>3. Kota Tiga</p>",
        "1. Kabupaten Satu Raya\n2. Kota Dua Jaya\n3. Kota Tiga",
    ),
    "quote": (
        "<blockquote><p>“Air bersih adalah hak warga yang paling dasar,” tulis panitia dalam laporannya.</p></blockquote>",
        "“Air bersih adalah hak warga yang paling dasar,” tulis panitia dalam laporannya.",
    ),
    "bold": (
        "<p><strong>Pemerintah daerah berjanji menambah sambungan baru setiap tahun sampai semua desa terlayani.</strong></p>",
        "Pemerintah daerah berjanji menambah sambungan baru setiap tahun sampai semua desa terlayani.",
    ),
    "linked-name": (
        '<p>Menurut <a href="/tag/a">Dinas Pekerjaan Umum Lembah Hijau</a>, pipa induk selesai.</p>',
        "Menurut Dinas Pekerjaan Umum Lembah Hijau, pipa induk selesai.",
    ),
    "short": ("<p>“Terima kasih.”</p>", "“Terima kasih.”"),
    "colon": ("<p>Berikut daftarnya:</p>", "Berikut daftarnya:"),
    "img-p": (
        "<p><img src=a>Panitia menyerahkan piagam dan uang pembinaan kepada sepuluh daerah terbaik.</p>",
        "Panitia menyerahkan piagam dan uang pembinaan kepada sepuluh daerah terbaik.",
    ),
    "nbsp": (
        "<p>Nilai&nbsp;akhir 98,5&nbsp;persen di&shy;umum&#8203;kan.</p>",
        "Nilai akhir 98,5 persen diumumkan.",
    ),
    "date-sub": (
        "<h3>Jadwal kegiatan</h3><p>Senin, 20 Mei 2024</p><p>Sosialisasi kepada warga dimulai di balai desa.</p>",
        "Jadwal kegiatan\n\nSenin, 20 Mei 2024\n\nSosialisasi kepada warga dimulai di balai desa.",
    ),
    "baca-sentence": (
        "<p>Baca doa dipimpin tokoh agama setempat sebelum acara ditutup.</p>",
        "Baca doa dipimpin tokoh agama setempat sebelum acara ditutup.",
    ),
    "simak-sentence": (
        "<p>Ia meminta warga menyimak aturan baru itu. Simak pula panduan di kantor desa.</p>",
        "Ia meminta warga menyimak aturan baru itu. Simak pula panduan di kantor desa.",
    ),
    "sumber-sentence": (
        "<p>Sumber air berasal dari tiga mata air di lereng gunung.</p>",
        "Sumber air berasal dari tiga mata air di lereng gunung.",
    ),
    "pair": (
        '<div class="skor"><p>Kategori Utama: Kabupaten Satu Raya, Kota Dua Jaya</p></div>',
        "Kategori Utama: Kabupaten Satu Raya, Kota Dua Jaya",
    ),
}

BODIES = {"classic": ps(FIRST), "utility": ps(FIRST, attrs=" class=mb-3")}
TEXTS = FIRST.paragraphs
PARTS = [f"<p>{text}</p>" for text in TEXTS]


def text_with(template: str, *parts: str) -> str:
    one = next(each for each in TEMPLATES if each.name == template)
    markup = page(one).decode()
    assert BODIES[template] in markup
    article = read_article(
        Page("page.html", markup.replace(BODIES[template], "\n".join(parts), 1).encode(), "html")
    )
    assert (article.title, article.author, article.published) == (FIRST.title, FIRST.author, FIRST.machine)
    return article.text


@pytest.mark.parametrize("template", BODIES)
@pytest.mark.parametrize("name", INSERTS)
def test_insert_stays_out_wherever_it_stands(name: str, template: str) -> None:
    for place in (0, 2, 4):
        assert text_with(template, *PARTS[:place], INSERTS[name], *PARTS[place:]) == FIRST.body


@pytest.mark.parametrize("template", BODIES)
@pytest.mark.parametrize("name", TAILS)
def test_what_closes_a_page_stays_out(name: str, template: str) -> None:
    assert text_with(template, *PARTS, TAILS[name]) == FIRST.body


@pytest.mark.parametrize("template", BODIES)
@pytest.mark.parametrize("name", KEPT)
def test_own_words_stay_in(name: str, template: str) -> None:
    markup, text = KEPT[name]
    assert text_with(template, *PARTS[:2], markup, *PARTS[2:]) == "\n\n".join([*TEXTS[:2], text, *TEXTS[2:]])
    if name not in {"sub", "sub-b", "colon"}:
        assert text_with(template, *PARTS, markup) == "\n\n".join([*TEXTS, text])
