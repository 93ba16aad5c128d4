"""`piagam extract`: streams, exit status, files that are whole, failures that cost no other page."""

from __future__ import annotations

import csv
import io
import json
import signal
import subprocess
import time
from pathlib import Path
from typing import Any

from command_line import COMMAND, ENVIRONMENT, Piagam

from extractor.cli.formats import COLUMNS
from extractor.model import Result


def lines(output: bytes) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.decode("utf-8").splitlines()]


def sources(output: bytes) -> list[str]:
    return [line["article"]["source"] for line in lines(output)]


def test_one_line_a_page_in_the_order_of_names(piagam: Piagam, pages: Path) -> None:
    done = piagam("extract", "pages")
    assert done.returncode == 0
    assert sources(done.stdout) == ["pages/a.txt", "pages/more/b.txt"]
    assert b"skipped: 1 " in done.stderr
    assert all("text" not in line["article"] for line in lines(done.stdout))


def test_with_text_every_line_is_a_result(piagam: Piagam, pages: Path) -> None:
    done = piagam("extract", "pages", "--with-text")
    found = [Result.model_validate_json(line) for line in done.stdout.splitlines()]
    assert all(result.article.text for result in found)


def test_many_processes_say_the_same_byte_for_byte(piagam: Piagam, pages: Path) -> None:
    one = piagam("extract", "pages", "gone.html", "--with-text")
    two = piagam("extract", "pages", "gone.html", "--with-text", "--jobs", "2")
    assert (one.stdout, one.returncode) == (two.stdout, two.returncode)


def test_a_failed_page_is_named_and_costs_no_other(piagam: Piagam, pages: Path) -> None:
    done = piagam("extract", "gone.html", "pages/a.txt", "--errors", "failed.jsonl")
    assert done.returncode == 1
    assert sources(done.stdout) == ["gone.html", "pages/a.txt"]
    first, second = lines(done.stdout)
    assert first["error"]["code"] == "page.missing"
    assert (first["records"], first["claims"], second["error"]) == ([], [], None)
    assert b"gone.html" in done.stderr
    assert b"Traceback" not in done.stderr
    failed = (pages.parent / "failed.jsonl").read_bytes()
    assert failed == done.stdout.splitlines(keepends=True)[0]


def test_standard_input(piagam: Piagam, pages: Path) -> None:
    row = json.dumps({"text": (pages / "a.txt").read_text(encoding="utf-8"), "url": "https://example.org/a"})
    done = piagam("extract", "-", stdin=f"{row}\nno json\n".encode())
    assert done.returncode == 1
    assert sources(done.stdout) == ["-#1", "-#2"]
    assert lines(done.stdout)[0]["article"]["url"] == "https://example.org/a"


def test_output_is_utf8_in_any_locale(piagam: Piagam, tmp_path: Path) -> None:
    name = "halaman-é.txt"
    (tmp_path / name).write_text("Café “Kota” – ’sejuk’ …\n" * 5, encoding="utf-8")
    plain = {"LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = piagam("extract", name, "--with-text", env=plain)
    assert done.returncode == 0
    assert "Café" in lines(done.stdout)[0]["article"]["text"]


def test_csv_has_one_row_a_record_and_fixed_columns(piagam: Piagam, pages: Path) -> None:
    as_lines = lines(piagam("extract", "pages").stdout)
    rows = list(csv.DictReader(io.StringIO(piagam("extract", "pages", "--format", "csv").stdout.decode())))
    records = [(line["article"]["source"], record) for line in as_lines for record in line["records"]]
    assert [row["source"] for row in rows] == [source for source, _ in records]
    assert [row["region"] for row in rows] == [record["region"]["name"] for _, record in records]
    header = piagam("extract", "pages/more", "--format", "csv").stdout.decode().splitlines()
    assert header[0] == ",".join(COLUMNS)


def test_the_suffix_of_the_output_chooses_the_format(piagam: Piagam, pages: Path) -> None:
    assert piagam("extract", "pages", "-o", "out.csv").returncode == 0
    assert (pages.parent / "out.csv").read_text(encoding="utf-8").startswith("source,")


def test_a_table_names_pages_and_counts_those_without_a_record(piagam: Piagam, pages: Path) -> None:
    done = piagam("extract", "pages", "--format", "table")
    assert done.returncode == 0
    assert b"without a record" in done.stdout


def test_output_appears_whole_or_not_at_all(piagam: Piagam, pages: Path) -> None:
    out = pages.parent / "out.jsonl"
    out.write_text("old", encoding="utf-8")
    bad = pages.parent / "bad.yaml"
    bad.write_text("id: [", encoding="utf-8")
    done = piagam("extract", "pages", "-o", "out.jsonl", "--programmes", "bad.yaml")
    assert done.returncode == 2
    assert b"bad.yaml" in done.stderr
    assert out.read_text(encoding="utf-8") == "old"
    assert piagam("extract", "pages", "-o", "out.jsonl").returncode == 0
    assert len(out.read_bytes().splitlines()) == 2
    assert sorted(path.name for path in pages.parent.iterdir()) == ["bad.yaml", "out.jsonl", "pages"]


def test_wrong_usage_is_two(piagam: Piagam, pages: Path) -> None:
    for args in (
        ("extract",),
        ("extract", "pages", "--jobs", "0"),
        ("extract", "pages", "--format", "xml"),
        ("extract", "pages", "--no-such-option"),
        ("extract", "pages", "-o", "no/such/folder/out.jsonl"),
        ("extract", "pages", "--programmes", "gone"),
        ("no-such-command",),
    ):
        done = piagam(*args)
        assert done.returncode == 2, args
        assert done.stderr, args
        assert b"Traceback" not in done.stderr, args


def test_a_reader_that_leaves_early_hears_no_complaint(pages: Path) -> None:
    many = [str(pages)] * 200
    command = [*COMMAND, "extract", *many, "--with-text"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=ENVIRONMENT) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read()
        status = process.wait()
    assert status == 141
    assert b"Traceback" not in said and b"BrokenPipe" not in said


def test_ctrl_c_leaves_no_half_output(tmp_path: Path) -> None:
    command = [*COMMAND, "extract", "-", "-o", "out.jsonl"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stderr=pipe, cwd=tmp_path, env=ENVIRONMENT) as process:
        assert process.stdin is not None and process.stderr is not None
        deadline = time.monotonic() + 60
        while not list(tmp_path.glob("out.jsonl.part")) and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.wait(timeout=60)
        said = process.stderr.read()
    # the interpreter itself ends by the signal where it struck code run by exec; a shell calls both 130
    assert process.returncode in (130, -signal.SIGINT)
    assert said.decode().splitlines() == ["stopped"]
    assert list(tmp_path.iterdir()) == []
