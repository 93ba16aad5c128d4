"""What a dataset says, without the article that is being checked and its copies, as voices of independent
sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from operator import eq
from typing import Literal
from urllib.parse import quote as percent_encoded

from extractor.dataset import Article, Award, Statement
from extractor.dataset.copies import ALIKE
from extractor.dataset.rows import Origin
from extractor.dataset.signature import signature
from extractor.factcheck.archive import Archive, Words
from extractor.factcheck.model import Quote, Stance
from extractor.model import Record, Verdict
from extractor.programmes import Programme
from extractor.regions.gazetteer import gazetteer

AROUND = 90
"""Characters of context on each side of a quotation; it ends at the sentence."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One independent source's word on a part of a claim; `says` is the value it gives."""

    family: str
    stance: Literal["agree", "disagree"]
    quote: Quote
    says: str = ""


@dataclass(frozen=True, slots=True)
class Weighed:
    """What the voices come to."""

    verdict: Verdict
    agree: int
    disagree: int
    quotes: tuple[Quote, ...]
    says: str
    """The value that most of those who disagree give."""

    @property
    def conflict(self) -> bool:
        return self.agree > 0 and self.disagree > 0


def weigh(voices: Iterable[Voice]) -> Weighed:
    """Supported where some agree and none disagrees, refuted the other way round, else open.

    A source that says both, in two places, decides nothing.
    """
    heard = list(voices)
    agree = {v.family for v in heard if v.stance == "agree"}
    disagree = {v.family for v in heard if v.stance == "disagree"}
    both = agree & disagree
    for_, against = agree - both, disagree - both
    verdict: Verdict = "not_enough_info"
    if not both and (bool(for_) != bool(against)):
        verdict = "supported" if for_ else "refuted"
    said = [v.says for v in heard if v.stance == "disagree"]
    says = max(sorted(set(said)), key=said.count) if said else ""
    quotes = tuple(dict.fromkeys(_Key(v.quote) for v in heard))
    return Weighed(verdict, len(agree), len(disagree), tuple(key.quote for key in quotes), says)


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    quote: Quote

    def _of(self) -> tuple[object, ...]:
        q = self.quote
        return q.source, q.url, q.part, q.start, q.end, q.stance

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self._of() == other._of()

    def __hash__(self) -> int:
        return hash(self._of())


class Sources:
    """The dataset's side of the argument; without a dataset it is silent.

    `own` is the text of the article that makes the claims: it and its copies are left out.
    """

    def __init__(self, archive: Archive, own: str | None = None, own_id: str | None = None) -> None:
        self.dataset = archive.dataset
        self._archive = archive
        self._own = own
        self._own_id = own_id

    def awards(self, programme: Programme, edition: int | None, code: str) -> list[Award]:
        """Awards of the region; without an edition those of every one."""
        if self.dataset is None:
            return []
        return self.dataset.awards(programme=programme.id, edition=edition, region=code)

    def statements(self, award: Award, field: str | None = None) -> list[Statement]:
        if self.dataset is None:
            return []
        rows = self.dataset.statements(award.id, field)
        return [row for row in rows if not self.is_own(row.article_id)]

    def decided(self, award: Award, field: str) -> str | None:
        """The value that an editor decided on, where there is one."""
        if self.dataset is None:
            return None
        rows = self.dataset.preferred(award.id)
        return next((row.value for row in rows if row.field == field and row.why == "decision"), None)

    def announces(self, article_id: str, day: str | None) -> bool:
        """Whether the article came out before the award's day: it can only tell that the award will come."""
        article = self.article(article_id)
        published = article.published if article is not None else None
        return bool(published and day and len(day) == 10 and published[:10] < day)

    def on(self, programme: Programme, edition: int | None) -> Iterator[str]:
        """Ids of the articles with an award of that edition, in order; earlier results told in passing do
        not count."""
        known = self._archive.reporters(programme.id, edition)
        return (article_id for article_id in known if not self.is_own(article_id))

    def reports(self, article_id: str, programme: Programme, edition: int | None) -> bool:
        """Whether the article is one of those."""
        return article_id in self._archive.reporters(programme.id, edition) and not self.is_own(article_id)

    def article(self, article_id: str) -> Article | None:
        return self._archive.article(article_id)

    def articles(self, *groups: Words) -> Iterator[Article]:
        """The articles that may speak and hold a word of each group, and perhaps others, in order."""
        yield from self._speaking(self._archive.holding(*groups))

    def articles_with(self, words: Words, pattern: re.Pattern[str], *groups: Words) -> Iterator[Article]:
        """Those that hold one of the words, and those that `Archive.matching` gives."""
        found = {*self._archive.holding(words), *self._archive.matching(pattern, *groups)}
        yield from self._speaking(sorted(found))

    def _speaking(self, ids: Iterable[str]) -> Iterator[Article]:
        for article_id in ids:
            article = self.article(article_id)
            if article is not None and not self.is_own(article_id):
                yield article

    def is_own(self, article_id: str) -> bool:
        """Whether the article is the checked one or a copy of it."""
        if self._own is None and self._own_id is None:
            return False
        origin = self._archive.origin(article_id)
        if origin is None:
            return False
        if self._own_id in (article_id, origin.page_id):
            return True
        return origin.family == self._own_family or self._is_copy(article_id, origin)

    def _is_copy(self, article_id: str, origin: Origin) -> bool:
        """Whether its text is the checked one: by the dataset's own measure, else equal but for spaces."""
        if self._own is None or bool(origin.minhash) != bool(self._own_sketch):
            return False
        if origin.minhash:
            return alike(origin.minhash, self._own_sketch)
        article = self.article(article_id)
        return article is not None and article.text.split() == self._own.split()

    @cached_property
    def _own_sketch(self) -> bytes:
        return signature(self._own or "")

    @cached_property
    def _own_family(self) -> str | None:
        known = self._archive.origin(self._own_id) if self._own_id else None
        return known.family if known else None

    def quote(self, article: Article, start: int, end: int, stance: Stance, part: str = "text") -> Quote:
        """The sentence around [start, end) of the article's text, or the title."""
        text = article.text if part == "text" else article.title or ""
        a, b = sentence_around(text, start, end) if part == "text" else (0, len(text))
        words = text[a:b]
        return Quote(
            source=article.source or article.id,
            url=article.url,
            link=fragment(article.url, words),
            text=words,
            part="text" if part == "text" else "title",
            start=a,
            end=b,
            article=article.id,
            stance=stance,
        )

    def voice(self, row: Statement, stance: Literal["agree", "disagree"], says: str = "") -> Voice:
        """A statement as a voice, with the words it was read from."""
        article = self.article(row.article_id)
        if article is None or row.start is None or row.end is None:
            plain = Quote(
                source=row.source or row.article_id, url=row.url, text=row.text, article=row.article_id
            )
            return Voice(row.family, stance, plain.model_copy(update={"stance": stance}), says or row.value)
        quote = self.quote(article, row.start, row.end, stance, row.part or "text")
        return Voice(row.family, stance, quote, says or row.value)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch around a mark that a reader can take in: its line, cut at sentence ends where it is
    long."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    right = len(text) if right < 0 else right
    if start - left > AROUND:
        stop = max(text.rfind(". ", left, start) + 2, text.rfind("! ", left, start) + 2)
        left = max(left, stop if stop > 1 else left)
    if right - end > AROUND:
        stops = [at for mark in (". ", "! ", "? ") if (at := text.find(mark, end, right)) >= 0]
        right = min(stops) + 1 if stops else right
    return left, right


def fragment(url: str | None, words: str) -> str | None:
    """The address with a text fragment, which opens the page at the words: `#:~:text=first,last` for long
    ones."""
    if url is None or not url.startswith(("http://", "https://")) or not words.strip():
        return None
    parts = words.split()
    ends = [" ".join(parts)] if len(parts) <= 8 else [" ".join(parts[:4]), " ".join(parts[-4:])]
    encoded = ",".join(percent_encoded(end, safe="").replace("-", "%2D") for end in ends)
    return f"{url.split('#', 1)[0]}#:~:text={encoded}"


def reference(programme: Programme, sources: tuple[str, ...], fact: str, stance: Stance) -> Quote:
    """A reference fact as evidence."""
    cited = programme.cite(sources)
    url = cited[0] if cited else None
    return Quote(source=programme.id, url=url, link=url, text=fact, kind="reference", stance=stance)


def alike(one: bytes, other: bytes) -> bool:
    """Whether two signatures are those of copies."""
    a, b = memoryview(one).cast("I"), memoryview(other).cast("I")
    return bool(sum(map(eq, a, b)) >= ALIKE * len(a))


def codes(record: Record) -> list[str]:
    """The codes that the record's region may mean."""
    if record.region.code:
        return [record.region.code]
    named = [region.code for region in record.candidates if region.code]
    return named or [region.code for region in gazetteer().find(record.region.name)]
