"""People called by name alone, where the text has named them with their office elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span

from extractor.pipes.mentions import PersonMention, person_of, tokens_of

Key = tuple[tuple[str, ...], PersonMention]
SHORT_WORD = 4  # characters up to which one word of a name is also an ordinary word


def recalled(doc: Doc, found: list[Span]) -> Iterator[Span]:
    """Later and earlier places where a person of `found` is called by name alone, with the same value."""
    keys = keys_of(found)
    if not keys:
        return
    taken = tokens_of(found)
    for token in doc:
        for words, person in keys.get(token.text, ()):
            end = token.i + len(words)
            if len(words) == 1 and len(words[0]) <= SHORT_WORD and not speaks_on(doc, end):
                continue
            if stands_at(doc, token.i, words) and taken.isdisjoint(range(token.i, end)):
                span = Span(doc, token.i, end, label="official")
                span._.person = person
                taken.update(range(token.i, end))
                yield span
                break


def keys_of(found: Iterable[Span]) -> dict[str, list[Key]]:
    """The forms by which each named person is called, by first word, the longest first."""
    people: dict[str, PersonMention] = {}
    for person in map(person_of, found):
        if person.name:
            people.setdefault(person.name, person)
    keys: dict[str, list[Key]] = {}
    for name, person in people.items():
        for words in short_forms(name):
            keys.setdefault(words[0], []).append((words, person))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in keys.items()}


def short_forms(name: str) -> Iterator[tuple[str, ...]]:
    """The whole name, and its first or last word where that is long enough to be called by."""
    words = tuple(name.split())
    yield words
    if len(words) > 1:
        for word in dict.fromkeys((words[0], words[-1])):
            if len(word) > SHORT_WORD and word.isalpha():
                yield (word,)
        if 3 <= len(words[0]) <= SHORT_WORD and words[0].isalpha():
            yield (words[0],)


def stands_at(doc: Doc, start: int, words: tuple[str, ...]) -> bool:
    end = start + len(words)
    return end <= len(doc) and tuple(t.text for t in doc[start:end]) == words


def speaks_on(doc: Doc, at: int) -> bool:
    """Whether a plain word follows, as behind the subject of a sentence: "Budi mengatakan"."""
    return at < len(doc) and doc[at].is_lower and doc[at].is_alpha
