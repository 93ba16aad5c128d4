"""Ordinary news in made-up sentences: no award is among it."""

# ruff: noqa: E501 - markup and prose

from __future__ import annotations

from random import Random

HOSTS = ("kabar.example", "warta.example", "suara.example", "lintas.example")
SECTIONS = (
    "Beranda", "Nasional", "Daerah", "Ekonomi", "Olahraga", "Hukum", "Politik", "Pendidikan", "Kesehatan", "Wisata",
    "Teknologi", "Opini", "Video", "Foto", "Hiburan", "Otomotif", "Properti", "Internasional", "Pemerintahan", "Indeks",
)  # fmt: skip
_PLACES = (
    "Kabupaten Balangan", "Kota Bogor", "Kabupaten Sleman", "Kota Makassar", "Kabupaten Badung", "Kota Padang",
    "Provinsi Jambi", "Kabupaten Garut", "Kota Ambon", "Kabupaten Tuban", "Kota Palu", "Kabupaten Karo",
)  # fmt: skip
_WHO = (
    "Wali kota", "Bupati", "Kepala dinas perhubungan", "Kapolres", "Ketua panitia", "Pelatih kepala", "Camat",
    "Kepala sekolah", "Direktur rumah sakit", "Juru bicara perusahaan", "Seorang warga", "Ketua kelompok tani",
)  # fmt: skip
_DID = (
    "meninjau perbaikan jalan di kawasan pasar induk", "membuka turnamen bola voli antarpelajar",
    "meminta warga waspada banjir susulan", "meresmikan jembatan gantung sepanjang 120 meter",
    "menahan tiga tersangka pencurian kendaraan", "menyalurkan bantuan beras bagi 2.450 keluarga",
    "membahas rencana anggaran bersama dewan", "mengajak anak muda menanam pohon di lereng bukit",
    "menghadiri pembukaan pameran kerajinan", "menjelaskan kenaikan harga cabai menjelang hari raya",
    "menggelar vaksinasi bagi lansia di puskesmas", "mengumumkan jadwal pemadaman listrik sementara",
)  # fmt: skip
_THEN = (
    "Kegiatan itu diikuti ratusan peserta dari berbagai kecamatan.", "Arus lalu lintas sempat dialihkan selama dua jam.",
    "Menurutnya, persiapan sudah dilakukan sejak bulan lalu.", "Anggarannya mencapai Rp 3,2 miliar dari kas daerah.",
    "Warga berharap pekerjaan selesai sebelum musim hujan.", "Jumlah pengunjung naik 12 persen dari tahun sebelumnya.",
    "Polisi masih memeriksa sejumlah saksi dan rekaman kamera.", "Harga rumah layak huni di pinggiran ikut terkerek.",
    "Laporan keuangan perusahaan itu akan terbit pekan depan.", "Pertandingan berakhir imbang dengan skor 1-1.",
    "Tim penilai memberi penghargaan kepada pelajar yang ramah dan tertib.", "Cuaca diperkirakan cerah sampai sore hari.",
)  # fmt: skip


def headline(random: Random) -> str:
    return f"{random.choice(_WHO)} {random.choice(_DID)}".title()


def story(random: Random) -> tuple[str, tuple[str, ...]]:
    """A title and six to fourteen paragraphs."""
    return headline(random), tuple(_paragraph(random) for _ in range(random.randrange(6, 15)))


def _paragraph(random: Random) -> str:
    first = f"{random.choice(_WHO)} {random.choice(_PLACES)} {random.choice(_DID)}, {random.randrange(1, 29)} Januari 2026."
    return " ".join((first, *random.sample(_THEN, random.randrange(1, 4))))
