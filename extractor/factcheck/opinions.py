"""Opinions, promises and predictions: nothing that a source could prove."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from extractor.factcheck.context import Context
from extractor.factcheck.model import ClaimFinding

LONGEST: Final = 90
"""Characters of an opinion that a reason quotes."""

OPINION: Final = re.compile(
    r"\b(?:membuktikan|bukti (?:nyata|bahwa|kalau)|menunjukkan (?:bahwa|betapa|kepedulian|keseriusan)|"
    r"paling (?!(?:sedikit|banyak|rendah|tinggi|akhir|awal|atas|bawah|lambat|tidak|kecil|besar|lama)\b)\w+|"
    r"(?:pantas|patut|layaknya|seharusnya|semestinya|sebaiknya|selayaknya)\b|"
    r"layak (?!anak)\w+|luar biasa|membanggakan|terhebat|terpuji|gagah|hebat|memuaskan warga|"
    r"lebih (?:peduli|baik|hebat|serius|pantas|penting|bermartabat|unggul) |"
    r"sangat (?:peduli|serius|pantas|layak|bagus|hebat|membanggakan)|mengecewakan|"
    r"(?:pejabat|pemimpin|kepala daerah|bupati|gubernur|wali kota) (?:ter|paling )\w+)",
    re.IGNORECASE,
)
FUTURE: Final = re.compile(
    r"\b(?:akan (?:\w+ )?(?:meraih|menerima|mendapat\w*|memperoleh|naik|dianugerahi|diganjar|menyandang|"
    r"merebut|menyabet|"
    r"mempertahankan|kembali|mencapai|menjadi|membawa|menggondol|masuk|diserahkan|diberikan|lolos|turun|"
    r"melampaui)|"
    r"bakal|diprediksi|diperkirakan|dipastikan akan|menargetkan|ditargetkan|berpeluang|berjanji|menjanjikan|"
    r"optimist?is|berharap|diharapkan|bertekad|berencana|berkomitmen|tahun depan|mendatang)\b",
    re.IGNORECASE,
)


def check(context: Context) -> Iterator[ClaimFinding]:
    """One finding for an opinion, and one for a prediction or promise."""
    text = context.reading.text
    for name, pattern in (("opinion", OPINION), ("prediction", FUTURE)):
        match = pattern.search(text)
        if match is not None:
            end = text.find(".", match.end())
            at = (match.start(), end if end > 0 else len(text))
            words = text[at[0] : at[1]]
            shown = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
            yield context.finding(name, "not_enough_info", f"{name}.not_checkable", at=at, words=shown)
