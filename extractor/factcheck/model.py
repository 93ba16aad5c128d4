"""What `piagam check` says about one claim."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from extractor.model import Model, Verdict

Stance = Literal["agree", "disagree", "near"]


class Quote(Model):
    """The words of a source that bear on a claim."""

    source: str = Field(description="name of the page, or the id of a programme for a reference fact")
    url: str | None = None
    link: str | None = Field(None, description="opens the page at the words; null without an address")
    text: str | None = Field(description="the page's own words; of a reference fact the fact in words")
    part: Literal["text", "title"] | None = None
    start: int | None = Field(None, description="first code point of `text` in the article's part")
    end: int | None = None
    kind: Literal["article", "reference"] = "article"
    article: str | None = Field(None, description="id of the article in the dataset")
    stance: Stance = "agree"


class ClaimFinding(Model):
    """The outcome of one check on one part of a claim."""

    check: str
    verdict: Verdict
    stated: float | str | None = None
    expected: float | str | None = None
    unit: str | None = None
    reason: str = Field(description="a sentence a journalist can print, in the chosen language")
    part: str | None = Field(None, description="the words of the claim that were checked")
    start: int | None = Field(None, description="first code point of `part` in the claim")
    end: int | None = None
    agree: int = Field(0, description="independent sources that state the same; copies count once")
    disagree: int = Field(0, description="independent sources that state otherwise")
    evidence: list[Quote] = Field(default_factory=list)
    sources: list[str] = Field([], description="addresses that a reference fact rests on")


class Answer(Model):
    """One claim with its verdict: refuted if one finding is, else open if one is, else supported."""

    id: str | int | None
    claim: str
    verdict: Verdict
    reason: str
    checkable: bool = Field(True, description="false for opinions, promises, and what no check understands")
    findings: list[ClaimFinding] = Field(default_factory=list)
    evidence: list[Quote] = Field(default_factory=list)
    notes: list[str] = Field([], description="close misses that may explain the claim")
