"""Pages that show the dataset: awards, one award, one region, conflicts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import HTMLResponse

from extractor.dataset.filters import Filters
from extractor.web.refusal import Refusal
from extractor.web.shelf import Shelf
from extractor.web.site import Site

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

FIELDS = ("programme", "edition", "tier", "province", "region", "status", "text")
_WORD = 200

Word = Annotated[str | None, Query(max_length=_WORD)]
PageNumber = Annotated[int, Query(ge=1, le=1_000_000)]


def filters(
    programme: Word = None,
    edition: Word = None,
    tier: Word = None,
    province: Word = None,
    region: Word = None,
    status: Word = None,
    text: Word = None,
) -> Filters:
    """The filters of the address; a form sends those that nobody filled as empty."""
    return Filters(
        programme or None,
        _year(edition),
        tier or None,
        province or None,
        region or None,
        status or None,
        text or None,
    )


def _year(text: str | None) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) == 4):
        raise Refusal(422, "invalid", where="edition")
    return int(text)


@router.get("/penghargaan")
async def awards(
    request: Request, wanted: Annotated[Filters, Depends(filters)], page: PageNumber = 1
) -> HTMLResponse:
    """Awards that fit the filters, page by page."""
    chosen = {name: getattr(wanted, name) for name in FIELDS}

    def found(shelf: Shelf) -> dict[str, Any]:
        return {"listed": shelf.awards(wanted, page), "choices": shelf.choices(), "chosen": chosen}

    return await _shown(request, "awards.html", found)


@router.get("/penghargaan/{award_id}")
async def award(request: Request, award_id: Annotated[str, Path(max_length=64)]) -> HTMLResponse:
    """All that is said of one award."""
    return await _shown(request, "award.html", lambda shelf: {"whole": shelf.award(award_id)})


@router.get("/daerah/{code}")
async def region(request: Request, code: Annotated[str, Path(max_length=16)]) -> HTMLResponse:
    """All that is said of one region."""
    return await _shown(request, "region.html", lambda shelf: {"place": shelf.place(code)})


@router.get("/pertentangan")
async def conflicts(request: Request, page: PageNumber = 1) -> HTMLResponse:
    """Where sources disagree, those that nothing settles first."""
    return await _shown(request, "conflicts.html", lambda shelf: {"listed": shelf.conflicts(page)})


async def _shown(request: Request, name: str, found: Callable[[Shelf], dict[str, Any]]) -> HTMLResponse:
    """The page `name` with what is found on the shelf."""
    site: Site = request.app.state.site
    shelf: Shelf = request.app.state.shelf
    return await shelf.serve(lambda: site.page(request, name, **found(shelf)))


@router.get("/api")
async def interface(request: Request) -> HTMLResponse:
    """What programs can ask for, out of the OpenAPI document."""
    site: Site = request.app.state.site
    return site.page(request, "api.html", document=request.app.openapi())
