"""Which programmes an article is about, which one each sentence speaks of, and the edition of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import date_of, programme_of, tier_of, tokens_of, venue_of
from extractor.programmes.catalogue import Catalogue
from extractor.programmes.model import Programme
from extractor.records.view import Part, Stretch, View

NOWHERE = 99
LAST_YEAR = 2029  # "Indonesia Layak Anak 2030" is a goal, no edition
WORDS = lexicon("editions")
REPORT_WORDS = frozenset(WORDS["report_words"])
YEAR_FILLERS = frozenset(WORDS["year_fillers"])
DECREE_WORDS = frozenset(WORDS["decree_words"])
TITLE_WEIGHT, LEAD_WEIGHT = 6, 3  # against 1 for a name further down
LEAD = 3  # the last of the first sentences
OVERTAKEN = 2  # years from a stated year to the ceremony after which it is another award's
WINNING = ("accept", "accept_passive", "give", "give_passive", "gain")
NEAR = 20  # tokens up to which a programme named later is the one meant


@dataclass(frozen=True, slots=True)
class Edition:
    """The year of a programme's award, and where it is said."""

    year: int | None
    span: Span | None = None
    part: Part | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Beside:
    """A year beside a programme's name; not `sure` where it looks back or ahead."""

    edition: Edition
    sure: bool


class Editions:
    """The programmes of an article, the main one first, with the sentence-by-sentence context."""

    def __init__(self, view: View, catalogue: Catalogue, published: str | None) -> None:
        self.view = view
        self.published = published is not None
        self.latest = int(published[:4]) if published else LAST_YEAR
        self.catalogue = catalogue
        self.counts = self.named()
        self.main = self.choose_main()
        self.context = self.read_context()
        self.years: dict[str, Edition] = {pid: self.edition(pid) for pid in self.counts}

    def named(self) -> Counter[str]:
        """How strongly the article names each programme."""
        counts: Counter[str] = Counter()
        for sentence in self.view.sentences:
            first = sentence.sentence <= LEAD
            weight = TITLE_WEIGHT if sentence.is_title else LEAD_WEIGHT if first else 1
            about = sentence.cue("award_noun") or (sentence.is_title and sentence.cue("accept", "gain"))
            for mention in map(programme_of, sentence.programmes):
                if not mention.weak:
                    counts[mention.id] += 2 * weight
                elif about:
                    counts[mention.id] += weight
            for tier in map(tier_of, sentence.tiers):
                programmes = tier.programmes
                if len(programmes) != 1 or not tier.sure:
                    continue
                pid = programmes.pop()
                if not self.programme(pid).ranks:  # plain ranks may be any award's
                    counts[pid] += weight
        return counts

    def choose_main(self) -> str | None:
        """The programme named most; of equals the one named first."""
        order = [programme_of(s).id for _, s in self.view.all("programmes")]
        return max(
            self.counts,
            key=lambda pid: (self.counts[pid], -order.index(pid) if pid in order else -NOWHERE),
            default=None,
        )

    def read_context(self) -> list[str | None]:
        """The programme each sentence speaks of: its own last named one, else that of the sentence before."""
        context, current = [], self.main
        for sentence in self.view.sentences:
            named = [programme_of(s).id for s in self.strong(sentence)]
            if named:
                current = self.main if self.main in named else named[0]
            context.append(current)
        return context

    def strong(self, sentence: Stretch) -> list[Span]:
        """The programmes that a sentence calls by name."""
        return [
            s for s in sentence.programmes if not programme_of(s).weak and programme_of(s).id in self.counts
        ]

    def programme(self, pid: str) -> Programme:
        found = self.catalogue.get(pid)
        assert found is not None
        return found

    def near(self, sentence: Stretch, span: Span) -> str | None:
        """The programme a tier or verb in a sentence belongs to: the nearest named before it, else the
        context's.
        """
        named = self.strong(sentence)
        before = [s for s in named if s.start <= span.start]
        if before:
            return programme_of(before[-1]).id
        if named and named[0].start - span.end < NEAR:
            return programme_of(named[0]).id
        return self.context[sentence.sentence]

    # --- the year ---------------------------------------------------------------------------------------

    def edition(self, pid: str) -> Edition:
        """The year stated beside the programme's name; for reports of accounts the year of the report."""
        if self.programme(pid).edition_means == "report_year":
            return self.report_year()
        return self.unless_overtaken(self.stated_year(pid))

    def stated_year(self, pid: str) -> Edition:
        """The year beside the programme's name, else one in a sentence about it."""
        found = list(self.years_beside(pid))
        sure = [row.edition for row in found if row.sure] or [row.edition for row in found]
        if not sure:
            return self.loose_year(pid)
        titled = [e for e in sure if e.part is not None and e.part.name == "title"]
        if titled:
            return titled[0]
        newest = max(sure, key=lambda e: e.year or 0)
        return newest if (newest.year or 0) <= self.latest else sure[0]

    def unless_overtaken(self, stated: Edition) -> Edition:
        """The stated year, unless the ceremony or the article is years later: then it is an earlier award's.

        An award is handed over in its year or the next.
        """
        if stated.year is None or (stated.part is not None and stated.part.name == "title"):
            return stated
        held = self.held()
        if held is not None and held.year is not None:
            return held if held.year - stated.year >= OVERTAKEN else stated
        return Edition(None) if self.published and self.latest - stated.year > OVERTAKEN else stated

    def held(self) -> Edition | None:
        """The year of the first full date that a sentence about the handing over, or a hall, gives."""
        for sentence in self.view.sentences:
            if not (
                sentence.cue(*WINNING, "event_noun") or any(venue_of(v).hall for v in sentence.of("venues"))
            ):
                continue
            for span in sentence.of("dates"):
                date = date_of(span)
                told = sentence.cue("decree", "data_date", "past", before=span.start, after=span.start - 8)
                if date.year is not None and date.day is not None and not told:
                    return Edition(date.year, span, sentence.part)
        return None

    def floor(self, pid: str) -> int | None:
        """The year before which a result is past: the edition, else the year before the article's."""
        year = self.years[pid].year
        return year if year is not None or not self.published else self.latest - 1

    def years_beside(self, pid: str) -> Iterator[Beside]:
        """The years that stand beside the programme's name, those that look back or ahead not sure."""
        for sentence in self.view.sentences:
            for span in sentence.programmes:
                mention = programme_of(span)
                year = mention.year or year_behind(sentence, span)
                if mention.id != pid or year is None or year > LAST_YEAR:
                    continue
                hoped = year > self.latest and bool(sentence.cue("target", before=span.start))
                sure = not (mention.weak or hoped or is_late(sentence, span))
                yield Beside(Edition(year, span, sentence.part), sure)

    def loose_year(self, pid: str) -> Edition:
        """A year in a sentence that names the programme, when none stands beside the name:
        "Tahun 2024, …".
        """
        counts: Counter[int] = Counter()
        named: set[int] = set()
        where: dict[int, tuple[Span, Part]] = {}
        for sentence in self.view.sentences:
            own = any(programme_of(s).id == pid for s in sentence.programmes)
            if not own and not self.opens_with(sentence, pid):
                continue
            for at, year in sentence.years:
                if is_other_year(sentence, at, year):
                    continue
                if own or sentence.tiers:
                    named.add(year)
                counts[year] += 3 if sentence.word_before(at) in ("tahun", "pada", "untuk") else 1
                where.setdefault(year, (sentence.doc[at : at + 1], sentence.part))
        if not counts:
            return Edition(None)
        year = max(counts, key=lambda y: (counts[y], y))
        return Edition(year, *where[year], loose=year not in named)

    def opens_with(self, sentence: Stretch, pid: str) -> bool:
        """Whether one of the first sentences tells of the award without naming it."""
        if sentence.sentence > LEAD + 1 or self.context[sentence.sentence] != pid:
            return False
        return bool(sentence.cue("gain", "accept", "award_noun"))

    def report_year(self) -> Edition:
        """The newest year of a report of accounts: "LKPD Tahun Anggaran 2024"."""
        found: list[tuple[int, Span, Part]] = []
        for sentence in self.view.sentences:
            for at, year in sentence.years:
                words = sentence.before(at, 7)
                hoped = sentence.cue("target", before=at) and not sentence.is_title
                reported = not REPORT_WORDS.isdisjoint(words) and DECREE_WORDS.isdisjoint(words)
                if reported and year <= self.latest and not hoped:
                    found.append((year, sentence.doc[at : at + 1], sentence.part))
        return Edition(*max(found, key=lambda row: row[0])) if found else Edition(None)


def year_behind(sentence: Stretch, span: Span) -> int | None:
    """A year a few words behind the name, with only its tier between: "KLA tingkat Nindya tahun 2022"."""
    tiers = tokens_of(sentence.tiers)
    for at, year in sentence.years:
        if 0 <= at - span.end <= 7:
            between = {sentence.doc[i].lower_ for i in range(span.end, at) if i not in tiers}
            if between <= YEAR_FILLERS:
                return year
    return None


def is_late(sentence: Stretch, span: Span) -> bool:
    """Whether the name and its year are those of an earlier time: "UHC Awards 2024 lalu"."""
    if any(cue.start - span.end <= 6 for cue in sentence.cue("past", after=span.start)):
        return True
    return "lalu" in sentence.behind(span.end, 5)


def is_other_year(sentence: Stretch, at: int, year: int) -> bool:
    """Whether a year is that of a decree, of data, of a goal, of the past, or the end of a span of years."""
    if sentence.cue("past") or sentence.cue("target", before=at):
        return True
    if any(0 <= at - cue.end <= 8 for cue in sentence.cue("decree", "data_date")):
        return True
    if not {"serupa", "sama"}.isdisjoint(sentence.behind(at, 9)):
        return True  # "pada tahun 2023 dengan hasil serupa"
    return year > LAST_YEAR or sentence.word_before(at) in ("–", "-")
