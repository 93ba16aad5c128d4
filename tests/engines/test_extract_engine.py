"""`--engine` gives the rows of `--jobs`, as Parquet partitions that can be lost and made again."""

from __future__ import annotations

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parents[1] / "cli"))
sys.path.append(str(Path(__file__).parents[1] / "pages"))

from command_line import AWARD, COMMAND, ENVIRONMENT, PLAIN
from warc_files import response, write_warc

LONG = "Pedagang berharap pasar malam itu tetap ramai hingga akhir pekan. " * 30
MEMBER = "<html><head><title>{}</title></head><body><article><p>{}</p></article></body></html>"


@pytest.fixture(scope="module", autouse=True)
def engine() -> None:
    """Skips these tests where the engine is not installed; fails where PIAGAM_REQUIRE names `engine`."""
    if importlib.util.find_spec("daft") is None:
        reason = 'the engine is not installed: pip install "piagam[daft]"'
        if "engine" in os.environ.get("PIAGAM_REQUIRE", "").split(","):
            pytest.fail(reason)
        pytest.skip(reason)


def html(number: int) -> bytes:
    text = AWARD.replace("99,2", f"98,{number}") if number % 3 == 0 else PLAIN + LONG
    return MEMBER.format(f"Berita {number}", text.strip()).encode()


@pytest.fixture(scope="module")
def crawl(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds `crawl`: WARC and Parquet files, rows and pages, some damaged."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    home = tmp_path_factory.mktemp("engine")
    folder = home / "crawl"
    (folder / "pages").mkdir(parents=True)
    for name in ("a", "b"):
        responses = [response(f"https://{name}.example/{n}", html(n)) for n in range(12)]
        write_warc(folder / f"{name}.warc.gz", responses, packed=True)
    cut = (folder / "b.warc.gz").read_bytes()
    (folder / "c.warc.gz").write_bytes(cut[: len(cut) - 150])
    pq.write_table(pa.table({"html": [html(n) for n in range(9)]}), folder / "rows.parquet")
    rows = [json.dumps({"text": AWARD}), "{broken", json.dumps({"url": "https://a.example"})]
    (folder / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    large = folder / "large.jsonl"  # larger than the smallest partition, so that there are several
    large.write_text(json.dumps({"html": PLAIN, "filler": "x" * 5_000_000}) + "\n", encoding="utf-8")
    (folder / "pages" / "a.html").write_bytes(html(3))
    (folder / "pages" / "binary.html").write_bytes(b"%PDF-1.7")
    (folder / "pages" / "gone.html").symlink_to("nowhere")
    (folder / "logo.bin").write_bytes(b"\x00\x01")
    return home


def piagam(home: Path, *args: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, "extract", *args],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=home,
        env={**ENVIRONMENT, **(env or {})},
        check=False,
    )


def table(folder: Path) -> list[dict[str, Any]]:
    import pyarrow.parquet as pq

    rows: list[dict[str, Any]] = pq.read_table(folder).to_pylist()
    return rows


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def engine_args(output: Path | str, *more: str) -> list[str]:
    return ["crawl", "missing.html", *more, "--engine", "daft", "--jobs", "2", "-o", str(output)]


@pytest.fixture(scope="module")
def by_engine(crawl: Path) -> tuple[subprocess.CompletedProcess[bytes], Path]:
    """A run of the engine with two workers on several partitions."""
    return piagam(crawl, *engine_args("out")), crawl / "out"


def test_rows_are_those_of_jobs(
    crawl: Path, by_engine: tuple[subprocess.CompletedProcess[bytes], Path]
) -> None:
    done, folder = by_engine
    jobs = piagam(crawl, "crawl", "missing.html", "--jobs", "2")
    lines = jobs.stdout.decode().splitlines()
    rows = table(folder)
    assert len(list(folder.glob("part-*.parquet"))) > 2
    assert [row["result"] for row in rows] == lines
    assert Counter(done.stderr.splitlines()) - Counter(jobs.stderr.splitlines()) == Counter(
        [next(line for line in done.stderr.splitlines() if line.startswith(b"partitions: "))]
    )
    assert done.returncode == jobs.returncode == 1
    assert done.stdout == b""


def test_columns_say_what_the_result_says(
    by_engine: tuple[subprocess.CompletedProcess[bytes], Path],
) -> None:
    for row in table(by_engine[1]):
        result = json.loads(row["result"])
        error = result["error"] or {"code": None, "message": None}
        assert row["id"] == result["article"]["id"]
        assert row["source"] == result["article"]["source"]
        assert (row["relevant"], row["records"]) == (result["relevant"], len(result["records"]))
        assert (row["error_code"], row["error_message"]) == (error["code"], error["message"])


def test_failures_are_rows(by_engine: tuple[subprocess.CompletedProcess[bytes], Path]) -> None:
    codes = {row["source"]: row["error_code"] for row in table(by_engine[1]) if row["error_code"]}
    assert codes == {
        "crawl/c.warc.gz#12": "page.damaged",
        "crawl/pages/binary.html": "page.binary",
        "crawl/pages/gone.html": "page.unreadable",
        "crawl/rows.jsonl#2": "page.invalid_json",
        "crawl/rows.jsonl#3": "page.no_content",
        "missing.html": "page.missing",
    }


def test_a_lost_partition_is_made_again_and_no_other(
    crawl: Path, by_engine: tuple[subprocess.CompletedProcess[bytes], Path]
) -> None:
    first, folder = by_engine
    before = files(folder)
    states = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    lost, damaged = sorted(folder.glob("part-*.parquet"))[:2]
    lost.unlink()
    damaged.write_bytes(damaged.read_bytes()[:-20])
    (folder / f".{damaged.name}.left.over").write_bytes(b"PAR1")
    done = piagam(crawl, *engine_args("out"))
    assert files(folder) == before
    again = {path.name for path in folder.iterdir() if path.stat().st_mtime_ns != states[path.name]}
    assert again == {lost.name, damaged.name}
    assert done.returncode == first.returncode
    assert done.stderr.splitlines()[-1] == first.stderr.splitlines()[-1]


def test_a_folder_of_other_pages_or_options_is_refused(
    crawl: Path, by_engine: tuple[subprocess.CompletedProcess[bytes], Path]
) -> None:
    before = files(by_engine[1])
    done = piagam(crawl, *engine_args("out", "--lang", "en"))
    assert done.returncode == 2 and b"with other --lang" in done.stderr
    done = piagam(crawl, "crawl", "--engine", "daft", "-o", "out")
    assert done.returncode == 2 and b"with other" in done.stderr and b"pages" in done.stderr
    done = piagam(crawl, "crawl", "--engine", "daft", "-o", "crawl")
    assert done.returncode == 2 and b"other files" in done.stderr
    assert files(by_engine[1]) == before


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_a_killed_worker_costs_nothing(
    crawl: Path, by_engine: tuple[subprocess.CompletedProcess[bytes], Path]
) -> None:
    folder = crawl / "killed"
    command = [*COMMAND, "extract", *engine_args(folder)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, cwd=crawl, env=ENVIRONMENT) as process:
        assert process.stderr is not None
        kill_a_worker(process.pid, folder)
        said = process.stderr.read()
    assert b"lost: workers 1 times" in said
    wanted = {name: data for name, data in files(by_engine[1]).items() if name.endswith(".parquet")}
    assert {name: data for name, data in files(folder).items() if not name.startswith("_")} == wanted


def kill_a_worker(parent: int, folder: Path) -> None:
    """Kills the first worker that has begun a partition."""
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        for part in folder.glob(".part-*") if folder.exists() else ():
            worker = int(part.name.rpartition(".")[2])
            assert f"{parent}" in Path(f"/proc/{worker}/stat").read_text(encoding="utf-8").split()[3]
            os.kill(worker, signal.SIGKILL)
            return
        time.sleep(0.005)
    pytest.fail("no worker began a partition")


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["crawl"], b"-o DIR"),
        (["crawl", "-o", "-"], b"-o DIR"),
        (["crawl", "-o", "out.jsonl"], b"is a file"),
        (["crawl", "-o", "crawl/rows.jsonl"], b"is a file"),
        (["crawl", "-o", "new", "--format", "jsonl"], b"--format jsonl"),
        (["crawl", "-o", "new", "--errors", "e.jsonl"], b"--errors"),
        (["-", "-o", "new"], b"standard input"),
        (["crawl", "-o", "new", "--profile"], b"--profile"),
    ],
)
def test_what_an_engine_cannot_do_is_wrong_usage(crawl: Path, args: list[str], said: bytes) -> None:
    done = piagam(crawl, *args, "--engine", "daft", env={"COLUMNS": "200"})
    assert done.returncode == 2
    assert said in done.stderr
    assert not (crawl / "new").exists()


def test_pages_without_an_award_can_be_left_out(crawl: Path, tmp_path: Path) -> None:
    options = ["crawl/a.warc.gz", "--skip-empty", "--with-text"]
    done = piagam(crawl, *options, "--engine", "daft", "-o", str(tmp_path / "out"))
    jobs = piagam(crawl, *options)
    assert [row["result"] for row in table(tmp_path / "out")] == jobs.stdout.decode().splitlines()
    assert b"left out: 8 pages" in done.stderr and b"left out: 8 pages" in jobs.stderr


def test_missing_libraries_are_named(crawl: Path, tmp_path: Path) -> None:
    (tmp_path / "without" / "daft").mkdir(parents=True)
    (tmp_path / "without" / "daft" / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    env = {"PYTHONPATH": os.pathsep.join((str(tmp_path / "without"), ENVIRONMENT["PYTHONPATH"]))}
    done = piagam(crawl, "crawl", "--engine", "daft", "-o", str(tmp_path / "out"), env=env)
    assert done.returncode == 2
    assert b'pip install "piagam[daft]"' in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_store_is_read_by_its_url(crawl: Path, tmp_path: Path) -> None:
    url = f"file://{crawl}/crawl"
    done = piagam(crawl, url, f"file://{crawl}/none", "--engine", "daft", "-o", str(tmp_path / "out"))
    jobs = piagam(crawl, "crawl")
    lines = [row["result"].replace(url, "crawl") for row in table(tmp_path / "out")]
    readable = [line for line in jobs.stdout.decode().splitlines() if "pages/gone.html" not in line]
    assert lines[:-1] == readable
    assert json.loads(lines[-1])["error"]["code"] == "page.unreadable"
    assert done.returncode == 1


def test_pages_cost_their_limits_with_an_engine_too(crawl: Path, tmp_path: Path) -> None:
    options = ["crawl/a.warc.gz", "crawl/rows.parquet", "--max-seconds", "0.0001"]
    piagam(crawl, *options, "--engine", "daft", "-o", str(tmp_path / "out"))
    assert [row["error_code"] for row in table(tmp_path / "out")] == ["page.timeout"] * 21
