"""Tier words: which of them are tiers where they stand, as told by the words around."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Span, Token

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import TierMention, group_of, programme_of, tier_of

YEAR = re.compile(r"(?:19|20)\d\d")
CUE_REACH = 7  # tokens between a cue and its tier
NAME_REACH = 4  # tokens between a programme's name and its tier
LIST_REACH = 5  # tokens between two tiers of one list

WORDS = lexicon("tiers")
CONDITION_LEADS = frozenset(WORDS["condition_leads"])
SENTENCE_ENDS = frozenset([".", "!", "?", ":", "”", '"', "–", "•"])
PARTING = frozenset([":", "=", "|", "→", "–", "—", "-"])  # between a region and its tier in a list
BULLETS = frozenset(["-", "–", "•", "*", ")"])
CONDITION_VERBS = frozenset(WORDS["condition_verbs"])
CONDITION_FOLLOWS = frozenset(WORDS["condition_follows"])
COUNTED = frozenset(WORDS["counted"])
BEHIND_NAME = frozenset(WORDS["behind_name"])
LIST_JOINTS = frozenset(WORDS["list_joints"])
GRADE_WORDS = frozenset(["predikat", "nilai", "kategori"])
GOVERNMENTS = frozenset(["pemprov", "pemkab", "pemkot"])
OPENING_MARKS = frozenset("“\"‘'(")
NO_CUES = frozenset(["award", "hasil"])  # cues of a programme that say too little for a tier


@dataclass(frozen=True, slots=True)
class Candidate:
    """A matched tier word with its neighbours, and the tier found before it."""

    match: Span
    before: Token | None
    after: Token | None
    last: Span | None

    @property
    def doc(self) -> Doc:
        return self.match.doc

    @property
    def capital(self) -> bool:
        return self.match.text[0].isupper() or self.match[-1].text[0].isupper()  # "badan publik Informatif"

    def follows(self, word: Token | None) -> bool:
        """Whether a capitalised word goes on behind the tier, as in a name."""
        return word is not None and word.text[0].isupper()


class TierReader:
    """Reads tiers from matched words.  `meanings`: written form -> (programme, tier, whether it stands
    alone).
    """

    def __init__(self, rows: dict[str, Any], words: dict[str, list[str]]) -> None:
        self.meanings = self.read_meanings(rows)
        self.ranked = {pid for pid, row in rows.items() if row["ranks"]}
        self.words = {name: frozenset(listed) for name, listed in words.items()}
        self.cues = self.words["cues"] | {cue for row in rows.values() for cue in row["cues"]} - NO_CUES
        self.named: dict[int, str] = {}
        self.begins: dict[int, str] = {}
        self.region_ends: set[int] = set()

    @staticmethod
    def read_meanings(rows: dict[str, Any]) -> dict[str, list[tuple[str, str, bool]]]:
        meanings: dict[str, list[tuple[str, str, bool]]] = {}
        for pid, row in rows.items():
            for tier, text, alone in row["tiers"]:
                is_letter = text[-2:-1] in ("", " ")
                for form in (text, f"{text}.") if is_letter else (text,):  # "SAKIP A." ends a sentence
                    meanings.setdefault(form.lower(), []).append((pid, tier, alone))
        return meanings

    def mark(self, doc: Doc, matches: Iterable[Span]) -> list[Span]:
        """Those of the matches that are tiers, with `span._.tier` set.  Needs the programmes and regions."""
        self.named = {span.end: programme_of(span).id for span in group_of(doc, "programmes")}
        self.begins = {span.start: programme_of(span).id for span in group_of(doc, "programmes")}
        self.region_ends = {span.end - 1 for span in group_of(doc, "regions")}
        found: list[Span] = []
        for match in matches:
            candidate = Candidate(
                match,
                before=doc[match.start - 1] if match.start else None,
                after=doc[match.end] if match.end < len(doc) else None,
                last=found[-1] if found else None,
            )
            sure = self.is_cued(candidate)
            options = self.options(candidate, sure=sure)
            if options and not self.is_gloss(candidate, options):
                match._.tier = TierMention(options, sure)
                found.append(match)
        return found

    def options(self, candidate: Candidate, *, sure: bool) -> tuple[tuple[str, str], ...]:
        """What the word may mean: anything where it is sure, else what its programme lets stand alone."""
        return tuple(
            (pid, tier)
            for pid, tier, alone in self.meanings[candidate.match.label_]
            if sure or (alone and (pid in self.ranked or candidate.capital))
        )

    @staticmethod
    def is_gloss(candidate: Candidate, options: tuple[tuple[str, str], ...]) -> bool:
        """Whether a tier only explains the one before, of the same programme: "BB (sangat baik)"."""
        last = candidate.last
        if last is None:
            return False
        opens = candidate.match.start - last.end == 1 and candidate.doc[last.end].text == "("
        return opens and not tier_of(last).programmes.isdisjoint(pid for pid, _ in options)

    def is_cued(self, candidate: Candidate) -> bool:
        """Whether the words around a tier word say that it is one."""
        match = candidate.match
        if self.stands_before_programme(candidate):
            return True
        if self.belongs_to_name(candidate):
            return False
        if any(token.lower_ in self.cues for token in match[:-1]):
            return True
        if self.is_in_brackets(candidate):
            return True
        if len(match.text) <= 2:
            return match.text.isupper() and candidate.before is not None and self.is_grade(candidate)
        if self.has_cue_before(match):
            return True
        listed = self.is_listed(candidate)
        if listed or self.is_behind_programme(match):
            return candidate.capital or listed
        return self.opens_condition(candidate) or self.is_capital_tier(candidate)

    def is_in_brackets(self, candidate: Candidate) -> bool:
        """Whether a tier stands in brackets behind a score or a region: "67,93 (B)", "Kota X (Madya)"."""
        match, doc = candidate.match, candidate.doc
        if match.start < 2 or match.end >= len(doc) or doc[match.start - 1].text != "(":
            return False
        told = doc[match.start - 2]
        scored = told.like_num or told.text[0].isdigit() or told.i in self.region_ends
        return scored and doc[match.end].text == ")" and candidate.capital

    def belongs_to_name(self, candidate: Candidate) -> bool:
        """Whether a neighbour makes the word part of another name: "Direktur Utama", "Utama Karya"."""
        before, after = candidate.before, candidate.after
        if (
            before is not None
            and before.lower_ in self.words["names_before"]
            and before.lower_ not in self.cues
        ):
            return True
        return after is not None and candidate.follows(after) and after.lower_ in self.words["names_after"]

    def stands_before_programme(self, candidate: Candidate) -> bool:
        """Whether a capitalised tier leads its own programme's name: "Madya UHC Awards 2026"."""
        before = candidate.before
        if not candidate.capital or candidate.match.end not in self.begins:
            return False
        if before is not None and before.lower_ in self.words["names_before"] - self.words["bar_words"]:
            return False
        pid = self.begins[candidate.match.end]
        return any(pid == meant for meant, _, _ in self.meanings[candidate.match.label_])

    @staticmethod
    def opens_condition(candidate: Candidate) -> bool:
        """Whether the words around state what a tier demands: "Untuk madya cakupannya minimal 98 persen"."""
        before, after = candidate.before, candidate.after
        if after is None:
            return False
        if candidate.capital and (
            before is None or before.is_space or before.text in SENTENCE_ENDS | BULLETS
        ):
            if after.text == ":":
                return True  # "Utama: Kota A, Kota B"
            return after.is_alpha and (after.lower_ in CONDITION_FOLLOWS or after.lower_ in CONDITION_VERBS)
        return before is not None and before.lower_ in CONDITION_LEADS and after.lower_ in CONDITION_FOLLOWS

    def is_capital_tier(self, candidate: Candidate) -> bool:
        """Whether a capitalised word is a tier by its place: before a count, behind a region, a lead or a
        quote.
        """
        before, after = candidate.before, candidate.after
        if not candidate.capital or before is None:
            return False
        if self.is_counted(candidate) or self.has_count_before(candidate) or self.fills_line(candidate):
            return True
        if self.is_behind_region(before) or before.lower_ in GOVERNMENTS:
            return not candidate.follows(after)
        leads = before.lower_ in self.words["leads"]
        if before.text in OPENING_MARKS or leads:
            return after is None or leads or not (after.text[0].isupper() and after.is_alpha)
        return False

    def is_behind_region(self, before: Token) -> bool:
        """Whether a region ends at a token, or at the one before a colon: "Kota X: Utama"."""
        end = before.i - 1 if before.text in PARTING else before.i
        if end > 2 and before.doc[end].text == ")" and before.doc[end - 2].text == "(":
            end -= 3 if end - 3 in self.region_ends else 1  # "Kota X (X): Utama"
        return end in self.region_ends

    @staticmethod
    def fills_line(candidate: Candidate) -> bool:
        """Whether a tier is all that stands on its line: the heading of a list."""
        before, after = candidate.before, candidate.after
        opens = before is not None and "\n" in before.text
        return opens and after is not None and "\n" in after.text

    @staticmethod
    def is_counted(candidate: Candidate) -> bool:
        """Whether a number of regions stands behind: "Utama 8 daerah, Nindya 66 daerah"."""
        doc, after = candidate.doc, candidate.after
        unit = candidate.match.end + 1
        if after is None or not after.like_num:
            return False
        last = candidate.last
        if last is not None and candidate.match.start - last.end <= LIST_REACH:
            return True  # "Utama 8 daerah, Nindya 66"
        return after is not None and after.like_num and unit < len(doc) and doc[unit].lower_ in COUNTED

    @staticmethod
    def has_count_before(candidate: Candidate) -> bool:
        """Whether a count stands before a tier that no further name follows: "22 Utama, 69 Nindya"."""
        before, after = candidate.before, candidate.after
        if before is None or not before.text.isdigit() or YEAR.fullmatch(before.text):
            return False
        return after is None or not (after.is_alpha and after.text[0].isupper())

    def has_cue_before(self, match: Span) -> bool:
        """Whether a cue stands before with only fillers between: "predikat paling tinggi, “Utama”"."""
        doc = match.doc
        for at in range(match.start - 1, max(match.start - CUE_REACH, -1), -1):
            word = doc[at].lower_
            if word in self.cues:
                return True
            if word not in self.words["fillers"]:
                return False
        return False

    def is_behind_programme(self, match: Span) -> bool:
        """Whether a tier stands right behind its programme's name: "KLA Nindya", "Swasti Saba (2023)
        Wistara".
        """
        for at in range(match.start, max(match.start - NAME_REACH, 0), -1):
            if at in self.named:
                return any(self.named[at] == pid for pid, _, _ in self.meanings[match.label_])
            word = match.doc[at - 1].text
            if not (YEAR.fullmatch(word) or word.lower() in BEHIND_NAME):
                return False
        return False

    @staticmethod
    def is_listed(candidate: Candidate) -> bool:
        """Whether a tier goes on a list of tiers: "Utama, Madya, dan Pratama"."""
        last = candidate.last
        if last is None or not tier_of(last).sure:
            return False
        between = [t.lower_ for t in candidate.doc[last.end : candidate.match.start]]
        return len(between) <= LIST_REACH and all(word.isdigit() or word in LIST_JOINTS for word in between)

    def is_grade(self, candidate: Candidate) -> bool:
        """Whether a single or double letter is a grade."""
        doc, match = candidate.doc, candidate.match
        word = doc[match.start - 1].lower_
        if not word.isalpha() and match.start > 1:
            word = doc[match.start - 2].lower_
        if word in ("predikat", "nilai") and match.text.endswith("."):
            return True
        if len(match.text) == 1 and self.is_initial(candidate):
            return word in GRADE_WORDS
        return word in self.words["letter_cues"] or self.is_listed(candidate)

    @staticmethod
    def is_initial(candidate: Candidate) -> bool:
        """Whether a letter with a stop or an apostrophe and a capital behind looks like an initial: "A.
        Rahman".
        """
        doc, after = candidate.doc, candidate.after
        if after is None or after.text not in (".", "'") or after.i + 1 >= len(doc):
            return False
        return doc[candidate.match.end - 1].whitespace_ == "" and doc[after.i + 1].text[0].isupper()
