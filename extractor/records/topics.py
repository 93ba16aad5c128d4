"""For which region an official took an award whose office names none: the one that is spoken of."""

from __future__ import annotations

from spacy.tokens import Span

from extractor.pipes.mentions import PersonMention, person_of, region_of
from extractor.records.hands import RECEIVERS
from extractor.records.places import level_of
from extractor.records.view import Stretch, View
from extractor.regions.gazetteer import gazetteer

REACH = 10  # tokens between a region and the official who takes its award


def topic(view: View, sentence: Stretch, official: Span) -> Span | None:
    """The region named right before the official, or the one that the line began with.

    "Untuk Kota X, Wakil Wali Kota Y yang naik panggung"; "- Kota X: Utama. Diterima Wali Kota Y."
    """
    person = person_of(official)
    if person.region is not None or person.kind not in RECEIVERS or sentence.is_title:
        return None
    region = named_before(sentence, official) if sentence.regions else region_of_line(view, sentence)
    return region if region is not None and fits_role(region, person) else None


def named_before(sentence: Stretch, official: Span) -> Span | None:
    """The last region before an official with no other official between."""
    near = [r for r in sentence.regions if 0 <= official.start - r.end <= REACH]
    last = next((r for r in reversed(near) if is_named(sentence, r)), None)
    if last is None or any(last.end <= o.start < official.start for o in sentence.officials):
        return None
    return last


def region_of_line(view: View, sentence: Stretch) -> Span | None:
    """The one region of the result before in the same line, where a sentence begins with a verb of taking."""
    line = view.previous(sentence)
    taking = sentence.cue("accept_passive", "gain_passive")
    if line is None or line.paragraph != sentence.paragraph or not taking:
        return None
    named = [r for r in line.regions if is_named(line, r)]
    opens = taking[0].start <= sentence.start + 1
    return named[0] if opens and len(named) == 1 and line.tiers else None


def is_named(sentence: Stretch, region: Span) -> bool:
    """Whether a region is named for itself: no place, no office's, no organisation's."""
    mention = region_of(region)
    placed = mention.place and sentence.word_before(region.start) != "dari"  # "Dari Kota X hadir Sekda Y"
    if mention.via == "organisation" or placed or sentence.part.owner(region) is not None:
        return False
    return not any(v.start <= region.start < v.end for v in sentence.of("venues"))


def fits_role(region: Span, person: PersonMention) -> bool:
    """Whether a region of this level can have a head of this role: no province has a Bupati."""
    wanted = level_of(person.role)
    known = gazetteer().by_code
    return wanted is None or any(known[code].level == wanted for code in region_of(region).codes)
