"""Small pages of award news, and a dataset built from them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extractor.dataset import Dataset, Format, build_dataset, export_dataset, open_dataset

CORPUS = Path(__file__).parents[2] / "corpora" / "dev" / "html"

TUESDAY = (
    "Balangan Raih UHC Awards 2026 Kategori Utama",
    "PARINGIN - Pemerintah Kabupaten Balangan meraih UHC Awards 2026 kategori Utama dalam acara di Ballroom"
    " JIExpo Kemayoran, Jakarta, Selasa (27/1/2026).",
    "Penghargaan diserahkan oleh Menteri Koordinator Bidang Pemberdayaan Masyarakat Abdul Muhaimin Iskandar"
    " kepada Bupati Balangan Abdul Hadi.",
    "Cakupan kepesertaan JKN di Balangan mencapai 99,2 persen, kata bupati seusai acara itu.",
)
MONDAY = (
    "UHC Awards: Balangan Masuk Kategori Utama",
    "Warga Balangan boleh bangga. Pada Senin (26/1/2026) kabupaten mereka memperoleh UHC Awards 2026 kategori"
    " Utama di Jakarta.",
    "Bupati Balangan H. Abdul Hadi menerimanya dari Direktur Utama BPJS Kesehatan Ghufron Mukti.",
    "Capaian tersebut buah kerja panjang dinas kesehatan, puskesmas dan kantor cabang setempat.",
)
TWO_TIERS = (
    "Kabupaten Tapin Raih UHC Awards 2026 Kategori Utama",
    "RANTAU - Kabupaten Tapin meraih UHC Awards 2026 kategori Madya yang diserahkan di Jakarta, Selasa"
    " (27/1/2026).",
    "Penghargaan kategori Madya itu diterima Bupati Tapin Yamani di hadapan ratusan kepala daerah.",
)
TOWNS = (
    "Tapin",
    "Tabalong",
    "Balangan",
    "Ketapang",
    "Klaten",
    "Sragen",
    "Wonosobo",
    "Trenggalek",
    "Banyuwangi",
)


def release(town: str, outlet: str = "") -> tuple[str, ...]:
    """A press release that differs from others in the town alone, as an outlet prints it."""
    return (
        f"Kabupaten {town} Raih UHC Awards 2026 Kategori Madya",
        f"{outlet}Pemerintah Kabupaten {town} meraih UHC Awards 2026 kategori Madya dari BPJS Kesehatan di"
        " Ballroom JIExpo Kemayoran, Jakarta, Selasa (27/1/2026). Penghargaan diserahkan oleh Menteri"
        " Koordinator Bidang Pemberdayaan Masyarakat Abdul Muhaimin Iskandar di hadapan para kepala daerah"
        " dari seluruh Indonesia.",
        "Penghargaan itu diberikan kepada pemerintah daerah yang menjamin warganya dengan kepesertaan jaminan"
        " kesehatan nasional dan menjaga keaktifan peserta sepanjang tahun. Menteri berpesan agar capaian"
        " tersebut dijaga dengan anggaran yang cukup, data yang rapi, dan layanan yang makin mudah dijangkau"
        f" oleh warga di pelosok. Pemerintah {town} menyatakan siap melanjutkan kerja sama itu pada tahun"
        " mendatang.",
    )


def write_page(folder: Path, name: str, page: tuple[str, ...]) -> Path:
    """A page with a headline and paragraphs."""
    title, *paragraphs = page
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    html = f"<!doctype html><html><head><meta charset='utf-8'><title>{title}</title></head>"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(f"{html}<body><article><h1>{title}</h1>{body}</article></body></html>", encoding="utf-8")
    return path


def built(tmp_path: Path, pages: dict[str, tuple[str, ...]]) -> Dataset:
    """The dataset of the pages, open to read."""
    for name, page in pages.items():
        write_page(tmp_path / "pages", name, page)
    build_dataset(tmp_path / "awards.db", [str(tmp_path / "pages")])
    return open_dataset(tmp_path / "awards.db")


def exported(database: Path, folder: Path, form: Format = "csv") -> dict[str, str]:
    """Digests of the exported files by name."""
    with open_dataset(database) as dataset:
        assert dataset.resolved
        files = export_dataset(dataset, folder, form)
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}
