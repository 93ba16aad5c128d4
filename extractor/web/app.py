"""The application: its state, its pages, its interface for programs, and its way of saying no."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from http import HTTPStatus
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import Scope

from extractor import __version__
from extractor.dataset import open_dataset
from extractor.display.language import Language
from extractor.errors import DatasetError
from extractor.programmes.catalogue import load_catalogue
from extractor.web import api, browse, pages
from extractor.web.desk import Desk
from extractor.web.language import language
from extractor.web.limits import Limits
from extractor.web.refusal import Problem, Refusal
from extractor.web.shelf import Shelf
from extractor.web.shield import LOOPBACK, Shield
from extractor.web.site import Site, lang_of

_log = logging.getLogger("piagam.web")


def make_app(
    dataset: Path | None,
    *,
    programmes: Sequence[Path] = (),
    limits: Limits | None = None,
    local: bool = True,
) -> FastAPI:
    """The application over a dataset, or over the reference facts alone.

    `local` answers requests to this machine by its own names only.  Raises DatasetError for a file that is no
    dataset, ProgrammeInvalid.
    """
    limits = limits or Limits()
    if dataset is not None:
        open_dataset(dataset).close()
    catalogue = load_catalogue(tuple(programmes))
    desk = Desk(dataset, programmes, limits)
    shelf = Shelf(dataset, catalogue, limits)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        desk.open()
        yield
        desk.close()
        shelf.close()

    app = FastAPI(
        title="Piagam",
        version=__version__,
        summary="Awards to regional governments in Indonesian news: read, and checked.",
        openapi_url="/api/openapi.json",
        docs_url=None,  # their pages load scripts from elsewhere; /api is our own
        redoc_url=None,
        lifespan=life,
        redirect_slashes=False,  # no address that is asked for comes back in a header
    )
    app.state.limits = limits
    app.state.desk = desk
    app.state.shelf = shelf
    app.state.site = Site(catalogue, limits, dataset is not None)
    app.include_router(pages.router)
    app.include_router(browse.router)
    app.include_router(api.router)
    app.mount("/static", StaticFiles(directory=str(files("extractor.web") / "static")), name="static")
    _handle(app)
    app.add_middleware(
        Shield,
        limits=limits,
        hosts=LOOPBACK if local else None,
        refuse=lambda scope, refusal: _refused(app, scope, refusal),
    )
    return app


def _handle(app: FastAPI) -> None:
    """Whatever goes wrong becomes a readable page, or a problem for programs."""

    def refused(request: Request, error: Exception) -> Response:
        assert isinstance(error, Refusal)
        return _refused(app, request.scope, error)

    def http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        code = {404: "not_found", 405: "method"}.get(error.status_code, "unreadable")
        answer = _refused(app, request.scope, Refusal(error.status_code, code))
        answer.headers.update(error.headers or {})
        return answer

    def invalid(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        places = [".".join(str(step) for step in each["loc"]) for each in error.errors()]
        where = ", ".join(dict.fromkeys(places)).encode("utf-8", "replace").decode("utf-8")
        return _refused(app, request.scope, Refusal(422, "invalid", where=where[:200]))

    def no_dataset(request: Request, error: Exception) -> Response:
        _log.warning("%s", error)
        return _refused(app, request.scope, Refusal(503, "dataset", retry_after=10))

    def crashed(request: Request, error: Exception) -> Response:
        return _refused(app, request.scope, Refusal(500, "crashed"))

    app.add_exception_handler(Refusal, refused)
    app.add_exception_handler(HTTPException, http)
    app.add_exception_handler(RequestValidationError, invalid)
    app.add_exception_handler(DatasetError, no_dataset)
    app.add_exception_handler(sqlite3.DatabaseError, no_dataset)  # damaged behind a sound beginning
    app.add_exception_handler(Exception, crashed)


def _told(words: Language, key: str, refusal: Refusal) -> str:
    """The message; numbers in it as the language writes them."""
    values = {
        name: words.number(value) if isinstance(value, int) else value
        for name, value in refusal.values.items()
    }
    return words.messages[key].format(**values)


def _refused(app: FastAPI, scope: Scope, refusal: Refusal) -> Response:
    request = Request(scope)
    lang = lang_of(request)
    text = language(lang).text
    key = f"problem.{refusal.code}"
    known = key in language(lang).messages
    detail = _told(language(lang), key, refusal) if known else text("problem.other", code=refusal.code)
    title = HTTPStatus(refusal.status).phrase
    if scope["path"].startswith("/api/"):
        problem = Problem(title=title, status=refusal.status, code=refusal.code, detail=detail)
        return JSONResponse(
            problem.model_dump(), refusal.status, refusal.headers, media_type="application/problem+json"
        )
    site: Site = app.state.site
    page = site.page(request, "problem.html", refusal.status, detail=detail, number=refusal.status)
    page.headers.update(refusal.headers)
    return page
