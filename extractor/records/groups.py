"""Groups: regions spoken of together, by a count, by "ketiganya", or by a tier said once for all of them."""

from __future__ import annotations

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import REGION_UNITS, quantity_of, tier_of
from extractor.records.editions import Editions
from extractor.records.places import Place
from extractor.records.recipients import Recipients
from extractor.records.scope import standing
from extractor.records.statement import Ledger, Statement
from extractor.records.view import Stretch, View

POINTING = tuple(lexicon("statements")["pointing"])
COUNTED_UNITS = REGION_UNITS - {"kabupaten/kota"}
COUNTS = range(2, 61)  # regions that one sentence may list
POINTER_WORDS = 7  # first words of a sentence in which "ketiganya" stands
POINTER_REACH = 4  # sentences back over which it points
GROUP_REACH = 3  # sentences between a counted group and the list of its members


class Groups:
    """Reads sentences that point back at regions or list the members of a counted group."""

    def __init__(self, view: View, recipients: Recipients, editions: Editions, ledger: Ledger) -> None:
        self.view, self.recipients, self.editions, self.ledger = view, recipients, editions, ledger
        self._honoured: set[tuple[float, str | None]] = set()  # of the first `_seen` statements
        self._seen = 0
        self.counted: tuple[Span, Stretch] | None = (
            None  # "enam daerah berpredikat Sangat Baik": tier and clause
        )

    # --- a tier for a list to come ----------------------------------------------------------------------

    def remember(self, clause: Stretch, recipients: list[Place], tiers: list[Span]) -> None:
        """Keep the tier of a clause that counts regions without naming them."""
        counts = [q for q in clause.quantities if quantity_of(q).unit in REGION_UNITS]
        if len(tiers) == 1 and len(counts) == 1 and not recipients:
            self.counted = (tiers[0], clause)

    def tier(self, sentence: Stretch) -> Span | None:
        """The tier of a group counted a few sentences before, whose members are listed now."""
        if self.counted is None:
            return None
        tier, clause = self.counted
        near = sentence.sentence - clause.sentence <= GROUP_REACH
        return tier if near and clause.part is sentence.part else None

    def opens_list(self, clause: Stretch) -> bool:
        """Whether a clause opens with "Daftarnya yaitu", "Mereka adalah" where a counted group awaits
        its list.
        """
        listing = clause.cue("listing")
        return bool(listing) and listing[0].start - clause.start <= 2 and self.tier(clause) is not None

    # --- pointing back ----------------------------------------------------------------------------------

    def read_pointing_back(self, sentence: Stretch) -> bool:
        """ "Ketiganya berkualifikasi Informatif": a tier for the regions that the sentence before names."""
        opening = " ".join(sentence.behind(sentence.start, POINTER_WORDS))
        if (
            len(sentence.tiers) != 1
            or not sentence.sentence
            or not any(words in opening for words in POINTING)
        ):
            return False
        tier = sentence.tiers[0]
        pid = self.editions.near(sentence, tier)
        if pid is None or not tier_of(tier).fits(pid) or self.recipients.of(sentence):
            return False
        places = self.places_before(sentence)
        stand = standing(sentence, tier, self.editions.floor(pid))
        for place in places:
            self.ledger.add(Statement(pid, sentence, stand, place, tier, listed=True))
        return bool(places)

    def places_before(self, sentence: Stretch) -> list[Place]:
        """The regions of the nearest sentence before that names several."""
        first = max(0, sentence.sentence - POINTER_REACH)
        for earlier in reversed(self.view.sentences[first : sentence.sentence]):
            places = self.recipients.of(earlier) if earlier.part is sentence.part else []
            if len(places) > 1:
                return places
        return []

    # --- the members of a count -------------------------------------------------------------------------

    def read_counted(self, sentence: Stretch) -> None:
        """ "empat provinsi, yakni A, B, C dan D" where the article has said that four provinces were
        honoured.
        """
        pid = self.editions.context[sentence.sentence]
        honoured = self.honoured() if sentence.quantities else set()
        for span in sentence.quantities:
            quantity = quantity_of(span)
            if quantity.unit not in COUNTED_UNITS or not COUNTS[0] <= quantity.value <= COUNTS[-1]:
                continue
            run = self.run_behind(sentence, span)
            if pid is None or len(run) != quantity.value or (quantity.value, quantity.unit) not in honoured:
                continue
            known = {
                s.place.key for s in self.ledger.found if s.place is not None and s.standing == "received"
            }
            for place in run:
                if place.key not in known:
                    self.ledger.add(Statement(pid, sentence, "received", place, listed=True))

    def honoured(self) -> set[tuple[float, str | None]]:
        """The counts, with their unit, in clauses that say that an award was received."""
        for statement in self.ledger.found[self._seen :]:
            if statement.standing == "received":
                quantities = map(quantity_of, statement.clause.quantities)
                self._honoured.update((q.value, q.unit) for q in quantities)
        self._seen = len(self.ledger.found)
        return self._honoured

    def run_behind(self, sentence: Stretch, count: Span) -> list[Place]:
        """The list of regions that begins right behind a count."""
        behind = [
            p for p in self.recipients.of(sentence) if p.span.start >= count.end and p.region is not None
        ]
        if not behind or behind[0].span.start - count.end > 3:
            return []
        run = behind[:1]
        for place in behind[1:]:
            if self.recipients.places.joined(sentence.part, run[-1].span, place.span):
                run.append(place)
        return run
