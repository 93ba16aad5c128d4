"""The same pages give the same records whatever they come in, and the same rows whatever they go out as."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from command_line import AWARD, COMMAND, ENVIRONMENT, PLAIN, Piagam

from extractor.cli.formats import COLUMNS

sys.path.insert(0, str(Path(__file__).parents[1] / "pages"))


def html(number: int) -> str:
    text = AWARD.replace("99,2", f"99,{number}") if number % 2 else PLAIN
    paragraphs = "".join(f"<p>{part.strip()}</p>" for part in text.split("\n\n"))
    title = f"<title>Berita {number}</title>"
    return f"<html><head>{title}</head><body><article>{paragraphs}</article></body></html>"


@pytest.fixture
def inputs(tmp_path: Path) -> dict[str, str]:
    """The same six pages as files, JSON Lines, WARC and Parquet."""
    pa = pytest.importorskip("pyarrow")
    import pyarrow.parquet as pq

    pytest.importorskip("warcio")
    pytest.importorskip("fastwarc")
    from warc_files import response, write_warc

    pages = [html(number) for number in range(6)]
    (tmp_path / "files").mkdir()
    for number, page in enumerate(pages):
        (tmp_path / "files" / f"{number}.html").write_text(page, encoding="utf-8")
    rows = "".join(json.dumps({"html": page}) + "\n" for page in pages)
    (tmp_path / "rows.jsonl").write_text(rows, encoding="utf-8")
    records = [response(f"https://a.example/{n}", page.encode()) for n, page in enumerate(pages)]
    write_warc(tmp_path / "a.warc.gz", records, packed=True)
    write_warc(tmp_path / "a.warc", records, packed=False)
    pq.write_table(pa.table({"html": pages}), tmp_path / "rows.parquet")
    names = ("files", "rows.jsonl", "a.warc.gz", "a.warc", "rows.parquet")
    return {name: str(tmp_path / name) for name in names}


def results(output: bytes) -> list[dict[str, Any]]:
    """Results without what depends on where the page came from."""
    found = [json.loads(line) for line in output.splitlines()]
    for result in found:
        for name in ("source", "url", "id"):
            del result["article"][name]
    return found


def test_every_container_gives_the_same_records(piagam: Piagam, inputs: dict[str, str]) -> None:
    wanted = results(piagam("extract", inputs["files"], "--with-text").stdout)
    assert [bool(result["records"]) for result in wanted] == [False, True] * 3
    for name, path in inputs.items():
        assert results(piagam("extract", path, "--with-text").stdout) == wanted, name


def test_urls_and_numbers_of_a_warc(piagam: Piagam, inputs: dict[str, str]) -> None:
    lines = piagam("extract", inputs["a.warc.gz"]).stdout.splitlines()
    articles = [json.loads(line)["article"] for line in lines]
    assert [article["url"] for article in articles] == [f"https://a.example/{n}" for n in range(6)]
    assert [article["source"] for article in articles] == [f"{inputs['a.warc.gz']}#{n + 1}" for n in range(6)]


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet"])
def test_one_job_is_many_and_a_file_is_a_pipe(piagam: Piagam, inputs: dict[str, str], form: str) -> None:
    args = ("extract", *inputs.values(), "gone.html", "--format", form)
    one = piagam(*args)
    assert one.returncode == 1
    assert piagam(*args, "--jobs", "2").stdout == one.stdout
    piagam(*args, "-o", "out")
    assert (Path(inputs["files"]).parent / "out").read_bytes() == one.stdout


def test_parquet_has_the_rows_of_csv_in_stable_types(piagam: Piagam, inputs: dict[str, str]) -> None:
    import pyarrow.parquet as pq

    piagam("extract", inputs["files"], "-o", "out.parquet")
    table = pq.read_table(Path(inputs["files"]).parent / "out.parquet")
    assert table.column_names == list(COLUMNS)
    types = {name: str(table.schema.field(name).type) for name in COLUMNS}
    assert {name: kind for name, kind in types.items() if kind != "string"} == {
        "edition": "int32",
        "rank": "int32",
        "score": "double",
    }
    rows = csv.DictReader(io.StringIO(piagam("extract", inputs["files"], "--format", "csv").stdout.decode()))
    as_text = [
        {name: "" if value is None else str(value) for name, value in row.items()}
        for row in table.to_pylist()
    ]
    assert as_text == list(rows)
    piagam("extract", f"{inputs['files']}/0.html", "-o", "none.parquet")
    none = pq.read_table(Path(inputs["files"]).parent / "none.parquet")
    assert (none.num_rows, none.schema) == (0, table.schema)


def test_counts_add_up(piagam: Piagam, inputs: dict[str, str]) -> None:
    done = piagam("extract", inputs["files"], "gone.html", inputs["a.warc"])
    assert b"pages: 13 read, 12 results, 1 errors" in done.stderr


def test_a_page_over_its_limits_has_its_code(piagam: Piagam, inputs: dict[str, str]) -> None:
    small = piagam("extract", inputs["files"], "--max-bytes", "100")
    slow = [piagam("extract", inputs["files"], "--max-seconds", "0.0001", "--jobs", jobs) for jobs in "12"]
    for done, code in ((small, "page.too_large"), (slow[0], "page.timeout"), (slow[1], "page.timeout")):
        assert done.returncode == 1
        assert [json.loads(line)["error"]["code"] for line in done.stdout.splitlines()] == [code] * 6
    assert slow[0].stdout == slow[1].stdout


def test_missing_libraries_are_named(piagam: Piagam, inputs: dict[str, str], tmp_path: Path) -> None:
    for name in ("fastwarc", "pyarrow"):  # a package that cannot be imported stands before the real one
        (tmp_path / "without" / name).mkdir(parents=True)
        (tmp_path / "without" / name / "__init__.py").write_text("raise ImportError", encoding="utf-8")
    env = {"PYTHONPATH": os.pathsep.join((str(tmp_path / "without"), ENVIRONMENT["PYTHONPATH"]))}
    done = piagam("extract", inputs["a.warc.gz"], inputs["rows.parquet"], inputs["rows.jsonl"], env=env)
    assert done.returncode == 1
    codes = [(json.loads(line)["error"] or {}).get("code") for line in done.stdout.splitlines()]
    assert codes == ["page.needs_extra"] * 2 + [None] * 6
    assert b'pip install "piagam[warc]"' in done.stderr and b'pip install "piagam[parquet]"' in done.stderr
    out = piagam("extract", inputs["files"], "-o", "out.parquet", env=env)
    assert out.returncode == 2
    assert b'pip install "piagam[parquet]"' in out.stderr


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_no_process_outlives_a_killed_run(pages: Path) -> None:
    command = [*COMMAND, "extract", "-", "--jobs", "2"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT) as process:
        assert process.stdin is not None and process.stdout is not None
        row = json.dumps(
            {"text": PLAIN, "filler": "x" * 2000}
        )  # more goes in than comes out: no pipe is full
        process.stdin.write(f"{row}\n".encode() * 50)
        process.stdin.flush()
        process.stdout.readline()
        workers = [pid for pid in children(process.pid) if b"spawn_main" in command_of(pid)]
        assert len(workers) == 2
        process.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 30
    while any(b"spawn_main" in command_of(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(b"spawn_main" in command_of(pid) for pid in workers)


def children(parent: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_bytes().split()]


def command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""
