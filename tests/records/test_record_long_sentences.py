"""A sentence without end is read in pieces, so that its time is not the square of its length."""

from __future__ import annotations

import sys
from itertools import pairwise
from typing import Any

import pytest

from extractor.core import Extractor
from extractor.model import Article
from extractor.pipes.mentions import group_of, tokens_of
from extractor.records.long_sentences import LONGEST, cut_long
from extractor.records.view import GROUPS

UNITS = (
    "Bupati Balangan Abdul Hadi menerima penghargaan UHC Awards 2026 dari Menteri Sosial di Jakarta, "
    "cakupan 99,2 persen dan ",
    "Kabupaten Balangan, ",
    "kategori Utama ",
    "Bupati menerima penghargaan dari Gubernur. Bupati Tapin Budi Santoso hadir. ",
)


def test_pieces_are_short_and_cut_no_mention(reader: Extractor) -> None:
    doc = reader.nlp("UHC Awards 2026: " + "Kabupaten Hulu Sungai Selatan, " * LONGEST)
    pieces = list(cut_long(doc, [(0, 3), (3, len(doc))]))
    assert pieces[0] == (0, 3) and pieces[-1][1] == len(doc)
    assert all(end == start for (_, end), (start, _) in pairwise(pieces))
    assert all(0 < end - start <= LONGEST for start, end in pieces)
    mentions = [span for group in GROUPS for span in group_of(doc, group)]
    inside = tokens_of(mentions) - {span.start for span in mentions}
    assert inside.isdisjoint(start for start, _ in pieces)


def test_a_mention_longer_than_a_piece_is_cut(reader: Extractor) -> None:
    doc = reader.nlp.make_doc("a " * (LONGEST + 10))
    doc.spans["names"] = [doc[:]]
    assert list(cut_long(doc, [(0, len(doc))])) == [(0, LONGEST), (LONGEST, len(doc))]


@pytest.mark.parametrize("unit", UNITS)
def test_twice_the_text_takes_about_twice_the_steps(unit: str, reader: Extractor) -> None:
    few, many = (steps(reader, unit * (size // len(unit))) for size in (8_000, 16_000))
    assert many < 2.9 * few


def steps(reader: Extractor, text: str) -> int:
    """The calls of functions while an article is read: the same on any machine, as its time is not."""
    count = 0

    def note(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    article = Article(id="sha256:0", source="a.txt", text=f"UHC Awards 2026: {text}")
    sys.setprofile(note)
    try:
        reader.read_article(article)
    finally:
        sys.setprofile(None)
    return count
