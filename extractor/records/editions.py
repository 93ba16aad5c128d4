"""Which programmes an article is about, which one each sentence speaks of, and the edition of each."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from spacy.tokens import Span

from extractor.programmes.catalogue import Catalogue
from extractor.programmes.model import Programme
from extractor.records.view import Part, Stretch, View

AWARD_WORDS = ("award_noun",)
LAST_YEAR = 2029  # "Indonesia Layak Anak 2030" is a goal, no edition
REPORT_WORDS = frozenset(["lkpd", "anggaran", "ta", "laporan", "lhp"])


@dataclass(frozen=True, slots=True)
class Edition:
    """The year of a programme's award, and where it is said."""

    year: int | None
    span: Span | None = None
    part: Part | None = None
    loose: bool = False


class Editions:
    """The programmes of an article, the main one first, with the sentence-by-sentence context."""

    def __init__(self, view: View, catalogue: Catalogue, published: str | None) -> None:
        self.view = view
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
            weight = 6 if sentence.is_title else 3 if sentence.sentence <= 3 else 1
            awards = sentence.cue(*AWARD_WORDS)
            for span in sentence.programmes:
                mention = span._.programme
                if not mention.weak:
                    counts[mention.id] += 2 * weight
                elif awards or sentence.is_title and sentence.cue("accept", "gain"):
                    counts[mention.id] += weight
            for span in sentence.tiers:
                programmes = {pid for pid, _ in span._.tier.options}
                if len(programmes) == 1 and span._.tier.sure and not programmes & {"paritrana"}:
                    counts[programmes.pop()] += weight
        return counts

    def choose_main(self) -> str | None:
        if not self.counts:
            return None
        order = [s._.programme.id for _, s in self.view.all("programmes")]
        return max(self.counts, key=lambda pid: (self.counts[pid], -order.index(pid) if pid in order else -99))

    def read_context(self) -> list[str | None]:
        """The programme each sentence speaks of: its own last named one, else that of the sentence before."""
        context, current = [], self.main
        for sentence in self.view.sentences:
            named = [s._.programme.id for s in sentence.programmes if s._.programme.id in self.counts and not s._.programme.weak]
            if named:
                current = self.main if self.main in named else named[0]
            context.append(current)
        return context

    def programme(self, pid: str) -> Programme:
        found = self.catalogue.get(pid)
        assert found is not None
        return found

    def near(self, sentence: Stretch, span: Span) -> str | None:
        """The programme a tier or verb in a sentence belongs to: the nearest named before it, else the context's."""
        named = [s for s in sentence.programmes if s._.programme.id in self.counts and not s._.programme.weak]
        before = [s for s in named if s.start <= span.start]
        if before:
            return str(before[-1]._.programme.id)
        if named and named[0].start - span.end < 20:
            return str(named[0]._.programme.id)
        return self.context[sentence.sentence]

    def edition(self, pid: str) -> Edition:
        """The year stated beside the programme's name; for reports of accounts the year of the report."""
        if self.programme(pid).edition_means == "report_year":
            return self.report_year(pid)
        found: list[tuple[int, Span, Part, int]] = []
        for sentence in self.view.sentences:
            for span in sentence.programmes:
                mention = span._.programme
                year = mention.year or self.year_behind(sentence, span)
                if mention.id == pid and year is not None and year <= LAST_YEAR:
                    late = any(c.start >= span.start and c.start - span.end <= 6 for c in sentence.cue("past")) or self.lalu(sentence, span)
                    hoped = bool(sentence.cue("target", before=span.start)) and year > self.latest
                    found.append((year, span, sentence.part, late + hoped + mention.weak))
        clean = [row for row in found if not row[3]] or found
        if clean:
            newest = max(clean, key=lambda row: row[0])
            titled = [row for row in clean if row[2].name == "title"]
            year, span, part, _ = titled[0] if titled else newest if newest[0] <= self.latest else clean[0]
            return Edition(year, span, part)
        return self.loose_year(pid)

    @staticmethod
    def year_behind(sentence: Stretch, span: Span) -> int | None:
        """A year a few words behind the name, with only its tier between: "KLA tingkat Nindya tahun 2022"."""
        for at, year in sentence.years:
            if 0 <= at - span.end <= 7:
                tiers = {i for t in sentence.tiers for i in range(t.start, t.end)}
                between = [i for i in range(span.end, at) if i not in tiers]
                words = {sentence.part.doc[i].lower_ for i in between}
                if words <= {"kategori", "predikat", "tingkat", "peringkat", "level", "tahun", "(", ")", "kelas", "yang", "dalam", "nasional", "pada"}:
                    return year
        return None

    @staticmethod
    def lalu(sentence: Stretch, span: Span) -> bool:
        doc = sentence.part.doc
        return any(doc[i].lower_ == "lalu" for i in range(span.end, min(span.end + 5, sentence.end)))

    def loose_year(self, pid: str) -> Edition:
        """A year in a sentence that names the programme, when none stands beside the name: "Tahun 2024, …"."""
        counts: Counter[int] = Counter()
        named: set[int] = set()
        where: dict[int, tuple[Span, Part]] = {}
        for sentence in self.view.sentences:
            own = [s for s in sentence.programmes if s._.programme.id == pid]
            if not own and not (sentence.sentence <= 4 and self.context[sentence.sentence] == pid and sentence.cue("gain", "accept", "award_noun")):
                continue
            decrees = sentence.cue("decree", "data_date")
            for at, year in sentence.years:
                near = any(0 <= at - d.end <= 8 for d in decrees) or sentence.cue("past") or sentence.cue("target", before=at)
                if {"serupa", "sama"} & {t.lower_ for t in sentence.part.doc[at : min(at + 9, sentence.end)]}:
                    continue
                beyond = year > 2029 or sentence.part.doc[at - 1].text in ("–", "-")
                if near or beyond:
                    continue
                named.update([year] if own or sentence.tiers else [])
                counts[year] += 3 if sentence.part.doc[at - 1].lower_ in ("tahun", "pada", "untuk") else 1
                where.setdefault(year, (sentence.part.doc[at : at + 1], sentence.part))
        if not counts:
            return Edition(None)
        year = max(counts, key=lambda y: (counts[y], y))
        return Edition(year, *where[year], loose=year not in named)

    def report_year(self, pid: str) -> Edition:
        found: list[tuple[int, Span, Part]] = []
        for sentence in self.view.sentences:
            doc = sentence.part.doc
            for at, year in sentence.years:
                words = {doc[i].lower_ for i in range(max(sentence.start, at - 7), at)}
                hoped = sentence.cue("target", before=at) and not sentence.is_title
                if words & REPORT_WORDS and not words & {"nomor", "keputusan", "undang-undang"} and year <= self.latest and not hoped:
                    found.append((year, doc[at : at + 1], sentence.part))
        return Edition(*max(found, key=lambda row: row[0])) if found else Edition(None)
