"""Sentences without end: rules look at pairs of mentions within one, so that its length is bounded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

LONGEST = 2000  # tokens: all regions of the country with their commas; those of prose have below 100


def cut_long(doc: Doc, sentences: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The sentences (tokens from, to) in order; one of more than `LONGEST` tokens in pieces, cut within no
    mention that is itself no longer.
    """
    inside: set[int] | None = None  # tokens before which no cut may be
    for start, end in sentences:
        while end - start > LONGEST:
            if inside is None:
                spans = [span for group in doc.spans.values() for span in group]
                inside = {at for span in spans for at in range(span.start + 1, span.end)}
            last = start + LONGEST
            cut = next((at for at in range(last, start, -1) if at not in inside), last)
            yield start, cut
            start = cut
        yield start, end
