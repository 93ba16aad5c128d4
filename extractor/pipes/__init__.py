"""Article text to a spaCy `Doc` with mentions: one component per kind, patterns kept as data."""

from extractor.pipes.lean import import_spacy

import_spacy()
