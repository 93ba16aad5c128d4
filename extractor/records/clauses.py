"""Small questions asked of a clause before its results are read."""

from __future__ import annotations

from spacy.tokens import Span

from extractor.records.lists import OTHERS
from extractor.records.places import Place
from extractor.records.scope import GAINED
from extractor.records.view import Stretch
from extractor.records.words import GIVEN_TO


def defines(clause: Stretch) -> bool:
    """Whether the clause says what the award is: "Paritrana Award ialah apresiasi bagi pihak yang …"."""
    first = next((p for p in clause.programmes if p.start - clause.start <= 2), None)
    return first is not None and clause.behind(first.end, 1)[:1] in (["ialah"], ["adalah"], ["merupakan"])


def verb_for(clause: Stretch, place: Place | None) -> Span | None:
    """The verb of winning nearest to the region."""
    verbs = clause.cue(*GAINED)
    if not verbs or place is None:
        return verbs[0] if verbs else None
    return min(verbs, key=lambda v: abs(v.start - place.span.start))


def others_win(clause: Stretch, anchor: Span) -> bool:
    """Whether the winners are no regions: "delapan perangkat daerah mendapat nilai A", "110 badan usaha"."""
    held = {i for o in clause.officials for i in range(o.start, o.end)}
    subject = [
        t.lower_ for t in clause.doc[clause.start : max(anchor.start, clause.start)] if t.i not in held
    ]
    before, after = f" {' '.join(subject)} ", f" {clause.text_behind(anchor.end, 12)} "
    gives = any(cue.start == anchor.start for cue in clause.cue("give"))  # its subject is the giver
    if not gives and any(f" {word} " in before for word in OTHERS):
        return True
    return any(f" {to} {word} " in after for to in GIVEN_TO for word in OTHERS)
