"""Datelines: "Palu, Sulteng (Agency) –" at the head of an article names where it was written, no region
honoured.
"""

from __future__ import annotations

import re

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.records.view import Stretch

WORDS = lexicon("recipients")
SUFFIXES = frozenset(WORDS["suffixes"])
DATELINE_WORDS = frozenset(WORDS["dateline_words"])
DASHES = frozenset(["–", "—", "-", "--", "||", "|"])
OPENING = re.compile(r"[^\n–—|]{0,70}?(?:\s?[–—]|\s?--|\s-\s|(?<=\w)-\s(?=[A-Z“\"])|\|\|)")
LOWER = re.compile(r"\b(?!com\b|id\b|net\b|news\b|co\b)[a-z]{3,}\b")
LEVELS = frozenset(["kabupaten", "kota", "provinsi"])
FIRST_SENTENCES = 4
LONGEST = 80  # characters of a dateline
REACH = 9  # tokens between a place and the dash of its dateline


def in_dateline(clause: Stretch, span: Span) -> bool:
    """Whether the mention stands before the dash or bracket of a dateline, at the start of a paragraph."""
    if clause.is_row:
        return False  # a row of a table
    if in_opening(clause, span) or heads_in_capitals(clause, span):
        return True
    if clause.is_title or span.start > clause.start + 6:
        return False
    if clause.start and "\n" not in clause.doc[clause.start - 1].text and clause.sentence > 2:
        return False
    return before_dash(clause, span)


def heads_in_capitals(clause: Stretch, span: Span) -> bool:
    """Whether a town in capitals opens the sentence and one name parts it from a dash: "JAKARTA, xnews –"."""
    if clause.is_title or span.start != clause.start or not span.text.isupper():
        return False
    return any(word in DASHES for word in clause.behind(span.end, 4))


def in_opening(clause: Stretch, span: Span) -> bool:
    """Whether the mention stands in the text's first words, which hold no verb and end with a dash."""
    if clause.is_title or clause.sentence > FIRST_SENTENCES or span.start_char >= LONGEST:
        return False
    opening = OPENING.match(clause.part.doc_text)
    return opening is not None and span.end_char <= opening.end() and not LOWER.search(opening[0])


def opens_bare(clause: Stretch, span: Span) -> bool:
    """Whether a bare name opens the text: "Palu: …", and no item of a list: "- Kota Palu: …"."""
    return clause.sentence <= 2 and span.start == clause.start and span[0].lower_ not in LEVELS


def before_dash(clause: Stretch, span: Span) -> bool:
    """Whether a dash or a web address follows, with nothing but names and days between."""
    for at in range(span.end, min(span.end + REACH, clause.end)):
        token = clause.doc[at]
        if "." in token.text and token.text.rsplit(".", 1)[1].lower() in SUFFIXES:
            return True
        if token.text in DASHES or (token.text == ":" and at <= span.end + 1 and opens_bare(clause, span)):
            return True
        if token.is_alpha and token.text[0].islower() and token.lower_ not in DATELINE_WORDS:
            return False
    return False
