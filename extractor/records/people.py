"""Who received, on whose behalf, and who handed over: officials around the verbs of giving and taking."""

from __future__ import annotations

from dataclasses import replace

from extractor.records.hands import Hand, Hands, Receipt
from extractor.records.places import Places
from extractor.records.presenters import Presenters
from extractor.records.proxies import Proxies
from extractor.records.receipts import Receipts
from extractor.records.statements import Statements
from extractor.records.view import View

__all__ = ["Hand", "People", "Receipt"]


class People:
    """Receipts, the surest first, and presenters of an article in reading order."""

    def __init__(self, view: View, places: Places, statements: Statements) -> None:
        hands = Hands(view, statements.found)
        receipts, presenters = Receipts(hands, Proxies(hands)), Presenters(hands, places)
        told = [s for s in view.sentences if s.officials or s.cue("accept")]
        self.receipts = sorted((r for s in told for r in receipts.of(s)), key=lambda r: r.rank)
        received = {r.sentence.sentence for r in self.receipts}
        givers = [hand for s in told for hand in presenters.of(s)]
        self.presenters = [replace(h, rank=h.rank - (h.sentence.sentence in received)) for h in givers]
