"""Pages planted beside the corpus: conflicts, a figure below the bar, and markup that must never run."""

from __future__ import annotations

import html
from pathlib import Path

SCRIPT = "<script>document.title='pwned'</script>"
IMAGE = "<img src=x onerror=\"document.title='pwned'\">"

PAGES = {
    "tuesday.html": (
        "Balangan Raih UHC Awards 2026 Kategori Utama",
        "PARINGIN - Pemerintah Kabupaten Balangan meraih UHC Awards 2026 kategori Utama dalam acara di"
        " Ballroom JIExpo Kemayoran, Jakarta, Selasa (27/1/2026).",
        "Penghargaan diserahkan oleh Menteri Koordinator Bidang Pemberdayaan Masyarakat Abdul Muhaimin"
        " Iskandar kepada Bupati Balangan Abdul Hadi.",
        "Pekan ini dinas kesehatan setempat membagikan jadwal pelayanan keliling kepada warga.",
    ),
    "monday.html": (
        f"UHC Awards: Balangan Masuk Kategori Utama {SCRIPT}",
        f"Warga {IMAGE} Balangan boleh bangga. Pada Senin (26/1/2026) {SCRIPT} kabupaten mereka memperoleh"
        " UHC Awards 2026 kategori Utama di Jakarta.",
        "Bupati Balangan H. Abdul Hadi menerimanya dari Direktur Utama BPJS Kesehatan Ghufron Mukti.",
        "Capaian tersebut buah kerja panjang puskesmas dan kantor cabang setempat.",
    ),
    "tiers.html": (
        "Kabupaten Tapin Raih UHC Awards 2026 Kategori Utama",
        "RANTAU - Kabupaten Tapin meraih UHC Awards 2026 kategori Madya yang diserahkan di Jakarta, Selasa"
        " (27/1/2026).",
        "Penghargaan kategori Madya itu diterima Bupati Tapin Yamani di hadapan ratusan kepala daerah.",
    ),
    "below.html": (
        "Pemkab Ketapang Raih UHC Awards 2026 Kategori Utama",
        "KETAPANG - Pemerintah Kabupaten Ketapang meraih UHC Awards 2026 kategori Utama di Jakarta, Selasa"
        " (27/1/2026).",
        "Cakupan kepesertaan JKN di Kabupaten Ketapang mencapai 97,25 persen, kata Bupati Ketapang"
        " Alexander Wilyo.",
    ),
}
ADDRESSES = {"tuesday.html": "https://berita.example/balangan?a=1&b=2", "monday.html": "javascript:alert(1)"}


def write_pages(folder: Path) -> Path:
    """The planted pages as files; what looks like markup in them is text of the article."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (title, *paragraphs) in PAGES.items():
        body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
        address = html.escape(ADDRESSES.get(name, ""))
        link = (
            f'<link rel="canonical" href="{address}"><meta property="og:url" content="{address}">'
            if address
            else ""
        )
        page = (
            f"<!doctype html><head><meta charset='utf-8'>{link}<title>{html.escape(title)}</title></head>"
            f"<body><article><h1>{html.escape(title)}</h1>{body}</article></body></html>"
        )
        (folder / name).write_text(page, encoding="utf-8")
    return folder
