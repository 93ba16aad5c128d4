"""Totals: how many regions an article says were honoured, by tier and kind of region."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, cast

from spacy.tokens import Span

from extractor.model import Total
from extractor.records.editions import Editions
from extractor.records.places import Places
from extractor.records.view import Stretch, View

TotalUnit = Literal["provinsi", "kabupaten", "kota", "kabupaten/kota", "daerah"]
HONOURED = ("gain", "gain_passive", "accept", "accept_passive", "give", "give_passive")
WORDS = frozenset(["penerima", "peraih", "kategori", "predikat", "berpredikat", "penghargaan", "opini", "diganjar", "mencapai", "dianugerahkan", "ikut", "termasuk", "salah", "bersama", "peserta", "memenuhi", "satu", "berkualifikasi", "kualifikasi", "pemerintah", "kepada", "terdiri", "lulus", "jumlahnya", "menerima", "raih", "meraih", "dari"])
NOT_HONOURED = frozenset(["pengikut", "berpartisipasi", "mengikuti", "partisipan", "dievaluasi", "diusulkan", "dipantau", "mempunyai", "badan", "lembaga", "kementerian", "opd", "ikut", "bumd", "desa", "kecamatan", "perusahaan", "usaha", "dihadiri", "hadir", "diverifikasi", "dinominasikan", "ditargetkan", "peserta", "berjumlah"])


class Totals:
    """The totals of an article about its main programme."""

    def __init__(self, view: View, places: Places, editions: Editions, *, scope: str | None, own_tiers: dict[str, str]) -> None:
        self.own_tiers = own_tiers
        self.view, self.places, self.editions, self.scope = view, places, editions, scope
        self.found: list[Total] = []
        for sentence in view.sentences:
            for total in self.read(sentence):
                if not any((t.tier, t.count, t.unit) == (total.tier, total.count, total.unit) for t in self.found):
                    self.found.append(total)

    def read(self, sentence: Stretch) -> Iterator[Total]:
        pid = self.editions.context[sentence.sentence]
        if pid is None:
            return
        unit: TotalUnit | None = None
        rows = [(span, *self.count(sentence, span, pid)) for span in sentence.quantities]
        for span, kind, tier in rows:
            if kind is None and tier is None:
                continue
            if kind is not None:
                unit = cast(TotalUnit, kind)
            if not self.honoured(sentence, span, tier):
                continue
            previous = self.found[-1].unit if self.found else None
            yield Total(
                programme=pid, edition=self.editions.years[pid].year, tier=tier or "all", count=int(span._.quantity.value),
                unit=unit or previous or "daerah", scope=self.place(sentence, span) or self.scope,
                evidence=[sentence.part.mark(span, "total")],
            )

    def count(self, sentence: Stretch, span: Span, pid: str) -> tuple[str | None, str | None]:
        """(kind of region, tier) of a number that counts regions; (None, None) for any other number."""
        quantity = span._.quantity
        follow = [t.lower_ for t in sentence.part.doc[span.end : min(span.end + 2, sentence.end)]]
        lead = [t.lower_ for t in sentence.part.doc[max(sentence.start, span.start - 2) : span.start]]
        if any(r.start < span.end <= r.end and r.start > span.start for r in sentence.regions) or lead[-1:] in (["–"], ["-"]) or lead[-1:] == ["("] and follow[:1] == [")"] or follow[:1] in (["itu"], ["tersebut"]):
            return None, None  # "1 Kabupaten X" numbers a row; "85–100" is a band
        if "-an" in span.text:
            return None, None
        if lead[-1:] == ["ke"] or lead == ["ke", "-"] or follow[:1] == ["besar"]:
            return None, None  # "urutan ke-24", "24 besar"
        if follow[:1] and (follow[0] == "se" or follow[0].startswith("se-")) and span.start and lead[-1:] != ["dari"] and not sentence.cue(*HONOURED, after=span.end):
            return None, None  # "kerja 17 kabupaten/kota se-Sultra"
        if quantity.unit is None and follow[:1] in (["penerima"], ["peraih"]) and quantity.value > 1:
            return "daerah", self.tier_beside(sentence, span, pid)
        if follow[:1] and follow[0] in ("lain", "lainnya"):
            return None, None  # "bersama 13 daerah lain" counts one too few
        if quantity.unit is None and follow[:1] == ["dari"]:
            whole = next((q for q in sentence.quantities if q.start == span.end + 1), None)
            behind = next((t for t in sentence.tiers if whole is not None and 0 <= t.start - whole.end <= 5), None)
            if whole is not None and behind is not None and whole._.quantity.unit:
                return whole._.quantity.unit, next((t for p, t in behind._.tier.options if p == pid), None)
        if span.start > sentence.start + 1 and sentence.part.doc[span.start - 1].lower_ == "dari" and sentence.part.doc[span.start - 2].like_num:
            return quantity.unit, None
        if quantity.value < 1 or quantity.value > 600 or quantity.value != int(quantity.value) or quantity.unit in ("percent", "people", "points"):
            return None, None
        if span.text.lower().startswith("ke-") or quantity.unit == "kabupaten/kota" and quantity.value in (514, 508):
            return None, None
        return quantity.unit, self.tier_beside(sentence, span, pid) or self.highest(sentence, span, pid)

    def highest(self, sentence: Stretch, span: Span, pid: str) -> str | None:
        """ "satu dari dua kabupaten … kategori tertinggi": the article's own tier, or the programme's first."""
        behind = sentence.part.doc[span.end : min(span.end + 24, sentence.end)].text.lower()
        before = sentence.part.doc[max(sentence.start, span.start - 3) : span.start].text.lower()
        if span._.quantity.unit is None or not before.endswith("dari") or not any(w in behind for w in ("tertinggi", "teratas")):
            return None
        programme = self.editions.programme(pid)
        return self.own_tiers.get(pid) or next(t.id for t in programme.tiers if not t.never_awarded)

    def tier_beside(self, sentence: Stretch, span: Span, pid: str) -> str | None:
        """The tier a count is of: right behind it ("75 daerah kategori Utama"), or right before it ("Utama 75")."""
        doc = sentence.part.doc
        for tier in sentence.tiers:
            found = next((t for p, t in tier._.tier.options if p == pid), None)
            if found is None:
                continue
            if 0 <= tier.start - span.end <= 12:
                between = doc[span.end : tier.start]
                heads_count = tier.end < sentence.end and doc[tier.end].like_num
                if heads_count or any(t.lower_ in ("rincian", "terdiri", "meliputi", "yakni", "yaitu") for t in between):
                    continue
                if any(span.end <= r.start < tier.start for r in sentence.regions) or any(t.lower_ in ("baru", "cuma") for t in between):
                    continue
                aside = [t.i for t in between if t.lower_ == "termasuk"]
                if aside and doc[aside[0] - 1].text == ",":
                    between = doc[span.end : aside[0] - 1]
                elif len(between) > 7:
                    continue
                if [t.lower_ for t in between[:2]] == ["di", "antaranya"]:
                    between = between[2:]
                if not any(t.text in (",", ";", ".", "(") or t.like_num or t.lower_ in ("dan", "serta", "di", "atas") for t in between):
                    return found
            handed = [t.lower_ for t in doc[tier.end : span.start]]
            if 0 < len(handed) <= 7 and set(handed) <= {"yang", "kali", "ini", "dibagikan", "diberikan", "kepada", "diraih", "oleh", "untuk", "sebanyak", "diterima", "tahun", "hanya"} and "dan" not in handed and set(handed) & {"kepada", "diraih", "oleh", "diterima"}:
                return found
            if 0 <= span.start - tier.end <= 3 and not any(t.text in (",", ";", ".") or t.lower_ in ("dan", "serta", "oleh", "dari") for t in doc[tier.end : span.start]):
                later = [t for t in sentence.tiers if 0 <= t.start - span.end <= 4 and not any(w.text in (",", ";") or w.lower_ in ("dan", "serta") for w in doc[span.end : t.start])]
                if not later and (span._.quantity.unit is not None or doc[tier.end].lower_ in ("sebanyak", "ada", "berjumlah", ":", "(")):
                    return found
        return self.tier_of_clause(sentence, span, pid)

    @staticmethod
    def tier_of_clause(sentence: Stretch, span: Span, pid: str) -> str | None:
        """The one tier that the counted regions are said to win: "lima kota …, yakni A dan B, meraih kategori Madya"."""
        if span._.quantity.unit is None:
            return None
        clause = next(c for c in sentence.clauses() if c.start <= span.start < c.end)
        tiers = [t for t in clause.tiers if any(p == pid for p, _ in t._.tier.options)]
        verbs = clause.cue("gain", "accept", after=span.end)
        counts = [q for q in clause.quantities if q._.quantity.unit in ("provinsi", "kabupaten", "kota", "kabupaten/kota", "daerah")]
        if len(tiers) != 1 or len(counts) != 1 or not verbs or tiers[0].start < verbs[0].start or sentence.part.doc[span.start - 1].lower_ in ("dari", "bersama"):
            return None
        return next(t for p, t in tiers[0]._.tier.options if p == pid)

    def honoured(self, sentence: Stretch, span: Span, tier: str | None) -> bool:
        """Whether the counted regions were honoured, and not only present, asked or compared with."""
        doc = sentence.part.doc
        window = [t.lower_ for t in doc[max(sentence.start, span.start - 8) : min(span.end + 8, sentence.end)]]
        behind = [t.lower_ for t in doc[span.end : min(span.end + 6, sentence.end)]]
        before = [t.lower_ for t in doc[max(sentence.start, span.start - 5) : span.start]]
        if "dinilai" in behind[:3] and not {"memenuhi", "layak", "berhasil"} & set(behind):
            return False
        if set(behind[:4]) & NOT_HONOURED or set(before[-2:]) & (NOT_HONOURED - {"berjumlah", "peserta"}) or "satu-satunya" in before:
            return False
        later_year = [y for at, y in sentence.years if 0 <= at - span.end <= 4 and "kategori" not in behind]
        edition = self.editions.years[self.editions.context[sentence.sentence] or ""].year if self.editions.context[sentence.sentence] else None
        if edition and later_year and later_year[0] < edition:
            return False
        if sentence.cue("target", before=span.start, after=span.start - 8) or sentence.cue("negation", after=span.end, before=span.end + 5):
            return False
        if any(q is not span and 0 <= q.start - span.end <= 3 and q.text.isdigit() for q in sentence.quantities) and "di" in behind:
            return False
        if span._.quantity.value == 1 and tier is None or span._.quantity.words and span._.quantity.value <= 3 and tier is None and not set(window) & {"kategori"} and not sentence.cue("gain", "accept", after=span.end):
            return False
        if tier is not None:
            return True
        opens = span.start - 1 <= sentence.start or doc[span.start - 2].text in ("–", "—", "-", ",", ".", "--")
        if before[-1:] == ["dari"] and opens:
            return False
        act = bool(sentence.cue(*HONOURED)) or bool(set(window) & WORDS)
        if span._.quantity.words and not sentence.cue(*HONOURED):
            return False
        return act and (bool(sentence.programmes) or bool(sentence.cue("award_noun")) or bool(sentence.cue(*HONOURED)) or bool(set(window) & {"penerima", "uhc", "peraih"}))

    def place(self, sentence: Stretch, span: Span) -> str | None:
        """The province behind a count: "13 daerah di Kalimantan Barat"."""
        for region in sentence.regions:
            place = self.places.at(sentence.part, region)
            if place and place.region and place.region.level == "provinsi" and place.mention.place and 0 <= region.start - span.end <= 5:
                return place.region.bare
        return None
