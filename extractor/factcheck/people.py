"""Who received and who presented, by what articles say; the one represented did not receive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from extractor.dataset import Award, Statement
from extractor.dataset.names import same_office, same_person
from extractor.factcheck.context import Context
from extractor.factcheck.holdings import known
from extractor.factcheck.model import ClaimFinding
from extractor.factcheck.sources import Voice, weigh
from extractor.model import Person, Record
from extractor.programmes import Programme
from extractor.reconcile.naming import award

HIMSELF: Final = re.compile(
    r"\b(?:hadir|datang|menerima(?:nya)?|diterima|mengambil|menjemput)\s+(?:\w+\s+)?(?:sendiri|langsung)\b|"
    r"\bsecara langsung\b",
    re.IGNORECASE,
)
Role = Literal["official", "on_behalf_of", "presenter"]
COLUMNS: Final[dict[Role, tuple[str, str]]] = {
    "official": ("official_name", "official_role"),
    "on_behalf_of": ("on_behalf_of_name", "on_behalf_of_role"),
    "presenter": ("presenter", "presenter_role"),
}


def check(context: Context) -> Iterator[ClaimFinding]:
    reading = context.reading
    told: set[tuple[Role, str]] = set()
    for record in reading.records:
        programme = context.extractor.catalogue.get(record.programme.id)
        if programme is None:
            continue
        for role, person in _people(record):
            key = (role, person.name or person.role or "")
            if key not in told:
                told.add(key)
                yield _person(context, record, programme, role, person)
    if not reading.records and reading.programme is not None:
        yield from _general_presenter(context, reading.programme)


def _people(record: Record) -> Iterator[tuple[Role, Person]]:
    if record.official is not None:
        yield "official", record.official
    if record.on_behalf_of is not None and record.official is not None:
        yield "on_behalf_of", record.on_behalf_of
    if record.presenter is not None:
        yield "presenter", record.presenter


def _person(
    context: Context, record: Record, programme: Programme, role: Role, person: Person
) -> ClaimFinding:
    awards = known(context, programme, record)
    voices = [voice for one in awards for voice in _voices(context, one, role, person)]
    heard = weigh(voices)
    if heard.verdict == "refuted" and _named_near(context, awards, person, role):
        heard = weigh(())
    marks = record.evidence.get(role) or []
    at = (marks[0].start, marks[0].end) if marks else None
    shown = person.name or person.role or ""
    subject = context.say(
        f"what.{role}",
        award=award(programme, record.edition, None, context.lang),
        region=record.region.name,
        said=shown,
    )
    return context.heard(f"dataset.{role}", heard, what=subject, stated=shown, at=at)


def _voices(context: Context, one: Award, role: Role, person: Person) -> Iterator[Voice]:
    """Each record's person in that role; the represented one is told apart from the one who received."""
    sources = context.sources
    rows = sources.statements(one)
    name_field, role_field = COLUMNS[role]
    decided = sources.decided(one, name_field)
    for article in dict.fromkeys(row.article_id for row in rows):
        mine = {row.field: row for row in rows if row.article_id == article}
        named, office = mine.get(name_field), mine.get(role_field)
        if decided is not None and named is not None and not same_person(named.value, decided):
            continue
        same = _same(person, named, office)
        row = named or office
        if same is not None and row is not None:
            yield sources.voice(row, "agree" if same else "disagree", _shown(named, office))
        elif role == "official" and row is None:
            yield from _only_represented(context, mine, person)


def _only_represented(context: Context, mine: dict[str, Statement], person: Person) -> Iterator[Voice]:
    """An article that says who was represented, and not by whom: that one did not receive."""
    named, office = mine.get("on_behalf_of_name"), mine.get("on_behalf_of_role")
    row = named or office
    if row is not None and _same(person, named, office) and HIMSELF.search(context.reading.text):
        yield context.sources.voice(row, "disagree", "")


def _same(person: Person, named: Statement | None, office: Statement | None) -> bool | None:
    """Whether it is that person: by name where both have one, else by office; None where neither can tell."""
    if person.name and named is not None:
        return same_person(person.name, named.value)
    if person.role and office is not None:
        same = same_office(person.role, office.value)
        if (
            person.name
        ):  # known by office alone there: it may be the same person, or the office's other holder
            return None if same else False
        return same
    return None


def _shown(named: Statement | None, office: Statement | None) -> str:
    return ", ".join(row.value for row in (named, office) if row is not None)


def _named_near(context: Context, awards: list[Award], person: Person, role: Role) -> bool:
    """Whether an article names the claimed giver close to words of handing over, whatever was read from
    it."""
    if role != "presenter" or not person.name:
        return False
    last = re.escape(person.name.split()[-1])
    giving = (
        rf"(?:diserahkan|menyerahkan|penyerahan|dari|oleh|diberikan|memberikan)[^.\n]{{0,60}}{last}\b|"
        rf"\b{last}[^.\n]{{0,20}}(?:menyerahkan|memberikan|membagikan|menganugerahkan|menyematkan)"
    )
    for one in awards:
        for row in context.sources.statements(one, "region"):
            article = context.sources.article(row.article_id)
            if article is not None and re.search(giving, article.text, re.IGNORECASE):
                return True
    return False


def _general_presenter(context: Context, programme: Programme) -> Iterator[ClaimFinding]:
    """ "Wapres X menyerahkan UHC Awards 2024": some award of the edition, from those hands, supports it."""
    reading, sources = context.reading, context.sources
    gives = re.search(
        r"\b(?:menyerahkan|diserahkan|memberikan|diberikan|menganugerahkan|oleh)\b", reading.text
    )
    people = [m for m in reading.of("officials") if m.value is not None and m.value.name]
    if not gives or not people or sources.dataset is None or reading.edition is None:
        return
    mention = people[0]
    person = Person(name=mention.value.name, role=mention.value.role)
    awards = sources.dataset.awards(programme=programme.id, edition=reading.edition)
    voices = [v for one in awards for v in _voices(context, one, "presenter", person) if v.stance == "agree"]
    subject = context.say(
        "what.presenter",
        award=award(programme, reading.edition, None, context.lang),
        region="",
        said=person.name or "",
    )
    yield context.heard(
        "dataset.presenter", weigh(voices), what=subject, stated=person.name, at=(mention.start, mention.end)
    )
