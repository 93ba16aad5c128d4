"""Personal names: where one begins and ends, and what is left of it without degrees and honorifics."""

from __future__ import annotations

import re
from collections.abc import Container

from spacy.tokens import Doc, Token

from extractor.pipes.base import Data

DEGREE = re.compile(r"^(?:S|M|Sp|Ph|B|A|LL|D|AP)\.(?:[A-Z][A-Za-z]{0,4}\.?)+(?:[A-Z]\.?)*$|^[A-Z](?:\.[A-Z]){1,4}\.?$")
MOST = 7  # words of a name
QUOTES = {"“": "”", '"': '"', "‘": "’", "(": ")", "'": "'"}


def bare(text: str) -> str:
    """A word without its dots, in lower case: "S.Sos." -> "ssos"."""
    return text.replace(".", "").replace(",", "").lower()


class NameReader:
    """Reads names from the word lists of `patterns/names.yaml`."""

    def __init__(self, data: Data, verbs: Container[str]) -> None:
        self.honorifics = frozenset(data["honorifics"])
        self.split = dict(data["split_honorifics"])
        self.degrees = frozenset(data["degrees"])
        self.particles = frozenset(data["particles"])
        self.stop = frozenset(data["stop"])
        self.verbs = verbs

    def honorific(self, token: Token) -> bool:
        word = bare(token.text)
        return word in self.honorifics and (token.text[0].isupper() or "." in token.text or word in ("dr", "drg", "drh"))

    def degree(self, token: Token) -> bool:
        text = token.text
        if not text[0].isupper() and text[:2] not in ("dr", "pH"):
            return False
        return bare(text) in self.degrees and (text.isupper() or "." in text or len(text) <= 5 and not text.istitle()) or bool(
            DEGREE.match(text) and len(text) > 2
        )

    def part(self, token: Token) -> bool:
        """Whether a token can stand inside a name."""
        text = token.text
        if not text[0].isupper():
            return text.lower() in self.particles
        word = token.lower_.rstrip(".")
        if word in self.stop or word in self.verbs:
            return False
        return all(c.isalpha() or c in ".'’`‘-" for c in text)

    def read(self, doc: Doc, start: int, blocked: Container[int]) -> tuple[int, int, str] | None:
        """(first token, end, clean name) of a name at token `start`; the end lies behind degrees and nicknames.

        `blocked` holds tokens that belong to something else, such as the next office.
        """
        at = self.skip_honorifics(doc, start)
        prefix = [self.split[bare(t.text)] for t in doc[start:at] if bare(t.text) in self.split]
        words: list[Token] = []
        while at < len(doc) and len(words) < MOST and at not in blocked:
            token = doc[at]
            if not words and not token.text[0].isupper() or not self.part(token):
                break
            if words and self.degree(token) and len(token) > 2 and (doc[at - 1].text == "," or len(words) > 1):
                break
            if not (self.honorific(token) and len(token) > 1 and not words):
                words.append(token)
            at += 1
            if token.whitespace_ == "" and at < len(doc) and doc[at].text in (".", ","):
                break
        while words and words[-1].lower_ in self.particles:
            words.pop()
            at -= 1
        if not words or len("".join(w.text for w in words)) < 3:
            return None
        end = self.skip_tail(doc, at)
        name = " ".join([*prefix, *(w.text for w in words)]).rstrip(".,-")
        return words[0].i, end, name

    def skip_honorifics(self, doc: Doc, at: int) -> int:
        while at < len(doc) - 1:
            token, following = doc[at], doc[at + 1]
            if self.honorific(token) and (following.text[0].isupper() or following.text in (".", "(") or self.honorific(following)):
                at += 2 if following.text == "." else 1
            elif token.text == "(" and self.honorific(following) and at + 2 < len(doc) and doc[at + 2].text == ")":
                at += 3
            elif token.text == "(" and bare(following.text) in ("hc", "purn", "p", "ret") and at + 2 < len(doc):
                at += 3
            else:
                break
        return at

    def skip_tail(self, doc: Doc, at: int) -> int:
        """The end of a name at `at`, behind its degrees ("S.H., M.M.") and a nickname in brackets or quotes."""
        end = at
        while at < len(doc):
            token = doc[at]
            if token.text in (",", ".") and at + 1 < len(doc) and self.degree(doc[at + 1]):
                at += 1
            elif self.degree(token):
                at = end = at + 1
            elif token.text in QUOTES and at + 2 < len(doc) and doc[at + 1].text[0].isupper():
                close = next((i for i in range(at + 2, min(at + 5, len(doc))) if doc[i].text == QUOTES[token.text]), None)
                if close is None or close == at + 1:
                    break
                at = end = close + 1
            else:
                break
        return end
