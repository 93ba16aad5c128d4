"""What a fuzzer gives its bytes to: one target a parser.  Each raises what is a fault, and nothing else."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from extractor.articles import read_article
from extractor.articles.dates import machine_date
from extractor.articles.decode import decode
from extractor.articles.jsonld import linked_of
from extractor.articles.states import stated_article
from extractor.core import Extractor
from extractor.dataset import build_dataset, decide, open_dataset
from extractor.errors import DatasetError, PageError
from extractor.factcheck import Checker
from extractor.gate.markup import without_tags
from extractor.model import Article
from extractor.pages import Limits, Page
from extractor.pages.readers import READERS
from extractor.programmes.validate import check_text

LIMITS = Limits(max_bytes=100_000)
_extractors: list[Extractor] = []


def extractor() -> Extractor:
    """One for all inputs, made at the first."""
    if not _extractors:
        _extractors.append(Extractor())
    return _extractors[0]


def page(data: bytes) -> None:
    """A page to its result: JSON that holds, marks that quote their text."""
    for kind in ("html", "text"):
        result = extractor().read(Page("page", data, kind), whole=True)  # type: ignore[arg-type]
        check(json.loads(result.to_json().encode("utf-8")), result.article.text, result.article.title or "")


def check(value: Any, text: str, title: str) -> None:
    """That every mark quotes the characters it points at."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            whole = title if value.get("part") == "title" else text
            assert whole[value["start"] : value["end"]] == value["text"], value
        for inner in value.values():
            check(inner, text, title)
    elif isinstance(value, list):
        for inner in value:
            check(inner, text, title)


def article(data: bytes) -> None:
    """A page to its article, or an error of its own; the same twice."""
    found = Page("page", data, "html")
    try:
        read = read_article(found)
    except PageError:
        return
    read.model_dump_json().encode("utf-8")
    assert read == read_article(found)


def encoding(data: bytes) -> None:
    decode(data)
    decode(data, "utf-16")


def linked(data: bytes) -> None:
    """JSON-LD of any form."""
    found = linked_of([data.decode("utf-8", "replace")], ["Judul"])
    assert all(isinstance(name, str) for name in (*found.authors, *found.editors))


def time(data: bytes) -> None:
    """A time as machines write it."""
    moment = machine_date(data.decode("utf-8", "replace"))
    assert moment is None or moment.day.isoformat()


def text(data: bytes) -> None:
    """The text of an article to its result, twice the same, with marks that quote it."""
    read = Article(id="sha256:0", source="text", title="Judul", text=data.decode("utf-8", "replace"))
    result = extractor().read_article(read)
    check(json.loads(result.to_json()), read.text, "Judul")
    assert extractor().read_article(read) == result


def claim(data: bytes) -> None:
    """A claim to an answer in its own words; the same twice."""
    said = data.decode("utf-8", "replace")
    answer = Checker(extractor()).check(said)
    assert answer.verdict in ("supported", "refuted", "not_enough_info") and answer.reason
    assert answer == Checker(extractor()).check(said)


def gate(data: bytes) -> None:
    """The gate turns away no page whose article names an award; markup taken out leaves no tag before a
    closing one.
    """
    found = Page("page", b"<p>" + data + b" " * 2048, "html")
    if not extractor().gate.passes(found):
        assert extractor().read(found, whole=True).relevant is not True
    assert without_tags(data).count(b"<") <= data.count(b"<")


def state(data: bytes) -> None:
    """The state of a page's scripts, of any form."""
    found = stated_article([data.decode("utf-8", "replace")], ["Judul"])
    assert found is None or isinstance(found.body, str)


def programme(data: bytes) -> None:
    """A programme's YAML: a programme, or problems that are told."""
    found, problems = check_text(data.decode("utf-8", "replace"), "programme.yaml")
    assert found is not None or problems


def decisions(data: bytes) -> None:
    """An editor's table of decisions: taken whole, or refused with its row."""
    with tempfile.TemporaryDirectory() as folder:
        dataset, table = Path(folder) / "awards.db", Path(folder) / "decisions.csv"
        dataset.write_bytes(awards())
        table.write_bytes(data)
        try:
            decide(dataset, table)
        except DatasetError:
            with open_dataset(dataset) as opened:
                assert not list(opened.decisions())


@cache
def awards() -> bytes:
    """A dataset of one award."""
    with tempfile.TemporaryDirectory() as folder:
        page, dataset = Path(folder) / "a.txt", Path(folder) / "awards.db"
        page.write_text(AWARD, encoding="utf-8")
        build_dataset(dataset, [str(page)])
        return dataset.read_bytes()


AWARD = "Kabupaten Balangan meraih UHC Awards 2026 kategori Utama di Jakarta, Selasa (27/1/2026)."


def reader(suffix: str) -> Callable[[bytes], None]:
    """The reader of the files of a suffix: pages and failures, and an end."""

    def read(data: bytes) -> None:
        for found in READERS[suffix](io.BytesIO(data), "file", LIMITS):
            assert found.source.startswith("file")

    return read


TARGETS: dict[str, Callable[[bytes], None]] = {
    "page": page,
    "article": article,
    "encoding": encoding,
    "linked": linked,
    "time": time,
    "text": text,
    "claim": claim,
    "gate": gate,
    "state": state,
    "programme": programme,
    "decisions": decisions,
    "rows": reader(".jsonl"),
    "packed-rows": reader(".jsonl.gz"),
    "warc": reader(".warc"),
    "packed-warc": reader(".warc.gz"),
    "parquet": reader(".parquet"),
}
