"""Who wrote the article: the reporter before the editor, a person before an outlet."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.articles.dates import first_date
from extractor.articles.head import Head
from extractor.articles.words import key, tidy, words

_REPORTER = re.compile(
    r"(?:^|[\s(|/•·,*\[–—-])(?:penulis|pewarta|reporter|wartawan|jurnalis|kontributor|koresponden|rep"
    r"|laporan(?:\s+wartawan)?"
    r"|ditulis oleh|dilaporkan oleh|writer|author|by|oleh)\b\s*+(?P<colon>[:：]|(?<=\s)-\s)?\s*+(?P<name>[^"
    r"|\n]{2,80})",
    re.IGNORECASE,
)
_EDITOR = re.compile(
    r"(?:^|[\s(|/•·,*–—-])(?:editor|redaktur|red|penyunting)\b\s*[:：]\s*(?P<name>[^|\n]{2,80})",
    re.IGNORECASE,
)
_PHOTOGRAPHER = re.compile(r"(?:^|[\s(|])fotografer\s*[:：]\s*(?P<name>[^|\n]{2,80})", re.IGNORECASE)
_STOP = re.compile(
    r"(?<!\s)\s*(?:[|•·\[(]|\s[/–—-]+\s|/\s*(?:red|editor)\b|\b(?:editor|redaktur|penyunting|red|foto|sumber"
    r"|published|diterbitkan|pada|tanggal"
    r"|views?|dibaca|reporter|penulis|tayang|terbit|copyright)\b\s*[:：]?|\b(?:senin|selasa|rabu|kamis"
    r"|jum['’`]?at|sabtu|minggu)\b|\d|,\s*$)",
    re.IGNORECASE,
)
_META = (
    "content_author", "article:author", "author", "dc.creator", "byl", "parsely-author", "sailthru.author",
    "twitter:data1",
)  # fmt: skip
_NOBODY = frozenset(
    {
        "redaksi", "admin", "administrator", "tim", "redaktur", "editor", "humas", "newsroom",
        "webmaster", "reporter", "penulis", "wartawan", "super", "news", "berita", "media", "online",
        "portal", "developer", "kominfo", "diskominfo", "user", "author", "kontributor", "operator",
        "official", "jurnalis", "cyber",
    }
)  # fmt: skip
_COMPANY = re.compile(
    r"\.(?:com|co|id|net|org|news|tv|info)\b|^pt\.? |\b(?:tv|media|news|redaksi|kabupaten|pemkab|pemkot"
    r"|portal|harian|koran)\b",
    re.IGNORECASE,
)
_COMPANY_NAME = re.compile(r"\.(?:com|co|id|net|org|news|tv|info)\b|^pt\.? |://|@", re.IGNORECASE)
_NO_NAME = re.compile(r"(?:dok|foto|ist|istimewa|sumber|antara)\b|.*\d{3}", re.IGNORECASE)
_ROLE = re.compile(
    r"^(?:penulis|reporter|rep|red|pewarta|oleh|by|editor|jurnalis|wartawan|laporan|author|posted by)\b"
    r"\s*[:：-]?\s*",
    re.IGNORECASE,
)


def author_of(head: Head, lines: Iterable[str], links: Iterable[str], site: str | None) -> str | None:
    """The writer's name as the page gives it; several are joined by ", ".

    `lines` are visible lines near the headline and around the body's end, `links` the texts of elements that
    the page itself marks as the author.
    """
    outlets = {
        key(site),
        key(head.linked.publisher),
        *head.linked.organizations,
        key(head.meta.get("og:site_name")),
    } - {""}
    lines = list(lines)
    reporters = [name for line in lines for name in _labelled(_REPORTER, line)]
    editors = {key(name) for line in lines for name in _labelled(_EDITOR, line)} | set(
        map(key, head.linked.editors)
    )
    told = [*head.linked.authors, *head.microdata.get("author", [])]
    metas = [head.meta[name] for name in _META if name in head.meta]
    for group in (reporters, list(links), told, metas):
        names = [
            clean
            for name in group
            if (clean := _person(name, outlets, labelled=group is reporters)) and key(clean) not in editors
        ]
        if names:
            return ", ".join(_distinct(names)) if group is told else names[0]
    for name in (*reporters, *links):
        if office := _office(name, outlets):
            return office
    for name in (*told, *metas, *head.linked.editors):
        clean = _person(name, outlets)
        if clean:
            return clean
    for pattern in (_PHOTOGRAPHER, _EDITOR):
        for name in (name for line in lines for name in _labelled(pattern, line)):
            clean = _person(name, outlets)
            if clean:
                return clean
    return None


def _distinct(names: list[str]) -> list[str]:
    return [name for index, name in enumerate(names) if key(name) not in map(key, names[:index])]


def _labelled(pattern: re.Pattern[str], line: str) -> list[str]:
    """Names behind a label; without a colon the label must open the line and the name look like one."""
    if len(line) > 220:
        return []
    names = []
    for found in pattern.finditer(line):
        name = found["name"]
        colon = "colon" not in found.groupdict() or found["colon"] is not None
        opens = not line[: found.start()].strip(" -–—|•·*(") or first_date(line[: found.start()]) is not None
        if colon or (opens and len(line) < 120 and name[:1].isupper()):
            names.append(_cut(name))
    return [name for name in names if name]


def _cut(name: str) -> str:
    found = _STOP.search(name)
    return (name[: found.start()] if found and found.start() > 0 else "" if found else name).strip(
        " -–—|•·*:,()[]/"
    )


_DESK = frozenset(["redaksi", "admin", "administrator", "tim", "redaktur", "editor"])


def _office(name: str, outlets: set[str]) -> str | None:
    """The name of an office that a visible byline gives for the writer: a press office, a team.

    The outlet's own desk ("Redaksi", "Admin") says no more than the outlet's name.
    """
    name = tidy(name).strip(" ,;:-–—|*")
    got = words(_ROLE.sub("", name)) or words(name)
    if _DESK.issuperset(got) or key(name) in outlets:
        return None
    if not 0 < len(got) <= 6 or not any(word in _NOBODY for word in got):
        return None
    rest = " ".join(word for word in got if word not in _NOBODY)
    if any(digit.isdigit() for digit in name) or _COMPANY_NAME.search(name) or (rest and rest in outlets):
        return None
    return _ROLE.sub("", name) or name


def _person(name: str, outlets: set[str], *, labelled: bool = False) -> str | None:
    """The name cleaned of labels and outlets behind it; null for an outlet, an office or an address."""
    name = _ROLE.sub("", tidy(name))
    parts = re.split(r"(?<!\s)\s+[-–—|]+\s+|,\s+(?=[\w.]+\.(?:com|co|id|net))", name)
    name = parts[0].strip(" ,;:-–—|*")
    if not name or len(name) > 80 or "://" in name or "@" in name:
        return None
    got = words(name)
    if (
        not got
        or key(name) in outlets
        or key(name).replace(" ", "") in {one.replace(" ", "") for one in outlets}
    ):
        return None
    if all(word in _NOBODY or word.isdigit() for word in got) or got[0] in {"redaksi", "tim", "admin"}:
        return None
    if _NO_NAME.match(name) or (_COMPANY.search(name) and not (labelled and re.search(r"\w[;/]\w", name))):
        return None
    return name
