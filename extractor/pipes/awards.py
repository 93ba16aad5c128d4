"""Programmes and tiers: names and aliases from the catalogue, with the cues that tell a tier from a common word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.pipes.base import Data, PatternPipe, longest
from extractor.pipes.lexicon import lexicon
from extractor.programmes.catalogue import load_catalogue
from extractor.programmes.model import Programme

YEAR = re.compile(r"(?:19|20)\d\d")
FAR = 7  # tokens between a cue and its tier
YEAR_WORDS = frozenset(["tahun", "ta", "th", "tahun anggaran", "anggaran", "pada", "di", "periode", "edisi", "nasional", "tingkat", "untuk", "(", ")", ",", "kategori"])


@dataclass(frozen=True, slots=True)
class ProgrammeMention:
    """A programme by name; `weak` names its subject only ("Universal Health Coverage"); `year` stands beside it."""

    id: str
    weak: bool
    year: int | None = None


@dataclass(frozen=True, slots=True)
class TierMention:
    """What a tier word may mean: (programme id, tier id) pairs; `sure` where a cue or the word itself says so."""

    options: tuple[tuple[str, str], ...]
    sure: bool


def award_data(programmes: Iterable[Programme]) -> Data:
    """The patterns that the programmes' names and tiers make."""
    rows = {
        p.id: {
            "strong": [p.name, *p.aliases],
            "weak": list(p.weak_aliases),
            "other": list(p.not_to_confuse),
            "tiers": [[tier.id, form.text, form.bare] for tier in p.tiers for form in tier.forms()],
            "ranks": p.ranks,
            "cues": [cue for cue in p.tier_cues if " " not in cue],
        }
        for p in programmes
    }
    return {"programmes": rows, "words": lexicon("tiers")}


class Awards(PatternPipe):
    """Marks programmes (`span._.programme`) and tiers (`span._.tier`).  Needs the officials."""

    group = "programmes"

    @classmethod
    def default_data(cls) -> Data:
        return award_data(load_catalogue().programmes)

    def build(self) -> None:
        rows: dict[str, Any] = self.data["programmes"]
        self.programmes = self.phrases(
            {f"{kind}:{pid}": row[kind] for pid, row in rows.items() for kind in ("strong", "weak", "other") if row[kind]}
        )
        self.meanings: dict[str, list[tuple[str, str, bool]]] = {}
        for pid, row in rows.items():
            for tier, text, alone in row["tiers"]:
                for form in (text, f"{text}.") if text[-2:-1] in ("", " ") else (text,):  # "SAKIP A." ends a sentence
                    self.meanings.setdefault(form.lower(), []).append((pid, tier, alone))
        self.ranked = {pid for pid, row in rows.items() if row["ranks"]}
        self.tiers = self.phrases({text: [text] for text in self.meanings})
        self.region_ends: set[int] = set()
        self.words = {name: frozenset(words) for name, words in self.data["words"].items()}
        self.cues = self.words["cues"] | {cue for row in rows.values() for cue in row["cues"]} - {"award", "hasil"}

    def __call__(self, doc: Doc) -> Doc:
        self.ready()
        taken = {i for span in doc.spans.get("officials", ()) for i in range(span.start, span.end)}
        programmes = self.mark(doc)
        self.region_ends = {span.end - 1 for span in doc.spans.get("regions", ())}
        doc.spans["programmes"] = programmes
        doc.spans["tiers"] = self.mark_tiers(doc, programmes, taken)
        return doc

    def mark(self, doc: Doc) -> list[Span]:
        found = []
        for match in longest(self.programmes(doc, as_spans=True)):
            kind, _, pid = match.label_.partition(":")
            if kind == "other" or self.wrong_case(match):
                continue
            match._.programme = ProgrammeMention(pid, kind == "weak", self.year_beside(doc, match))
            found.append(match)
        return found

    def wrong_case(self, match: Span) -> bool:
        """Whether an abbreviation ("APE", "KLA") is written as an ordinary word, or a name without a capital."""
        text = match.text
        if len(match) == 1 and len(text) <= 5:
            return not text.isupper() and not (text[0].isupper() and any(c.isupper() for c in text[1:]))
        return not any(c.isupper() for c in text)

    @staticmethod
    def year_beside(doc: Doc, match: Span) -> int | None:
        """The year right behind a programme's name: "UHC Awards 2026", "KLA (KLA) Tahun 2025"."""
        for at in range(match.end, min(match.end + 5, len(doc))):
            word = doc[at].text
            if YEAR.fullmatch(word):
                later = doc[at + 2].text if at + 2 < len(doc) and doc[at + 1].text in ("-", "–", "/") else ""
                return int(later) if YEAR.fullmatch(later) else int(word)
            if word.lower() not in YEAR_WORDS and not (word.isupper() and len(word) <= 8 and at > match.end - 1 and doc[at - 1].text == "("):
                return None
        return None

    def mark_tiers(self, doc: Doc, programmes: list[Span], taken: set[int]) -> list[Span]:
        ends = {span.end: span for span in programmes}
        found: list[Span] = []
        for match in longest(self.tiers(doc, as_spans=True)):
            if any(i in taken for i in range(match.start, match.end)):
                continue
            sure = self.cued(doc, match, ends, found)
            options = tuple((pid, tier) for pid, tier, alone in self.meanings[match.label_] if sure or alone and (pid in self.ranked or self.capital(match)))
            if options and not (found and self.is_gloss(doc, match, found[-1])):
                match._.tier = TierMention(options, sure)
                found.append(match)
        return found

    @staticmethod
    def capital(match: Span) -> bool:
        return match.text[0].isupper() or match.text.isupper()

    @staticmethod
    def is_gloss(doc: Doc, match: Span, before: Span) -> bool:
        """Whether a tier only explains the one before: "BB (sangat baik)"."""
        same = {pid for pid, _ in match._.tier.options} if match._.tier else {pid for pid, _ in before._.tier.options}
        opens = match.start - before.end == 1 and doc[before.end].text == "("
        return opens and bool(same & {pid for pid, _ in before._.tier.options})

    def cued(self, doc: Doc, match: Span, ends: dict[int, Span], found: list[Span]) -> bool:
        """Whether the words around a tier word say that it is one."""
        before = doc[match.start - 1] if match.start else None
        after = doc[match.end] if match.end < len(doc) else None
        if before is not None and (before.lower_ in self.words["names_before"] and before.lower_ not in self.cues):
            return False
        if after is not None and after.text[0].isupper() and after.lower_ in self.words["names_after"]:
            return False
        if any(token.lower_ in self.cues for token in match[:-1]):
            return True
        if len(match.text) <= 2:
            return match.text.isupper() and before is not None and self.letter(doc, match, found)
        if self.cue_before(doc, match):
            return True
        if self.behind_programme(doc, match, ends) or self.listed(doc, match, found):
            return self.capital(match) or self.listed(doc, match, found)
        if before is not None and before.lower_ in ("yang", "untuk", "lalu", "sedangkan", "adapun") and after is not None and after.lower_ in (",", "cakupan", "cakupannya", "minimal", "syaratnya", "kepesertaan", "keaktifan"):
            return True  # "Untuk madya cakupannya minimal 98 persen"
        if not self.capital(match) or before is None:
            return False
        if after is not None and after.like_num and match.end + 1 < len(doc) and doc[match.end + 1].lower_ in ("daerah", "kabupaten", "kota", "provinsi", "pemda", "kabupaten/kota"):
            return True  # "Utama 8 daerah, Nindya 66 daerah"
        if before.i in self.region_ends or before.lower_ in ("pemprov", "pemkab", "pemkot"):
            return after is None or not after.text[0].isupper()
        if before.text in ("“", '"', "‘", "'", "(") or before.lower_ in self.words["leads"]:
            return after is None or not (after.text[0].isupper() and after.is_alpha and before.lower_ not in self.words["leads"])
        return False

    def cue_before(self, doc: Doc, match: Span) -> bool:
        for at in range(match.start - 1, max(match.start - FAR, -1), -1):
            word = doc[at].lower_
            if word in self.cues:
                return True
            if word not in self.words["fillers"]:
                return False
        return False

    def behind_programme(self, doc: Doc, match: Span, ends: dict[int, Span]) -> bool:
        """Whether a tier stands right behind its programme's name: "KLA Nindya", "Swasti Saba (2023) Wistara"."""
        for at in range(match.start, max(match.start - 4, 0), -1):
            if at in ends:
                pid = ends[at]._.programme.id
                return any(pid == p for p, _, _ in self.meanings[match.label_])
            word = doc[at - 1].text
            if not (YEAR.fullmatch(word) or word.lower() in ("tahun", "(", ")", "“", '"', "award", "nasional", "‘", ",")):
                return False
        return False

    def listed(self, doc: Doc, match: Span, found: list[Span]) -> bool:
        """Whether a tier goes on a list of tiers: "Utama, Madya, dan Pratama"."""
        if not found:
            return False
        between = [t.lower_ for t in doc[found[-1].end : match.start]]
        joined = all(word.isdigit() or word in (",", "dan", "/", "atau", "serta", "ke", "hingga", "sampai", "&", "”", "“", '"', "langsung", "menjadi", "-", "–") for word in between)
        return joined and len(between) <= 5 and found[-1]._.tier.sure

    def letter(self, doc: Doc, match: Span, found: list[Span]) -> bool:
        """Whether a single or double letter is a grade."""
        word = doc[match.start - 1].lower_
        if not word.isalpha() and match.start > 1:
            word = doc[match.start - 2].lower_
        after = doc[match.end] if match.end < len(doc) else None
        if word in ("predikat", "nilai") and match.text.endswith("."):
            return True
        if after is not None and after.text in (".", "'") and after.i + 1 < len(doc) and doc[match.end - 1].whitespace_ == "" and doc[after.i + 1].text[0].isupper() and len(match.text) == 1:
            return word in ("predikat", "nilai", "kategori")
        return word in self.words["letter_cues"] or self.listed(doc, match, found)


Span.set_extension("programme", default=None, force=True)
Span.set_extension("tier", default=None, force=True)


@Language.factory("piagam_awards")
def make_awards(nlp: Language, name: str) -> Awards:
    return Awards.of(nlp)
