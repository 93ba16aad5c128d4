"""The assembled pipeline: Indonesian with all pipes in order; built from data, or loaded from
`models/id_piagam`.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import spacy
from spacy.language import Language

from extractor.pipes import awards, cues, dates, officials, quantities, regions, sentences, venues  # noqa: F401 - factories
from extractor.pipes.awards import Awards, award_data
from extractor.pipes.base import PatternPipe
from extractor.pipes.language import Indonesian, hurry
from extractor.programmes.model import Programme

ORDER = ("dates", "regions", "officials", "awards", "venues", "quantities", "cues", "sentences")
PLACES = (
    Path(__file__).parents[1] / "models" / "id_piagam",
    Path(__file__).parents[2] / "models" / "id_piagam",
)


def build_pipeline() -> Language:
    """The pipeline made anew from the patterns in this package."""
    nlp = Indonesian()
    for name in ORDER:
        nlp.add_pipe(f"piagam_{name}", name=f"piagam_{name}")
    return nlp


def load_pipeline(programmes: Sequence[Programme] = ()) -> Language:
    """The pipeline as saved with Piagam (built anew where it is not), with `programmes` in place of the
    built-in ones.
    """
    saved = next((place for place in PLACES if (place / "config.cfg").is_file()), None)
    nlp = spacy.load(saved) if saved else build_pipeline()
    hurry(nlp)
    if programmes:
        pipe = nlp.get_pipe("piagam_awards")
        assert isinstance(pipe, Awards)
        pipe.replace(award_data(programmes))
    for _, pipe in nlp.pipeline:  # patterns must not be built, and forgotten, inside a memory zone
        if isinstance(pipe, PatternPipe):
            pipe.ready()
    return nlp
