"""Award statements: which region has which tier of which programme, clause by clause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import programme_of, tier_of
from extractor.records.clauses import defines, others_win, verb_for
from extractor.records.editions import Editions
from extractor.records.groups import Groups
from extractor.records.lists import Lists
from extractor.records.pairs import Pair, climbs, is_scale, pair
from extractor.records.places import Place, Places
from extractor.records.recipients import Recipients
from extractor.records.scope import GAINED, Standing, nearest_year, standing
from extractor.records.scores import own_score, score_pairs, scores_of
from extractor.records.statement import Ledger, Statement
from extractor.records.view import Stretch, View

__all__ = ["Statement", "Statements"]

WORDS = lexicon("statements")
SAME = tuple(WORDS["same"])
REMAINDER = frozenset(WORDS["remainder"])
RESULT_OF = frozenset(WORDS["result_of"])
HOLDERS = tuple(WORDS["holders"])
LISTED = 3  # regions that make a clause a list


@dataclass(frozen=True)
class Reading:
    """What stands in a clause: regions, tiers won, verbs, scores, and whether it goes on a list
    begun before.
    """

    clause: Stretch
    recipients: list[Place]
    tiers: list[Span]
    verbs: list[Span]
    scores: list[Span]
    listing: bool

    @cached_property
    def paired_scores(self) -> dict[int, Span]:
        return score_pairs(self.recipients, self.scores)

    @property
    def says_same(self) -> bool:
        """Whether the clause points at the tier named before: "kategori yang sama"."""
        text = self.clause.text.lower()
        return any(words in text for words in SAME)

    @property
    def lists_rest(self) -> bool:
        """Whether the clause lists the rest of a group: "Daerah lainnya ialah A dan B"."""
        opening = self.clause.behind(self.clause.start, 5)
        return not REMAINDER.isdisjoint(opening) and (self.listing or len(self.recipients) > 1)


class Statements:
    """All award statements of an article, in reading order: `found`.

    `others` counts the clauses in which the award goes to offices or companies.
    """

    def __init__(self, view: View, places: Places, editions: Editions) -> None:
        self.editions = editions
        self.recipients = Recipients(view, places)
        self.ledger = Ledger()
        self.lists = Lists(self.recipients, editions, self.ledger)
        self.groups = Groups(view, self.recipients, editions, self.ledger)
        self.last_tier: Span | None = None
        self.others = 0
        self._view = view
        for sentence in view.sentences:
            self.read_sentence(sentence)

    @property
    def found(self) -> list[Statement]:
        return self.ledger.found

    def read_sentence(self, sentence: Stretch) -> None:
        if (
            self.lists.read_line(sentence)
            or self.lists.read_cell(sentence)
            or self.groups.read_pointing_back(sentence)
        ):
            return
        first = len(self.found)
        for clause in sentence.clauses:
            if not self.read_item(sentence, clause):
                self.read_clause(sentence, clause)
        self.groups.read_counted(sentence)
        carry_heading(self.found[first:])
        self.lists.note(sentence, stated=len(self.found) > first)

    # --- one clause -------------------------------------------------------------------------------------

    def read_clause(self, sentence: Stretch, clause: Stretch) -> None:
        if self.lists.is_closed(sentence) and not clause.cue("accept", "accept_passive"):
            return
        reading = self.look(sentence, clause)
        anchor = self.anchor(reading)
        pid = self.editions.near(sentence, anchor) if anchor is not None else None
        if anchor is None or pid is None or not self.is_about_award(sentence, reading):
            return
        if not reading.recipients and defines(clause):
            return
        if not reading.recipients and others_win(clause, anchor):
            self.others += bool(clause.programmes)
            return
        says_nothing = not (reading.tiers or reading.verbs or reading.scores or reading.listing)
        if says_nothing and not clause.cue("rank"):
            return
        tiers = [t for t in reading.tiers if tier_of(t).fits(pid)]
        for place, tier in self.pairs(sentence, reading, tiers):
            self.state(reading, pid, (place, tier), tiers, anchor)
        if len(reading.recipients) == 1 and len(tiers) > 1 and climbs(clause, tiers):
            for tier in tiers[:-1]:
                if clause.word_before(tier.start) == "dari":
                    self.ledger.add(Statement(pid, clause, "past", reading.recipients[0], tier))
        if tiers:
            self.last_tier = tiers[-1]
        self.read_others(sentence, reading, pid)

    def read_others(self, sentence: Stretch, reading: Reading, pid: str) -> None:
        """The tiers of further programmes in the clause: "predikat Nindya KLA 2025 dan opini WTP"."""
        for tier in reading.tiers:
            other = self.editions.near(sentence, tier)
            named = tier_of(tier).programmes & set(self.editions.counts)
            if other == pid and len(named) == 1:
                other = next(iter(named))
            if other is None or other == pid or not tier_of(tier).fits(other):
                continue
            places: list[Place | None] = [*reading.recipients] or [None]
            for place in places:
                self.state(reading, other, (place, tier), [tier], tier)

    def read_item(self, sentence: Stretch, clause: Stretch) -> bool:
        """A further item of a list under a tier: "Kategori Pratama: Kabupaten A; Kabupaten B"."""
        last = self.ledger.last
        if clause.doc[clause.start].text != ";" or last is None or last.tier is None:
            return False
        heads = last.clause.sentence == sentence.sentence and ":" in clause.part.words(
            last.tier.end, clause.start
        )
        if not heads or clause.tiers or clause.cues or last.tier.start > clause.start:
            return False
        for place in self.recipients.of(clause):
            self.ledger.add(
                Statement(
                    last.programme, clause, last.standing, place, last.tier, year=last.year, listed=True
                )
            )
        return True

    def look(self, sentence: Stretch, clause: Stretch) -> Reading:
        recipients = self.recipients.of(clause) or self.owner_of_result(sentence, clause)
        tiers = [t for t in clause.tiers if not is_scale(clause, t, has_recipients=bool(recipients))]
        verbs = clause.cue(*GAINED) or (clause.cue("future") if recipients else [])
        last = self.ledger.last
        near = last is not None and last.clause.sentence >= sentence.sentence - 1
        listing = bool(clause.cue("listing")) and (near or self.groups.opens_list(clause))
        return Reading(clause, recipients, tiers, verbs, scores_of(clause), listing)

    def owner_of_result(self, sentence: Stretch, clause: Stretch) -> list[Place]:
        """The one region of the clause before, where a result goes on: "…; nilainya 89 sehingga masuk Y"."""
        if not clause.tiers or RESULT_OF.isdisjoint(clause.part.words(clause.start, clause.end)):
            return []
        before = [c for c in sentence.clauses if c.end <= clause.start]
        places = self.recipients.of(before[-1]) if before else []
        return places if len(places) == 1 else []

    def anchor(self, reading: Reading) -> Span | None:
        """The mention that the clause turns on: a tier, else a verb, else a score, else a rank or a word of
        listing.
        """
        for spans in (reading.tiers, reading.verbs, reading.scores):
            if spans:
                return spans[0]
        if not self.found:
            return None
        clause = reading.clause
        ranked = clause.cue("rank") or (clause.cue("listing") if reading.listing else [])
        return ranked[0] if ranked else None

    def is_about_award(self, sentence: Stretch, reading: Reading) -> bool:
        """Whether the clause speaks of an award at all: it names one, a tier, or goes on from a clause that
        did.
        """
        clause = reading.clause
        nouns = bool(clause.cue("award_noun", "rank"))
        if reading.tiers or nouns or reading.says_same or len(reading.paired_scores) > 1:
            return True
        if any(v.text.lower().startswith(HOLDERS) for v in reading.verbs):
            return True
        if self.found and clause.cue("future") and clause.cue("listing"):
            return True  # "yang diundang ialah A dan B"
        if self.found and any(v.text.lower().endswith("nya") for v in reading.verbs):
            return True  # "yang mendapatkannya antara lain A dan B": the award named before
        if clause.programmes and reading.scores:
            return True
        return any(not programme_of(p).weak for p in clause.programmes) or self.goes_on(sentence, reading)

    def goes_on(self, sentence: Stretch, reading: Reading) -> bool:
        """Whether the clause lists further members of what was stated before."""
        last = self.ledger.last
        if not reading.listing or last is None:
            return False
        if len(reading.recipients) > 1 and self.groups.tier(sentence) is not None:
            return True
        return last.listed or reading.clause.cue("listing")[0].start - reading.clause.start <= 1

    def pairs(self, sentence: Stretch, reading: Reading, tiers: list[Span]) -> list[Pair]:
        """Regions with their tiers; those without one take the tier of their group, or the one
        named before.
        """
        pairs = list(pair(reading.clause, reading.recipients, tiers))
        rest = reading.lists_rest
        of_group = not tiers and (reading.listing or len(reading.paired_scores) > 1)
        group = self.groups.tier(sentence) if of_group or rest else None
        self.groups.remember(reading.clause, reading.recipients, tiers)
        if group is None and (rest or reading.says_same):
            group = self.last_tier
        return [(place, tier or group) for place, tier in pairs]

    def is_denied_behind(self, reading: Reading) -> bool:
        """Whether a list is closed by a denial: "Dua kabupaten, yakni A serta B, tidak mengirim data"."""
        clause = reading.clause
        sentence = self._view.sentences[clause.sentence]
        return bool(sentence.cue("negation", after=clause.start)) and not sentence.cue(*GAINED)

    def state(self, reading: Reading, pid: str, told: Pair, tiers: list[Span], anchor: Span) -> None:
        """Add the statement of one region and tier of a clause."""
        clause, (place, tier) = reading.clause, told
        mark = tier or verb_for(clause, place) or anchor
        stand = standing(clause, mark, self.editions.floor(pid))
        if stand == "received":
            stand = settle(reading, tiers)
        if stand == "received" and reading.listing and not (reading.verbs or tiers or reading.scores):
            stand = "denied" if self.is_denied_behind(reading) else stand
        score = reading.paired_scores.get(place.span.start) if place else None
        if score is None and (place is None or len(reading.recipients) == 1):
            score = own_score(clause, reading.scores, tier)
        listed = len(reading.recipients) >= LISTED or reading.listing
        self.ledger.add(
            Statement(pid, clause, stand, place, tier, score, year=nearest_year(clause, mark), listed=listed)
        )


def settle(reading: Reading, tiers: list[Span]) -> Standing:
    """How a clause stands that nothing else qualifies: without a verb or a tier it may state no result."""
    if reading.verbs or tiers:
        return "received"
    if reading.clause.cue("negation"):
        return "denied"
    if reading.scores and len(reading.recipients) < 2 and not (reading.listing or reading.says_same):
        return "past"  # an index as it stands, with no result said
    return "received"


def carry_heading(found: list[Statement]) -> None:
    """A tier before its verb covers the contrasted clause too: "AA diraih X, sedangkan untuk
    kota diraih Y".
    """
    heading: Span | None = None
    for statement in found:
        if statement.place is None:
            continue
        passive = bool(statement.clause.cue("gain_passive"))
        if statement.tier is not None:
            heads = statement.tier.start < statement.place.span.start and passive
            heading = statement.tier if heads else None
        elif heading is not None and not statement.clause.tiers and passive:
            statement.tier = heading
