"""The corpus and the planted pages as a dataset, and the application over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from web_pages import CORPUS, write_pages
from web_server import ROOMY, served

from extractor.dataset import build_dataset
from extractor.web import make_app


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web")
    path = folder / "awards.db"
    build_dataset(path, [str(CORPUS), str(write_pages(folder / "pages"))])
    return path


@pytest.fixture(scope="session")
def app(database: Path) -> FastAPI:
    return make_app(database, limits=ROOMY)


@pytest.fixture(scope="session")
def client(app: FastAPI) -> Iterator[TestClient]:
    with TestClient(app, base_url="http://127.0.0.1") as client:
        yield client


@pytest.fixture(scope="session")
def address(database: Path) -> Iterator[str]:
    """The address of a running server."""
    with served(database, ROOMY) as address:
        yield address
