"""The dataset is replaced, cut, taken away and locked while it is served: old or new, or a clear refusal."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from web_pages import CORPUS
from web_server import ROOMY, served

from extractor.dataset import build_dataset, open_dataset

PATHS = ("/penghargaan", "/penghargaan?text=Balangan", "/daerah/63.11", "/daerah/63", "/pertentangan",
         "/api/awards", "/api/regions/63.11")  # fmt: skip
CLAIM = {"claim": "Kabupaten Balangan meraih UHC Awards 2026 kategori Utama."}
HASTY = replace(ROOMY, lock_seconds=0.2, readers=1)


@pytest.fixture(scope="module")
def smaller(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of ten pages."""
    folder = tmp_path_factory.mktemp("smaller")
    for page in sorted(CORPUS.iterdir())[:10]:
        shutil.copy(page, folder / page.name)
    build_dataset(folder / "awards.db", [str(page) for page in sorted(folder.iterdir())])
    return folder / "awards.db"


@pytest.fixture(scope="module")
def own(database: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the dataset that tests may harm, if they make it whole again."""
    path = tmp_path_factory.mktemp("own") / "awards.db"
    shutil.copy(database, path)
    return path


@pytest.fixture(scope="module")
def own_address(own: Path) -> Iterator[str]:
    with served(own, HASTY) as address:
        yield address


def asked(address: str) -> Iterator[httpx.Response]:
    """The answers of every kind of page, and to a claim."""
    for path in PATHS:
        yield httpx.get(address + path, timeout=60)
    yield httpx.post(f"{address}/api/check", json=CLAIM, timeout=60)
    yield httpx.post(f"{address}/klaim", data=CLAIM, timeout=60)


def refused(address: str, statuses: set[int]) -> None:
    for answer in asked(address):
        assert answer.status_code in statuses, answer.url
        assert "Traceback" not in answer.text and "sqlite" not in answer.text.lower()
        if answer.status_code == 503:
            assert int(answer.headers["Retry-After"]) > 0
    assert httpx.get(address, timeout=60).status_code == 200


def test_a_dataset_that_is_replaced_is_seen_old_or_new(
    own: Path, own_address: str, smaller: Path, database: Path, tmp_path: Path
) -> None:
    totals = set()
    for path in (database, smaller):
        with open_dataset(path) as dataset:
            totals.add(len(dataset.awards()))
    assert len(totals) == 2
    going, seen, statuses = True, set[int](), set[int]()

    def browse() -> None:
        while going:
            answer = httpx.get(f"{own_address}/api/awards", timeout=60)
            statuses.add(answer.status_code)
            if answer.status_code == 200:
                seen.add(answer.json()["total"])
            statuses.add(httpx.get(f"{own_address}/penghargaan", timeout=60).status_code)

    threads = [threading.Thread(target=browse) for _ in range(3)]
    for thread in threads:
        thread.start()
    for turn in range(40):
        shutil.copy((smaller, database)[turn % 2], tmp_path / "next.db")
        Path(tmp_path / "next.db").replace(own)
    httpx.get(f"{own_address}/api/awards", timeout=60)
    going = False
    for thread in threads:
        thread.join()
    assert statuses == {200} and seen <= totals
    shutil.copy(smaller, tmp_path / "next.db")
    Path(tmp_path / "next.db").replace(own)
    assert httpx.get(f"{own_address}/api/awards", timeout=60).json()["total"] == min(totals)
    refused(own_address, {200})


def cut(path: Path, share: float) -> None:
    with path.open("r+b") as file:
        file.truncate(int(path.stat().st_size * share))


def overwrite(path: Path) -> None:
    data = bytearray(path.read_bytes())
    for at in range(8192, len(data) - 4096, 12_288):
        data[at : at + 4096] = b"\xff" * 4096
    path.write_bytes(data)


def make_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


HARMS: dict[str, Callable[[Path], object]] = {
    "cut in half": lambda path: cut(path, 0.5),
    "cut to its head": lambda path: cut(path, 0.001),
    "emptied": lambda path: path.write_bytes(b""),
    "overwritten in places": overwrite,
    "no dataset": lambda path: path.write_text("no dataset" * 1000, encoding="utf-8"),
    "taken away": lambda path: path.unlink(),
    "a folder": make_folder,
}


@pytest.mark.parametrize("harm", list(HARMS))
def test_a_dataset_that_is_harmed_is_a_clear_refusal_until_it_is_whole(
    own: Path, own_address: str, database: Path, tmp_path: Path, harm: str
) -> None:
    refused(own_address, {200})
    HARMS[harm](own)
    refused(own_address, {200, 404, 503})
    if own.is_dir():
        own.rmdir()
    shutil.copy(database, tmp_path / "next.db")
    Path(tmp_path / "next.db").replace(own)
    refused(own_address, {200})


def test_a_dataset_that_is_locked_is_a_clear_refusal_until_it_is_free(database: Path, tmp_path: Path) -> None:
    path = tmp_path / "awards.db"
    shutil.copy(database, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as db, served(path, HASTY) as address:
        db.execute("PRAGMA journal_mode = DELETE")  # with a log of changes nobody can lock readers out
        db.execute("BEGIN EXCLUSIVE")
        refused(address, {503})
        db.execute("ROLLBACK")
        refused(address, {200})


def test_a_build_that_goes_on_meanwhile_disturbs_nobody(own: Path, own_address: str, tmp_path: Path) -> None:
    page = sorted(CORPUS.iterdir())[0]
    (tmp_path / "new.html").write_bytes(page.read_bytes().replace(b"2026", b"2024"))
    building = threading.Thread(target=build_dataset, args=(own, [str(tmp_path / "new.html")]))
    building.start()
    while building.is_alive():
        refused(own_address, {200})
    refused(own_address, {200})
