"""Award statements: which region has which tier of which programme, clause by clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span

from extractor.records.editions import Editions
from extractor.records.places import Place, Places
from extractor.records.scope import GAINED, Standing, nearest_year, standing
from extractor.records.view import YEAR, Part, Stretch, View

LIST_LEADS = frozenset(["pemerintah", "pemkab", "pemkot", "pemprov", "kab", "kab.", "kabupaten", "kota", "dan", "serta", "provinsi"])
DATELINE = re.compile(r"[^\n–—|]{0,70}?(?:\s?[–—]|\s?--|\s-\s|(?<=\w)-\s(?=[A-Z“\"])|\|\|)")
LOWER = re.compile(r"\b(?!com\b|id\b|net\b|news\b|co\b)[a-z]{3,}\b")
NON_REGIONS = ("perangkat daerah", "opd", "badan usaha", "perusahaan", "bumd", "desa", "kelurahan", "kecamatan", "sekolah", "rumah sakit", "puskesmas", "klinik", "faskes", "dinas", "umkm", "badan publik", "perguruan tinggi", "universitas", "kementerian", "lembaga", "skpd", "unit kerja", "fasilitas kesehatan")
LIST_GAP = 4  # sentences that one item of a list may take before the next
SPEAKERS = ("staff", "centre", "other")
POINTING = ("ketiganya", "keduanya", "keempatnya", "kelimanya", "daerah itu juga", "daerah tersebut", "ketiga daerah", "kedua daerah", "dua daerah itu", "tiga daerah itu", "kabupaten itu", "kabupaten tersebut juga", "semuanya")
SAME = ("kategori ini", "kategori tersebut", "predikat yang sama", "kategori yang sama", "kategori serupa", "predikat serupa", "predikat sama", "predikat tersebut", "predikat ini", "opini yang sama", "tingkat yang sama", "hasil serupa", "hasil sama", "opini serupa", "level yang sama")


@dataclass
class Statement:
    """One clause's word on one award: a region (null: the article's own), a tier, a score, and how it stands."""

    programme: str
    clause: Stretch
    standing: Standing
    place: Place | None = None
    tier: Span | None = None
    score: Span | None = None
    year: int | None = None
    listed: bool = False
    marks: list[Span] = field(default_factory=list)


class Statements:
    """All award statements of an article, in reading order."""

    def __init__(self, view: View, places: Places, editions: Editions) -> None:
        self.view, self.places, self.editions = view, places, editions
        self.venues = {(p.name, i) for p, s in view.all("venues") if s._.venue.hall for i in range(s.start, s.end)}
        self.found: list[Statement] = []
        self.last_tier: Span | None = None
        self.list_until = -1  # the last sentence that can still be a line of an open list
        self.others = 0  # clauses in which the award goes to offices or companies
        self.header: Span | None = None
        self.closed_header = False  # the list under way is of companies or villages
        self.group: tuple[Span, Stretch] | None = None  # "enam daerah berpredikat Sangat Baik": the tier of a list to come
        for sentence in view.sentences:
            self.read_sentence(sentence)

    def read_sentence(self, sentence: Stretch) -> None:
        if self.read_list_line(sentence) or self.read_pointing_back(sentence):
            return
        first = len(self.found)
        for clause in sentence.clauses():
            self.read_clause(sentence, clause)
        self.read_counted(sentence)
        self.carry_heading(self.found[first:])
        opened = len(self.found) > first
        if self.opens_list(sentence, opened):
            self.list_until = sentence.sentence + 1
        elif sentence.sentence > self.list_until:
            self.header = None

    # --- lists over lines -------------------------------------------------------------------------------

    def opens_list(self, sentence: Stretch, stated: bool) -> bool:
        """Whether recipients follow line by line: the sentence ends in a colon, or is a heading with a tier."""
        text = sentence.text.rstrip()
        if text.endswith(":") and not sentence.regions:
            lower = f" {text.lower().rstrip(':')} "
            self.closed_header = any(f" {word} " in lower for word in (*NON_REGIONS, "usaha", "usaha besar", "mikro", "swasta", "media"))
        heading = len(sentence.tiers) == 1 and len(sentence.span) <= 12 and not self.recipients(sentence)
        if heading and (text.endswith(":") or text[-1:] not in ".!?”\""):
            self.header = sentence.tiers[0]
            return True
        if sentence.cue("target"):
            return False
        cued = sentence.cue("listing", "gain", "gain_passive", "award_noun", "accept")
        open_end = text.endswith(":") or text[-1:].isalpha() and bool(cued) and cued[-1].end >= sentence.end - 2
        return open_end and bool(cued or sentence.tiers) and (stated or bool(self.found) or bool(sentence.tiers))

    def read_list_line(self, sentence: Stretch) -> bool:
        """A line of an open list that begins with a region: "- Kota Makassar: …", "Kabupaten Bintan, Kota Batam"."""
        if sentence.sentence > self.list_until or sentence.is_title:
            return False
        recipients = self.recipients(sentence)
        doc = sentence.part.doc
        starts = bool(recipients) and all(not t.is_alpha or t.lower_ in LIST_LEADS for t in doc[sentence.start : recipients[0].span.start])
        if not starts:
            return False
        colon = recipients[0].span.end < sentence.end and doc[recipients[0].span.end].text in (":", "(", "–", "-", "=") or len(recipients) == 1
        chosen = recipients[:1] if colon and len(recipients) > 1 and doc[recipients[0].span.end].text == ":" else recipients
        pid = self.editions.context[sentence.sentence]
        if pid is None:
            return False
        if self.closed_header:
            return True
        for place in chosen:
            tier = next((t for t in sentence.tiers if self.fits(t, pid)), None) or self.header
            score = self.score_pairs(chosen, self.scores(sentence)).get(place.span.start)
            self.add(pid, sentence, "received", place, tier, score=score, listed=True)
        self.list_until = sentence.sentence + LIST_GAP
        return True

    @staticmethod
    def carry_heading(found: list[Statement]) -> None:
        """ "Predikat AA diraih X, sedangkan untuk kota diraih Y": a tier before its verb covers the contrasted clause too."""
        heading: Span | None = None
        for statement in found:
            if statement.tier is not None and statement.place is not None:
                heads = statement.tier.start < statement.place.span.start and bool(statement.clause.cue("gain_passive"))
                heading = statement.tier if heads else None
            elif heading is not None and statement.place is not None and not statement.clause.tiers and statement.clause.cue("gain_passive"):
                statement.tier = heading

    def read_pointing_back(self, sentence: Stretch) -> bool:
        """ "Ketiganya berkualifikasi Informatif": a tier for the regions that the sentence before names."""
        words = " ".join(t.lower_ for t in sentence.span[:7])
        if len(sentence.tiers) != 1 or self.recipients(sentence) or not any(w in words for w in POINTING) or not sentence.sentence:
            return False
        back = (s for s in reversed(self.view.sentences[max(0, sentence.sentence - 4) : sentence.sentence]) if s.part is sentence.part)
        places = next((found for s in back if len(found := self.recipients(s)) > 1), [])
        pid = self.editions.near(sentence, sentence.tiers[0])
        if pid is None or not places or not self.fits(sentence.tiers[0], pid):
            return False
        stand = standing(sentence, sentence.tiers[0], self.editions.years[pid].year)
        for place in places:
            self.add(pid, sentence, stand, place, sentence.tiers[0], listed=True)
        return True

    def read_counted(self, sentence: Stretch) -> None:
        """ "empat provinsi, yakni A, B, C dan D" where the article has said that four provinces were honoured."""
        counts = {(q._.quantity.value, q._.quantity.unit) for s in self.found if s.standing == "received" for q in s.clause.quantities}
        for span in sentence.quantities:
            quantity = span._.quantity
            if quantity.unit not in ("provinsi", "kabupaten", "kota", "daerah") or not 2 <= quantity.value <= 60:
                continue
            behind = [p for p in self.recipients(sentence) if p.span.start >= span.end and p.region is not None]
            run = behind[:1] if behind and behind[0].span.start - span.end <= 3 else []
            for place in behind[1:]:
                if run and self.places.joined(sentence.part, run[-1].span, place.span):
                    run.append(place)
            if len(run) == quantity.value and (quantity.value, quantity.unit) in counts:
                pid = self.editions.context[sentence.sentence]
                known = {s.place.key for s in self.found if s.place is not None and s.standing == "received"}
                for place in run:
                    if pid is not None and place.key not in known:
                        self.add(pid, sentence, "received", place, None, listed=True)

    # --- clauses ----------------------------------------------------------------------------------------

    def read_clause(self, sentence: Stretch, clause: Stretch) -> None:
        if self.closed_header and sentence.sentence <= self.list_until + 1 and not clause.cue("accept", "accept_passive"):
            return
        tiers = [t for t in clause.tiers if not self.is_scale(clause, t)]
        verbs = clause.cue("gain", "gain_passive", "accept", "accept_passive", "give", "give_passive")
        nouns = clause.cue("award_noun", "rank")
        if not verbs and clause.cue("future") and self.recipients(clause):
            verbs = clause.cue("future")
        anchor = tiers[0] if tiers else verbs[0] if verbs else None
        scores = self.scores(clause)
        if anchor is None and scores:
            anchor = scores[0]
        same = any(words in clause.text.lower() for words in SAME)
        listing = bool(clause.cue("listing")) and bool(self.found) and self.found[-1].clause.sentence >= sentence.sentence - 1
        if anchor is None and (clause.cue("rank") or listing) and self.found:
            anchor = (clause.cue("rank") or clause.cue("listing"))[0]
        if anchor is None:
            return
        pid = self.editions.near(sentence, anchor)
        named = any(not s._.programme.weak for s in clause.programmes) or (bool(clause.programmes) and bool(nouns))
        nouns = nouns or [v for v in verbs if v.text.lower().startswith(("penerima", "peraih"))]
        goes_on = listing and len(self.recipients(clause)) > 1 and self.group_tier(sentence) is not None
        goes_on = goes_on or listing and (self.found[-1].listed or clause.cue("listing")[0].start - clause.start <= 1)
        evidence = named or bool(tiers) or bool(nouns) or bool(scores and clause.programmes) or same or goes_on or len(self.score_pairs(self.recipients(clause), scores)) > 1
        if pid is None or not evidence:
            return
        recipients = self.recipients(clause)
        if not recipients and self.others_win(clause, anchor):
            self.others += bool(clause.programmes)
            return
        if not tiers and not verbs and not scores and not clause.cue("rank") and not listing:
            return
        tiers = [t for t in tiers if self.fits(t, pid)] or ([] if not tiers else [])
        pairs = list(self.pair(clause, recipients, tiers))
        rest = any(t.lower_ in ("lainnya", "lain", "salah", "sisanya") for t in clause.span[:5]) and (listing or len(recipients) > 1)
        scored = len(self.score_pairs(recipients, scores)) > 1
        group = self.group_tier(sentence) if not tiers and (listing or scored) or rest else None
        if group is not None:
            pairs = [(place, tier or group) for place, tier in pairs]
        self.remember_group(clause, recipients, tiers)
        if (same or rest) and self.last_tier is not None:
            pairs = [(place, tier or self.last_tier) for place, tier in pairs]
        score_of = self.score_pairs(recipients, scores)
        for place, tier in pairs:
            mark = tier or self.verb_for(clause, place) or anchor
            stand = standing(clause, mark, self.editions.years[pid].year)
            if stand == "received" and not verbs and clause.cue("negation") and not tiers:
                stand = "denied"
            if stand == "received" and not verbs and not tiers and scores and len(recipients) < 2 and not listing:
                stand = "past"  # an index as it stands, with no result said
            year = nearest_year(clause, mark)
            score = score_of.get(place.span.start) if place else self.own_score(clause, scores, tier)
            if place and score is None and len(recipients) == 1:
                score = self.own_score(clause, scores, tier)
            self.add(pid, clause, stand, place, tier, score=score, year=year, listed=len(recipients) > 2 or listing)
        if tiers:
            self.last_tier = tiers[-1]

    def add(
        self, pid: str, clause: Stretch, stand: Standing, place: Place | None, tier: Span | None, *,
        score: Span | None = None, year: int | None = None, listed: bool = False,
    ) -> None:
        self.found.append(Statement(pid, clause, stand, place, tier, score, year, listed))

    @staticmethod
    def others_win(clause: Stretch, anchor: Span) -> bool:
        """Whether the winners are no regions: "delapan perangkat daerah mendapat nilai A", "110 badan usaha"."""
        held = {i for o in clause.officials for i in range(o.start, o.end)}
        text = " " + " ".join(t.lower_ for t in clause.part.doc[clause.start : max(anchor.start, clause.start)] if t.i not in held) + " "
        after = " " + clause.part.doc[anchor.end : min(anchor.end + 12, clause.end)].text.lower() + " "
        told = any(f" {word} " in text for word in NON_REGIONS)
        return told or any(f" {to} {word} " in after for to in ("kepada", "untuk", "bagi") for word in NON_REGIONS)

    def verb_for(self, clause: Stretch, place: Place | None) -> Span | None:
        verbs = clause.cue(*GAINED)
        if not verbs or place is None:
            return verbs[0] if verbs else None
        return min(verbs, key=lambda v: abs(v.start - place.span.start))

    def pair(self, clause: Stretch, recipients: list[Place], tiers: list[Span]) -> Iterator[tuple[Place | None, Span | None]]:
        """Each region with its tier.  A tier before the first region heads those behind it; else it closes those before."""
        if not recipients:
            for tier in tiers or [None]:
                yield None, tier
            return
        if not tiers:
            yield from ((place, None) for place in recipients)
            return
        if len(recipients) == 1:
            yield recipients[0], None
            if len(tiers) > 1 and self.climbs(clause, tiers):
                yield recipients[0], tiers[-1]
                return
            yield from ((recipients[0], tier) for tier in tiers)
            return
        heads = tiers[0].start < recipients[0].span.start
        for place in recipients:
            before = [t for t in tiers if t.end <= place.span.start]
            after = [t for t in tiers if t.start >= place.span.end]
            if heads:
                yield place, before[-1] if before else tiers[0]
            else:
                yield place, after[0] if after else before[-1]

    def remember_group(self, clause: Stretch, recipients: list[Place], tiers: list[Span]) -> None:
        counts = [q for q in clause.quantities if q._.quantity.unit in ("daerah", "kabupaten", "kota", "kabupaten/kota", "provinsi")]
        if len(tiers) == 1 and len(counts) == 1 and not recipients:
            self.group = (tiers[0], clause)

    def group_tier(self, sentence: Stretch) -> Span | None:
        """The tier of a group counted at most three sentences before, whose members are listed now."""
        if self.group is None or sentence.sentence - self.group[1].sentence > 3 or self.group[1].part is not sentence.part:
            return None
        return self.group[0]

    @staticmethod
    def climbs(clause: Stretch, tiers: list[Span]) -> bool:
        """Whether the last of several tiers is the one reached: "sesudah lama di Pratama, kini naik menjadi Madya"."""
        between = {t.lower_ for t in clause.part.doc[tiers[0].end : tiers[-1].start]}
        return bool(between & {"naik", "menjadi", "jadi", "ke", "kini", "akhirnya", "melompat", "turun", "sekarang", "hanya", "cuma"}) and not clause.cue("target", after=tiers[0].end)

    def fits(self, tier: Span, pid: str) -> bool:
        return any(p == pid for p, _ in tier._.tier.options)

    def is_scale(self, clause: Stretch, tier: Span) -> bool:
        """Whether a tier only names a step of the scale: "tiga kategori, yaitu Utama, Madya, dan Pratama", "BB (70-80)", counts."""
        doc = clause.part.doc
        after = doc[tier.end : min(tier.end + 3, len(doc))]
        if len(after) > 2 and after[0].text == "(" and after[1].like_num and after[2].text in ("-", "–", "hingga"):
            return True
        if tier.start > 0 and doc[tier.start - 1].lower_ in ("kategori", "predikat", "daerah", "peraih", "kualifikasi", "opini"):
            at = tier.start - 1
            while at > clause.start and doc[at - 1].lower_ in ("daerah", "kategori", "pemda", "kabupaten", "kota", "kabupaten/kota", "/", "provinsi", "meraih", "berpredikat", "predikat", "menerima"):
                at -= 1
            if at > clause.start and (doc[at - 1].like_num or doc[at - 1].text.isdigit()) and not YEAR.fullmatch(doc[at - 1].text):
                return True
        counted = [q for q in clause.quantities if 0 <= q.start - tier.end <= 4 and float(q._.quantity.value).is_integer() and q._.quantity.unit in (None, "daerah", "kabupaten/kota", "kabupaten", "kota")]
        if counted and any(t.lower_ in ("sebanyak", "ada", "berjumlah", ":", "diraih", "diberikan") for t in doc[tier.end : counted[0].start]) and not self.recipients(clause):
            return True
        near = clause.tiers
        kinds = {t.text.lower() for t in near}
        return len(kinds) >= 3 and not self.recipients(clause)

    # --- scores -----------------------------------------------------------------------------------------

    def scores(self, clause: Stretch) -> list[Span]:
        """Numbers that can be a score: without a unit, or in points, with a word of scoring before or a region beside."""
        words = frozenset(["nilai", "skor", "indeks", "poin", "nilainya", "indeksnya", "skornya", "penilaian", "angka", "sebesar", "mencapai", "yaitu", "index", "menjadi", "meraih", "capai"])
        doc, found = clause.part.doc, []
        years = {at for at, _ in clause.years}
        for span in clause.quantities:
            quantity = span._.quantity
            if quantity.unit not in (None, "points", "percent") or span.start in years or quantity.words or quantity.value > 1000 or "-" in span.text:
                continue
            decimal = "," in span.text or "." in span.text
            back = [doc[i].lower_ for i in range(max(clause.start, span.start - 6), span.start)]
            if quantity.unit == "percent" or not decimal and not set(back[-3:]) & {"nilai", "skor", "nilainya", "poin"} and quantity.unit != "points":
                continue
            if set(back[-4:]) & {"target", "dipatok", "targetnya", "kenaikan", "naik", "turun", "selisih", "skala", "minimal", "yakni", "mendekati", "nomor"} and not set(back[-2:]) & words:
                continue
            if "target" in back or "dipatok" in back or "skala" in back or clause.cue("criteria", before=span.start):
                continue
            if quantity.unit == "points" and set(back[-3:]) & {"kenaikan", "naik", "turun", "ada"}:
                continue
            beside = any(r.end <= span.start and span.start - r.end <= 2 for r in clause.regions)
            earlier = any(t.lower_ in ("indeks", "nilai", "skor", "indeksnya", "nilainya") for t in doc[clause.start : span.start]) and decimal
            if set(back) & words or earlier or beside or (span.end < len(doc) and doc[span.end].text == "(" and decimal):
                found.append(span)
        return found

    @staticmethod
    def score_pairs(recipients: list[Place], scores: list[Span]) -> dict[int, Span]:
        """Scores right behind their region: "Rejang Lebong 3,23, Bengkulu 3,12"."""
        pairs = {}
        for place in recipients:
            following = min((p.span.start for p in recipients if p.span.start > place.span.start), default=10**9)
            close = [s for s in scores if 0 <= s.start - place.span.end <= (8 if len(recipients) > 1 else 4) and s.start < following]
            if close:
                pairs[place.span.start] = close[0]
        return pairs

    @staticmethod
    def own_score(clause: Stretch, scores: list[Span], tier: Span | None) -> Span | None:
        return min(scores, key=lambda s: abs(s.start - (tier.start if tier is not None else clause.start))) if scores else None

    # --- who can be a recipient -------------------------------------------------------------------------

    def recipients(self, clause: Stretch) -> list[Place]:
        """The regions of a clause that can be honoured there, each once, by position."""
        found: dict[str, Place] = {}
        for span in clause.regions:
            place = self.places.at(clause.part, span)
            if place and self.can_receive(clause, place):
                found.setdefault(place.key, place)
        return list(found.values())

    def can_receive(self, clause: Stretch, place: Place) -> bool:
        span, mention, doc = place.span, place.mention, clause.part.doc
        if (clause.part.name, span.start) in self.venues or mention.via == "organisation":
            return False
        if place.region is not None and place.region.province_code == "31" and place.region.level != "provinsi" and mention.via in ("bare", "level"):
            return False  # a town of the capital is where the ceremony was
        if place.region is not None and place.region.level == "provinsi" and self.is_scope(clause.part, span):
            return False
        if self.in_dateline(clause, span) or self.is_apposition(clause, place):
            return False
        owner = next((o for o in clause.part.by_start["officials"] if o.start <= span.start < o.end), None)
        if owner is not None and not self.takes(clause, owner):
            return False
        before = doc[span.start - 1].lower_ if span.start > clause.start else ""
        if mention.place and mention.via in ("bare", "level"):
            return False
        if before in ("se", "se-") or before == "-" and span.start > 1 and doc[span.start - 2].lower_ == "se":
            return False
        if [doc[i].lower_ for i in range(max(clause.start, span.start - 2), span.start)] == ["ibu", "kota"] or span[0].lower_ == "kota" and before == "ibu":
            return False  # "ibu kota NTB" is another region
        if self.gives(clause, span):
            return False
        company = any(doc[i].text in ("PT", "CV", "RS", "RSUD", "BUMD", "UD") for i in range(max(clause.start, span.start - 8), span.start))
        return not company and not self.compared(clause, span) and not self.accompanies(clause, span)

    @staticmethod
    def gives(clause: Stretch, span: Span) -> bool:
        """Whether the region's government gives the award: "Pemda X membagikan penghargaan"."""
        ahead = clause.cue("give", "gain", "gain_passive", "accept", "accept_passive", "give_passive", after=span.end)
        if not ahead or ahead[0].label_ != "give" or ahead[0].start - span.end > 4 or ahead[0].text.lower() == "beri":
            return False
        return not any(t.lower_ == "kepada" for t in clause.part.doc[clause.start : span.start])

    @staticmethod
    def is_scope(part: Part, span: Span) -> bool:
        """Whether a province only tells whose round of the award it is: "tingkat Provinsi X", "Paritrana Award X 2024", "KI X Award"."""
        doc = part.doc
        before = [doc[i].lower_ for i in range(max(0, span.start - 2), span.start)]
        if "tingkat" in before or before[-1:] == ["level"]:
            return True
        gap = 1 if before[-1:] and before[-1].isdigit() else 0
        beside = any(p.end == span.start - gap and not p._.programme.weak for p in part.by_start["programmes"])
        if beside and gap:
            return True
        after = doc[span.end].lower_ if span.end < len(doc) else ""
        return beside and (after.isdigit() or after in ("award", "awards", "", "tahun", "di", ",")) or after in ("award", "awards") and before[-1:] == ["ki"]

    def takes(self, clause: Stretch, official: Span) -> bool:
        """Whether a head or deputy named with the region takes the award: before a verb of taking, or behind "oleh", "kepada"."""
        if official._.person.kind in SPEAKERS or self.stands_by(clause, official):
            return False
        doc = clause.part.doc
        ahead = clause.cue("gain", "accept", "statement", "presiding", "companion", "give", "proxy_to", after=official.end)
        if ahead and ahead[0].label_ in ("gain", "accept", "proxy_to"):
            return True
        lead = [doc[i].lower_ for i in range(max(clause.start, official.start - 4), official.start)]
        return bool(set(lead) & {"kepada", "diterima", "oleh", "diraih", "diganjar", "untuk", "bagi"}) and "diserahkan" not in lead

    @staticmethod
    def in_dateline(clause: Stretch, span: Span) -> bool:
        """Whether the mention stands before the dash or bracket of a dateline, at the start of a paragraph."""
        doc = clause.part.doc
        if clause.part.name == "text" and clause.sentence <= 4 and span.start_char < 80:
            opening = DATELINE.match(doc.text)
            if opening and span.end_char <= opening.end() and not LOWER.search(opening[0]):
                return True
        if clause.is_title or span.start > clause.start + 6:
            return False
        if clause.start and "\n" not in doc[clause.start - 1].text and clause.sentence > 2:
            return False
        for at in range(span.end, min(span.end + 9, clause.end)):
            text = doc[at].text
            if "." in text and text.rsplit(".", 1)[1].lower() in ("com", "id", "news", "co", "net", "my"):
                return True
            if text in ("–", "—", "-", "--", "||", "|") or text == ":" and at <= span.end + 1 and clause.sentence <= 2:
                return True
            if doc[at].is_alpha and doc[at].text[0].islower() and doc[at].lower_ not in ("com", "id", "news", "co", "net"):
                return False
        return False

    def is_apposition(self, clause: Stretch, place: Place) -> bool:
        """Whether a province only tells where the region before it lies: "Kabupaten X, Provinsi Y,"."""
        if place.region is None or place.region.level != "provinsi":
            return False
        doc = clause.part.doc
        before = [p for s in clause.regions if s.end <= place.span.start and (p := self.places.at(clause.part, s))]
        if not before or before[-1].region is None or before[-1].region.province_code != place.region.code or before[-1].region.level == "provinsi":
            return False
        between = doc[before[-1].span.end : place.span.start]
        if any(t.lower_ in ("dan", "serta") for t in between):
            return False
        after = doc[place.span.end].text if place.span.end < len(doc) else ""
        return len(between) <= 4 and (after in (",", ")", ".", "") or not any(t.text == "," for t in between) or len(clause.regions) == 2)

    def compared(self, clause: Stretch, span: Span) -> bool:
        """Whether the region is only compared with: "di belakang X", "menyalip X", "ke X" (a study visit)."""
        doc = clause.part.doc
        words = [doc[i].lower_ for i in range(max(clause.start, span.start - 3), span.start)]
        text = " ".join(words)
        return any(text.endswith(w) or w + " " in text + " " for w in ("belakang", "di bawah", "menyalip", "mengungguli", "dibanding", "dibandingkan", "mengalahkan", "ungguli", "ketimbang", "mencontoh")) or "selain" in words

    def accompanies(self, clause: Stretch, span: Span) -> bool:
        """Whether a person or a place behind "didampingi", "dihadiri" carries the name."""
        owner = next((o for o in clause.part.by_start["officials"] if o.start <= span.start < o.end), None)
        return owner is not None and self.stands_by(clause, owner)

    @staticmethod
    def stands_by(clause: Stretch, official: Span) -> bool:
        """Whether the official is named behind a word of company, with no verb of receiving between."""
        cues = clause.cue("companion", before=official.start)
        if not cues:
            return False
        between = clause.cue("accept", "accept_passive", "give", "give_passive", after=cues[-1].end, before=official.start)
        ends = any(t.text in (";",) for t in clause.part.doc[cues[-1].end : official.start])
        return not between and not ends
