"""Sentence ends: paragraph breaks, and full stops that belong to no title, initial, number or name."""

from __future__ import annotations

import re
from typing import Any

import numpy
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from extractor.pipes.base import Data, PatternPipe
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import group_of

END = re.compile(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+[ \t]++(?=[\"“‘'(\[-]?[ ]?[A-Z0-9])|(?<!\s)\s*\n\s*")
DEGREE_AHEAD = re.compile(r"[A-Z][.,]\s?[A-Z][a-z]{0,3}\b[., ]")  # "SH. M.Si menerima"
WORD = re.compile(r"(?<![\w’'])[\w’']+$")
WHOLE = ("officials", "dates", "venues")  # mentions that no sentence end cuts
_INSIDE = 2**64 - 1  # -1, as an array of spaCy's attributes writes it
LONGEST = 12  # characters of a word before a full stop


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
        starts = self.starts(doc.text)
        mentions = [s for group in WHOLE for s in group_of(doc, group)]
        inside = {i for span in mentions for i in range(span.start + 1, span.end)}
        begins = [1 if token.idx in starts and token.i not in inside else _INSIDE for token in doc]
        # All at once: setting it token by token looks through the whole text for each of them.
        column: Any = numpy.array(begins, dtype="uint64").reshape(-1, 1)
        return doc.from_array([SENT_START], column)

    def starts(self, text: str) -> set[int]:
        """The characters at which sentences begin."""
        starts = {0}
        for match in END.finditer(text):
            breaks = "\n" in match[0]
            if breaks or not (
                self.is_abbreviation(text, match.start()) or DEGREE_AHEAD.match(text, match.end())
            ):
                starts.add(match.end())
        return starts

    def is_abbreviation(self, text: str, stop: int) -> bool:
        """Whether the word before the full stop at `stop` is a title, an initial, or the number of a line."""
        word = WORD.search(text, max(0, stop - LONGEST), stop)
        if word is None:
            return False
        before = word.start()
        while before > 0 and text[before - 1] == " ":
            before -= 1
        line_opens = text.endswith(("\n", ":"), 0, before)
        if word[0].isdigit() and len(word[0]) <= 2 and line_opens:
            return True  # "2. Kabupaten X" numbers a line
        return text[stop] == "." and word[0].lower() in self.no_stop


@Language.factory("piagam_sentences")
def make_sentences(nlp: Language, name: str) -> Sentences:
    return Sentences.of(nlp)
