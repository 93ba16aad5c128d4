"""Cue words: what the words around a mention say about it (who gives, who stands by, what is only hoped)."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.pipes.base import Data, PatternPipe, longest
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import group_of, tokens_of


class Cues(PatternPipe):
    """Marks the cue phrases of `patterns/cues.yaml`; a span's label is its class.

    One phrase may belong to several classes; of overlapping phrases of one class the longest stands.
    """

    group = "cues"

    @classmethod
    def default_data(cls) -> Data:
        return lexicon("cues")

    def build(self) -> None:
        self.matcher = self.phrases(self.data)

    def mark(self, doc: Doc) -> list[Span]:
        by_class: dict[str, list[Span]] = {}
        regions = tokens_of(group_of(doc, "regions"))
        for span in self.matcher(doc, as_spans=True):
            if len(span) == 1 and span.start in regions:
                continue  # "Buru" is a region, and no hunt
            if span.label_ == "accept" and span.end < len(doc) and doc[span.end].lower_ == "kasih":
                continue  # "terima kasih"
            by_class.setdefault(span.label_, []).append(span)
        kept = (span for label in sorted(by_class) for span in longest(by_class[label]))
        return sorted(kept, key=lambda s: (s.start, s.end, s.label_))


@Language.factory("piagam_cues")
def make_cues(nlp: Language, name: str) -> Cues:
    return Cues.of(nlp)
