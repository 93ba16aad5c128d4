"""Personal names: where one begins and ends, and what is left of it without degrees and honorifics."""

from __future__ import annotations

import re
from collections.abc import Container

from spacy.tokens import Doc, Token

from extractor.pipes.base import Data

DEGREE = re.compile(r"^(?:S|M|Sp|Ph|B|A|LL|D|AP)\.(?:[A-Z][a-z]{0,4}\.?)+$|^[A-Z](?:\.[A-Z]){1,4}\.?$")
MOST = 7  # words of a name
SHORT_DEGREE = 2  # letters of "SE", "MM", which are initials as well
SHORTEST = 3  # letters of a name
SMALL_TITLES = frozenset(["dr", "drg", "drh"])  # written small and without a dot as well
BRACKETED_TITLES = frozenset(["hc", "purn", "p", "ret"])  # "(H.C.)", "(Purn.)"
NICKNAME = 5  # tokens up to which quotes or brackets behind a name hold a nickname
QUOTES = {"“": "”", '"': '"', "‘": "’", "(": ")", "'": "'"}


def bare(text: str) -> str:
    """A word without its dots, in lower case: "S.Sos." -> "ssos"."""
    return text.replace(".", "").replace(",", "").lower()


class NameReader:
    """Reads names from the word lists of `patterns/names.yaml`."""

    def __init__(self, data: Data, verbs: Container[str], others: frozenset[str] = frozenset()) -> None:
        """`verbs` and `others` are further words that no name holds."""
        self.honorifics = frozenset(data["honorifics"])
        self.split = dict(data["split_honorifics"])
        self.degrees = frozenset(data["degrees"])
        self.particles = frozenset(data["particles"])
        self.stop = frozenset(data["stop"]) | others
        self.verbs = verbs

    def honorific(self, token: Token) -> bool:
        word = bare(token.text)
        return word in self.honorifics and (
            token.text[0].isupper() or "." in token.text or word in SMALL_TITLES
        )

    def degree(self, token: Token) -> bool:
        text = token.text
        if not text[0].isupper() and text[:2] not in ("dr", "pH"):
            return False
        written = text.isupper() or "." in text or (len(text) <= 5 and not text.istitle())
        if bare(text) in self.degrees and written:
            return True
        return len(text) > 2 and DEGREE.match(text) is not None

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
        """(first token, end, clean name) of a name at token `start`; the end lies behind degrees and
        nicknames.

        `blocked` holds tokens that belong to something else, such as the next office.
        """
        first = self.skip_honorifics(doc, start)
        prefix = [self.split[bare(t.text)] for t in doc[start:first] if bare(t.text) in self.split]
        words, at = self.words(doc, first, blocked)
        while words and words[-1].lower_ in self.particles:
            words.pop()
            at -= 1
        if not words or len("".join(w.text for w in words)) < SHORTEST:
            return None
        end = self.skip_tail(doc, at)
        name = " ".join([*prefix, *(w.text for w in words)]).rstrip(".,-")
        return words[0].i, end, name

    def words(self, doc: Doc, at: int, blocked: Container[int]) -> tuple[list[Token], int]:
        """The words of a name from token `at` on, and where they end."""
        words: list[Token] = []
        while at < len(doc) and len(words) < MOST and at not in blocked:
            token = doc[at]
            if not (words or token.text[0].isupper()) or not self.part(token):
                break
            if self.opens_degrees(doc, at, words):
                break
            if words or not (self.honorific(token) and len(token) > 1):
                words.append(token)
            at += 1
            if token.whitespace_ == "" and at < len(doc) and doc[at].text in (".", ","):
                break
        return words, at

    def opens_degrees(self, doc: Doc, at: int, words: list[Token]) -> bool:
        """Whether a word behind a name is the first of its degrees: "Budi Santoso, SE" or "SE MM"."""
        token = doc[at]
        if not words or not self.degree(token):
            return False
        if len(token) <= SHORT_DEGREE:
            return (
                not words[-1].is_upper and token.is_upper and len(token) > 1 and self.ends_name(doc, at + 1)
            )
        return doc[at - 1].text == "," or len(words) > 1

    def ends_name(self, doc: Doc, at: int) -> bool:
        """Whether no further word of a name stands at the token (another degree is none)."""
        return at >= len(doc) or self.degree(doc[at]) or not (doc[at].is_title and self.part(doc[at]))

    def skip_honorifics(self, doc: Doc, at: int) -> int:
        while at < len(doc) - 1:
            token, following = doc[at], doc[at + 1]
            if self.honorific(token) and self.goes_on(following):
                at += 2 if following.text == "." else 1
            elif (
                token.text == "("
                and self.honorific(following)
                and at + 2 < len(doc)
                and doc[at + 2].text == ")"
            ) or (token.text == "(" and bare(following.text) in BRACKETED_TITLES and at + 2 < len(doc)):
                at += 4 if at + 3 < len(doc) and doc[at + 3].text == "." else 3
            else:
                break
        return at

    def goes_on(self, following: Token) -> bool:
        """Whether a name or a further honorific can begin with the word behind an honorific."""
        return following.text[0].isupper() or following.text in (".", "(") or self.honorific(following)

    def before_degrees(self, doc: Doc, at: int) -> int:
        """The last token before degrees that end at token `at`: "Budi Santoso, S.E., M.M."."""
        while at > 1 and self.degree(doc[at]) and (doc[at - 1].text == "," or self.degree(doc[at - 1])):
            at -= 2 if doc[at - 1].text == "," else 1
        return at

    def skip_tail(self, doc: Doc, at: int) -> int:
        """The end of a name at `at`, behind its degrees ("S.H., M.M.") and a nickname in
        brackets or quotes.
        """
        end = at
        while at < len(doc):
            token = doc[at]
            if token.text in (",", ".") and at + 1 < len(doc) and self.degree(doc[at + 1]):
                at += 1
            elif self.degree(token):
                at = end = at + 1
            elif token.text in QUOTES and at + 2 < len(doc) and doc[at + 1].text[0].isupper():
                close = closing_quote(doc, at)
                if close is None or close == at + 1:
                    break
                at = end = close + 1
            else:
                break
        return end


def closing_quote(doc: Doc, at: int) -> int | None:
    """Where the quote or bracket that opens at token `at` closes, if that is soon."""
    wanted = QUOTES[doc[at].text]
    return next((i for i in range(at + 2, min(at + NICKNAME, len(doc))) if doc[i].text == wanted), None)
