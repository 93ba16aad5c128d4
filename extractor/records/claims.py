"""Claims beyond the fields of a record: ranks, firsts and onlys, and counts of earlier awards."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from extractor.model import Claim, Evidence
from extractor.records.view import Stretch, View

Kind = Literal["rank", "unique", "history"]
TO_TEN = r"kedua|ketiga|keempat|kelima|keenam|ketujuh|kedelapan|kesembilan|kesepuluh"
ORDINAL = rf"(?:pertama|{TO_TEN}|satu|dua|tiga|empat|lima|ke-?\s?\d+|[IVX]{{1,4}}\b|\d{{1,3}})"
COUNT = r"(?:\d+|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|\w+ belas)"
TAIL = re.compile(r"""(?<![\s)”"])[\s)”"]+$""")  # blanks, brackets and quotes behind a claim are none of it
TOP = ("tertinggi", "terbaik", "terbanyak", "teratas")
REST = r"[^.;,\n]*"  # up to the end of the thought
SOURCES: tuple[tuple[Kind, str, re.RegexFlag], ...] = (
    ("unique", rf"\bsatu[- ]satunya\b{REST}", re.IGNORECASE),
    ("unique", rf"\b(?:satu|salah satu|1) (?:dari|di antara) {COUNT}\b{REST}", re.IGNORECASE),
    (
        "rank",
        rf"\b(?:peringkat|urutan|posisi|ranking|rangking|juara|terbaik|nomor)\s+(?:ke\s?)?{ORDINAL}\b{REST}",
        re.IGNORECASE,
    ),
    (
        "rank",
        r"\b(?:daerah|kabupaten|kota|provinsi|pemda|pemkab|pemkot)?[^.;,\n]{0,40}"
        rf"\b(?:{'|'.join(TOP)})"
        rf"\s+(?:nasional|se-?\s?\w+|di\s+[A-Z]\w+){REST}",
        re.NOFLAG,  # "di Indonesia", but not "di antaranya"
    ),
    (
        "history",
        rf"\b(?:untuk\s+)?(?:yang\s+)?(?:kali\s+)?(?:{TO_TEN}|ke-?\s?\d+)\s*(?:kali|kalinya){REST}",
        re.IGNORECASE,
    ),
    (
        "history",
        rf"\b(?:\w+\s+)?(?:kali|tahun)\s+(?:secara\s+)?(?:berturut-turut|beruntun){REST}",
        re.IGNORECASE,
    ),
)
PATTERNS = tuple((kind, re.compile(source, flags)) for kind, source, flags in SOURCES)
RANKED = PATTERNS[3][1]  # slow, and useless without a word of TOP


def claims(view: View) -> list[Claim]:
    """Every claim of the article, in order; of overlapping ones the first kind stands."""
    found: list[tuple[int, int, Claim]] = []
    for sentence in view.sentences:
        for start, end, claim in in_sentence(sentence):
            if not any(
                start < e and s < end and claim.evidence[0].part == c.evidence[0].part for s, e, c in found
            ):
                found.append((start, end, claim))
    return [
        claim for _, _, claim in sorted(found, key=lambda row: (row[2].evidence[0].part == "text", row[0]))
    ]


def in_sentence(sentence: Stretch) -> Iterator[tuple[int, int, Claim]]:
    base, text = sentence.span.start_char, sentence.text
    ranked = any(word in text for word in TOP)
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text) if ranked or pattern is not RANKED else ():
            words = TAIL.sub("", match[0])
            lead = len(words) - len(words.lstrip())
            start, end = base + match.start() + lead, base + match.start() + len(words)
            if words.strip():
                mark = Evidence(
                    start=start, end=end, text=words.strip(), rule=f"claim-{kind}", part=sentence.part.name
                )
                yield start, end, Claim(kind=kind, text=words.strip(), evidence=[mark])
