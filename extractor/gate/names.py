"""What makes a page speak of an award: the names of programmes, and tiers that no other programme has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.pipes.awards import of_provinces
from extractor.pipes.lexicon import lexicon
from extractor.programmes.model import Programme

Words = tuple[str, ...]

_WORD = re.compile(r"[^\W_]+")
ABBREVIATION = 5  # characters up to which the awards pipe reads a name of one word as an abbreviation


@dataclass(frozen=True, slots=True)
class Names:
    """`names`: each as its words, in any case; `abbreviations`: single words that begin with a capital."""

    names: tuple[Words, ...]
    abbreviations: tuple[str, ...]


def names_of(programmes: Iterable[Programme]) -> Names:
    """What the awards pipe takes as naming a programme.

    A subject word ("opini") is not among them, for every site has pages about it: it helps to read an
    article that names its award otherwise.  Subjects of figures are, for their figures are read without an
    award.
    """
    programmes = tuple(programmes)
    named = [alias for p in programmes for alias in (p.name, *p.aliases, *p.weak_aliases)]
    forms = [form for alias in named for form in of_provinces(alias) if not is_subject(form)]
    told = (*forms, *_telling_tiers(programmes), *lexicon("gate")["subjects"])
    split = {words for form in told if (words := words_of(form))}
    long = {words for words in split if not is_abbreviation(words)}
    return Names(
        names=tuple(sorted(words for words in long if not _holds_another(words, long))),
        abbreviations=tuple(sorted(words[0] for words in split - long)),
    )


def words_of(form: str) -> Words:
    """The words of a name in lower case; what stands between them is no part of the name here."""
    return tuple(word.lower() for word in _WORD.findall(form))


def is_abbreviation(words: Words) -> bool:
    return len(words) == 1 and len(words[0]) <= ABBREVIATION


def is_subject(form: str) -> bool:
    """Whether a name is one ordinary word, which the catalogue writes in lower case."""
    return " " not in form and form.islower()


def _telling_tiers(programmes: Iterable[Programme]) -> Iterator[str]:
    """Tiers that need no cue and that one programme alone has; behind its subject word where it has one."""
    owners: Counter[str] = Counter()
    for programme in programmes:
        owners.update({form.text.lower() for tier in programme.tiers for form in tier.forms()})
    for programme in programmes:
        subjects = [alias for alias in programme.weak_aliases if is_subject(alias)]
        for tier in () if programme.ranks else programme.tiers:
            alone = [form.text for form in tier.forms() if form.bare and owners[form.text.lower()] == 1]
            yield from [f"{subject} {text}" for text in alone for subject in subjects] if subjects else alone


def _holds_another(words: Words, others: set[Words]) -> bool:
    """Whether a shorter name inside this one finds it as well: "Penghargaan Adipura", "Adipura"."""
    ends = range(1, len(words) + 1)
    runs = (words[start:end] for end in ends for start in range(end))
    return any(run != words and run in others for run in runs)
