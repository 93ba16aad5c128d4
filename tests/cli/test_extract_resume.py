"""Killed anywhere, `extract --resume` ends with the bytes of a run that nothing happened to."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from command_line import AWARD, COMMAND, ENVIRONMENT, PLAIN, Piagam

ROWS = 90
FILLER = "x" * 3000  # so that rows leave the buffers of a pipe


def row(number: int) -> bytes:
    """Every third an award, every seventh no page."""
    text = AWARD.replace("99,2", f"99,{number % 10}") if number % 3 == 0 else PLAIN
    content = {"note": text} if number % 7 == 0 else {"text": text}
    return json.dumps({**content, "filler": FILLER}).encode() + b"\n"


ALL = b"".join(row(number) for number in range(ROWS))


def logged(folder: Path, output: str) -> int:
    """Pages that the log of the run vouches for."""
    log = folder / f"{output}.part.log"
    lines = log.read_bytes().splitlines(keepends=True)[1:] if log.exists() else []
    return max((json.loads(line)["pages"] for line in lines if line.endswith(b"\n")), default=0)


def killed(folder: Path, args: Sequence[str], rows: int, pages: int, how: int = signal.SIGKILL) -> bytes:
    """Gives a run some rows, kills it once it has logged so many pages; gives what it said."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [*COMMAND, *args], stdin=pipe, stdout=pipe, stderr=pipe, cwd=folder, env=ENVIRONMENT
    ) as process:
        assert process.stdin is not None and process.stderr is not None
        process.stdin.write(b"".join(row(number) for number in range(rows)))
        process.stdin.flush()
        output = args[args.index("-o") + 1]
        deadline = time.monotonic() + 120
        while logged(folder, output) < pages and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(how)
        said = process.stderr.read()
        process.wait(timeout=60)
    assert process.returncode != 0
    assert logged(folder, output) >= pages
    assert not (folder / output).exists()
    return said


def command(form: str, jobs: int = 1) -> list[str]:
    return ["extract", "-", "-o", f"out.{form}", "--errors", "bad.jsonl", "--with-text", "--jobs", str(jobs)]


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize(("form", "jobs"), [("jsonl", 1), ("csv", 2), ("parquet", 1)])
def test_resumed_is_uninterrupted(piagam: Piagam, tmp_path: Path, form: str, jobs: int) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    assert piagam(*command(form), stdin=ALL).returncode == 1  # some rows hold no page
    wanted = files(tmp_path)
    assert sorted(wanted) == ["bad.jsonl", f"out.{form}"]
    for path in tmp_path.iterdir():
        path.unlink()
    killed(tmp_path, command(form, jobs), rows=45, pages=16)
    killed(tmp_path, [*command(form, 3 - jobs), "--resume"], rows=75, pages=48)
    done = piagam(*command(form, jobs), "--resume", stdin=ALL)
    assert done.returncode == 1
    errors = wanted["bad.jsonl"].count(b"\n")
    assert f"pages: {ROWS} read, {ROWS - errors} results, {errors} errors".encode() in done.stderr
    assert files(tmp_path) == wanted


def test_half_written_lines_and_logs_are_dropped(piagam: Piagam, tmp_path: Path) -> None:
    piagam(*command("jsonl"), stdin=ALL)
    wanted = files(tmp_path)
    for path in tmp_path.iterdir():
        path.unlink()
    killed(tmp_path, command("jsonl"), rows=45, pages=16)
    with (
        (tmp_path / "out.jsonl.part").open("ab") as part,
        (tmp_path / "out.jsonl.part.log").open("ab") as log,
    ):
        part.write(b'{"half')
        log.write(b'{"pages": 9')
    piagam(*command("jsonl"), "--resume", stdin=ALL)
    assert files(tmp_path) == wanted


def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(tmp_path: Path) -> None:
    said = killed(tmp_path, command("jsonl"), rows=45, pages=16, how=signal.SIGINT)
    assert b"--resume" in said and said.rstrip().endswith(b"stopped")
    assert b"Traceback" not in said


def test_a_resumed_run_counts_the_whole(piagam: Piagam, tmp_path: Path) -> None:
    words = [*command("jsonl"), "--skip-empty"]
    wanted = piagam(*words, stdin=ALL).stderr.splitlines()[-2:]
    assert wanted[0].startswith(b"left out: ") and wanted[1].startswith(b"pages: 90 read, ")
    (tmp_path / "out.jsonl").unlink()
    killed(tmp_path, words, rows=75, pages=48, how=signal.SIGTERM)
    assert piagam(*words, "--resume", stdin=ALL).stderr.splitlines()[-2:] == wanted


def test_another_command_cannot_resume(piagam: Piagam, tmp_path: Path) -> None:
    killed(tmp_path, command("jsonl"), rows=45, pages=16)
    before = files(tmp_path)
    done = piagam(*command("jsonl"), "--resume", "--lang", "en", stdin=ALL)
    assert done.returncode == 2
    assert b"--lang" in done.stderr and b"out.jsonl" in done.stderr
    assert files(tmp_path) == before
    (tmp_path / "more.txt").write_text(PLAIN, encoding="utf-8")
    assert b"paths" in piagam(*command("jsonl"), "more.txt", "--resume", stdin=ALL).stderr
    few = piagam(*command("jsonl"), "--resume", stdin=row(1) + row(2))  # other pages under the same name
    assert few.returncode == 2 and b"other pages" in few.stderr
    assert b"dropped: " in piagam(*command("jsonl"), stdin=ALL).stderr  # without --resume: anew
    assert (tmp_path / "out.jsonl").exists()


def test_nothing_to_resume_begins_anew(piagam: Piagam, pages: Path) -> None:
    assert piagam("extract", "pages", "-o", "out.jsonl", "--resume").returncode == 0
    once = (pages.parent / "out.jsonl").read_bytes()
    assert piagam("extract", "pages", "-o", "out.jsonl", "--resume").returncode == 0
    assert (pages.parent / "out.jsonl").read_bytes() == once


@pytest.mark.parametrize("args", [(), ("-o", "-"), ("-o", "out.txt", "--format", "table")])
def test_what_cannot_be_resumed_is_said(piagam: Piagam, pages: Path, args: tuple[str, ...]) -> None:
    done = piagam("extract", "pages", "--resume", *args)
    assert done.returncode == 2
    assert b"--resume needs -o FILE" in done.stderr


def test_two_runs_do_not_write_one_file(piagam: Piagam, pages: Path) -> None:
    command = [*COMMAND, "extract", "-", "-o", "out.jsonl"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, cwd=pages.parent, env=ENVIRONMENT
    ) as process:
        deadline = time.monotonic() + 60
        while not (pages.parent / "out.jsonl.part").exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        done = piagam("extract", "pages", "-o", "out.jsonl")
        assert done.returncode == 2
        assert b"another run" in done.stderr
        _, said = process.communicate(b"")
    assert (pages.parent / "out.jsonl").exists(), said


def test_results_and_errors_are_two_files(piagam: Piagam, pages: Path) -> None:
    done = piagam("extract", "pages", "-o", "out.jsonl", "--errors", "./out.jsonl")
    assert done.returncode == 2
    assert sorted(path.name for path in pages.parent.iterdir()) == ["pages"]
