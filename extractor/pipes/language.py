"""A lean Indonesian `Language`: spaCy's affix rules with only the exceptions that award news needs.

The stock Indonesian tokenizer carries some 16,000 exceptions for reduplicated words; creating it takes
seconds and its use milliseconds a text.  Here abbreviations before and behind names stay whole, and
nothing else is special.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from spacy.attrs import IDS, ORTH
from spacy.lang.punctuation import TOKENIZER_INFIXES, TOKENIZER_PREFIXES, TOKENIZER_SUFFIXES
from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc

from extractor.pipes.lexicon import lexicon

# Latin letters: spaCy's own classes hold those of all scripts, and take a second's eighth to compile.
ALPHA_UPPER, ALPHA_LOWER = "A-ZÀ-ÖØ-Þ", "a-zß-öø-ÿ"
ALPHA = ALPHA_UPPER + ALPHA_LOWER

# Words glued by careless typing: "Selasa(27/1)", "Jakarta,Selasa", "Saleh.bersama", "dr.Amrullah", "±98".
GLUE = [
    r"[()\[\]“”\"|:;]",
    rf"(?<=[{ALPHA}]),(?=[{ALPHA_UPPER}][{ALPHA_LOWER}]{{2}})",
    rf"(?<=[{ALPHA}]{{2}})\.(?=[{ALPHA_UPPER}][{ALPHA_LOWER}]{{2}})",
    rf"(?<=\b[{ALPHA_UPPER}]\.)(?=[{ALPHA_UPPER}][{ALPHA_LOWER}]{{2}})",
    rf"(?<=[{ALPHA}]),(?=[(“\"])",
    *(rf"(?<=\b{title})\.(?=[{ALPHA_UPPER}]\.)" for title in ("Dr", "Drs", "Dra", "Ir", "Prof", "Hj", "KH")),
    rf"(?<=[{ALPHA_LOWER}]{{2}})\.(?=[{ALPHA_LOWER}]{{3}})",
    rf"(?<=[0-9])(?=[{ALPHA_LOWER}]{{3}})",
    rf"(?<=[{ALPHA}])/(?=[{ALPHA}])",
    r"(?<=[0-9])[–—-](?=[0-9])",
    "[–—]",
]


def exceptions() -> dict[str, list[dict[int | str, str]]]:
    """Abbreviations of titles and degrees as single tokens, in the cases that news writes them in."""
    forms = {form for word in lexicon("names")["dotted"] for form in (word, word.lower(), word.upper())}
    return {form: [{ORTH: form}] for form in sorted(forms)}


# No units of measure at a word's end, or "DP3AP2KB" would lose its last letters.
SUFFIXES = (*(rule for rule in TOKENIZER_SUFFIXES if "km" not in rule), r"(?<=[0-9])%", r"…")
INFIXES = (*TOKENIZER_INFIXES, *GLUE)


_ENDLESS = re.compile(r"\S{200}")  # more than the longest address of a page that a text may hold


class Rule:
    """An affix rule not held against words of letters alone: every rule asks for a figure or a mark."""

    def __init__(self, rule: re.Pattern[str]) -> None:
        self._rule = rule
        self.pattern = rule.pattern  # what spaCy writes to disk

    def search(self, word: str) -> re.Match[str] | None:
        return None if word.isalpha() else self._rule.search(word)

    def finditer(self, word: str) -> Iterator[re.Match[str]]:
        return iter(()) if word.isalpha() else self._rule.finditer(word)


# What the pipes and rules ask of a word; spaCy would work out twenty things of each new one.
ASKED = [
    "LOWER",
    "NORM",
    "LIKE_NUM",
    "IS_ALPHA",
    "IS_DIGIT",
    "IS_LOWER",
    "IS_PUNCT",
    "IS_SPACE",
    "IS_TITLE",
    "IS_UPPER",
]


def hurry(nlp: Language) -> None:
    """Spare a pipeline what nobody asks of a word, and its tokenizer affix rules on words of letters alone.

    Both are done for each new word, and in a memory zone all words of a text are new.
    """
    vocab: Any = nlp.vocab
    vocab.lex_attr_getters = {IDS[asked]: vocab.lex_attr_getters[IDS[asked]] for asked in ASKED}
    tokenizer: Any = nlp.tokenizer
    exceptions, tokenizer.rules = tokenizer.rules, {}  # they would be read anew at each of these lines
    tokenizer.prefix_search = Rule(tokenizer.prefix_search.__self__).search
    tokenizer.suffix_search = Rule(tokenizer.suffix_search.__self__).search
    tokenizer.infix_finditer = Rule(tokenizer.infix_finditer.__self__).finditer
    tokenizer.rules = exceptions


class IndonesianDefaults(BaseDefaults):
    tokenizer_exceptions = exceptions()
    prefixes = TOKENIZER_PREFIXES
    suffixes = SUFFIXES
    infixes = INFIXES
    url_match: Any = None
    stop_words = set()  # noqa: RUF012 - the base class wants a set


class Indonesian(Language):  # type: ignore[no-untyped-call]  # spaCy's __init_subclass__ has no types
    """Indonesian with the lean tokenizer; registered as `id_piagam` by entry point."""

    lang = "id_piagam"
    Defaults = IndonesianDefaults

    def make_doc(self, text: str) -> Doc:
        """The text's tokens; a long stretch without a blank is cut, for its rules take time by the square
        of its length.
        """
        if _ENDLESS.search(text) is None:
            return super().make_doc(text)
        cuts = [0, *(found.end() for found in _ENDLESS.finditer(text)), len(text)]
        parts = [super(Indonesian, self).make_doc(text[a:b]) for a, b in pairwise(cuts) if a < b]
        words = [token.text for part in parts for token in part]
        return Doc(self.vocab, words, [bool(token.whitespace_) for part in parts for token in part])
