"""When two values of one field count as the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_APOSTROPHES = re.compile("['\u2018\u2019\u02bc`]")
_WORDS = re.compile(r"[a-z0-9]+")
_REGION_FORMS = (
    (re.compile(r"^(pemerintah |pemkab |pemkot |pemprov )"), ""),
    (re.compile(r"^kab "), "kabupaten "),
    (re.compile(r"^(kabupaten|kota) (administrasi|adm) "), r"\1 "),
    (re.compile(r"^provinsi "), ""),
    (re.compile(r"^(daerah khusus ibukota|daerah khusus|dki) jakarta$"), "jakarta"),
    (re.compile(r"^(daerah istimewa yogyakarta|di yogyakarta|diy)$"), "yogyakarta"),
)


def fold(value: object) -> str:
    """Lower-case ASCII words of a value, single-spaced."""
    text = _APOSTROPHES.sub("", str(value or ""))
    text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(_WORDS.findall(text.lower()))


def region_key(name: object) -> str:
    """A region's name without spaces, "Provinsi" and "Administrasi"."""
    folded = fold(name)
    for pattern, form in _REGION_FORMS:
        folded = pattern.sub(form, folded)
    return folded.replace(" ", "")


def same_fold(a: object, b: object) -> bool:
    return fold(a) == fold(b)


def same_region(a: object, b: object) -> bool:
    return region_key(a) == region_key(b)


def same_day(a: object, b: object) -> bool:
    return str(a)[:10] == str(b)[:10]


def same_words(a: object, b: object, share: float) -> bool:
    """Whether two names share enough of their words (Dice) to be one name."""
    x, y = set(fold(a).split()), set(fold(b).split())
    return bool(x and y) and 2 * len(x & y) / (len(x) + len(y)) >= share


def same_person(a: object, b: object) -> bool:
    """One name, or one inside the other with at most two more words."""
    small, big = sorted((set(fold(a).split()), set(fold(b).split())), key=len)
    inside = small <= big and len(big) - len(small) <= 2 and len("".join(small)) > 4
    return bool(small) and (same_words(a, b, 0.66) or inside)


def same_venue(a: object, b: object) -> bool:
    """One place: most words shared, or one name inside the other; a city alone is not the hall in it."""
    small, big = sorted((fold(a).replace(" ", ""), fold(b).replace(" ", "")), key=len)
    if len(small) < 5:
        return small == big != ""
    most = 2 * len(small) >= len(big)
    start = not big.endswith(small) and 3 * len(small) >= len(big)
    return (small in big and (most or start)) or same_words(a, b, 0.6)


def words(value: object) -> str:
    """Lower-case words, accents kept, single-spaced."""
    return " ".join(re.findall(r"\w+", str(value or "").lower()))


def same_title(a: object, b: object) -> bool:
    return words(a) == words(b)


def same_author(want: object, got: object) -> bool:
    """One name inside the other: at most two words more, at least half of them."""
    x, y = set(words(want).split()), set(words(got).split())
    return (x <= y and len(y) <= len(x) + 2) or (bool(y) and y <= x and 2 * len(y) >= len(x))


RECORD_FIELDS: dict[str, Callable[[object, object], bool]] = {
    "programme": same_fold,
    "edition": lambda a, b: str(a) == str(b),
    "region": same_region,
    "tier": same_fold,
    "date": same_day,
    "venue": same_venue,
    "official": same_person,
    "presenter": same_person,
    "on_behalf_of": same_person,
}
ARTICLE_FIELDS: dict[str, Callable[[object, object], bool]] = {
    "title": same_title,
    "published": same_day,
    "author": same_author,
}
