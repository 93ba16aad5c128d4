"""Killed at any moment, a second run ends with the exports of an uninterrupted one."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from dataset_pages import CORPUS, exported
from filelock import FileLock

from extractor.dataset import build_dataset

PAGES = sorted(map(str, CORPUS.glob("*.html")))[::9]

HARNESS = """
import json, os, signal, sqlite3, sys
from pathlib import Path
stop, database, *pages = json.loads(sys.argv[1])
steps = 0

def step():
    global steps
    steps += 1
    if steps == stop:
        os.kill(os.getpid(), signal.SIGKILL)

opened = []

def hook(event, args):
    if event == "sqlite3.connect/handle":
        opened.append(args[0])  # not ready before the call that opens it returns
    elif opened and event != "sqlite3.connect":
        opened.pop().set_progress_handler(step, 500)

from extractor.dataset import build_dataset
sys.addaudithook(hook)
build_dataset(Path(database), pages)
print(steps)
"""
"""Builds a dataset and kills itself at a given step of SQLite's machine: in the middle of any transaction."""


def run_harness(stop: int, database: Path) -> subprocess.CompletedProcess[str]:
    words = json.dumps([stop, str(database), *PAGES])
    return subprocess.run(
        [sys.executable, "-c", HARNESS, words], capture_output=True, encoding="utf-8", check=False
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, str]]:
    """Steps and exports of a run that nothing interrupts."""
    folder = tmp_path_factory.mktemp("whole")
    done = run_harness(0, folder / "awards.db")
    assert done.returncode == 0, done.stderr
    return int(done.stdout), exported(folder / "awards.db", folder / "out")


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.75, 0.9, 0.99])
def test_killed_at_any_step(share: float, whole: tuple[int, dict[str, str]], tmp_path: Path) -> None:
    steps, wanted = whole
    killed = run_harness(max(1, int(steps * share)), tmp_path / "awards.db")
    assert killed.returncode == -signal.SIGKILL
    summary = build_dataset(tmp_path / "awards.db", PAGES)
    assert summary.read + summary.known == len(PAGES)
    assert exported(tmp_path / "awards.db", tmp_path / "out") == wanted


def command(database: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "extractor", "build", str(database), *PAGES, *options]


def test_killed_again_and_again(whole: tuple[int, dict[str, str]], tmp_path: Path) -> None:
    for share in (0.3, 0.2):
        run_harness(max(1, int(whole[0] * share)), tmp_path / "awards.db")
    build_dataset(tmp_path / "awards.db", PAGES)
    assert exported(tmp_path / "awards.db", tmp_path / "out") == whole[1]


def test_a_full_disk_is_told_and_costs_nothing(whole: tuple[int, dict[str, str]], tmp_path: Path) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))

    done = subprocess.run(
        command(tmp_path / "awards.db"), capture_output=True, preexec_fn=little_room, check=False
    )
    assert done.returncode == 1
    assert b"cannot be written" in done.stderr and b"Traceback" not in done.stderr
    build_dataset(tmp_path / "awards.db", PAGES)
    assert exported(tmp_path / "awards.db", tmp_path / "out") == whole[1]


def test_ctrl_c_leaves_a_dataset_to_go_on_with(whole: tuple[int, dict[str, str]], tmp_path: Path) -> None:
    fifo = tmp_path / "more.html"
    os.mkfifo(fifo)  # a page that never comes holds the build in the middle of its work
    words = [sys.executable, "-m", "extractor", "build", str(tmp_path / "awards.db"), *PAGES[:3], str(fifo)]
    with subprocess.Popen(words, stderr=subprocess.PIPE) as process:
        with fifo.open("wb"):  # opens when the build asks for the page
            process.send_signal(signal.SIGINT)
            assert process.wait() == 130
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    build_dataset(tmp_path / "awards.db", PAGES)
    assert exported(tmp_path / "awards.db", tmp_path / "out") == whole[1]


def test_a_second_builder_says_so(tmp_path: Path) -> None:
    with FileLock(tmp_path / "awards.db-lock"):
        done = subprocess.run(command(tmp_path / "awards.db", "--no-wait"), capture_output=True, check=False)
    assert done.returncode == 1
    assert b"another build" in done.stderr


def test_a_second_builder_waits(whole: tuple[int, dict[str, str]], tmp_path: Path) -> None:
    with FileLock(tmp_path / "awards.db-lock"):
        process = subprocess.Popen(command(tmp_path / "awards.db"), stderr=subprocess.PIPE)
        assert process.stderr is not None
        assert b"waiting" in process.stderr.readline()
    with process:
        assert process.wait() == 0
    assert exported(tmp_path / "awards.db", tmp_path / "out") == whole[1]
