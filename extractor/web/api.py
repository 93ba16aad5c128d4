"""The same for programs: JSON in, JSON out, problems as RFC 9457 has them."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from extractor.dataset import Award, Conflict, Dataset, Figure, Finding, Person, Preferred, Statement
from extractor.dataset.filters import Filters
from extractor.factcheck import Answer
from extractor.model import Result
from extractor.reconcile.wording import Lang
from extractor.web import analysis
from extractor.web.browse import PageNumber, filters
from extractor.web.desk import Desk
from extractor.web.limits import Limits
from extractor.web.refusal import PROBLEMS, Refusal
from extractor.web.shelf import Shelf
from extractor.web.site import lang_of

router = APIRouter(prefix="/api", responses=PROBLEMS)

SOURCE = "api"


class PageIn(BaseModel):
    """An article to read: a text, or the HTML of a page."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field(min_length=1, description="plain text, or HTML as it was saved")
    title: str = Field("", max_length=1000)
    url: str = Field("", max_length=2000, description="address to cite; it is never opened")
    published: str = Field("", max_length=10, description="YYYY-MM-DD")


class ExtractIn(PageIn):
    with_text: bool = Field(False, description="whether the answer repeats the article's text")


class CheckIn(BaseModel):
    """A claim, or an article whose awards and claims are checked; one of the two."""

    model_config = ConfigDict(extra="forbid")

    claim: str = Field("", description="a claim in words")
    article: PageIn | None = None


class CheckOut(BaseModel):
    answers: list[Answer]


class AwardsOut(BaseModel):
    total: int
    page: int
    pages: int
    awards: list[Award]


class AwardOut(BaseModel):
    award: Award
    preferred: list[Preferred]
    statements: list[Statement]
    conflicts: list[Conflict]
    findings: list[Finding]


class RegionOut(BaseModel):
    code: str
    name: str
    level: str
    province: str
    awards: list[Award]
    within: int
    figures: list[Figure]
    persons: list[Person]


Language = Annotated[
    str, Query(max_length=8, description="language of reasons and problems: id (default) or en")
]


@router.post("/extract", response_model=Result, summary="Read a page into records")
async def extract(request: Request, given: ExtractIn, lang: Language = "id") -> Response:
    """The contract's result of one page; the text of the article is left out unless asked for."""
    limits: Limits = request.app.state.limits
    desk: Desk = request.app.state.desk
    page, asked = _page(given, limits), lang_of(request)
    result = await desk.run(partial(analysis.extracted, page=page, lang=asked, limits=limits))
    return _json(result, {"article": {"text"}} if not given.with_text else None)


@router.post("/check", response_model=CheckOut, summary="Check a claim, or what an article says")
async def check(request: Request, given: CheckIn, lang: Language = "id") -> Response:
    """One answer for a claim; for an article one for each award and for each sentence that can be checked."""
    limits: Limits = request.app.state.limits
    desk: Desk = request.app.state.desk
    asked = lang_of(request)
    if bool(given.claim) == (given.article is not None):
        raise Refusal(422, "one_of_two")
    answers = await desk.run(_checking(given, asked, limits))
    return _json(CheckOut(answers=answers))


def _checking(given: CheckIn, lang: Lang, limits: Limits) -> Any:
    if given.article is None:
        claim = analysis.claim_of(given.claim, limits)
        return partial(analysis.answers, claim=claim, lang=lang)
    page = _page(given.article, limits)
    return partial(analysis.answers_in, page=page, lang=lang, limits=limits)


@router.get("/awards", response_model=AwardsOut, summary="Awards of the dataset, page by page")
async def awards(
    request: Request, wanted: Annotated[Filters, Depends(filters)], page: PageNumber = 1
) -> Response:
    """Province and region are Kemendagri codes or names; text is a region, or words of any field."""
    shelf: Shelf = request.app.state.shelf

    def told() -> Response:
        found = shelf.awards(wanted, page)
        return _json(AwardsOut(total=found.total, page=page, pages=found.pages, awards=list(found.rows)))

    return await shelf.serve(told)


@router.get("/awards/{award_id}", response_model=AwardOut, summary="One award with all that is said of it")
async def award(request: Request, award_id: Annotated[str, Path(max_length=64)]) -> Response:
    shelf: Shelf = request.app.state.shelf

    def work(dataset: Dataset) -> AwardOut:
        found = dataset.award(award_id)
        if found is None:
            raise Refusal(404, "no_award")
        return AwardOut(
            award=found,
            preferred=dataset.preferred(award_id),
            statements=dataset.statements(award_id),
            conflicts=dataset.conflicts(award_id),
            findings=dataset.findings(award_id),
        )

    return await shelf.serve(lambda: _json(shelf.look(work)))


@router.get("/regions/{code}", response_model=RegionOut, summary="One region with its awards and figures")
async def region(request: Request, code: Annotated[str, Path(max_length=16)]) -> Response:
    """The code is Kemendagri's: 63 for a province, 63.11 for a kabupaten or kota.

    A province comes with the first 200 awards of its kabupaten and kota; `within` counts all of them, which
    /api/awards?province= gives page by page.
    """
    shelf: Shelf = request.app.state.shelf

    def told() -> Response:
        place = shelf.place(code)
        return _json(
            RegionOut(
                code=place.region.code,
                name=place.region.name,
                level=place.region.level,
                province=place.region.province,
                awards=[*place.awards, *place.inside],
                within=place.within,
                figures=[figure for figure, _ in place.figures],
                persons=list(place.persons),
            )
        )

    return await shelf.serve(told)


def _page(given: PageIn, limits: Limits) -> Any:
    data = given.text.encode("utf-8", "replace")
    return analysis.page_of(data, limits, SOURCE, given.title, given.published, given.url)


def _json(value: BaseModel, exclude: Any = None) -> Response:
    """As UTF-8; what a page quotes may hold halves of surrogate pairs, which JSON writes as escapes."""
    text = TypeAdapter(type(value)).dump_json(value, exclude=exclude)
    return Response(text, media_type="application/json")
