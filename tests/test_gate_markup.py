"""Markup is taken out as one plain expression would do it, which is too slow on hostile bytes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.gate.markup import HIDDEN, without_tags

PLAIN = re.compile(
    rb"""<(?:!--.*?-->|(%s)\b.*?</\1[^>]*>|[^>"']*(?:"[^"]*"[^>"']*|'[^']*'[^>"']*)*>|[^>]*>)"""
    % HIDDEN.encode("ascii"),
    re.IGNORECASE | re.DOTALL,
)
PIECES = (
    b"<", b">", b'"', b"'", b"<!--", b"-->", b"<script", b"</script", b"<SVG ", b"</svg>", b"<b>", b'<a x="',
    b"scripty", b"--", b"<!", b"\n", b" ", b"a", b"\xc3\xa9", b"<a x='>'>", b'<p y=">">',
)  # fmt: skip


@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40))
def test_what_is_taken_out(pieces: list[bytes]) -> None:
    data = b"".join(pieces)
    assert without_tags(data) == PLAIN.sub(b"\0", data)


@pytest.mark.parametrize("unit", [b"<!-- ", b"<script ", b"<a '\"", b"</script"])
def test_a_megabyte_of_open_markup_is_left_as_it_is(unit: bytes) -> None:
    data = unit * (1_000_000 // len(unit))
    assert without_tags(data) == data
