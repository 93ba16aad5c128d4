"""Programmes and tiers: names and aliases from the catalogue, with the cues that tell a tier from a common
word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractor.pipes.base import Data, PatternPipe, longest
from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import ProgrammeMention, TierMention, group_of, tokens_of
from extractor.pipes.tiers import TierReader
from extractor.programmes.catalogue import load_catalogue
from extractor.programmes.model import Programme
from extractor.regions.gazetteer import gazetteer

__all__ = ["Awards", "ProgrammeMention", "TierMention", "award_data", "make_awards"]

YEAR = re.compile(r"(?:19|20)\d\d")
YEAR_WORDS = frozenset(lexicon("tiers")["year_words"])
YEAR_REACH = 5  # tokens behind a programme's name in which its year stands
PROVINCE = "{province}"  # in an alias, stands for the name of any province
ABBREVIATION = 5  # characters up to which a name of one word is read as an abbreviation


def of_provinces(alias: str) -> list[str]:
    """An alias, once for every name of every province where it holds "{province}"."""
    if PROVINCE not in alias:
        return [alias]
    names = (n for n in gazetteer().names() if any(len(code) == 2 for code in n.codes))
    return list(dict.fromkeys(alias.replace(PROVINCE, n.surface) for n in names))


def award_data(programmes: Iterable[Programme]) -> Data:
    """The patterns that the programmes' names and tiers make."""
    rows = {
        p.id: {
            "strong": [name for alias in (p.name, *p.aliases) for name in of_provinces(alias)],
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
    """Marks programmes (`span._.programme`) and tiers (`span._.tier`).  Needs the regions and officials."""

    group = "programmes"

    @classmethod
    def default_data(cls) -> Data:
        return award_data(load_catalogue().programmes)

    def build(self) -> None:
        rows: dict[str, Any] = self.data["programmes"]
        kinds = ("strong", "weak", "other")
        self.programmes = self.phrases(
            {f"{kind}:{pid}": row[kind] for pid, row in rows.items() for kind in kinds if row[kind]}
        )
        self.reader = TierReader(rows, self.data["words"])
        self.tiers = self.phrases({text: [text] for text in self.reader.meanings})

    def __call__(self, doc: Doc) -> Doc:
        self.ready()
        programmes = self.mark(doc)
        doc.spans["programmes"] = programmes
        taken = tokens_of(group_of(doc, "officials"))
        matches = [
            m for m in longest(self.tiers(doc, as_spans=True)) if taken.isdisjoint(range(m.start, m.end))
        ]
        doc.spans["tiers"] = self.reader.mark(doc, matches)
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

    @staticmethod
    def wrong_case(match: Span) -> bool:
        """Whether an abbreviation ("APE", "KLA") is written as an ordinary word, or a name
        without a capital.
        """
        text = match.text
        if len(match) == 1 and len(text) <= ABBREVIATION:
            return not text.isupper() and not (text[0].isupper() and any(c.isupper() for c in text[1:]))
        return not any(c.isupper() for c in text)

    @staticmethod
    def year_beside(doc: Doc, match: Span) -> int | None:
        """The year right behind a programme's name: "UHC Awards 2026", "KLA (KLA) Tahun 2025", the later of
        "2024/2025".
        """
        for at in range(match.end, min(match.end + YEAR_REACH, len(doc))):
            word = doc[at].text
            if YEAR.fullmatch(word):
                later = doc[at + 2].text if at + 2 < len(doc) and doc[at + 1].text in ("-", "–", "/") else ""
                return int(later) if YEAR.fullmatch(later) else int(word)
            short_name = word.isupper() and len(word) <= 8 and doc[at - 1].text == "("
            if word.lower() not in YEAR_WORDS and not short_name:
                return None
        return None


@Language.factory("piagam_awards")
def make_awards(nlp: Language, name: str) -> Awards:
    return Awards.of(nlp)
