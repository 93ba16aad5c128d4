"""What a sentence is a scene of: the event, somebody's words, a decree, another gathering, or a dateline."""

from __future__ import annotations

from spacy.tokens import Span

from extractor.pipes.lexicon import lexicon
from extractor.pipes.mentions import venue_of
from extractor.records.view import Stretch

HANDING = ("accept", "accept_passive", "give", "give_passive")
HAPPENING = (*HANDING, "gain", "gain_passive", "event_noun", "future")
ACTS = (*HAPPENING, "award_noun")
WORDS = lexicon("event")
NO_EVENT_DATE = frozenset(WORDS["no_event_date"])
NOT_HANDED = frozenset(WORDS["not_handed"])
SPEECHES = tuple(WORDS["speeches"])
OTHER_EVENTS = frozenset(WORDS["other_events"])
SPEECH_REACH = 7  # tokens between a speech and the hall it was held in
ADDRESS_REACH = 6  # tokens of an address behind the venue's name
NEAR = 4  # tokens between a date or a venue and what it goes with


def spoken(sentence: Stretch, span: Span) -> bool:
    """Whether the words belong to somebody's statement: the nearest cue before (or right behind) is one of
    saying.
    """
    if speaks_there(sentence, span):
        return False
    before = [c for c in sentence.cue("statement", "companion", *ACTS, before=span.start) if takes_part(c)]
    said = [c.end for c in before if c.label_ == "statement" and not tells_where(sentence, c)]
    if said:
        last = max(said)
        return last == max(c.end for c in before) or not sentence.cue(
            *HAPPENING, before=span.start, after=last
        )
    if before:
        return False
    after = sentence.cue("statement", after=span.end)
    if not after or after[0].start - span.end > NEAR:
        return False
    acts = sentence.cue(*ACTS, after=span.end)
    return not (acts and acts[0].start < after[0].start)


def speaks_there(sentence: Stretch, span: Span) -> bool:
    """Whether a hall right before or at `span` is where a speech was held: "saat berpidato di Gedung X,
    Selasa (3/2)".
    """
    for venue in sentence.of("venues"):
        near = venue.start <= span.start <= venue.end + NEAR and venue_of(venue).building
        lead = sentence.text_before(venue.start, SPEECH_REACH)
        if near and any(word in lead for word in SPEECHES):
            return True
    return False


def follows_decree(sentence: Stretch, span: Span) -> bool:
    """Whether a decree's number stands before; "Jalan X Nomor 6" in an address is none."""
    halls = [v for v in sentence.of("venues") if venue_of(v).hall]
    cues = sentence.cue("decree", before=span.start, after=span.start - 8)
    return any(not any(v.start <= cue.start < v.end + ADDRESS_REACH for v in halls) for cue in cues)


def takes_part(cue: Span) -> bool:
    """Whether the cue is of the event: of the words of company only those for who stood by at it."""
    return cue.label_ != "companion" or "dampingi" in cue.text.lower()


def takes_other(sentence: Stretch, cue: Span) -> bool:
    """Whether what is taken is no award: "menerima surat undangan", "menerima kunjungan"."""
    return not NOT_HANDED.isdisjoint(sentence.behind(cue.end, 1))


def tells_where(sentence: Stretch, cue: Span) -> bool:
    """Whether "disampaikan di <hall>" places the event rather than somebody's words."""
    if cue.text.lower() not in ("disampaikan", "diumumkan"):
        return False
    return any(
        v.start - cue.end <= 1 and venue_of(v).hall for v in sentence.of("venues") if v.start >= cue.end
    )


def is_data_day(sentence: Stretch, span: Span) -> bool:
    """Whether a date is that of data or of an end: "per 1 Januari", "sampai dengan 3 Mei"."""
    lead = sentence.before(span.start, 7)
    return bool(lead) and (lead[-1] in NO_EVENT_DATE or lead[-2:-1] == ["per"])


def tells_of_other(sentence: Stretch) -> bool:
    """Whether a sentence is about a gathering at which no award is told to be handed over: "Pelatihan
    digelar di Gedung X".
    """
    words = sentence.part.words(sentence.start, sentence.end)
    if OTHER_EVENTS.isdisjoint(words) or sentence.programmes:
        return False
    return not sentence.cue(*HANDING, "gain", "gain_passive", "award_noun")


def opens_dateline(sentence: Stretch, span: Span) -> bool:
    """Whether a date belongs to a dateline: a dash follows near the start of the sentence."""
    if sentence.is_title or span.start - sentence.start > 8:
        return False
    return not {"–", "—", "-", "||"}.isdisjoint(sentence.behind(span.end, 3))
