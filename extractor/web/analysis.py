"""What a visitor gave, and what Piagam says about it."""

from __future__ import annotations

import base64
import binascii
import re
import zlib
from dataclasses import dataclass

from extractor.core import read_whatever
from extractor.errors import PageTooLong
from extractor.factcheck import Answer, check_article
from extractor.model import Record, Result
from extractor.pages import Given, Page
from extractor.pages.sniff import failure_of, kind_of
from extractor.reconcile.wording import Lang
from extractor.web.bench import Bench
from extractor.web.limits import Limits
from extractor.web.refusal import Refusal

PASTED, UPLOADED = "teks", "halaman"
"""Names of the article in results: what a file is called on a visitor's machine says nothing."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BYTES_A_CHARACTER = 4


@dataclass(frozen=True, slots=True)
class Analysis:
    """A result with the answers to what the article says: one for each record, then one for each sentence."""

    page: Page
    result: Result
    answers: tuple[Answer, ...]

    @property
    def records(self) -> list[tuple[Record, Answer]]:
        return list(zip(self.result.records, self.answers, strict=False))

    @property
    def sentences(self) -> tuple[Answer, ...]:
        return self.answers[len(self.result.records) :]


def page_of(
    data: bytes, limits: Limits, source: str, title: str = "", published: str = "", url: str = ""
) -> Page:
    """The page that was given.  Raises Refusal for one that is empty, too large or no text."""
    if not data.strip():
        raise Refusal(422, "empty")
    if len(data) > limits.page_bytes:
        raise Refusal(413, "too_large", limit=limits.page_bytes)
    problem = failure_of(data)
    if problem is not None:
        raise Refusal(422, problem.code)
    if published and not _DAY.fullmatch(published):
        raise Refusal(422, "no_day")
    given = Given(
        url=whole(url).strip() or None, title=whole(title).strip() or None, published=published or None
    )
    return Page(source, data, kind_of(data), given)


def extracted(bench: Bench, page: Page, lang: Lang, limits: Limits) -> Result:
    """The page's result.  Raises Refusal for a page that cannot be read."""
    result = read_whatever(bench.extractor(lang), page, whole=True)
    if result.error is None:
        return result
    if result.error.code == PageTooLong.code:
        raise Refusal(413, "too_long", limit=limits.characters)
    raise Refusal(422, result.error.code)


def analysed(bench: Bench, page: Page, lang: Lang, limits: Limits) -> Analysis:
    """The page's result with all its answers.  Raises Refusal, DatasetError."""
    result = extracted(bench, page, lang, limits)
    return Analysis(page, result, tuple(check_article(bench.checker(lang), result)))


def claimed(bench: Bench, claim: str, lang: Lang) -> Answer:
    """The answer to a claim.  Raises DatasetError."""
    return bench.checker(lang).check(claim)


def answers(bench: Bench, claim: str, lang: Lang) -> list[Answer]:
    """The answer to a claim, as a list.  Raises DatasetError."""
    return [claimed(bench, claim, lang)]


def answers_in(bench: Bench, page: Page, lang: Lang, limits: Limits) -> list[Answer]:
    """The answers to what a page says.  Raises Refusal, DatasetError."""
    return list(analysed(bench, page, lang, limits).answers)


def claim_of(text: str, limits: Limits) -> str:
    """The claim that was typed, on one line.  Raises Refusal."""
    claim = " ".join(whole(text).split())
    if not claim:
        raise Refusal(422, "empty")
    if len(claim) > limits.claim_characters:
        raise Refusal(413, "too_long", limit=limits.claim_characters)
    return claim


def whole(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON can name and no encoding has."""
    return text.encode("utf-8", "replace").decode("utf-8")


def packed(data: bytes) -> str:
    """Bytes as a form can carry them back: nothing is kept here between two requests."""
    return base64.b64encode(zlib.compress(data)).decode("ascii")


def unpacked(text: str, limit: int) -> bytes:
    """What `packed` made; never more than a little over `limit` bytes.  Raises Refusal."""
    try:
        return zlib.decompressobj().decompress(base64.b64decode(text, validate=True), limit + 1)
    except (binascii.Error, zlib.error, ValueError):
        raise Refusal(400, "unreadable") from None
