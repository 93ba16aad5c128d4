"""The article's own region: the one most named as a government, early and in the title."""

from __future__ import annotations

from extractor.records.datelines import in_dateline
from extractor.records.places import Place, Places
from extractor.records.recipients import CAPITAL, Recipients, accompanies
from extractor.records.view import Stretch, View

WEIGHTS = {"official": 2.0, "government": 2.5, "level": 1.5, "bare": 1.0, "organisation": 0.4}
ASIDE = 0.2  # what a mention weighs that only places something, or carries a guest's name
LEAST = 1.5  # a region only in a dateline or a venue is not what the article is about
OWN_PREFIXES = ("DKI", "PROVINSI", "DAERAH")  # with these the capital is named as a winner


def main_place(view: View, places: Places, recipients: Recipients) -> Place | None:
    """The place with the greatest weight over all its mentions, if that is enough."""
    scores: dict[str, float] = {}
    first: dict[str, Place] = {}
    for sentence in view.sentences:
        for span in sentence.regions:
            place = places.at(sentence.part, span)
            if place is None or recipients.in_venue(sentence.part, span) or is_ceremony_town(place):
                continue
            scores[place.key] = scores.get(place.key, 0) + weight(sentence, place, recipients)
            first.setdefault(place.key, place)
    best = max(scores, key=lambda key: scores[key], default=None)
    return first[best] if best is not None and scores[best] >= LEAST else None


def weight(sentence: Stretch, place: Place, recipients: Recipients) -> float:
    """How much one mention says that the article is about the region."""
    value = WEIGHTS[place.mention.via]
    if place.mention.place or in_dateline(sentence, place.span) or recipients.is_apposition(sentence, place):
        value *= ASIDE
    if accompanies(sentence, place.span):
        value *= ASIDE
    return value * (3 if sentence.is_title else 2 if sentence.sentence <= 3 else 1)


def is_ceremony_town(place: Place) -> bool:
    """Whether the mention can only be the capital where ceremonies are held, not a winner."""
    if (
        place.region is None
        or place.region.province_code != CAPITAL
        or place.mention.via not in ("bare", "level")
    ):
        return False
    return not place.span.text.upper().startswith(OWN_PREFIXES)
