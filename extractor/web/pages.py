"""Pages that check: a text, a page or a claim in, what was found out."""

from __future__ import annotations

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile

from extractor.web import analysis, downloads
from extractor.web.analysis import PASTED, UPLOADED
from extractor.web.desk import Desk
from extractor.web.findings import Findings
from extractor.web.limits import Limits
from extractor.web.refusal import Refusal
from extractor.web.site import Site, lang_of, link

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


async def _form(request: Request) -> FormData:
    """The form; a field may be as long as the whole body, which is counted already."""
    limits: Limits = request.app.state.limits
    return await request.form(max_files=1, max_fields=16, max_part_size=limits.body_bytes)


Form = Annotated[FormData, Depends(_form)]


@router.get("/")
def home(request: Request) -> HTMLResponse:
    site: Site = request.app.state.site
    return site.page(request, "home.html")


@router.get("/artikel")
@router.get("/klaim")
def back(request: Request) -> RedirectResponse:
    """Results have no address of their own: whoever comes back to one begins anew."""
    return RedirectResponse(link("/", lang_of(request)), 303)


@router.post("/artikel")
async def article(request: Request, form: Form) -> HTMLResponse:
    """The article in a pasted text or an uploaded page, with its marks, records and findings."""
    site: Site = request.app.state.site
    desk: Desk = request.app.state.desk
    limits: Limits = request.app.state.limits
    lang = lang_of(request)
    data, source = await _given(form, limits)
    given = {name: _text(form, name) for name in ("title", "published", "url")}
    page = analysis.page_of(data, limits, source, **given)
    found = await desk.run(partial(analysis.analysed, page=page, lang=lang, limits=limits))

    def shown() -> HTMLResponse:
        return site.page(
            request,
            "article.html",
            findings=Findings(found),
            result=found.result,
            downloads=downloads.of_article(found, lang),
            again={**given, "again": analysis.packed(data), "source": source},
        )

    return await run_in_threadpool(shown)


@router.post("/klaim")
async def claim(request: Request, form: Form) -> HTMLResponse:
    """The verdict on a claim."""
    site: Site = request.app.state.site
    desk: Desk = request.app.state.desk
    lang = lang_of(request)
    text = analysis.claim_of(_text(form, "claim"), request.app.state.limits)
    answer = await desk.run(partial(analysis.claimed, claim=text, lang=lang))
    return site.page(
        request,
        "claim.html",
        answer=answer,
        downloads=downloads.of_claim(answer, lang),
        again={"claim": text},
    )


async def _given(form: FormData, limits: Limits) -> tuple[bytes, str]:
    """The bytes of the page, and what they are called; a page that was chosen goes before a text."""
    again = _text(form, "again")
    if again:
        source = UPLOADED if _text(form, "source") == UPLOADED else PASTED
        return analysis.unpacked(again, limits.page_bytes), source
    upload = form.get("page")
    if isinstance(upload, UploadFile) and (upload.filename or upload.size):
        return await upload.read(), UPLOADED
    return _text(form, "text").encode("utf-8", "replace"), PASTED


def _text(form: FormData, name: str) -> str:
    value = form.get(name, "")
    if not isinstance(value, str):
        raise Refusal(422, "invalid", where=name)
    return value
