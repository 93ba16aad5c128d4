"""The forms in which `extract` prints results: JSON Lines, CSV, and a table for people."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from extractor.cli.choices import Format
from extractor.model import Person, Record, Result

COLUMNS: dict[str, str] = {
    "source": "the page's path, with #N for a row",
    "article_id": "sha256 of the page",
    "url": "address of the article",
    "title": "title of the article",
    "site": "site of the article",
    "author": "author of the article",
    "published": "when the article was published",
    "programme": "id of the award programme",
    "programme_name": "its name",
    "edition": "the award's year",
    "status": "received or announced",
    "region_code": "Kemendagri code",
    "region": "full name of the region",
    "region_level": "provinsi, kabupaten or kota",
    "province": "province of the region",
    "province_code": "its Kemendagri code",
    "scope": "the province whose own ceremony this is",
    "tier": "id of the tier",
    "tier_name": "its name",
    "score": "score of the region",
    "rank": "rank of the region",
    "official_name": "who received the award",
    "official_role": "their office",
    "on_behalf_of_name": "whom they represented",
    "on_behalf_of_role": "that person's office",
    "presenter_name": "who handed the award over",
    "presenter_role": "their office",
    "organizer": "institution that gives the award",
    "date": "date of the event as stated",
    "venue": "place of the event in the text's words",
    "venue_city": "its city",
    "verdict": "supported, refuted or not_enough_info",
    "refuted_because": "reasons of the refuted findings, one a line",
    "findings": "all findings, as JSON",
    "evidence": "marks of every field, as JSON",
}


def render_jsonl(with_text: bool, result: Result) -> str:
    """The result as one JSON line."""
    return result.to_json(with_text=with_text) + "\n"


def render_csv(result: Result) -> str:
    """One CSV row a record, in the order of COLUMNS; nothing for a page without records."""
    return "".join(_csv_line(_row(result, record)) for record in result.records)


def _csv_line(row: dict[str, Any]) -> str:
    """A row that ends in a line feed; written with CRLF first, since csv quotes only its own line ends."""
    out = io.StringIO(newline="")
    csv.DictWriter(out, COLUMNS, lineterminator="\r\n").writerow(row)
    return out.getvalue().removesuffix("\r\n") + "\n"


def render_rows(result: Result) -> str:
    """One JSON line a record, with the values of COLUMNS in their order, for a file of typed columns."""
    return "".join(_json(list(_row(result, record).values())) + "\n" for record in result.records)


def head(form: Format) -> str:
    """What stands before the first result."""
    return ",".join(COLUMNS) + "\n" if form is Format.CSV else ""


@contextmanager
def writer(form: Format, stream: TextIO) -> Iterator[Callable[[str], object]]:
    """What takes the rendered results, one after the other, and brings them to `stream`."""
    if form is Format.TABLE:
        from extractor.cli.view import Tables

        with Tables(stream) as tables:
            yield lambda line: tables.add(Result.model_validate_json(line))
    elif form is Format.PARQUET:
        from extractor.cli.parquet import ParquetRows

        with ParquetRows(stream.buffer) as rows:
            yield rows.add
    else:
        stream.write(head(form))
        yield stream.write


def renderer(form: Format, *, with_text: bool) -> Callable[[Result], str]:
    """The picklable function that renders one result; a table is drawn, and Parquet packed, from JSON."""
    if form is Format.CSV:
        return render_csv
    return render_rows if form is Format.PARQUET else partial(render_jsonl, with_text)


def chosen(form: Format | None, output: Path | None, *, terminal: bool) -> Format:
    """The format asked for; else by the output's suffix, a table for a terminal, JSON Lines elsewhere."""
    if form is not None:
        return form
    suffix = output.suffix.lower() if output is not None else ""
    if suffix in {".csv", ".parquet"}:
        return Format(suffix[1:])
    return Format.TABLE if terminal and output is None else Format.JSONL


def _row(result: Result, record: Record) -> dict[str, Any]:
    article, region, tier, venue = result.article, record.region, record.tier, record.venue
    return {
        "source": article.source,
        "article_id": article.id,
        "url": article.url,
        "title": article.title,
        "site": article.site,
        "author": article.author,
        "published": article.published,
        "programme": record.programme.id,
        "programme_name": record.programme.name,
        "edition": record.edition,
        "status": record.status,
        "region_code": region.code,
        "region": region.name,
        "region_level": region.level,
        "province": region.province,
        "province_code": region.province_code,
        "scope": record.scope,
        "tier": tier and tier.id,
        "tier_name": tier and tier.name,
        "score": record.score,
        "rank": record.rank,
        **_person("official", record.official),
        **_person("on_behalf_of", record.on_behalf_of),
        **_person("presenter", record.presenter),
        "organizer": record.organizer,
        "date": record.date,
        "venue": venue and venue.name,
        "venue_city": venue and venue.city,
        "verdict": record.verdict,
        "refuted_because": "\n".join(f.reason for f in record.findings if f.verdict == "refuted"),
        "findings": _json([finding.model_dump() for finding in record.findings]),
        "evidence": _json(
            {field: [m.model_dump() for m in marks] for field, marks in record.evidence.items()}
        ),
    }


def _person(field: str, person: Person | None) -> dict[str, str | None]:
    return {
        f"{field}_name": person.name if person else None,
        f"{field}_role": person.role if person else None,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
