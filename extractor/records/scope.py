"""What the words around a mention make of it: won, hoped for, past, to come, or a condition."""

from __future__ import annotations

from typing import Literal

from spacy.tokens import Span

from extractor.records.view import Stretch

Standing = Literal["received", "announced", "past", "hoped", "condition", "denied"]
NEAR = 14  # tokens over which a hope or a denial reaches a mention behind it
GAINED = ("gain", "gain_passive", "accept", "accept_passive", "give_passive", "give")
STILL = frozenset(["kembali", "berhasil", "sukses", "resmi", "telah", "sudah"])
STRONG = frozenset(["harapan", "harapannya", "berharap", "semoga", "mudah-mudahan", "diharapkan", "target", "menargetkan", "optimis", "optimistis", "ingin", "hendak", "bertekad", "bercita-cita", "jika", "bila", "apabila", "kalau"])
EARLIER = frozenset(["dari", "sebatas", "terdahulu"])


def standing(clause: Stretch, mention: Span, edition: int | None = None) -> Standing:
    """How the clause presents `mention` (a tier, or the verb of winning)."""
    if denied(clause, mention):
        return "denied"
    if hoped(clause, mention):
        return "hoped"
    if condition(clause, mention):
        return "condition"
    if is_past(clause, mention, edition):
        return "past"
    if announced(clause, mention):
        return "announced"
    return "received"


def hoped(clause: Stretch, mention: Span) -> bool:
    """Whether a target, a plan or a hope governs the mention: it stands before it with no award won between."""
    for cue in clause.cue("target", before=mention.start):
        between = clause.cue(*GAINED, after=cue.end, before=mention.start)
        settled = any(word.lower_ in STILL for word in clause.part.doc[cue.end : mention.start])
        if cue.text.lower() in ("jelang", "menjelang") and settled:
            continue
        reach = mention.start - cue.end
        if reach <= NEAR and not settled and (cue.text.lower() in STRONG or reach <= 8 or not between or between[0].start - cue.end <= 4):
            return True
    if any(c.text.lower() in ("harus", "mesti", "wajib") and 0 <= mention.start - c.end <= 3 for c in clause.cue("criteria")):
        return True
    behind = clause.part.doc[mention.end : min(mention.end + 3, clause.end)]
    return any(t.lower_ in ("sasaran", "sasarannya", "target", "targetnya", "impian", "mendatang") for t in behind)


def denied(clause: Stretch, mention: Span) -> bool:
    """Whether "belum", "tidak", "bukan" stands close before the mention."""
    if mention.end < clause.end and clause.part.doc[mention.end].lower_ in ("bukan", "belum", "lepas", "melayang", "terhenti", "berakhir", "putus"):
        return True
    for cue in clause.cue("negation", before=mention.start):
        between = clause.part.doc[cue.end : mention.start]
        if len(between) <= 6 and not any(t.text in (",", ";") or t.lower_ in ("tetapi", "melainkan", "hanya") for t in between):
            return not (cue.text.lower() in ("tidak", "bukan") and any(t.lower_ in ("hanya", "sekadar", "sekedar", "saja") for t in clause.part.doc[cue.end : cue.end + 1]))
    return False


def condition(clause: Stretch, mention: Span) -> bool:
    """Whether the clause states what a tier demands rather than who has it."""
    bars = [q for q in clause.quantities if q._.quantity.unit == "percent"]
    words = clause.cue("criteria")
    asks = [c for c in words if c.text.lower() not in ("harus", "wajib", "mesti", "minimal", "ukuran", "indikator")]
    if any(c.end <= mention.start and mention.start - c.end <= 4 for c in asks if c.text.lower() not in ("daerah yang", "sedikitnya", "setidaknya")):
        return True
    if any(0 <= mention.start - q.end <= 6 and (q._.quantity.op in (">=", ">") or words) and any(t.lower_ in ("untuk", "bagi") for t in clause.part.doc[q.end : mention.start]) for q in bars):
        return True  # "keaktifan minimal 95 persen untuk kategori Utama"
    if not bars or not words:
        return False
    return any(mention.end <= c.start for c in words) and not clause.cue("accept", "accept_passive")


def is_past(clause: Stretch, mention: Span, edition: int | None) -> bool:
    """Whether the mention belongs to an earlier year: a year before the edition, "sebelumnya", "dari Madya"."""
    doc = clause.part.doc
    near = nearest_year(clause, mention)
    if near is not None and edition is not None:
        return near < edition
    if mention.start > clause.start and doc[mention.start - 1].lower_ in EARLIER and mention._.tier is not None:
        return True
    for cue in clause.cue("past"):
        if cue.text.lower() in ("saat itu", "waktu itu", "awalnya", "semula") and cue.end > mention.start:
            continue
        if cue.end <= mention.start and mention.start - cue.end <= 10 or 0 <= cue.start - mention.end <= 5:
            return True
    return False


def nearest_year(clause: Stretch, mention: Span) -> int | None:
    """The bare year nearest to the mention in its clause; one behind a word of data or decree does not count."""
    doc = clause.part.doc
    decrees = clause.cue("decree")
    best, best_gap = None, 99
    for at, year in clause.years:
        if any(0 <= at - d.end <= 5 for d in decrees) or doc[at - 1].text in ("–", "-") or (at + 1 < len(doc) and doc[at + 1].text in ("–", "-")):
            continue
        if at and doc[at - 1].lower_ in ("rpjmn", "rpjmd", "sejak"):
            continue
        gap = mention.start - at if at < mention.start else at - mention.end + 1
        if gap < best_gap:
            best, best_gap = year, gap
    return best


def announced(clause: Stretch, mention: Span) -> bool:
    """Whether the clause says that the award is still to come."""
    if clause.cue("future"):
        return True
    doc = clause.part.doc
    verbs = clause.cue(*GAINED)
    return any(v.start > clause.start and doc[v.start - 1].lower_ in ("akan", "bakal") for v in verbs)
