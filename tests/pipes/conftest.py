"""The pipeline, built once for all tests of the pipes."""

from __future__ import annotations

from typing import Any

import pytest
from mention_values import VALUE, Mentions
from spacy.language import Language

from extractor.pipes.pipeline import build_pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The pipeline made anew from the patterns."""
    return build_pipeline()


@pytest.fixture(scope="session")
def mentions(nlp: Language) -> Mentions:
    """(words, value) of each mention of a kind in a text."""

    def run(text: str, kind: str) -> list[tuple[str, Any]]:
        doc = nlp(text)  # spans die with their Doc
        return [(span.text, getattr(span._, VALUE[kind])) for span in doc.spans[kind]]

    return run
