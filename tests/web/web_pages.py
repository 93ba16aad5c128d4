"""Pages planted beside the corpus: a conflict, addresses of all kinds, and markup that must never run."""

from __future__ import annotations

import html
from pathlib import Path

CORPUS = Path(__file__).parents[2] / "corpora" / "dev" / "html"
BALANGAN = CORPUS / "u26-007.html"

SCRIPT = "<script>document.title='pwned'</script>"
IMAGE = "<img src=x onerror=\"document.title='pwned'\">"
BREAK = "\"'><svg onload=document.title='pwned'>{{ 7*7 }}</textarea></template>"
FOLLOW = "javascript:document.title='pwned'"

HOSTILE = (
    f"UHC Awards: Balangan Masuk Kategori Utama {SCRIPT}",
    f"Warga {IMAGE} Balangan boleh bangga. Pada Senin (26/1/2026) {SCRIPT} kabupaten mereka memperoleh UHC"
    f" Awards 2026 kategori Utama {BREAK} di Jakarta.",
    f"Bupati Balangan H. Abdul Hadi menerimanya dari Direktur Utama BPJS Kesehatan Ghufron Mukti {IMAGE}."
    " Cakupan kepesertaan Balangan mencapai 97,1 persen.",
)
CALM = (
    "Balangan Raih UHC Awards 2026 Kategori Utama",
    "PARINGIN - Pemerintah Kabupaten Balangan meraih UHC Awards 2026 kategori Utama dalam acara di Ballroom"
    " JIExpo Kemayoran, Jakarta, Selasa (27/1/2026).",
    "Penghargaan diserahkan oleh Menteri Koordinator Bidang Pemberdayaan Masyarakat Abdul Muhaimin Iskandar"
    " kepada Bupati Balangan Abdul Hadi.",
)


def written(title: str, *paragraphs: str, address: str) -> str:
    """A page whose words are those given: what looks like markup in them is text of the article."""
    body = "".join(f"<p>{html.escape(paragraph)}</p>" for paragraph in paragraphs)
    link = html.escape(address)
    return (
        f"<!doctype html><head><meta charset='utf-8'><link rel='canonical' href='{link}'>"
        f"<meta property='og:url' content='{link}'><title>{html.escape(title)}</title></head>"
        f"<body><article><h1>{html.escape(title)}</h1>{body}</article></body></html>"
    )


def hostile_page() -> str:
    return written(*HOSTILE, address=FOLLOW)


def write_pages(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    pages = {
        "hostile.html": hostile_page(),
        "calm.html": written(*CALM, address="https://berita.example/balangan?a=1&b=2"),
    }
    for name, page in pages.items():
        (folder / name).write_text(page, encoding="utf-8")
    return folder
