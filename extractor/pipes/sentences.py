"""Sentence ends: paragraph breaks, and full stops that belong to no title, initial, number or name."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipes.base import Data, PatternPipe
from extractor.pipes.lexicon import lexicon

END = re.compile(r"[.!?…]+[\"”’')\]]*[ \t]+(?=[\"“‘'(\[-]?[ ]?[A-Z0-9])|\s*\n\s*")
DEGREE_AHEAD = re.compile(r"[A-Z][.,]\s?[A-Z][a-z]{0,3}\b[., ]")  # "SH. M.Si menerima"
WORD = re.compile(r"[\w’']+$")


class Sentences(PatternPipe):
    """Sets sentence starts.  A full stop inside a mention ends no sentence."""

    group = ""

    @classmethod
    def default_data(cls) -> Data:
        return {"no_stop": lexicon("names")["no_stop"]}

    def build(self) -> None:
        self.no_stop = frozenset(self.data["no_stop"])

    def __call__(self, doc: Doc) -> Doc:
        self.ready()
        text = doc.text
        starts = {0}
        for match in END.finditer(text):
            if "\n" in match[0] or not (self.abbreviation(text, match.start()) or DEGREE_AHEAD.match(text, match.end())):
                starts.add(match.end())
        inside = {i for name in ("officials", "dates", "venues") for s in doc.spans.get(name, ()) for i in range(s.start + 1, s.end)}
        for token in doc:
            token.is_sent_start = token.idx in starts and token.i not in inside
        return doc

    def abbreviation(self, text: str, stop: int) -> bool:
        """Whether the word before the full stop at `stop` is a title or an initial."""
        word = WORD.search(text, max(0, stop - 12), stop)
        if word is not None and word[0].isdigit() and len(word[0]) < 3 and text[:word.start()].rstrip(" ").endswith(("\n", ":")):
            return True  # "2. Kabupaten X" numbers a line
        return word is not None and text[stop] == "." and word[0].lower() in self.no_stop


@Language.factory("piagam_sentences")
def make_sentences(nlp: Language, name: str) -> Sentences:
    return Sentences.of(nlp)
