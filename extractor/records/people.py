"""Who received, on whose behalf, and who handed over: officials around the verbs of giving and taking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Span

from extractor.pipes.officials import PersonMention
from extractor.records.places import Places
from extractor.records.scope import announced, denied, hoped
from extractor.records.statements import Statements
from extractor.records.view import Stretch, View

RECEIVERS = frozenset(["head", "deputy", "staff"])
MANNER = frozenset(["langsung", "oleh", "secara", "simbolis", "virtual", "daring", "sendiri", ",", "perwakilan", "resmi", "pihak", "yakni", "yaitu", "adalah", "ialah", ":", "itu", "tersebut", "kembali", "luring", "hybrid", "hibrida", "pun", "oleh-nya", "bapak", "ibu", "saat", "satu", "per", "bergiliran", "bergantian", "oleh:"])
OTHER_OBJECTS = frozenset(["kunjungan", "laporan", "audiensi", "kasih", "tamu", "rombongan", "aspirasi", "manfaat", "informasi", "keluhan", "pelayanan", "layanan", "bantuan", "masukan", "silaturahmi", "gaji", "pengaduan", "surat", "undangan", "lkpd", "dana", "tim", "kucuran", "hibah", "insentif", "perawatan", "vaksin"])
AFTERWARDS = frozenset(["usai", "seusai", "setelah", "sesudah", "selesai", "sesaat", "saat", "ketika", "sebelum"])
OFFICES = frozenset(["dinas", "badan", "bagian", "kantor", "perwakilan", "bappeda", "opd", "instansi"])
PRONOUNS = frozenset(["ia", "dia", "beliau"])


@dataclass(frozen=True, slots=True)
class Hand:
    """A person with the place where the text names them, and the rule that found the part they play."""

    person: PersonMention
    span: Span
    sentence: Stretch
    rule: str
    rank: int = 0
    known_at: Span | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """Who received; `region` is the mention of the region it was for, where the official carries none."""

    official: Hand | None
    behalf: Hand | None
    sentence: Stretch
    announced: bool = False
    region: Span | None = None


class People:
    """Receipts and presenters of an article, best first."""

    def __init__(self, view: View, places: Places, statements: Statements) -> None:
        self.view, self.places = view, places
        self.about_award = {s.clause.sentence for s in statements.found}
        self.receipts: list[Receipt] = []
        self.presenters: list[Hand] = []
        for sentence in view.sentences:
            if sentence.officials or sentence.cue("accept"):
                self.receipts += self.read_receipts(sentence)
                self.presenters += self.read_presenters(sentence)
        received = {r.sentence.sentence for r in self.receipts}
        self.presenters = [replace(p, rank=p.rank - 1) if p.sentence.sentence in received else p for p in self.presenters]
        self.receipts.sort(key=lambda r: (r.official.rank if r.official else r.behalf.rank if r.behalf else 9))

    # --- receipts ---------------------------------------------------------------------------------------

    def read_receipts(self, sentence: Stretch) -> Iterator[Receipt]:
        for cue in sentence.cue("accept_passive"):
            if self.is_award(sentence, cue) and not hoped(sentence, cue) and not denied(sentence, cue) and not self.of_guests(sentence, cue):
                official = self.next_official(sentence, cue.end)
                if official is not None:
                    yield self.receipt(sentence, official, "received-by", 0)
                    for beside in self.following(sentence, official):
                        yield self.receipt(sentence, beside, "received-by", 0)
        for cue in sentence.cue("accept"):
            if self.is_award(sentence, cue) and not hoped(sentence, cue) and not denied(sentence, cue):
                yield from self.active(sentence, cue)
        for cue in sentence.cue("give", "give_passive"):
            if self.is_award(sentence, cue) and not hoped(sentence, cue):
                official = self.given_to(sentence, cue)
                if official is not None:
                    yield self.receipt(sentence, official, "given-to", 0)
                    for beside in self.following(sentence, official):
                        yield self.receipt(sentence, beside, "given-to", 0)
        yield from self.gained(sentence)
        handed = self.passes(sentence)
        if handed is not None:
            yield self.receipt(sentence, handed[1], "into-hands", 0)
        if {sentence.sentence, sentence.sentence - 1, sentence.sentence - 2} & self.about_award:
            yield from self.represented(sentence)
        yield from self.in_row(sentence)

    def in_row(self, sentence: Stretch) -> Iterator[Receipt]:
        """A row of a list or table that gives a region, its result and a person: "1 Kabupaten X Peringkat 1 Y (Wakil Bupati)"."""
        verbs = sentence.cue("statement", "companion", "gain", "accept", "accept_passive", "give", "give_passive", "proxy_to", "proxy_for")
        if sentence.is_title or verbs or not sentence.regions or not sentence.tiers or len(sentence.officials) != 1:
            return
        official, region = sentence.officials[0], sentence.regions[0]
        lead = [t for t in sentence.part.doc[sentence.start : region.start] if t.is_alpha]
        if official._.person.kind in RECEIVERS and official.start >= region.end and len(lead) <= 1:
            yield Receipt(self.hand(sentence, official, "row", 1), None, sentence, region=region)

    @staticmethod
    def passes(sentence: Stretch) -> tuple[Span, Span] | None:
        """ "piagam berpindah dari P ke tangan Y": who gave and who took."""
        doc = sentence.part.doc
        for giver, taker in pairwise(sentence.officials):
            between = [t.lower_ for t in doc[giver.end : taker.start]]
            if doc[giver.start - 1].lower_ == "dari" and between in (["ke", "tangan"], ["ke"]) and taker._.person.kind in RECEIVERS:
                return giver, taker
        return None

    def gained(self, sentence: Stretch) -> Iterator[Receipt]:
        """A head said to win the award from somebody's hands: "Bupati X mendapatkannya dari Menteri Y", "… yang diserahkan Y"."""
        doc = sentence.part.doc
        for cue in sentence.cue("gain"):
            subject = self.subject(sentence, cue)
            free = [t for t in doc[subject.end : cue.start] if not any(o.start <= t.i < o.end for o in sentence.officials)] if subject is not None else []
            if subject is None or len(free) > 4 or hoped(sentence, cue) or denied(sentence, cue):
                continue
            givers = [o for o in sentence.officials if o.start >= cue.end and o._.person.kind in ("centre", "other")]
            lead = [doc[i].lower_ for g in givers[:1] for i in range(max(cue.end, g.start - 4), g.start)]
            if set(lead) & {"dari", "diserahkan", "tangan", "diberikan"} and not sentence.cue("accept", "accept_passive"):
                yield self.receipt(sentence, subject, "gains-from", 2, cue)

    @staticmethod
    def of_guests(sentence: Stretch, cue: Span) -> bool:
        """Whether visitors or papers are received: "Rombongan … diterima Wakil Bupati"."""
        clause = next((c for c in sentence.clauses() if c.start <= cue.start < c.end), sentence)
        words = [t.lower_ for t in sentence.part.doc[clause.start : cue.start]]
        return bool(set(words) & {"rombongan", "tim", "kunjungan", "tamu", "undangan", "berkas", "surat"}) and not clause.cue("award_noun", before=cue.start)

    def active(self, sentence: Stretch, cue: Span) -> Iterator[Receipt]:
        """ "X menerima …": the official before the verb, or behind "yang menerima"."""
        doc = sentence.part.doc
        following = [doc[i].lower_ for i in range(cue.end, min(cue.end + 3, sentence.end))]
        if set(following[:2]) & OTHER_OBJECTS:
            return
        before_word = doc[cue.start - 1].lower_ if cue.start > sentence.start else ""
        later = before_word in AFTERWARDS
        subject = self.subject(sentence, cue)
        if subject is None and later:
            subject = self.next_official(sentence, cue.end, reach=14)
        if subject is None and any(t.lower_ in ("adalah", "ialah", "yakni", "yaitu") for t in doc[cue.end : min(cue.end + 12, sentence.end)]):
            subject = self.next_official(sentence, cue.end, reach=12)
        if subject is None and not later:
            subject = self.next_official(sentence, cue.end, reach=3) if before_word == "yang" or cue.text[0].isupper() and not sentence.is_title else None
        if subject is None:
            yield from self.pronoun(sentence, cue)
            return
        yield self.receipt(sentence, subject, "after-receiving" if later else "receives", 3 if later else 1, cue)
        for beside in self.coordinated(sentence, subject):
            yield self.receipt(sentence, beside, "receives-too", 1)

    def following(self, sentence: Stretch, first: Span) -> Iterator[Span]:
        """Heads of further regions listed behind the first: "Penerimanya Bupati A X, Bupati B Y, dan Bupati C Z"."""
        doc = sentence.part.doc
        for official in [o for o in sentence.officials if o.start >= first.end]:
            between = [t.lower_ for t in doc[first.end : official.start]]
            own = official._.person.region is not None and first._.person.region is not None
            if not (own and official._.person.kind in RECEIVERS and len(between) <= 3 and set(between) <= {",", "dan", "serta"}):
                return
            yield official
            first = official

    def coordinated(self, sentence: Stretch, last: Span) -> Iterator[Span]:
        """Heads of further regions named in one list with `last`: "Bupati A X, Bupati B Y, dan Bupati C Z menerima"."""
        doc = sentence.part.doc
        for official in reversed([o for o in sentence.officials if o.end <= last.start]):
            between = [t.lower_ for t in doc[official.end : last.start]]
            own = official._.person.region is not None and last._.person.region is not None
            if not (own and official._.person.kind in RECEIVERS and len(between) <= 3 and set(between) <= {",", "dan", "serta"}):
                return
            yield official
            last = official

    def pronoun(self, sentence: Stretch, cue: Span) -> Iterator[Receipt]:
        """ "Ia menerima …": the last head or deputy named in the sentence before."""
        doc = sentence.part.doc
        if cue.start - sentence.start > 4 or not any(doc[i].lower_ in PRONOUNS for i in range(sentence.start, cue.start)):
            return
        previous = [s for s in self.view.sentences if s.sentence == sentence.sentence - 1]
        named = [o for s in previous for o in s.officials if o._.person.kind in RECEIVERS]
        if named:
            yield self.receipt(sentence, named[0], "pronoun", 3)

    def receipt(self, sentence: Stretch, official: Span, rule: str, rank: int, cue: Span | None = None) -> Receipt:
        receipt = self.plain_receipt(sentence, official, rule, rank, cue)
        region = self.region_for(sentence, official, cue)
        if receipt.behalf is None and receipt.official is not None:
            receipt = replace(receipt, behalf=self.principal_nearby(sentence, official, rank))
        return replace(receipt, region=region)

    @staticmethod
    def region_for(sentence: Stretch, official: Span, cue: Span | None) -> Span | None:
        """The region that an award is said to be for: "piagam untuk Nabire diterima Sekda Y"."""
        doc = sentence.part.doc
        limit = cue.start if cue is not None else official.start
        clause = next((c for c in sentence.clauses() if c.start <= official.start < c.end), sentence)
        for region in reversed([r for r in clause.regions if r.end <= limit]):
            if region.start > clause.start and doc[region.start - 1].lower_ in ("untuk", "bagi", "milik", "pemkab", "pemkot", "pemprov"):
                return region
        return None

    def principal_nearby(self, sentence: Stretch, official: Span, rank: int) -> Hand | None:
        """The one represented where a pronoun or the next sentence says so: "yang mewakilinya", "Ia hadir mewakili Bupati X"."""
        doc = sentence.part.doc
        heads = [(s, o) for s in self.view.sentences[max(0, sentence.sentence - 1) : sentence.sentence + 1] for o in s.officials if o._.person.kind == "head" and o.start != official.start]
        if any(c.text.lower() == "mewakilinya" for c in sentence.cue("proxy_for")) and heads:
            where, head = heads[-1] if heads[-1][1].start < official.start or heads[-1][0] is not sentence else heads[0]
            return self.hand(where, head, "represented", rank)
        following = self.view.sentences[sentence.sentence + 1] if sentence.sentence + 1 < len(self.view.sentences) else None
        if following is not None and not sentence.is_title and not following.cue("accept", "accept_passive"):
            for stand in following.cue("proxy_for"):
                opening = [t.lower_ for t in following.part.doc[following.start : stand.start]]
                if len(opening) <= 5 and set(opening) & (PRONOUNS | {"kehadirannya", "hadir", "datang"}) or self.short_name(opening, official):
                    principal = self.next_official(following, stand.end, reach=3, receivers=False)
                    if principal is not None and principal._.person.kind in ("head", "deputy"):
                        return self.hand(following, principal, "represented", rank)
        return None

    @staticmethod
    def short_name(opening: list[str], official: Span) -> bool:
        name = (official._.person.name or "").lower().split()
        return bool(opening) and opening[0] in name

    def plain_receipt(self, sentence: Stretch, official: Span, rule: str, rank: int, cue: Span | None = None) -> Receipt:
        """The receipt by `official`, or by the one who stood in for them."""
        proxy, principal = self.proxies(sentence, official, cue)
        to_come = announced(sentence, official)
        rank += 5 if sentence.is_title else 0
        if proxy is None and principal is not None and principal is official:
            return Receipt(None, self.hand(sentence, official, rule, rank), sentence, to_come)
        hand = self.hand(sentence, proxy if proxy is not None else official, rule, rank)
        behalf = self.hand(sentence, principal, "on-behalf-of", rank) if principal is not None else None
        return Receipt(hand, behalf, sentence, to_come)

    def proxies(self, sentence: Stretch, official: Span, cue: Span | None) -> tuple[Span | None, Span | None]:
        """(who stood in, for whom) around an official said to receive; (None, official) where an unnamed office did."""
        start = official.end
        sent_by = [c for c in sentence.cue("proxy_to", before=official.start) if official.start - c.end <= 3]
        principals = [o for o in sentence.officials if sent_by and o.end <= sent_by[-1].start and sent_by[-1].start - o.end <= 4]
        if principals and principals[-1]._.person.kind in ("head", "deputy"):
            return official, principals[-1]
        for via in sentence.cue("proxy_to", after=start):
            limit = 4 if cue is None or via.start < cue.start else 99
            origin = cue.end if cue is not None and via.start >= cue.end else start
            office = [t.lower_ for t in sentence.part.doc[via.end : min(via.end + 3, sentence.end)]]
            if set(office) & OFFICES and not [o for o in sentence.officials if via.end <= o.start <= via.end + 3]:
                return None, official
            if via.start - origin > (14 if origin != start else limit + 4):
                break
            stand_in = self.next_official(sentence, via.end, reach=5, receivers=False)
            if stand_in is not None:
                return stand_in, official
        for stand in sentence.cue("proxy_for"):
            within = 25 if cue is not None and stand.end <= cue.start else 6
            if stand.start >= official.end and stand.start - official.end <= within:
                principal = self.next_official(sentence, stand.end, reach=3, receivers=False)
                regional = principal is not None and principal._.person.kind in ("head", "deputy")
                return official, principal if regional else None
            if stand.end <= official.start:
                between = [o for o in sentence.officials if stand.end <= o.start < official.start]
                if between and between[-1]._.person.kind in RECEIVERS and official.start - between[-1].end <= 8:
                    return official, between[0]
            if cue is not None and stand.start >= cue.end and stand.start - cue.end <= 25:
                principal = self.next_official(sentence, stand.end, reach=3, receivers=False)
                if principal is not None and principal._.person.kind in ("head", "deputy"):
                    return official, principal
        return official, None

    def represented(self, sentence: Stretch) -> Iterator[Receipt]:
        """ "diwakili Sekda Y" in a sentence about the award that names no other receiver."""
        for cue in sentence.cue("proxy_to"):
            if not cue.text.lower().startswith(("diwakil", "yang diwakil", "dalam hal ini", "menugaskan", "mengutus", "mengirim")):
                continue
            stand_in = self.next_official(sentence, cue.end, reach=4)
            if stand_in is None:
                continue
            before = [o for o in sentence.officials if o.end <= cue.start and cue.start - o.end <= 3]
            principal = before[-1] if before and before[-1]._.person.kind in ("head", "deputy") else None
            behalf = self.hand(sentence, principal, "on-behalf-of", 2) if principal is not None else None
            opening = {t.lower_ for t in sentence.part.doc[sentence.start : cue.start]}
            if behalf is None and opening & PRONOUNS and cue.start - sentence.start <= 8 and sentence.sentence:
                previous = self.view.sentences[sentence.sentence - 1]
                heads = [o for o in previous.officials if o._.person.kind in ("head", "deputy")]
                behalf = self.hand(previous, heads[-1], "on-behalf-of", 2) if heads else None
            regions = [r for r in sentence.regions if r.end <= cue.start and cue.start - r.end <= 2]
            yield Receipt(
                self.hand(sentence, stand_in, "represented-by", 2), behalf, sentence, announced(sentence, stand_in),
                regions[-1] if regions and principal is None else None,
            )

    def given_to(self, sentence: Stretch, cue: Span) -> Span | None:
        """The official behind "kepada" after a verb of giving; a council's chair gives way to the head beside them."""
        doc = sentence.part.doc
        for at in range(cue.end, sentence.end):
            if doc[at].lower_ == "kepada" or doc[at].lower_ == "tangan" and doc[at - 1].lower_ == "ke":
                near = [o for o in sentence.officials if at < o.start <= at + 14 or at + 1 == o.start]
                chosen = [o for o in near if o._.person.kind in RECEIVERS and not self.broken(sentence, at + 1, o.start)]
                return chosen[0] if chosen else None
            if at - cue.end > 40:
                return None
        return None

    def broken(self, sentence: Stretch, start: int, end: int) -> bool:
        """Whether a verb or a plural "para" stands between, so that what follows is somebody else."""
        doc = sentence.part.doc
        if any(doc[i].lower_ in ("para", "seluruh", "sejumlah", "masing-masing") for i in range(start, end)):
            return True
        return bool(sentence.cue("companion", "statement", "accept", "give", after=start, before=end))

    # --- presenters -------------------------------------------------------------------------------------

    def read_presenters(self, sentence: Stretch) -> Iterator[Hand]:
        doc = sentence.part.doc
        rank = 5 if sentence.is_title else 0
        for cue in sentence.cue("give_passive"):
            if not self.is_award(sentence, cue) or hoped(sentence, cue):
                continue
            giver = self.next_official(sentence, cue.end, receivers=False, skip_to="kepada")
            if giver is not None and self.may_present(giver):
                yield replace(self.hand(sentence, giver, "handed-over-by", rank), shared=self.to_all(sentence, cue))
        for cue in sentence.cue("give"):
            if not self.is_award(sentence, cue) or hoped(sentence, cue):
                continue
            if cue.text.lower().startswith("yang menyerahkan"):
                beside = [o for o in sentence.officials if 0 <= cue.start - o.end <= 2]
                giver = beside[-1] if beside else self.next_official(sentence, cue.end, receivers=False, reach=12)
            else:
                giver = self.first_of(sentence, self.subject(sentence, cue, receivers=False))
            if giver is not None and self.may_present(giver):
                yield replace(self.hand(sentence, giver, "hands-over", rank), shared=self.to_all(sentence, cue))
        handed = self.passes(sentence)
        if handed is not None:
            yield self.hand(sentence, handed[0], "from-hands", rank)
        if doc[sentence.start].lower_ == "dari" and sentence.cue("accept_passive", "accept"):
            giver = next((o for o in sentence.officials if o.start - sentence.start <= 2), None)
            if giver is not None and giver._.person.kind in ("centre", "head") and self.is_award(sentence, sentence.cue("accept_passive", "accept")[0]):
                yield self.hand(sentence, giver, "received-from", rank)
        for cue in sentence.cue("accept", "accept_passive", "gain", "award_noun"):
            if cue.label_ == "award_noun" and cue.text.lower() in ("apresiasi", "prestasi", "capaian", "raihan", "status", "kategori", "predikat"):
                continue
            for at in range(cue.end, min(cue.end + 45, sentence.end)):
                if doc[at].lower_ != "dari":
                    continue
                giver = next((o for o in sentence.officials if at < o.start <= at + 2), None)
                between = sentence.cue("companion", "statement", after=cue.end, before=at)
                if giver is not None and self.may_present(giver) and not between and "DPRD" not in (giver._.person.role or "") and (giver._.person.kind != "staff" or self.of_province(sentence, giver)):
                    if self.is_award(sentence, cue) and not hoped(sentence, cue):
                        yield self.hand(sentence, giver, "received-from", rank + (1 if cue.label_ == "award_noun" else 0))
                break

    def of_province(self, sentence: Stretch, official: Span) -> bool:
        index = official._.person.region
        place = self.places.at(sentence.part, sentence.part.by_start["regions"][index]) if index is not None else None
        return place is not None and place.region is not None and place.region.level == "provinsi"

    @staticmethod
    def first_of(sentence: Stretch, official: Span | None) -> Span | None:
        """The first of several givers named together: "Menteri A X dan Menteri B Y membagikan"."""
        while official is not None:
            before = [o for o in sentence.officials if o.end <= official.start]
            between = [t.lower_ for t in sentence.part.doc[before[-1].end : official.start]] if before else []
            if not (before and between and len(between) <= 2 and set(between) <= {",", "dan", "serta", "bersama"} and before[-1]._.person.kind == "centre"):
                return official
            official = before[-1]
        return None

    @staticmethod
    def to_all(sentence: Stretch, cue: Span) -> bool:
        """Whether the award went to all winners at once: "kepada seluruh pemenang", "satu per satu", "ketiga daerah itu"."""
        doc = sentence.part.doc
        words = {doc[i].lower_ for i in range(max(sentence.start, cue.start - 7), min(cue.end + 14, sentence.end))}
        return bool(words & {"seluruh", "para", "semua", "masing-masing", "ketiga", "kedua", "keempat", "kelima", "satu-satu", "bergantian"}) or "satu per satu" in sentence.text

    @staticmethod
    def may_present(official: Span) -> bool:
        person = official._.person
        return person.kind in ("centre", "other") or (person.role or "").endswith(("Gubernur", "Bupati", "Wali Kota", "Sekretaris Daerah")) or person.kind == "staff"

    # --- shared -----------------------------------------------------------------------------------------

    def is_award(self, sentence: Stretch, cue: Span) -> bool:
        """Whether the verb's object is the award: the sentence is about one, or names a certificate or trophy."""
        if sentence.sentence in self.about_award or sentence.programmes or sentence.tiers or sentence.cue("award_noun"):
            return True
        near = bool({sentence.sentence + step for step in (-2, -1, 1)} & self.about_award)
        ceremony = any(o._.person.kind == "centre" for o in sentence.officials) and any(o._.person.kind in RECEIVERS for o in sentence.officials)
        named_giver = cue.text.lower().startswith("yang menyerahkan") and bool(self.about_award)
        return cue.text.lower().endswith("nya") or near or named_giver or ceremony and bool(self.about_award)

    def next_official(self, sentence: Stretch, at: int, *, reach: int = 8, receivers: bool = True, skip_to: str = "") -> Span | None:
        """The official that follows token `at` with nothing but words of manner between."""
        doc = sentence.part.doc
        for official in sentence.officials:
            if official.start < at:
                continue
            between = [doc[i].lower_ for i in range(at, official.start)]
            if skip_to in between and skip_to:
                tail = between[len(between) - between[::-1].index("oleh") :] if "oleh" in between else None
                if tail is None or skip_to in tail:
                    return None
                between = tail
            if len(between) > reach + 8 or sum(word not in MANNER for word in between) > (2 if reach <= 8 else reach):
                return None
            if receivers and official._.person.kind not in RECEIVERS:
                continue
            if sentence.cue("companion", "proxy_for", after=at, before=official.start):
                return None
            return official
        return None

    def subject(self, sentence: Stretch, cue: Span, *, receivers: bool = True) -> Span | None:
        """The official before a verb: the last one that neither stands by nor is stood in for, nor is given to."""
        doc = sentence.part.doc
        before = [o for o in sentence.officials if o.end <= cue.start]
        for official in reversed(before):
            if receivers and official._.person.kind not in RECEIVERS:
                continue
            if Statements.stands_by(sentence, official):
                continue
            lead = doc[official.start - 1].lower_ if official.start > sentence.start else ""
            if lead in ("kepada", "dari", "oleh") or lead in ("mewakili", "nama") and len(before) > 1:
                continue
            if sentence.cue("accept", "give", after=official.end, before=cue.start) and not receivers:
                continue
            if any(doc[i].text in (";",) for i in range(official.end, cue.start)):
                return None
            return official
        return None

    def hand(self, sentence: Stretch, official: Span, rule: str, rank: int) -> Hand:
        """The person behind an official; an office alone takes the name that the article gives it elsewhere."""
        person: PersonMention = official._.person
        if person.name is None:
            known = self.named(person)
            if known is not None:
                named: PersonMention = known._.person
                role = person.role if person.role and len(person.role) >= len(named.role or "") else named.role
                return Hand(replace(person, name=named.name, role=role), official, sentence, rule, rank, known)
        return Hand(person, official, sentence, rule, rank)

    def named(self, person: PersonMention) -> Span | None:
        """The one official of the article that has this office and a name."""
        found: dict[str, Span] = {}
        for _, span in self.view.all("officials"):
            other: PersonMention = span._.person
            if other.name and other.kind == person.kind and self.same_office(person.role or "", other.role or ""):
                found.setdefault(other.name.split()[-1].lower(), span)
        return next(iter(found.values())) if len(found) == 1 else None

    @staticmethod
    def same_office(short: str, long: str) -> bool:
        for acting in ("Penjabat ", "Pelaksana Tugas ", "Pelaksana Harian "):
            short, long = short.removeprefix(acting), long.removeprefix(acting)
        words, other = short.split(), long.split()
        if short == long:
            return True
        return words[:2] == other[:2] == ["Kepala", "Dinas"] and (len(words) == 2 or words[2].isupper())
