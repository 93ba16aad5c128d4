"""Figures and printed criteria: each number with its metric, and whose it is or which tier it bars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Span

from extractor.model import Bar, Criterion, Figure, Metric, Op, RegionRef, Unit
from extractor.pipes.quantities import Quantity
from extractor.records.places import Place, Places
from extractor.records.statements import Statements
from extractor.records.view import Stretch, View
from extractor.records.words import occurs, pattern
from extractor.regions.gazetteer import Region

INDONESIA = RegionRef(code=None, name="Indonesia", level="negara")
METRICS: tuple[Metric, ...] = ("active", "pemda_share", "coverage")
NATION_NAMES = re.compile(r"Jaminan Kesehatan Nasional|Republik Indonesia|Kesehatan Nasional|Jaminan Sosial Nasional|tingkat nasional|penghargaan nasional", re.IGNORECASE)
BACK = re.compile(r"\b(?:peserta|kepesertaan|keaktifan|persentase|cakupan|kabupaten|penduduk|kota|capaian|warga)nya\b", re.IGNORECASE)
UHC_STATUS = re.compile(r"uhc (?:non )?prioritas|uhc (?:kategori )?(?:utama|madya|pratama)|uhc awards?|predikat uhc")
WHOLE = frozenset(["dari", "total", "jumlah", "penduduk", "populasi", "penduduknya", "seluruh", "warga", "warganya"])
SAME_THING = frozenset(["atau", "setara", "sekitar", "artinya", "lebih", "dari", "yakni", "yaitu", "sama", "dengan", "berarti", "sebanyak", "hampir", "mencapai"])
CRITERIA_TAIL = 3  # sentences over which a tier named as the subject of conditions stays it


@dataclass(frozen=True, slots=True)
class Measured:
    """A number and the metric its words give it."""

    span: Span
    quantity: Quantity
    metric: Metric | None
    unit: Unit
    at: int


def people_metric(metric: Metric) -> Metric:
    """The metric of the same thing counted in people."""
    return "participants" if metric == "coverage" else metric


class Numbers:
    """Figures and criteria of an article."""

    def __init__(self, view: View, places: Places, main: Region | None, programme: str | None) -> None:
        self.view, self.places, self.main, self.programme = view, places, main, programme
        self.figures: list[Figure] = []
        self.criteria: list[Criterion] = []
        self.tier: tuple[str, int] | None = None
        self.region: RegionRef | None = None
        self.heading: Stretch | None = None
        for sentence in view.sentences:
            self.read(sentence)

    def read(self, sentence: Stretch) -> None:
        numbers = self.paired(sentence, list(self.measured(sentence)))
        if sentence.regions and sentence.text.rstrip().endswith(":"):
            self.heading = sentence
        self.remember_tier(sentence)
        if not numbers:
            return
        text = sentence.text
        definition = occurs("definition", text)
        asks = self.asks(sentence)
        alternative = 0
        last_end = sentence.start
        for number in numbers:
            gap = self.between(sentence, last_end, number.span.start)
            if self.is_condition(sentence, number, asks, definition):
                if " atau " in f" {gap} " and self.criteria and self.criteria[-1].evidence:
                    alternative = self.open_branch(sentence)
                self.add_criterion(sentence, number, alternative, gap)
            elif not definition and not self.is_goal(sentence, number):
                self.add_figure(sentence, number)
            last_end = number.span.end

    # --- what a number measures -------------------------------------------------------------------------

    def measured(self, sentence: Stretch) -> Iterator[Measured]:
        """Numbers in percent or in people that a metric's words stand beside."""
        doc = sentence.part.doc
        spans = sentence.quantities
        last: Metric | None = self.metric_before(sentence)
        for i, span in enumerate(spans):
            quantity: Quantity = span._.quantity
            if quantity.unit is None and self.is_lower_bound(doc, span, spans[i + 1] if i + 1 < len(spans) else None):
                quantity = Quantity(quantity.value, "percent", quantity.op if quantity.op != "=" else ">=")
            if quantity.unit == "percent" and i and self.is_lower_bound(doc, spans[i - 1], span):
                continue
            if quantity.unit not in ("percent", "people") or quantity.value > 5e8 or quantity.unit == "percent" and quantity.value > 400:
                continue
            left = spans[i - 1].end if i and spans[i - 1]._.quantity.unit in ("percent", "people") else sentence.start
            right = spans[i + 1].start if i + 1 < len(spans) else sentence.end
            if quantity.unit == "people" and quantity.value < 1000:
                continue
            before, after = doc[left : span.start].text.lower(), " " + doc[span.end : right].text.lower()
            metric = self.metric(sentence, before, after, quantity, span)
            if metric is None and quantity.unit == "percent" and quantity.op in (">=", ">") and last is not None:
                metric = last  # "keaktifannya 79,14 persen, padahal syaratnya minimal 80 persen"
            if metric is None and quantity.unit == "percent" and "persentase" in before and self.figures:
                metric = "coverage" if self.figures[-1].metric == "participants" else self.figures[-1].metric
            last = metric or last
            unit: Unit = "percent" if quantity.unit == "percent" else "people"
            yield Measured(span, quantity, metric, unit, span.start)

    @staticmethod
    def paired(sentence: Stretch, numbers: list[Measured]) -> list[Measured]:
        """One thing said in people and in percent ("897.471 jiwa atau 98,60 persen") has one metric.  Others without one go."""
        doc = sentence.part.doc
        for i, (left, right) in enumerate(pairwise(numbers)):
            if left.unit == right.unit == "people" and doc[right.span.start - 1].lower_ == "dari":
                behind = doc[right.span.end : sentence.end].text.lower()
                active = "aktif" in behind[:60]
                numbers[i] = replace(left, metric="active" if active else left.metric or "participants")
                numbers[i + 1] = replace(right, metric="population")
                continue
            if right.unit == "people" and doc[right.span.start - 1].lower_ == "dari" and doc[right.span.start - 2].lower_ != "lebih":
                numbers[i + 1] = replace(right, metric="population")
                continue
            between = [t.lower_ for t in doc[left.span.end : right.span.start] if t.text not in (",", "(") and t.lower_ not in WHOLE]
            if left.unit == right.unit or len(between) > 2 or not set(between) <= SAME_THING:
                continue
            known = [m for m in (left.metric, right.metric) if m not in (None, "population")]
            if known:
                metric: Metric = "coverage" if known[0] == "participants" else known[0]  # type: ignore[assignment]
                numbers[i] = replace(left, metric=people_metric(metric) if left.unit == "people" else metric)
                numbers[i + 1] = replace(right, metric=people_metric(metric) if right.unit == "people" else metric)
        return [n for n in numbers if n.metric is not None]

    def metric_before(self, sentence: Stretch) -> Metric | None:
        """The one metric that the sentence before speaks of."""
        if sentence.sentence == 0:
            return None
        text = UHC_STATUS.sub(" ", self.view.sentences[sentence.sentence - 1].text.lower())
        named: list[Metric] = [m for m in METRICS if pattern("metrics", m).search(text)]
        return named[0] if named and (len(named) == 1 or named[0] == "active" and "cakupan" not in text) else None

    @staticmethod
    def is_lower_bound(doc: object, left: Span, right: Span | None) -> bool:
        """ "95 hingga 98 persen": the first number is in percent too, and the bar."""
        if right is None or left._.quantity.unit is not None or right._.quantity.unit != "percent" or left._.quantity.value > 100:
            return False
        between = [t.lower_ for t in left.doc[left.end : right.start]]
        return between in (["hingga"], ["sampai"], ["-"], ["–"], ["sampai", "dengan"], ["s.d."])

    def metric(self, sentence: Stretch, before: str, after: str, quantity: Quantity, span: Span) -> Metric | None:
        after, before = UHC_STATUS.sub(" ", after), UHC_STATUS.sub(" ", before)
        near_after = after[:60]
        joined = before[-90:]
        tail = sentence.text
        if pattern("", "inactive").search(near_after[:30]) or pattern("", "inactive").search(joined[-35:]):
            return None
        if pattern("", "none").search(joined[-40:]) or pattern("", "none").search(near_after[:25]):
            return None
        people = quantity.unit == "people"
        best: tuple[int, Metric] | None = None
        for rank, metric in enumerate(METRICS):
            words = pattern("metrics", metric)
            gaps = [len(joined) - m.end() for m in words.finditer(joined)]
            follow = [m.start() + 12 for m in words.finditer(near_after) if self.reaches(near_after[: m.start()])]
            for gap in (*gaps, *follow):
                weight = gap * 3 + rank + (25 if metric == "coverage" and gap > 30 else 0)
                if best is None or weight < best[0]:
                    best = (weight, metric)
        follows = near_after[:40]
        if people and pattern("metrics", "pemda_share").search(follows) and self.reaches(follows[: pattern("metrics", "pemda_share").search(follows).start()]):  # type: ignore[union-attr]
            return "pemda_share"
        if people and pattern("", "member").search(follows) and self.reaches(follows[: pattern("", "member").search(follows).start()]):  # type: ignore[union-attr]
            return "active" if "aktif" in follows else "participants"
        if people:
            if span.text.lower().endswith("penduduk") or near_after.lstrip().startswith("penduduk") or pattern("", "population").search(joined[-30:]) and not (best and best[0] < 30):
                return "population"
            if best is None:
                return None
            return "participants" if best[1] == "coverage" else best[1]
        if best is None and pattern("metrics", "coverage").search(tail):
            best = (99, "coverage")
        return best[1] if best else None

    @staticmethod
    def reaches(gap: str) -> bool:
        """Whether words behind a number still belong to it: no comma, no "dan" between."""
        return not any(mark in gap for mark in (",", ";", " dan ", " dengan ", " serta ", " sedangkan ", " atau "))

    # --- conditions -------------------------------------------------------------------------------------

    def asks(self, sentence: Stretch) -> bool:
        words = [c for c in sentence.cue("criteria") if c.text.lower() not in ("ukuran", "indikator", "harus", "wajib", "ukurannya", "standar")]
        return bool(words)

    def is_condition(self, sentence: Stretch, number: Measured, asks: bool, definition: bool) -> bool:
        if number.unit != "percent" or definition or number.quantity.op == "<":
            return False
        doc = sentence.part.doc
        lead = doc[max(sentence.start, number.span.start - 12) : number.span.start].text.lower()
        if occurs("goals", lead) and not any(c.text.lower() in ("harus memenuhi", "syaratnya", "syarat") for c in sentence.cue("criteria", before=number.span.start)):
            return False
        strong = any(c.text.lower() in ("syarat", "syaratnya", "persyaratan", "mensyaratkan", "disyaratkan", "kriteria", "kriterianya", "menuntut", "ketentuan", "daerah yang", "bagi daerah yang", "bagi pemda yang", "ambang batas", "diperuntukkan bagi", "harus memenuhi", "boleh menyandang", "hanyalah daerah", "untuk daerah dengan", "hanyalah daerah dengan", "bagi daerah dengan", "disediakan bagi", "batas minimal", "disandang daerah yang", "bagi pemerintah daerah yang", "syarat minimal", "mengharuskan", "mesti")
                     for c in sentence.cue("criteria", before=number.span.start))
        if number.quantity.op == ">=":
            return True
        reached = any(w in sentence.text.lower() for w in ("padahal syarat",)) is False and any(w in lead for w in ("mencapai", "tercatat", "telah", "sudah", "kini", "baru"))
        if number.quantity.op == ">" and (strong or self.tier is not None and self.tier[1] == sentence.sentence and asks):
            return True
        return strong and not (reached and not asks)

    def is_goal(self, sentence: Stretch, number: Measured) -> bool:
        lead = sentence.part.doc[max(sentence.start, number.span.start - 9) : number.span.start].text.lower()
        follow = sentence.part.doc[number.span.end : min(number.span.end + 4, sentence.end)].text.lower()
        return occurs("goals", lead) or "target" in follow

    def remember_tier(self, sentence: Stretch) -> None:
        tiers = [t for t in sentence.tiers if any(p == self.programme for p, _ in t._.tier.options)]
        if tiers and (self.asks(sentence) or any(w in sentence.text.lower() for w in ("ukuran", "indikator"))):
            self.tier = (self.tier_id(tiers[0]), sentence.sentence)

    def tier_id(self, tier: Span) -> str:
        return next(t for p, t in tier._.tier.options if p == self.programme)

    def tier_of(self, sentence: Stretch, number: Measured) -> str:
        """The tier a condition is for: the nearest named before it in the sentence, else the one in question."""
        own = [t for t in sentence.tiers if t.end <= number.span.start and any(p == self.programme for p, _ in t._.tier.options)]
        behind = [t for t in sentence.tiers if 0 <= t.start - number.span.end <= 5 and any(p == self.programme for p, _ in t._.tier.options)]
        if behind and any(t.lower_ in ("untuk", "bagi", "pada", "kelas") for t in sentence.part.doc[number.span.end : behind[0].start]):
            return self.tier_id(behind[0])
        if own:
            return self.tier_id(own[-1])
        later = [t for t in sentence.tiers if t.start >= number.span.end and any(p == self.programme for p, _ in t._.tier.options)]
        if later and not own and self.tier is None:
            return "all"
        if self.tier is not None and sentence.sentence - self.tier[1] <= 1 and self.tier[1] != sentence.sentence:
            follow_on = sentence.text.lower().startswith(("tiga di antaranya", "dua", "syarat", "selain", "serta", "ukuran", "yakni", "ketentuan", "kriteria", "itu", "daerah", "di antaranya"))
            return self.tier[0] if follow_on else "all"
        return "all"

    def open_branch(self, sentence: Stretch) -> int:
        """Number the branches of a tier: those already read get 1, what follows "atau" 2."""
        branch = 2
        for i, criterion in enumerate(self.criteria):
            if criterion.evidence[0].start >= sentence.span.start_char and criterion.alt is None and criterion.evidence[0].part == sentence.part.name:
                self.criteria[i] = criterion.model_copy(update={"alt": 1})
        return branch

    def between(self, sentence: Stretch, start: int, end: int) -> str:
        return sentence.part.doc[start:end].text.lower() if start < end else ""

    def add_criterion(self, sentence: Stretch, number: Measured, alternative: int, gap: str) -> None:
        if number.metric in ("participants", "population") or not self.programme:
            return
        if self.is_exception(gap) and self.criteria:
            self.add_exception(number)
            return
        op: Op = ">" if number.quantity.op == ">" else ">="
        criterion = Criterion(
            programme=self.programme, tier=self.tier_of(sentence, number), metric=number.metric, op=op, value=number.quantity.value,
            unit="percent", alt=alternative or None, evidence=[sentence.part.mark(number.span, "criterion")],
        )
        key = (criterion.tier, criterion.metric, criterion.op, criterion.value)
        if not any((c.tier, c.metric, c.op, c.value) == key for c in self.criteria):
            self.criteria.append(criterion)

    @staticmethod
    def is_exception(gap: str) -> bool:
        return any(word in gap for word in ("kecuali", "terkecuali", "gugur", "tidak berlaku", "dikecualikan", "jika keaktifan", "bila keaktifan", "apabila keaktifan", "apabila tingkat keaktifan", "jika tingkat keaktifan", "bila tingkat keaktifan"))

    def add_exception(self, number: Measured) -> None:
        bar = Bar(metric=number.metric, op=">=", value=number.quantity.value, unit="percent")
        self.criteria[-1] = self.criteria[-1].model_copy(update={"unless": bar})

    # --- figures ----------------------------------------------------------------------------------------

    def add_figure(self, sentence: Stretch, number: Measured) -> None:
        doc = sentence.part.doc
        gap = doc[max(sentence.start, number.span.start - 12) : number.span.start].text.lower()
        if self.is_exception(gap) and self.criteria and self.criteria[-1].evidence[0].part == sentence.part.name:
            self.add_exception(number)
            return
        region = self.owner(sentence, number)
        if region is None:
            return
        op = number.quantity.op
        figure = Figure(
            region=region, metric=number.metric, op="=" if op == ">=" and number.unit == "people" else op, value=number.quantity.value,
            unit=number.unit, as_of=self.as_of(sentence, number), evidence=[sentence.part.mark(number.span, "figure")],
        )
        same = [f for f in self.figures if (f.region.name, f.metric, f.unit, f.value) == (region.name, figure.metric, figure.unit, figure.value)]
        if not same:
            self.figures.append(figure)
        self.region = region

    def owner(self, sentence: Stretch, number: Measured) -> RegionRef | None:
        """Whose figure it is: the nearest region before it, the nation where it is spoken of, else the article's own."""
        before = [p for s in sentence.regions if (p := self.places.at(sentence.part, s)) and self.can_own(p) and not Statements.in_dateline(sentence, s)]
        left = [p for p in before if p.span.end <= number.span.start]
        right = [p for p in before if p.span.start >= number.span.end and p.span.start - number.span.end <= 12 and not p.mention.place]
        if any(q._.quantity.unit == "people" and q._.quantity.value > 6e7 and abs(q.start - number.span.start) <= 8 for q in sentence.quantities):
            return INDONESIA
        nation = [m.end() for m in pattern("", "nation").finditer(NATION_NAMES.sub(" ", sentence.text))]
        if number.unit == "people" and number.quantity.value > 6e7 or nation and not left and not right:
            return INDONESIA
        if left:
            return self.ref(left[-1])
        if right:
            return self.ref(right[0])
        if BACK.search(sentence.text) and sentence.sentence:
            previous = self.view.sentences[sentence.sentence - 1]
            named = [p for s in previous.regions if (p := self.places.at(previous.part, s)) and p.region is not None and p.mention.via != "organisation" and not p.mention.place]
            if len({p.key for p in named}) == 1 and previous.paragraph == sentence.paragraph:
                return self.ref(named[0])
        if self.heading is not None and sentence.sentence - self.heading.sentence in (0, 1):
            place = self.places.at(self.heading.part, self.heading.regions[-1])
            if place is not None and place.region is not None:
                return place.region.ref()
        speakers = {o._.person.kind for o in sentence.officials}
        centre = [o for o in sentence.officials if o._.person.kind == "centre" and o.end <= number.span.start]
        if centre and not speakers & {"head", "deputy", "staff"}:
            return INDONESIA
        if self.region is not None and self.region.code is None and self.near_previous(sentence):
            return INDONESIA
        return self.main.ref() if self.main is not None else None

    def near_previous(self, sentence: Stretch) -> bool:
        """Whether the last figure, a national one, stands in this sentence or the one before."""
        last = self.figures[-1].evidence[0].start if self.figures else -1
        previous = next((s for s in self.view.sentences if s.sentence == sentence.sentence - 1), sentence)
        return last >= (previous.span.start_char if previous.part is sentence.part else 0)

    @staticmethod
    def can_own(place: Place) -> bool:
        return place.region is not None and not (place.mention.via == "organisation" and place.mention.level is None and place.region.level == "provinsi")

    @staticmethod
    def ref(place: Place) -> RegionRef:
        assert place.region is not None
        return place.region.ref()

    def as_of(self, sentence: Stretch, number: Measured) -> str | None:
        """The day of the data: a date behind "per", "hingga", "posisi" in the sentence."""
        doc = sentence.part.doc
        for span in sentence.of("dates"):
            lead = [doc[i].lower_ for i in range(max(sentence.start, span.start - 3), span.start)]
            if set(lead) & {"per", "hingga", "posisi", "sampai", "tanggal"} and span._.date.year:
                iso: str | None = span._.date.iso()
                return iso
        return None
